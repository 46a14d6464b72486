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
	var notes []Line
	for _, text := range g.notes(v) {
		notes = append(notes, Line{Kind: knowledge.NoteLine, Text: text})
	}
	first := slices.IndexFunc(page.Lines, func(l Line) bool { return l.Kind != knowledge.CautionLine })
	if first < 0 {
		first = len(page.Lines)
	}
	page.Lines = slices.Insert(page.Lines, first, notes...)
	return page
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
