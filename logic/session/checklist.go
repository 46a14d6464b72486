package session

import (
	"slices"
	"strings"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// resetGroup is the group whose fixes always stand on the checklist, as in the article; elsewhere a fix
// appears when it is recommended or was tried.
const resetGroup = "reset"

// checklist builds the groups with their rows from the latest answer to each check and the latest outcome of
// each fix.
func (l *Library) checklist(v *View) {
	tried := map[string]*casefile.Event{}
	for i := range v.Case.Events {
		if t, ok := v.Case.Events[i].What.(casefile.Tried); ok {
			tried[t.Fix] = &v.Case.Events[i]
		}
	}
	next, _ := v.Next()
	recommended := next.ID
	if next.Kind == diagnosis.StepGate {
		recommended = next.For
	}
	for _, g := range l.Base.Groups {
		group := Group{ID: g.ID, Title: l.Base.Fill(g.Title, v.Device)}
		for i := range l.Base.Checks {
			k := &l.Base.Checks[i]
			if k.Group != g.ID || !k.IsFor(v.Device) {
				continue
			}
			row := l.checkRow(v, k)
			row.mark(k.ID == recommended, l.Base.Fill(k.Purpose, v.Device))
			v.count(row)
			group.Rows = append(group.Rows, row)
		}
		for i := range l.Base.Fixes {
			f := &l.Base.Fixes[i]
			e := tried[f.ID]
			if f.Group != g.ID || !f.IsFor(v.Device) || (e == nil && f.ID != recommended && g.ID != resetGroup) {
				continue
			}
			row := l.fixRow(v, f, e)
			row.mark(f.ID == recommended, l.Base.Fill(f.Purpose, v.Device))
			group.Rows = append(group.Rows, row)
		}
		group.Worst = worst(group.Rows)
		v.Groups = append(v.Groups, group)
	}
}

func (l *Library) checkRow(v *View, k *knowledge.Check) Row {
	row := Row{
		Kind: diagnosis.StepCheck, ID: k.ID, Title: l.Base.Fill(k.Title, v.Device),
		Minutes: k.MeanMinutes(), Status: StatusOpen,
	}
	given, ok := v.Checks[k.ID]
	if !ok {
		return row
	}
	row.Source, row.Time, row.IsRead = given.Source, given.Time, given.IsRead
	row.Contradicted = len(given.Contradictions()) > 0
	switch given.Answer {
	case casefile.CantTell:
		row.Status = StatusCantTell
	case casefile.NotNow:
		row.Status = StatusLater
	default:
		for _, a := range k.Answers {
			if a.ID != given.Answer {
				continue
			}
			row.Status = map[knowledge.AnswerStatus]Status{
				knowledge.Fine: StatusFine, knowledge.Problem: StatusProblem, knowledge.Neutral: StatusNoted,
			}[a.Status]
			if a.Status != knowledge.Fine {
				row.Word = l.Base.Fill(a.Label, v.Device)
			}
			if row.Status == StatusProblem && given.Outdated {
				row.Status, row.Word = StatusCantTell, l.Words.Text("checklist.before", "Answer", row.Word)
			}
			row.Word = l.Phrase.FactWord(given, k, v.Device, row.Word)
		}
	}
	return row
}

func (l *Library) fixRow(v *View, f *knowledge.Fix, e *casefile.Event) Row {
	row := Row{
		Kind: diagnosis.StepFix, ID: f.ID, Title: l.Base.Fill(f.Title, v.Device),
		Minutes: f.MeanMinutes(), Status: StatusOpen,
	}
	if e == nil {
		return row
	}
	row.Source, row.Time = e.Source, e.Time
	outcome := e.What.(casefile.Tried).Outcome
	if v.Solved && f == v.SolvedBy {
		row.Status = StatusFine
		return row
	}
	switch outcome {
	case casefile.NotFound, casefile.Already, casefile.Done:
		row.Word = l.Words.Text("outcome." + string(outcome))
	}
	row.Status = map[casefile.Outcome]Status{
		casefile.Done: StatusDone, casefile.Failed: StatusDone, casefile.Unsure: StatusCantTell,
		casefile.Declined: StatusLater,
		casefile.NotFound: StatusCantTell, casefile.Already: StatusNoted,
	}[outcome]
	return row
}

// mark makes the recommended row stand out, whatever was said of it before.
func (r *Row) mark(next bool, why string) {
	r.Next = next
	if next {
		r.Why = firstSentence(why)
	}
	if next && r.Status == StatusOpen {
		r.Status = StatusNext
	}
}

// firstSentence cuts a text after its first sentence.
func firstSentence(text string) string {
	if first, _, more := strings.Cut(text, ". "); more {
		return first + "."
	}
	return text
}

func (v *View) count(r Row) {
	v.Total++
	switch r.Status {
	case StatusOpen, StatusNext, StatusLater:
	default:
		v.Checked++
	}
}

// severity orders statuses from the best to the worst for a group's heading.
var severity = []Status{
	StatusFine, StatusNoted, StatusDone, StatusCantTell, StatusLater, StatusOpen,
	StatusNext, StatusProblem,
}

func worst(rows []Row) Status {
	w := 0
	for _, r := range rows {
		w = max(w, slices.Index(severity, r.Status))
	}
	return severity[w]
}
