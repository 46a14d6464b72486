package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/storage/planner"
	"backupdoctor/ui/widgets"
)

func TestOtherDevicesCount(t *testing.T) {
	w, at := openStorage(t)
	s := w.storage.devices
	if s.fold.Open() || s.fold.Summary() != "None" {
		t.Errorf("before anybody asks it is open, or says %q", s.fold.Summary())
	}
	unfolded(s.fold)
	s.another.Tapped(nil)
	if len(s.blocks) != 1 || !s.blocks[0].fold.Open() || w.window.Canvas().Focused() != s.blocks[0].name.entry {
		t.Fatal("a device that is added does not wait for its name")
	}
	b := s.blocks[0]
	test.Type(b.name.entry, "Kitchen  iPad ")
	if got := w.desk.view().Plan.Inputs.Devices[1].Name; got != "Kitchen iPad" || b.name.entry.Text != "Kitchen  iPad " {
		t.Errorf("the name is %q, and the field holds %q", got, b.name.entry.Text)
	}
	b.kind.list.SetSelectedIndex(2)
	typeInto(b.amounts[0], "900 MB")
	typeInto(b.next, "1 to 2 GB")
	b.syncs[0].list.SetSelectedIndex(int(planner.Off))
	d := w.desk.view().Plan.Inputs.Devices[1]
	if d.Kind != "ipad" || d.Last != planner.Of(0.9e9, planner.Phone) || d.Next.Range != planner.Between(1e9, 1.5e9, 2e9) || d.PhotosSync != planner.Off {
		t.Errorf("the case has %+v", d)
	}
	plan := w.desk.view().Plan
	if plan.Adds.Low != 4.1e9+1e9 || plan.Adds.High != 4.1e9+2e9 || plan.Next.Likely != 4.1e9 {
		t.Errorf("the next backups add %+v, of this device %+v", plan.Adds, plan.Next)
	}
	if got := b.fold.Summary(); got != "900 MB, next backup 1 to 2 GB" {
		t.Errorf("the device is summed up as %q", got)
	}
	if n := len(w.desk.view().Case.Events); n != len(spacedEvents(t))+1 {
		t.Errorf("one go at typing makes %d events", n)
	}
	*at = at.Add(time.Hour)
	test.Tap(b.gone)
	if got := w.desk.view().Plan; got.Adds.Range != planner.Exactly(4.1e9) || b.alive.Visible() {
		t.Errorf("a device that is no longer owned adds %+v, or still asks for its switches", got.Adds)
	}
	w.desk.undo()
	if b.gone.On() || !b.alive.Visible() {
		t.Error("undo leaves it gone")
	}
}

// spacedEvents are the events of the case that openStorage begins with.
func spacedEvents(t *testing.T) []casefile.Event {
	t.Helper()
	w, _ := openStorage(t)
	return w.desk.view().Case.Events
}

func TestTakingADeviceOutKeepsTheOthers(t *testing.T) {
	w, at := openStorage(t)
	s := w.storage.devices
	unfolded(s.fold)
	for _, name := range []string{"First", "Second"} {
		s.another.Tapped(nil)
		test.Type(s.blocks[len(s.blocks)-1].name.entry, name)
	}
	second := s.blocks[1]
	typeInto(second.amounts[0], "a lot")
	*at = at.Add(time.Hour)
	s.blocks[0].remove()
	if len(s.blocks) != 1 || s.blocks[0] != second || second.amounts[0].entry.Text != "a lot" || second.amounts[0].problem.Hidden {
		t.Fatal("what was typed for the other device is lost")
	}
	typeInto(second.amounts[0], "3 GB")
	if got := w.desk.view().Plan.Inputs.Devices; len(got) != 2 || got[1].Name != "Second" || got[1].Last.Likely != 3e9 {
		t.Errorf("the case has %+v", got)
	}
	w.desk.undo()
	if got := w.desk.view().Plan.Inputs.Devices; len(got) != 3 || len(s.blocks) != 2 || s.blocks[0].name.entry.Text != "First" {
		t.Errorf("after undo the case has %d devices, the pane %d", len(got), len(s.blocks))
	}
}

func TestAFamilySeesItsCheapestWay(t *testing.T) {
	w, _ := openStorage(t)
	must(w.desk.session.Numbers(casefile.Storage{Plan: 200e9, Used: 120e9, Next: 4e9}))
	s := w.storage.family
	unfolded(s.fold)
	for _, name := range []string{"Ada", "Ben"} {
		s.another.Tapped(nil)
		test.Type(s.blocks[len(s.blocks)-1].name.entry, name)
	}
	if got := allText(s.results); !strings.Contains(got, w.desk.text("plan-pane.family.missing")) {
		t.Errorf("without their numbers it says %q", got)
	}
	typeInto(s.blocks[0].used, "41 GB")
	typeInto(s.blocks[1].used, "3 to 4 GB")
	s.blocks[0].shares.list.SetSelectedIndex(1)
	s.blocks[1].shares.list.SetSelectedIndex(1)
	// Alone: 200 GB for 124 GB, 50 GB for 41 GB, nothing for 4 GB. Ada fits into the same 200 GB.
	for _, want := range []string{
		"You need 124 GB", "Everybody alone: $3.98 a month, $47.76 a year", "All in one plan: $2.99 a month, $35.88 a year",
		"The cheapest for all: $2.99", "Ada and you share 200 GB for $2.99", "Ben: 5 GB, free",
	} {
		if got := allText(s.results); !strings.Contains(got, want) {
			t.Errorf("it lacks %q: %s", want, got)
		}
	}
	if got := w.desk.view().Plan; got.Used.Likely != 120e9 || got.Need.Likely != 124e9 {
		t.Errorf("people with plans of their own are counted in %+v", got.Need)
	}
	for range 3 {
		s.another.Tapped(nil)
	}
	if s.another.Visible() || len(s.blocks) != planner.MaxPeople {
		t.Errorf("%d people, and another one is offered", len(s.blocks))
	}
	ada := s.blocks[0]
	s.blocks[1].remove()
	if got := w.desk.view().Plan.Inputs.People; len(got) != 4 || got[0].Name != "Ada" || s.blocks[0] != ada || !s.another.Visible() {
		t.Errorf("without Ben the case has %+v", got)
	}
}

func TestABundleChangesThePlanByApplesRules(t *testing.T) {
	w, at := openStorage(t)
	s := w.storage.bundle
	rows := func() string { w.redraw(); return allText(w.storage.bars.content) }
	if strings.Contains(rows(), "Apple One") {
		t.Error("bundles stand among the plans before anybody asks")
	}
	unfolded(s.fold)
	for _, want := range []string{"Apple One Family\n", "$25.95 a month\n", "$311.40 a year\n"} {
		if got := rows(); !strings.Contains(got, want) {
			t.Errorf("the offers lack %q: %s", want, got)
		}
	}
	if got := allText(s.rows); !strings.Contains(got, "Premier, 2 TB, for $37.95") || !strings.Contains(got, "takes the place of a smaller plan") || !strings.Contains(got, "14 TB") {
		t.Errorf("the bundles are told as %q", got)
	}
	s.choice.list.SetSelectedIndex(2)
	if v := w.desk.view(); v.Plan.Inputs.Bundle != "family" || v.Numbers.Plan != 200e9 || w.storage.fields.plan.entry.Text != "200 GB" {
		t.Errorf("with the bundle the plan is %d, and the field shows %q", v.Numbers.Plan, w.storage.fields.plan.entry.Text)
	}
	if got := rows(); strings.Contains(got, "50 GB") || !strings.Contains(got, "In the bundle") || !strings.Contains(got, "2.2 TB") {
		t.Errorf("with 200 GB in the bundle, the offers are %s", got)
	}
	*at = at.Add(time.Hour)
	typeInto(w.storage.fields.plan, "50 GB")
	if p := w.storage.fields.plan.problem; p.Hidden || !strings.Contains(p.Text(), "does not go with this bundle") {
		t.Errorf("a plan that contradicts the bundle is answered with %q", p.Text())
	}
	w.desk.undo()
	w.desk.undo()
	if v := w.desk.view(); v.Plan.Inputs.Bundle != "" || v.Numbers.Plan != 5e9 || s.choice.list.SelectedIndex() != 0 {
		t.Errorf("after undo there is %q with %d", v.Plan.Inputs.Bundle, v.Numbers.Plan)
	}
	w.storage.fields.chooseCountry("de")
	w.storage.fields.chooseCountry("eurozone")
	if got := allText(s.rows); !strings.Contains(got, "price in this country is not known") {
		t.Errorf("where no price is known it says %q", got)
	}
}

// What nobody can have gets a sentence and counts for nothing; it stays in its field.
func TestAbsurdSizesAreNotBelieved(t *testing.T) {
	w, _ := openStorage(t)
	s := w.storage.devices
	unfolded(s.fold, w.storage.cloud.fold)
	s.another.Tapped(nil)
	for _, f := range []*amountField{s.blocks[0].amounts[0], s.blocks[0].next, w.storage.cloud.amounts[planner.Drive], w.storage.outlook.growth} {
		before := w.desk.view().Plan.Need
		for _, text := range []string{"90 TB", "-3 GB", "lots", "3 parsecs", "1 to -2 GB"} {
			typeInto(f, text)
			if f.entry.Text != text || f.problem.Hidden || strings.Contains(f.problem.Text(), "[") {
				t.Errorf("%q became %q with %q", text, f.entry.Text, f.problem.Text())
			}
		}
		if got := w.desk.view().Plan.Need; got != before {
			t.Errorf("nonsense makes the need %+v, it was %+v", got, before)
		}
	}
	if got := w.window.Canvas().Overlays().Top(); got != nil {
		t.Errorf("a dialog opened: %v", got)
	}
	absurd(w)
	if got := w.storage.title.Text(); got != w.desk.text("storage.title.odd") {
		t.Errorf("90 TB in iCloud are answered with %q", got)
	}
	if p := w.storage.fields.used.problem; p.Hidden || p.Text() != w.desk.text(string(storage.WarnHugeUse)) {
		t.Errorf("beside it stands %q", p.Text())
	}
}

// More in iCloud than the plan has is legal, and is explained beside the number.
func TestADowngradeIsExplained(t *testing.T) {
	w := openWindow(t)
	downgraded(w)
	if p := w.storage.fields.used.problem; p.Hidden || !strings.Contains(p.Text(), "12.4 GB more is used than the plan holds") || !strings.Contains(p.Text(), "Nothing is deleted") {
		t.Errorf("beside it stands %q", p.Text())
	}
	if got := w.storage.title.Text(); !strings.Contains(got, "14.3 GB more than is free") {
		t.Errorf("the answer is %q", got)
	}
}

// A range that is typed or described is one in the answer, too.
func TestRangesStayRanges(t *testing.T) {
	w, _ := openStorage(t)
	typeInto(w.storage.fields.next, "4 to 6 GB")
	if got := w.storage.title.Text(); !strings.Contains(got, "0.8") && !strings.Contains(got, "800 MB to 2.8 GB") {
		t.Errorf("the answer is %q", got)
	}
	if got := w.storage.verdict.AccessibilityLabel(); !strings.HasPrefix(got, "4 to 6 GB needed, 3.2 GB free.") {
		t.Errorf("it goes on with %q", got)
	}
	typeInto(w.storage.fields.next, "3 to 5 GB")
	if got := w.storage.title.Text(); !strings.Contains(got, "probably") {
		t.Errorf("what may fit is answered with %q", got)
	}
	if got := w.desk.view().Case.Events; got[len(got)-1].Kind != casefile.KindStorage {
		t.Errorf("the last event is %v", got[len(got)-1].Kind)
	}
	for _, check := range w.desk.view().Groups {
		for _, row := range check.Rows {
			if row.ID == "next-backup-fits" && row.Status == session.StatusProblem {
				t.Error("what may fit counts as not fitting")
			}
		}
	}
}

// Every number tells where it comes from, and an estimate can be overruled by typing.
func TestEstimatesAreDashedUntilSomebodyTypes(t *testing.T) {
	w, _ := openStorage(t)
	f := w.storage.fields.next
	if f.outline.Dashed() || f.origin.Text() != w.desk.text(planner.Phone.Key()) {
		t.Errorf("a number that was read is told as %q", f.origin.Text())
	}
	typeInto(f, "")
	enter(w.storage.says.photos, "3000")
	if !f.outline.Dashed() || f.origin.Text() != w.desk.text(planner.Described.Key()) || !strings.Contains(f.entry.PlaceHolder, " to ") {
		t.Errorf("an estimate is told as %q, %q", f.entry.PlaceHolder, f.origin.Text())
	}
	typeInto(f, "2 GB")
	if f.outline.Dashed() || w.desk.view().Plan.Next != planner.Of(2e9, planner.Phone) {
		t.Errorf("overruled, the next backup is %+v", w.desk.view().Plan.Next)
	}
}

// The keyboard reaches everything in the pane: from the country on, Tab comes to each field, list, tick and link that is
// shown, each once, and never to one that is folded away.
func TestTheKeyboardReachesTheWholePane(t *testing.T) {
	w, _ := openStorage(t)
	household(w)
	w.desk.show(tabStorage)
	closed := len(walkByTab(t, w))
	unfolded(w.storage.cloud.fold, w.storage.says.fold, w.storage.devices.fold, w.storage.family.fold, w.storage.bundle.fold)
	unfolded(w.storage.devices.blocks[0].fold, w.storage.family.blocks[0].fold)
	w.redraw()
	open := walkByTab(t, w)
	want := map[fyne.Focusable]string{}
	var collect func(o fyne.CanvasObject)
	collect = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if f, ok := o.(fyne.Focusable); ok {
			if d, can := o.(fyne.Disableable); !can || !d.Disabled() {
				want[f] = strings.TrimSpace(allText(o))
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
	collect(w.storage.scroll)
	for f, name := range want {
		if !open[f] {
			t.Errorf("Tab never comes to %T %q", f, name)
		}
	}
	if len(open) < closed+30 {
		t.Errorf("with everything open, Tab stops at %d places, closed at %d", len(open), closed)
	}
}

// walkByTab presses Tab from the country on until it comes round, and returns where it stopped.
func walkByTab(t *testing.T, w *Window) map[fyne.Focusable]bool {
	t.Helper()
	c := w.window.Canvas()
	c.Focus(w.storage.fields.country)
	seen := map[fyne.Focusable]bool{w.storage.fields.country: true}
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
	w, _ := openStorage(t)
	head := w.storage.family.fold.Head()
	w.window.Canvas().Focus(head)
	head.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !w.storage.family.fold.Open() || !w.storage.family.another.Visible() {
		t.Error("Space does not open the section")
	}
	head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.storage.family.fold.Open() {
		t.Error("Enter does not close it")
	}
	plan := w.storage.fields.plan
	w.window.Canvas().Focus(plan.control)
	plan.control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu, ok := w.window.Canvas().Focused().(*widget.PopUpMenu)
	if !ok {
		t.Fatal("Down does not open the list of plans")
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		menu.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := w.desk.view().Numbers.Plan; got != 50e9 {
		t.Errorf("the second plan of the list is %d", got)
	}
}

// A tap on a heading must not move what is above it.
func TestUnfoldingDoesNotJump(t *testing.T) {
	w, _ := openStorage(t)
	w.storage.scroll.ScrollBy(300)
	before := w.storage.scroll.Offset()
	for _, f := range []*widgets.Fold{w.storage.cloud.fold, w.storage.devices.fold} {
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Head())
		unfolded(f)
		if got := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Head()); got != place || w.storage.scroll.Offset() != before {
			t.Errorf("the heading went from %v to %v", place, got)
		}
	}
}
