package simulation

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// likely is the number of most likely causes among which an expected cause must be.
const likely = 3

// Cases leads every [[case]] of the base through the core and returns the expectations that fail.
func Cases(base *knowledge.Base) (tomlfile.Problems, error) {
	cores := map[apple.Device]*diagnosis.Core{}
	var all tomlfile.Problems
	for i := range base.SampleCases {
		c := &base.SampleCases[i]
		core, err := coreFor(base, c, cores)
		if err != nil {
			return nil, err
		}
		all = append(all, failures(c, core.Decide(evidenceOf(c)))...)
	}
	return all, nil
}

// coreFor returns the core for the device of a case, and keeps it among the cores.
func coreFor(base *knowledge.Base, c *knowledge.SampleCase, cores map[apple.Device]*diagnosis.Core) (*diagnosis.Core, error) {
	device := apple.Device{Kind: apple.IPhone}
	if c.Device != "" {
		device.Kind = c.Device
	}
	if c.Version != "" {
		version, err := apple.ParseVersion(c.Version)
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
	return core, nil
}

// evidenceOf returns what is known about a case, as the core reads it.
func evidenceOf(c *knowledge.SampleCase) []diagnosis.Evidence {
	var list []diagnosis.Evidence
	if c.Message != "" {
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: c.Message})
	}
	if c.Complaint != "" {
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: c.Complaint})
	}
	for _, check := range slices.Sorted(maps.Keys(c.Answers)) {
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

// failures returns the expectations of a case that a decision does not meet.
func failures(c *knowledge.SampleCase, d diagnosis.Decision) tomlfile.Problems {
	var all tomlfile.Problems
	add := func(what, want words.Sentence) {
		problem := c.At.Problem(tomlfile.Wrong, "", what, want)
		problem.Where = c.ID
		all = append(all, problem)
	}
	for _, cause := range c.ExpectTop {
		at := slices.IndexFunc(d.Beliefs, func(b diagnosis.Belief) bool { return b.Cause == cause })
		if at < 0 || at >= likely {
			first := ranking(d.Beliefs[:min(likely, len(d.Beliefs))])
			add(words.Say("lint.case.causes", "Causes", first),
				words.Say("lint.case.want.cause", "Cause", cause, "Count", likely))
		}
	}
	next, ok := d.Next()
	if !ok {
		add(words.Say("lint.case.solved"), words.Say("lint.case.want.open"))
		return all
	}
	step := next.ID
	if fix, ok := diagnosis.LossFix(next.ID); ok {
		step = fix // its page of losses is a part of it
	}
	if next.Kind == diagnosis.StepSupport {
		step = "support"
	}
	if len(c.ExpectNext) > 0 && !slices.Contains(c.ExpectNext, step) {
		add(words.Say("lint.case.next", "Step", step),
			words.Say("lint.case.want.next", "Steps", fmt.Sprint(c.ExpectNext)))
	}
	if slices.Contains(c.ForbidNext, step) {
		add(words.Say("lint.case.next", "Step", step), words.Say("lint.case.want.other"))
	}
	return all
}

// ranking is a list of causes with their probabilities.
type ranking []diagnosis.Belief

// Tell implements words.Teller.
func (r ranking) Tell(c *words.Catalog) string {
	list := make([]string, len(r))
	for i, b := range r {
		list[i] = b.Cause + " (" + c.Percent(b.P) + ")"
	}
	return strings.Join(list, ", ")
}
