package guide

import (
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/session"
)

// Glimpse is an example of what stands on the device below Back Up Now, in the device's own words. Words that
// are not known in its language are empty.
type Glimpse struct {
	Button  string // above the line; empty while a backup runs
	Line    string
	Running bool // a bar shows how far the backup is
	Failed  bool // the line tells an error
}

// The messages that a glimpse shows.
const (
	lastFailed = "last-backup-not-completed"
	backingUp  = "backing-up"
	estimating = "estimating"
)

const (
	exampleAge    = 3 * time.Minute     // of a backup that has just finished
	exampleOldAge = 23 * 24 * time.Hour // of the backup before the trouble, when its date is not known
)

// glimpses are what the device shows for each answer that has something to show; date is that of a new
// backup.
func (g *Guide) glimpses(v *session.View, date string) map[string]Glimpse {
	button, line := g.lastLine(v)
	last := func(date string) Glimpse {
		if line == "" { // its words are not known
			return Glimpse{Button: button, Line: date}
		}
		return Glimpse{Button: button, Line: screens.FilledIn(line, date)}
	}
	return map[string]Glimpse{
		string(casefile.SeenFinished): last(date),
		string(casefile.SeenRunning):  {Button: g.shown(v, backingUp), Line: g.shown(v, estimating), Running: true},
		string(casefile.SeenError):    {Button: button, Line: g.shown(v, lastFailed), Failed: true},
		string(casefile.SeenOldDate):  last(g.base.ShortDate(v.At.Add(-exampleOldAge), v.Device)),
	}
}

// lastLine returns the labels of Back Up Now and of the line below it, which has its date in brackets.
func (g *Guide) lastLine(v *session.View) (button, line string) {
	page, err := g.base.Page("backup", v.Device)
	if err != nil {
		return "", ""
	}
	for _, row := range page.Rows {
		words := row.Label
		if row.Doubt != screens.Sure {
			words = row.Guess
		}
		switch row.Row.ID {
		case "back-up-now":
			button = words
		case "last-backup":
			line = words
		}
	}
	return button, line
}

// shown returns a message in the words of the device; empty when they are not known.
func (g *Guide) shown(v *session.View, id string) string {
	m := g.base.Message(id)
	switch {
	case m == nil:
		return ""
	case v.Device.Language == "" || strings.HasPrefix(v.Device.Language, "en"):
		return g.base.Fill(m.Text, v.Device)
	}
	text, _ := m.Shown(v.Device.Language)
	return g.base.Fill(text, v.Device)
}

// clockOnDevice writes a time of day as the device does: of twelve hours in American English.
func (g *Guide) clockOnDevice(v *session.View, t time.Time) string {
	if v.Device.Language == "" {
		return t.Format("3:04\u00A0PM") // stays on one line
	}
	return t.Format("15:04")
}

// newDate is the date of a new backup as an example: of just now, or of the night that is over.
func (g *Guide) newDate(v *session.View, night bool) string {
	if night {
		return g.clockOnDevice(v, time.Date(0, 1, 1, 2, 13, 0, 0, time.UTC))
	}
	at := v.At.Add(-exampleAge)
	if v.State.Since.After(at) { // a backup from before the change would be no proof
		at = v.At
	}
	return g.clockOnDevice(v, at)
}

// dateOnDevice writes a moment as the line below Back Up Now does: the time of a backup of today, else the
// date.
func (g *Guide) dateOnDevice(v *session.View, t time.Time) string {
	if t = t.In(v.At.Location()); isSameDay(t, v.At) && !IsDayOnly(t) {
		return g.clockOnDevice(v, t)
	}
	return g.base.ShortDate(t, v.Device)
}

func isSameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}
