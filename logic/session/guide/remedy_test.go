package guide_test

import (
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
		{"vpn-filter", "on-device", ""}, // many use one without trouble
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
