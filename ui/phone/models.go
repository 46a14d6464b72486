package phone

import (
	"regexp"
	"strconv"
	"strings"

	"backupdoctor/logic/knowledge"
)

// The number in a model's name: "iPhone 13 Pro", "iPad (9th generation)", "iPad mini 4". Sizes such as 12.9-inch and names of
// chips such as M2 are none.
var (
	inch  = regexp.MustCompile(`\d+([.,]\d+)?[\s-]*(inch|"|”|in\b)`)
	chip  = regexp.MustCompile(`(?i)\b[ma]\d+\b`)
	digit = regexp.MustCompile(`\d+`)
)

// generation is the number in the name of a model, 0 when there is none.
func generation(model string) int {
	n, _ := strconv.Atoi(digit.FindString(chip.ReplaceAllString(inch.ReplaceAllString(model, ""), "")))
	return n
}

// BodyFor tells from the name of a model whether it has a Home button. A name that says too little is taken for one without.
func BodyFor(kind, model string) Body {
	name, n := strings.ToLower(model), generation(model)
	if !homeButton(kind, name, n) {
		return FullScreen
	}
	return HomeButton
}

func homeButton(kind, name string, n int) bool {
	switch {
	case strings.Contains(name, ","): // an identifier such as iPhone14,5, which counts otherwise
		return false
	case kind != knowledge.IPad:
		return strings.Contains(name, "se") || n >= 4 && n <= 8
	case chip.MatchString(name): // those named for their chip came later
		return false
	case strings.Contains(name, "air"):
		return n <= 3
	case strings.Contains(name, "mini"):
		return n <= 5
	case strings.Contains(name, "pro"):
		return strings.Contains(name, "10.5") || strings.Contains(name, "9.7") ||
			strings.Contains(name, "12.9") && (n == 1 || n == 2)
	default:
		return n >= 1 && n <= 9
	}
}

// RestartFor tells from the name of a model which buttons force it to restart; the ways differ by family [B7, W49, W50].
func RestartFor(kind, model string) HardwareKind {
	name, n := strings.ToLower(model), generation(model)
	if kind == knowledge.IPad {
		if homeButton(kind, name, n) {
			return RestartTopHome
		}
		return RestartTop
	}
	switch {
	case strings.Contains(name, ","):
		return RestartSide
	case strings.Contains(name, "se"):
		if n == 1 {
			return RestartHome
		}
		return RestartSide
	case n == 7:
		return RestartVolume
	case n >= 4 && n <= 6:
		return RestartHome
	}
	return RestartSide
}
