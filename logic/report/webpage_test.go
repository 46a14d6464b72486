package report_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
)

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

func TestTheWebPageIsMadeOfRealParts(t *testing.T) {
	_, d := owners(t)
	p := browse(t, d)
	for tag, least := range map[string]int{"h1": 1, "h2": 7, "h3": 1, "ol": 2, "ul": 2, "li": 8, "table": 2, "th": 5, "dl": 1, "blockquote": 2, "figure": 3, "img": 3, "footer": 1, "main": 1} {
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
		v := lib.Derive(c, now)
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
			if !slices.Contains(pageTags, tag) {
				t.Fatalf("the page has a <%s>", tag)
			}
		}
		if o.Names && o.Accounts {
			for _, e := range c.Events {
				said, _ := e.What.(casefile.Said)
				for line := range strings.FieldsFuncSeq(said.Text, func(r rune) bool { return r == '\n' || r == '\r' }) {
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
