package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/voice"
	"backupdoctor/ui/widgets"
)

// listener is a screen reader that keeps what it was told.
type listener struct {
	runs bool
	told []string
}

func (l *listener) Listens() bool    { return l.runs }
func (l *listener) Tell(text string) { l.told = append(l.told, text) }

// TestAScreenReaderHearsWhatIsNew plays a person who hears the window: the page, each control that gets the keyboard, its new
// state, a sheet and a banner; and nothing twice.
func TestAScreenReaderHearsWhatIsNew(t *testing.T) {
	w := openWindow(t)
	l := &listener{}
	var look func()
	w.start.Voice = func(fyne.Window) voice.Reader { return l }
	w.start.After = func(_ time.Duration, f func()) { look = f }
	w.startSpeech()
	look()
	if len(l.told) > 0 {
		t.Fatalf("nobody listens, and is told %q", l.told)
	}
	l.runs = true
	heard := func() string {
		l.told = nil
		look()
		look() // what was told already is not told again
		if len(l.told) > 1 {
			t.Errorf("told at once: %q", l.told)
		}
		return strings.Join(l.told, "\n")
	}
	if first := heard(); !strings.HasPrefix(first, w.desk.Text("first.title")+"\n"+w.desk.Text("first.text")) {
		t.Errorf("the first page is heard as %q", first)
	}
	canvas := w.window.Canvas()
	card := desktest.All[*widgets.ChoiceCard](w.guide.Object())[0]
	canvas.Focus(card)
	if got := heard(); got != card.AccessibilityLabel()+", button" {
		t.Errorf("the card is heard as %q", got)
	}
	if got := heard(); got != "" {
		t.Errorf("nothing is new, and %q is heard", got)
	}
	card.Tapped(nil)
	question := voice.Texts(w.guide.Object())[0]
	if got := heard(); !strings.HasPrefix(got, question) || question == w.desk.Text("first.title") {
		t.Errorf("the question is heard as %q", got)
	}
	w.showPreferences()
	tick := desktest.All[*widgets.Tick](w.window.Canvas().Overlays().Top())[0]
	canvas.Focus(tick)
	if got := heard(); !strings.HasPrefix(got, w.desk.Text("preferences.title")) || !strings.HasSuffix(got, ", not checked, checkbox") {
		t.Errorf("the settings are heard as %q", got)
	}
	tick.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := heard(); !strings.HasSuffix(got, ", checked, checkbox") || strings.Contains(got, "\n") {
		t.Errorf("a box that was ticked is heard as %q", got)
	}
}

// TestABannerIsHeard shows a sentence above the panes.
func TestABannerIsHeard(t *testing.T) {
	w := openWindow(t)
	s := &speech{window: w}
	s.news()
	w.banner.show(widgets.ToneBad, "The case could not be saved.", "Try again", func() {})
	if got := s.news(); got != "The case could not be saved." {
		t.Errorf("the banner is heard as %q", got)
	}
}

// TestControlsAreHeardWithRoleAndState is about what has no words of its own for its state.
func TestControlsAreHeardWithRoleAndState(t *testing.T) {
	w := openWindow(t)
	undo := desktest.Labelled[*widgets.Button](w.frame, w.desk.Text("bar.undo"))
	if got := voice.Control(w.desk.Words, undo); got != "Undo, button, unavailable" {
		t.Errorf("where nothing can be undone, the button is heard as %q", got)
	}
	w.desk.Answer("back-up-switch", "on")
	if got := voice.Control(w.desk.Words, undo); got != "Undo, button" {
		t.Errorf("the button is heard as %q", got)
	}
	pager := desktest.Find[*phone.Pager](w.guide.Object())
	if got, shown := voice.Control(w.desk.Words, pager), pager.Phone().AccessibilityLabel(); shown == "" ||
		!strings.HasSuffix(got, ". "+shown+", picture") {
		t.Errorf("the picture is heard as %q", got)
	}
	fold := desktest.Labelled[*widgets.Tick](w.list.Object(), "Wi-Fi")
	if got := voice.Control(w.desk.Words, fold); !strings.HasSuffix(got, ", closed, section") {
		t.Errorf("a group is heard as %q", got)
	}
}
