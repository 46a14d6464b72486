package lint

import (
	"slices"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// judgeConditions checks the answers that open and shut a fix: each must be an answer of a check, and no two
// conditions may contradict each other.
func (l *linter) judgeConditions(f *knowledge.Fix) {
	l.judgeConditionList(f.At, f.ID, "needs", f.Needs)
	l.judgeConditionList(f.At, f.ID, "never_after", f.NeverAfter)
	l.judgeConditionList(f.At, f.ID, "locked_by", f.LockedBy)
	for i, shut := range slices.Concat(f.NeverAfter, f.LockedBy) {
		key, j := "never_after", i
		if i >= len(f.NeverAfter) {
			key, j = "locked_by", i-len(f.NeverAfter)
		}
		for _, need := range f.Needs {
			for _, answer := range shut.Answers {
				if need.Check == shut.Check && slices.Contains(need.Answers, answer) {
					l.report(f.At, f.ID, element(key, j), words.Say("lint.condition.contradiction", "Answer",
						quoted(answer), "Check", quoted(shut.Check)), words.Say("lint.want.condition.one-way"))
				}
			}
		}
	}
}

// judgeConditionList checks the conditions under one key of an entry.
func (l *linter) judgeConditionList(place tomlfile.Place, id, key string, list []knowledge.Condition) {
	seen := map[string]bool{}
	for j, condition := range list {
		at := element(key, j)
		c := l.b.Check(condition.Check)
		if c == nil {
			l.report(place, id, at+".check", absent("check", condition.Check), idOf("check"))
			continue
		}
		if seen[condition.Check] {
			l.report(place, id, at+".check", words.Say("lint.condition.twice", "Key", key, "Check",
				quoted(condition.Check)), words.Say("lint.want.condition.once"))
		}
		seen[condition.Check] = true
		for k, answer := range condition.Answers {
			if c.Answer(answer) == nil {
				l.report(place, id, element(at+".answers", k), words.Say("lint.condition", "Answer",
					quoted(answer), "Check", quoted(condition.Check)), words.Say("lint.want.condition"))
			}
		}
		if n := len(condition.Answers); n == 0 || n >= len(c.Answers) {
			l.report(place, id, at+".answers", words.Say("lint.condition.all", "Key", key, "Check",
				quoted(condition.Check)), words.Say("lint.want.condition.some"))
		}
	}
}

// judgeContradictions checks what can't be so at one time: two facts that exist.
func (l *linter) judgeContradictions() {
	for i := range l.b.Contradictions {
		c := &l.b.Contradictions[i]
		l.judgeConditionList(c.At, "", "answers", c.Answers)
		l.judgeRefs(c.At, "", "messages", idOf("message"), c.Messages,
			func(id string) bool { return l.b.Message(id) != nil })
		if sides := len(c.Answers) + min(len(c.Messages), 1); sides != 2 || len(c.Answers) == 0 {
			l.report(c.At, "", "answers", words.Say("lint.contradiction", "Count", sides),
				words.Say("lint.want.contradiction"))
		}
		l.judgeReason(c.At, "", "why", c.Why)
	}
}

// often is the chance from which a fix is a way to end a cause, for the order of fixes.
const often = 0.3

// judgeMilder checks that a fix that deletes content comes after each fix without loss that ends a cause as well.
func (l *linter) judgeMilder(f *knowledge.Fix) {
	if f.Risk != knowledge.RiskContent {
		return
	}
	for i := range l.b.Fixes {
		milder := &l.b.Fixes[i]
		if milder.Risk != knowledge.RiskNone || slices.Contains(f.First, milder.ID) {
			continue
		}
		for _, cause := range endedBy(f) {
			if slices.Contains(endedBy(milder), cause) {
				l.report(f.At, f.ID, "first", words.Say("lint.loses-before", "Fix", quoted(milder.ID), "Cause", quoted(cause)),
					words.Say("lint.want.loses-after", "Fix", quoted(milder.ID)))
				break
			}
		}
	}
}

// endedBy lists the causes that a fix often ends.
func endedBy(f *knowledge.Fix) (causes []string) {
	for _, row := range f.Cures {
		if row.P >= often {
			causes = append(causes, row.Causes...)
		}
	}
	return causes
}
