package report

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/drawing"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/logic/report"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/theme"
)

// labels are the words in a drawing.
func labels(shapes []drawing.Shape) string {
	var out strings.Builder
	for _, s := range shapes {
		switch s := s.(type) {
		case drawing.Label:
			out.WriteString(s.Words + "\n")
		case drawing.Window:
			out.WriteString(labels(s.Shapes))
		}
	}
	return out.String()
}

// TestEveryStepCanBeDrawn draws all pictures of all steps, as a report would, while the window is dark and
// its text large.
func TestEveryStepCanBeDrawn(t *testing.T) {
	stage := desktest.Open(t)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Mode: theme.ModeDark, TextScale: 2}))
	lib := stage.Library
	a := newArtist(stage.Desk.Text)
	var steps []pages.Step
	for i := range lib.Base.Checks {
		steps = append(steps, pages.Step{Kind: diagnosis.StepCheck, ID: lib.Base.Checks[i].ID})
	}
	for i := range lib.Base.Fixes {
		steps = append(steps, pages.Step{Kind: diagnosis.StepFix, ID: lib.Base.Fixes[i].ID})
	}
	drawn, large := 0, 0
	for _, c := range []casefile.Case{
		{Device: apple.IPhone, Model: "iPhone 8", Version: "16"},
		{Device: apple.IPhone, Model: "iPhone 16", Version: "26"},
		{Device: apple.IPad, Version: "18"},
	} {
		v := lib.Derive(c, time.Now())
		for _, step := range steps {
			page := stage.Desk.Guide.Page(v, step)
			pages := len(page.Stops)
			if pages == 0 && page.Picture == "" {
				continue
			}
			for i := min(1, pages); i <= pages; i++ {
				s := report.Subject{
					Device: v.Device, Model: c.Model,
					Tour: tour.New(lib.Base, page.Stops, page.Act, v.Device), Page: i, Thing: page.Picture,
				}
				d, err := a.Draw(s)
				if err != nil {
					t.Fatalf("%s, picture %d: %v", step.ID, i, err)
				}
				drawn++
				large = max(large, len(d.SVG()))
				if d.Words == "" || pages > 0 && (d.Width > 400 || !strings.Contains(labels(d.Shapes), "10:10")) {
					t.Errorf("%s, picture %d is %v wide and reads %q", step.ID, i, d.Width, labels(d.Shapes))
				}
				if pages > 0 && !slices.ContainsFunc(d.Shapes, func(s drawing.Shape) bool {
					b, ok := s.(drawing.Box)
					return ok && b.W > d.Width*0.8 && b.Fill == color.NRGBA{0xF2, 0xF2, 0xF6, 0xFF}
				}) {
					t.Fatalf("%s, picture %d has no light screen", step.ID, i)
				}
			}
		}
	}
	if drawn < 300 || large > 60_000 {
		t.Errorf("%d pictures, the largest of %d bytes", drawn, large)
	}
	t.Logf("%d pictures, the largest of %d bytes", drawn, large)
}
