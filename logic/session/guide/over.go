package guide

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/reminder"
	"backupdoctor/logic/session"
)

// overPage says that the trouble is over: which backup was seen, by whom, and what keeps it working; or that
// nothing is wrong.
func (g *Guide) overPage(v *session.View) Page {
	s := &v.State
	page := Page{Risk: knowledge.RiskNone, Exists: true}
	switch s.Stage {
	case session.StageSolved:
		page.Title = g.words.Text("solved.title", "Device", v.Device.Name())
		if !s.BackupAt.IsZero() {
			at := g.phrase.Backup(s.BackupAt, v.At.Location())
			page.Title = g.words.Text("solved.title.at", "Device", v.Device.Name(), "Time", at)
		}
		page.Purpose = g.seenBy(v)
		if s.Fix != nil {
			page.Purpose += " " + g.stateText(v, "solved.by")
		}
	case session.StageNothingWrong:
		page.Title, page.Purpose = g.stateText(v, "nothing-wrong.title"), g.stateText(v, "nothing-wrong.why")
	default:
		return Page{}
	}
	for _, p := range v.SecondProblems {
		cause := g.words.Text("solved.second", "Cause", g.base.Fill(p.Cause.Title, v.Device))
		page.Lines = append(page.Lines, Line{0, knowledge.CautionLine, cause})
	}
	if at, ok := v.State.LookAgain(); ok {
		page.Expect = g.words.Text("solved.look", "Day", g.words.Day(at))
	}
	for _, key := range []string{"solved.keep.night", "solved.keep.room", "solved.keep.date"} {
		page.Lines = append(page.Lines, Line{0, knowledge.NoteLine, g.stateText(v, key)})
	}
	return page
}

// seenBy tells who saw the finished backup, and when.
func (g *Guide) seenBy(v *session.View) string {
	key := "solved.seen.machine"
	if v.State.SeenBy == casefile.FromPerson {
		key = "solved.seen.person"
	}
	return g.stateText(v, key)
}

// Reminder is the entry of a calendar for LookAgain; false when there is nothing to look for.
func (g *Guide) Reminder(v *session.View) (reminder.Entry, bool) {
	at, ok := v.State.LookAgain()
	if !ok {
		return reminder.Entry{}, false
	}
	return reminder.Entry{
		Title: g.stateText(v, "reminder.title"), Text: g.stateText(v, "reminder.text"), At: at, Made: v.At,
	}, true
}

// afterWaiting names the step that comes when waiting was in vain: the question of a check, or a title. It is
// empty when nothing but the handover comes.
func (g *Guide) afterWaiting(v *session.View) string {
	for _, o := range v.Options {
		switch o.Kind {
		case diagnosis.StepCheck:
			return g.Page(v, StepOf(o)).Question
		case diagnosis.StepFix:
			return g.StepTitle(v, o)
		}
	}
	return ""
}
