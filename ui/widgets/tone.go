package widgets

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// Tone is the meaning of a colour. It never stands alone: a word always says the same.
type Tone int

// The tones.
const (
	ToneNeutral Tone = iota // plain remark
	ToneAccent              // to be looked at now
	ToneOK                  // good, or without risk
	ToneWarn                // be careful
	ToneBad                 // a problem
)

// colors returns the strong and the soft colour of a tone.
func (t Tone) colors() (strong, soft fyne.ThemeColorName) {
	switch t {
	case ToneAccent:
		return theme.ColorAccent, theme.ColorAccentSoft
	case ToneOK:
		return theme.ColorOK, theme.ColorOKSoft
	case ToneWarn:
		return theme.ColorWarn, theme.ColorWarnSoft
	case ToneBad:
		return theme.ColorBad, theme.ColorBadSoft
	}
	return theme.ColorMuted, theme.ColorSunken
}
