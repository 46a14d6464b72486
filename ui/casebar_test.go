package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/theme"
)

// widths are those of the window in which the bar is looked at.
var barWidths = []float32{360, 600, 800, 899, 900, 1000, 1180, 1920}

// places are where the parts of the bar stand that a person clicks.
func (b *caseBar) places() map[string]fyne.Position {
	at := map[string]fyne.Position{}
	l := b.layout
	for name, o := range map[string]fyne.CanvasObject{
		"mode": l.mode, "undo": l.undo, "redo": l.redo, "cases": l.cases, "settings": l.settings, "help": l.help,
		"more": l.more,
	} {
		if o.Visible() {
			at[name] = o.Position()
		}
	}
	return at
}

// Nothing moves under a pointer that just clicked: the second click of two would hit a neighbor.
func TestNoButtonOfTheBarMoves(t *testing.T) {
	for _, percent := range []int{100, 150} {
		w := openWindow(t)
		w.start.App.Settings().SetTheme(theme.FromSettings(settings.Settings{TextPercent: percent}))
		for _, width := range barWidths {
			w.window.Resize(fyne.NewSize(width, 760))
			w.setHelper(false)
			desktest.Begin(w.desk)
			before := fmt.Sprint(w.bar.places())
			same := func(after string) {
				t.Helper()
				if now := fmt.Sprint(w.bar.places()); now != before {
					t.Errorf("%v wide, text %d %%: %s, the buttons stand at\n%s\ninstead of\n%s", width, percent, after, now, before)
				}
			}
			w.setHelper(true)
			same("with the view of a helper")
			w.desk.Try("turn-off-low-data-mode", casefile.Done)
			same("with a state to tell")
			w.desk.Undo()
			same("after Undo")
		}
	}
}

// The bar is one line in every window, and what has no room in it is in the menu More.
func TestTheBarIsOneLineAndLosesNothing(t *testing.T) {
	w := openWindow(t)
	waiting(w)
	all := map[string]fyne.CanvasObject{
		w.desk.Text("bar.undo"): w.bar.undo, w.desk.Text("bar.redo"): w.bar.redo,
		w.desk.Text("bar.cases"): w.bar.layout.cases, w.desk.Text("bar.settings"): w.bar.layout.settings,
		w.desk.Text("bar.help"): w.bar.layout.help, w.desk.Text("bar.helper.view"): w.bar.mode,
		w.desk.Text("bar.change.device"): w.bar.layout.change, short(w.bar.says.Text(), menuMost): w.bar.says,
	}
	for _, width := range barWidths {
		w.window.Resize(fyne.NewSize(width, 760))
		w.redraw()
		if high := w.bar.content.Size().Height; high > 2*36 {
			t.Errorf("%v wide, the bar is %v high", width, high)
		}
		inMenu := map[string]bool{}
		for _, item := range w.bar.moreItems() {
			inMenu[item.Label] = true
		}
		for label, o := range all {
			// Without More, the case is named and changed in the list of cases.
			if o == w.bar.layout.change && !w.bar.more.Visible() {
				continue
			}
			if o.Visible() == inMenu[label] {
				t.Errorf("%v wide, %q is in the bar: %v, in the menu: %v", width, label, o.Visible(), inMenu[label])
			}
		}
		state := w.desk.Guide.StateText(w.desk.View().State)
		if w.bar.state.Visible() == w.bar.who.told.Visible() || w.bar.who.told.Text() != state {
			t.Errorf("%v wide, the bar does not tell %q once", width, state)
		}
		if narrow := width < 900; narrow && (w.bar.mode.Visible() || w.bar.says.Visible() || !w.bar.more.Visible()) {
			t.Errorf("%v wide, switch and complaint are not in the menu", width)
		}
	}
}

func TestTheTitleNamesTheCaseAndHowFarItIs(t *testing.T) {
	w := openWindow(t)
	desktest.Begin(w.desk)
	if got := w.window.Title(); got != "Grandma’s iPhone – Backup Doctor" {
		t.Errorf("the title is %q", got)
	}
	waiting(w)
	if got := w.window.Title(); got != "Grandma’s iPhone – Waiting until tomorrow – Backup Doctor" {
		t.Errorf("the title is %q", got)
	}
}
