package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// block is an object of a fixed least size.
func block(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
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
	name, remark := paint.NewParagraph("Next Backup Size"), paint.NewCaption("read off the phone")
	control, problem := widget.NewEntry(), paint.NewCaption("A size can’t be below zero.")
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

func TestAPairSharesTheLine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{}))
	left, right := paint.NewParagraph("Cheapest now"), paint.NewParagraph("200 GB for $2.99 a month")
	p := flow.NewPair(left, right)
	p.Resize(fyne.NewSize(400, flow.HeightFor(p, 400)))
	if left.Size().Width > 200 || right.Position().X <= left.Size().Width || right.Position().X+right.Size().Width != 400 {
		t.Errorf("left is %v wide, right at %v", left.Size().Width, right.Position())
	}
	if flow.HeightFor(p, 160) <= flow.HeightFor(p, 400) {
		t.Error("in little room nothing goes to another line")
	}
}
