package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk/desktest"
)

// About is reached from the help, and a license from there; Escape leads back.
func TestAboutTellsVersionAndLicenses(t *testing.T) {
	w := openWindow(t)
	top := func() string { return desktest.Text(w.window.Canvas().Overlays().Top()) }
	w.showHelp()
	if !desktest.Press(w.window.Canvas().Overlays().Top(), w.desk.Text("bar.about")) {
		t.Fatal("the help has no way to About")
	}
	for _, want := range []string{"iOS and iPadOS 15 to 27", "fyne.io/fyne/v2 v", "trademarks"} {
		if !strings.Contains(top(), want) {
			t.Errorf("About says %q, which lacks %q", top(), want)
		}
	}
	if !desktest.Press(w.window.Canvas().Overlays().Top(), "Go") || !strings.Contains(top(), "The Go Authors") {
		t.Errorf("the license of Go is %q", top())
	}
	for range 3 {
		desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	}
	if w.window.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves a sheet open")
	}
}
