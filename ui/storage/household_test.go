package storage

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk/desktest"
)

func TestOtherDevicesCount(t *testing.T) {
	w, p := openSpaced(t)
	s := p.devices
	if s.fold.Open() || s.fold.Summary() != "None" {
		t.Errorf("before anybody asks it is open, or says %q", s.fold.Summary())
	}
	unfolded(s.fold)
	s.list.Add.Tapped(nil)
	if len(s.blocks()) != 1 || !s.blocks()[0].fold.Open() || w.Window.Canvas().Focused() != s.blocks()[0].name.Control {
		t.Fatal("a device that is added does not wait for its name")
	}
	b := s.blocks()[0]
	test.Type(b.name.Entry, "Kitchen  iPad ")
	if got := w.Desk.View().Plan.Inputs.Devices[1].Name; got != "Kitchen iPad" || b.name.Entry.Text != "Kitchen  iPad " {
		t.Errorf("the name is %q, and the field holds %q", got, b.name.Entry.Text)
	}
	b.kind.List.SetSelectedIndex(2)
	typeInto(b.amounts[0], "900 MB")
	typeInto(b.next, "1 to 2 GB")
	b.syncs[0].List.SetSelectedIndex(int(storage.Off))
	d := w.Desk.View().Plan.Inputs.Devices[1]
	if d.Kind != "ipad" || d.Last != size.Of(0.9e9, size.Phone) || d.Next.Range != size.Between(1e9, 1.5e9, 2e9) || d.PhotosSync != storage.Off {
		t.Errorf("the case has %+v", d)
	}
	plan := w.Desk.View().Plan
	if plan.Adds.Low != 4.1e9+1e9 || plan.Adds.High != 4.1e9+2e9 || plan.Next.Likely != 4.1e9 {
		t.Errorf("the next backups add %+v, of this device %+v", plan.Adds, plan.Next)
	}
	if got := b.fold.Summary(); got != "900 MB, next backup 1 to 2 GB" {
		t.Errorf("the device is summed up as %q", got)
	}
	if n := len(w.Desk.View().Case.Events); n != len(spacedEvents(t))+6 {
		t.Errorf("a device, its name, kind, two sizes and a switch make %d events", n)
	}
	w.Clock = w.Clock.Add(time.Hour)
	test.Tap(b.gone)
	if got := w.Desk.View().Plan; got.Adds.Range != size.Exactly(4.1e9) || b.alive.Visible() {
		t.Errorf("a device that is no longer owned adds %+v, or still asks for its switches", got.Adds)
	}
	w.Desk.Undo()
	if b.gone.On() || !b.alive.Visible() {
		t.Error("undo leaves it gone")
	}
}

// spacedEvents are the events of the case that openStorage begins with.
func spacedEvents(t *testing.T) []casefile.Event {
	t.Helper()
	w, _ := openSpaced(t)
	return w.Desk.View().Case.Events
}

func TestTakingADeviceOutKeepsTheOthers(t *testing.T) {
	w, p := openSpaced(t)
	s := p.devices
	unfolded(s.fold)
	for _, name := range []string{"First", "Second"} {
		s.list.Add.Tapped(nil)
		test.Type(s.blocks()[len(s.blocks())-1].name.Entry, name)
	}
	second := s.blocks()[1]
	typeInto(second.amounts[0], "a lot")
	w.Clock = w.Clock.Add(time.Hour)
	s.blocks()[0].remove()
	if len(s.blocks()) != 1 || s.blocks()[0] != second || second.amounts[0].Entry.Text != "a lot" || second.amounts[0].Sentence() == "" {
		t.Fatal("what was typed for the other device is lost")
	}
	typeInto(second.amounts[0], "3 GB")
	if got := w.Desk.View().Plan.Inputs.Devices; len(got) != 2 || got[1].Name != "Second" || got[1].Last.Likely != 3e9 {
		t.Errorf("the case has %+v", got)
	}
	w.Desk.Undo() // what was typed
	w.Desk.Undo()
	if got := w.Desk.View().Plan.Inputs.Devices; len(got) != 3 || len(s.blocks()) != 2 || s.blocks()[0].name.Entry.Text != "First" {
		t.Errorf("after undo the case has %d devices, the pane %d", len(got), len(s.blocks()))
	}
}

func TestAFamilySeesItsCheapestWay(t *testing.T) {
	w, p := openSpaced(t)
	desktest.Count(w.Desk, desktest.Numbers{Plan: 200e9, Used: 120e9, Next: 4e9})
	s := p.family
	unfolded(s.fold)
	for _, name := range []string{"Ada", "Ben"} {
		s.list.Add.Tapped(nil)
		test.Type(s.blocks()[len(s.blocks())-1].name.Entry, name)
	}
	if got := desktest.Text(s.results); !strings.Contains(got, w.Desk.Text("storage-pane.family.missing")) {
		t.Errorf("without their numbers it says %q", got)
	}
	typeInto(s.blocks()[0].used, "41 GB")
	typeInto(s.blocks()[1].used, "3 to 4 GB")
	s.blocks()[0].shares.List.SetSelectedIndex(1)
	s.blocks()[1].shares.List.SetSelectedIndex(1)
	// Alone: 200 GB for 124 GB, 50 GB for 41 GB, nothing for 4 GB. Ada fits into the same 200 GB.
	for _, want := range []string{
		"You need 124 GB", "Everybody alone: $3.98 a month, $47.76 a year", "All in one plan: $2.99 a month, $35.88 a year",
		"The cheapest for everyone: $2.99", "Ada and you share 200 GB for $2.99", "Ben: 5 GB, free",
	} {
		if got := desktest.Text(s.results); !strings.Contains(got, want) {
			t.Errorf("it lacks %q: %s", want, got)
		}
	}
	if got := w.Desk.View().Plan; got.Used.Likely != 120e9 || got.Need.Likely != 124e9 {
		t.Errorf("people with plans of their own are counted in %+v", got.Need)
	}
	for range 3 {
		s.list.Add.Tapped(nil)
	}
	if s.list.Add.Visible() || len(s.blocks()) != storage.MaxPeople {
		t.Errorf("%d people, and another one is offered", len(s.blocks()))
	}
	ada := s.blocks()[0]
	s.blocks()[1].remove()
	if got := w.Desk.View().Plan.Inputs.People; len(got) != 4 || got[0].Name != "Ada" || s.blocks()[0] != ada || !s.list.Add.Visible() {
		t.Errorf("without Ben the case has %+v", got)
	}
}

func TestABundleChangesThePlanByApplesRules(t *testing.T) {
	w, p := openSpaced(t)
	s := p.bundle
	rows := func() string { w.Desk.Redraw(); return desktest.Text(p.bars.content) }
	if strings.Contains(rows(), "Apple One") {
		t.Error("bundles stand among the plans before anybody asks")
	}
	unfolded(s.fold)
	for _, want := range []string{"Apple One Family\n", "$25.95 a month\n", "$311.40 a year\n"} {
		if got := rows(); !strings.Contains(got, want) {
			t.Errorf("the offers lack %q: %s", want, got)
		}
	}
	if got := desktest.Text(s.rows); !strings.Contains(got, "Premier, 2 TB, for $37.95") || strings.Contains(got, "takes the place") || !strings.Contains(got, "14 TB") {
		t.Errorf("the bundles are told as %q", got)
	}
	typeInto(p.fields.plan, "50 GB")
	if got := desktest.Text(s.rows); strings.Count(got, "takes the place of your smaller plan") != 2 || !strings.Contains(got, "both count during a free trial") {
		t.Errorf("beside a plan of 50 GB the bundles are told as %q", got)
	}
	w.Clock = w.Clock.Add(time.Hour)
	typeInto(p.fields.plan, "5 GB")
	s.choice.List.SetSelectedIndex(2)
	p.bars.larger.Tapped(nil)
	if v := w.Desk.View(); v.Plan.Inputs.Bundle != "family" || desktest.NumbersOf(w.Desk).Plan != 200e9 || p.fields.plan.Entry.Text != "200 GB" {
		t.Errorf("with the bundle the plan is %d, and the field shows %q", desktest.NumbersOf(w.Desk).Plan, p.fields.plan.Entry.Text)
	}
	if got := rows(); !strings.Contains(got, "\n250 GB") || !strings.Contains(got, "\n400 GB") || !strings.Contains(got, "In the bundle") || !strings.Contains(got, "\n2.2 TB") {
		t.Errorf("with 200 GB in the bundle, the offers are %s", got)
	}
	w.Clock = w.Clock.Add(time.Hour)
	typeInto(p.fields.plan, "50 GB")
	if got := desktest.Text(p.fields.asked); !strings.Contains(got, "50 GB does not go with an Apple One bundle of 200 GB. Is it 200 GB or 250 GB in all?") {
		t.Errorf("a plan that contradicts the bundle is answered with %q", got)
	}
	w.Desk.Undo()
	w.Desk.Undo()
	if v := w.Desk.View(); v.Plan.Inputs.Bundle != "" || desktest.NumbersOf(w.Desk).Plan != 5e9 || s.choice.List.SelectedIndex() != 0 {
		t.Errorf("after undo there is %q with %d", v.Plan.Inputs.Bundle, desktest.NumbersOf(w.Desk).Plan)
	}
	p.fields.chooseCountry("de")
	if got := desktest.Text(s.rows); !strings.Contains(got, "price in this country isn’t known") {
		t.Errorf("where no price is known it says %q", got)
	}
	p.fields.chooseCountry("cn")
	if got := desktest.Text(s.rows); strings.Count(got, "Apple doesn’t sell it in this country") != 3 {
		t.Errorf("where it is not sold it says %q", got)
	}
	if got := rows(); strings.Contains(got, "Apple One") {
		t.Errorf("where it is not sold it is offered: %s", got)
	}
}
