package ui

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/settings"
	"backupdoctor/ui/theme"
)

// Whoever changes between light and dark all day does not fill the memory with fonts.
func TestFontsOfFormerThemesAreLetGo(t *testing.T) {
	w := Blank(Start{App: test.NewTempApp(t), Home: t.TempDir()})
	change := func(often int) (live uint64) {
		for i := range often {
			w.settings.Appearance = []string{settings.AlwaysDark, settings.AlwaysLight}[i%2]
			w.start.App.Settings().SetTheme(theme.FromSettings(w.settings))
			fyne.MeasureText("Backup", 14, fyne.TextStyle{})
		}
		runtime.GC()
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		return now.HeapAlloc
	}
	before := change(2)
	if after := change(12); after > before+10e6 {
		t.Errorf("12 changes of the theme leave %d MB", (after-before)/1e6)
	}
}
