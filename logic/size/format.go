package size

import (
	"math"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Format writes a size with the digits that matter, in the numerals of the locale: "512 MB", "4.8 GB", "64
// GB", "310 GB", "1.25 TB". GB below 100 have one decimal, TB two; zeros at the end are dropped. Parse reads
// it back to the same text. Sizes below zero have a minus.
func Format(bytes int64, locale language.Tag) string {
	size := uint64(bytes)
	if bytes < 0 {
		size = -size
	}
	value, digits, unit := scaled(size)
	shown := float64(value) / math.Pow10(digits)
	if bytes < 0 {
		shown = -shown
	}
	return message.NewPrinter(locale).Sprint(number.Decimal(shown, number.MaxFractionDigits(digits))) + " " +
		unit
}

// inGB is the size below which a size that is no round number of TB is told in GB.
const inGB = 2100 * GB

// FormatExact writes a size as Format does, but with up to three decimals where they write it exactly, of MB with
// one: "812.4 MB", "4.96 GB", "1985 GB", "2.055 TB". A person's numbers stand there as the phone showed them, and
// their sums add up on the screen. Parse reads it back.
func FormatExact(bytes int64, locale language.Tag) string {
	unit, name, parts := int64(0), "", int64(1000)
	switch {
	case bytes >= TB && (bytes >= inGB || bytes%(10*GB) == 0):
		unit, name = TB, "TB"
	case bytes >= GB:
		unit, name = GB, "GB"
	case bytes >= MB:
		unit, name, parts = MB, "MB", 10
	}
	if unit == 0 || bytes%(unit/parts) != 0 {
		return Format(bytes, locale)
	}
	value := number.Decimal(float64(bytes)/float64(unit), number.MaxFractionDigits(3), number.NoSeparator())
	return message.NewPrinter(locale).Sprint(value) + " " + name
}

// scaled picks the unit and rounds half up: the size is value / 10^digits units. A size that would round up
// to 1000 takes the next unit.
func scaled(size uint64) (value uint64, digits int, unit string) {
	if size == 0 {
		return 0, 0, "GB"
	}
	for _, step := range []struct {
		bytes  int64
		digits int
		below  uint64 // in 10^-digits units
		name   string
	}{
		{1, 0, 1000, "B"},
		{KB, 0, 1000, "KB"},
		{MB, 0, 1000, "MB"},
		{GB, 1, 1000, "GB"},
		{GB, 0, 1000, "GB"},
		{TB, 2, math.MaxUint64, "TB"},
	} {
		value, digits, unit = rounded(size, uint64(step.bytes), step.digits), step.digits, step.name
		if value < step.below {
			break
		}
	}
	return value, digits, unit
}

// rounded is size in units, times 10^digits, rounded half up, without overflow.
func rounded(size, unit uint64, digits int) uint64 {
	ten := uint64(math.Pow10(digits))
	return size/unit*ten + (size%unit*ten+unit/2)/unit
}
