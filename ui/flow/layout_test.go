package flow_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

const longText = "The last backup could not be completed, because the phone was not on Wi-Fi for long enough."

func useTheme(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
}

func box(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// The defect: text under a paragraph is drawn over its last lines after the window got narrower.
func TestColumnMovesLowerObjectsWhenTextWraps(t *testing.T) {
	useTheme(t)
	p, below := paint.NewParagraph(longText), paint.NewParagraph("below")
	col := flow.NewColumn(8, p, below)
	for _, w := range []float32{600, 120, 300} {
		col.Resize(fyne.NewSize(w, flow.HeightFor(col, w)))
		if end := p.Position().Y + p.HeightForWidth(w); below.Position().Y != end+8 {
			t.Errorf("%.0f wide: the text ends at %.0f, what is below starts at %.0f", w, end, below.Position().Y)
		}
		if got, want := col.MinSize().Height, flow.HeightFor(col, w); got != want {
			t.Errorf("%.0f wide: least height %.0f, want %.0f", w, got, want)
		}
	}
}

func TestHiddenObjectsTakeNoRoom(t *testing.T) {
	useTheme(t)
	a, b, c := box(10, 10), box(10, 20), box(10, 30)
	b.Hide()
	for name, cont := range map[string]*fyne.Container{"column": flow.NewColumn(5, a, b, c)} {
		if got := flow.HeightFor(cont, 100); got != 45 {
			t.Errorf("%s: height %.0f, want 45", name, got)
		}
	}
	row := flow.NewRow(5, -1, a, b, c)
	if got := row.MinSize().Width; got != 25 {
		t.Errorf("row: width %.0f, want 25", got)
	}
}

func TestHeightPassesThroughNestedLayouts(t *testing.T) {
	useTheme(t)
	p := paint.NewParagraph(longText)
	nested := flow.NewPadded(16, flow.NewColumn(8, flow.NewRow(8, 1, box(20, 20), p)))
	want := p.HeightForWidth(200-32-28) + 32
	if got := flow.HeightFor(nested, 200); got != want {
		t.Errorf("height %.0f, want %.0f", got, want)
	}
}

func TestFlowWrapsAndNeverLeavesItsWidth(t *testing.T) {
	useTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		widths := rapid.SliceOfN(rapid.Float32Range(5, 150), 1, 8).Draw(t, "widths")
		total := rapid.Float32Range(150, 400).Draw(t, "total")
		var objects []fyne.CanvasObject
		for _, w := range widths {
			objects = append(objects, box(w, 28))
		}
		f := flow.NewWrap(8, objects...)
		h := flow.HeightFor(f, total)
		f.Resize(fyne.NewSize(total, h))
		for i, o := range objects {
			if end := o.Position().X + o.Size().Width; end > total+0.5 {
				t.Fatalf("object %d ends at %.1f of %.1f", i, end, total)
			}
			if end := o.Position().Y + o.Size().Height; end > h+0.01 {
				t.Fatalf("object %d ends below the flow", i)
			}
			if i > 0 {
				p := objects[i-1]
				sameLine := p.Position().Y == o.Position().Y
				if sameLine && o.Position().X < p.Position().X+p.Size().Width+7.9 {
					t.Fatalf("object %d touches the one before", i)
				}
			}
		}
	})
}

func TestRowGivesTheRestToOneObject(t *testing.T) {
	useTheme(t)
	a, b, c := box(30, 20), box(1, 40), box(50, 10)
	row := flow.NewRow(10, 1, a, b, c)
	row.Resize(fyne.NewSize(200, 40))
	if b.Position().X != 40 || b.Size().Width != 100 {
		t.Errorf("the elastic object is at %v, %v wide", b.Position().X, b.Size().Width)
	}
	if c.Position().X+c.Size().Width != 200 {
		t.Errorf("the last object ends at %v", c.Position().X+c.Size().Width)
	}
	if a.Position().Y != 10 {
		t.Errorf("the low object is at %v, want centred at 10", a.Position().Y)
	}
}

func TestReadableLimitsTheLine(t *testing.T) {
	useTheme(t)
	p := paint.NewParagraph(longText)
	c := flow.NewReadable(flow.ReadableWidth, p)
	c.Resize(fyne.NewSize(1200, 100))
	if p.Size().Width != flow.ReadableWidth {
		t.Errorf("text is %.0f wide in a wide window", p.Size().Width)
	}
	c.Resize(fyne.NewSize(400, 100))
	if p.Size().Width != 400 {
		t.Errorf("text is %.0f wide in a narrow window", p.Size().Width)
	}
}

// Figures never take the room of the words: they go below before a word is broken.
func TestFiguresLeaveRoomForTheWords(t *testing.T) {
	useTheme(t)
	words, figures := paint.NewParagraph("Delete large attachments"), paint.NewParagraph("Frees 180 MB")
	row := flow.NewEnds(words, figures)
	for _, w := range []float32{60, 120, 150, 600} {
		row.Resize(fyne.NewSize(w, flow.HeightFor(row, w)))
		end := words.Position().Y + words.HeightForWidth(words.Size().Width)
		beside := figures.Position().X >= words.Size().Width && figures.Position().X+figures.Size().Width == w
		if below := figures.Position().Y >= end; below == beside {
			t.Errorf("%.0f wide: words %v, figures at %v, %v", w, words.Size(), figures.Position(), figures.Size())
		}
		if beside != (w == 600) {
			t.Errorf("%.0f wide: the figures stand at %v", w, figures.Position())
		}
	}
}
