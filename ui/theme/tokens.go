package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Names of the program's own colours. They resolve through the theme in use like the names of Fyne:
// th.Color(theme.ColorAccentSoft, variant).
const (
	// ColorBackground is behind everything, and the colour of the centre column.
	ColorBackground fyne.ThemeColorName = "bd.background"
	// ColorSurface is the colour of side columns, cards and fields.
	ColorSurface fyne.ThemeColorName = "bd.surface"
	// ColorSunken is the colour of tracks, neutral pills and quiet boxes.
	ColorSunken fyne.ThemeColorName = "bd.sunken"
	// ColorLine is for decorative lines; they carry no meaning and may be faint.
	ColorLine fyne.ThemeColorName = "bd.line"
	// ColorControl outlines controls: at least 3:1 against the background.
	ColorControl fyne.ThemeColorName = "bd.control"
	// ColorText is for normal text.
	ColorText fyne.ThemeColorName = "bd.text"
	// ColorMuted is for text of lesser weight; still 4.5:1.
	ColorMuted fyne.ThemeColorName = "bd.muted"
	// ColorAccent marks the one thing to do, links and focus.
	ColorAccent fyne.ThemeColorName = "bd.accent"
	// ColorOnAccent is for text and signs on ColorAccent.
	ColorOnAccent fyne.ThemeColorName = "bd.onAccent"
	// ColorAccentSoft is the quiet background that goes with ColorAccent.
	ColorAccentSoft fyne.ThemeColorName = "bd.accentSoft"
	// ColorOK is for good states.
	ColorOK fyne.ThemeColorName = "bd.ok"
	// ColorOKSoft is the quiet background that goes with ColorOK.
	ColorOKSoft fyne.ThemeColorName = "bd.okSoft"
	// ColorWarn is for things to be careful with.
	ColorWarn fyne.ThemeColorName = "bd.warn"
	// ColorWarnSoft is the quiet background that goes with ColorWarn.
	ColorWarnSoft fyne.ThemeColorName = "bd.warnSoft"
	// ColorBad is for problems found.
	ColorBad fyne.ThemeColorName = "bd.bad"
	// ColorBadSoft is the quiet background that goes with ColorBad.
	ColorBadSoft fyne.ThemeColorName = "bd.badSoft"
	// ColorOnStatus is for text and signs on ColorOK, ColorWarn and ColorBad.
	ColorOnStatus fyne.ThemeColorName = "bd.onStatus"
	// ColorNext is the part of a storage bar that the next backup takes.
	ColorNext fyne.ThemeColorName = "bd.next"
	// ColorPhone is the body of the drawn phone.
	ColorPhone fyne.ThemeColorName = "bd.phone"
	// ColorScreen is the background of the drawn phone's screen.
	ColorScreen fyne.ThemeColorName = "bd.screen"
	// ColorCell is a list cell on the drawn screen.
	ColorCell fyne.ThemeColorName = "bd.cell"
	// ColorCellLine separates cells on the drawn screen, and fills a switch that is off.
	ColorCellLine fyne.ThemeColorName = "bd.cellLine"
	// ColorSwitchOn fills a switch that is on.
	ColorSwitchOn fyne.ThemeColorName = "bd.switchOn"
	// ColorSwitchKnob is the round part of a switch.
	ColorSwitchKnob fyne.ThemeColorName = "bd.switchKnob"
)

// Names for the mapping to Fyne's widgets only.
const (
	colorButton    fyne.ThemeColorName = "bd.button"
	colorDisabled  fyne.ThemeColorName = "bd.disabled"
	colorFocus     fyne.ThemeColorName = "bd.focus"
	colorSelection fyne.ThemeColorName = "bd.selection"
	colorHover     fyne.ThemeColorName = "bd.hover"
	colorPressed   fyne.ThemeColorName = "bd.pressed"
	colorShadow    fyne.ThemeColorName = "bd.shadow"
)

// palette holds a colour for every token of this file.
type palette map[fyne.ThemeColorName]color.NRGBA

// rgb returns the opaque colour of 0xRRGGBB.
func rgb(v uint32) color.NRGBA { return rgba(v, 0xFF) }

// rgba returns the colour of 0xRRGGBB with an alpha of 0 to 255.
func rgba(v uint32, a uint8) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: a}
}

// The focus colour is translucent: Fyne's buttons draw it over their own fill, and the words on the button
// must stay readable; at the same time the focus colour must have a contrast of 3:1 to the surface.
var light = palette{
	ColorBackground: rgb(0xF4F5F7), ColorSurface: rgb(0xFFFFFF), ColorSunken: rgb(0xECEEF2),
	ColorLine: rgb(0xDADEE5), ColorControl: rgb(0x7A8494),
	ColorText: rgb(0x1B1F27), ColorMuted: rgb(0x566072),
	ColorAccent: rgb(0x2458E6), ColorOnAccent: rgb(0xFFFFFF), ColorAccentSoft: rgb(0xE8EEFD),
	ColorOK: rgb(0x1F7A45), ColorOKSoft: rgb(0xE3F3E9),
	ColorWarn: rgb(0x855600), ColorWarnSoft: rgb(0xFFF2D6),
	ColorBad: rgb(0xB3261E), ColorBadSoft: rgb(0xFBE8E6),
	ColorOnStatus: rgb(0xFFFFFF), ColorNext: rgb(0x3E8F74),
	ColorPhone: rgb(0x2A2F38), ColorScreen: rgb(0xF2F2F6), ColorCell: rgb(0xFFFFFF),
	ColorCellLine: rgb(0xE2E3E8), ColorSwitchOn: rgb(0x2E9E5B), ColorSwitchKnob: rgb(0xFFFFFF),
	colorButton: rgb(0xE4E7ED), colorDisabled: rgb(0x7A8494), colorFocus: rgba(0x2458E6, 0xB2),
	colorSelection: rgb(0xC6D5FB), colorHover: rgba(0x1B1F27, 0x0D), colorPressed: rgba(0x1B1F27, 0x1F),
	colorShadow: rgba(0x1B1F27, 0x26),
}

var dark = palette{
	ColorBackground: rgb(0x13161B), ColorSurface: rgb(0x1C2027), ColorSunken: rgb(0x171A20),
	ColorLine: rgb(0x323844), ColorControl: rgb(0x8590A2),
	ColorText: rgb(0xECEEF2), ColorMuted: rgb(0xA8B1BF),
	ColorAccent: rgb(0x86AAFF), ColorOnAccent: rgb(0x0F1B3A), ColorAccentSoft: rgb(0x22304F),
	ColorOK: rgb(0x6FCF97), ColorOKSoft: rgb(0x1B3326),
	ColorWarn: rgb(0xF0C264), ColorWarnSoft: rgb(0x3A2F18),
	ColorBad: rgb(0xFF8F85), ColorBadSoft: rgb(0x3D2220),
	ColorOnStatus: rgb(0x13161B), ColorNext: rgb(0x7FB4A0),
	ColorPhone: rgb(0x3A414D), ColorScreen: rgb(0x0C0D10), ColorCell: rgb(0x1C1D21),
	ColorCellLine: rgb(0x2B2C32), ColorSwitchOn: rgb(0x3DBB72), ColorSwitchKnob: rgb(0xFFFFFF),
	colorButton: rgb(0x22272F), colorDisabled: rgb(0x7B8596), colorFocus: rgba(0x5580F5, 0xB9),
	colorSelection: rgb(0x2F4677), colorHover: rgba(0xECEEF2, 0x10), colorPressed: rgba(0xECEEF2, 0x24),
	colorShadow: rgba(0x000000, 0x66),
}

var lightContrast = palette{
	ColorBackground: rgb(0xFFFFFF), ColorSurface: rgb(0xFFFFFF), ColorSunken: rgb(0xEDEDED),
	ColorLine: rgb(0x4A4A4A), ColorControl: rgb(0x1A1A1A),
	ColorText: rgb(0x000000), ColorMuted: rgb(0x2B2B2B),
	ColorAccent: rgb(0x0033A0), ColorOnAccent: rgb(0xFFFFFF), ColorAccentSoft: rgb(0xDCE6FF),
	ColorOK: rgb(0x00451D), ColorOKSoft: rgb(0xDDF3E4),
	ColorWarn: rgb(0x573400), ColorWarnSoft: rgb(0xFFF0CC),
	ColorBad: rgb(0x850008), ColorBadSoft: rgb(0xFFE6E3),
	ColorOnStatus: rgb(0xFFFFFF), ColorNext: rgb(0x2E7D62),
	ColorPhone: rgb(0x000000), ColorScreen: rgb(0xF2F2F6), ColorCell: rgb(0xFFFFFF),
	ColorCellLine: rgb(0x6B6B6B), ColorSwitchOn: rgb(0x00591F), ColorSwitchKnob: rgb(0xFFFFFF),
	colorButton: rgb(0xE0E0E0), colorDisabled: rgb(0x5C5C5C), colorFocus: rgba(0x0A6BFF, 0xC8),
	colorSelection: rgb(0xB8CDFF), colorHover: rgba(0x000000, 0x14), colorPressed: rgba(0x000000, 0x29),
	colorShadow: rgba(0x000000, 0x40),
}

var darkContrast = palette{
	ColorBackground: rgb(0x000000), ColorSurface: rgb(0x000000), ColorSunken: rgb(0x1A1A1A),
	ColorLine: rgb(0xB5B5B5), ColorControl: rgb(0xF5F5F5),
	ColorText: rgb(0xFFFFFF), ColorMuted: rgb(0xDEDEDE),
	ColorAccent: rgb(0xA6C6FF), ColorOnAccent: rgb(0x000000), ColorAccentSoft: rgb(0x0C2450),
	ColorOK: rgb(0x8CF0B4), ColorOKSoft: rgb(0x06301A),
	ColorWarn: rgb(0xFFD866), ColorWarnSoft: rgb(0x332600),
	ColorBad: rgb(0xFFB5AD), ColorBadSoft: rgb(0x430A06),
	ColorOnStatus: rgb(0x000000), ColorNext: rgb(0x6FBF9F),
	ColorPhone: rgb(0x5A5A5A), ColorScreen: rgb(0x000000), ColorCell: rgb(0x141414),
	ColorCellLine: rgb(0x8A8A8A), ColorSwitchOn: rgb(0x1F8F4D), ColorSwitchKnob: rgb(0xFFFFFF),
	colorButton: rgb(0x262626), colorDisabled: rgb(0x9A9A9A), colorFocus: rgba(0x6FA3FF, 0x98),
	colorSelection: rgb(0x1D4694), colorHover: rgba(0xFFFFFF, 0x1F), colorPressed: rgba(0xFFFFFF, 0x38),
	colorShadow: rgba(0xFFFFFF, 0x40),
}
