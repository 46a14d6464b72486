package report_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
)

// blackboard draws every shape there is, with words that would break a page.
type blackboard struct{}

func (blackboard) Draw(report.Subject) (*report.Drawing, error) {
	black, veil := color.NRGBA{A: 255}, color.NRGBA{R: 255, A: 100}
	return &report.Drawing{Width: 100, Height: 200, Words: "<everything> & \"more\"", Shapes: []report.Shape{
		report.Box{X: 1, Y: 1, W: 98, H: 198, Radius: 10, Fill: veil, Stroke: black, Line: 2},
		report.Box{X: 5, Y: 5, W: 50, H: 20, Radius: 5, TopOnly: true, Fill: black},
		report.Stroke{X1: 1, Y1: 1, X2: 50, Y2: 50, Line: 1, Color: black},
		report.Window{X: 10, Y: 10, W: 80, H: 180, Shapes: []report.Shape{
			report.Label{X: 10, Baseline: 30, Width: 60, Size: 10, Color: black, Words: "</text><script>\x01 & Wi-Fi"},
			report.Fade{X: 10, Y: 150, W: 80, H: 30, From: color.NRGBA{}, To: black},
		}},
		report.Patch{Color: black, Steps: []report.Segment{
			{Op: 'M', Points: [3][2]float64{{1, 1}}},
			{Op: 'L', Points: [3][2]float64{{5, 5}}},
			{Op: 'Q', Points: [3][2]float64{{5, 6}, {7, 8}}},
			{Op: 'C', Points: [3][2]float64{{5, 6}, {7, 8}, {9, 9}}},
			{Op: 'Z'},
		}},
	}}, nil
}

// webPage is what a browser makes of a page.
type webPage struct {
	tags     map[string]int
	headings []string
	text     string
	pictures []string // the alt texts
}

func browse(t failer, d *report.Document) webPage {
	t.Helper()
	var out bytes.Buffer
	if err := d.HTML(&out); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	p := webPage{tags: map[string]int{}}
	var text strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			if n.Parent.Data != "style" {
				text.WriteString(n.Data)
			}
		case html.CommentNode:
			t.Fatalf("the page has the comment %q", n.Data)
		case html.ElementNode:
			p.tags[n.Data]++
			p.attributes(t, n)
			if n.Data == "h1" || n.Data == "h2" || n.Data == "h3" {
				p.headings = append(p.headings, n.Data)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	p.text = text.String()
	return p
}

func (p *webPage) attributes(t failer, n *html.Node) {
	t.Helper()
	for _, a := range n.Attr {
		switch a.Key {
		case "lang", "charset", "name", "content", "http-equiv", "class", "scope":
		case "alt":
			p.pictures = append(p.pictures, a.Val)
		case "src":
			coded, ok := strings.CutPrefix(a.Val, "data:image/svg+xml;base64,")
			if !ok {
				t.Fatalf("the page refers to %q", a.Val)
			}
			picture, err := base64.StdEncoding.DecodeString(coded)
			if err != nil {
				t.Fatal(err)
			}
			wellFormed(t, picture)
		default:
			t.Fatalf("<%s> has the attribute %s=%q", n.Data, a.Key, a.Val)
		}
	}
}

// wellFormed reads a picture as XML; it must refer to nothing but itself.
func wellFormed(t failer, picture []byte) {
	t.Helper()
	for r := xml.NewDecoder(bytes.NewReader(picture)); ; {
		token, err := r.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in %s", err, picture)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "script" || start.Name.Local == "image" {
			t.Fatalf("the picture has a %s", start.Name.Local)
		}
		for _, a := range start.Attr {
			if a.Name.Local == "href" || strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Value, "url(") && !strings.Contains(a.Value, "url(#") {
				t.Fatalf("the picture refers to %q", a.Value)
			}
		}
	}
}

func owners(t testing.TB) (*session.Library, *report.Document) {
	t.Helper()
	lib := small(t)
	v := lib.Derive(anna())
	v.Options, v.MinutesLeft = decided, decided[0].Minutes
	d := report.New(lib, v, now, report.Options{For: report.ForOwner})
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
	v := lib.Derive(anna())
	v.Options, v.MinutesLeft = decided, decided[0].Minutes
	golden(t, "testdata/left-out.md", report.New(lib, v, now, report.Options{}).Markdown())
}

func TestTheWebPageIsMadeOfRealParts(t *testing.T) {
	_, d := owners(t)
	p := browse(t, d)
	for tag, least := range map[string]int{"h1": 1, "h2": 7, "h3": 1, "ol": 2, "ul": 2, "li": 8, "table": 2, "th": 6, "dl": 1, "blockquote": 2, "figure": 3, "img": 3, "footer": 1, "main": 1} {
		if p.tags[tag] < least {
			t.Errorf("%d of <%s>, want %d at least", p.tags[tag], tag, least)
		}
	}
	if len(p.pictures) != p.tags["img"] || slices.Contains(p.pictures, "") {
		t.Errorf("%d pictures with the words %q", p.tags["img"], p.pictures)
	}
	if !slices.ContainsFunc(p.pictures, func(alt string) bool { return strings.Contains(alt, "Settings › ") }) {
		t.Errorf("no picture tells the way: %q", p.pictures)
	}
	var out bytes.Buffer
	if err := d.HTML(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="en">`, "@media print", "prefers-color-scheme: dark", "break-inside: avoid"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(strings.ReplaceAll(out.String(), "http-equiv", ""), "http") {
		t.Error("the page refers to something outside")
	}
}

func TestNothingTypedBreaksAPage(t *testing.T) {
	lib := small(t)
	rapid.Check(t, func(t *rapid.T) {
		c := aCase(t, lib)
		v := lib.Derive(c)
		o := report.Options{
			For:   rapid.SampledFrom([]report.Audience{report.ForSupport, report.ForOwner}).Draw(t, "audience"),
			Names: rapid.Bool().Draw(t, "names"), Accounts: rapid.Bool().Draw(t, "accounts"),
		}
		d, plain := report.New(lib, v, now, o), report.New(lib, v, now, o)
		if err := d.Illustrate(context.Background(), blackboard{}, nil); err != nil {
			t.Fatal(err)
		}
		p := browse(t, d)
		want := []string{"h1"}
		for _, b := range plain.Blocks {
			if h, ok := b.(*report.Heading); ok {
				want = append(want, fmt.Sprint("h", h.Level))
			}
		}
		if !slices.Equal(p.headings, want) {
			t.Fatalf("headings %v, want %v", p.headings, want)
		}
		for tag := range p.tags {
			if !slices.Contains(strings.Fields("html head meta title style body main h1 h2 h3 p strong ul ol li dl dt dd blockquote br table thead tbody tr th td small div figure img figcaption footer"), tag) {
				t.Fatalf("the page has a <%s>", tag)
			}
		}
		if o == full {
			for _, e := range c.Events {
				for line := range strings.FieldsFuncSeq(e.Text, func(r rune) bool { return r == '\n' || r == '\r' }) {
					if clean := folded(strings.Map(visible, line)); !strings.Contains(folded(strings.Map(visible, p.text)), clean) {
						t.Fatalf("the page lacks %q", line)
					}
				}
			}
		}
		if pages := pdfPages(t, pdfOf(t, d)); len(pages) == 0 {
			t.Fatal("the PDF has no pages")
		}
	})
}

// visible drops what can't be seen, which a page may leave out.
func visible(r rune) rune {
	if unicode.Is(unicode.Cf, r) || r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0xE000 && r <= 0xE00F || r == 0xfffd {
		return -1
	}
	return r
}

func TestALargeCaseStaysAPage(t *testing.T) {
	lib := small(t)
	c := casefile.Case{Device: knowledge.IPhone, Version: "18.4"}
	for i := range 500 {
		e := casefile.Event{Kind: casefile.KindAnswer, Check: "backup-switch", Answer: "on"}
		switch i % 4 {
		case 1:
			e = casefile.Event{Kind: casefile.KindMessage, Text: strings.Repeat("What it says. ", 300)}
		case 2:
			e = casefile.Event{Kind: casefile.KindFix, Fix: "buy-storage", Outcome: casefile.Failed}
		case 3:
			e = casefile.Event{Kind: casefile.KindStorage, Storage: casefile.Storage{Plan: 5e9, Used: int64(i) * 1e7, Next: 1e9}}
		}
		c.Events = append(c.Events, e)
	}
	c.Events = at(c.Events...)
	last := lib.Words.Time(start.Add(500 * time.Minute).In(now.Location()))
	for _, who := range []report.Audience{report.ForSupport, report.ForOwner} {
		d := report.New(lib, lib.Derive(c), now, report.Options{For: who})
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

func (vandal) Draw(report.Subject) (*report.Drawing, error) {
	return &report.Drawing{Width: 1, Height: 1, Shapes: make([]report.Shape, 100_000)}, nil
}

func TestWhatIsNotDrawnIsLeftOutOfThePage(t *testing.T) {
	lib := small(t)
	v := lib.Derive(anna())
	d := report.New(lib, v, now, report.Options{For: report.ForOwner})
	if p := browse(t, d); p.tags["img"]+p.tags["figure"] > 0 {
		t.Error("there are pictures that nobody drew")
	}
	pdfOf(t, d)
}

func TestAnEmptyAndASolvedCaseHaveAllForms(t *testing.T) {
	lib := small(t)
	solved := anna()
	solved.Events = append(solved.Events, casefile.Event{
		Time: start.Add(time.Hour), Source: casefile.FromPerson, Kind: casefile.KindFix, Fix: "reset-all-settings", Outcome: casefile.Worked,
	})
	for _, test := range []struct {
		c    casefile.Case
		want []string
	}{
		{casefile.Case{Device: knowledge.IPhone}, []string{"No message was given.", "Nothing was checked yet.", "Nothing was tried yet.", "Is Back Up This iPhone on?"}},
		{solved, []string{"Solved: a backup finished. What helped: Reset all settings.", "Nothing. The trouble is over."}},
	} {
		for _, who := range []report.Audience{report.ForSupport, report.ForOwner} {
			d := report.New(lib, lib.Derive(test.c), now, report.Options{For: who})
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
	v := lib.Derive(anna())
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
	d := report.New(lib, lib.Derive(casefile.Case{Device: knowledge.IPhone}), now, report.Options{})
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
