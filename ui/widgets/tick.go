package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// Tick is a check box with words that wrap beside the box and, if wanted, figures at the right. A tap
// anywhere turns the box; Enter and Space turn it while it has the focus. The heading of a Fold is a Tick
// with an arrow in place of the box.
type Tick struct {
	widget.BaseWidget
	place.Interaction

	// OnChanged is called when a person turns the box; SetOn does not call it.
	OnChanged func(on bool)

	on             bool
	arrow          bool // an arrow in place of the box
	words, figures *paint.Paragraph
	spoken         [2]string // words for off and on
	box            canvas.Rectangle
	mark           [2]canvas.Line
	shade          canvas.Rectangle
	focus          paint.Ring
}

var (
	_ fyne.Accessible       = (*Tick)(nil)
	_ fyne.Focusable        = (*Tick)(nil)
	_ flow.HeightForWidther = (*Tick)(nil)
)

// NewTick makes a box that is not ticked. Figures may be empty.
func NewTick(text, figures string, changed func(on bool)) *Tick {
	t := &Tick{OnChanged: changed, words: paint.NewParagraph(text)}
	t.figures = paint.NewParagraph(figures).WithColor(theme.ColorMuted)
	t.Changed = t.Refresh
	t.ExtendBaseWidget(t)
	return t
}

// Set replaces words and figures.
func (t *Tick) Set(text, figures string) {
	t.words.SetText(text)
	t.figures.SetText(figures)
	t.Refresh()
}

// SetOn ticks the box or clears it.
func (t *Tick) SetOn(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

// On reports whether the box is ticked.
func (t *Tick) On() bool { return t.on }

// SetSpoken sets the words for the two states for people who hear them.
func (t *Tick) SetSpoken(off, on string) { t.spoken = [2]string{off, on} }

// Tapped implements fyne.Tappable: the box is turned.
func (t *Tick) Tapped(*fyne.PointEvent) {
	t.SetOn(!t.on)
	if t.OnChanged != nil {
		place.KeepInPlace(t, func() { t.OnChanged(t.on) })
	}
}

// TypedKey implements fyne.Focusable: Enter and Space turn the box.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	if place.IsActivate(e) {
		t.Tapped(nil)
		return
	}
	t.PassKey(e)
}

// Folds reports whether the line is the heading of a Fold.
func (t *Tick) Folds() bool { return t.arrow }

// AccessibilityLabel returns the words, the figures and the state.
func (t *Tick) AccessibilityLabel() string {
	label := paint.PlainText(t.words.Text())
	if t.figures.Text() != "" {
		label += ", " + t.figures.Text()
	}
	state := t.spoken[0]
	if t.on {
		state = t.spoken[1]
	}
	if state != "" {
		label += ", " + state
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (t *Tick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(t, t.layout, t.leastSize, t.objects)
}

// tickPlaces are the places of the parts of a line at a width.
type tickPlaces struct {
	box, indent           float32
	words, figures        float32 // widths
	wordsHigh, figureHigh float32
	below                 bool // the figures stand under the words
	height                float32
}

func (t *Tick) places(l paint.Look, w float32) tickPlaces {
	p := tickPlaces{box: 18 * l.Size(theme.SizeScale)}
	p.indent = p.box + l.Size(theme.SizeSpaceS) + 2
	room := fyne.Max(w-p.indent, 0)
	p.words = room
	if t.figures.Text() != "" {
		p.figures = fyne.Min(t.figures.NaturalWidth(), room)
		beside := room - p.figures - l.Size(theme.SizeSpaceM)
		p.below = p.figures > room*flow.FiguresShare || t.words.Block().WidestWord() > beside
		if !p.below {
			p.words = beside
		}
		p.figureHigh = t.figures.HeightForWidth(p.figures)
	}
	p.wordsHigh = t.words.HeightForWidth(p.words)
	p.height = fyne.Max(p.wordsHigh, p.figureHigh)
	if p.below {
		p.height = p.wordsHigh + p.figureHigh
	}
	p.height = fyne.Max(p.height, l.Size(theme.SizeTarget))
	return p
}

// HeightForWidth implements flow.HeightForWidther.
func (t *Tick) HeightForWidth(w float32) float32 { return t.places(paint.LookOf(t), w).height }

func (t *Tick) leastSize() fyne.Size {
	l := paint.LookOf(t)
	w := t.words.MinSize().Width + t.places(l, 0).indent
	return fyne.NewSize(w, t.HeightForWidth(fyne.Max(t.Size().Width, w)))
}

func (t *Tick) layout(size fyne.Size) {
	l := paint.LookOf(t)
	p := t.places(l, size.Width)
	line := t.words.Block().LineHeight()
	top := fyne.Max((p.height-p.wordsHigh)/2, 0)
	if p.below {
		top = fyne.Max((p.height-p.wordsHigh-p.figureHigh)/2, 0)
	}
	t.words.Move(fyne.NewPos(p.indent, top))
	t.words.Resize(fyne.NewSize(p.words, p.wordsHigh))
	if p.below {
		t.figures.Move(fyne.NewPos(p.indent, top+p.wordsHigh))
	} else {
		t.figures.Move(fyne.NewPos(size.Width-p.figures, top))
	}
	t.figures.Resize(fyne.NewSize(p.figures, p.figureHigh))

	y := top + (line-p.box)/2
	t.draw(l, p.box, y)
	paint.Fill(l, &t.shade, fynetheme.ColorNameHover, "", l.Size(theme.SizeRadiusM))
	t.shade.Resize(size)
	t.shade.Hidden = !t.Hovered
	if t.arrow { // the line is a heading; the content opens below
		t.focus.Place(l, fyne.Position{}, size, l.Size(theme.SizeRadiusM), 0, t.Focused)
		return
	}
	outset := l.Size(theme.SizeFocusRing) + 1
	t.focus.Place(l, fyne.NewPos(0, y), fyne.NewSquareSize(p.box), p.box/4, outset, t.Focused)
}

// The corners of a tick, and of an arrow that is closed or open, as shares of the box.
var (
	tickMark    = [3]fyne.Position{{X: 0.24, Y: 0.52}, {X: 0.43, Y: 0.70}, {X: 0.76, Y: 0.32}}
	arrowClosed = [3]fyne.Position{{X: 0.38, Y: 0.25}, {X: 0.64, Y: 0.50}, {X: 0.38, Y: 0.75}}
	arrowOpen   = [3]fyne.Position{{X: 0.25, Y: 0.38}, {X: 0.50, Y: 0.64}, {X: 0.75, Y: 0.38}}
)

// draw makes the box with its mark, or the arrow, at y.
func (t *Tick) draw(l paint.Look, side, y float32) {
	corners, name := tickMark, theme.ColorOnAccent
	switch {
	case t.arrow:
		if corners, name = arrowClosed, theme.ColorMuted; t.on {
			corners = arrowOpen
		}
		paint.Fill(l, &t.box, "", "", 0)
	case t.on:
		paint.Fill(l, &t.box, theme.ColorAccent, "", 0)
	default:
		paint.Fill(l, &t.box, theme.ColorSurface, theme.ColorControl, 0)
	}
	t.box.CornerRadius = side / 4
	t.box.Move(fyne.NewPos(0, y))
	t.box.Resize(fyne.NewSquareSize(side))
	for i := range t.mark {
		m := &t.mark[i]
		m.StrokeColor, m.StrokeWidth, m.Hidden = l.Color(name), side/8, !t.on && !t.arrow
		m.Position1 = fyne.NewPos(corners[i].X*side, y+corners[i].Y*side)
		m.Position2 = fyne.NewPos(corners[i+1].X*side, y+corners[i+1].Y*side)
	}
}

func (t *Tick) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{&t.shade, &t.box, &t.mark[0], &t.mark[1], t.words, t.figures, &t.focus.Rect}
}
