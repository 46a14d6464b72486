package apple

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The ways to unlock a device beside its code.
const (
	FaceID  = "face"
	TouchID = "touch"
)

// The ways to force an iPhone to restart: by the volume buttons and then the side button, by Volume Down and the
// side button, by Home and the side or top button [B7, W49].
const (
	BySide   = "side"
	ByVolume = "volume"
	ByHome   = "home"
)

// Adaptive Power of an iPhone since version 26, when it is new: on since iPhone 17 and Air, off before
// [B18, B19].
const (
	AdaptiveOn  = "on"
	AdaptiveOff = "off"
)

// The number in a model's name: "iPhone 13 Pro", "iPad (9th generation)", "iPad mini 4". Sizes such as
// 12.9-inch and 64 GB and names of chips such as M2 are none.
var (
	room  = regexp.MustCompile(`(?i)\b\d+\s*[gt]b\b`)
	inch  = regexp.MustCompile(`\d+([.,]\d+)?[\s-]*(inch|"|”|in\b)`)
	chip  = regexp.MustCompile(`(?i)\b[ma]\d+\b`)
	digit = regexp.MustCompile(`\d+`)
)

// Generation is the number in the name of a model, 0 when there is none.
func Generation(model string) int {
	for _, other := range []*regexp.Regexp{room, inch, chip} {
		model = other.ReplaceAllString(model, "")
	}
	n, _ := strconv.Atoi(digit.FindString(model))
	return n
}

// HasWord reports whether a word such as "SE" or "Pro" stands in the name of a model, whatever its case. What
// is only a part of another word does not count: a "secondhand" one is no SE.
func HasWord(model, word string) bool {
	apart := func(r rune) bool { return !unicode.IsLetter(r) }
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(model), apart), func(part string) bool {
		return strings.TrimPrefix(strings.TrimPrefix(part, IPhone), IPad) == strings.ToLower(word) // "iPhoneSE" is written, too
	})
}

// HasHomeButton reports whether the model with this name has a round button below the screen. A name that
// says too little counts as a model without.
func HasHomeButton(kind, model string) bool {
	name, n := strings.ToLower(model), Generation(model)
	switch {
	case strings.Contains(name, ","): // an identifier such as iPhone14,5, which counts otherwise
		return false
	case kind != IPad:
		return HasWord(name, "se") || n >= 4 && n <= 8
	case chip.MatchString(name): // those named for their chip came later
		return false
	case HasWord(name, "air"):
		return n <= 3
	case HasWord(name, "mini"):
		return n <= 5
	case HasWord(name, "pro"):
		return strings.Contains(name, "10.5") || strings.Contains(name, "9.7") ||
			strings.Contains(name, "12.9") && (n == 1 || n == 2)
	default:
		return n >= 1 && n <= 9
	}
}

// tellsModel reports whether a name says which model it is, and not only the kind.
func tellsModel(kind, model string) bool {
	switch {
	case strings.Contains(model, ","): // an identifier, whose numbers count otherwise
		return false
	case Generation(model) > 0, chip.MatchString(model):
		return true
	case kind == IPad:
		return HasWord(model, "pro") && inch.MatchString(model)
	}
	names := []string{"x", "xr", "xs", "se", "air"}
	return slices.ContainsFunc(names, func(name string) bool { return HasWord(model, name) })
}

// lacksPowerMode reports whether an iPhone has no page Power Mode: those before iPhone 15 [W57]. For iPads
// nothing is known.
func lacksPowerMode(kind, model string) bool {
	if kind == IPad || !tellsModel(kind, model) || HasWord(model, "air") {
		return false
	}
	return HasWord(model, "se") || Generation(model) < 15
}

// adaptiveOf tells how Adaptive Power is on a new iPhone; empty for models that lack it.
func adaptiveOf(kind, model string) string {
	switch n := Generation(model); {
	case kind == IPad || !tellsModel(kind, model) || HasWord(model, "se"):
		return ""
	case HasWord(model, "air") || n >= 17:
		return AdaptiveOn
	case n == 16, n == 15 && HasWord(model, "pro"):
		return AdaptiveOff
	}
	return ""
}

// restartOf tells how a model is forced to restart; empty for BySide, the way of all since iPhone 8, and
// for iPads.
func restartOf(kind, model string) string {
	n := Generation(model)
	switch {
	case kind == IPad || strings.Contains(model, ","):
		return ""
	case HasWord(model, "se"):
		if n == 1 || n == 2016 {
			return ByHome
		}
	case n == 7:
		return ByVolume
	case n >= 4 && n <= 6:
		return ByHome
	}
	return ""
}

// UnlockOf tells from the name of a model how it is unlocked beside its code: with a Home button by the
// finger, without one an iPhone and an iPad Pro by the face, other iPads by a finger on the top button.
func UnlockOf(kind, model string) string {
	pro := HasWord(model, "pro") && !HasWord(model, "mini") // "iPad mini (A17 Pro)" is named for its chip
	if HasHomeButton(kind, model) || kind == IPad && !pro {
		return TouchID
	}
	return FaceID
}

// Room is the most that a device of the model with this name was ever sold with, in bytes (M: Apple's
// technical specifications). A name that says too little, and a later model, counts as the largest.
func Room(kind, model string) int64 {
	const gb = int64(1e9)
	n := Generation(model)
	number := n > 0 && !strings.Contains(model, ",") && !HasWord(model, "air") && !HasWord(model, "max")
	switch {
	case kind == IPad || !number || n > 17:
		return 2000 * gb
	case HasWord(model, "se") || n == 7 || n == 8:
		return 256 * gb
	case HasWord(model, "pro") && n >= 13:
		return 1000 * gb
	}
	return 512 * gb
}
