package guide

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"backupdoctor/logic/session"
)

// daysBack is how many days before today a backup that is seen now may have finished; an older one is no
// news.
const daysBack = 6

// Days are the days on which a backup that is seen now may have finished, as their midnights, the latest
// first: from today back to the day of the last change.
func (g *Guide) Days(v *session.View) []time.Time {
	today := midnight(v.At)
	days := []time.Time{today}
	if v.State.Since.IsZero() {
		return days
	}
	changed := midnight(v.State.Since.In(v.At.Location()))
	for len(days) <= daysBack && days[len(days)-1].After(changed) {
		days = append(days, today.AddDate(0, 0, -len(days)))
	}
	return days
}

// DayName names a day of Days: today, yesterday, or its date.
func (g *Guide) DayName(v *session.View, day time.Time) string {
	for i, key := range []string{"when.today", "when.yesterday"} {
		if isSameDay(day, midnight(v.At).AddDate(0, 0, -i)) {
			return g.words.Text(key)
		}
	}
	return g.words.Day(day)
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// Clock is a time of day as a person reads it off the device; the zero Clock is not told.
type Clock struct {
	Told   bool
	Minute int // since midnight
}

// clockForm is a time of day with twelve or twenty-four hours.
var clockForm = regexp.MustCompile(`^(\d{1,2})(?:[:.h](\d{2}))?\s*(?:([ap])\.?m\.?)?$`)

// ParseClock reads a time of day such as "2:13 AM", "14:05" or "2 pm"; false for anything else.
func ParseClock(text string) (Clock, bool) {
	parts := clockForm.FindStringSubmatch(plain(text))
	if parts == nil || parts[2] == "" && parts[3] == "" {
		return Clock{}, false
	}
	hour, _ := strconv.Atoi(parts[1]) // at most two digits
	minute, _ := strconv.Atoi(parts[2])
	if half := parts[3]; half != "" {
		if hour < 1 || hour > 12 {
			return Clock{}, false
		}
		hour %= 12
		if half == "p" {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 {
		return Clock{}, false
	}
	return Clock{true, 60*hour + minute}, true
}

// spellings are the ways to write a day, as layouts of time.Format. Numbers stand in either order: two days
// that are offered together never read alike.
var spellings = []string{
	"Jan 2 2006", "2 Jan 2006", "Jan 2", "2 Jan",
	"January 2 2006", "2 January 2006", "January 2", "2 January",
	"1/2/2006", "1/2/06", "1/2", "2/1/2006", "2/1/06", "2/1",
	"01/02/2006", "01/02/06", "01/02", "02/01/2006", "02/01/06", "02/01",
	"2.1.2006", "2.1.06", "2.1.", "02.01.2006", "02.01.06", "02.01.", "2006-01-02", "Monday",
}

// breaks stand between the parts of a date and its time.
var breaks = strings.NewReplacer(",", " ", " at ", " ")

// plain is a text in lower case with single spaces, whatever spaces a device puts between.
func plain(text string) string { return strings.Join(strings.Fields(strings.ToLower(text)), " ") }

// ParseDay reads one of days, such as "yesterday", "Oct 11" or "10/11/26, 11:41 PM", and the time behind it
// when there is one; false for anything else.
func (g *Guide) ParseDay(v *session.View, days []time.Time, text string) (time.Time, Clock, bool) {
	text = plain(breaks.Replace(plain(text)))
	for _, day := range days {
		names := []string{g.DayName(v, day), g.words.Day(day)}
		for _, layout := range spellings {
			names = append(names, day.Format(layout))
		}
		for _, name := range names {
			rest, isDay := strings.CutPrefix(text+" ", plain(breaks.Replace(name))+" ")
			if !isDay {
				continue
			}
			if rest = strings.TrimSpace(rest); rest == "" {
				return day, Clock{}, true
			}
			if clock, ok := ParseClock(rest); ok {
				return day, clock, true
			}
		}
	}
	return time.Time{}, Clock{}, false
}

// FinishedAt returns when a backup finished that a person saw with a day and a time of day. Without the time
// it is the midnight of the day; on the day of the last change or of today, where that would be too early, it
// is zero, not told.
func (g *Guide) FinishedAt(v *session.View, day time.Time, clock Clock) time.Time {
	at := midnight(day)
	if clock.Told {
		return time.Date(at.Year(), at.Month(), at.Day(), clock.Minute/60, clock.Minute%60, 0, 0, at.Location())
	}
	if isSameDay(at, v.At) || isSameDay(at, v.State.Since.In(v.At.Location())) {
		return time.Time{}
	}
	return at
}

// IsDayOnly reports whether only the day of a backup is known, not its time.
func IsDayOnly(at time.Time) bool { return at.Equal(midnight(at)) }
