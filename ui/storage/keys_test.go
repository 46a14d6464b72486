package storage

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// The keyboard reaches everything in the pane: from the country on, Tab comes to each field, list, tick and link that is
// shown, each once, and never to one that is folded away.
func TestTheKeyboardReachesTheWholePane(t *testing.T) {
	w, p := openSpaced(t)
	desktest.AddHousehold(w.Desk)
	w.Desk.ShowTab(desk.TabStorage)
	closed := len(walkByTab(t, w, p))
	unfolded(p.cloud.fold, p.says.fold, p.devices.fold, p.family.fold, p.bundle.fold)
	unfolded(p.devices.blocks()[0].fold, p.family.blocks()[0].fold)
	w.Desk.Redraw()
	open := walkByTab(t, w, p)
	want := focusables(p.scroll)
	for f, name := range want {
		if !open[f] {
			t.Errorf("Tab never comes to %T %q", f, name)
		}
	}
	if len(open) < closed+30 {
		t.Errorf("with everything open, Tab stops at %d places, closed at %d", len(open), closed)
	}
}

// Wherever Tab stops in the pane, it can be seen.
func TestThePaneScrollsToTheFocus(t *testing.T) {
	w, p := openSpaced(t)
	desktest.AddHousehold(w.Desk)
	w.Desk.ShowTab(desk.TabStorage)
	unfolded(p.cloud.fold, p.devices.fold, p.family.fold)
	c, d := w.Window.Canvas(), fyne.CurrentApp().Driver()
	scroll := p.scroll
	c.Focus(p.fields.country)
	inside, seen, most := focusables(scroll), 0, float32(0)
	for {
		c.FocusNext()
		name, in := inside[c.Focused()]
		if !in || c.Focused() == fyne.Focusable(p.fields.country) {
			break // past the pane
		}
		o := c.Focused().(fyne.CanvasObject)
		if _, arrow := o.(*widget.Button); arrow { // in the entry of the plan
			continue
		}
		seen, most = seen+1, max(most, scroll.Offset())
		top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(scroll).Y
		if top < 0 || top+o.Size().Height > scroll.Size().Height+0.5 {
			t.Fatalf("Tab comes to %T %q at %v of %v", o, name, top, scroll.Size().Height)
		}
	}
	if seen < 25 || most < 300 {
		t.Errorf("Tab comes to %d places, and the pane scrolls down by %v", seen, most)
	}
}

// focusables are all things inside o that can have the focus now, with their words.
func focusables(o fyne.CanvasObject) map[fyne.Focusable]string {
	found := map[fyne.Focusable]string{}
	var collect func(o fyne.CanvasObject)
	collect = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if f, ok := o.(fyne.Focusable); ok {
			if d, can := o.(fyne.Disableable); !can || !d.Disabled() {
				found[f] = strings.TrimSpace(desktest.Text(o))
			}
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, part := range o.Objects {
				collect(part)
			}
		case fyne.Widget:
			for _, part := range test.WidgetRenderer(o).Objects() {
				collect(part)
			}
		}
	}
	collect(o)
	return found
}

// walkByTab presses Tab from the country on until it comes round, and returns where it stopped.
func walkByTab(t *testing.T, w *desktest.Stage, p *Pane) map[fyne.Focusable]bool {
	t.Helper()
	c := w.Window.Canvas()
	c.Focus(p.fields.country)
	seen := map[fyne.Focusable]bool{p.fields.country: true}
	for range 600 {
		c.FocusNext()
		f := c.Focused()
		if f == nil || seen[f] {
			return seen
		}
		seen[f] = true
	}
	t.Fatal("Tab never comes round")
	return nil
}

// Enter and Space open a section from its heading, and the window's keys work from within every field.
func TestSectionsOpenByKey(t *testing.T) {
	w, p := openSpaced(t)
	head := p.family.fold.Head()
	w.Window.Canvas().Focus(head)
	head.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !p.family.fold.Open() || !p.family.list.Add.Visible() {
		t.Error("Space does not open the section")
	}
	head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p.family.fold.Open() {
		t.Error("Enter does not close it")
	}
	plan := p.fields.plan
	w.Window.Canvas().Focus(plan.Control)
	plan.Control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu, ok := w.Window.Canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		t.Fatal("Down does not open the list of plans")
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		menu.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := desktest.NumbersOf(w.Desk).Plan; got != 50e9 {
		t.Errorf("the second plan of the list is %d", got)
	}
}

// A tap on a heading must not move what is above it.
func TestUnfoldingDoesNotJump(t *testing.T) {
	_, p := openSpaced(t)
	p.scroll.ScrollBy(300)
	before := p.scroll.Offset()
	for _, f := range []*widgets.Fold{p.cloud.fold, p.devices.fold} {
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Head())
		unfolded(f)
		if got := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Head()); got != place || p.scroll.Offset() != before {
			t.Errorf("the heading went from %v to %v", place, got)
		}
	}
}
