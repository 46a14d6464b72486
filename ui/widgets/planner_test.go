package widgets

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// block is an object of a fixed least size.
func block(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func TestTwoColumnsAreOneWhereItIsNarrow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	fields, bars, more, cards := block(50, 100), block(50, 200), block(50, 30), block(50, 40)
	c := NewTwoColumns(300, 20, 10, Part{fields, true}, Part{bars, false}, Part{more, true}, Part{cards, false})
	for _, one := range []struct {
		width, height float32
		at            map[fyne.CanvasObject]fyne.Position
		order         []fyne.CanvasObject
	}{
		{600, 100 + 200 + 30 + 40 + 3*10, map[fyne.CanvasObject]fyne.Position{more: {Y: 320}, cards: {Y: 360}}, []fyne.CanvasObject{fields, bars, more, cards}},
		{900, 200 + 10 + 40, map[fyne.CanvasObject]fyne.Position{bars: {X: 320}, more: {Y: 110}, cards: {X: 320, Y: 210}}, []fyne.CanvasObject{fields, more, bars, cards}},
	} {
		if got := c.HeightForWidth(one.width); got != one.height {
			t.Errorf("%.0f wide it is %.0f high, want %.0f", one.width, got, one.height)
		}
		c.Resize(fyne.NewSize(one.width, one.height))
		for o, want := range one.at {
			if o.Position() != want {
				t.Errorf("%.0f wide a part is at %v, want %v", one.width, o.Position(), want)
			}
		}
		if got := test.WidgetRenderer(c).Objects(); !slices.Equal(got, one.order) {
			t.Errorf("%.0f wide the keyboard goes another way than the eye", one.width)
		}
	}
	bars.Hide()
	if got := c.HeightForWidth(600); got != 100+30+40+2*10 {
		t.Errorf("with one part hidden it is %.0f high", got)
	}
}

func TestAFoldOpensInPlace(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	content := block(100, 80)
	f := NewFold("Family", content)
	var said []bool
	f.OnChanged = func(open bool) { said = append(said, open) }
	f.SetSummary("2 people")
	f.SetSpoken("closed", "open")
	closed := flow.HeightFor(f.Object, 300)
	if content.Visible() || f.Head().AccessibilityLabel() != "Family, 2 people, closed" {
		t.Errorf("closed it is told as %q", f.Head().AccessibilityLabel())
	}
	test.Tap(f.Head())
	if !f.Open() || !content.Visible() || flow.HeightFor(f.Object, 300) != closed+foldGap+80 {
		t.Errorf("open it is %.0f high, closed %.0f", flow.HeightFor(f.Object, 300), closed)
	}
	f.Head().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.SetOpen(true)
	if !slices.Equal(said, []bool{true, false}) || !strings.HasSuffix(f.Head().AccessibilityLabel(), "open") {
		t.Errorf("a person has turned it %v", said)
	}
}

func TestAFieldRowKeepsNameAndControlApart(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	name, remark := NewParagraph("Next Backup Size"), NewCaption("read off the phone")
	control, problem := widget.NewEntry(), NewCaption("A size can’t be below zero.")
	problem.Hide()
	row := flow.NewFieldRow(name, remark, control, problem)
	height := flow.HeightFor(row, 300)
	row.Resize(fyne.NewSize(300, height))
	if control.Position().X < name.Size().Width || control.Position().X+control.Size().Width != 300 || remark.Position().Y < name.Position().Y+name.Size().Height {
		t.Errorf("the control is at %v, %v wide; the name is %v wide", control.Position(), control.Size().Width, name.Size().Width)
	}
	remark.Hide()
	if got := flow.HeightFor(row, 300); got != height {
		t.Errorf("without its remark the row is %.0f high, with it %.0f: what follows would jump", got, height)
	}
	problem.Show()
	if got := flow.HeightFor(row, 300); got <= height {
		t.Error("what is wrong takes no room")
	}
	wide := flow.NewWideFieldRow(260, name, remark, control, problem)
	wide.Resize(fyne.NewSize(300, flow.HeightFor(wide, 300)))
	if control.Position().Y < name.Position().Y+name.Size().Height || control.Size().Width != 300 {
		t.Errorf("a control with long words is at %v, %v wide", control.Position(), control.Size().Width)
	}
	wide.Resize(fyne.NewSize(600, flow.HeightFor(wide, 600)))
	if control.Position().X < 300 {
		t.Errorf("where there is room it is at %v", control.Position())
	}
}

func TestAnEstimateHasADashedOutline(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	entry := widget.NewEntry()
	d := NewDashed(entry)
	w := test.NewTempWindow(t, d)
	w.Resize(fyne.NewSize(200, 60))
	whole := w.Canvas().Capture()
	d.SetDashed(true)
	dashed := w.Canvas().Capture()
	changed := 0
	for x := range whole.Bounds().Dx() {
		for y := range whole.Bounds().Dy() {
			if whole.At(x, y) != dashed.At(x, y) {
				changed++
			}
		}
	}
	if !d.Dashed() || changed < 60 || changed > 800 {
		t.Errorf("%d pixels of the outline are gaps", changed)
	}
	d.SetDashed(false)
	again := w.Canvas().Capture()
	for x := range whole.Bounds().Dx() {
		if whole.At(x, 4) != again.At(x, 4) {
			t.Fatal("what is typed keeps the gaps")
		}
	}
}

func TestAPairSharesTheLine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	left, right := NewParagraph("Cheapest now"), NewParagraph("200 GB for $2.99 a month")
	p := flow.NewPair(left, right)
	p.Resize(fyne.NewSize(400, flow.HeightFor(p, 400)))
	if left.Size().Width > 200 || right.Position().X <= left.Size().Width || right.Position().X+right.Size().Width != 400 {
		t.Errorf("left is %v wide, right at %v", left.Size().Width, right.Position())
	}
	if flow.HeightFor(p, 160) <= flow.HeightFor(p, 400) {
		t.Error("in little room nothing goes to another line")
	}
}

// What is only a typical size looks other than what somebody has told, and not like what does not fit.
func TestARoughPartOfABarIsStriped(t *testing.T) {
	test.NewTempApp(t)
	b := NewPlanBar()
	b.SetAmounts(0, 10, 10)
	colours := func() map[color.Color]bool {
		img, seen := b.draw(200, 18), map[color.Color]bool{}
		for x := 60; x < 140; x++ {
			seen[img.At(x, 9)] = true
		}
		return seen
	}
	if n := len(colours()); n != 1 {
		t.Errorf("what was told has %d colours, want 1", n)
	}
	b.SetRough(true)
	if seen := colours(); len(seen) < 2 || seen[color.NRGBAModel.Convert(lookOf(b).color(theme.ColorBad))] {
		t.Errorf("what is typical has the colours %v", seen)
	}
}
