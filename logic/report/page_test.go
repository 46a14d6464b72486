package report_test

import (
	"bytes"
	"context"
	"errors"
	"image/color"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/drawing"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
)

// blackboard draws every shape there is, with words that would break a page.
type blackboard struct{}

func (blackboard) Draw(report.Subject) (*drawing.Drawing, error) {
	black, veil := color.NRGBA{A: 255}, color.NRGBA{R: 255, A: 100}
	return &drawing.Drawing{Width: 100, Height: 200, Words: "<everything> & \"more\"", Shapes: []drawing.Shape{
		drawing.Box{X: 1, Y: 1, W: 98, H: 198, Radius: 10, Fill: veil, Stroke: black, Line: 2},
		drawing.Box{X: 5, Y: 5, W: 50, H: 20, Radius: 5, TopOnly: true, Fill: black},
		drawing.Stroke{X1: 1, Y1: 1, X2: 50, Y2: 50, Line: 1, Color: black},
		drawing.Window{X: 10, Y: 10, W: 80, H: 180, Shapes: []drawing.Shape{
			drawing.Label{X: 10, Baseline: 30, Width: 60, Size: 10, Color: black, Words: "</text><script>\x01 & Wi-Fi"},
			drawing.Fade{X: 10, Y: 150, W: 80, H: 30, From: color.NRGBA{}, To: black},
		}},
		drawing.Patch{Color: black, Steps: []drawing.Segment{
			{Op: 'M', Points: [3][2]float64{{1, 1}}},
			{Op: 'L', Points: [3][2]float64{{5, 5}}},
			{Op: 'Q', Points: [3][2]float64{{5, 6}, {7, 8}}},
			{Op: 'C', Points: [3][2]float64{{5, 6}, {7, 8}, {9, 9}}},
			{Op: 'Z'},
		}},
	}}, nil
}

func owners(t testing.TB) (*session.Library, *report.Document) {
	t.Helper()
	lib := small(t)
	v := lib.Derive(anna(), now)
	v.Options, v.MinutesLeft = decided, decided[0].Minutes
	d := report.New(lib, v, now, report.Options{For: report.ForOwner, Plan: decided})
	if err := d.Illustrate(t.Context(), blackboard{}, nil); err != nil {
		t.Fatal(err)
	}
	return lib, d
}

func TestGoldenForms(t *testing.T) {
	lib, d := owners(t)
	golden(t, "testdata/owner.md", d.Markdown())
	var page bytes.Buffer
	if err := d.HTML(&page); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/owner.html", page.String())
	golden(t, "testdata/owner.pdf.txt", strings.Join(pdfPages(t, pdfOf(t, d)), "\n\f\n")+"\n")
	v := lib.Derive(anna(), now)
	v.Options, v.MinutesLeft = decided, decided[0].Minutes
	golden(t, "testdata/left-out.md", report.New(lib, v, now, report.Options{Plan: decided}).Markdown())
}

func TestALargeCaseStaysAPage(t *testing.T) {
	lib := small(t)
	c := casefile.Case{Device: apple.IPhone, Version: "18.4"}
	for i := range 500 {
		e := casefile.Event{What: casefile.Answered{Check: "backup-switch", Answer: "on"}}
		switch i % 4 {
		case 1:
			e = casefile.Event{What: casefile.Said{Text: strings.Repeat("What it says. ", 300)}}
		case 2:
			e = casefile.Event{What: casefile.Tried{Fix: "buy-storage", Outcome: casefile.Failed}}
		case 3:
			e = casefile.Event{What: numbers(5e9, int64(i)*1e7, 1e9)}
		}
		c.Events = append(c.Events, e)
	}
	c.Events = at(c.Events...)
	last := lib.Words.Time(start.Add(500 * time.Minute).In(now.Location()))
	for _, who := range []report.Audience{report.ForSupport, report.ForOwner} {
		d := report.New(lib, lib.Derive(c, now), now, report.Options{For: who})
		if err := d.Illustrate(t.Context(), blackboard{}, nil); err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := d.HTML(&page); err != nil {
			t.Fatal(err)
		}
		file := pdfOf(t, d)
		if len(d.Markdown()) > 120_000 || page.Len() > 250_000 || len(file) > 250_000 {
			t.Errorf("Markdown has %d bytes, the web page %d, the PDF %d", len(d.Markdown()), page.Len(), len(file))
		}
		if pages := len(pdfPages(t, file)); pages > 30 {
			t.Errorf("the PDF has %d pages", pages)
		}
		if !strings.Contains(d.Text(), last) || !strings.Contains(d.Text(), "earlier entries are not listed") {
			t.Error("the latest event is missing, or nobody is told that earlier ones are")
		}
	}
}

func TestPicturesAreBounded(t *testing.T) {
	_, d := owners(t)
	if n := len(d.Pictures()); n == 0 || n > 16 {
		t.Errorf("%d pictures", n)
	}
	err := d.Illustrate(t.Context(), vandal{}, nil)
	if err == nil || !strings.Contains(err.Error(), "picture 1") {
		t.Errorf("a picture without end is told as %v", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	n := 0
	err = d.Illustrate(stopped, blackboard{}, func(int, int) { n++; stop() })
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("after %d pictures: %v", n, err)
	}
}

// vandal draws far too much.
type vandal struct{}

func (vandal) Draw(report.Subject) (*drawing.Drawing, error) {
	return &drawing.Drawing{Width: 1, Height: 1, Shapes: make([]drawing.Shape, 100_000)}, nil
}

func TestWhatIsNotDrawnIsLeftOutOfThePage(t *testing.T) {
	lib := small(t)
	v := lib.Derive(anna(), now)
	d := report.New(lib, v, now, report.Options{For: report.ForOwner})
	if p := browse(t, d); p.tags["img"]+p.tags["figure"] > 0 {
		t.Error("there are pictures that nobody drew")
	}
	pdfOf(t, d)
}

func TestAnEmptyAndASolvedCaseHaveAllForms(t *testing.T) {
	lib := small(t)
	solved := anna()
	solved.Events = append(solved.Events, prove("reset-all-settings")...)
	for _, test := range []struct {
		c    casefile.Case
		want []string
	}{
		{casefile.Case{Device: apple.IPhone}, []string{"No message was given.", "Nothing has been checked yet.", "Nothing has been tried yet.", "Is Back Up This iPhone on?"}},
		{solved, []string{"That backup is of ", "The last step was: Reset all settings.", "A backup of the iPhone finished. Look again on Oct 15, 2026"}},
	} {
		for _, who := range []report.Audience{report.ForSupport, report.ForOwner} {
			d := report.New(lib, lib.Derive(test.c, now), now, report.Options{For: who})
			forms := everything(t, d)
			for _, form := range []string{"Markdown", "plain text", "web page", "PDF"} {
				text := forms[form]
				for _, tag := range []string{"<strong>", "</strong>", "**"} {
					text = strings.ReplaceAll(text, tag, "")
				}
				for _, want := range test.want {
					if !strings.Contains(text, strings.ToLower(folded(want))) {
						t.Errorf("the %s for %d lacks %q:\n%s", form, who, want, text)
					}
				}
			}
		}
	}
}

func TestTheSameCaseGivesTheSameFiles(t *testing.T) {
	_, first := owners(t)
	var page bytes.Buffer
	if err := first.HTML(&page); err != nil {
		t.Fatal(err)
	}
	file := pdfOf(t, first)
	for range 5 {
		_, again := owners(t)
		var other bytes.Buffer
		if err := again.HTML(&other); err != nil || !bytes.Equal(page.Bytes(), other.Bytes()) {
			t.Fatalf("two web pages differ: %v", err)
		}
		if !bytes.Equal(file, pdfOf(t, again)) {
			t.Fatal("two PDFs differ")
		}
	}
}

func BenchmarkForms(b *testing.B) {
	lib := small(b)
	v := lib.Derive(anna(), now)
	for b.Loop() {
		d := report.New(lib, v, now, report.Options{For: report.ForOwner})
		if err := d.Illustrate(b.Context(), blackboard{}, nil); err != nil {
			b.Fatal(err)
		}
		if err := d.HTML(io.Discard); err != nil {
			b.Fatal(err)
		}
		if err := d.PDF(io.Discard, goFonts); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAPictureOutsideSettingsSaysWhatItShows(t *testing.T) {
	lib := small(t)
	d := report.New(lib, lib.Derive(casefile.Case{Device: apple.IPhone}, now), now, report.Options{})
	d.Blocks = append(d.Blocks, &report.Figures{Pictures: []*report.Figure{{Subject: report.Subject{Thing: "lock"}}}})
	if err := d.Illustrate(t.Context(), blackboard{}, nil); err != nil {
		t.Fatal(err)
	}
	if p := browse(t, d); !slices.Contains(p.pictures, "<everything> & \"more\"") {
		t.Errorf("the pictures say %q", p.pictures)
	}
	var out bytes.Buffer
	if err := d.HTML(&out); err != nil || !strings.Contains(out.String(), `<figure class="thing">`) {
		t.Errorf("it has no more room than a phone: %v", err)
	}
}
