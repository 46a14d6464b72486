package guide_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session/guide"
)

// The last page says which backup was seen and when, draws the line with its date, and leads on to the other
// trouble that is known.
func TestTheLastPageShowsTheBackupThatWasSeen(t *testing.T) {
	lib := library(t)
	for _, c := range []struct {
		backup      time.Time
		title, date string
	}{
		{noon().Add(-time.Hour), "made a backup today at 11:00", "11:00\u00A0AM"},
		{noon().Add(-13 * time.Hour), "made a backup yesterday at 23:00", "11/22/26"},
		{noon().Add(-12 * time.Hour), "made a backup on Nov 23, 2026", "11/23/26"}, // the day alone
		{time.Time{}, "has made a backup", ""},
	} {
		w := begin(t, lib)
		must(t, w.Prove(casefile.SeenFinished, c.backup))
		page := w.g.Page(w.s.View(), guide.Step{})
		if !strings.HasSuffix(page.Title, c.title) || page.Date != c.date || page.Caption != "What you saw" || page.Second != nil {
			t.Errorf("%v: %q with %q below %q, then %+v", c.backup, page.Title, page.Date, page.Caption, page.Second)
		}
		if last := page.Stops[len(page.Stops)-1]; last.Row.ID != "last-backup" {
			t.Errorf("the picture is about %s", last.Row.ID)
		}
	}
}

// Where nothing is wrong, the last page says what to do about the backup that runs.
func TestARunningBackupIsLeftAlone(t *testing.T) {
	w := begin(t, library(t))
	must(t, w.Answer("slow-backup", "moves"))
	page := w.g.Page(w.s.View(), guide.Step{})
	if page.Title != "Nothing to fix right now" || !strings.Contains(page.Purpose, "for 24 hours before you try anything else") {
		t.Errorf("%q: %q", page.Title, page.Purpose)
	}
}

// It says who saw that: what a phone told by itself, its owner did not see.
func TestItIsToldWhoSawTheRunningBackup(t *testing.T) {
	w := begin(t, library(t))
	if _, err := w.Observe(fact("slow-backup", "moves", noon())); err != nil {
		t.Fatal(err)
	}
	read := w.g.Page(w.s.View(), guide.Step{})
	if want := "Your iPhone is backing up. This was read from the iPhone."; !strings.HasPrefix(read.Purpose, want) {
		t.Errorf("%q", read.Purpose)
	}
	must(t, w.Answer("slow-backup", "moves"))
	if seen := w.g.Page(w.s.View(), guide.Step{}); !strings.HasPrefix(seen.Purpose, "From what you saw") {
		t.Errorf("%q", seen.Purpose)
	}
}

func TestTheOtherTroubleComesNext(t *testing.T) {
	w := begin(t, library(t))
	must(t, w.Answer("charging-symbol", "unplugged"))
	must(t, w.Prove(casefile.SeenFinished, time.Time{}))
	way := w.g.Page(w.s.View(), guide.Step{}).Second
	if way == nil || way.Storage || way.Fix != fix("plug-in-overnight") || way.Do != "Charge your iPhone overnight" {
		t.Errorf("not charging leads to %+v", way)
	}
	w = begin(t, library(t))
	must(t, w.s.Count(read(5e9, 4.8e9, 1e9), nil))
	must(t, w.Prove(casefile.SeenFinished, time.Time{}))
	page := w.g.Page(w.s.View(), guide.Step{})
	if page.Second == nil || !page.Second.Storage || page.Second.Do != "Make room in iCloud" || !strings.Contains(page.Lines[0].Text, "1 GB") {
		t.Errorf("too little room leads to %+v: %q", page.Second, page.Lines[0].Text)
	}
}

// Who goes to Apple takes along what was tried, each fix once with its latest outcome, and what is asked
// there.
func TestTheHandoverTellsWhatWasTried(t *testing.T) {
	w := begin(t, library(t))
	if h := w.g.Handover(w.s.View()); len(h.Tried) > 0 || !strings.Contains(strings.Join(h.Ready, "|"), "General › About") {
		t.Errorf("an empty case hands over %+v", h)
	}
	must(t, w.s.SetHeader(casefile.Header{Name: "x", Device: "iphone", Model: "iPhone 13", Version: "17.5"}))
	must(t, w.s.Say("The last backup could not be completed."))
	must(t, w.Try("restart", casefile.Unsure))
	must(t, w.Try("turn-off-vpn", casefile.Declined))
	must(t, w.Try("restart", casefile.Failed))
	h := w.g.Handover(w.s.View())
	if len(h.Tried) != 1 || !strings.HasSuffix(h.Tried[0], "it didn’t help") {
		t.Errorf("tried was %q", h.Tried)
	}
	if ready := strings.Join(h.Ready, "|"); !strings.Contains(ready, "iPhone 13, iOS 17.5") || !strings.Contains(ready, "“The last backup could not be completed.”") {
		t.Errorf("to have ready is %q", ready)
	}
	if page := w.g.Page(w.s.View(), guide.Step{Kind: diagnosis.StepSupport}); !page.Exists || slices.Contains(h.Ready, "") {
		t.Errorf("the page is %+v", page)
	}
}
