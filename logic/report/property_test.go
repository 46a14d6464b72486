package report_test

import (
	"bytes"
	"html"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
)

// hostile draws text that people could type or paste to break a page, by accident or not.
var hostile = rapid.StringOf(rapid.OneOf(
	rapid.Rune(),
	rapid.SampledFrom([]rune("#*_`~[]()<>!&|\\-+=:.0123456789 \t\n\r\u202e\u2028\u00a0\x00")),
))

// anEvent draws an event of any kind about what the base knows, with hostile text.
func anEvent(base *knowledge.Base) *rapid.Generator[casefile.Event] {
	return rapid.Custom(func(t *rapid.T) casefile.Event {
		e := casefile.Event{Source: rapid.SampledFrom([]casefile.Source{
			casefile.FromPerson, casefile.FromPhone, casefile.FromStatus, casefile.FromNetwork, casefile.FromBackup, casefile.FromStorage,
		}).Draw(t, "source")}
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0:
			check := rapid.SampledFrom(base.Checks).Draw(t, "check")
			answers := []string{casefile.CantTell, casefile.NotNow}
			for _, a := range check.Answers {
				answers = append(answers, a.ID)
			}
			e.What = casefile.Answered{Check: check.ID, Answer: rapid.SampledFrom(answers).Draw(t, "answer")}
		case 1:
			outcomes := []casefile.Outcome{casefile.Done, casefile.Failed, casefile.Unsure, casefile.Declined, casefile.Already, casefile.NotFound}
			e.What = casefile.Tried{
				Fix: rapid.SampledFrom(base.Fixes).Draw(t, "fix").ID, Outcome: rapid.SampledFrom(outcomes).Draw(t, "outcome"),
			}
		case 2:
			var said casefile.Said
			if rapid.Bool().Draw(t, "known") {
				said.Message = rapid.SampledFrom(base.Messages).Draw(t, "message").ID
			}
			said.Text = hostile.Draw(t, "text")
			e.What = said
		case 3:
			e.What = casefile.Confirmed{Gate: rapid.SampledFrom([]string{"computer-backup", "loss:reset-all-settings"}).Draw(t, "gate")}
		case 4:
			size := rapid.Int64Range(-1, 20e12)
			e.What = numbers(size.Draw(t, "plan"), size.Draw(t, "used"), size.Draw(t, "next"))
		}
		return e
	})
}

func aCase(t *rapid.T, lib *session.Library) casefile.Case {
	return casefile.Case{
		Name:    hostile.Draw(t, "name"),
		Device:  rapid.SampledFrom([]string{apple.IPhone, apple.IPad}).Draw(t, "device"),
		Model:   hostile.Draw(t, "model"),
		Version: rapid.SampledFrom([]string{"", "15", "18.4", "iOS 26", "40", "<b>"}).Draw(t, "version"),
		Country: rapid.OneOf(rapid.SampledFrom([]string{"", "us", "jp", "eurozone"}), hostile).Draw(t, "country"),
		Events:  at(rapid.SliceOfN(anEvent(lib.Base), 0, 12).Draw(t, "events")...),
	}
}

// outline is what a reader of Markdown makes of a page: headings by level, and the kinds of everything else in it.
type outline struct {
	headings []int
	kinds    map[string]int
	text     string // all text, spaces folded
}

func readPage(t failer, page string) outline {
	source := []byte(page)
	doc := goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Table)).Parser().Parse(text.NewReader(source))
	o := outline{kinds: map[string]int{}}
	var words bytes.Buffer
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		o.kinds[n.Kind().String()]++
		switch n := n.(type) {
		case *ast.Heading:
			o.headings = append(o.headings, n.Level)
		case *ast.Text:
			words.Write(n.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	o.text = words.String()
	return o
}

func TestNoTextBreaksThePage(t *testing.T) {
	lib := small(t)
	rapid.Check(t, func(t *rapid.T) {
		c := aCase(t, lib)
		v := lib.Derive(c, now)
		page := report.New(lib, v, now, full).Markdown()
		o := readPage(t, page)
		want := []int{1, 2, 2, 2, 2, 2, 2}
		if in := v.Plan.Inputs; in.Plan.Known() || in.Used.Known() || in.First().Next.Known() {
			want = append(want, 2)
		}
		if !slices.Equal(o.headings, want) {
			t.Fatalf("headings of levels %v, want %v:\n%s", o.headings, want, page)
		}
		for _, kind := range []string{"HTMLBlock", "RawHTML", "Link", "AutoLink", "Image", "CodeSpan", "CodeBlock", "FencedCodeBlock", "Strikethrough", "Table"} {
			if o.kinds[kind] > 0 {
				t.Fatalf("the page has %d of %s:\n%s", o.kinds[kind], kind, page)
			}
		}
		if o.kinds["ThematicBreak"] != 1 {
			t.Fatalf("%d rules instead of one:\n%s", o.kinds["ThematicBreak"], page)
		}
		quotes := 0
		for _, e := range c.Events {
			if said, ok := e.What.(casefile.Said); ok {
				quotes++
				if said.Message != "" && said.Text != "" && said.Text != lib.Base.Message(said.Message).Text {
					quotes++
				}
			}
		}
		if o.kinds["Blockquote"] != quotes {
			t.Fatalf("%d quotations, want %d:\n%s", o.kinds["Blockquote"], quotes, page)
		}
	})
}

// putOff reports whether an event tells of nothing that was found or done.
func putOff(what casefile.What) bool {
	said, isAnswer := what.(casefile.Answered)
	tried, isTry := what.(casefile.Tried)
	return isAnswer && said.Answer == casefile.NotNow || isTry && tried.Outcome == casefile.Declined
}

func TestEveryEventAppears(t *testing.T) {
	lib := small(t)
	rapid.Check(t, func(t *rapid.T) {
		c := aCase(t, lib)
		v := lib.Derive(c, now)
		page := report.New(lib, v, now, full).Text()
		listed := 0
		for i, e := range c.Events {
			if putOff(e.What) {
				continue
			}
			listed++
			when := lib.Words.Time(e.Time.In(now.Location()))
			origin := when // of what a person said, which the head says once
			if e.Source != casefile.FromPerson {
				origin = lib.Words.Text("report.source."+string(e.Source)) + ", " + when
			}
			if !strings.Contains(page, origin) {
				t.Fatalf("event %d (%T at %s) is missing:\n%s", i, e.What, when, page)
			}
		}
		if bullets := strings.Count(page, "Oct 12, 2026, 11:"); bullets < listed {
			t.Fatalf("%d entries for %d events:\n%s", bullets, listed, page)
		}
	})
}

func TestThePageIsTheSameEachTime(t *testing.T) {
	lib, other := small(t), small(t)
	rapid.Check(t, func(t *rapid.T) {
		c := aCase(t, lib)
		if a, b := report.New(lib, lib.Derive(c, now), now, full).Markdown(), report.New(other, other.Derive(c, now), now, full).Markdown(); a != b {
			t.Fatalf("two pages differ:\n%s\n\n%s", a, b)
		}
	})
}

func TestALongPasteIsCut(t *testing.T) {
	lib := small(t)
	c := casefile.Case{Device: apple.IPhone, Events: at(casefile.Event{What: casefile.Said{Text: strings.Repeat("0123456789\n", 6000)}})}
	if page := report.New(lib, lib.Derive(c, now), now, full).Markdown(); len(page) > 8000 || !strings.Contains(page, "…") {
		t.Errorf("the page has %d bytes", len(page))
	}
}

func TestANameShowsAsItWasTyped(t *testing.T) {
	lib := small(t)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(rapid.RuneFrom(nil, &unicode.RangeTable{R16: []unicode.Range16{{Lo: ' ', Hi: '~', Stride: 1}}})).Draw(t, "name")
		page := report.New(lib, lib.Derive(casefile.Case{Name: name, Device: apple.IPhone}, now), now, full).Markdown()
		var out bytes.Buffer
		if err := goldmark.Convert([]byte(page), &out); err != nil {
			t.Fatal(err)
		}
		heading, _, _ := strings.Cut(strings.TrimPrefix(out.String(), "<h1>"), "</h1>")
		want := "iCloud Backup report"
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			want += ": " + name
		}
		if got := html.UnescapeString(heading); got != want {
			t.Fatalf("the heading reads %q, want %q", got, want)
		}
	})
}
