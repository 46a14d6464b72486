package simulation

import (
	"fmt"
	"slices"
	"strings"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// likely is how many of the most likely causes a case's expectation may be among.
const likely = 3

// Finding is something about a knowledge base that simulation shows and reading does not.
type Finding struct {
	File string // empty when it is about the base as a whole
	Line int
	ID   string // of the case, check or fix
	What string // the fact: "the next step is buy-more-storage"
	Want string // what would be right
	Note bool   // worth a look; the base is usable all the same
}

// Cases leads every [[case]] of the base through the core and returns the expectations that fail.
func Cases(base *knowledge.Base) ([]Finding, error) {
	cores := map[knowledge.Device]*diagnosis.Core{}
	var all []Finding
	for i := range base.SampleCases {
		c := &base.SampleCases[i]
		device := knowledge.Device{Kind: knowledge.IPhone}
		if c.Device != "" {
			device.Kind = c.Device
		}
		if c.Version != "" {
			version, err := knowledge.ParseVersion(c.Version)
			if err != nil {
				return nil, fmt.Errorf("case %s: %w", c.ID, err)
			}
			device.Version = version
		}
		core, ok := cores[device]
		if !ok {
			var err error
			if core, err = diagnosis.New(diagnosis.FromKnowledge(base, device)); err != nil {
				return nil, err
			}
			cores[device] = core
		}
		all = append(all, failures(c, core.Decide(evidenceOf(c)))...)
	}
	return all, nil
}

// evidenceOf returns what is known about a case, as the core reads it.
func evidenceOf(c *knowledge.SampleCase) []diagnosis.Evidence {
	var list []diagnosis.Evidence
	if c.Message != "" {
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: c.Message})
	}
	checks := make([]string, 0, len(c.Answers))
	for check := range c.Answers {
		checks = append(checks, check)
	}
	slices.Sort(checks)
	for _, check := range checks {
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Answered, Subject: check, Answer: c.Answers[check]})
	}
	for _, fix := range c.Done {
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Tried, Subject: fix, Outcome: diagnosis.Failed})
	}
	for _, gate := range c.Confirmed {
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: gate})
	}
	return list
}

func failures(c *knowledge.SampleCase, d diagnosis.Decision) []Finding {
	var all []Finding
	say := func(want, what string, args ...any) {
		all = append(all, Finding{File: c.At.File(), Line: c.At.Line(""), ID: c.ID, What: fmt.Sprintf(what, args...), Want: want})
	}
	for _, cause := range c.ExpectTop {
		at := slices.IndexFunc(d.Beliefs, func(b diagnosis.Belief) bool { return b.Cause == cause })
		if at < 0 || at >= likely {
			say(fmt.Sprintf("%s among the first %d", cause, likely), "the most likely causes are %s", names(d.Beliefs))
		}
	}
	next, ok := d.Next()
	if !ok {
		say("an open case", "the trouble is over")
		return all
	}
	step := next.ID
	if next.Kind == diagnosis.StepSupport {
		step = "support"
	}
	if len(c.ExpectNext) > 0 && !slices.Contains(c.ExpectNext, step) {
		say(fmt.Sprintf("one of %v", c.ExpectNext), "the next step is %s", step)
	}
	if slices.Contains(c.ForbidNext, step) {
		say("another step", "the next step is %s", step)
	}
	return all
}

func names(beliefs []diagnosis.Belief) string {
	var first []string
	for _, b := range beliefs[:min(likely, len(beliefs))] {
		first = append(first, fmt.Sprintf("%s (%.0f %%)", b.Cause, 100*b.P))
	}
	return strings.Join(first, ", ")
}
