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
	parts := clockForm.FindStringSubmatch(strings.ToLower(strings.TrimSpace(text)))
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
