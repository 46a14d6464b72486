package terminal

import (
	"strings"
	"time"

	"backupdoctor/logic/casefile"
)

// The ways to type when a backup finished, without commas. A year that is left out is that of the latest such day.
var (
	clockLayouts = []string{"15:04", "15.04", "3:04PM", "3:04 PM"}
	dayLayouts   = []string{
		time.DateOnly, "2 Jan 2006", "Jan 2 2006", "2 January 2006", "January 2 2006", "2 Jan", "Jan 2", "2 January",
		"January 2",
	}
)

// readMoment reads a clock, a day, or a day and a clock, in the zone of now. A clock alone is the latest such
// moment. A day alone is its midnight. The result never lies ahead.
func readMoment(text string, now time.Time) (time.Time, bool) {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, ",", " ")), " ")
	if clock, ok := parseAny(clockLayouts, strings.ToUpper(text)); ok {
		at := onDay(now, clock)
		if at.After(now) {
			at = onDay(now.AddDate(0, 0, -1), clock)
		}
		return at, true
	}
	for cut := len(text); cut > 0; cut = strings.LastIndex(text[:cut], " ") {
		day, ok := parseAny(dayLayouts, text[:cut])
		if !ok {
			continue
		}
		rest := strings.ToUpper(strings.TrimSpace(text[cut:]))
		clock, hasClock := parseAny(clockLayouts, rest)
		if rest != "" && !hasClock {
			continue
		}
		if day.Year() == 0 {
			day = time.Date(now.Year(), day.Month(), day.Day(), 0, 0, 0, 0, now.Location())
			if day.After(now) {
				day = day.AddDate(-1, 0, 0)
			}
		}
		at := onDay(time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, now.Location()), clock)
		return at, !at.After(now)
	}
	return time.Time{}, false
}

// onDay is the clock on a day; the zero clock is midnight.
func onDay(day, clock time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, day.Location())
}

func parseAny(layouts []string, text string) (time.Time, bool) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// finished asks for the time of a finished backup and records it. Enter leaves the time open, and so does the
// end of the input.
func (g *guide) finished() {
	for {
		line, ok := g.reply(g.text("text.seen.when", "Device", g.s.View().Device.Name()))
		at, read := time.Time{}, !ok || line == ""
		if !read {
			at, read = readMoment(line, g.now())
		}
		if read {
			g.settle(g.navigator.Prove(casefile.SeenFinished, at))
			return
		}
		g.say("text.seen.when.wrong")
	}
}
