package guide

import (
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// addNotes adds to the recommended page what must be said about the last look at the backup, behind the cautions.
func (g *Guide) addNotes(v *session.View, page Page) Page {
	if !page.Exists || !IsRecommended(v, page.Step) {
		return page
	}
	page.Lines = behindCautions(page.Lines, g.notes(v)...)
	return page
}

// behindCautions adds notes to lines, behind the cautions, which stand first.
func behindCautions(lines []Line, notes ...string) []Line {
	first := slices.IndexFunc(lines, func(l Line) bool { return l.Kind != knowledge.CautionLine })
	if first < 0 {
		first = len(lines)
	}
	for i, text := range notes {
		lines = slices.Insert(lines, first+i, Line{Kind: knowledge.NoteLine, Text: text})
	}
	return lines
}

// notes are what the recommended page says of the last look at the backup.
func (g *Guide) notes(v *session.View) []string {
	s := &v.State
	list := g.Discounted(v)
	switch {
	case s.Missed != nil && s.Older.IsZero():
		list = append(list, g.words.Text("note.missed", "Fix", g.base.Fill(s.Missed.Title, v.Device)))
	case s.ByHand && s.Due:
		list = append(list, g.words.Text("note.by-hand"))
	}
	return append(list, g.told(v)...)
}

// told is what the device itself told of its backups: the error of the one that failed last, unless a fix was tried
// since, and on a page that proves or waits the date of the last one.
func (g *Guide) told(v *session.View) []string {
	var list []string
	tried := func(t session.Tried) bool { return t.Outcome != casefile.Declined }
	o, failed := v.LastFailure()
	if last := len(v.Tried) - 1; failed && (last < 0 || !tried(v.Tried[last]) || v.Tried[last].Time.Before(o.At)) {
		list = append(list, g.phrase.Describe(&casefile.Event{Source: casefile.FromPhone, What: o}, v.Device))
		if number, _ := o.Failure(); g.base.Code(number) != nil && g.base.Code(number).Waits {
			list = append(list, g.words.Text("note.failure.waits", "Device", v.Device.Name()))
		}
	}
	if s := v.State.Stage; s != session.StageProving && s != session.StageWaiting {
		return list
	}
	if backup, read, ok := g.lib.LastBackup(v); ok {
		list = append(list, g.words.Text("note.last-backup", "Device", v.Device.Name(),
			"Read", g.moment(v, read), "Backup", g.words.Time(backup.In(v.At.Location()))))
	}
	return list
}

// Discounted says which backup that somebody told shows nothing, and which entry of the case counts for nothing.
func (g *Guide) Discounted(v *session.View) []string {
	var list []string
	if s := &v.State; !s.Older.IsZero() {
		fix, older := s.Fix, g.phrase.Backup(s.Older, v.At.Location())
		if fix == nil {
			fix = s.Missed
		}
		if fix != nil {
			list = append(list, g.words.Text("note.older.fix", "Backup", older, "Fix", g.base.Fill(fix.Title, v.Device)))
		} else {
			list = append(list, g.words.Text("note.older", "Backup", older))
		}
	}
	if e := v.Ahead; e != nil {
		list = append(list, g.words.Text("note.ahead", "Time", g.words.Time(aheadAt(e).In(v.At.Location()))))
	}
	return list
}

// aheadAt is the moment of an event that lies in the future.
func aheadAt(e *casefile.Event) time.Time {
	if p, ok := e.What.(casefile.Proved); ok && p.Backup.After(e.Time) {
		return p.Backup
	}
	return e.Time
}
