package casefile

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
)

// anyTime is any moment that a file can hold, the zero time often.
var anyTime = rapid.Custom(func(t *rapid.T) time.Time {
	if rapid.Bool().Draw(t, "zero") {
		return time.Time{}
	}
	seconds := rapid.Int64Range(-62_135_596_800, 253_402_300_799).Draw(t, "seconds")
	return time.Unix(seconds, rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).UTC()
})

// anyWord is an id, or anything that somebody might write in place of one.
var anyWord = rapid.OneOf(rapid.StringMatching(`[a-z]{1,9}(-[a-z]{1,9})?`), rapid.StringN(1, 50, maxLabel))

// anyNumbers are sizes that the phone shows.
var anyNumbers = rapid.Custom(func(t *rapid.T) Counted {
	bytes := rapid.Int64Range(-1, size.Max)
	return numbers(bytes.Draw(t, "plan"), bytes.Draw(t, "used"), bytes.Draw(t, "next"))
})

// anyEvent is an event without faults.
var anyEvent = rapid.Custom(func(t *rapid.T) Event {
	e := Event{Time: anyTime.Draw(t, "time"), Source: rapid.SampledFrom(sources).Draw(t, "source")}
	switch rapid.SampledFrom(kinds).Draw(t, "kind") {
	case kindAnswer:
		e.What = Answered{anyWord.Draw(t, "check"), anyWord.Draw(t, "answer")}
	case kindFix:
		e.What = Tried{anyWord.Draw(t, "fix"), rapid.SampledFrom(outcomes).Draw(t, "outcome")}
	case kindMessage:
		said := Said{Text: rapid.String().Draw(t, "text"), Unknown: rapid.Bool().Draw(t, "unknown")}
		named := []*string{&said.Message, &said.Complaint, &said.Elsewhere, new(string)}
		*rapid.SampledFrom(named).Draw(t, "of") = rapid.StringN(0, 20, 100).Draw(t, "id")
		e.What = said
	case kindConfirm:
		e.What = Confirmed{anyWord.Draw(t, "gate")}
	case kindStorage:
		e.What = anyNumbers.Draw(t, "numbers") // inputs of any kind have a test of their own
	case kindObservation:
		e.Source = rapid.SampledFrom(machines).Draw(t, "machine")
		o := Observed{
			Value: rapid.String().Draw(t, "value"), At: anyTime.Draw(t, "at"), Read: anyTime.Draw(t, "read"),
			How: rapid.SampledFrom(hows).Draw(t, "how"),
		}
		if rapid.Bool().Draw(t, "named") {
			o.Fact = anyWord.Draw(t, "fact")
		} else {
			o.Check, o.Answer = anyWord.Draw(t, "check"), rapid.StringN(0, 9, 40).Draw(t, "answer")
		}
		e.What = o
	case kindProof:
		e.What = Proved{rapid.SampledFrom(seen).Draw(t, "seen"), anyTime.Draw(t, "backup")}
	}
	if len(e.judge(nil)) > 0 {
		t.Skip("not an event")
	}
	return e
})

// anyAct is an event by a person.
var anyAct = anyEvent.Filter(func(e Event) bool { return !e.IsFact() })

var anyCase = rapid.Custom(func(t *rapid.T) Case {
	h := Header{
		Name: rapid.String().Draw(t, "name"), Device: rapid.SampledFrom([]string{"", "iphone", "iPad"}).Draw(t, "device"),
		Model: rapid.String().Draw(t, "model"), Version: rapid.SampledFrom([]string{"", "18", "18.4.1", "iOS 26"}).Draw(t, "version"),
		Language: rapid.SampledFrom([]string{"", "en", "de", "zh-Hans"}).Draw(t, "language"),
		Country:  rapid.StringN(0, 10, 40).Draw(t, "country"),
	}
	if len(h.judge(nil)) > 0 {
		t.Skip("not a header")
	}
	c := Case{Created: anyTime.Draw(t, "created"), DeviceID: rapid.SampledFrom([]string{"", "0a.1b"}).Draw(t, "device id")}
	c.setHeader(h)
	c.Events = rapid.SliceOfN(anyEvent, 0, 8).Draw(t, "events")
	if len(c.Events) == 0 {
		c.Events = nil
	}
	return c
})

func TestWhatIsFormattedIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase.Draw(t, "case")
		text := Format(c)
		again, err := Parse("case.toml", text, nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !reflect.DeepEqual(again, c) {
			t.Fatalf("got  %+v\nwant %+v\n%s", again, c, text)
		}
		if !bytes.Equal(Format(again), text) {
			t.Fatalf("the text changes:\n%s\n%s", text, Format(again))
		}
	})
}

func TestFormatIsReadable(t *testing.T) {
	c := Case{
		Name: `Anna "the\boss"`, Device: apple.IPad, Version: "18.4", Created: at(10, 0),
		Events: []Event{
			{Time: at(10, 0).Add(time.Second / 4), Source: FromPhone, What: Said{Text: "Zwei\nZeilen\x00\u007f"}},
			{Time: at(10, 1), Source: FromStorage, What: numbers(-1, 123, 4_800_000_000)},
		},
	}
	want := `format = 1

[case]
name = "Anna \"the\\boss\""
device = "ipad"
version = "18.4"
created = 2026-11-23T10:00:00Z

[[event]]
time = 2026-11-23T10:00:00.25Z
source = "phone"
kind = "message"
text = "Zwei\nZeilen\u0000\u007F"

[[event]]
time = 2026-11-23T10:01:00Z
source = "storage"
kind = "storage"
used = 123
next = "4.8 GB"

[end]
`
	if got := string(Format(c)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("[case]\nname = \"Anna\"\n[[event]]\ncheck = 'Q09'\nanswer = 'on'\n"))
	f.Add([]byte("case = {}\nevent = [ { used = '4,8 GB' }, { text = '''a''' } ]"))
	f.Add([]byte("format = 1\n[case]\ncreated = 2026-11-23\n[[event]]\ngate = 'loss:x'\n[end]"))
	f.Add([]byte("[case]\n[[event]]\nplan = '5 GB'\n[event.cloud]\nmail = {low=1,high='2 KB',from='typed'}\n[[event.device]]\nvideo=[{minutes=1}]"))
	f.Add([]byte("[case]\n[[event]]\nkind = 'observation'\nsource = 'phone'\ncheck = 'a'\nanswer = 'on'\nread = 2026-11-23"))
	f.Add([]byte("[[case.a]]\nx = [[{a.b = \"\"\"\"\"\"\"}]]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("fuzz.toml", data, nil)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without words")
			}
			return
		}
		text := Format(c)
		again, err := Parse("again.toml", text, nil)
		if err != nil {
			if len(text) > maxFile { // escapes make it longer
				return
			}
			t.Fatalf("%v\n%s", err, text)
		}
		if !reflect.DeepEqual(again, c) {
			t.Fatalf("got  %+v\nwant %+v", again, c)
		}
	})
}
