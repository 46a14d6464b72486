package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// ChecklistRow is one check of the list: its state as an icon, its title, and its state in words. A tap
// anywhere opens the check.
//
// Keys, while focused: Enter and Space open the check, Up and Down move the focus.
type ChecklistRow struct {
	widget.BaseWidget
	place.Interaction

	// OnOpen is called when the row is tapped or opened by key.
	OnOpen func()
	// OnMove is called with -1 for Up and +1 for Down; the caller moves the focus.
	OnMove func(delta int)

	title, word string
	hint        string // a sentence under the title; may be empty
	status      Status
	selected    bool

	icon        *StatusIcon
	back, shade canvas.Rectangle
	titleText   paint.TextBlock
	wordText    paint.TextBlock
	hintText    paint.TextBlock
	focus       paint.Ring
}

var (
	_ fyne.Tappable         = (*ChecklistRow)(nil)
	_ fyne.Focusable        = (*ChecklistRow)(nil)
	_ fyne.Accessible       = (*ChecklistRow)(nil)
	_ desktop.Hoverable     = (*ChecklistRow)(nil)
	_ flow.HeightForWidther = (*ChecklistRow)(nil)
)

// NewChecklistRow makes a row. word is the state in words, such as "Fine" or "Next, 1 min".
func NewChecklistRow(title string, status Status, word string) *ChecklistRow {
	r := &ChecklistRow{title: title, status: status, word: word}
	r.icon = NewStatusIcon(status)
	r.Changed = r.Refresh
	r.ExtendBaseWidget(r)
	return r
}

// Set replaces title, state and word.
func (r *ChecklistRow) Set(title string, status Status, word string) {
	if r.title == title && r.status == status && r.word == word {
		return
	}
	r.title, r.status, r.word = title, status, word
	r.icon.SetStatus(status)
	r.Refresh()
}

// SetHint shows a sentence under the title, such as the reason why this is the next check; empty shows none.
func (r *ChecklistRow) SetHint(hint string) {
	if r.hint != hint {
		r.hint = hint
		r.Refresh()
	}
}

// Status returns the state of the check.
func (r *ChecklistRow) Status() Status { return r.status }

// SetSelected marks the row as the one that is open.
func (r *ChecklistRow) SetSelected(s bool) {
	if r.selected != s {
		r.selected = s
		r.Refresh()
	}
}

// Selected reports whether the row is marked as open.
func (r *ChecklistRow) Selected() bool { return r.selected }

// Tapped implements fyne.Tappable.
func (r *ChecklistRow) Tapped(*fyne.PointEvent) {
	place.FocusOn(r)
	call(r.OnOpen)
}

// TypedKey implements fyne.Focusable.
func (r *ChecklistRow) TypedKey(e *fyne.KeyEvent) {
	switch {
	case place.IsActivate(e):
		call(r.OnOpen)
	case e.Name == fyne.KeyUp && r.OnMove != nil:
		r.OnMove(-1)
	case e.Name == fyne.KeyDown && r.OnMove != nil:
		r.OnMove(+1)
	default:
		r.PassKey(e)
	}
}

// call calls f unless it is nil.
func call(f func()) {
	if f != nil {
		f()
	}
}

// AccessibilityLabel returns title, state and, on the recommended row, the hint.
func (r *ChecklistRow) AccessibilityLabel() string {
	label := paint.PlainText(r.title) + ", " + r.word
	if r.hint != "" {
		label += ". " + paint.PlainText(r.hint)
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (r *ChecklistRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *ChecklistRow) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(r, r.layout, r.leastSize, r.objects)
}

func (r *ChecklistRow) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{&r.back, &r.shade, r.icon}
	out = append(out, r.titleText.Objects()...)
	if r.hint != "" {
		out = append(out, r.hintText.Objects()...)
	}
	out = append(out, r.wordText.Objects()...)
	return append(out, &r.focus.Rect)
}

// background returns the colour behind the row, or "" for none.
func (r *ChecklistRow) background() fyne.ThemeColorName {
	switch {
	case r.status == StatusNext:
		return theme.ColorAccentSoft
	case r.selected:
		return theme.ColorSunken
	}
	return ""
}

// update brings the words up to date with state and theme.
func (r *ChecklistRow) update(l paint.Look) {
	r.titleText.Text, r.titleText.Size = r.title, l.Size(theme.SizeTextNormal)
	r.titleText.Color = l.Color(theme.ColorText)
	r.wordText.Text, r.wordText.Size = r.word, l.Size(theme.SizeTextSmall)
	r.wordText.Color, r.wordText.Bold = l.Color(theme.ColorMuted), false
	r.hintText.Text, r.hintText.Size = r.hint, l.Size(theme.SizeTextSmall)
	r.hintText.Color, r.hintText.MaxLines = l.Color(theme.ColorText), 0
	switch r.status {
	case StatusNext:
		r.wordText.Color, r.wordText.Bold = l.Color(theme.ColorAccent), true
	case StatusProblem:
		r.wordText.Color, r.wordText.Bold = l.Color(theme.ColorBad), true
	}
}

// rowPlan is the layout of a row at a width. It does not depend on hover, focus or selection, so that nothing
// moves.
type rowPlan struct {
	pad, gap  float32
	icon      float32
	textX     float32
	titleRoom float32
	wordWidth float32
	stacked   bool // the word goes under the title
	height    float32
	hint      float32 // of the height, at the end
}

func (r *ChecklistRow) plan(w float32) rowPlan {
	l := paint.LookOf(r)
	r.update(l)
	p := rowPlan{pad: l.Size(theme.SizeSpaceS), gap: l.Size(theme.SizeSpaceS), icon: l.Size(theme.SizeIcon)}
	p.textX = p.pad + p.icon + p.gap + 2
	all := fyne.Max(w-p.textX-p.pad, 0)
	p.wordWidth = r.wordText.NaturalWidth()
	p.titleRoom = all - p.wordWidth - p.gap
	title := &r.titleText
	if title.NaturalWidth() > p.titleRoom && (p.titleRoom < all*0.5 || title.WidestWord() > p.titleRoom) {
		p.stacked, p.titleRoom, p.wordWidth = true, all, all
	}
	h := title.Height(p.titleRoom)
	if p.stacked {
		h += r.wordText.Height(all)
	}
	p.height = fyne.Max(l.Size(theme.SizeControl), h+l.Size(theme.SizeSpaceS))
	if r.hint != "" {
		p.hint = r.hintText.Height(all) + l.Size(theme.SizeSpaceS)
		p.height += p.hint
	}
	return p
}

// HeightForWidth implements flow.HeightForWidther.
func (r *ChecklistRow) HeightForWidth(w float32) float32 { return r.plan(w).height }

func (r *ChecklistRow) leastSize() fyne.Size {
	l := paint.LookOf(r)
	w := l.Size(theme.SizeIcon) + 4*l.Size(theme.SizeSpaceS) + 6*l.Size(theme.SizeTextNormal)
	return fyne.NewSize(w, r.HeightForWidth(fyne.Max(r.Size().Width, w)))
}

func (r *ChecklistRow) layout(size fyne.Size) {
	l, p := paint.LookOf(r), r.plan(size.Width)
	radius := l.Size(theme.SizeRadiusS)
	paint.Fill(l, &r.back, r.background(), "", radius)
	r.back.Resize(size)
	paint.Fill(l, &r.shade, fynetheme.ColorNameHover, "", radius)
	r.shade.Resize(size)
	r.shade.Hidden = !r.Hovered
	// The ring lies inside the row: a scroller would cut off a ring around it.
	r.focus.Place(l, fyne.Position{}, size, radius, -1, r.Focused)
	if r.hint != "" {
		r.hintText.Place(p.textX, size.Height-p.hint, size.Width-p.textX-p.pad)
		size.Height -= p.hint // the rest is about the line above the hint
	}

	r.icon.Resize(fyne.NewSquareSize(p.icon))
	h := r.titleText.Height(p.titleRoom)
	wordHeight := r.wordText.Height(p.wordWidth)
	top := (size.Height - h) / 2
	if p.stacked {
		top = (size.Height - h - wordHeight) / 2
	}
	r.titleText.Place(p.textX, top, p.titleRoom)
	// The icon belongs to the first line.
	r.icon.Move(fyne.NewPos(p.pad, top+(r.titleText.LineHeight()-p.icon)/2))
	if p.stacked {
		r.wordText.Align = fyne.TextAlignLeading
		r.wordText.Place(p.textX, top+h, p.wordWidth)
	} else {
		r.wordText.Align = fyne.TextAlignTrailing
		r.wordText.Place(size.Width-p.pad-p.wordWidth, (size.Height-wordHeight)/2, p.wordWidth)
	}
}
