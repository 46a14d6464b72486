package report_test

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
)

// goFonts stand in for the fonts of the window.
var goFonts = report.Fonts{Regular: goregular.TTF, Bold: gobold.TTF}

// failer is what tests and properties share.
type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func pdfOf(t failer, d *report.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.PDF(&out, goFonts); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// word is a piece of text with its place on a page.
type word struct {
	x, y float64
	text string
}

// pdfPages are the words of a PDF page by page, in the order of reading: what a search in it finds.
func pdfPages(t failer, file []byte) []string {
	t.Helper()
	if !bytes.HasPrefix(file, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(file), []byte("%%EOF")) {
		t.Fatal("this is no whole PDF")
	}
	var pages []string
	for rest := file; ; {
		_, after, found := bytes.Cut(rest, []byte("\nstream\n"))
		if !found {
			return pages
		}
		packed, next, _ := bytes.Cut(after, []byte("\nendstream"))
		rest = next
		z, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			continue
		}
		content := bufio.NewReader(z)
		if first, err := content.Peek(1); err != nil || first[0] == 0 { // a font, or the table of its characters
			continue
		}
		page, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		if !shows.Match(page) { // a picture
			continue
		}
		pages = append(pages, reading(page))
	}
}

// shows begins a piece of text.
var shows = regexp.MustCompile(`BT (-?[\d.]+) (-?[\d.]+) Td \(`)

func reading(content []byte) string {
	var words []word
	for rest := content; ; {
		m := shows.FindSubmatchIndex(rest)
		if m == nil {
			break
		}
		var w word
		w.x, _ = strconv.ParseFloat(string(rest[m[2]:m[3]]), 64)
		w.y, _ = strconv.ParseFloat(string(rest[m[4]:m[5]]), 64)
		w.text, rest = shownText(rest[m[1]:])
		words = append(words, w)
	}
	slices.SortStableFunc(words, func(a, b word) int {
		if c := cmp.Compare(b.y, a.y); c != 0 {
			return c
		}
		return cmp.Compare(a.x, b.x)
	})
	var out strings.Builder
	for i, w := range words {
		if i > 0 && w.y != words[i-1].y {
			out.WriteString("\n")
		}
		out.WriteString(w.text)
	}
	return out.String()
}

// shownText reads a string up to its closing bracket.
func shownText(raw []byte) (text string, rest []byte) {
	var plain []byte
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
			plain = append(plain, unescaped(raw[i]))
		case ')':
			var units []uint16
			for j := 0; j+1 < len(plain); j += 2 {
				units = append(units, uint16(plain[j])<<8|uint16(plain[j+1]))
			}
			return string(utf16.Decode(units)), raw[i+1:]
		default:
			plain = append(plain, raw[i])
		}
	}
	return "", nil
}

func unescaped(c byte) byte {
	if c == 'r' {
		return '\r'
	}
	return c
}

// folded is a text without anything that a line break may change.
func folded(text string) string { return strings.Join(strings.Fields(text), "") }

func TestThePDFCanBeSearched(t *testing.T) {
	lib := small(t)
	v := lib.Derive(anna(), now)
	v.Options, v.MinutesLeft = decided, decided[0].Minutes
	d := report.New(lib, v, now, planned)
	pages := pdfPages(t, pdfOf(t, d))
	golden(t, "testdata/open.pdf.txt", strings.Join(pages, "\n\f\n")+"\n")
	all := folded(strings.Join(pages, "\n"))
	for line := range strings.SplitSeq(d.Text(), "\n") {
		line = strings.TrimLeft(line, " ->=")
		if i := strings.Index(line, " ("); i > 0 { // sources and times have columns of their own
			line = line[:i]
		}
		if line = strings.TrimPrefix(line, "– "); !strings.Contains(all, folded(strings.Replace(line, ": ", "", 1))) && !strings.Contains(all, folded(line)) {
			t.Errorf("the PDF lacks %q", line)
		}
	}
	for i, page := range pages {
		if want := fmt.Sprintf("Page %d of %d", i+1, len(pages)); !strings.HasSuffix(page, want) {
			t.Errorf("page %d ends with %q", i+1, page[max(len(page)-40, 0):])
		}
	}
}

func TestWhatTheFontLacksIsSeen(t *testing.T) {
	lib := small(t)
	c := anna()
	c.Name, c.Events[1].What = "Anna 😀", casefile.Said{Text: "バックアップできません 𝒳"}
	d := report.New(lib, lib.Derive(c, now), now, full)
	text := strings.Join(pdfPages(t, pdfOf(t, d)), "\n")
	if strings.Contains(text, "バ") || !strings.Contains(text, "Anna �") || !strings.Contains(text, "����������� �") {
		t.Errorf("what the font lacks is not replaced:\n%s", text)
	}
	if !strings.Contains(folded(text), folded("Characters that the font of this file lacks are shown as �.")) {
		t.Error("nothing tells that characters are missing")
	}
	if plain := pdfPages(t, pdfOf(t, report.New(lib, lib.Derive(anna(), now), now, full))); strings.Contains(strings.Join(plain, ""), "lacks") {
		t.Error("a file that lacks nothing says that it does")
	}
}

func TestABrokenFontIsToldAndNoFileIsWritten(t *testing.T) {
	lib := small(t)
	var out bytes.Buffer
	err := report.New(lib, lib.Derive(anna(), now), now, full).PDF(&out, report.Fonts{Regular: []byte("no font"), Bold: gobold.TTF})
	if err == nil || out.Len() > 0 {
		t.Errorf("%v, and %d bytes are written", err, out.Len())
	}
}
