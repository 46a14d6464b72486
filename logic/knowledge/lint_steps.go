package knowledge

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// longestWait is a week of unattended minutes: longer, and nobody knows any more what was tried.
const longestWait = 7 * 24 * 60

// step checks what checks and fixes have in common.
func (l *linter) step(at place, s *Step) {
	if l.b.Group(s.Group) == nil {
		l.say(at, s.ID, "group", "the id of a [[group]]", "group %q does not exist", s.Group)
	}
	l.minutes(at, s.ID, s.Minutes, s.MinutesWhy)
	if !slices.Contains([]string{"", "restart", "charging", "wifi", "lock"}, s.Picture) {
		l.say(at, s.ID, "picture", "restart, charging, wifi or lock", "picture is %q", s.Picture)
	}
	if !slices.Contains([]string{"", "easy", "moderate", "hard"}, s.Difficulty) {
		l.say(at, s.ID, "difficulty", "easy, moderate or hard", "difficulty is %q", s.Difficulty)
	}
	if s.Route != "" && l.b.Route(s.Route) == nil {
		l.say(at, s.ID, "route", "the id of a [[route]]", "route %q does not exist", s.Route)
	}
	if !slices.Contains([]Act{"", ActLook, ActTap, ActOn, ActOff, ActChoose}, s.Act) {
		l.say(at, s.ID, "act", "look, tap, on, off or choose", "act is %q", string(s.Act))
	}
	l.lines(at, s.ID, s.Lines)
	l.when(at, s.ID, "", s.When)
}

// instructed reports whether a step says what to do or where to look.
func (s *Step) instructed() bool {
	return s.Route != "" || slices.ContainsFunc(s.Lines, func(line Line) bool { return line.Kind == StepLine })
}

func (l *linter) checks() {
	for i := range l.b.Checks {
		c := &l.b.Checks[i]
		l.step(c.at, &c.Step)
		if !slices.Contains([]CheckKind{Look, Ask, Test, Auto}, c.Kind) {
			l.say(c.at, c.ID, "kind", "look, ask, test or auto", "kind is %q", string(c.Kind))
		}
		if (c.Kind == Look || c.Kind == Test) && !c.instructed() {
			l.say(c.at, c.ID, "", "a route or numbered lines", "the check does not say where to look or what to try")
		}
		if !(c.DontKnow >= 0 && c.DontKnow <= 0.5) {
			l.say(c.at, c.ID, "dont_know", "a number from 0 to 0.5", "dont_know is %g", c.DontKnow)
		}
		l.answers(c)
		l.distribution(c, "default", c.Default)
		l.why(c.at, c.ID, "default_why", c.DefaultWhy)
		seen := map[string]bool{}
		for j, row := range c.Given {
			key := element("given", j)
			l.rowCauses(c.at, c.ID, key, row.Causes, seen)
			l.distribution(c, key+".p", row.P)
			l.why(c.at, c.ID, key+".why", row.Why)
		}
		for j, id := range c.StaleAfter {
			if l.b.Fix(id) == nil {
				l.say(c.at, c.ID, element("stale_after", j), "the id of a [[fix]]", "stale_after names %q, which is no fix", id)
			}
		}
	}
}

func (l *linter) answers(c *Check) {
	if len(c.Answers) < 2 {
		l.say(c.at, c.ID, "answer", "at least two answers", "the check has %d answers", len(c.Answers))
	}
	seen := map[string]bool{}
	for j, answer := range c.Answers {
		key := element("answer", j)
		switch {
		case answer.ID == "cant-tell" || answer.ID == "not-now":
			l.say(c.at, c.ID, key+".id", "another id: every check takes that answer anyway", "answer id %q is reserved", answer.ID)
		case !idForm.MatchString(answer.ID):
			l.say(c.at, c.ID, key+".id", "lower-case words joined by -", "answer id %q is not well formed", answer.ID)
		case seen[answer.ID]:
			l.say(c.at, c.ID, key+".id", "an id of its own", "answer id %q is used twice", answer.ID)
		}
		seen[answer.ID] = true
		if !slices.Contains([]AnswerStatus{Fine, Problem, Neutral}, answer.Status) {
			l.say(c.at, c.ID, key+".status", "fine, problem or neutral", "status of answer %q is %q", answer.ID, string(answer.Status))
		}
	}
}

// distribution checks P(answer | cause) over all answers of a check.
func (l *linter) distribution(c *Check, key string, p map[string]float64) {
	if len(p) == 0 {
		l.say(c.at, c.ID, key, "a probability for every answer", "%s is missing", key)
		return
	}
	sum := 0.0
	for _, answer := range c.Answers {
		value, ok := p[answer.ID]
		if !ok {
			l.say(c.at, c.ID, key, "a probability for every answer", "%s has no probability for answer %q", key, answer.ID)
			continue
		}
		l.probability(c.at, c.ID, join(key, answer.ID), value, leastP)
	}
	for _, id := range sortedKeys(p) {
		if c.Answer(id) == nil {
			l.say(c.at, c.ID, join(key, id), "only ids of this check's answers", "%s names answer %q, which does not exist", key, id)
		}
		sum += p[id]
	}
	if !(math.Abs(sum-1) <= sumSlack) {
		l.say(c.at, c.ID, key, "a sum of 1", "%s sums to %.6g", key, sum)
	}
}

// rowCauses checks the causes of one row; none may stand in two rows of an entry.
func (l *linter) rowCauses(at place, id, key string, causes []string, seen map[string]bool) {
	if len(causes) == 0 {
		l.say(at, id, key+".causes", "at least one cause", "%s names no cause", key)
	}
	for i, cause := range causes {
		where := element(key+".causes", i)
		if c := l.b.Cause(cause); c == nil || c.ID != cause {
			l.say(at, id, where, "the id of a [[cause]]", "cause %q does not exist", cause)
		} else if seen[cause] {
			l.say(at, id, where, "each cause in one row only", "cause %q has a row already", cause)
		}
		seen[cause] = true
	}
}

func (l *linter) fixes() {
	for i := range l.b.Fixes {
		f := &l.b.Fixes[i]
		l.step(f.at, &f.Step)
		if !f.instructed() {
			l.say(f.at, f.ID, "", "a route or numbered lines", "the fix does not say what to do")
		}
		if !slices.Contains([]Risk{RiskNone, RiskMoney, RiskSettings, RiskData}, f.Risk) {
			l.say(f.at, f.ID, "risk", "none, money, settings or data", "risk is %q", string(f.Risk))
		}
		if f.Risk == RiskData && !slices.Contains(f.Gates, BackupGate) {
			l.say(f.at, f.ID, "gates", fmt.Sprintf("gates = [%q]", BackupGate), "the fix can lose data and does not name the gate %q", BackupGate)
		}
		for j, gate := range f.Gates {
			if l.b.Gate(gate) == nil {
				l.say(f.at, f.ID, element("gates", j), "the id of a [[gate]]", "gate %q does not exist", gate)
			}
		}
		for j, need := range f.Needs { // an id where it has the form of one, else words for the person
			if idForm.MatchString(need) && strings.Contains(need, "-") && l.b.Fix(need) == nil && l.b.Check(need) == nil {
				l.say(f.at, f.ID, element("needs", j), "the id of a check or fix, or plain words", "needs names %q, which does not exist", need)
			}
		}
		l.between(f, "wait", f.Wait, longestWait)
		l.between(f, "verify", f.Verify, 240)
		l.between(f, "harm", f.Harm, longestWait)
		l.money(f)
		l.onlyAfter(f)
		if len(f.Cures) == 0 {
			l.say(f.at, f.ID, "cures", "at least one cause that it cures", "the fix cures nothing")
		}
		seen := map[string]bool{}
		for j, row := range f.Cures {
			key := element("cures", j)
			l.rowCauses(f.at, f.ID, key, row.Causes, seen)
			l.probability(f.at, f.ID, key+".p", row.P, leastP)
			l.why(f.at, f.ID, key+".why", row.Why)
		}
	}
}

// money checks that what costs money has a price with a reason, and nothing else has one.
func (l *linter) money(f *Fix) {
	switch {
	case f.Risk != RiskMoney && f.Money != 0:
		l.say(f.at, f.ID, "money", `no money, or risk = "money"`, "the fix has a price and its risk is %q", string(f.Risk))
	case f.Risk == RiskMoney && !(f.Money > 0 && f.Money <= 1000):
		l.say(f.at, f.ID, "money", "US dollars above 0, up to 1000", "money is %g", f.Money)
	case f.Risk == RiskMoney:
		l.why(f.at, f.ID, "money_why", f.MoneyWhy)
	}
}

func (l *linter) onlyAfter(f *Fix) {
	if f.OnlyAfter == (Given{}) {
		return
	}
	if c := l.b.Check(f.OnlyAfter.Check); c == nil || c.Answer(f.OnlyAfter.Answer) == nil {
		l.say(f.at, f.ID, "only_after", "a check and one of its answers", "there is no answer %q of a check %q", f.OnlyAfter.Answer, f.OnlyAfter.Check)
	}
}

func (l *linter) between(f *Fix, key string, value, most float64) {
	if !(value >= 0 && value <= most) {
		l.say(f.at, f.ID, key, "minutes from 0 to "+number(most), "%s is %g", key, value)
	}
}

func (l *linter) gates() {
	for i := range l.b.Gates {
		g := &l.b.Gates[i]
		l.minutes(g.at, g.ID, g.Minutes, g.MinutesWhy)
		if len(g.Lines) == 0 {
			l.say(g.at, g.ID, "line", "numbered lines", "the gate does not say what to do")
		}
		l.lines(g.at, g.ID, g.Lines)
	}
}

// number writes a number as people do, without an exponent.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
