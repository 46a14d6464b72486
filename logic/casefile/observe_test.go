package casefile

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
)

// reads is a reading of one answer by the phone.
func reads(check, answer string, when time.Time) Reading {
	return Reading{Source: FromPhone, Time: when, Facts: []Observed{{Check: check, Answer: answer}}}
}

func observe(t fails, f *File, r Reading, want int) {
	t.Helper()
	news, err := f.Observe(r)
	if err != nil || news != want {
		t.Fatalf("%d news, want %d: %v", news, want, err)
	}
}

// factsOf tells the facts of a case: check, answer and the minute when it was first and last read so.
func factsOf(c Case) string {
	var list []string
	for _, e := range c.Events {
		if o, ok := e.What.(Observed); ok {
			list = append(list, o.Check+o.Fact+"="+o.Answer+o.Value+" "+e.Time.Format("15:04")+"-"+o.Read.Format("15:04"))
		}
	}
	return strings.Join(list, ", ")
}

func TestAFactIsRecordedOncePerChange(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, shipped(t))
	observe(t, f, reads("Q02", "ON", at(10, 0)), 1)
	saved, err := os.ReadFile(path)
	must(t, err)
	for minute := 1; minute < 10; minute++ {
		observe(t, f, reads("back-up-switch", "on", at(10, minute)), 0)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, saved) {
		t.Errorf("reading the same again was saved: %v", err)
	}
	observe(t, f, reads("back-up-switch", "off", at(10, 4)), 0) // older than what is known
	observe(t, f, Reading{Source: FromBackup, Time: at(10, 9), Facts: []Observed{{Check: "back-up-switch", Answer: "on"}}}, 1)
	observe(t, f, reads("back-up-switch", "off", at(10, 30)), 1)
	observe(t, f, reads("back-up-switch", "off", at(10, 45)), 0)
	want := "back-up-switch=on 10:00-10:09, back-up-switch=on 10:09-10:09, back-up-switch=off 10:30-10:45"
	if got := factsOf(f.Case()); got != want {
		t.Errorf("the case has %s, want %s", got, want)
	}
	must(t, f.Close())
	if got := factsOf(open(t, path, shipped(t)).Case()); got != want {
		t.Errorf("the file has %s, want %s", got, want)
	}
}

// The age of a fact is saved now and then without a change, so that a crash loses minutes of it at most.
func TestTheAgeOfAFactIsSavedNowAndThen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	for minute := range 25 {
		_, err := f.Observe(reads("a", "on", at(10, minute)))
		must(t, err)
	}
	content, err := os.ReadFile(path)
	must(t, err)
	c, err := Parse(path, content, nil)
	if got := factsOf(c); err != nil || got != "a=on 10:00-10:22" {
		t.Errorf("without closing, the file has %s, %v", got, err)
	}
}

func TestUndoTakesBackWhatThePersonDidAndNoFact(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.SetHeader(Header{Name: "Anna"}))
	must(t, f.Append(said("a")))
	observe(t, f, reads("a", "on", at(12, 1)), 1)
	must(t, f.Append(said("b")))
	observe(t, f, reads("a", "off", at(12, 2)), 1)
	must(t, undo(f))
	observe(t, f, reads("b", "on", at(12, 3)), 1)
	must(t, redo(f))
	if got := texts(f.Case()); strings.Fields(got)[1] != "b" && !strings.Contains(got, "b") {
		t.Errorf("redo after a fact brings back %q", got)
	}
	must(t, f.Close())
	f = open(t, path, nil)
	for f.CanUndo() {
		must(t, undo(f))
	}
	if got := factsOf(f.Case()); len(f.Case().Events) != 3 || got != "a=on 12:01-12:01, a=off 12:02-12:02, b=on 12:03-12:03" {
		t.Errorf("undoing everything leaves %s and %d events", got, len(f.Case().Events))
	}
	must(t, f.Remove(2)) // in the history a fact can be removed, and that can be undone
	if !strings.HasPrefix(factsOf(f.Case()), "a=off") {
		t.Errorf("after removing a fact there are %s", factsOf(f.Case()))
	}
	must(t, undo(f))
	if !strings.HasPrefix(factsOf(f.Case()), "a=on") {
		t.Errorf("after bringing it back there are %s", factsOf(f.Case()))
	}
}

func TestAFactBetweenTwoKeysDoesNotPartThem(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	must(t, f.Append(said("4")))
	observe(t, f, reads("a", "on", at(12, 0)), 1)
	must(t, f.Amend(said("4.8")))
	must(t, undo(f))
	if c := f.Case(); len(c.Events) != 1 || factsOf(c) == "" {
		t.Errorf("undo leaves %+v", c.Events)
	}
}

func TestARemovedFactStaysRemovedUntilItChanges(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	observe(t, f, reads("a", "on", at(12, 0)), 1)
	must(t, f.Remove(1))
	observe(t, f, reads("a", "on", at(12, 1)), 0)
	if got := factsOf(f.Case()); got != "" {
		t.Errorf("the next reading brought it back: %s", got)
	}
	observe(t, f, reads("a", "off", at(12, 2)), 1)
}

func TestACaseRemembersItsDevice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	of := func(identity, answer string, minute int) Reading {
		r := reads("a", answer, at(12, minute))
		r.Identity = identity
		return r
	}
	observe(t, f, of("", "on", 0), 1)
	if f.Case().DeviceID != "" {
		t.Error("a reading without an identity gave the case a device")
	}
	observe(t, f, of("00008110-SERIAL", "off", 1), 1)
	observe(t, f, of("00008110-SERIAL", "on", 2), 1)
	must(t, f.Append(said("x")))
	must(t, undo(f))
	must(t, f.SetHeader(Header{Name: "Anna"}))
	must(t, f.Close())
	text, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Contains(text, []byte("device-id = ")) || bytes.Contains(text, []byte("SERIAL")) {
		t.Errorf("the file should have a hash of the device alone:\n%s", text)
	}
	f = open(t, path, nil)
	before := f.Case()
	if news, err := f.Observe(of("other", "off", 3)); !errors.Is(err, ErrOtherDevice) || news != 0 {
		t.Errorf("another device: %d news, %v", news, err)
	}
	if len(f.Case().Events) != len(before.Events) {
		t.Error("a fact of another device was recorded")
	}
	observe(t, f, of("00008110-SERIAL", "off", 4), 1)
}

// The first phone that is connected need not be the one of the case.
func TestACaseTakesNoOtherDeviceThanThePersonTells(t *testing.T) {
	for _, test := range []struct {
		device, model string // as the person says
		read          string // model; empty when not known
		ok            bool
	}{
		{"", "", "iPhone 15", true},
		{"", "", "iPad Air (5th generation)", true}, // nobody chose iPhone
		{"", "iphone 15", "iPhone 15", true},
		{"", "iPhone 15", "iPhone 15 Pro", true}, // said in short
		{"", "iPhone 13", "iPhone 15", false},
		{"", "iPhone 15 Pro", "iPhone 15", false},
		{"", "iPhone 16", "iPhone 16e", false},
		{"", "iPhone 13", "", true},
		{"", "the old iPhone 13", "iPhone 15", true}, // in words of one's own
		{"", "iPhone of my sister", "iPad (9th generation)", false},
		{"", "iPad", "iPhone 15", false},
		{apple.IPad, "", "iPhone 15", false},
		{apple.IPad, "", "iPad (9th generation)", true},
		{apple.IPad, "iPad Air", "iPad Air (5th generation)", true},
		{apple.IPad, "iPad mini (6th generation)", "iPad Air (5th generation)", false},
		{apple.IPad, "iPad mini (6th generation)", "iPad mini (6th generation)", true},
	} {
		f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
		must(t, f.SetHeader(Header{Device: test.device, Model: test.model}))
		r := reads("a", "on", at(12, 0))
		r.Identity = "serial"
		if test.read != "" {
			r.Facts = append(r.Facts, Observed{Fact: FactModel, Value: test.read})
		}
		news, err := f.Observe(r)
		bound := f.Case().DeviceID != ""
		if test.ok && (err != nil || news != len(r.Facts) || !bound) {
			t.Errorf("%+v: %d news, %v", test, news, err)
		}
		if !test.ok && (!errors.Is(err, ErrOtherDevice) || news != 0 || bound || len(f.Case().Events) > 0) {
			t.Errorf("%+v: %d news, bound %v, %v", test, news, bound, err)
		}
		if test.ok {
			continue
		}
		must(t, f.SetHeader(Header{})) // who was wrong about the device says so
		observe(t, f, r, len(r.Facts))
	}
}

func TestAReadOnlyCaseShowsFactsAndKeepsNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	first := open(t, path, nil)
	must(t, first.Append(said("a")))
	second, notice, err := Open(path, nil, noon().now)
	must(t, err)
	if !notice.InUse {
		t.Fatal("the second is not read only")
	}
	before, err := os.ReadFile(path)
	must(t, err)
	observe(t, second, reads("a", "on", at(12, 0)), 1)
	observe(t, second, reads("a", "on", at(14, 0)), 0)
	if got := factsOf(second.Case()); got != "a=on 12:00-14:00" || second.CanUndo() || second.Unsaved() {
		t.Errorf("it shows %q, undo %v, unsaved %v", got, second.CanUndo(), second.Unsaved())
	}
	must(t, second.Close())
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file changed: %v", err)
	}
}

func TestFactsThatCantBeKeptAreRefusedTogether(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), shipped(t))
	for name, r := range map[string]Reading{
		"a person":       {Source: FromPerson, Time: at(12, 0), Facts: []Observed{{Check: "back-up-switch", Answer: "on"}}},
		"an answer":      {Source: FromPhone, Time: at(12, 0), Facts: []Observed{{Check: "back-up-switch", Answer: "on"}, {Check: "back-up-switch", Answer: "perhaps"}}},
		"a check":        {Source: FromPhone, Time: at(12, 0), Facts: []Observed{{Check: "no-such", Answer: "on"}}},
		"no answer":      {Source: FromPhone, Time: at(12, 0), Facts: []Observed{{Check: "back-up-switch", Answer: CantTell}}},
		"check and fact": {Source: FromPhone, Time: at(12, 0), Facts: []Observed{{Check: "back-up-switch", Answer: "on", Fact: FactVersion, Value: "18"}}},
		"nothing":        {Source: FromPhone, Time: at(12, 0), Facts: []Observed{{Fact: FactVersion}}},
	} {
		if news, err := f.Observe(r); err == nil || news != 0 || len(f.Entries()) != 0 {
			t.Errorf("%s: %d news, %v, %d entries", name, news, err, len(f.Entries()))
		}
	}
}

// A source that goes mad leaves room for the person.
func TestFactsLeaveRoomForThePerson(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	flood := Reading{Source: FromNetwork, Time: at(12, 0)}
	for i := range maxFacts + 1 {
		flood.Facts = append(flood.Facts, Observed{Fact: strconv.Itoa(i), Value: "x"})
	}
	if _, err := f.Observe(flood); !errors.Is(err, ErrFull) || len(f.Entries()) != 0 {
		t.Errorf("%d facts at once: %v", len(flood.Facts), err)
	}
	flood.Facts = flood.Facts[1:]
	observe(t, f, flood, maxFacts)
	must(t, f.Append(said("still here")))
}

// A file of a newer edition, or one that a person changed, is left alone: an unknown kind, key or word in a
// whole file is no damage, and an older copy would lose events.
func TestAWholeFileWithWordsOfANewerEditionIsLeftAlone(t *testing.T) {
	for name, change := range map[string][2]string{
		"another kind":   {`kind = "message"`, `kind = "proof"`},
		"another key":    {`text = "b"`, "text = \"b\"\nproof = true"},
		"another source": {`source = "person"`, `source = "watch"`},
		"in the header":  {"[case]", "[case]\nowner = \"x\""},
		"another table":  {"[end]", "[proof]\nx = 1\n\n[end]"},
		"another format": {"format = 1", "format = 2"},
	} {
		path, content := saved(t)
		changed := []byte(strings.Replace(string(content), change[0], change[1], 1))
		if bytes.Equal(changed, content) {
			t.Fatalf("%s: nothing changed in\n%s", name, content)
		}
		must(t, os.WriteFile(path, changed, 0o600))
		good, err := os.ReadFile(path + goodSuffix)
		must(t, err)
		if _, _, err := Open(path, nil, noon().now); err == nil {
			t.Errorf("%s: it was opened", name)
		}
		now, err1 := os.ReadFile(path)
		copied, err2 := os.ReadFile(path + goodSuffix)
		if errors.Join(err1, err2) != nil || !bytes.Equal(now, changed) || !bytes.Equal(copied, good) {
			t.Errorf("%s: the file or its copy changed", name)
		}
	}
}
