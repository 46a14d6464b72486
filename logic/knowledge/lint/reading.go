package lint

import (
	"regexp"
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// judgeReading checks what people stumble over in a check: a look where they must tap, a state in the place of
// the question, and an expectation where nothing is looked at.
func (l *linter) judgeReading(c *knowledge.Check) {
	if !strings.HasSuffix(strings.TrimSpace(c.Question), "?") {
		l.report(c.At, c.ID, "question", words.Say("lint.no-question", "Text", quoted(shorten(c.Question))),
			words.Say("lint.want.question"))
	}
	if c.Kind == knowledge.Ask && c.Expect != "" {
		l.report(c.At, c.ID, "expect", words.Say("lint.expect-asked"), words.Say("lint.want.no-expect"))
	}
	route := l.b.Route(c.Route)
	if route == nil || c.Act != "" && c.Act != knowledge.ActLook {
		return
	}
	for _, walk := range route.Walks {
		if len(walk.Rows) == 0 {
			continue
		}
		ref := walk.Rows[len(walk.Rows)-1]
		row := l.b.Row(ref)
		if row == nil || row.Leads == "" || row.Kind == screens.RowLink { // the guide has a link tapped by itself
			continue
		}
		if !strings.Contains(c.Expect, "{row:"+ref+"}") {
			l.report(c.At, c.ID, "act", words.Say("lint.look-opens", "Row", quoted(ref)), words.Say("lint.want.tap"))
			return
		}
	}
}

// looked finds the rows that a line says to look at.
var looked = regexp.MustCompile(`(?i)look\s+at\s+\*\*\{row:([a-z0-9.-]+)\}`)

// judgeLooks checks that lines send people to look only at rows that show something themselves.
func (l *linter) judgeLooks(at tomlfile.Place, id string, lines []knowledge.Line) {
	for i := range lines {
		for _, found := range looked.FindAllStringSubmatch(lines[i].Text, -1) {
			if row := l.b.Row(found[1]); row != nil && row.Kind == screens.RowLink && row.Leads != "" {
				l.report(at, id, element("line", i)+".text", words.Say("lint.looked-at", "Number", i+1, "Row",
					quoted(found[1])), words.Say("lint.want.tap-line"))
			}
		}
	}
}

// judgeClaim checks the sources of an entry: each is in the register, and who claims something names one.
func (l *linter) judgeClaim(at tomlfile.Place, id string, sources []string, claims bool) {
	if claims && len(sources) == 0 {
		l.report(at, id, "sources", words.Say("lint.no-source"), words.Say("lint.want.sources"))
	}
	for i, source := range sources {
		if l.b.Source(source) == nil {
			l.report(at, id, element("sources", i), absent("source", source), idOf("source"))
		}
	}
}
