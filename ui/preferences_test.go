package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/settings"
	"backupdoctor/ui/theme"
)

func TestSettingsShowAtOnceAndAreKept(t *testing.T) {
	w := openWindow(t)
	p := w.openPreferences()
	look := func(name fyne.ThemeColorName) any {
		s := w.start.App.Settings()
		return s.Theme().Color(name, s.ThemeVariant())
	}
	p.appearance.SetSelected(w.desk.text("preferences.appearance.light"))
	light := look(theme.ColorText)
	p.appearance.SetSelected(w.desk.text("preferences.appearance.dark"))
	dark, line := look(theme.ColorText), look(theme.ColorControl)
	if light == dark {
		t.Error("light and dark look alike")
	}
	p.contrast.SetChecked(true)
	if look(theme.ColorControl) == line {
		t.Error("high contrast changes nothing")
	}
	for range 12 {
		press(p.sheet.body, w.desk.text("preferences.larger"))
	}
	if got := w.start.App.Settings().Theme().Size(theme.SizeTextNormal); got != 28 {
		t.Errorf("the largest text is %v high, want twice 14", got)
	}
	if !p.larger.Disabled() || p.smaller.Disabled() || !strings.Contains(p.percent.Text(), "200") {
		t.Errorf("at the end larger is offered: %v; smaller is not: %v; the sheet says %q", !p.larger.Disabled(), p.smaller.Disabled(), p.percent.Text())
	}
	size := w.window.Canvas().Size()
	if got := p.sheet.popup.Size(); got.Width > size.Width || got.Height > size.Height {
		t.Errorf("with the largest text the sheet is %v in a window of %v", got, size)
	}
	press(p.sheet.body, w.desk.text("preferences.smaller"))
	kept, err := settings.Load(w.settingsPath())
	if err != nil || kept.Appearance != settings.AlwaysDark || !kept.HighContrast || kept.TextPercent != 190 {
		t.Errorf("kept is %+v, %v", kept, err)
	}
}
