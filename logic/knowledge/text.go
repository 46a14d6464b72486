package knowledge

import (
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
)

// Fill replaces {device}, {system} and {row:screen.row} by their words on this device. Unknown placeholders
// stay. Where the words of a row aren't sure in the phone's language, the English ones stand in quotation
// marks, and a guess behind them, outside of the marks for bold. Foreign words stand in quotation marks, too,
// unless they are bold or the whole text.
func (b *Base) Fill(text string, d apple.Device) string {
	d = b.Known(d)
	text = expand(text, func(name string) (string, bool) {
		if value, ok := product(name, d); ok {
			return value, true
		}
		ref, isRow := strings.CutPrefix(name, "row:")
		if !isRow || b.Row(ref) == nil {
			return "", false
		}
		// A label that is not meant for the device is still better than a placeholder; lint reports it.
		label, _ := b.Label(ref, d)
		if label.Guess == "" {
			if label.Doubt == screens.Sure && b.isForeign(ref, label.Label, d) {
				return foreignStart + label.Label + foreignEnd, true
			}
			return label.Quoted(), true
		}
		return label.Quoted() + tailStart + label.Hint() + tailEnd, true
	})
	return foreignQuoted(tailsBehindBold(text))
}

// isForeign reports whether an English sentence has to set a label of the phone apart: it isn't that of an English phone.
func (b *Base) isForeign(ref, label string, d apple.Device) bool {
	d.Language = ""
	english, _ := b.Label(ref, d)
	return label != english.Label
}

// Seeks tells how to find the rows that a text names as {row:screen.row}, where their labels are not proven on the device.
func (b *Base) Seeks(text string, d apple.Device) []string {
	var seeks []string
	expand(text, func(name string) (string, bool) {
		if ref, isRow := strings.CutPrefix(name, "row:"); isRow {
			if label, err := b.Label(ref, d); err == nil && label.Seek != "" {
				seeks = append(seeks, label.Seek)
			}
		}
		return "", false
	})
	return seeks
}

// Marks around a guess while a text is filled.
const (
	tailStart = "\x02"
	tailEnd   = "\x03"
)

// Marks around foreign words while a text is filled.
const (
	foreignStart = "\x04"
	foreignEnd   = "\x05"
)

// foreignQuoted puts quotation marks around foreign words in running text.
func foreignQuoted(text string) string {
	if whole, ok := strings.CutPrefix(text, foreignStart); ok && strings.Index(whole, foreignEnd) == len(whole)-1 {
		return whole[:len(whole)-1]
	}
	for {
		before, rest, found := strings.Cut(text, foreignStart)
		if !found {
			return text
		}
		label, after, _ := strings.Cut(rest, foreignEnd)
		if bold := strings.Count(before, "**")%2 == 1; !bold && !strings.HasSuffix(before, "“") {
			label = "“" + label + "”"
		}
		text = before + label + after
	}
}

// tailsBehindBold moves every guess that stands right before the end of bold text behind it.
func tailsBehindBold(text string) string {
	for {
		before, rest, found := strings.Cut(text, tailStart)
		if !found {
			return text
		}
		tail, after, _ := strings.Cut(rest, tailEnd)
		if behind, bold := strings.CutPrefix(after, "**"); bold {
			tail, after = "**"+tail, behind
		}
		text = before + tail + after
	}
}

// named replaces {device} and {system}.
func named(text string, d apple.Device) string {
	return expand(text, func(name string) (string, bool) { return product(name, d) })
}

func product(name string, d apple.Device) (string, bool) {
	switch name {
	case "device":
		return d.Name(), true
	case "system":
		return d.System(), true
	}
	return "", false
}

// expand replaces every {name} for which value knows a text.
func expand(text string, value func(name string) (string, bool)) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if replacement, ok := value(name); closed && ok {
			out.WriteString(replacement)
			text = after
			continue
		}
		out.WriteByte('{')
		text = rest
	}
}
