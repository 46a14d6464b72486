package widgets

import (
	"image/color"

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

type buttonKind int

const (
	answerButton buttonKind = iota
	primaryButton
	linkButton
)

// Button is an answer, the one action of a view, or a link. Its words wrap. Enter and Space press the button
// when it has the focus.
type Button struct {
	widget.DisableableWidget
	place.Interaction

	// OnTapped is called when the button is pressed.
	OnTapped func()
	// Accepts, unless nil, reports whether a press counts. The argument is the place of the pointer in the
	// window, or nil for a key.
	Accepts func(at *fyne.Position) bool

	text  string
	hint  string
	kind  buttonKind
	flush bool // without padding
	field bool // looks like a field

	maxLines int
	picture  fyne.CanvasObject // above the words; nil without one

	words, digit paint.TextBlock
	back, shade  canvas.Rectangle
	underline    canvas.Rectangle
	focus        paint.Ring
}

var (
	_ fyne.Tappable         = (*Button)(nil)
	_ fyne.Focusable        = (*Button)(nil)
	_ fyne.Disableable      = (*Button)(nil)
	_ fyne.Accessible       = (*Button)(nil)
	_ desktop.Keyable       = (*Button)(nil)
	_ flow.HeightForWidther = (*Button)(nil)
)

// NewAnswerButton makes an outlined button. All answers to a question look alike, so that none is suggested.
func NewAnswerButton(text string, tapped func()) *Button {
	return newButton(answerButton, text, tapped)
}

// NewPrimaryButton makes the filled button for the one action of a view.
func NewPrimaryButton(text string, tapped func()) *Button {
	return newButton(primaryButton, text, tapped)
}

// NewLinkButton makes a button of words in the accent colour, with the padding of a button.
func NewLinkButton(text string, tapped func()) *Button {
	return newButton(linkButton, text, tapped)
}

// NewFlushLink makes a button of words in the accent colour without padding, so that the words line up with
// text around them.
func NewFlushLink(text string, tapped func()) *Button {
	b := newButton(linkButton, text, tapped)
	b.flush = true
	return b
}

// NewFieldButton makes a button that looks like a field: outlined, with words at the left that are not bold.
func NewFieldButton(text string, tapped func()) *Button {
	b := newButton(answerButton, text, tapped)
	b.field = true
	return b
}

// NewPictureButton makes an answer with a picture above its words. The picture draws its own ground.
func NewPictureButton(picture fyne.CanvasObject, text string, tapped func()) *Button {
	b := newButton(answerButton, text, tapped)
	b.picture = picture
	return b
}

// ShowPicture shows the picture of the button, or its words alone where there is no room. Layouts call it, so
// it does not draw anew.
func (b *Button) ShowPicture(show bool) {
	if b.picture != nil && b.picture.Visible() != show {
		if show {
			b.picture.Show()
		} else {
			b.picture.Hide()
		}
	}
}

// pictureHeight returns the height of the picture at a width; 0 without one.
func (b *Button) pictureHeight(w float32) float32 {
	if b.picture == nil || !b.picture.Visible() {
		return 0
	}
	return flow.HeightFor(b.picture, w-2)
}

// SetMaxLines ends the words with … after n lines; 0 is no limit. Layouts call it, so it does not draw anew.
func (b *Button) SetMaxLines(n int) { b.maxLines = n }

func newButton(kind buttonKind, text string, tapped func()) *Button {
	b := &Button{text: text, kind: kind, OnTapped: tapped}
	b.Changed = b.Refresh
	b.ExtendBaseWidget(b)
	return b
}

// Text returns the words on the button.
func (b *Button) Text() string { return b.text }

// SetText replaces the words on the button.
func (b *Button) SetText(text string) { b.text = text; b.Refresh() }

// SetHint shows a shortcut, usually one digit, in front of the words; "" removes it. The caller handles the
// key.
func (b *Button) SetHint(hint string) { b.hint = hint; b.Refresh() }

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(e *fyne.PointEvent) {
	if b.Disabled() || b.OnTapped == nil {
		return
	}
	var at *fyne.Position
	if e != nil {
		at = &e.AbsolutePosition
	}
	if b.Accepts == nil || b.Accepts(at) {
		b.OnTapped()
	}
}

// TypedKey implements fyne.Focusable: Enter and Space press the button.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if place.IsActivate(e) {
		b.Tapped(nil)
		return
	}
	b.PassKey(e)
}

// AccessibilityLabel returns the words on the button.
func (b *Button) AccessibilityLabel() string { return b.text }

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole {
	if b.kind == linkButton {
		return fyne.AccessibleRoleLink
	}
	return fyne.AccessibleRoleButton
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(b, b.layout, b.leastSize, b.objects)
}

// pad returns the space left and right of the words.
func (b *Button) pad(l paint.Look) float32 {
	switch {
	case b.flush:
		return 0
	case b.kind == linkButton:
		return l.Size(theme.SizeSpaceM)
	case b.field: // like Fyne's entries
		return l.Size(fynetheme.SizeNameInnerPadding)
	}
	return l.Size(theme.SizeSpaceL)
}

// update brings words and hint up to date and returns the width of the hint.
func (b *Button) update(l paint.Look) float32 {
	name := theme.ColorText
	switch {
	case b.Disabled():
		name = fynetheme.ColorNameDisabled
	case b.kind == primaryButton:
		name = theme.ColorOnAccent
	case b.kind == linkButton:
		name = theme.ColorAccent
	}
	b.words.Text, b.words.Bold, b.words.Align = b.text, true, fyne.TextAlignCenter
	b.words.Size, b.words.Color = l.Size(theme.SizeTextNormal), l.Color(name)
	if b.flush || b.field || b.picture != nil {
		b.words.Align = fyne.TextAlignLeading
	}
	b.words.Bold = !b.field
	b.words.MaxLines = b.maxLines
	if b.kind == answerButton && !b.Disabled() {
		name = theme.ColorMuted
	}
	b.digit.Text, b.digit.Size, b.digit.Color = b.hint, l.Size(theme.SizeTextSmall), l.Color(name)
	if b.hint == "" {
		return 0
	}
	return b.digit.NaturalWidth() + l.Size(theme.SizeSpaceS)
}

// NaturalWidth implements flow.NaturalWidther.
func (b *Button) NaturalWidth() float32 {
	l := paint.LookOf(b)
	hint := b.update(l)
	return fyne.Max(hint+b.words.NaturalWidth()+2*b.pad(l), l.Size(theme.SizeTarget))
}

// HeightForWidth implements flow.HeightForWidther.
func (b *Button) HeightForWidth(w float32) float32 {
	l := paint.LookOf(b)
	hint := b.update(l)
	least, air := l.Size(theme.SizeControl), l.Size(theme.SizeSpaceS)
	if b.flush {
		least, air = l.Size(theme.SizeTarget), l.Size(theme.SizeSpaceXS)
	}
	if b.field {
		air = l.Size(fynetheme.SizeNameInnerPadding)
	}
	return fyne.Max(least, b.words.Height(w-hint-2*b.pad(l))+2*air) + b.pictureHeight(w)
}

func (b *Button) leastSize() fyne.Size {
	w := b.NaturalWidth()
	if got := b.Size().Width; got > 0 && got < w {
		return fyne.NewSize(fyne.Min(w, 8*b.words.Size), b.HeightForWidth(got))
	}
	return fyne.NewSize(w, b.HeightForWidth(w))
}

func (b *Button) layout(size fyne.Size) {
	l := paint.LookOf(b)
	hint, pad, radius := b.update(l), b.pad(l), l.Size(theme.SizeRadiusM)
	switch {
	case b.kind == linkButton:
		paint.Fill(l, &b.back, "", "", radius)
	case b.Disabled():
		paint.Fill(l, &b.back, theme.ColorSunken, theme.ColorLine, radius)
	case b.kind == primaryButton:
		paint.Fill(l, &b.back, theme.ColorAccent, "", radius)
	default:
		paint.Fill(l, &b.back, theme.ColorSurface, theme.ColorControl, radius)
	}
	b.back.Move(fyne.Position{})
	b.back.Resize(size)
	if b.field { // like Fyne's entries, which draw the outline inside their border
		border := l.Size(fynetheme.SizeNameInputBorder)
		b.back.Move(fyne.NewPos(border, border))
		b.back.Resize(size.SubtractWidthHeight(2*border, 2*border))
	}

	active := b.Hovered && !b.Disabled()
	paint.Fill(l, &b.shade, fynetheme.ColorNameHover, "", radius)
	b.shade.Resize(size)
	b.shade.Hidden = !active || b.flush

	room := size.Width - 2*pad - hint
	top := float32(0) // of the part with the words
	if b.pictureHeight(size.Width) > 0 {
		line := l.Size(theme.SizeLine)
		top = size.Height - fyne.Max(l.Size(theme.SizeControl), b.words.Height(room)+2*l.Size(theme.SizeSpaceS))
		b.picture.Move(fyne.NewPos(line, line))
		b.picture.Resize(fyne.NewSize(size.Width-2*line, top-line))
	}
	h := b.words.Height(room)
	y := top + (size.Height-top-h)/2
	b.words.Place(pad+hint, y, room)
	dh := b.digit.LineHeight()
	b.digit.Place(pad, top+(size.Height-top-dh)/2, hint)

	b.underline.FillColor = color.Transparent
	b.underline.Hidden = !(active && b.flush)
	if b.flush {
		b.underline.FillColor = b.words.Color
		b.underline.Move(fyne.NewPos(0, y+h))
		b.underline.Resize(fyne.NewSize(fyne.Min(b.words.NaturalWidth(), room), l.Size(theme.SizeLine)))
	}
	outset := l.Size(theme.SizeFocusRing) + 1
	b.focus.Place(l, fyne.Position{}, size, radius, outset, b.Focused && !b.Disabled())
}

func (b *Button) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{&b.back}
	if b.picture != nil {
		out = append(out, b.picture)
	}
	out = append(out, &b.shade, &b.underline)
	out = append(out, b.words.Objects()...)
	out = append(out, b.digit.Objects()...)
	return append(out, &b.focus.Rect)
}
