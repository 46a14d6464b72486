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
func (l *Library) checklist(v *View, progress *progress) {
	tried := map[string]*casefile.Event{}
	for _, i := range v.order {
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
			row := l.checkRow(v, k, progress)
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
			row := l.fixRow(v, f, e, progress)
			row.mark(f.ID == recommended, l.Base.Fill(f.Purpose, v.Device))
			group.Rows = append(group.Rows, row)
		}
		group.Worst = worst(group.Rows)
		v.Groups = append(v.Groups, group)
	}
}

func (l *Library) checkRow(v *View, k *knowledge.Check, progress *progress) Row {
	row := Row{
		Kind: diagnosis.StepCheck, ID: k.ID, Title: l.Base.Fill(k.Short, v.Device),
		Minutes: k.MeanMinutes(), Status: StatusOpen,
	}
	given, ok := v.Checks[k.ID]
	if !ok {
		return row
	}
	row.Source, row.Time = given.Source, given.Time
	row.Contradicted = len(given.Contradictions()) > 0
	a := k.Answer(given.Answer)
	switch {
	case given.Answer == casefile.NotNow:
		row.Status = StatusLater
	case a == nil:
		row.Status = StatusCantTell
	case a.Status == knowledge.Problem && given.Outdated && v.isPutRight(k):
		row.Status, row.Word = StatusDone, l.Words.Text("checklist.changed")
	case a.Status == knowledge.Problem && given.Outdated && !v.Solved && progress.isPending(k.StaleAfter...):
		row.Status, row.Word = StatusWaiting, l.Words.Text("checklist.changed")
	case a.Status == knowledge.Problem && given.Outdated:
		row.Status = StatusCantTell
		row.Word = l.Words.Text("checklist.before", "Answer", l.Base.Fill(a.Label, v.Device))
	default:
		row.Status = map[knowledge.AnswerStatus]Status{
			knowledge.Fine: StatusFine, knowledge.Problem: StatusProblem, knowledge.Neutral: StatusNoted,
		}[a.Status]
		row.Word = l.Phrase.FactWord(given, k, v.Device, l.factOf(v, given, a))
	}
	return row
}

// isPutRight reports whether the change that solved the case was made against what a check finds.
func (v *View) isPutRight(k *knowledge.Check) bool {
	return v.SolvedBy != nil && slices.Contains(k.StaleAfter, v.SolvedBy.ID)
}

// factOf is an answer in a word or two: its label, or the day of the moment that it follows from.
func (l *Library) factOf(v *View, given casefile.Standing, a *knowledge.Answer) string {
	if len(a.Days) > 0 {
		e := &v.Case.Events[given.Event]
		switch what := e.What.(type) {
		case casefile.Observed:
			if at, ok := what.Moment(); ok {
				return l.Words.Day(at.In(v.At.Location()))
			}
		case casefile.Answered: // "today" of an earlier day
			if what.Answer != a.ID && !e.Time.IsZero() {
				return l.Words.Day(e.Time.In(v.At.Location()))
			}
		}
	}
	return l.Base.Fill(a.Label, v.Device)
}

func (l *Library) fixRow(v *View, f *knowledge.Fix, e *casefile.Event, progress *progress) Row {
	row := Row{
		Kind: diagnosis.StepFix, ID: f.ID, Title: l.Base.Fill(f.Title, v.Device),
		Minutes: f.MeanMinutes(), Status: StatusOpen,
	}
	if e == nil {
		return row
	}
	row.Source, row.Time = e.Source, e.Time
	outcome := e.What.(casefile.Tried).Outcome
	switch {
	case v.Solved && f == v.SolvedBy:
		row.Status = StatusFine
	case !v.Solved && progress.isPending(f.ID):
		row.Status = StatusWaiting
	default:
		row.Status = map[casefile.Outcome]Status{
			casefile.Done: StatusDone, casefile.Failed: StatusDone, casefile.Unsure: StatusCantTell,
			casefile.Declined: StatusLater, casefile.NotFound: StatusCantTell, casefile.Already: StatusNoted,
		}[outcome]
	}
	if row.Status != StatusLater && row.Status != StatusWaiting {
		row.Word = l.Words.Text("outcome." + string(outcome))
	}
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
	StatusWaiting, StatusNext, StatusProblem,
}

func worst(rows []Row) Status {
	w := 0
	for _, r := range rows {
		w = max(w, slices.Index(severity, r.Status))
	}
	return severity[w]
}
