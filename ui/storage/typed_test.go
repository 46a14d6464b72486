package storage

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/desk"
)

func TestChoosingAPlanLeavesWhatIsTypedElsewhere(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	typeInto(f.used, "4,8 GB")
	f.used.Entry.SetText("abc")
	f.plan.Entry.SetText("5 GB, free") // as the list does
	if f.used.Entry.Text != "abc" || f.used.Sentence() == "" {
		t.Errorf("what was typed became %q, with its sentence hidden: %v", f.used.Entry.Text, f.used.Sentence() == "")
	}
	if w.Desk.View().Plan.Inputs.Used.Known() {
		t.Error("a number counts that nobody sees")
	}
	w.Desk.Undo()
	if f.used.Entry.Text != "4.8 GB" {
		t.Errorf("the choice taken back, the field holds %q", f.used.Entry.Text)
	}
}

func TestAUsageWhereOneSizeBelongsSaysWhatToType(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	typeInto(f.next, "3.2 GB of 5 GB")
	if got := f.next.Sentence(); f.next.Sentence() == "" || got != "Type only the size, such as 3.2 GB." {
		t.Errorf("beside two sizes stands %q", got)
	}
}

func TestAClickOnThePlanOpensItsListWhileNothingElseIsTyped(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	list := f.plan.Control.(fyne.Tappable)
	open := func() bool { return w.Window.Canvas().Overlays().Top() != nil }
	list.Tapped(&fyne.PointEvent{})
	if !open() {
		t.Fatal("a click on the empty field opens no list")
	}
	w.Window.Canvas().Overlays().Remove(w.Window.Canvas().Overlays().Top())
	typeInto(f.plan, "55 G")
	list.Tapped(&fyne.PointEvent{})
	if open() {
		t.Error("a click into what is being typed opens the list")
	}
	f.plan.Entry.SetText("50 GB")
	list.Tapped(&fyne.PointEvent{})
	if !open() {
		t.Error("a click on a plan of the list does not open it")
	}
}

func TestEachChangeOfTheHouseholdIsTakenBackAlone(t *testing.T) {
	w, p := openSpaced(t)
	s := p.devices
	unfolded(s.fold)
	s.list.Add.Tapped(nil)
	b := s.blocks()[0]
	test.Type(b.name.Entry, "Old iPad")
	typeInto(b.amounts[0], "900 MB")
	test.Tap(b.gone)
	unfolded(p.family.fold)
	p.family.list.Add.Tapped(nil)
	w.Desk.Undo()
	if len(p.family.blocks()) != 0 || !b.gone.On() || b.name.Entry.Text != "Old iPad" {
		t.Errorf("one undo leaves %d people, gone %v, and the name %q", len(p.family.blocks()), b.gone.On(), b.name.Entry.Text)
	}
	w.Desk.Undo()
	if b.gone.On() || b.amounts[0].Entry.Text != "900 MB" {
		t.Errorf("the next one leaves gone %v and a backup of %q", b.gone.On(), b.amounts[0].Entry.Text)
	}
	w.Desk.Undo()
	w.Desk.Undo()
	if b.name.Entry.Text != "" || len(s.blocks()) != 1 {
		t.Errorf("then the name is %q of %d devices", b.name.Entry.Text, len(s.blocks()))
	}
}
