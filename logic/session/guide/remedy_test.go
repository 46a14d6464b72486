package guide_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session/guide"
)

func TestWhatWasFoundCanBePutRightAtOnce(t *testing.T) {
	lib := library(t)
	for _, test := range []struct {
		check, answer, want string
	}{
		{"low-data-mode", "on", "turn-off-low-data-mode"},
		{"auto-lock-set", "never", "set-auto-lock"},
		{"vpn-filter", "on-device", ""},                       // many use one without trouble
		{"charging-symbol", "unplugged", "plug-in-overnight"}, // and not the outlet
		{"charging-symbol", "missing", "test-outlet-cable"},
		{"next-backup-fits", "does-not-fit", ""}, // free space for a move is for those who move
		{"low-data-mode", "off", ""},
		{"low-data-mode", casefile.CantTell, ""},
	} {
		t.Run(test.check+" "+test.answer, func(t *testing.T) {
			s, g := open(t, lib), guide.New(lib)
			must(t, s.Answer("wifi-connected", "works"))
			must(t, s.Answer(test.check, test.answer))
			got := ""
			if r := g.Remedy(s.View()); r != nil {
				got = r.Step.ID
			} else if next, _ := s.View().Next(); test.want != "" && next.ID == test.want {
				got = next.ID // it is what comes next anyway
			}
			if got != test.want {
				t.Errorf("offers %q, want %q", got, test.want)
			}
		})
	}
}

// An answer that shows one cause most of all offers no fix for another one when that cause is ruled out.
func TestWhatNobodyFoundIsNotPutRight(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	must(t, s.Complain("button-gray"))
	must(t, s.Answer("back-up-switch", "grey"))
	if r := g.Remedy(s.View()); r == nil || r.Step.ID != "ask-device-admin" {
		t.Errorf("after a gray switch it offers %v", r)
	}
	must(t, s.Answer("back-up-now-state", "can-tap"))
	must(t, s.Answer("managed-device", "none"))
	must(t, s.Answer("restrictions", "allowed"))
	if r := g.Remedy(s.View()); r != nil {
		t.Errorf("nothing is listed, and it offers %s", r.Step.ID)
	}
}

func TestARemedyThatWasTriedIsNotOfferedAgain(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	must(t, s.Say("The last backup could not be completed"))
	must(t, s.Answer("low-data-mode", "on"))
	if g.Remedy(s.View()) == nil {
		t.Fatal("nothing is offered")
	}
	must(t, s.Try("turn-off-low-data-mode", casefile.Unsure))
	if r := g.Remedy(s.View()); r != nil && r.Step.ID == "turn-off-low-data-mode" {
		t.Error("it is offered again")
	}
}

// Nothing is proposed against what was just said, neither as a step nor as a remedy.
func TestNoFixComesAgainstAnAnswer(t *testing.T) {
	lib := library(t)
	for _, test := range []struct{ check, answer, never string }{
		{"account-notice", "none", "update-account-settings"},
		{"apple-status", "all-fine", "wait-for-apple"},
		{"slow-backup", "not-running", "stop-and-restart-backup"},
		{"slow-backup", "moves", "stop-and-restart-backup"},
		{"wifi-connected", "works", "sign-in-captive-portal"},
		{"wifi-connected", "works", "join-wifi"},
		{"charging-symbol", "unplugged", "test-outlet-cable"},
		{"charging-symbol", "shows", "plug-in-overnight"},
		{"cellular-data-mode", "cellular-low-data", "allow-cellular-backup"},
		{"cellular-data-mode", casefile.CantTell, "allow-cellular-backup"}, // the device may have no such switch
		{"managed-device", "managed", "remove-profile"},
		{"next-backup-fits", "fits", "buy-more-storage"},
		{"back-up-switch", "grey", "turn-on-backup"},
	} {
		s, g := open(t, lib), guide.New(lib)
		must(t, s.Answer(test.check, test.answer))
		v := s.View()
		for _, o := range v.Options {
			if o.ID == test.never || o.For == test.never {
				t.Errorf("after %s to %s comes %s", test.answer, test.check, test.never)
			}
		}
		if r := g.Remedy(v); r != nil && r.Step.ID == test.never {
			t.Errorf("after %s to %s, %s can be put right at once", test.answer, test.check, test.never)
		}
	}
}

// Whatever is answered, a remedy loses nothing, costs nothing, exists on the device and is not what comes
// next anyway.
func TestRemediesAreHarmless(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	rapid.Check(t, func(rt *rapid.T) {
		c := casefile.Case{Version: rapid.SampledFrom([]string{"", "15", "18.2", "26"}).Draw(rt, "version")}
		for range rapid.IntRange(1, 6).Draw(rt, "answers") {
			k := rapid.SampledFrom(lib.Base.Checks).Draw(rt, "check")
			a := rapid.SampledFrom(k.Answers).Draw(rt, "answer")
			c.Events = append(c.Events, casefile.Event{Source: casefile.FromPerson, What: casefile.Answered{Check: k.ID, Answer: a.ID}})
		}
		v := lib.Derive(c, time.Now())
		remedy := g.Remedy(v)
		if remedy == nil {
			return
		}
		f := lib.Base.Fix(remedy.Step.ID)
		if f == nil || f.Risk != knowledge.RiskNone || !f.IsFor(v.Device) || remedy.Title == "" {
			rt.Errorf("offers %+v", remedy)
		}
		if next, _ := v.Next(); next.Kind == diagnosis.StepFix && next.ID == remedy.Step.ID {
			rt.Errorf("offers %s beside itself", next.ID)
		}
	})
}

// Answers that contradict each other raise a doubt. A rare answer that decides the case is none.
func TestOnlyContradictionsAreDoubted(t *testing.T) {
	lib := library(t)
	for _, test := range []struct {
		name    string
		answers [][2]string
		want    bool
	}{
		{"a switch that is off, and a backup by hand that finishes", [][2]string{{"back-up-switch", "off"}, {"back-up-now-state", "can-tap"}, {"manual-backup", "finishes"}}, true},
		{"too old a system", [][2]string{{"system-version", "too-old"}}, false},
		{"too old a system beside others", [][2]string{{"wifi-connected", "works"}, {"next-backup-fits", "fits"}, {"system-version", "too-old"}}, false},
		{"not plugged in at night", [][2]string{{"manual-backup", "finishes"}, {"charging-symbol", "unplugged"}}, false},
		{"a listed profile", [][2]string{{"back-up-now-state", "grey"}, {"back-up-switch", "grey"}, {"managed-device", "managed"}}, false},
	} {
		s, g := open(t, lib), guide.New(lib)
		for _, a := range test.answers {
			must(t, s.Answer(a[0], a[1]))
		}
		if d, ok := g.Doubt(s.View()); ok != test.want {
			t.Errorf("%s: doubt %v %q, want %v", test.name, ok, d.Text, test.want)
		}
	}
}

// "Off", and then of the fix that it is so already: the guide asks which is right and goes nowhere else before.
func TestWhatIsSoAlreadyAgainstAnAnswerIsAskedAgain(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	next := func() string { o, _ := s.View().Next(); return o.ID }
	must(t, s.Answer("back-up-switch", "off"))
	if next() != "turn-on-backup" {
		t.Fatalf("after a switch that is off comes %s", next())
	}
	must(t, s.Try("turn-on-backup", casefile.Already))
	page := g.Page(s.View(), guide.Step{Kind: diagnosis.StepCheck, ID: "back-up-switch"})
	asks := slices.ContainsFunc(page.Lines, func(l guide.Line) bool { return strings.Contains(l.Text, "Which is right") })
	if next() != "back-up-switch" || !asks {
		t.Errorf("the guide goes to %s, and the page asks which is right: %v", next(), asks)
	}
	must(t, s.Answer("back-up-switch", "off"))
	if next() != "turn-on-backup" {
		t.Errorf("off after a second look leads to %s", next())
	}
	_, err := s.Undo()
	must(t, err)
	must(t, s.Answer("back-up-switch", "on"))
	if next() == "back-up-switch" || next() == "turn-on-backup" || len(s.View().Unclear) > 0 {
		t.Errorf("on after a second look leads to %s", next())
	}
}
