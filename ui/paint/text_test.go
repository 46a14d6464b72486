package paint

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"backupdoctor/ui/theme"
)

const longText = "The last backup could not be completed, because the phone was not on Wi-Fi for long enough."

// useTheme makes an app with the program's theme for one test.
func useTheme(t *testing.T, o theme.Options) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(o))
	return a
}

func lineText(l line) string {
	var b strings.Builder
	for _, r := range l.runs {
		b.WriteString(r.text)
	}
	return b.String()
}

func TestBoldMarks(t *testing.T) {
	cases := []struct {
		in   string
		want []span
	}{
		{"Open **Settings**.", []span{{"Open ", false}, {"Settings", true}, {".", false}}},
		{"**4.1 GB needed**", []span{{"4.1 GB needed", true}}},
		{"plain", []span{{"plain", false}}},
		{"2 ** 3", []span{{"2 ** 3", false}}},
		{"**a** b ** c", []span{{"a", true}, {" b ** c", false}}},
		{"", nil},
	}
	for _, c := range cases {
		got := parseSpans(c.in, false)
		if len(got) != len(c.want) {
			t.Errorf("%q: %v, want %v", c.in, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: span %d is %v, want %v", c.in, i, got[i], c.want[i])
			}
		}
	}
	if got := PlainText("Tap **Wi-Fi**."); got != "Tap Wi-Fi." {
		t.Errorf("heard text is %q", got)
	}
}

func TestLinesBreakAtSpacesAndKeepNoBreakSpaces(t *testing.T) {
	useTheme(t, theme.Options{})
	spans := parseSpans("The last\u00a0backup could **not be** completed.\n\nTry again", false)
	lines := breakLines(spans, 14, 120)
	var got []string
	for _, l := range lines {
		got = append(got, lineText(l))
	}
	all := strings.Join(got, "|")
	if !strings.Contains(all, "last\u00a0backup") {
		t.Errorf("the no-break space was broken: %s", all)
	}
	if !strings.Contains(all, "||Try again") {
		t.Errorf("the empty line was lost: %s", all)
	}
	for _, l := range lines {
		if l.width > 120.5 || strings.HasPrefix(lineText(l), " ") || strings.HasSuffix(lineText(l), " ") {
			t.Errorf("line %q of width %.1f", lineText(l), l.width)
		}
	}
}

// No text is lost or doubled by breaking, and no line is wider than asked.
func TestBreakingKeepsEveryCharacter(t *testing.T) {
	useTheme(t, theme.Options{})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zäi\*\n ]{0,60}`).Draw(t, "text")
		width := rapid.Float32Range(20, 300).Draw(t, "width")
		var got strings.Builder
		for _, l := range breakLines(parseSpans(text, false), 14, width) {
			got.WriteString(lineText(l))
			if l.width > width+1 {
				t.Fatalf("line %q is %.1f wide, more than %.1f", lineText(l), l.width, width)
			}
		}
		strip := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		if want := strip(PlainText(text)); strip(got.String()) != want {
			t.Fatalf("%q became %q", want, got.String())
		}
	})
}

// A wider paragraph is never higher.
func TestHeightFallsWithWidth(t *testing.T) {
	useTheme(t, theme.Options{})
	p := NewParagraph("Low Data Mode stops automatic backups, and it fits **what you saw** on the phone.")
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Float32Range(30, 600).Draw(t, "a")
		b := rapid.Float32Range(30, 600).Draw(t, "b")
		if a < b && p.HeightForWidth(a) < p.HeightForWidth(b) {
			t.Fatalf("%.0f wide: %.0f high, %.0f wide: %.0f high", a, p.HeightForWidth(a), b, p.HeightForWidth(b))
		}
	})
}

func TestElidedTextEndsInDotsAndFits(t *testing.T) {
	useTheme(t, theme.Options{})
	p := NewParagraph("Nothing else fills the iCloud storage of the whole family").WithMaxLines(2)
	p.Resize(fyne.NewSize(130, 50))
	lines := p.Block().lines(130)
	if len(lines) != 2 {
		t.Fatalf("%d lines, want 2", len(lines))
	}
	if last := lineText(lines[1]); !strings.HasSuffix(last, "…") || lines[1].width > 130.5 {
		t.Errorf("last line %q, %.1f wide", last, lines[1].width)
	}
	wide := NewParagraph("Short").WithMaxLines(1)
	if got := lineText(wide.Block().lines(300)[0]); got != "Short" {
		t.Errorf("text that fits became %q", got)
	}
}

func TestParagraphTakesTheTextScale(t *testing.T) {
	a := useTheme(t, theme.Options{})
	p := NewParagraph("Open Settings")
	before := p.MinSize().Height
	a.Settings().SetTheme(theme.New(theme.Options{TextScale: 2}))
	if after := p.MinSize().Height; after < 1.9*before {
		t.Errorf("height %.0f at scale 2, %.0f at scale 1", after, before)
	}
}

// Fyne's own boxes ask MinSize; after one layout at a width the answer must be the one for that width.
func TestStockContainerLearnsTheHeightAfterOneLayout(t *testing.T) {
	useTheme(t, theme.Options{})
	p := NewParagraph(longText)
	v := container.NewVBox(p)
	v.Resize(fyne.NewSize(150, 400))
	if got, want := v.MinSize().Height, p.HeightForWidth(150); got != want {
		t.Errorf("least height %.0f, want %.0f", got, want)
	}
}
