package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/place"
	"backupdoctor/ui/widgets"
)

func TestKeysScrollALongSheet(t *testing.T) {
	w := openWindow(t)
	for _, k := range w.desk.Base.Checks[:12] {
		w.desk.Answer(k.ID, k.Answers[0].ID)
	}
	w.window.Resize(fyne.NewSize(900, 440))
	for name, open := range map[string]func(){"help": w.showHelp, "history": w.showHistory, "details": w.showDetails} {
		open()
		scroll := place.FirstScroll(place.TopSheet(w.window.Canvas()))
		desktest.PressKey(w.window.Canvas(), fyne.KeyPageDown)
		down := scroll.Offset()
		desktest.PressKey(w.window.Canvas(), fyne.KeyPageUp)
		if down == 0 || scroll.Offset() != 0 {
			t.Errorf("%s: PageDown scrolls to %v, PageUp back to %v", name, down, scroll.Offset())
		}
		w.window.Canvas().Unfocus()
		desktest.PressKey(w.window.Canvas(), fyne.KeyDown)
		line := scroll.Offset()
		desktest.PressKey(w.window.Canvas(), fyne.KeyEnd)
		if line <= 0 || scroll.Offset() <= line {
			t.Errorf("%s: Down scrolls to %v, End to %v", name, line, scroll.Offset())
		}
		desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
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
		desktest.PressKey(w.window.Canvas(), fyne.KeyDown)
		seen[w.window.Canvas().Focused()] = true
	}
	if len(seen) != 12 {
		t.Errorf("twelve times Down came to %d messages", len(seen))
	}
	if p.sheet.Scroll.Offset() == 0 {
		t.Error("the list does not follow the keyboard")
	}
	at := w.window.Canvas().Focused()
	desktest.PressKey(w.window.Canvas(), fyne.KeyUp)
	desktest.PressKey(w.window.Canvas(), fyne.KeyDown)
	if w.window.Canvas().Focused() != at {
		t.Error("Up and Down do not come back to the same message")
	}
}

func TestKeysForTheColumnsLeaveTheTab(t *testing.T) {
	w := openWindow(t)
	w.window.Resize(defaultSize)
	w.setHelper(true)
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
	before := len(desktest.Text(w.causes.Object()))
	desktest.PressKey(w.window.Canvas(), fyne.KeyReturn)
	if b, ok := w.window.Canvas().Focused().(*widgets.Button); !ok || b.Text() != w.desk.Text("causes.few") ||
		len(desktest.Text(w.causes.Object())) <= before {
		t.Error("Enter does not show all causes, or loses the focus")
	}
}

func TestASecondWindowOffersNoAnswers(t *testing.T) {
	w := openWindow(t)
	w.desk.OpenRecommended()
	again := openWindowWith(t, desktest.Library(t), w.start.Home)
	again.desk.OpenRecommended()
	if !again.desk.ReadOnly() {
		t.Fatal("the second window may write")
	}
	answers := again.desk.Page(again.guide.Step()).Answers
	if len(answers) == 0 {
		t.Fatal("the guide asks nothing")
	}
	for _, a := range answers {
		if desktest.Press(again.guide.Object(), a.Label) {
			t.Errorf("%q looks active", a.Label)
		}
	}
	if row := again.guide.Step(); desktest.Press(again.list.Object(), again.desk.Page(row).Answers[0].Label) {
		t.Fatal("a row offers an answer")
	}
}
