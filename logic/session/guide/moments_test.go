package guide_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session/guide"
)

// A page that waits tells what happens from now until the result can be seen, and draws the locked screen
// where the device works by itself.
func TestAPageThatWaitsTellsItsTime(t *testing.T) {
	lib := library(t)
	for fix, want := range map[string]struct {
		titles  []string
		picture knowledge.Thing
	}{
		"plug-in-overnight": {[]string{"This evening", "While you sleep", "Tomorrow morning"}, knowledge.ThingNight},
		"wait-for-restore":  {[]string{"Until everything is back", "While you sleep", "Tomorrow morning"}, knowledge.ThingResting},
		"finish-downloads":  {[]string{"Until everything is loaded", "While you sleep", "Tomorrow morning"}, knowledge.ThingResting},
		"ask-device-admin":  {[]string{"Until they answer", "When they say that it is allowed"}, ""},
		"wait-for-apple":    {[]string{"Until Apple has repaired it", "From Nov 23, 2026, 14:00 on"}, ""},
	} {
		w := begin(t, lib)
		must(t, w.Try(fix, casefile.Done))
		page := w.g.Page(w.s.View(), w.recommended())
		var titles []string
		for _, m := range page.Moments {
			titles = append(titles, m.Title)
			if m.Icon == "" || m.Text == "" || strings.ContainsAny(m.Text, "[]{}") {
				t.Errorf("%s: %q says %q beside %q", fix, m.Title, m.Text, m.Icon)
			}
		}
		if !slices.Equal(titles, want.titles) || page.Picture != want.picture {
			t.Errorf("%s: the times are %q with the picture %q", fix, titles, page.Picture)
		}
	}
}

// Before the morning of the day itself no text speaks of tomorrow.
func TestTheMorningOfTodayIsNotTomorrow(t *testing.T) {
	w := begin(t, library(t))
	must(t, w.Try("plug-in-overnight", casefile.Done))
	v := *w.s.View()
	v.At = noon().Add(18 * time.Hour)
	page := w.g.Page(&v, guide.StepOf(v.Options[0]))
	if last := page.Moments[len(page.Moments)-1]; last.Title != "Later this morning" {
		t.Errorf("at %v the look is due %q", v.At, last.Title)
	}
}
