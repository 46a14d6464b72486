package terminal

import (
	"strconv"

	"backupdoctor/logic/casefile"
	pages "backupdoctor/logic/session/guide"
)

// finished asks for the day and the time of a finished backup and records it. Enter and the end of the input leave
// open what is not told.
func (g *guide) finished() {
	v := g.s.View()
	days := g.pages.Days(v)
	at := days[0]
	if len(days) > 1 {
		g.say("when.question")
		for i, day := range days {
			g.out.item("  "+strconv.Itoa(i+1)+". ", g.pages.DayName(v, day))
		}
		if n, ok := g.number(g.text("text.number"), len(days)); ok && n > 0 {
			at = days[n-1]
		}
	}
	g.settle(g.navigator.Prove(casefile.SeenFinished, g.pages.FinishedAt(v, at, g.clock())))
}

// clock asks for a time of day until one is given or left open.
func (g *guide) clock() pages.Clock {
	for !g.over {
		line, ok := g.reply(g.text("text.seen.clock", "Device", g.s.View().Device.Name()))
		if !ok || line == "" {
			break
		}
		if clock, read := pages.ParseClock(line); read {
			return clock
		}
		g.say("when.clock.wrong")
	}
	return pages.Clock{}
}
