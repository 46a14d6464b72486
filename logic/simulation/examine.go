package simulation

import (
	"context"
	"fmt"
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Figures are the results of an examination.
type Figures struct {
	Cases    int     // cases led through the core
	Patients int     // simulated patients
	Minutes  float64 // mean of the patients
	StdErr   float64 // standard error of the mean, minutes
	Recorded float64 // the mean that [measured] records; 0 when there is none
}

// Patients is how many patients the linter simulates.
const Patients = 2000

// examSeed fixes the patients, so that the same base gives the same figures.
const examSeed = 1

// worse is the number of standard errors by which the mean may exceed the recorded mean.
const worse = 3

// Examine tests a knowledge base by what it leads to: the expectations of its cases, checks whose answers
// never change what comes next, fixes that are never reached, and whether the expected minutes became worse
// than the recorded ones. The base must have passed the linter. Examine simulates the patients twice: once as
// frequent as the base says, to measure minutes, and once with every cause equally frequent, to see which
// steps are ever of use. They have an iPhone on the newest version that [meta] names. It ends early with the
// error of ctx.
func Examine(ctx context.Context, base *knowledge.Base, patients int) (tomlfile.Problems, Figures, error) {
	findings, err := Cases(base)
	if err != nil {
		return nil, Figures{}, err
	}
	device := apple.Device{Kind: apple.IPhone}
	if n := len(base.Meta.Versions); n > 0 {
		if device.Version, err = apple.ParseVersion(base.Meta.Versions[n-1]); err != nil {
			return nil, Figures{}, err
		}
	}
	core, err := diagnosis.New(diagnosis.FromKnowledge(base, device))
	if err != nil {
		return nil, Figures{}, err
	}
	policy := Remembering(CorePolicy(core))
	group := &Group{Clinic: &Clinic{Model: core.Model()}, Size: patients, Seed: examSeed}
	visits, err := group.Treat(ctx, policy, nil)
	if err != nil {
		return nil, Figures{}, err
	}
	s := Summarize(visits)
	figures := Figures{
		Cases: len(base.SampleCases), Patients: s.Patients, Minutes: s.Mean, StdErr: s.StdErr,
		Recorded: base.Measured.Minutes,
	}
	if figures.Recorded > 0 && s.Mean > figures.Recorded+worse*s.StdErr {
		findings = append(findings, tomlfile.Problem{
			What: words.Say("lint.simulation.minutes", "Minutes", minutes(s.Mean), "Error", minutes(s.StdErr)),
			Want: words.Say("lint.simulation.want.minutes", "Minutes", minutes(figures.Recorded)),
		})
	}
	dead, err := deadSteps(ctx, base, core, policy, patients)
	return append(findings, dead...), figures, err
}

// deadSteps finds the steps that no patient has any use for, and those that are proposed although the base gives
// a reason why they never are.
func deadSteps(ctx context.Context, base *knowledge.Base, core *diagnosis.Core, policy Policy, patients int) (
	tomlfile.Problems, error,
) {
	m := core.Model()
	even := *m
	even.Causes = slices.Clone(m.Causes)
	for h := range even.Causes {
		even.Causes[h].Prior = 1
	}
	even.Pairs = nil
	group := &Group{Clinic: &Clinic{Model: &even}, Size: patients, Seed: examSeed}
	visits, err := group.Treat(ctx, policy, nil)
	if err != nil {
		return nil, err
	}
	use := usage{policy: policy, reached: map[string]bool{}, decides: map[string]bool{}, tests: map[string]int{}}
	for _, v := range visits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		use.add(m, v)
	}
	var dead tomlfile.Problems
	add := func(id, key string) {
		what, want := "lint.simulation."+key, "lint.simulation.want."+key
		dead = append(dead, tomlfile.Problem{
			Where: id, What: words.Say(what, "Patients", patients), Want: words.Say(want), Class: tomlfile.Note,
		})
	}
	for _, k := range m.Checks {
		reached, meant := use.reached["check "+k.ID], base.Check(k.ID).Unproposed == ""
		switch {
		case reached && !meant:
			add(k.ID, "proposed")
		case !reached && meant:
			add(k.ID, "unasked")
		case reached && !use.decides[k.ID]:
			add(k.ID, "undecided")
		}
	}
	for _, f := range m.Fixes {
		reached, meant := use.reached["fix "+f.ID], base.Fix(f.ID).Unproposed == ""
		switch {
		case reached && !meant:
			add(f.ID, "proposed")
		case !reached && meant:
			add(f.ID, "unreached")
		}
	}
	return dead, nil
}

// usage collects the steps that patients reached and the checks that decided the next step.
type usage struct {
	policy  Policy
	reached map[string]bool
	decides map[string]bool
	tests   map[string]int // how often a check was looked at without finding a difference
}

// patience is how often a check may lead to the same step whatever the answer before it counts as deciding
// nothing.
const patience = 60

func (u *usage) add(m *diagnosis.Model, v Visit) {
	if v.Last.Kind == diagnosis.StepFix {
		u.reached["fix "+v.Last.ID] = true
	}
	for i, e := range v.Evidence {
		switch e.Kind {
		case diagnosis.Tried:
			u.reached["fix "+e.Subject] = true
		case diagnosis.Answered:
			u.reached["check "+e.Subject] = true
			if u.decides[e.Subject] || u.tests[e.Subject] > patience {
				continue
			}
			u.tests[e.Subject]++
			u.decides[e.Subject] = u.differs(m, v.Evidence[:i], e.Subject)
		}
	}
}

// differs reports whether two answers of a check lead to different steps.
func (u *usage) differs(m *diagnosis.Model, before []diagnosis.Evidence, check string) bool {
	k := slices.IndexFunc(m.Checks, func(k diagnosis.Check) bool { return k.ID == check })
	var first diagnosis.Option
	for a, answer := range m.Checks[k].Answers {
		e := diagnosis.Evidence{Kind: diagnosis.Answered, Subject: check, Answer: answer}
		next := u.policy(append(slices.Clone(before), e))
		if a == 0 {
			first = next
		} else if next.Kind != first.Kind || next.ID != first.ID {
			return true
		}
	}
	return false
}

// Tell implements words.Teller: the figures on one line.
func (f Figures) Tell(c *words.Catalog) string {
	values := []any{
		"Cases", f.Cases, "Patients", f.Patients, "Minutes", minutes(f.Minutes), "Error", minutes(f.StdErr),
		"Recorded", minutes(f.Recorded),
	}
	if f.Recorded == 0 {
		return words.Say("lint.simulation.figures", values...).Tell(c)
	}
	values = append(values, "Change", fmt.Sprintf("%+.0f", 100*(f.Minutes/f.Recorded-1)))
	return words.Say("lint.simulation.figures.compared", values...).Tell(c)
}

// minutes writes minutes with one decimal.
func minutes(x float64) string { return fmt.Sprintf("%.1f", x) }
