package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// pair is a foreground the program draws on a background. With over, the background is that
// translucent colour laid on bg first, as hover and focus are.
type pair struct {
	use      string
	fg, bg   fyne.ThemeColorName
	over     fyne.ThemeColorName
	min      float64
	whenHigh float64 // in high contrast; 0 means the same as min
}

const (
	text    = 4.5
	control = 3.0
	strong  = 7.0 // text in high contrast
)

var pairs = []pair{
	{use: "text on background", fg: ColorText, bg: ColorBackground, min: text, whenHigh: strong},
	{use: "text on surface", fg: ColorText, bg: ColorSurface, min: text, whenHigh: strong},
	{use: "text on sunken", fg: ColorText, bg: ColorSunken, min: text, whenHigh: strong},
	{use: "text on recommended row", fg: ColorText, bg: ColorAccentSoft, min: text, whenHigh: strong},
	{use: "text on ok box", fg: ColorText, bg: ColorOKSoft, min: text, whenHigh: strong},
	{use: "text on warn box", fg: ColorText, bg: ColorWarnSoft, min: text, whenHigh: strong},
	{use: "text on bad box", fg: ColorText, bg: ColorBadSoft, min: text, whenHigh: strong},
	{use: "text on hovered row", fg: ColorText, bg: ColorSurface, over: colorHover, min: text, whenHigh: strong},
	{use: "text on hovered recommended row", fg: ColorText, bg: ColorAccentSoft, over: colorHover, min: text, whenHigh: strong},
	{use: "text on pressed answer", fg: ColorText, bg: ColorSurface, over: colorPressed, min: text, whenHigh: strong},
	{use: "text on stock button", fg: ColorText, bg: colorButton, min: text, whenHigh: strong},
	{use: "text on hovered stock button", fg: ColorText, bg: colorButton, over: colorHover, min: text, whenHigh: strong},
	{use: "text on focused stock button", fg: ColorText, bg: colorButton, over: colorFocus, min: text},
	{use: "focused stock button of high importance", fg: ColorOnAccent, bg: ColorAccent, over: colorFocus, min: text},
	{use: "text on selection", fg: ColorText, bg: colorSelection, min: text, whenHigh: strong},
	{use: "muted on background", fg: ColorMuted, bg: ColorBackground, min: text, whenHigh: strong},
	{use: "muted on surface, placeholder", fg: ColorMuted, bg: ColorSurface, min: text, whenHigh: strong},
	{use: "muted on sunken, neutral pill", fg: ColorMuted, bg: ColorSunken, min: text, whenHigh: strong},
	{use: "muted on recommended row", fg: ColorMuted, bg: ColorAccentSoft, min: text, whenHigh: strong},
	{use: "muted on hovered row", fg: ColorMuted, bg: ColorSurface, over: colorHover, min: text, whenHigh: strong},
	{use: "muted on hovered tab", fg: ColorMuted, bg: ColorBackground, over: colorHover, min: text, whenHigh: strong},
	{use: "link on background", fg: ColorAccent, bg: ColorBackground, min: text, whenHigh: strong},
	{use: "link on surface", fg: ColorAccent, bg: ColorSurface, min: text, whenHigh: strong},
	{use: "link on sunken", fg: ColorAccent, bg: ColorSunken, min: text, whenHigh: strong},
	{use: "accent on recommended row", fg: ColorAccent, bg: ColorAccentSoft, min: text, whenHigh: strong},
	{use: "accent on hovered recommended row", fg: ColorAccent, bg: ColorAccentSoft, over: colorHover, min: text},
	{use: "hovered link", fg: ColorAccent, bg: ColorBackground, over: colorHover, min: text},
	{use: "pressed link", fg: ColorAccent, bg: ColorBackground, over: colorPressed, min: control},
	{use: "words on the primary button", fg: ColorOnAccent, bg: ColorAccent, min: text, whenHigh: strong},
	{use: "hovered primary button", fg: ColorOnAccent, bg: ColorAccent, over: colorHover, min: text},
	{use: "ok on surface", fg: ColorOK, bg: ColorSurface, min: text, whenHigh: strong},
	{use: "ok on background", fg: ColorOK, bg: ColorBackground, min: text, whenHigh: strong},
	{use: "ok on ok pill", fg: ColorOK, bg: ColorOKSoft, min: text, whenHigh: strong},
	{use: "ok on hovered row", fg: ColorOK, bg: ColorSurface, over: colorHover, min: text},
	{use: "warn on surface", fg: ColorWarn, bg: ColorSurface, min: text, whenHigh: strong},
	{use: "warn on background", fg: ColorWarn, bg: ColorBackground, min: text, whenHigh: strong},
	{use: "warn on warn box", fg: ColorWarn, bg: ColorWarnSoft, min: text, whenHigh: strong},
	{use: "bad on surface", fg: ColorBad, bg: ColorSurface, min: text, whenHigh: strong},
	{use: "bad on background", fg: ColorBad, bg: ColorBackground, min: text, whenHigh: strong},
	{use: "bad on bad box", fg: ColorBad, bg: ColorBadSoft, min: text, whenHigh: strong},
	{use: "bad on hovered row", fg: ColorBad, bg: ColorSurface, over: colorHover, min: text},
	{use: "sign on ok", fg: ColorOnStatus, bg: ColorOK, min: text, whenHigh: strong},
	{use: "sign on warn", fg: ColorOnStatus, bg: ColorWarn, min: text, whenHigh: strong},
	{use: "sign on bad", fg: ColorOnStatus, bg: ColorBad, min: text, whenHigh: strong},
	{use: "outline on background", fg: ColorControl, bg: ColorBackground, min: control, whenHigh: text},
	{use: "outline on surface", fg: ColorControl, bg: ColorSurface, min: control, whenHigh: text},
	{use: "outline on recommended row", fg: ColorControl, bg: ColorAccentSoft, min: control, whenHigh: text},
	{use: "disabled words on background", fg: colorDisabled, bg: ColorBackground, min: control},
	{use: "disabled words on surface", fg: colorDisabled, bg: ColorSurface, min: control},
	{use: "disabled words on sunken", fg: colorDisabled, bg: ColorSunken, min: control},
	{use: "focus ring on background", fg: ColorAccent, bg: ColorBackground, min: control},
	{use: "focus ring on surface", fg: ColorAccent, bg: ColorSurface, min: control},
	{use: "stock focus on surface", fg: colorFocus, bg: ColorSurface, min: control},
	{use: "stock focus on background", fg: colorFocus, bg: ColorBackground, min: control},
	{use: "filled bar on track", fg: ColorAccent, bg: ColorSunken, min: control},
	{use: "quiet bar on track", fg: ColorControl, bg: ColorSunken, min: control},
	{use: "next backup on track", fg: ColorNext, bg: ColorSunken, min: control},
	{use: "what does not fit on track", fg: ColorBad, bg: ColorSunken, min: control},
	{use: "stripes", fg: ColorBad, bg: ColorBadSoft, min: control},
	{use: "words of a focused select or menu item", fg: ColorText, bg: ColorSurface, over: colorFocus, min: text},
	{use: "words of a hovered select or menu item", fg: ColorText, bg: ColorSurface, over: colorHover, min: text, whenHigh: strong},
	{use: "tick of a checked box, cursor, border of a focused field", fg: ColorAccent, bg: ColorSurface, min: control, whenHigh: text},
	{use: "tick of a checked box on background", fg: ColorAccent, bg: ColorBackground, min: control, whenHigh: text},
	{use: "border of a field with an error", fg: ColorBad, bg: ColorSurface, min: control, whenHigh: text},
	{use: "scroll bar on its track", fg: ColorControl, bg: ColorSunken, min: control},
	{use: "text on drawn cell", fg: ColorText, bg: ColorCell, min: text},
	{use: "muted on drawn cell", fg: ColorMuted, bg: ColorCell, min: text},
	{use: "muted on drawn screen", fg: ColorMuted, bg: ColorScreen, min: text},
	{use: "link on drawn cell", fg: ColorAccent, bg: ColorCell, min: text},
	{use: "link on drawn screen", fg: ColorAccent, bg: ColorScreen, min: text},
	{use: "switch on, drawn cell", fg: ColorSwitchOn, bg: ColorCell, min: control},
}

func TestEveryPairInUseHasEnoughContrast(t *testing.T) {
	for name, p := range palettes() {
		high := name == "light high contrast" || name == "dark high contrast"
		for _, pr := range pairs {
			bg := p[pr.bg]
			if pr.over != "" {
				bg = lay(p[pr.over], bg)
			}
			want := pr.min
			if high && pr.whenHigh != 0 {
				want = pr.whenHigh
			}
			if got := contrast(lay(p[pr.fg], bg), bg); got < want {
				t.Errorf("%s, %s: %.2f to 1, want %.1f", name, pr.use, got, want)
			}
		}
	}
}

func TestEveryPaletteHasEveryToken(t *testing.T) {
	for name, p := range palettes() {
		for token := range light {
			if _, ok := p[token]; !ok {
				t.Errorf("%s lacks %s", name, token)
			}
		}
		if len(p) != len(light) {
			t.Errorf("%s has %d colours, light has %d", name, len(p), len(light))
		}
	}
}

func TestContrastKnowsTheExtremes(t *testing.T) {
	if got := contrast(rgb(0), rgb(0xFFFFFF)); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white: %.2f, want 21", got)
	}
	if got := contrast(rgb(0x777777), rgb(0xFFFFFF)); math.Abs(got-4.48) > 0.01 {
		t.Errorf("#777 on white: %.2f, want 4.48", got)
	}
}

func palettes() map[string]palette {
	return map[string]palette{
		"light": light, "dark": dark,
		"light high contrast": lightContrast, "dark high contrast": darkContrast,
	}
}

// lay puts a translucent colour on an opaque one.
func lay(over, under color.NRGBA) color.NRGBA {
	mix := func(o, u uint8) uint8 {
		a := float64(over.A) / 255
		return uint8(math.Round(float64(o)*a + float64(u)*(1-a)))
	}
	return color.NRGBA{R: mix(over.R, under.R), G: mix(over.G, under.G), B: mix(over.B, under.B), A: 255}
}

// contrast is the ratio of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c color.NRGBA) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// Fyne asks by its own names; all of them must come from the tokens, not from Fyne's theme.
func TestNamesOfFyneAreMapped(t *testing.T) {
	th := New(Options{Mode: ModeLight})
	for name, token := range fyneColors {
		if got, want := th.Color(name, fynetheme.VariantDark), color.Color(light[token]); got != want {
			t.Errorf("%s: %v, want %v of %s", name, got, want, token)
		}
	}
}
