package session

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// Step names what a page of the guide is about.
type Step struct {
	Kind diagnosis.StepKind
	ID   string
	For  string // for a gate: the fix behind it
}

// Line is one line of a page.
type Line struct {
	Number int // 1 and up for steps, 0 for notes and cautions
	Kind   knowledge.LineKind
	Text   string
}

// Page is one step as the guide shows it.
type Page struct {
	Step
	Title      string
	Purpose    string
	Minutes    [2]float64
	Difficulty string // easy, moderate or hard
	Risk       knowledge.Risk
	Loses      string
	Path       []string // labels from Settings on; empty outside Settings
	Stops      []knowledge.Stop
	Act        knowledge.Act // what to do with the last stop
	Picture    string        // what to draw instead of stops; may be empty
	Lines      []Line
	Expect     string
	Question   string
	Answers    []knowledge.Answer
	Given      string // the answer or outcome so far; empty when open
	Confirm    string // for a gate: the words on its button
	Blocked    diagnosis.Blocked
	Sources    []*knowledge.Source
	Exists     bool // false when the step does not exist on this device or in this knowledge base
}

// Page builds the page of a step for the case's device. For a fix behind a closed gate it is the gate's page.
func (l *Library) Page(v *View, step Step) Page {
	switch step.Kind {
	case diagnosis.StepCheck:
		return l.checkPage(v, step)
	case diagnosis.StepFix:
		blocked, free := l.core(v.Device).Blocks(l.evidence(&v.Case), step.ID)
		if !free && len(blocked.Harmless) == 0 {
			page := l.gatePage(v, Step{Kind: diagnosis.StepGate, ID: blocked.Gate, For: step.ID})
			page.Blocked = blocked
			return page
		}
		page := l.fixPage(v, step)
		page.Blocked = blocked
		return page
	case diagnosis.StepGate:
		return l.gatePage(v, step)
	default:
		return Page{Step: step, Exists: true}
	}
}

func (l *Library) checkPage(v *View, step Step) Page {
	k := l.Base.Check(step.ID)
	if k == nil || !k.Holds(v.Device) {
		return Page{Step: step}
	}
	page := l.stepPage(v, step, &k.Step, false)
	page.Question = l.Base.Fill(k.Question, v.Device)
	page.Risk = knowledge.RiskNone
	for _, a := range k.Answers {
		a.Label, a.Note = l.Base.Fill(a.Label, v.Device), l.Base.Fill(a.Note, v.Device)
		page.Answers = append(page.Answers, a)
	}
	for _, e := range v.Case.Events {
		if e.Kind == casefile.KindAnswer && e.Check == k.ID {
			page.Given = e.Answer
		}
	}
	return page
}

func (l *Library) fixPage(v *View, step Step) Page {
	f := l.Base.Fix(step.ID)
	if f == nil || !f.Holds(v.Device) {
		return Page{Step: step}
	}
	page := l.stepPage(v, step, &f.Step, f.Risk == knowledge.RiskSettings || f.Risk == knowledge.RiskData)
	page.Risk, page.Loses = f.Risk, l.Base.Fill(f.Loses, v.Device)
	if price := l.planPrice(v); price != "" && f.Risk == knowledge.RiskMoney && f.Route == changePlan {
		page.Loses = price + " " + page.Loses
	}
	for _, e := range v.Case.Events {
		if e.Kind == casefile.KindFix && e.Fix == f.ID {
			page.Given = string(e.Outcome)
		}
	}
	return page
}

func (l *Library) stepPage(v *View, step Step, s *knowledge.Step, risky bool) Page {
	page := Page{
		Step:       step,
		Title:      l.Base.Fill(s.Title, v.Device),
		Purpose:    l.Base.Fill(s.Purpose, v.Device),
		Minutes:    s.Minutes,
		Difficulty: s.Difficulty,
		Expect:     l.Base.Fill(s.Expect, v.Device),
		Exists:     true,
	}
	page.Path, page.Lines = l.Way(s.Route, s.Act, v.Device)
	if s.Route != "" {
		page.Stops, _ = l.Base.Walk(s.Route, v.Device) // the linter proves that a step's route can be walked
	}
	page.Act, page.Picture = s.Act, s.Picture
	if risky && slices.ContainsFunc(page.Stops, func(s knowledge.Stop) bool { return s.Doubt != knowledge.Sure }) {
		page.Lines = append(page.Lines, Line{Kind: knowledge.CautionLine, Text: l.Words.Text("way.unsure", "Language", l.Language(v.Device.Language))})
	}
	page.Lines = l.appendLines(page.Lines, s.Lines, v.Device)
	page.Sources = l.sources(s.Sources)
	return page
}

func (l *Library) gatePage(v *View, step Step) Page {
	if id, ok := diagnosis.LossFix(step.ID); ok {
		return l.lossPage(v, step, id)
	}
	g := l.Base.Gate(step.ID)
	if g == nil {
		return Page{Step: step}
	}
	return Page{
		Step:    step,
		Title:   l.Base.Fill(g.Title, v.Device),
		Purpose: l.Base.Fill(g.Purpose, v.Device),
		Minutes: g.Minutes,
		Risk:    knowledge.RiskNone,
		Lines:   l.appendLines(nil, g.Lines, v.Device),
		Confirm: l.Base.Fill(g.Confirm, v.Device),
		Sources: l.sources(g.Sources),
		Exists:  true,
	}
}

// lossPage restates what a fix loses before it may be shown.
func (l *Library) lossPage(v *View, step Step, fix string) Page {
	f := l.Base.Fix(fix)
	if f == nil {
		return Page{Step: step}
	}
	step.For = fix
	title := l.Base.Fill(f.Title, v.Device)
	return Page{
		Step:    step,
		Title:   l.Words.Text("loss.title", "Fix", title),
		Purpose: l.Base.Fill(f.Purpose, v.Device),
		Minutes: [2]float64{0.5, 0.5},
		Risk:    f.Risk,
		Loses:   l.Base.Fill(f.Loses, v.Device),
		Confirm: l.Words.Text("loss.confirm"),
		Exists:  true,
	}
}

func (l *Library) appendLines(lines []Line, more []knowledge.Line, d knowledge.Device) []Line {
	number := 0
	for _, line := range lines {
		number = max(number, line.Number)
	}
	for _, line := range more {
		if !line.Holds(d) {
			continue
		}
		n := 0
		if line.Kind == knowledge.StepLine {
			number++
			n = number
		}
		lines = append(lines, Line{n, line.Kind, l.Base.Fill(line.Text, d)})
	}
	return lines
}

// Way returns a route as the labels to follow and as numbered lines; both are empty when there is no route.
func (l *Library) Way(route string, act knowledge.Act, d knowledge.Device) (path []string, lines []Line) {
	if route == "" {
		return nil, nil
	}
	stops, err := l.Base.Walk(route, d)
	if err != nil || len(stops) == 0 {
		return nil, nil // the linter proves that this does not happen for a step of this device
	}
	path = []string{l.settings(d)}
	lines = []Line{{1, knowledge.StepLine, l.Words.Text("way.open", "Label", path[0])}}
	if act == "" {
		act = knowledge.ActLook
	}
	for i, stop := range stops {
		path = append(path, stop.Words())
		key := "way.tap"
		switch {
		case stop.Row.Kind == knowledge.RowInfo:
			key = "way.info"
		case i == len(stops)-1:
			key = "way." + string(act)
		}
		lines = append(lines, Line{i + 2, knowledge.StepLine, l.doubted(l.Words.Text(key, "Label", stop.Quoted()), stop, d)})
	}
	return path, lines
}

// settings is the name of the Settings app.
func (l *Library) settings(d knowledge.Device) string {
	if page, err := l.Base.Page(knowledge.Root, d); err == nil {
		return page.Title
	}
	return l.Words.Text("way.settings")
}

// doubted adds to a line whose label is not sure what helps to find the row: what it may say, or where it stands.
func (l *Library) doubted(line string, stop knowledge.Stop, d knowledge.Device) string {
	switch stop.Doubt {
	case knowledge.Guessed:
		return l.Words.Text("way.guess", "Line", line, "Language", l.Language(d.Language), "Guess", stop.Guess)
	case knowledge.Unknown:
		at := l.Base.Position(stop, d)
		row := l.Words.Text("way.row." + string(at.Kind))
		switch {
		case at.Above == "":
			return l.Words.Text("way.place.number", "Line", line, "Row", row, "Number", at.Number)
		case at.Below == 1:
			return l.Words.Text("way.place.below", "Line", line, "Row", row, "Above", at.Above)
		default:
			return l.Words.Text("way.place.farther", "Line", line, "Row", row, "Above", at.Above, "Count", at.Below)
		}
	}
	return line
}

func (l *Library) sources(ids []string) []*knowledge.Source {
	var list []*knowledge.Source
	for _, id := range ids {
		if s := l.Base.Source(id); s != nil {
			list = append(list, s)
		}
	}
	return list
}
