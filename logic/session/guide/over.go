package guide

import (
	"strings"
	"time"

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
			page.Title = g.words.Text("solved.title.at", "Device", v.Device.Name(), "When", g.moment(v, s.BackupAt))
			if s.SeenBy == casefile.FromPhone {
				page.Title = g.words.Text("solved.title.reports", "Device", v.Device.Name(),
					"Time", g.phrase.Backup(s.BackupAt, v.At.Location()))
			}
			page.Date = g.dateOnDevice(v, s.BackupAt)
		}
		page.Clock, page.Caption = g.clockOnDevice(v, s.Since.In(v.At.Location())), g.seen(v, "solved.caption.")
		page.Purpose = g.seen(v, "solved.seen.")
		if s.Fix != nil {
			page.Purpose += " " + g.stateText(v, "solved.by")
		}
	case session.StageNothingWrong:
		page.Title, page.Purpose = g.stateText(v, "nothing-wrong.title"), g.whyNothingIsWrong(v)
		page.Caption = g.stateText(v, "nothing-wrong.caption")
	default:
		return Page{}
	}
	page.Stops, _ = g.base.Walk(lastBackup, v.Device) // the linter proves that it can be walked
	for _, p := range v.SecondProblems {
		text, way := g.second(v, p)
		page.Lines = append(page.Lines, Line{0, knowledge.CautionLine, text})
		if page.Second == nil {
			page.Second = way
		}
	}
	if at, ok := v.State.LookAgain(); ok {
		page.Expect = g.words.Text("solved.look", "Day", g.words.Day(at))
	}
	for _, key := range []string{"solved.keep.night", "solved.keep.room", "solved.keep.date"} {
		page.Lines = append(page.Lines, Line{0, knowledge.NoteLine, g.stateText(v, key)})
	}
	return page
}

// whyNothingIsWrong says who saw that backups are made, and what to know or do about the one that was made last or
// moves on.
func (g *Guide) whyNothingIsWrong(v *session.View) string {
	by, note := casefile.FromPerson, ""
	if k, _ := g.lib.Works(v); k != nil {
		given := v.Checks[k.ID]
		by, note = given.Source, g.base.Fill(k.Answer(given.Answer).Note, v.Device)
	}
	why := g.stateText(v, "nothing-wrong.why")
	if by != casefile.FromPerson {
		why = g.words.Text("nothing-wrong.read", "Device", v.Device.Name(),
			"From", g.words.Text("fact.from."+string(by), "Device", v.Device.Name()))
	}
	return strings.TrimSpace(why + " " + note)
}

// seen tells who saw the finished backup, and when.
func (g *Guide) seen(v *session.View, key string) string {
	who := "machine"
	if v.State.SeenBy == casefile.FromPerson {
		who = "person"
	}
	return g.base.Fill(g.words.Text(key+who, "Device", v.Device.Name(), "When", g.moment(v, v.State.Since)), v.Device)
}

// moment writes when something was, for the end of a sentence: today at a time, or on a date.
func (g *Guide) moment(v *session.View, t time.Time) string {
	t = t.In(v.At.Location())
	if IsDayOnly(t) {
		return g.words.Text("when.on", "Date", g.words.Day(t))
	}
	for i, key := range []string{"when.at.today", "when.at.yesterday"} {
		if isSameDay(t, midnight(v.At).AddDate(0, 0, -i)) {
			return g.words.Text(key, "Clock", g.words.Clock(t))
		}
	}
	return g.words.Text("when.on", "Date", g.words.Time(t))
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
