package casefile

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/storage"
)

// fact is a reading as an event, for cases that are built by hand.
func fact(source Source, check, answer string, first, last time.Time) Event {
	return Event{Time: first, Source: source, What: Observed{Check: check, Answer: answer, Read: last, How: howRead}}
}

func answered(check, answer string, when time.Time) Event {
	return Event{Time: when, Source: FromPerson, What: Answered{check, answer}}
}

func tried(fix string, outcome Outcome, when time.Time) Event {
	return Event{Time: when, Source: FromPerson, What: Tried{fix, outcome}}
}

// told is a standing in a line: the answer that holds, its giver, and what the others say.
func told(s Standing) string {
	text := fmt.Sprintf("%s by %s at %s", s.Answer, s.Source, s.Time.Format("15:04"))
	if s.Outdated {
		text += " outdated"
	}
	for _, o := range s.Others {
		text += fmt.Sprintf("; %s by %s at %s", o.Answer, o.Source, o.Time.Format("15:04"))
	}
	return text
}

func TestWhoIsRight(t *testing.T) {
	const check, fix = "back-up-switch", "turn-on-backup"
	base := shipped(t)
	for _, test := range []struct {
		name   string
		events []Event
		want   string
		pieces string // answers that count for the diagnosis, in order
	}{
		{"a person alone", []Event{answered(check, "off", at(10, 0))}, "off by person at 10:00", "off"},
		{"a machine alone, read again", []Event{fact(FromPhone, check, "on", at(10, 0), at(10, 41))}, "on by phone at 10:41", "on*"},
		{
			"a person overrules a machine that came first",
			[]Event{fact(FromPhone, check, "on", at(10, 0), at(10, 0)), answered(check, "off", at(10, 5))},
			"off by person at 10:05; on by phone at 10:00", "off",
		},
		{
			"a person overrules a machine that comes later",
			[]Event{answered(check, "off", at(10, 0)), fact(FromPhone, check, "on", at(10, 5), at(11, 0))},
			"off by person at 10:00; on by phone at 11:00", "off",
		},
		{
			"a person who can't tell overrules nobody",
			[]Event{fact(FromPhone, check, "on", at(10, 0), at(10, 0)), answered(check, CantTell, at(10, 5))},
			"on by phone at 10:00; cant-tell by person at 10:05", "on*",
		},
		{
			"a person takes an answer back",
			[]Event{answered(check, "off", at(9, 0)), fact(FromPhone, check, "on", at(10, 0), at(10, 0)), answered(check, CantTell, at(10, 5))},
			"on by phone at 10:00; cant-tell by person at 10:05", "on*",
		},
		{
			"of one source the newest counts",
			[]Event{fact(FromPhone, check, "off", at(10, 0), at(10, 1)), fact(FromPhone, check, "on", at(10, 2), at(10, 3))},
			"on by phone at 10:03", "on*",
		},
		{
			"the same from two sources counts once",
			[]Event{fact(FromPhone, check, "on", at(10, 0), at(10, 3)), fact(FromBackup, check, "on", at(9, 0), at(9, 0))},
			"on by phone at 10:03; on by backup at 09:00", "on*",
		},
		{
			"of two sources the one that read last counts",
			[]Event{fact(FromPhone, check, "on", at(10, 0), at(10, 3)), fact(FromBackup, check, "off", at(10, 1), at(11, 0))},
			"off by backup at 11:00; on by phone at 10:03", "off*",
		},
		{
			"after a fix a machine's reading holds against the answer before",
			[]Event{answered(check, "off", at(10, 0)), tried(fix, Failed, at(10, 10)), fact(FromPhone, check, "on", at(10, 20), at(10, 20))},
			"on by phone at 10:20; off by person at 10:00", "off on*",
		},
		{
			"a fix that was not done changes nothing",
			[]Event{answered(check, "off", at(10, 0)), tried(fix, Declined, at(10, 10)), fact(FromPhone, check, "on", at(10, 20), at(10, 20))},
			"off by person at 10:00; on by phone at 10:20", "off",
		},
		{
			"after a fix the person looked again",
			[]Event{fact(FromPhone, check, "off", at(10, 0), at(10, 30)), tried(fix, Failed, at(10, 10)), answered(check, "on", at(10, 20))},
			"on by person at 10:20; off by phone at 10:30", "off* on",
		},
		{
			"nobody looked after a fix",
			[]Event{fact(FromPhone, check, "off", at(10, 0), at(10, 5)), tried(fix, Failed, at(10, 10))},
			"off by phone at 10:05 outdated", "off*",
		},
		{
			"a machine that reads the same after a fix looked again",
			[]Event{fact(FromPhone, check, "off", at(10, 0), at(10, 30)), tried(fix, Failed, at(10, 10))},
			"off by phone at 10:30", "off* off*",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := Weigh(&Case{Events: test.events}, base, nil, at(12, 0))
			if got := told(a.Checks[check]); got != test.want {
				t.Errorf("it is %q, want %q", got, test.want)
			}
			if got := strings.Join(answersOf(a), " "); got != test.pieces {
				t.Errorf("the diagnosis hears %q, want %q", got, test.pieces)
			}
		})
	}
}

// answersOf are the answers that count, those of machines with a star.
func answersOf(a Account) (list []string) {
	for _, s := range a.Pieces {
		if s.Check == "" {
			continue
		}
		text := s.Answer
		if s.Reader != "" {
			text += "*"
		}
		list = append(list, text)
	}
	return list
}

func TestOnlyAnswersOfTheSameTimeContradict(t *testing.T) {
	const check, fix = "back-up-switch", "turn-on-backup"
	off, on := answered(check, "off", at(10, 0)), fact(FromPhone, check, "on", at(10, 5), at(10, 5))
	later := fact(FromPhone, check, "on", at(10, 20), at(10, 20))
	for _, test := range []struct {
		name   string
		events []Event
		want   int
	}{
		{"a person and a machine", []Event{off, on}, 1},
		{"they agree", []Event{answered(check, "on", at(10, 0)), on}, 0},
		{"the person can't tell", []Event{answered(check, CantTell, at(10, 0)), on}, 0},
		{"a fix lies between them", []Event{off, tried(fix, Failed, at(10, 10)), later}, 0},
		{"both are from before a fix", []Event{off, on, tried(fix, Failed, at(10, 10))}, 0},
	} {
		a := Weigh(&Case{Events: test.events}, shipped(t), nil, at(12, 0))
		if got := a.Checks[check].Contradictions(); len(got) != test.want {
			t.Errorf("%s: %+v", test.name, got)
		}
	}
}

func TestStorageNumbersAreThePersons(t *testing.T) {
	c := &Case{Events: []Event{
		fact(FromPhone, "icloud-space", "full", at(10, 0), at(10, 0)),
		{Time: at(10, 5), Source: FromStorage, What: numbers(5e9, 1e9, -1)},
	}}
	plenty := func(int) map[string]storage.Statement {
		return map[string]storage.Statement{"icloud-space": {Answer: "plenty"}}
	}
	a := Weigh(c, shipped(t), plenty, at(12, 0))
	if got := told(a.Checks["icloud-space"]); got != "plenty by storage at 10:05; full by phone at 10:00" {
		t.Errorf("it is %q", got)
	}
	c.Events = append(c.Events, answered("icloud-space", "little", at(10, 10)))
	a = Weigh(c, shipped(t), plenty, at(12, 0))
	if got := a.Checks["icloud-space"].Answer; got != "little" {
		t.Errorf("a later answer gives way to numbers: %s", got)
	}
}

func TestTheAnswerFollowsFromTheAgeOfAValue(t *testing.T) {
	c := &Case{Events: []Event{{Time: at(10, 0), Source: FromPhone, What: Observed{
		Check: "last-success", Value: at(2, 0).Format(time.RFC3339), Read: at(10, 0), How: howRead,
	}}}}
	for age, want := range map[time.Duration]string{
		0: "today", 23 * time.Hour: "today", 25 * time.Hour: "this-week", 8 * 24 * time.Hour: "weeks", 3650 * 24 * time.Hour: "weeks",
		-time.Minute: "today", -48 * time.Hour: "",
	} {
		a := Weigh(c, shipped(t), nil, at(2, 0).Add(age))
		if got := a.Checks["last-success"].Answer; got != want {
			t.Errorf("after %v the last backup was %q, want %q", age, got, want)
		}
	}
}

func TestTodayIsTodayOnTheDayItWasSaid(t *testing.T) {
	c := &Case{Events: []Event{answered("last-success", "today", at(9, 0))}}
	for _, test := range []struct {
		after time.Duration
		want  string
	}{
		{0, "today"},
		{14 * time.Hour, "today"},
		{15 * time.Hour, "this-week"}, // midnight
		{6 * 24 * time.Hour, "this-week"},
		{8 * 24 * time.Hour, "weeks"},
	} {
		if got := Weigh(c, shipped(t), nil, at(9, 0).Add(test.after)).Checks["last-success"].Answer; got != test.want {
			t.Errorf("%v later what was said of today is %q, want %q", test.after, got, test.want)
		}
	}
	c.Events[0] = answered("last-success", "never", at(9, 0))
	if got := Weigh(c, shipped(t), nil, at(9, 0).AddDate(1, 0, 0)).Checks["last-success"].Answer; got != "never" {
		t.Errorf("never is %q a year later", got)
	}
}

func TestTheTimesMakeTheOrder(t *testing.T) {
	c := &Case{Events: []Event{
		answered("back-up-switch", "on", at(10, 0)),
		answered("back-up-switch", "off", at(9, 0)),
		answered("low-data-mode", "on", at(9, 30).AddDate(3, 0, 0)), // recorded by a wrong clock
		answered("low-data-mode", "off", at(9, 10)),
		answered("vpn-filter", "none", time.Time{}),
	}}
	if got, want := c.InOrder(at(12, 0)), []int{1, 2, 3, 4, 0}; !slices.Equal(got, want) {
		t.Errorf("the order is %v, want %v", got, want)
	}
	a := Weigh(c, shipped(t), nil, at(12, 0))
	if on, low := a.Checks["back-up-switch"].Answer, a.Checks["low-data-mode"].Answer; on != "on" || low != "off" {
		t.Errorf("the switch is %s and Low Data Mode %s", on, low)
	}
}

func TestFactsFillTheHeaderThatNobodyFilled(t *testing.T) {
	named := func(name, value string, minute int) Event {
		return Event{Time: at(10, minute), Source: FromPhone, What: Observed{Fact: name, Value: value, Read: at(10, minute), How: howRead}}
	}
	c := Case{Model: "iPhone 13", Device: apple.IPhone, Events: []Event{
		named(FactVersion, "18.4", 5), named(FactVersion, "18.3", 1), named(FactModel, "iPhone 15", 2), named(FactLanguage, "klingon", 3),
		named(FactCountry, "de", 3), named("color", "red", 4),
	}}
	got := c.Filled(shipped(t))
	if got.Version != "18.4" || got.Model != "iPhone 13" || got.Language != "klingon" || got.Country != "de" {
		t.Errorf("the header is %+v", got.Header())
	}
	c.Events = append(c.Events, named(FactVersion, "newest", 9))
	if got := c.Filled(shipped(t)); got.Version != "18.4" {
		t.Errorf("a version that is none fills in %q", got.Version)
	}
}

// Facts correct the kind that nobody chose, and never the person's iPad.
func TestFactsNeverTurnAnIPadIntoAnIPhone(t *testing.T) {
	for _, test := range []struct{ device, read, wantDevice, wantModel string }{
		{apple.IPhone, "iPad Air (5th generation)", apple.IPad, "iPad Air (5th generation)"},
		{"", "iPad Air (5th generation)", apple.IPad, "iPad Air (5th generation)"},
		{apple.IPhone, "iPhone 15", apple.IPhone, "iPhone 15"},
		{apple.IPad, "iPad Air (5th generation)", apple.IPad, "iPad Air (5th generation)"},
		{apple.IPad, "iPhone 15", apple.IPad, ""},
	} {
		c := Case{Device: test.device, Events: []Event{{
			Time: at(10, 0), Source: FromPhone, What: Observed{Fact: FactModel, Value: test.read, Read: at(10, 0), How: howRead},
		}}}
		if got := c.Filled(shipped(t)); got.Device != test.wantDevice || got.Model != test.wantModel {
			t.Errorf("%+v: it is %q, %q", test, got.Device, got.Model)
		}
	}
}

// An outage is told as long as the page was read lately. Read again it counts again, and a person's own look does not lapse.
func TestAReadingLapses(t *testing.T) {
	const check = "apple-status"
	base := shipped(t)
	outage := func(last time.Time) Event { return fact(FromStatus, check, "backup-event", at(10, 0), last) }
	for _, test := range []struct {
		name   string
		events []Event
		hours  int
		want   string
	}{
		{"just read", []Event{outage(at(10, 0))}, 0, "backup-event"},
		{"read this morning", []Event{outage(at(10, 0))}, 11, "backup-event"},
		{"read yesterday", []Event{outage(at(10, 0))}, 13, ""},
		{"read again", []Event{outage(at(10, 0).Add(5 * time.Hour))}, 13, "backup-event"},
		{"said by a person", []Event{answered(check, "backup-event", at(10, 0))}, 13, "backup-event"},
		{"read of another source", []Event{fact(FromPhone, "back-up-switch", "off", at(10, 0), at(10, 0))}, 5000, "off"},
	} {
		c := &Case{Events: test.events}
		account := Weigh(c, base, nil, at(10, 0).Add(time.Duration(test.hours)*time.Hour))
		got, pieces := "", len(account.Pieces)
		for _, s := range account.Checks {
			got = s.Answer
		}
		if got != test.want || (pieces == 1) != (test.want != "") {
			t.Errorf("%s: after %d hours %q holds, with %d pieces", test.name, test.hours, got, pieces)
		}
	}
}
