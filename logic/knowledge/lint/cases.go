package lint

import (
	"maps"
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// judgePairs checks the causes that come in pairs.
func (l *linter) judgePairs() {
	for i := range l.b.Together {
		t := &l.b.Together[i]
		if len(t.Causes) < 2 {
			l.report(t.At, "", "causes", words.Say("lint.few-together", "Count", len(t.Causes)),
				words.Say("lint.want.two-causes"))
		}
		l.judgeRefs(t.At, "", "causes", words.Say("lint.want.believed"), t.Causes, l.isBelieved)
		if !(t.Share > 0 && t.Share <= 0.3) {
			l.report(t.At, "", "share", valueIs("share", t.Share), words.Say("lint.want.share"))
		}
		l.judgeReason(t.At, "", "why", t.Why)
	}
}

// judgeSampleCases checks that the cases name what exists. Whether the base handles them well is for the
// simulation to say.
func (l *linter) judgeSampleCases() {
	seen := map[string]bool{}
	for i := range l.b.SampleCases {
		c := &l.b.SampleCases[i]
		if !idForm.MatchString(c.ID) || seen[c.ID] {
			l.report(c.At, c.ID, "id", words.Say("lint.case-id", "Value", quoted(c.ID)),
				words.Say("lint.want.case-id"))
		}
		seen[c.ID] = true
		if c.Why == "" {
			l.report(c.At, c.ID, "why", missing("why"), words.Say("lint.want.case-why"))
		}
		l.judgeChoice(c.At, c.ID, "device", c.Device, "lint.want.device", "", apple.IPhone, apple.IPad)
		if _, err := apple.ParseVersion(c.Version); c.Version != "" && err != nil {
			l.report(c.At, c.ID, "version", valueIs("version", c.Version),
				words.Say("lint.want.version", "Example", "18.4"))
		}
		if c.Message != "" && l.b.Message(c.Message) == nil {
			l.report(c.At, c.ID, "message", absent("message", c.Message), idOf("message"))
		}
		if c.Complaint != "" && l.b.Complaint(c.Complaint) == nil {
			l.report(c.At, c.ID, "complaint", absent("complaint", c.Complaint), idOf("complaint"))
		}
		l.judgeSaid(c.At, c.ID, "answers", c.Answers)
		isStep := func(id string) bool {
			return l.b.Check(id) != nil || l.b.Fix(id) != nil ||
				l.b.Gate(id) != nil
		}
		step := words.Say("lint.want.step-id")
		l.judgeRefs(c.At, c.ID, "done", idOf("fix"), c.Done, func(id string) bool { return l.b.Fix(id) != nil })
		l.judgeRefs(c.At, c.ID, "confirmed", idOf("gate"), c.Confirmed,
			func(id string) bool { return l.b.Gate(id) != nil })
		l.judgeRefs(c.At, c.ID, "truth", words.Say("lint.want.believed"), c.Truth, l.isBelieved)
		l.judgeRefs(c.At, c.ID, "expect_top", words.Say("lint.want.believed"), c.ExpectTop, l.isBelieved)
		l.judgeRefs(c.At, c.ID, "expect_next", step, c.ExpectNext, isStep)
		l.judgeRefs(c.At, c.ID, "forbid_next", step, c.ForbidNext, isStep)
		if len(c.Truth)+len(c.ExpectTop)+len(c.ExpectNext)+len(c.ForbidNext) == 0 {
			l.report(c.At, c.ID, "", words.Say("lint.expects-nothing"), words.Say("lint.want.expectation"))
		}
	}
}

// judgeSaid checks answers by check.
func (l *linter) judgeSaid(at tomlfile.Place, entry, list string, answers map[string]string) {
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		key, answer := join(list, id), answers[id]
		switch check := l.b.Check(id); {
		case check == nil:
			l.report(at, entry, key, absent("check", id), idOf("check"))
		case answer != "cant-tell" && check.Answer(answer) == nil:
			l.report(at, entry, key, words.Say("lint.no-answer", "Check", id, "Answer", quoted(answer)),
				words.Say("lint.want.answer"))
		}
	}
}

// isBelieved tells whether the id is that of a cause that can be believed.
func (l *linter) isBelieved(id string) bool {
	c := l.b.Cause(id)
	return c != nil && believed(c)
}

// judgeRefs checks that ids exist.
func (l *linter) judgeRefs(at tomlfile.Place, id, key string, want words.Sentence, ids []string, exists func(string) bool) {
	for i, other := range ids {
		if !exists(other) {
			l.report(at, id, element(key, i), words.Say("lint.names", "Key", key, "ID", quoted(other)), want)
		}
	}
}
