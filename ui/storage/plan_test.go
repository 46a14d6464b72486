package storage

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
	"backupdoctor/ui/widgets"
)

// enter replaces what is in a number field, as a person does.
func enter(f *form.Field[float64], text string) {
	f.Entry.SetText("")
	test.Type(f.Entry, text)
}

func TestASpeedSaysHowLongItTakes(t *testing.T) {
	w, p := openSpaced(t)
	h := p.howLong
	if !h.times.Hidden || !h.window.Object.Hidden {
		t.Error("there are times without a speed")
	}
	enter(h.speed, "6")
	if h.times.Hidden || !strings.Contains(h.backup.Text(), "2 h 20 min") || !strings.Contains(h.backup.Text(), "One night") {
		t.Errorf("4.1 GB at 6 Mbit/s: %q, want 2 h 20 min in one night", h.backup.Text())
	}
	enter(h.window, "1")
	if !strings.Contains(h.backup.Text(), "2 to 4 nights") {
		t.Errorf("with one hour a night: %q", h.backup.Text())
	}
	w.Clock = w.Clock.Add(time.Hour)
	for _, text := range []string{"fast", "-6", "0", "1000000", "1,234"} {
		h.speed.Entry.SetText(text)
		if h.speed.Entry.Text != text || h.speed.Sentence() == "" || strings.Contains(h.speed.Sentence(), "[") {
			t.Errorf("%q became %q with the sentence %q", text, h.speed.Entry.Text, h.speed.Sentence())
		}
		if got := w.Desk.View().Plan.Inputs.Upload; got != 0 {
			t.Errorf("%q makes the speed %v", text, got)
		}
	}
	w.Desk.Undo()
	if got := h.speed.Entry.Text; got != "6" || h.times.Hidden || h.speed.Sentence() != "" {
		t.Errorf("the nonsense taken back, the field holds %q", got)
	}
	w.Desk.Undo() // the hours
	w.Desk.Undo()
	if got := h.speed.Entry.Text; got != "" || !h.times.Hidden || h.speed.Sentence() != "" {
		t.Errorf("after undo the field holds %q", got)
	}
	w.Desk.Redo()
	w.Desk.Redo()
	if h.speed.Entry.Text != "6" || h.window.Entry.Text != "1" {
		t.Errorf("after redo the fields hold %q and %q", h.speed.Entry.Text, h.window.Entry.Text)
	}
}

// standing is how the card sees a way to make room.
func standing(t *testing.T, c *cleanUpCard, id string) storage.Standing {
	t.Helper()
	for _, k := range c.found.Candidates {
		if k.ID == id {
			return k.Standing
		}
	}
	t.Fatalf("the card lacks %s", id)
	return 0
}

func TestRulingACleanUpOutSolvesItAnew(t *testing.T) {
	w, p := openSpaced(t)
	in := w.Desk.View().Plan.Inputs.Clone()
	in.Devices = append(in.Devices,
		storage.Device{Name: "Old iPad", Gone: true, Last: size.Of(1.5e9, size.Phone)},
		storage.Device{Name: "Old phone", Gone: true, Last: size.Of(1.2e9, size.Phone)})
	in.Used = size.Of(3.8e9, size.Phone)
	in.Devices[0].Next = size.Of(2e9, size.Phone)
	desktest.Must(w.Desk.Session.Count(in, nil))
	c := p.cleanUp
	if c.content.Hidden || standing(t, c, "old-backups.2") != storage.Proposed || c.found.Enough() != 1 {
		t.Fatalf("the backup of a device that is gone is enough, and %d ways are proposed", c.found.Enough())
	}
	row := c.rows["old-backups.2"]
	if got := desktest.Text(row.content); !row.tick.On() || !strings.Contains(got, "Old iPad") || !strings.Contains(got, "Deletes for good") ||
		!strings.Contains(got, "Photos or chats that are only in it are gone") {
		t.Errorf("it does not say what goes: %s", got)
	}
	if got := p.verdict.AccessibilityLabel(); !strings.Contains(got, "This alone makes enough room, free of charge: Delete the backup of Old iPad.") {
		t.Errorf("the verdict does not name it: %q", got)
	}
	if got := desktest.Text(c.content); !strings.Contains(got, "One way is enough: it frees") || !strings.Contains(got, "back up to a computer") {
		t.Errorf("the card says %s", got)
	}
	w.Clock = w.Clock.Add(time.Hour)
	test.Tap(row.tick)
	if row.tick.On() {
		t.Error("a tap leaves the tick")
	}
	if got := standing(t, c, "old-backups.3"); got != storage.Proposed {
		t.Errorf("with the first ruled out, the second is %v", got)
	}
	if c.rows["old-backups.2"] != row {
		t.Error("the row was replaced, and the focus with it")
	}
	w.Clock = w.Clock.Add(time.Hour)
	if test.Tap(c.rows["drive-files"].copied); standing(t, c, "drive-files") == storage.NeedsCopy {
		t.Error("with a copy of the files they still need one")
	}
	w.Desk.Undo()
	for _, k := range c.found.Candidates {
		box, copied := c.rows[k.ID].tick, slices.Contains(w.Desk.View().Plan.Inputs.Copies, k.ID)
		if box.On() != (k.Standing == storage.Proposed) || box.Visible() != (k.Standing == storage.Proposed || k.Standing == storage.RuledOut) {
			t.Errorf("%s stands at %v, and its box is ticked: %v, shown: %v", k.ID, k.Standing, box.On(), box.Visible())
		}
		if ask := c.rows[k.ID].copied; ask.On() != copied || ask.Visible() != (copied || k.Standing == storage.NeedsCopy) {
			t.Errorf("%s stands at %v, and its copy is ticked: %v, shown: %v", k.ID, k.Standing, ask.On(), ask.Visible())
		}
		if text := desktest.Text(c.rows[k.ID].content); k.Action.Loss == storage.LosesData && box.Visible() && !strings.Contains(text, "Deletes for good") {
			t.Errorf("%s loses data and does not say so: %s", k.ID, text)
		}
	}
	w.Desk.Undo()
	if standing(t, c, "old-backups.2") == standing(t, c, "old-backups.3") {
		t.Error("undo does not bring the first back")
	}
}

func TestACleanUpSaysHowAndWhere(t *testing.T) {
	w, p := openSpaced(t)
	c := p.cleanUp
	for id, row := range c.rows {
		if len(row.detail.Objects) != 0 || !row.detail.Hidden {
			t.Errorf("%s is open before anybody asks", id)
		}
		row.link.Tapped(nil)
		if row.detail.Hidden || len(row.detail.Objects) != 4 {
			t.Errorf("%s tells %d things, want how, what goes, where, and the way to its steps", id, len(row.detail.Objects))
		}
	}
	c.rows["leave-out-apps"].detail.Objects[3].(*widgets.Button).Tapped(nil)
	if at, _ := w.Desk.Opened(); at.ID != "leave-out-large-app" || w.Desk.Tab() != desk.TabGuide {
		t.Errorf("its steps are those of %v on tab %v", at, w.Desk.Tab())
	}
	desktest.Count(w.Desk, desktest.Numbers{Plan: 50e9, Used: 1.8e9, Next: 4.1e9})
	if !c.content.Hidden {
		t.Error("there is nothing to clean up, but the card stays")
	}
}

func TestGrowthSaysUntilWhenAPlanLasts(t *testing.T) {
	w, p := openSpaced(t)
	o := p.outlook
	if o.card.Hidden || o.growth.Entry.PlaceHolder == "" || origin(o.growth) == "" || !isDashed(o.growth) {
		t.Error("typical growth is not told as such")
	}
	typeInto(o.growth, "1 GB")
	if got := origin(o.growth); got != "typed in" || isDashed(o.growth) {
		t.Errorf("what was typed is called %q", got)
	}
	v := w.Desk.View()
	// 44.1 GB of the 50 GB are left: 44 months at 1 GB a month, from November 2026.
	full := func(bytes int64) string {
		for i := range v.Plan.Offers {
			if v.Plan.Offers[i].Capacity == bytes && v.Plan.Offers[i].Bundle.ID == "" {
				_, text := p.bars.state(v.Plan, &v.Plan.Offers[i])
				return text
			}
		}
		return "nothing"
	}
	if got := full(50e9); got != "full about Jul 2030" {
		t.Errorf("50 GB at 1 GB a month: %q", got)
	}
	if got := full(5e9); got != "" {
		t.Errorf("a plan that is too small is told to be %q", got)
	}
	if got := full(2e12); got != "likely enough for years" {
		t.Errorf("2 TB at 1 GB a month: %q", got)
	}
	if got := desktest.Text(o.lines); strings.Count(got, "50 GB for $0.99") != 3 {
		t.Errorf("at 1 GB a month 50 GB are enough for three years, but it says %q", got)
	}
	typeInto(o.growth, "2 GB")
	if got := desktest.Text(o.lines); strings.Count(got, "50 GB for $0.99") != 2 || !strings.Contains(got, "200 GB for $2.99") {
		t.Errorf("50 GB are full before 36 months are over at 2 GB a month, but it says %q", got)
	}
	w.Clock = w.Clock.Add(time.Hour)
	typeInto(o.growth, "plenty")
	if o.growth.Sentence() == "" || o.growth.Entry.Text != "plenty" {
		t.Error("nonsense gets no sentence, or is lost")
	}
	w.Desk.Undo()
	if o.growth.Entry.Text != "2 GB" {
		t.Errorf("after undo the field holds %q", o.growth.Entry.Text)
	}
	typeInto(o.growth, "")
	if got := w.Desk.View().Plan.Inputs.Growth; got != (storage.Inputs{}).Growth {
		t.Errorf("an emptied field leaves %v", got)
	}
}
