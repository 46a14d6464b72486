package guide

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/session"
)

// Line is one line of a page.
type Line struct {
	Number int // from 1 for steps; 0 for notes and cautions
	Kind   knowledge.LineKind
	Text   string
}

// Page is one step as the guide shows it, in the words of the case's device.
type Page struct {
	Step
	Title      string
	Purpose    string
	Minutes    [2]float64 // at least and at most
	Difficulty string     // easy, moderate or hard
	Risk       knowledge.Risk
	Loses      string
	Promises   []Promise
	Path       []string // labels from Settings on; empty outside Settings
	Stops      []screens.Stop
	Act        knowledge.Act   // to do with the last stop
	Picture    knowledge.Thing // drawn instead of stops; may be empty
	Moments    []Moment        // of a time of waiting, the next one first
	Lines      []Line
	Opens      []string // what the computer may open beside the step, as knowledge.Step.Opens
	Expect     string
	Second     *SecondWay // on the last page: what to do next; nil without another known trouble
	Caption    string     // below the picture; empty for the number of the picture
	Clock      string     // what the clock of the drawn device shows; empty for any time
	Date       string     // what stands at the last stop in the place of its date; empty when not known
	Question   string
	Asks       bool // the person answers from memory; the device shows nothing of it
	Answers    []knowledge.Answer
	Glimpses   map[string]Glimpse // what the device shows, by id of an answer
	Outcomes   []casefile.Outcome // of a fix that was tried
	Untried    []casefile.Outcome // of a fix for which nothing was changed, beside that it is put off
	Given      string             // the latest answer or outcome; empty when there is none
	Confirm    string             // for a gate: the words on its button
	Blocked    diagnosis.Blocked
	Sources    []*knowledge.Source
	Exists     bool // false when the step does not exist on this device or in this knowledge base
}

// Page builds the page of a step for the case's device. The zero step has the page that says that the trouble is over. A fix behind a closed gate has the page of the gate.
func (g *Guide) Page(v *session.View, step Step) Page { return g.addNotes(v, g.page(v, step)) }

func (g *Guide) page(v *session.View, step Step) Page {
	switch step.Kind {
	case diagnosis.StepCheck:
		return g.checkPage(v, step)
	case diagnosis.StepFix:
		blocked, _ := g.lib.Core(v.Device).Blocks(v.Evidence, step.ID)
		if blocked.Gate != "" && len(blocked.Harmless) == 0 {
			page := g.gatePage(v, Step{Kind: diagnosis.StepGate, ID: blocked.Gate, For: step.ID})
			page.Blocked = blocked
			return page
		}
		page := g.fixPage(v, step)
		page.Blocked = blocked
		return page
	case diagnosis.StepGate:
		return g.gatePage(v, step)
	case diagnosis.StepProof:
		return g.proofPage(v, step)
	case diagnosis.StepWait:
		return g.waitPage(v, step)
	case "":
		return g.overPage(v)
	default:
		return Page{Step: step, Exists: true}
	}
}

func (g *Guide) checkPage(v *session.View, step Step) Page {
	k := g.base.Check(step.ID)
	if k == nil || !k.IsFor(v.Device) {
		return Page{Step: step}
	}
	page := g.stepPage(v, step, &k.Step, false)
	known := g.planKnown(v, k)
	page.Question = g.base.Fill(k.Question, v.Device)
	if known != "" {
		page.Question = g.words.Text("guide.question.plan",
			"Plan", g.phrase.Size(v.Plan.Inputs.Plan.Likely), "Question", page.Question)
	}
	page.Title, page.Promises = page.Question, []Promise{OnlyLooking}
	if k.Kind == knowledge.Test { // it does something, such as a backup by hand
		page.Promises[0] = LosesNothing
	}
	page.Risk = knowledge.RiskNone
	if page.Asks = k.Kind == knowledge.Ask; page.Asks {
		page.Expect = ""
	}
	for _, a := range k.Answers {
		if !a.MayBe(v.Device) || known != "" && a.Plan != "" && a.Plan != known {
			continue
		}
		a.Label, a.Note = g.base.Fill(a.Label, v.Device), g.base.Fill(a.Note, v.Device)
		page.Answers = append(page.Answers, a)
	}
	page.Given = givenAnswer(v, k)
	if note := g.factNote(v, k); note != "" {
		page.Lines = behindCautions(page.Lines, note)
	}
	return page
}

// givenAnswer is the answer that a check has: the last one, in time, that a person gave, as far as it holds now, or what a
// machine read.
func givenAnswer(v *session.View, k *knowledge.Check) (answer string) {
	for _, i := range v.Case.InOrder(v.At) {
		if said, ok := v.Case.Events[i].What.(casefile.Answered); ok && said.Check == k.ID {
			answer = said.Answer
		}
	}
	if given, ok := v.Checks[k.ID]; ok && (given.IsRead || answer != "" && given.Source == casefile.FromPerson) {
		return given.Answer // what was said of "today" is older by now
	}
	return answer
}

// planKnown is the plan of the case, free or paid, where a check asks about it and its size was given; else empty.
func (g *Guide) planKnown(v *session.View, k *knowledge.Check) string {
	plan := v.Plan.Inputs.Plan
	asks := slices.ContainsFunc(k.Answers, func(a knowledge.Answer) bool { return a.Plan != "" })
	switch {
	case !asks || !plan.IsRead() || len(v.Plan.Questions) > 0:
		return ""
	case plan.Likely <= g.lib.Plans.Plans[0].Capacity:
		return knowledge.FreePlan
	}
	return knowledge.PaidPlan
}

// factNote says what machines read about a check, and asks when they or the person contradict each other; empty when no
// machine read it and nothing is unclear.
func (g *Guide) factNote(v *session.View, k *knowledge.Check) string {
	given, ok := v.Checks[k.ID]
	if !ok {
		return ""
	}
	says := func(o casefile.Opinion) string { return g.says(v, k, o) }
	if f := v.Unclear[k.ID]; f != nil {
		return g.words.Text("fact.page.unclear", "Says", says(given.Opinion), "Fix", g.base.Fill(f.Title, v.Device))
	}
	if others := given.Contradictions(); len(others) > 0 {
		text := says(others[0])
		for _, other := range others[1:] {
			text = g.words.Text("fact.page.and", "One", text, "Other", says(other))
		}
		return g.words.Text("fact.page.contradicted", "Says", says(given.Opinion), "Others", text)
	}
	for _, o := range append([]casefile.Opinion{given.Opinion}, given.Others...) {
		if o.IsRead {
			return g.words.Text("fact.page", "Says", says(o))
		}
	}
	return ""
}

// says is a sentence part about an answer, its giver and its time, and since when it is so, if that is known.
func (g *Guide) says(v *session.View, k *knowledge.Check, o casefile.Opinion) string {
	text := g.phrase.Opinion(o, k, v.Device, v.At.Location())
	if read, ok := v.Case.Events[o.Event].What.(casefile.Observed); ok && read.Check == k.ID && !read.At.IsZero() {
		return g.words.Text("fact.since", "Says", text, "Since", g.words.Time(read.At.In(v.At.Location())))
	}
	return text
}

// readNotes are what machines read about the checks that open and shut a fix, as its page says it.
func (g *Guide) readNotes(v *session.View, f *knowledge.Fix) (notes []string) {
	said := map[string]bool{}
	for _, c := range slices.Concat(f.Needs, f.NeverAfter, f.LockedBy) {
		given, ok := v.Checks[c.Check]
		if k := g.base.Check(c.Check); ok && k != nil && given.IsRead && !given.Outdated && !said[k.ID] {
			said[k.ID] = true
			notes = append(notes, g.words.Text("fact.page", "Says", g.says(v, k, given.Opinion)))
		}
	}
	return notes
}

func (g *Guide) fixPage(v *session.View, step Step) Page {
	f := g.base.Fix(step.ID)
	if f == nil || !f.IsFor(v.Device) {
		return Page{Step: step}
	}
	page := g.stepPage(v, step, &f.Step, f.Risk == knowledge.RiskSettings || f.Risk == knowledge.RiskData)
	page.Outcomes, page.Untried = outcomes, untried(f)
	page.Risk, page.Loses, page.Promises = f.Risk, g.base.Fill(f.Loses, v.Device), promisesOf(f)
	if price := g.planPrice(v); price != "" && f.Risk == knowledge.RiskMoney && f.Route == changePlan {
		page.Loses = price + " " + page.Loses
	}
	page.Lines = behindCautions(page.Lines, g.readNotes(v, f)...)
	if room := g.roomNote(v, f.ID); room != "" {
		page.Lines = append(page.Lines, Line{Kind: knowledge.NoteLine, Text: room})
	}
	for _, i := range v.Case.InOrder(v.At) {
		if tried, ok := v.Case.Events[i].What.(casefile.Tried); ok && tried.Fix == f.ID {
			page.Given = string(tried.Outcome)
		}
	}
	return page
}

// outcomes are what may come of a fix that is tried.
var outcomes = []casefile.Outcome{casefile.Done, casefile.Failed, casefile.Unsure}

// untried are the reasons why nothing is changed: a setting or a habit may be so already, and what stands on a screen
// may not be found.
func untried(f *knowledge.Fix) (list []casefile.Outcome) {
	switch {
	case f.Act == knowledge.ActOn, f.Act == knowledge.ActOff, f.Act == knowledge.ActChoose,
		f.ShownBy() == knowledge.ProofTonight:
		list = append(list, casefile.Already)
	}
	if f.Route != "" {
		list = append(list, casefile.NotFound)
	}
	return list
}

func (g *Guide) stepPage(v *session.View, step Step, s *knowledge.Step, risky bool) Page {
	page := Page{
		Step:       step,
		Title:      g.base.Fill(s.Title, v.Device),
		Purpose:    g.base.Fill(s.Purpose, v.Device),
		Minutes:    s.Minutes,
		Difficulty: s.Difficulty,
		Expect:     g.base.Fill(s.Expect, v.Device),
		Opens:      s.Opens,
		Exists:     true,
	}
	page.Path, page.Lines = g.Path(s.Route, s.Act, v.Device)
	if s.Route != "" {
		page.Stops, _ = g.base.Walk(s.Route, v.Device) // the linter proves that a step's route can be walked
	}
	page.Act, page.Picture = s.Act, s.Picture
	unsure := func(s screens.Stop) bool { return s.Doubt != screens.Sure }
	if risky && slices.ContainsFunc(page.Stops, unsure) {
		warning := g.words.Text("way.unsure", "Language", g.phrase.Language(v.Device.Language))
		page.Lines = append(page.Lines, Line{Kind: knowledge.CautionLine, Text: warning})
	}
	page.Lines = cautionsFirst(g.appendLines(page.Lines, s.Lines, v.Device))
	page.Sources = g.sources(s.Sources)
	return page
}

func (g *Guide) gatePage(v *session.View, step Step) Page {
	if id, ok := diagnosis.LossFix(step.ID); ok {
		return g.lossPage(v, step, id)
	}
	gate := g.base.Gate(step.ID)
	if gate == nil {
		return Page{Step: step}
	}
	return Page{
		Step:    step,
		Title:   g.base.Fill(gate.Title, v.Device),
		Purpose: g.base.Fill(gate.Purpose, v.Device),
		Minutes: gate.Minutes,
		Risk:    knowledge.RiskNone, Promises: []Promise{LosesNothing},
		Lines:   cautionsFirst(g.appendLines(nil, gate.Lines, v.Device)),
		Confirm: g.base.Fill(gate.Confirm, v.Device),
		Sources: g.sources(gate.Sources),
		Exists:  true,
	}
}

// lossPage builds the gate that names the losses of a fix before the fix is shown.
func (g *Guide) lossPage(v *session.View, step Step, fix string) Page {
	f := g.base.Fix(fix)
	if f == nil {
		return Page{Step: step}
	}
	step.For = fix
	title := g.base.Fill(f.Title, v.Device)
	return Page{
		Step:    step,
		Title:   g.words.Text("loss.title", "Fix", title),
		Purpose: g.base.Fill(f.Purpose, v.Device),
		Minutes: [2]float64{0.5, 0.5},
		Risk:    f.Risk, Promises: promisesOf(f),
		Loses:   g.base.Fill(f.Loses, v.Device),
		Confirm: g.words.Text("loss.confirm"),
		Exists:  true,
	}
}

func (g *Guide) appendLines(lines []Line, more []knowledge.Line, d apple.Device) []Line {
	number := 0
	for _, line := range lines {
		number = max(number, line.Number)
	}
	for _, line := range more {
		if !line.IsFor(d) {
			continue
		}
		n := 0
		if line.Kind == knowledge.StepLine {
			number++
			n = number
		}
		text := g.base.Fill(line.Text, d)
		if line.Kind == knowledge.StepLine {
			text = g.sought(text, g.base.Seeks(line.Text, d), lines)
		}
		lines = append(lines, Line{n, line.Kind, text})
	}
	return lines
}

// sought returns a line with how to find its rows without their words, unless a line above tells it.
func (g *Guide) sought(text string, seeks []string, above []Line) string {
	for _, seek := range seeks {
		tells := func(l Line) bool { return strings.Contains(l.Text, seek) }
		if !slices.ContainsFunc(append(above, Line{Text: text}), tells) {
			text = g.words.Text("way.seek", "Line", text, "Seek", seek)
		}
	}
	return text
}

// cautionsFirst puts what must be known before the first step above it. The numbers of the steps stay.
func cautionsFirst(lines []Line) []Line {
	rank := func(l Line) int {
		if l.Kind == knowledge.CautionLine {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(rank(a), rank(b)) })
	return lines
}

// mostSources is how many pages of Apple a page names.
const mostSources = 2

// today are the addresses of pages that Apple keeps up to date; those with an HT number are older editions.
var today = regexp.MustCompile(`^https://support\.apple\.com/([a-z]{2})-[a-z]+/(?:\d{6}$|guide/)`)

// sources are pages of Apple in the language of the texts, for people to read on. The other sources are for who checks
// the knowledge.
func (g *Guide) sources(ids []string) []*knowledge.Source {
	var list []*knowledge.Source
	for _, id := range ids {
		s := g.base.Source(id)
		if s == nil || len(list) == mostSources {
			continue
		}
		told := slices.ContainsFunc(list, func(o *knowledge.Source) bool { return o.Address == s.Address })
		if at := today.FindStringSubmatch(s.Address); at != nil && at[1] == g.base.Meta.Language && !told {
			list = append(list, s)
		}
	}
	return list
}
