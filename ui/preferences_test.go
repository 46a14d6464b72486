package ui

import (
	"math"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/theme"
)

func TestSettingsShowAtOnceAndAreKept(t *testing.T) {
	w := openWindow(t)
	p := w.openPreferences()
	look := func(name fyne.ThemeColorName) any {
		s := w.start.App.Settings()
		return s.Theme().Color(name, s.ThemeVariant())
	}
	p.appearance.SetSelected(w.desk.Text("preferences.appearance.light"))
	light := look(theme.ColorText)
	p.appearance.SetSelected(w.desk.Text("preferences.appearance.dark"))
	dark, line := look(theme.ColorText), look(theme.ColorControl)
	if light == dark {
		t.Error("light and dark look alike")
	}
	p.contrast.Tapped(nil)
	if look(theme.ColorControl) == line {
		t.Error("high contrast changes nothing")
	}
	for range 12 {
		p.text.larger.Tapped(nil)
	}
	if got := w.start.App.Settings().Theme().Size(theme.SizeTextNormal); got != 28 {
		t.Errorf("the largest text is %v high, want twice 14", got)
	}
	if !p.text.larger.Disabled() || p.text.smaller.Disabled() || !strings.Contains(p.text.label.Text(), "200") {
		t.Errorf("at the end larger is offered: %v; smaller is not: %v; the sheet says %q", !p.text.larger.Disabled(), p.text.smaller.Disabled(), p.text.label.Text())
	}
	size := w.window.Canvas().Size()
	if got := p.sheet.Size(); got.Width > size.Width || got.Height > size.Height {
		t.Errorf("with the largest text the sheet is %v in a window of %v", got, size)
	}
	p.text.smaller.Tapped(nil)
	kept, err := settings.Load(w.settingsPath())
	if err != nil || kept.Appearance != settings.AlwaysDark || !kept.HighContrast || kept.TextPercent != 190 {
		t.Errorf("kept is %+v, %v", kept, err)
	}
}

// TestTheInterfaceIsScaledAtOnce looks at what the toolkit reads; a test in a real window would need a real
// screen.
func TestTheInterfaceIsScaledAtOnce(t *testing.T) {
	for _, test := range []struct{ before, larger, back string }{{"", "1.1", ""}, {"1.5", "1.65", "1.5"}, {"auto", "1.1", "auto"}} {
		t.Setenv(scaleVariable, test.before)
		w := openWindow(t)
		p := w.openPreferences()
		size := w.window.Canvas().Size()
		p.scale.larger.Tapped(nil)
		if got := os.Getenv(scaleVariable); got != test.larger {
			t.Errorf("with %q, a tenth larger is %q, want %q", test.before, got, test.larger)
		}
		if got := w.window.Canvas().Size(); math.Abs(float64(got.Width*1.1-size.Width)) > 1 {
			t.Errorf("a window that keeps its size on the screen is now %v, was %v", got, size)
		}
		if kept, err := settings.Load(w.settingsPath()); err != nil || kept.InterfacePercent != 110 {
			t.Errorf("kept is %+v, %v", kept, err)
		}
		p.scale.smaller.Tapped(nil)
		if got := os.Getenv(scaleVariable); got != test.back {
			t.Errorf("back at the system's size the variable is %q, want %q", got, test.back)
		}
	}
}

func TestAnotherLanguageGoesOnInTheSamePlace(t *testing.T) {
	w := openWindow(t)
	w.start.Reload = func(chosen string) (*session.Library, error) {
		return session.LoadLibrary(assets.Files, words.Locale(language.AmericanEnglish, chosen), "")
	}
	desktest.Must(w.desk.Session.SayAs("last-backup-not-completed", ""))
	step := pages.Step{Kind: "check", ID: "vpn-filter"}
	w.desk.Open(step)
	english, title := w.desk.Page(w.guide.Step()).Title, w.desk.Text("tab.guide")
	h := w.desk.View().Case.Header()
	h.Language = "ja"
	desktest.Must(w.desk.Session.SetHeader(h))
	w.changeLanguage(words.Pseudo)
	if got := w.desk.View().Wordless; got != session.WordsNoFont {
		t.Errorf("without a font for the phone's words they are told as %q", got)
	}
	if w.guide.Step() != step || w.desk.Page(w.guide.Step()).Title == english || w.desk.Text("tab.guide") == title {
		t.Errorf("in the other language the guide shows %v, %q", w.guide.Step(), w.desk.Page(w.guide.Step()).Title)
	}
	w.desk.Answer("vpn-filter", w.desk.Page(w.guide.Step()).Answers[0].ID)
	if got := w.desk.View(); got.Checked != 1 || len(got.Messages) != 1 {
		t.Errorf("after the change the case has %d checks and %d messages", got.Checked, len(got.Messages))
	}
	if p := w.openPreferences(); p.language.Selected != w.desk.Text("preferences.language.pseudo") {
		t.Errorf("the settings name the language %q", p.language.Selected)
	}
	if kept, err := settings.Load(w.settingsPath()); err != nil || kept.Language != words.Pseudo {
		t.Errorf("kept is %+v, %v", kept, err)
	}
}
