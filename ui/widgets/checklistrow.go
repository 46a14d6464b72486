package widgets

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// ChecklistRow is one check of the list: its state as an icon, its title, and its state in words. A tap
// anywhere opens the check. While the row is hovered or focused, two small actions take the place of the
// words; nothing moves. A selected row shows the actions when they fit beside the title.
//
// Keys, while focused: Enter and Space open the check, F answers fine, P answers problem, Up and Down move
// the focus.
type ChecklistRow struct {
	widget.BaseWidget
	interaction

	// OnOpen is called when the row is tapped or opened by key.
	OnOpen func()
	// OnFine and OnProblem answer the check without opening it. A nil action is not shown.
	OnFine, OnProblem func()
	// OnMove is called with -1 for Up and +1 for Down; the caller moves the focus.
	OnMove func(delta int)

	title, word      string
	hint             string // a sentence under the title; may be empty
	status           Status
	selected         bool
	fineWord, prWord string

	icon         *StatusIcon
	back, shade  canvas.Rectangle
	titleText    textBlock
	planTitle    textBlock // for measuring only: the layout tries other lengths on titleText
	wordText     textBlock
	hintText     textBlock
	quick        [2]quickAction
	hoveredQuick int  // index into quick, or -1
	quickFits    bool // the actions fitted beside the title at the last layout
	focus        ring
}

// quickAction is a small button that is a part of the row. As a widget of its own it would take the pointer
// away from the row, and the row would hide the button again.
type quickAction struct {
	back, shade canvas.Rectangle
	words       textBlock
	pos         fyne.Position
	size        fyne.Size
	shown       bool
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
	r := &ChecklistRow{title: title, status: status, word: word, hoveredQuick: -1}
	r.icon = NewStatusIcon(status)
	r.changed = r.Refresh
	r.ExtendBaseWidget(r)
	return r
}

// SetQuickWords sets the words of the two small actions. Without words the actions are not shown.
func (r *ChecklistRow) SetQuickWords(fine, problem string) {
	if r.fineWord != fine || r.prWord != problem {
		r.fineWord, r.prWord = fine, problem
		r.Refresh()
	}
}

// Set replaces title, state and word.
func (r *ChecklistRow) Set(title string, status Status, word string) {
	if r.title == title && r.status == status && r.word == word {
		return
	}
	r.title, r.status, r.word = title, status, word
	r.icon.setStatus(status)
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

// Tapped implements fyne.Tappable: a small action answers the check, the rest of the row opens it.
func (r *ChecklistRow) Tapped(e *fyne.PointEvent) {
	at := -1
	if e != nil {
		at = r.quickAt(e.Position) // before the focus shows the actions
	}
	focusOn(r)
	switch at {
	case 0:
		call(r.OnFine)
	case 1:
		call(r.OnProblem)
	default:
		call(r.OnOpen)
	}
}

// TypedKey implements fyne.Focusable.
func (r *ChecklistRow) TypedKey(e *fyne.KeyEvent) {
	switch {
	case isActivate(e):
		call(r.OnOpen)
	case e.Name == fyne.KeyUp && r.OnMove != nil:
		r.OnMove(-1)
	case e.Name == fyne.KeyDown && r.OnMove != nil:
		r.OnMove(+1)
	default:
		r.passKey(e)
	}
}

// TypedRune implements fyne.Focusable.
func (r *ChecklistRow) TypedRune(c rune) {
	switch unicode.ToLower(c) {
	case 'f':
		call(r.OnFine)
	case 'p':
		call(r.OnProblem)
	default:
		r.interaction.TypedRune(c)
	}
}

// call calls f unless it is nil.
// call calls f unless it is nil.
func call(f func()) {
	if f != nil {
		f()
	}
}

// MouseMoved implements desktop.Hoverable: the small action under the pointer is shaded.
func (r *ChecklistRow) MouseMoved(e *desktop.MouseEvent) {
	if at := r.quickAt(e.Position); at != r.hoveredQuick {
		r.hoveredQuick = at
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *ChecklistRow) MouseOut() {
	r.hoveredQuick = -1
	r.interaction.MouseOut()
}

// AccessibilityLabel returns title, state and, on the recommended row, the hint.
func (r *ChecklistRow) AccessibilityLabel() string {
	label := plainText(r.title) + ", " + r.word
	if r.hint != "" {
		label += ". " + plainText(r.hint)
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (r *ChecklistRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *ChecklistRow) CreateRenderer() fyne.WidgetRenderer { return renderer{r} }

// quickAt returns the index of the visible small action at a point, or -1.
func (r *ChecklistRow) quickAt(p fyne.Position) int {
	if !r.quickShown() {
		return -1
	}
	for i := range r.quick {
		q := &r.quick[i]
		if q.shown && inside(p, q.pos, q.size) {
			return i
		}
	}
	return -1
}

// inside reports whether a point lies inside an area.
func inside(p, pos fyne.Position, size fyne.Size) bool {
	return p.X >= pos.X && p.X < pos.X+size.Width && p.Y >= pos.Y && p.Y < pos.Y+size.Height
}

// quickShown reports whether the small actions are visible.
func (r *ChecklistRow) quickShown() bool {
	if r.fineWord == "" || r.prWord == "" || (r.OnFine == nil && r.OnProblem == nil) {
		return false
	}
	return r.hovered || r.focused || (r.selected && r.quickFits)
}

func (r *ChecklistRow) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{&r.back, &r.shade, r.icon}
	out = append(out, r.titleText.objects()...)
	if r.hint != "" {
		out = append(out, r.hintText.objects()...)
	}
	if !r.quickShown() {
		out = append(out, r.wordText.objects()...)
	} else {
		for i := range r.quick {
			if q := &r.quick[i]; q.shown {
				out = append(append(out, &q.back, &q.shade), q.words.objects()...)
			}
		}
	}
	return append(out, &r.focus.rect)
}

// shadeShown reports whether the whole row is shaded.
func (r *ChecklistRow) shadeShown() bool { return r.hovered && r.hoveredQuick < 0 }

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
func (r *ChecklistRow) update(l look) {
	r.titleText.text, r.titleText.size = r.title, l.size(theme.SizeTextNormal)
	r.titleText.color = l.color(theme.ColorText)
	r.wordText.text, r.wordText.size = r.word, l.size(theme.SizeTextSmall)
	r.wordText.color, r.wordText.bold = l.color(theme.ColorMuted), false
	r.hintText.text, r.hintText.size = r.hint, l.size(theme.SizeTextSmall)
	r.hintText.color, r.hintText.maxLines = l.color(theme.ColorText), 0
	switch r.status {
	case StatusNext:
		r.wordText.color, r.wordText.bold = l.color(theme.ColorAccent), true
	case StatusProblem:
		r.wordText.color, r.wordText.bold = l.color(theme.ColorBad), true
	}
	for i, words := range [2]string{r.fineWord, r.prWord} {
		q := &r.quick[i]
		q.words.text, q.words.size, q.words.align = words, l.size(theme.SizeTextSmall), fyne.TextAlignCenter
		q.words.color = l.color(theme.ColorText)
		fill(l, &q.back, theme.ColorSurface, theme.ColorControl, l.size(theme.SizeRadiusS))
		fill(l, &q.shade, fynetheme.ColorNameHover, "", l.size(theme.SizeRadiusS))
	}
}
