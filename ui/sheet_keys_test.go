package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/widgets"
)

// pressKey gives a key to what has the keyboard, else to the window.
func pressKey(w *Window, name fyne.KeyName) {
	c, e := w.window.Canvas(), &fyne.KeyEvent{Name: name}
	if f := c.Focused(); f != nil {
		f.TypedKey(e)
		return
	}
	c.OnTypedKey()(e)
}

func TestKeysScrollALongSheet(t *testing.T) {
	w := openWindow(t)
	for range 12 {
		w.desk.OpenRecommended()
		w.guide.choose(1)
	}
	w.window.Resize(fyne.NewSize(900, 440))
	for name, open := range map[string]func(){"keys": w.showKeys, "history": w.showHistory, "details": w.showDetails} {
		open()
		scroll := widgets.FirstScroll(widgets.TopSheet(w.window.Canvas()))
		pressKey(w, fyne.KeyPageDown)
		down := scroll.Offset()
		pressKey(w, fyne.KeyPageUp)
		if down == 0 || scroll.Offset() != 0 {
			t.Errorf("%s: PageDown scrolls to %v, PageUp back to %v", name, down, scroll.Offset())
		}
		w.window.Canvas().Unfocus()
		pressKey(w, fyne.KeyDown)
		line := scroll.Offset()
		pressKey(w, fyne.KeyEnd)
		if line <= 0 || scroll.Offset() <= line {
			t.Errorf("%s: Down scrolls to %v, End to %v", name, line, scroll.Offset())
		}
		pressKey(w, fyne.KeyEscape)
		if w.window.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s: Escape leaves it open", name)
		}
	}
}

func TestDownGoesFromMessageToMessage(t *testing.T) {
	w := openWindow(t)
	p := showPicker(w.desk, w.window)
	seen := map[fyne.Focusable]bool{}
	for range 12 {
		pressKey(w, fyne.KeyDown)
		seen[w.window.Canvas().Focused()] = true
	}
	if len(seen) != 12 {
		t.Errorf("twelve times Down came to %d messages", len(seen))
	}
	if p.sheet.Scroll.Offset() == 0 {
		t.Error("the list does not follow the keyboard")
	}
	at := w.window.Canvas().Focused()
	pressKey(w, fyne.KeyUp)
	pressKey(w, fyne.KeyDown)
	if w.window.Canvas().Focused() != at {
		t.Error("Up and Down do not come back to the same message")
	}
}

func TestKeysForTheColumnsLeaveTheTab(t *testing.T) {
	w := openWindow(t)
	w.window.Resize(defaultSize)
	w.goTo(desk.TabStorage)
	for _, side := range []desk.Tab{desk.TabCauses, desk.TabChecklist} {
		w.goTo(side)
		if w.desk.Tab() != desk.TabStorage {
			t.Fatalf("%s: the tab became %s", side, w.desk.Tab())
		}
		if w.window.Canvas().Focused() == nil {
			t.Fatalf("%s: nothing has the focus", side)
		}
	}
	w.goTo(desk.TabCauses)
	before := len(w.causes.content.Objects)
	pressKey(w, fyne.KeyReturn)
	if len(w.causes.content.Objects) <= before || w.window.Canvas().Focused() != fyne.Focusable(w.causes.more) {
		t.Error("Enter does not show all causes, or loses the focus")
	}
}

func TestASecondWindowOffersNoAnswers(t *testing.T) {
	w := openWindow(t)
	w.desk.OpenRecommended()
	again := openWindowWith(t, library(t), w.start.Home)
	again.desk.OpenRecommended()
	if !again.desk.ReadOnly() {
		t.Fatal("the second window may write")
	}
	for _, b := range buttonsIn(again.guide.foot) {
		if !b.Disabled() && b.Text() != again.desk.Text("guide.back") {
			t.Errorf("%q looks active", b.Text())
		}
	}
	for _, row := range again.list.order {
		if row.OnFine != nil || row.OnProblem != nil {
			t.Fatal("a row offers a quick answer")
		}
	}
}
