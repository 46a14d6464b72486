package guide_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session/guide"
)

// The brackets of the knowledge base stand for texts that only the person's device shows; no page has them.
func TestNoPageHasBrackets(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for _, c := range []casefile.Case{
		{Device: "iphone", Version: "15"},
		{Device: "iphone", Version: "18"},
		{Device: "ipad", Version: "26"},
		{Device: "iphone", Version: "18", Language: "de"},
	} {
		v := lib.Derive(c, time.Now())
		look := func(step guide.Step) {
			page := g.Page(v, step)
			text := []string{page.Title, page.Purpose, page.Expect, strings.Join(page.Path, " › ")}
			for _, line := range page.Lines {
				text = append(text, line.Text)
			}
			for _, a := range page.Answers {
				text = append(text, a.Label, a.Note)
			}
			if all := strings.Join(text, "\n"); strings.ContainsAny(all, "[]") {
				t.Errorf("%s on %s %s %q:\n%s", step.ID, c.Device, c.Version, c.Language, all)
			}
		}
		for i := range lib.Base.Checks {
			look(guide.Step{Kind: diagnosis.StepCheck, ID: lib.Base.Checks[i].ID})
		}
		for i := range lib.Base.Fixes {
			look(guide.Step{Kind: diagnosis.StepFix, ID: lib.Base.Fixes[i].ID})
		}
		for _, fix := range []string{"restart", "plug-in-overnight", "ask-device-admin"} {
			for _, late := range []time.Duration{0, 48 * time.Hour} {
				now := time.Now()
				c.Events = []casefile.Event{{Time: now.Add(-late), What: casefile.Tried{Fix: fix, Outcome: casefile.Done}}}
				v = lib.Derive(c, now)
				next, _ := v.Next()
				look(guide.StepOf(next))
			}
		}
	}
}
