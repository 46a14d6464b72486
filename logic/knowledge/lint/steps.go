package lint

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// longestWait is a week of unattended minutes: longer, and nobody knows any more what was tried.
const longestWait = 7 * 24 * 60

// judgeStep checks what checks and fixes have in common.
func (l *linter) judgeStep(at tomlfile.Place, s *knowledge.Step) {
	if l.b.Group(s.Group) == nil {
		l.report(at, s.ID, "group", absent("group", s.Group), idOf("group"))
	}
	l.judgeMinutes(at, s.ID, s.Minutes, s.MinutesWhy)
	l.judgeChoice(at, s.ID, "picture", string(s.Picture), "lint.want.picture", "",
		string(knowledge.ThingRestart), string(knowledge.ThingCharging), string(knowledge.ThingWifi),
		string(knowledge.ThingLock))
	l.judgeChoice(at, s.ID, "difficulty", s.Difficulty, "lint.want.difficulty", "", "easy", "moderate", "hard")
	if s.Route != "" && l.b.Route(s.Route) == nil {
		l.report(at, s.ID, "route", absent("route", s.Route), idOf("route"))
	}
	l.judgeChoice(at, s.ID, "act", string(s.Act), "lint.want.act", "", string(knowledge.ActLook),
		string(knowledge.ActTap),
		string(knowledge.ActOn), string(knowledge.ActOff), string(knowledge.ActChoose))
	if strings.HasSuffix(s.Title, "?") {
		l.report(at, s.ID, "title", words.Say("lint.asks", "Text", quoted(s.Title)), words.Say("lint.want.statement"))
	}
	l.judgeLines(at, s.ID, s.Lines)
	l.judgeLooks(at, s.ID, s.Lines)
	l.judgeOpens(at, s)
	if s.Unproposed != "" {
		l.judgeReason(at, s.ID, "unproposed", s.Unproposed)
	}
	l.judgeWhen(at, s.ID, "", s.When)
}

// openedSource leads to a source of facts.
var openedSource = regexp.MustCompile(`^` + knowledge.OpensSource + `[a-z]+(-[a-z]+)*$`)

// applesPage is an address of a page of Apple's.
var applesPage = regexp.MustCompile(`^https://([a-z-]+\.)?(apple|icloud)\.com(/[A-Za-z0-9./-]*)?$`)

func (l *linter) judgeOpens(at tomlfile.Place, s *knowledge.Step) {
	for i, target := range s.Opens {
		if target != knowledge.OpensStorage && !applesPage.MatchString(target) && !openedSource.MatchString(target) {
			key := element("opens", i)
			l.report(at, s.ID, key, valueIs(key, target), words.Say("lint.want.opens"))
		}
	}
}

// isInstructed tells whether a step says what to do or where to look.
func isInstructed(s *knowledge.Step) bool {
	return s.Route != "" ||
		slices.ContainsFunc(s.Lines,
			func(line knowledge.Line) bool { return line.Kind == knowledge.StepLine })
}

func (l *linter) judgeChecks() {
	for i := range l.b.Checks {
		c := &l.b.Checks[i]
		l.judgeStep(c.At, &c.Step)
		l.judgeReading(c)
		l.judgeChoice(c.At, c.ID, "kind", string(c.Kind), "lint.want.check-kind", string(knowledge.Look),
			string(knowledge.Ask),
			string(knowledge.Test), string(knowledge.Auto))
		if (c.Kind == knowledge.Look || c.Kind == knowledge.Test) && !isInstructed(&c.Step) {
			l.report(c.At, c.ID, "", words.Say("lint.blind-check"), words.Say("lint.want.instructions"))
		}
		if !(c.DontKnow >= 0 && c.DontKnow <= 0.5) {
			l.report(c.At, c.ID, "dont_know", valueIs("dont_know", c.DontKnow),
				words.Say("lint.want.number", "Least", "0", "Most", "0.5"))
		}
		l.judgeWordLists(c.At, c.ID, "keywords", c.Keywords)
		l.judgeAnswers(c)
		l.judgeAges(c)
		l.judgeDistribution(c, "default", c.Default)
		l.judgeReason(c.At, c.ID, "default_why", c.DefaultWhy)
		seen := map[string]bool{}
		for j, row := range c.Given {
			key := element("given", j)
			l.judgeRowCauses(c.At, c.ID, key, row.Causes, seen)
			l.judgeDistribution(c, key+".p", row.P)
			l.judgeReason(c.At, c.ID, key+".why", row.Why)
		}
		for j, id := range c.StaleAfter {
			if l.b.Fix(id) == nil {
				l.report(c.At, c.ID, element("stale_after", j), words.Say("lint.no-fix", "ID", quoted(id)),
					idOf("fix"))
			}
		}
		l.judgeReaders(c)
	}
}

// readerSources are the machines that may answer a check.
var readerSources = []string{"phone", "backup", "status", "network"}

// mostWrong is the largest chance of a wrong reading that still counts as reading.
const mostWrong = 0.2

// judgeReaders checks how well machines read the answers of a check.
func (l *linter) judgeReaders(c *knowledge.Check) {
	seen := map[string]bool{}
	for j, r := range c.Readers {
		key := element("read", j)
		l.judgeChoice(c.At, c.ID, key+".source", r.Source, "lint.want.source", readerSources...)
		if seen[r.Source] {
			l.report(c.At, c.ID, key+".source", words.Say("lint.reader-twice", "Source", quoted(r.Source)),
				words.Say("lint.want.one-reader"))
		}
		seen[r.Source] = true
		if len(r.Answers) == 0 {
			l.report(c.At, c.ID, key+".answers", missing(key+".answers"), words.Say("lint.want.own-answers"))
		}
		for k, id := range r.Answers {
			if c.Answer(id) == nil {
				what := words.Say("lint.names-answer", "Key", key, "ID", quoted(id))
				l.report(c.At, c.ID, element(key+".answers", k), what, words.Say("lint.want.own-answers"))
			}
		}
		if !(r.Wrong > 0 && r.Wrong <= mostWrong) {
			l.report(c.At, c.ID, key+".wrong", valueIs("wrong", r.Wrong),
				words.Say("lint.want.number", "Least", "0", "Most", strconv.FormatFloat(mostWrong, 'g', -1, 64)))
		}
		l.judgeReason(c.At, c.ID, key+".why", r.Why)
	}
}

// judgeAges checks that the answers by age follow each other, from today on.
func (l *linter) judgeAges(c *knowledge.Check) {
	end, open := 0.0, false
	for j, answer := range c.Answers {
		d := answer.Days
		if len(d) == 0 {
			continue
		}
		if len(d) > 2 || open || d[0] != end || len(d) == 2 && d[1] <= d[0] {
			l.report(c.At, c.ID, element("answer", j)+".days", words.Say("lint.days", "ID", quoted(answer.ID)),
				words.Say("lint.want.days"))
			return
		}
		if open = len(d) == 1; !open {
			end = d[1]
		}
	}
}

func (l *linter) judgeAnswers(c *knowledge.Check) {
	if len(c.Answers) < 2 {
		l.report(c.At, c.ID, "answer", words.Say("lint.few-answers", "Count", len(c.Answers)),
			words.Say("lint.want.two-answers"))
	}
	seen := map[string]bool{}
	for j, answer := range c.Answers {
		key := element("answer", j)
		switch {
		case answer.ID == "cant-tell" || answer.ID == "not-now":
			l.report(c.At, c.ID, key+".id", words.Say("lint.reserved", "ID", quoted(answer.ID)),
				words.Say("lint.want.another-id"))
		case !idForm.MatchString(answer.ID):
			l.report(c.At, c.ID, key+".id", words.Say("lint.malformed-answer", "ID", quoted(answer.ID)),
				words.Say("lint.want.id"))
		case seen[answer.ID]:
			l.report(c.At, c.ID, key+".id", words.Say("lint.answer-twice", "ID", quoted(answer.ID)),
				words.Say("lint.want.own-id"))
		}
		seen[answer.ID] = true
		l.judgeWhen(c.At, c.ID, key, answer.When)
		if answer.Then != "" && l.b.Check(answer.Then) == nil {
			l.report(c.At, c.ID, key+".then", absent("check", answer.Then), idOf("check"))
		}
		if answer.Repeats.Check != "" {
			l.judgeRepeats(c, key+".repeats", answer.Repeats)
		}
		if !slices.Contains([]string{"", knowledge.FreePlan, knowledge.PaidPlan}, answer.Plan) {
			l.report(c.At, c.ID, key+".plan", words.Say("lint.plan", "Text", quoted(answer.Plan)),
				words.Say("lint.want.plan"))
		}
		if !slices.Contains([]knowledge.AnswerStatus{knowledge.Fine, knowledge.Problem, knowledge.Neutral},
			answer.Status) {
			what := words.Say("lint.status", "ID", quoted(answer.ID), "Value", quoted(string(answer.Status)))
			l.report(c.At, c.ID, key+".status", what, words.Say("lint.want.status"))
		}
	}
}

// judgeRepeats checks that an answer repeats answers of another check.
func (l *linter) judgeRepeats(c *knowledge.Check, key string, r knowledge.Condition) {
	other := l.b.Check(r.Check)
	if other == nil || other == c {
		l.report(c.At, c.ID, key+".check", absent("check", r.Check), idOf("check"))
		return
	}
	for i, id := range r.Answers {
		if other.Answer(id) == nil {
			l.report(c.At, c.ID, element(key+".answers", i), words.Say("lint.no-answer", "Check", r.Check, "Answer",
				quoted(id)), words.Say("lint.want.answer"))
		}
	}
}

// judgeDistribution checks P(answer | cause) over all answers of a check.
func (l *linter) judgeDistribution(c *knowledge.Check, key string, p knowledge.Chances) {
	if len(p) == 0 {
		l.report(c.At, c.ID, key, missing(key), words.Say("lint.want.distribution"))
		return
	}
	sum := 0.0
	for _, answer := range c.Answers {
		value, ok := p[answer.ID]
		if !ok {
			what := words.Say("lint.no-probability", "Key", key, "ID", quoted(answer.ID))
			l.report(c.At, c.ID, key, what, words.Say("lint.want.distribution"))
			continue
		}
		l.judgeChance(c.At, c.ID, join(key, answer.ID), value, leastP)
	}
	for _, id := range slices.Sorted(maps.Keys(p)) {
		if c.Answer(id) == nil {
			what := words.Say("lint.names-answer", "Key", key, "ID", quoted(id))
			l.report(c.At, c.ID, join(key, id), what, words.Say("lint.want.own-answers"))
		}
		sum += float64(p[id])
	}
	if !(math.Abs(sum-1) <= sumSlack) {
		l.report(c.At, c.ID, key, words.Say("lint.sum", "Key", key, "Sum", strconv.FormatFloat(sum, 'g', 6, 64)),
			words.Say("lint.want.sum"))
	}
}

// judgeRowCauses checks the causes of one row; none may stand in two rows of an entry.
func (l *linter) judgeRowCauses(at tomlfile.Place, id, key string, causes []string, seen map[string]bool) {
	if len(causes) == 0 {
		l.report(at, id, key+".causes", words.Say("lint.no-cause", "Key", key), words.Say("lint.want.cause"))
	}
	for i, cause := range causes {
		where := element(key+".causes", i)
		if c := l.b.Cause(cause); c == nil || c.ID != cause {
			l.report(at, id, where, absent("cause", cause), idOf("cause"))
		} else if seen[cause] {
			l.report(at, id, where, words.Say("lint.cause-twice", "ID", quoted(cause)),
				words.Say("lint.want.one-row"))
		}
		seen[cause] = true
	}
}

func (l *linter) judgeFixes() {
	for i := range l.b.Fixes {
		f := &l.b.Fixes[i]
		l.judgeStep(f.At, &f.Step)
		if !isInstructed(&f.Step) {
			l.report(f.At, f.ID, "", words.Say("lint.blind-fix"), words.Say("lint.want.instructions"))
		}
		l.judgeRisk(f)
		for j, need := range f.Requires { // an id where it has the form of one, else words for the person
			if idForm.MatchString(need) && strings.Contains(need,
				"-") && l.b.Fix(need) == nil && l.b.Check(need) == nil {
				l.report(f.At, f.ID, element("requires", j),
					words.Say("lint.names", "Key", "requires", "ID", quoted(need)),
					words.Say("lint.want.need"))
			}
		}
		l.judgeRange(f, "wait", f.Wait, longestWait)
		l.judgeRange(f, "verify", f.Verify, 240)
		l.judgeRange(f, "harm", f.Harm, longestWait)
		l.judgeMoney(f)
		l.judgeConditions(f)
		l.judgeRefs(f.At, f.ID, "first", words.Say("lint.want.first"), f.First, func(id string) bool {
			return id != f.ID && (l.b.Check(id) != nil || l.b.Fix(id) != nil)
		})
		l.judgeMilder(f)
		l.judgeProof(f)
		if len(f.Cures) == 0 {
			l.report(f.At, f.ID, "cures", words.Say("lint.cures-nothing"), words.Say("lint.want.cures"))
		}
		seen := map[string]bool{}
		for j, row := range f.Cures {
			key := element("cures", j)
			l.judgeRowCauses(f.At, f.ID, key, row.Causes, seen)
			l.judgeChance(f.At, f.ID, key+".p", row.P, leastP)
			l.judgeReason(f.At, f.ID, key+".why", row.Why)
		}
	}
}

// judgeRisk checks what a fix can cost, and the gates before it.
func (l *linter) judgeRisk(f *knowledge.Fix) {
	l.judgeChoice(f.At, f.ID, "risk", string(f.Risk), "lint.want.risk", string(knowledge.RiskNone),
		string(knowledge.RiskContent), string(knowledge.RiskMoney),
		string(knowledge.RiskSettings), string(knowledge.RiskData))
	if f.Risk == knowledge.RiskData && !slices.Contains(f.Gates, knowledge.BackupGate) {
		gate := quoted(knowledge.BackupGate)
		l.report(f.At, f.ID, "gates", words.Say("lint.no-gate", "Gate", gate),
			words.Say("lint.want.gate", "Gate", gate))
	}
	for j, gate := range f.Gates {
		if l.b.Gate(gate) == nil {
			l.report(f.At, f.ID, element("gates", j), absent("gate", gate), idOf("gate"))
		}
	}
}

// judgeMoney checks that what costs money has a price with a reason, and nothing else has one.
func (l *linter) judgeMoney(f *knowledge.Fix) {
	switch {
	case f.Risk != knowledge.RiskMoney && f.Money != 0:
		l.report(f.At, f.ID, "money", words.Say("lint.price", "Risk", quoted(string(f.Risk))),
			words.Say("lint.want.no-price"))
	case f.Risk == knowledge.RiskMoney && !(f.Money > 0 && f.Money <= 1000):
		l.report(f.At, f.ID, "money", valueIs("money", f.Money), words.Say("lint.want.dollars"))
	case f.Risk == knowledge.RiskMoney:
		l.judgeReason(f.At, f.ID, "money_why", f.MoneyWhy)
	}
}

func (l *linter) judgeRange(f *knowledge.Fix, key string, value, most float64) {
	if !(value >= 0 && value <= most) {
		l.report(f.At, f.ID, key, valueIs(key, value),
			words.Say("lint.want.minutes", "Least", "0", "Most", number(most)))
	}
}

func (l *linter) judgeGates() {
	for i := range l.b.Gates {
		g := &l.b.Gates[i]
		l.judgeMinutes(g.At, g.ID, g.Minutes, g.MinutesWhy)
		if len(g.Lines) == 0 {
			l.report(g.At, g.ID, "line", words.Say("lint.blind-gate"), words.Say("lint.want.numbered"))
		}
		l.judgeLines(g.At, g.ID, g.Lines)
	}
}
