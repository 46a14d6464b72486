package terminal

import (
	"strconv"
	"time"

	"backupdoctor/logic/casefile"
	pages "backupdoctor/logic/session/guide"
)

// finished asks for the day and the time of a finished backup and records it. Without a day, or when no time
// could be read, nothing is recorded, nor when the person leaves; the end of the input leaves open what is not told.
func (g *guide) finished() {
	v := g.s.View()
	days := g.pages.Days(v)
	at, clock, told := days[0], pages.Clock{}, true
	if len(days) > 1 {
		at, clock, told = g.day(days)
	}
	if told && !clock.Told && !g.over {
		at, clock, told = g.clock(days, at)
	}
	if !told {
		g.say("text.seen.nothing")
		g.fresh = true
		return
	}
	g.settle(g.navigator.Prove(casefile.SeenFinished, g.pages.FinishedAt(v, at, clock)))
}

// day asks for one of days, by its number or as the device shows it, until one is given; false when the
// person gives none. The end of the input is no answer: the backup was seen, and its day is not told.
func (g *guide) day(days []time.Time) (time.Time, pages.Clock, bool) {
	v := g.s.View()
	g.say("when.question")
	for i, day := range days {
		g.out.item("  "+strconv.Itoa(i+1)+". ", g.pages.DayName(v, day))
	}
	for refused := false; ; refused = true {
		line, ok := g.reply(g.text("text.seen.day", "Device", v.Device.Name()))
		if !ok || line == "" {
			return days[0], pages.Clock{}, !ok && !refused && !g.left
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(days) {
			return days[n-1], pages.Clock{}, true
		}
		if day, clock, read := g.pages.ParseDay(v, days, line); read {
			return day, clock, true
		}
		g.say("text.seen.day.wrong", "Day", g.words.Day(days[len(days)-1]))
	}
}

// clock asks for the time of day of a backup until one is given or left open; a time that stands there with
// one of days is of that day. It returns false when what was given could not be read.
func (g *guide) clock(days []time.Time, at time.Time) (time.Time, pages.Clock, bool) {
	v, prompt := g.s.View(), "text.seen.clock"
	for refused := false; ; refused = true {
		line, ok := g.reply(g.text(prompt, "Device", v.Device.Name()))
		if !ok || line == "" {
			return at, pages.Clock{}, !refused && !g.left
		}
		if clock, read := pages.ParseClock(line); read {
			return at, clock, true
		}
		if day, clock, read := g.pages.ParseDay(v, days, line); read {
			return day, clock, true
		}
		g.say("text.seen.clock.wrong", "Day", g.words.Day(days[len(days)-1]))
		prompt = "text.seen.clock.again"
	}
}
