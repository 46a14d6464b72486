package storage

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/desk"
)

func TestChoosingAPlanLeavesWhatIsTypedElsewhere(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	typeInto(f.used, "4,8 GB")
	f.used.entry.SetText("abc")
	f.plan.entry.SetText("5 GB, free") // as the list does
	if f.used.entry.Text != "abc" || f.used.problem.Hidden {
		t.Errorf("what was typed became %q, with its sentence hidden: %v", f.used.entry.Text, f.used.problem.Hidden)
	}
	if w.Desk.View().Plan.Inputs.Used.Known() {
		t.Error("a number counts that nobody sees")
	}
	w.Desk.Undo()
	if f.used.entry.Text != "4.8 GB" {
		t.Errorf("the choice taken back, the field holds %q", f.used.entry.Text)
	}
}

func TestAUsageWhereOneSizeBelongsSaysWhatToType(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	typeInto(f.next, "3.2 GB of 5 GB")
	if got := f.next.problem.Text(); f.next.problem.Hidden || got != "Type only the size, such as 3.2 GB." {
		t.Errorf("beside two sizes stands %q", got)
	}
}

func TestAClickOnThePlanOpensItsListWhileNothingElseIsTyped(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	f := p.fields
	list := f.plan.control.(*planEntry)
	open := func() bool { return w.Window.Canvas().Overlays().Top() != nil }
	test.Tap(list)
	if !open() {
		t.Fatal("a click on the empty field opens no list")
	}
	w.Window.Canvas().Overlays().Remove(w.Window.Canvas().Overlays().Top())
	typeInto(f.plan, "55 G")
	test.Tap(list)
	if open() {
		t.Error("a click into what is being typed opens the list")
	}
	f.plan.entry.SetText("50 GB")
	test.Tap(list)
	if !open() {
		t.Error("a click on a plan of the list does not open it")
	}
}

func TestEachChangeOfTheHouseholdIsTakenBackAlone(t *testing.T) {
	w, p := openSpaced(t)
	s := p.devices
	unfolded(s.fold)
	s.another.Tapped(nil)
	b := s.blocks[0]
	test.Type(b.name.entry, "Old iPad")
	typeInto(b.amounts[0], "900 MB")
	test.Tap(b.gone)
	unfolded(p.family.fold)
	p.family.another.Tapped(nil)
	w.Desk.Undo()
	if len(p.family.blocks) != 0 || !b.gone.On() || b.name.entry.Text != "Old iPad" {
		t.Errorf("one undo leaves %d people, gone %v, and the name %q", len(p.family.blocks), b.gone.On(), b.name.entry.Text)
	}
	w.Desk.Undo()
	if b.gone.On() || b.amounts[0].entry.Text != "900 MB" {
		t.Errorf("the next one leaves gone %v and a backup of %q", b.gone.On(), b.amounts[0].entry.Text)
	}
	w.Desk.Undo()
	w.Desk.Undo()
	if b.name.entry.Text != "" || len(s.blocks) != 1 {
		t.Errorf("then the name is %q of %d devices", b.name.entry.Text, len(s.blocks))
	}
}
