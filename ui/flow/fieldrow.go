package flow

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// fieldRowLayout has a name and a remark at the left, a control at the right, and below both what is wrong
// with it.
type fieldRowLayout struct {
	name, remark, control, problem fyne.CanvasObject

	least float32 // width of the control at text scale 1
	last  float32
}

// The share of a row that its control takes, and the most and least it gets at text scale 1.
const (
	fieldShare float32 = 0.48
	fieldMost  float32 = 240
	fieldLeast float32 = 136
	fieldGap   float32 = 8
	nameLeast  float32 = 96 // of the name beside a control
)

// NewFieldRow places the name of a control and a remark on it at the left of the control, and problem below.
// A remark of one line takes no room of its own.
func NewFieldRow(name, remark, control, problem fyne.CanvasObject) *fyne.Container {
	return NewWideFieldRow(0, name, remark, control, problem)
}

// NewWideFieldRow is NewFieldRow for a control that needs a width, at text scale 1. Where the row is too
// narrow for it and its name, it goes below them.
func NewWideFieldRow(least float32, name, remark, control, problem fyne.CanvasObject) *fyne.Container {
	l := &fieldRowLayout{name: name, remark: remark, control: control, problem: problem, least: least}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{name, remark, control, problem}}
}

// fieldRow is where the parts of a row go at a width.
type fieldRow struct {
	words, control       float32 // widths
	name, remark, high   float32
	line, above, problem float32
}

func (l *fieldRowLayout) plan(w float32) fieldRow {
	scale := theme.TextScale()
	r := fieldRow{control: fyne.Max(fyne.Min(w*fieldShare, fieldMost*scale),
		fyne.Min(fieldLeast*scale, w*0.6))}
	r.control = fyne.Max(r.control, l.least*scale)
	below := w-r.control-fieldGap < nameLeast*scale
	r.words = fyne.Max(w-r.control-fieldGap, 0)
	if below {
		r.control, r.words = w, w
	}
	r.name = HeightFor(l.name, r.words)
	if l.remark.Visible() {
		r.remark = HeightFor(l.remark, r.words)
	}
	r.high = HeightFor(l.control, r.control)
	if r.line = fyne.Max(r.name+r.remark, r.high); below {
		r.above = r.name + r.remark + 4
		r.line = r.above + r.high
	}
	if l.problem.Visible() {
		r.problem = HeightFor(l.problem, w) + 2
	}
	return r
}

// Layout implements fyne.Layout.
func (l *fieldRowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.last = size.Width
	r := l.plan(size.Width)
	top := (r.line - r.name - r.remark) / 2
	x, y := size.Width-r.control, (r.line-r.high)/2
	if r.above > 0 {
		top, x, y = 0, 0, r.above
	}
	put(l.name, 0, top, r.words, r.name)
	put(l.remark, 0, top+r.name, r.words, r.remark)
	put(l.control, x, y, r.control, r.high)
	put(l.problem, 0, r.line+2, size.Width, fyne.Max(r.problem-2, 0))
}

// MinSize implements fyne.Layout.
func (l *fieldRowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, stackedMinSize(objects, l.last, l.heightForWidth).Height)
}

func (l *fieldRowLayout) heightForWidth(_ []fyne.CanvasObject, w float32) float32 {
	r := l.plan(w)
	return r.line + r.problem
}
