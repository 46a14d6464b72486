package guide_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session/guide"
)

func TestThePageSaysWhatThePhoneTold(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	at := func(hour, minute int) time.Time { return time.Date(2026, 11, 23, hour, minute, 0, 0, time.UTC) }
	phone := func(when time.Time, o casefile.Observed) casefile.Event {
		o.Read = when
		return casefile.Event{Time: when, Source: casefile.FromPhone, What: o}
	}
	date := func(of, read time.Time) casefile.Event {
		return phone(read, casefile.Observed{Check: "last-success", Value: of.Format(time.RFC3339)})
	}
	restart := func(when time.Time) casefile.Event {
		return casefile.Event{
			Time: when, Source: casefile.FromPerson, What: casefile.Tried{Fix: "restart", Outcome: casefile.Done},
		}
	}
	failed := func(code string, when time.Time) casefile.Event {
		return phone(when, casefile.Observed{Fact: casefile.FactFailure, Value: code, At: when})
	}
	for name, test := range map[string]struct {
		events []casefile.Event
		title  string // of the page; empty for any
		says   string // empty for nothing
	}{
		"a date that moved": {
			[]casefile.Event{date(at(8, 0).AddDate(0, 0, -20), at(9, 0)), restart(at(10, 0)), date(at(11, 41), at(11, 45))},
			"The iPhone reports a backup of Nov 23, 2026, 11:41", "",
		},
		"the old date": {
			[]casefile.Event{date(at(8, 0).AddDate(0, 0, -20), at(9, 0)), restart(at(10, 0))},
			"Now see one backup finish", "Read from the iPhone today at 09:00: its last backup is of Nov 3, 2026, 08:00.",
		},
		"a failure": {
			[]casefile.Event{restart(at(10, 0)), failed("303", at(10, 5))},
			"", "A backup failed with error 303 (Nov 23, 2026, 10:05): iCloud storage is full.",
		},
		"a failure that passes": {
			[]casefile.Event{restart(at(10, 0)), failed("304", at(10, 5))}, "", "The iPhone tries this again by itself.",
		},
		"a number that nobody knows": {
			[]casefile.Event{restart(at(10, 0)), failed("9999", at(10, 5))}, "", "What this number means is not known.",
		},
		"a fix since the failure": {
			[]casefile.Event{failed("303", at(10, 5)), restart(at(10, 10))}, "Now see one backup finish", "",
		},
	} {
		v := lib.Derive(casefile.Case{Events: test.events}, at(12, 0))
		page := g.Page(v, guide.Step{})
		if next, ok := v.Next(); ok {
			page = g.Page(v, guide.StepOf(next))
		}
		if test.title != "" && page.Title != test.title {
			t.Errorf("%s: the page is %q, want %q", name, page.Title, test.title)
		}
		var told []string
		for _, line := range page.Lines {
			for _, words := range []string{"Read from the", "failed with error", "tries this again", "What this number"} {
				if strings.Contains(line.Text, words) {
					told = append(told, line.Text)
				}
			}
		}
		if got := strings.Join(told, " "); !strings.Contains(got, test.says) || (got == "") != (test.says == "") {
			t.Errorf("%s: the page tells %q, want %q", name, got, test.says)
		}
	}
}
