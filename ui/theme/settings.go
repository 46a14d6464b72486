package theme

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/settings"
)

// FromSettings returns the theme that the settings choose: light or dark, contrast, and text size.
func FromSettings(s settings.Settings) fyne.Theme {
	mode := map[string]Mode{settings.AlwaysLight: ModeLight, settings.AlwaysDark: ModeDark}[s.Appearance]
	return New(Options{Mode: mode, HighContrast: s.HighContrast, TextScale: float32(s.TextPercent) / 100})
}
