package guide_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session/guide"
)

func TestTheNextPageSaysWhatTheLastLookShowed(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, time.UTC) }
	event := func(when time.Time, what casefile.What) casefile.Event {
		return casefile.Event{Time: when, Source: casefile.FromPerson, What: what}
	}
	restart := event(at(23, 18), casefile.Tried{Fix: "restart", Outcome: casefile.Done})
	charge := event(at(23, 18), casefile.Tried{Fix: "plug-in-overnight", Outcome: casefile.Done})
	old := event(at(23, 19), casefile.Proved{Seen: casefile.SeenOldDate})
	finished := func(backup time.Time) casefile.Event {
		return event(at(23, 19), casefile.Proved{Seen: casefile.SeenFinished, Backup: backup})
	}
	for name, test := range map[string]struct {
		events []casefile.Event
		now    time.Time
		title  string // of the page; empty for any
		want   string // a part of a note; empty for no note about the look
	}{
		"the old date at once":       {[]casefile.Event{restart, old}, at(23, 20), "", "There was no new backup right after “Restart"},
		"a night later":              {[]casefile.Event{restart, old}, at(24, 9), "Is there a new backup?", ""},
		"a backup of before":         {[]casefile.Event{restart, finished(at(23, 9))}, at(23, 20), "", "is from before “Restart"},
		"a day before":               {[]casefile.Event{restart, finished(at(22, 0))}, at(23, 20), "", "The backup of Nov 22, 2026 is from before"},
		"by hand":                    {[]casefile.Event{charge, finished(time.Time{})}, at(23, 20), "A backup by hand finished. Now the night.", ""},
		"by hand, and the night too": {[]casefile.Event{charge, finished(time.Time{})}, at(24, 9), "Is there a new backup?", "newer one than that of the backup by hand"},
		"a fix of the future": {
			[]casefile.Event{event(at(29, 9), casefile.Tried{Fix: "restart", Outcome: casefile.Done})},
			at(23, 20), "",
			"dated Nov 29, 2026, 09:00, which is still to come",
		},
	} {
		v := lib.Derive(casefile.Case{Events: test.events}, test.now)
		next, _ := v.Next()
		page := g.Page(v, guide.StepOf(next))
		if test.title != "" && page.Title != test.title {
			t.Errorf("%s: the page is %q, want %q", name, page.Title, test.title)
		}
		var notes []string
		for _, line := range page.Lines {
			if strings.Contains(line.Text, "backup right after") || strings.Contains(line.Text, "from before") ||
				strings.Contains(line.Text, "by hand") || strings.Contains(line.Text, "still to come") {
				notes = append(notes, line.Text)
			}
		}
		if (test.want == "") != (len(notes) == 0) || len(notes) > 1 || test.want != "" && !strings.Contains(notes[0], test.want) {
			t.Errorf("%s: the notes are %q, want %q", name, notes, test.want)
		}
	}
}
