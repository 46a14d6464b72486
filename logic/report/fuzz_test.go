package report_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// pageTags are the tags that the program writes itself.
var pageTags = strings.Fields("html head meta title style body main h1 h2 h3 p strong ul ol li dl dt dd blockquote br table thead tbody " +
	"tr th td small div figure img figcaption footer")

// typed is a report of a case in which a text stands wherever somebody can type.
func typed(lib *session.Library, text string, options uint8) *report.Document {
	in := storage.Inputs{
		Devices: []storage.Device{{}, {Name: text, Last: size.Of(1e9, size.Phone)}},
		People:  []storage.Person{{Name: text}},
	}
	c := casefile.Case{Name: text, Device: apple.IPhone, Model: text, Version: text, Country: text, Language: text, Events: at(
		casefile.Event{What: casefile.Said{Text: text}},
		casefile.Event{What: casefile.Said{Message: lib.Base.Messages[0].ID, Text: text}},
		casefile.Event{What: casefile.Said{Message: text}},
		casefile.Event{What: casefile.Answered{Check: text, Answer: text}},
		casefile.Event{Source: casefile.FromStorage, What: casefile.Counted{Inputs: in}},
	)}
	o := report.Options{For: report.Audience(options & 1), Names: options&2 > 0, Accounts: options&4 > 0}
	return report.New(lib, lib.Derive(c, now), now, o)
}

func addHostile(f *testing.F) {
	f.Add("<script>alert(1)</script>", uint8(0))
	f.Add("# a\n> b\n[c](d) **e** ~~f~~ ![g](h) <i>\n---\n1. | x | \\` &amp; \x1b[31m \u202e", uint8(1))
	f.Add("=1+1\t@SUM(A1)\r\n+cmd|' /C calc'!A0 ) Tj (x \\) endstream endobj %%EOF", uint8(2))
	f.Add("\xff\x00\ufeff\u2028]]> <!-- --> \ue000\ue001", uint8(3))
}

// A text that somebody typed changes no form of a report: no tag, link, heading or control character comes from it.
func FuzzForms(f *testing.F) {
	addHostile(f)
	lib := small(f)
	f.Fuzz(func(t *testing.T, text string, options uint8) {
		d := typed(lib, text, options)
		p := browse(t, d)
		for tag := range p.tags {
			if !slices.Contains(pageTags, tag) {
				t.Fatalf("the web page has a <%s>", tag)
			}
		}
		if p.tags["h1"] != 1 {
			t.Fatalf("%d titles", p.tags["h1"])
		}
		markdown := d.Markdown()
		page := readPage(t, markdown)
		for _, kind := range []string{"HTMLBlock", "RawHTML", "Link", "AutoLink", "Image", "CodeSpan", "CodeBlock", "FencedCodeBlock", "Table"} {
			if page.kinds[kind] > 0 {
				t.Fatalf("the Markdown has %d of %s:\n%s", page.kinds[kind], kind, markdown)
			}
		}
		for form, text := range map[string]string{"Markdown": markdown, "plain text": d.Text()} {
			if i := strings.IndexFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) }); i >= 0 {
				t.Fatalf("the %s has the character %q", form, text[i:min(i+4, len(text))])
			}
		}
	})
}

// The PDF has a target of its own, since it takes much longer than the other forms.
func FuzzPDF(f *testing.F) {
	addHostile(f)
	lib := small(f)
	f.Fuzz(func(t *testing.T, text string, options uint8) {
		if pages := pdfPages(t, pdfOf(t, typed(lib, text, options))); len(pages) == 0 {
			t.Fatal("the PDF has no pages")
		}
	})
}
