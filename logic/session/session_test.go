package session_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

func library(t testing.TB) *session.Library {
	t.Helper()
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// clock is a clock that stands still until it is moved.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func open(t testing.TB, lib *session.Library) (*session.Session, *clock) {
	t.Helper()
	c := &clock{time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)}
	file, notice, err := casefile.Open(filepath.Join(t.TempDir(), "case.toml"), lib.Base, c.now)
	if err != nil || !notice.IsZero() {
		t.Fatal(err, notice.String())
	}
	t.Cleanup(func() { _ = file.Close() })
	return session.Open(lib, file, c.now), c
}

// read makes inputs of the three numbers that the phone shows, in bytes; one below zero is not known.
func read(plan, used, next int64) storage.Inputs {
	known := func(bytes int64) size.Amount {
		if bytes < 0 {
			return size.Amount{}
		}
		return size.Of(bytes, size.Phone)
	}
	in := storage.Inputs{Plan: known(plan), Used: known(used)}
	return in.SetFirst(storage.Device{Next: known(next)})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func belief(v *session.View, ref string) float64 {
	for _, l := range v.Likely {
		if l.Cause.Ref == ref {
			return l.P
		}
	}
	return -1
}

func row(t *testing.T, v *session.View, id string) session.Row {
	t.Helper()
	for _, g := range v.Groups {
		for _, r := range g.Rows {
			if r.ID == id {
				return r
			}
		}
	}
	t.Fatalf("the checklist has no row %s", id)
	return session.Row{}
}

func TestEveryKindOfEventMovesTheDiagnosis(t *testing.T) {
	lib := library(t)
	for _, test := range []struct {
		name string
		do   func(s *session.Session) error
		ref  string // cause whose belief rises
	}{
		{"an answer", func(s *session.Session) error { return s.Answer("back-up-switch", "off") }, "C01"},
		{"a message", func(s *session.Session) error { return s.Say("You must accept the new iCloud Terms and Conditions") }, "C15"},
		{"storage that is too small", func(s *session.Session) error {
			return s.Count(read(5e9, 4.9e9, 3e9), nil)
		}, "C02"},
		{"a fix that did not help", func(s *session.Session) error { return s.Try("turn-on-backup", casefile.Failed) }, "C02"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, _ := open(t, lib)
			told := 0
			s.OnChange(func(*session.View, session.Actor) { told++ })
			before := belief(s.View(), test.ref)
			must(t, test.do(s))
			if after := belief(s.View(), test.ref); after <= before {
				t.Errorf("the belief in %s went from %.4f to %.4f", test.ref, before, after)
			}
			if told != 1 {
				t.Errorf("listeners were told %d times", told)
			}
			if _, err := s.Undo(); err != nil {
				t.Fatal(err)
			}
			if again := belief(s.View(), test.ref); again != before {
				t.Errorf("after undo the belief is %v, before it was %v", again, before)
			}
		})
	}
}

func TestStorageThatFitsClearsStorage(t *testing.T) {
	s, _ := open(t, library(t))
	before := belief(s.View(), "C02")
	must(t, s.Count(read(50e9, 10e9, 3e9), nil))
	if after := belief(s.View(), "C02"); after > before/4 {
		t.Errorf("with 40 GB free the belief in a full iCloud went from %.3f to %.3f", before, after)
	}
	if r := row(t, s.View(), "next-backup-fits"); r.Status != session.StatusFine || r.Source != casefile.FromStorage {
		t.Errorf("the row is %s from %s, want fine from the storage numbers", r.Status, r.Source)
	}
}

func TestWhatIsTypedInQuickSuccessionIsOneEvent(t *testing.T) {
	s, c := open(t, library(t))
	events := func() int { return len(s.View().Case.Events) }
	in := storage.Inputs{Plan: size.Of(5e9, size.Phone)}
	for _, used := range []int64{1e9, 2e9, 3e9} {
		in.Used = size.Of(used, size.Phone)
		must(t, s.Count(in, "used"))
		c.at = c.at.Add(time.Second)
	}
	if events() != 1 || s.View().Plan.Inputs.Used.Likely != 3e9 {
		t.Fatalf("%d events with %d used, want one with the last number", events(), s.View().Plan.Inputs.Used.Likely)
	}
	must(t, s.Count(in.SetFirst(storage.Device{Next: size.Of(1e9, size.Phone)}), "next"))
	if events() != 2 {
		t.Errorf("%d events, want 2: another field is another change", events())
	}
	c.at = c.at.Add(time.Hour)
	must(t, s.Count(in, "next"))
	must(t, s.Answer("back-up-switch", "on"))
	in.Used = size.Of(1e9, size.Phone)
	must(t, s.Count(in, "next"))
	if events() != 5 {
		t.Errorf("%d events, want 5: later numbers are events of their own", events())
	}
}

// Whoever added a device, named it, ticked that it is gone and added a person, all within a minute, takes back one at a time.
func TestUndoTakesBackOneChangeOfTheHouseholdAtATime(t *testing.T) {
	s, _ := open(t, library(t))
	in := storage.Inputs{Used: size.Of(1e9, size.Phone)}
	must(t, s.Count(in, nil))
	edit := func(d storage.Device) {
		in = in.Clone()
		in.EditDevice(1, func(to *storage.Device) { *to = d })
	}
	edit(storage.Device{})
	must(t, s.Count(in, nil))
	for _, name := range []string{"O", "Ol", "Old"} {
		edit(storage.Device{Name: name})
		must(t, s.Count(in, "name"))
	}
	edit(storage.Device{Name: "Old", Gone: true})
	must(t, s.Count(in, nil))
	in.EditPerson(0, func(*storage.Person) {})
	must(t, s.Count(in, nil))
	state := func() string {
		now := s.View().Plan.Inputs
		if len(now.Devices) < 2 {
			return "none"
		}
		return fmt.Sprintf("%q %v %d", now.Devices[1].Name, now.Devices[1].Gone, len(now.People))
	}
	for _, want := range []string{`"Old" true 1`, `"Old" true 0`, `"Old" false 0`, `"" false 0`, "none"} {
		if got := state(); got != want {
			t.Fatalf("there is %s, want %s", got, want)
		}
		if _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestEmptyFieldsForgetTheNumbers(t *testing.T) {
	s, c := open(t, library(t))
	empty := read(-1, -1, -1)
	must(t, s.Count(read(5e9, 1e9, -1), nil))
	must(t, s.Count(empty, nil)) // in one go
	if n := len(s.View().Case.Events); n != 0 || !s.View().Plan.Inputs.Empty() {
		t.Fatalf("%d events are left with %+v", n, s.View().Plan.Inputs)
	}
	must(t, s.Count(read(5e9, 1e9, -1), nil))
	c.at = c.at.Add(time.Hour)
	must(t, s.Count(read(5e9, 2e9, -1), nil))
	c.at = c.at.Add(time.Hour)
	must(t, s.Count(empty, nil))
	if n := len(s.View().Case.Events); n != 0 {
		t.Fatalf("%d events are left of two", n)
	}
	if _, err := s.Undo(); err != nil || len(s.View().Case.Events) != 2 || s.View().Plan.Inputs.Used.Likely != 2e9 {
		t.Errorf("undo brings %+v back, %d events, %v", s.View().Plan.Inputs, len(s.View().Case.Events), err)
	}
	if _, err := s.Redo(); err != nil || !s.View().Plan.Inputs.Empty() {
		t.Errorf("redo leaves %+v, %v", s.View().Plan.Inputs, err)
	}
}

func TestOnlyTheLatestNumbersCount(t *testing.T) {
	s, c := open(t, library(t))
	before := belief(s.View(), "C02")
	must(t, s.Count(read(5e9, 4.9e9, 3e9), nil))
	c.at = c.at.Add(time.Hour)
	must(t, s.Count(read(5e9, -1, -1), nil))
	if after := belief(s.View(), "C02"); after > before+1e-9 {
		t.Errorf("numbers that are not known any more still count: %.3f, %.3f before", after, before)
	}
}

func TestTheChecklistCountsAndGroups(t *testing.T) {
	s, _ := open(t, library(t))
	v := s.View()
	if v.Checked != 0 || v.Total < 25 {
		t.Fatalf("%d of %d checked in an empty case", v.Checked, v.Total)
	}
	must(t, s.Answer("low-data-mode", "on"))
	must(t, s.Answer("vpn-filter", casefile.CantTell))
	must(t, s.Answer("upload-speed", casefile.NotNow))
	v = s.View()
	if v.Checked != 2 {
		t.Errorf("%d checked after an answer, a shrug and a delay; want 2", v.Checked)
	}
	for id, want := range map[string]session.Status{
		"low-data-mode": session.StatusProblem, "vpn-filter": session.StatusCantTell, "upload-speed": session.StatusLater,
	} {
		if got := row(t, v, id).Status; got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	for _, g := range v.Groups {
		if g.ID == "wifi" && g.Worst != session.StatusProblem {
			t.Errorf("the Wi-Fi group shows %s, want its worst member", g.Worst)
		}
	}
}

// Older files name the market instead of the country and still have its prices.
func TestPricesFollowTheCountryOfTheCase(t *testing.T) {
	lib := library(t)
	for _, code := range []string{"de", "eurozone"} {
		if v := lib.Derive(casefile.Case{Device: "iphone", Country: code}, time.Now()); v.Market.ID != "eurozone" {
			t.Errorf("%q has the prices of %q", code, v.Market.ID)
		}
	}
}

// TestEventsInAnyOrderGiveTheSameBeliefs draws random answers and removes and restores them in any order.
func TestEventsInAnyOrderGiveTheSameBeliefs(t *testing.T) {
	lib := library(t)
	rapid.Check(t, func(rt *rapid.T) {
		var events []casefile.Event
		for i := range lib.Base.Checks {
			k := &lib.Base.Checks[i]
			if rapid.Bool().Draw(rt, k.ID) {
				answer := rapid.SampledFrom(k.Answers).Draw(rt, "answer")
				events = append(events, casefile.Event{Source: casefile.FromPerson, What: casefile.Answered{Check: k.ID, Answer: answer.ID}})
			}
		}
		c := casefile.Case{Device: apple.IPhone, Events: events}
		forward := lib.Derive(c, time.Now())
		c.Events = rapid.Permutation(events).Draw(rt, "order")
		shuffled := lib.Derive(c, time.Now())
		total := 0.0
		for i := range forward.Likely {
			total += forward.Likely[i].P
			if forward.Likely[i].P != shuffled.Likely[i].P || forward.Likely[i].Cause != shuffled.Likely[i].Cause {
				rt.Fatalf("belief %d is %v of %s, in another order %v of %s", i, forward.Likely[i].P, forward.Likely[i].Cause.ID,
					shuffled.Likely[i].P, shuffled.Likely[i].Cause.ID)
			}
		}
		if total < 1-1e-9 || total > 1+1e-9 {
			rt.Fatalf("the beliefs sum to %v", total)
		}
	})
}

func TestAnAnswerThatAFixMayHaveChangedIsNoProblemAnyMore(t *testing.T) {
	s, c := open(t, library(t))
	must(t, s.Answer("low-data-mode", "on"))
	if r := row(t, s.View(), "low-data-mode"); r.Status != session.StatusProblem {
		t.Fatalf("the row is %s before the fix", r.Status)
	}
	must(t, s.Try("turn-off-low-data-mode", casefile.Unsure))
	if r := row(t, s.View(), "low-data-mode"); r.Status != session.StatusWaiting || r.Word != "Changed" {
		t.Errorf("after the fix the row is %s, %q", r.Status, r.Word)
	}
	must(t, s.Prove(casefile.SeenFinished, c.at.AddDate(0, 0, -2))) // shows nothing
	if r := row(t, s.View(), "turn-off-low-data-mode"); r.Status != session.StatusWaiting || r.Word != "" {
		t.Errorf("the row of the fix is %s, %q", r.Status, r.Word)
	}
	c.at = c.at.AddDate(0, 0, 1)
	must(t, s.Prove(casefile.SeenOldDate, time.Time{}))
	if r := row(t, s.View(), "low-data-mode"); r.Status != session.StatusCantTell || r.Word != "Before: On" {
		t.Errorf("after a night without a backup the row is %s, %q", r.Status, r.Word)
	}
	for range 3 {
		_, err := s.Undo()
		must(t, err)
	}
	if r := row(t, s.View(), "low-data-mode"); r.Status != session.StatusProblem {
		t.Errorf("after undo the row is %s", r.Status)
	}
	must(t, s.Try("turn-off-low-data-mode", casefile.Declined))
	if r := row(t, s.View(), "low-data-mode"); r.Status != session.StatusProblem {
		t.Errorf("after a fix that was put off the row is %s", r.Status)
	}
}

// Nothing waits any more once the change has solved the case.
func TestWhatWasPutRightDoesNotWait(t *testing.T) {
	s, _ := open(t, library(t))
	must(t, s.Answer("back-up-switch", "off"))
	must(t, s.Try("turn-on-backup", casefile.Done))
	if r := row(t, s.View(), "back-up-switch"); r.Status != session.StatusWaiting {
		t.Errorf("before the proof the row is %s", r.Status)
	}
	must(t, s.Prove(casefile.SeenFinished, time.Time{}))
	if r := row(t, s.View(), "back-up-switch"); r.Status != session.StatusDone || r.Word != "Changed" {
		t.Errorf("after the proof the row is %s, %q", r.Status, r.Word)
	}
}

func TestNewStorageNumbersCountAfterAFix(t *testing.T) {
	s, c := open(t, library(t))
	short := read(5e9, 4.9e9, 3e9)
	must(t, s.Count(short, nil))
	must(t, s.Try("clear-icloud-content", casefile.Unsure))
	if r := row(t, s.View(), "next-backup-fits"); r.Status != session.StatusWaiting {
		t.Errorf("after the clean-up the old numbers are %s", r.Status)
	}
	c.at = c.at.Add(time.Hour)
	short.Used = size.Of(4.8e9, size.Phone)
	must(t, s.Count(short, nil))
	if r := row(t, s.View(), "next-backup-fits"); r.Status != session.StatusProblem {
		t.Errorf("the new numbers are %s", r.Status)
	}
}
