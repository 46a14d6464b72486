package session_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

// A complaint is evidence until a message tells the same, costs no step, and can be taken back.
func TestAComplaintIsEvidence(t *testing.T) {
	lib := library(t)
	s, _ := open(t, lib)
	before := chance(s, "no-power")
	must(t, s.Complain("not-in-weeks"))
	after := chance(s, "no-power")
	if after < 1.5*before {
		t.Errorf("the cause of the usual complaint went from %.3f to %.3f", before, after)
	}
	said := s.View().Messages
	if len(said) != 1 || said[0].Complaint == nil || said[0].Complaint.ID != "not-in-weeks" {
		t.Errorf("the view says %+v", said)
	}
	if text := lib.Phrase.Describe(&s.View().Case.Events[0], s.View().Device); !strings.Contains(text, "backed up in weeks") {
		t.Errorf("the history says %q", text)
	}
	if undone, err := s.Undo(); !undone || err != nil || chance(s, "no-power") != before {
		t.Errorf("undone %v, %v: %.3f, before the complaint %.3f", undone, err, chance(s, "no-power"), before)
	}
}

// A message and the complaint that tells the same count once, whichever came first.
func TestAMessageTakesThePlaceOfItsComplaint(t *testing.T) {
	lib := library(t)
	alone, _ := open(t, lib)
	must(t, alone.SayAs("not-backed-up-in-weeks", ""))
	for _, first := range []bool{true, false} {
		s, _ := open(t, lib)
		if first {
			must(t, s.Complain("not-in-weeks"))
		}
		must(t, s.SayAs("not-backed-up-in-weeks", ""))
		if !first {
			must(t, s.Complain("not-in-weeks"))
		}
		if chance(s, "no-power") != chance(alone, "no-power") {
			t.Errorf("complaint first %v: %.4f, the message alone gives %.4f", first, chance(s, "no-power"), chance(alone, "no-power"))
		}
	}
}

// "Something else", a fraud and unknown words say nothing about the causes.
func TestSomeWordsSayNothing(t *testing.T) {
	lib := library(t)
	fresh, _ := open(t, lib)
	for name, act := range map[string]func(s *session.Session) error{
		"something else": func(s *session.Session) error { return s.Complain("other-trouble") },
		"a fraud":        func(s *session.Session) error { return s.Say("Your payment method has expired") },
		"two meanings":   func(s *session.Session) error { return s.Say("company phone is slow") },
	} {
		s, _ := open(t, lib)
		must(t, act(s))
		if got, want := chance(s, "no-power"), chance(fresh, "no-power"); got < want-1e-9 || got > want+1e-9 {
			t.Errorf("%s changes a cause from %.4f to %.4f", name, want, got)
		}
		if len(s.View().Messages) != 1 {
			t.Errorf("%s is not kept", name)
		}
	}
}

// What was said about a complaint and other kinds is read from the file again.
func TestWhatWasSaidIsKept(t *testing.T) {
	lib := library(t)
	s, _ := open(t, lib)
	must(t, s.Complain("SAY04"))
	must(t, s.Say("my whatsapp backup is stuck"))
	again, err := casefile.Parse("case.toml", casefile.Format(s.View().Case), lib.Known())
	if err != nil {
		t.Fatal(err)
	}
	want := []casefile.Said{{Complaint: "slow-or-stuck"}, {Elsewhere: "app-backup", Text: "my whatsapp backup is stuck"}}
	for i, e := range again.Events {
		if e.What != want[i] {
			t.Errorf("event %d is %+v, want %+v", i, e.What, want[i])
		}
	}
	for _, text := range []string{"complaint = \"slow-or-stuck\"\nmessage = \"MSG01\"", "complaint = \"unheard-of\"", "elsewhere = \"nowhere\""} {
		if _, err := casefile.Parse("case.toml", []byte("[case]\nname = \"A\"\ndevice = \"iphone\"\n[[event]]\n"+text+"\n"), lib.Known()); err == nil {
			t.Errorf("%s is accepted", text)
		}
	}
}

// The first page has eight complaints with texts for the device, each with an icon of its own.
func TestComplaintsOfTheFirstPage(t *testing.T) {
	lib := library(t)
	icons := map[string]bool{}
	list := lib.Complaints(apple.Device{Kind: apple.IPad})
	for _, c := range list {
		icons[c.Icon] = true
		if c.Title == "" || c.Line == "" || c.Short == "" || strings.Contains(c.Title+c.Line+c.Short, "{") || strings.Contains(c.Title, "iPhone") {
			t.Errorf("%+v", c)
		}
	}
	if len(list) != 8 || len(icons) != 8 {
		t.Errorf("%d complaints with %d icons", len(list), len(icons))
	}
}

func chance(s *session.Session, cause string) float64 {
	for _, l := range s.View().Likely {
		if l.Cause.ID == cause {
			return l.P
		}
	}
	return 0
}
