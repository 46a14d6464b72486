package place

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// TabStrip is a row of tabs; a line marks the chosen tab. Left and Right choose the neighbour while the strip
// has the focus. Tabs that do not fit go to the next line.
type TabStrip struct {
	widget.BaseWidget
	Interaction

	// OnChanged is called when a person chooses another tab; Select does not call it.
	OnChanged func(index int)

	labels   []string
	boxed    bool // one box around all tabs, in which the chosen one is filled
	selected int
	over     int // index of the tab under the pointer, or -1

	tabs  []*tab
	line  canvas.Rectangle
	box   canvas.Rectangle
	focus paint.Ring
}

// tab holds the canvas objects of one label.
type tab struct {
	words     paint.TextBlock
	shade     canvas.Rectangle
	underline canvas.Rectangle
	pos       fyne.Position
	size      fyne.Size
}

var (
	_ fyne.Tappable         = (*TabStrip)(nil)
	_ fyne.Focusable        = (*TabStrip)(nil)
	_ fyne.Accessible       = (*TabStrip)(nil)
	_ desktop.Hoverable     = (*TabStrip)(nil)
	_ flow.HeightForWidther = (*TabStrip)(nil)
)

// NewTabStrip makes a strip with the first tab chosen.
func NewTabStrip(labels []string, changed func(index int)) *TabStrip {
	t := &TabStrip{OnChanged: changed, over: -1}
	t.Changed = t.Refresh
	t.ExtendBaseWidget(t)
	t.SetLabels(labels)
	return t
}

// NewSegments makes a choice between a few short words in one box, with the first chosen.
func NewSegments(labels []string, changed func(index int)) *TabStrip {
	t := NewTabStrip(labels, changed)
	t.boxed = true
	return t
}

// NaturalWidth returns the width of all tabs beside each other.
func (t *TabStrip) NaturalWidth() float32 {
	l := paint.LookOf(t)
	t.arrange(l, 1e6)
	last := t.tabs[len(t.tabs)-1]
	return last.pos.X + last.size.Width + t.edge(l)
}

// edge is the space between the box and the tabs in it.
func (t *TabStrip) edge(l paint.Look) float32 {
	if t.boxed {
		return l.Size(theme.SizeSpaceXS) - 1
	}
	return 0
}

// SetLabels replaces the tabs. The choice stays where it is, or goes to the last tab.
func (t *TabStrip) SetLabels(labels []string) {
	t.labels = append([]string(nil), labels...)
	t.tabs = make([]*tab, len(labels))
	for i := range t.tabs {
		t.tabs[i] = &tab{}
	}
	t.selected = max(min(t.selected, len(labels)-1), 0)
	t.over = -1
	t.Refresh()
}

// Select chooses a tab without calling OnChanged. It ignores an index that no tab has.
func (t *TabStrip) Select(index int) {
	if index >= 0 && index < len(t.labels) && index != t.selected {
		t.selected = index
		t.Refresh()
	}
}

// Selected returns the index of the chosen tab.
func (t *TabStrip) Selected() int { return t.selected }

func (t *TabStrip) choose(index int) {
	if index < 0 || index >= len(t.labels) || index == t.selected {
		return
	}
	t.Select(index)
	if t.OnChanged != nil {
		t.OnChanged(index)
	}
}

// Tapped implements fyne.Tappable: the tab under the pointer is chosen.
func (t *TabStrip) Tapped(e *fyne.PointEvent) { t.choose(t.at(e.Position)) }

// TypedKey implements fyne.Focusable: Left and Right choose the neighbour.
func (t *TabStrip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		t.choose(t.selected - 1)
	case fyne.KeyRight:
		t.choose(t.selected + 1)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(len(t.labels) - 1)
	default:
		t.PassKey(e)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *TabStrip) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: the tab under the pointer is shaded.
func (t *TabStrip) MouseMoved(e *desktop.MouseEvent) {
	if at := t.at(e.Position); at != t.over {
		t.over = at
		t.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (t *TabStrip) MouseOut() {
	t.over = -1
	t.Refresh()
}

// at returns the index of the tab at a point, or -1.
func (t *TabStrip) at(p fyne.Position) int {
	for i, tb := range t.tabs {
		if inside(p, tb.pos, tb.size) {
			return i
		}
	}
	return -1
}

// inside reports whether a point lies inside an area.
func inside(p, pos fyne.Position, size fyne.Size) bool {
	return p.X >= pos.X && p.X < pos.X+size.Width && p.Y >= pos.Y && p.Y < pos.Y+size.Height
}

// AccessibilityLabel returns the chosen tab and all tabs.
func (t *TabStrip) AccessibilityLabel() string {
	if len(t.labels) == 0 {
		return ""
	}
	return t.labels[t.selected] + " (" + strings.Join(t.labels, ", ") + ")"
}

// AccessibilityRole implements fyne.Accessible.
func (t *TabStrip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *TabStrip) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(t, t.layout, t.leastSize, t.objects)
}

// arrange sets the places of the tabs and returns the height.
func (t *TabStrip) arrange(l paint.Look, width float32) float32 {
	pad, gap, edge := l.Size(theme.SizeSpaceS), l.Size(theme.SizeSpaceXS), t.edge(l)
	x, y, h := edge, edge, float32(0)
	for i, tb := range t.tabs {
		tb.words.Text, tb.words.Bold, tb.words.Size = t.labels[i], true, l.Size(theme.SizeTextNormal)
		tb.words.Align = fyne.TextAlignCenter
		tb.words.Color = l.Color(theme.ColorMuted)
		switch {
		case i == t.selected && t.boxed:
			tb.words.Color = l.Color(theme.ColorAccent)
		case i == t.selected:
			tb.words.Color = l.Color(theme.ColorText)
		}
		h = fyne.Max(l.Size(theme.SizeControl)-2*edge, tb.words.LineHeight()+2*pad-2*edge)
		w := tb.words.NaturalWidth() + 2*pad
		if x > edge && x+w+edge > width+0.5 {
			x, y = edge, y+h
		}
		tb.pos, tb.size = fyne.NewPos(x, y), fyne.NewSize(w, h)
		x += w + gap
	}
	if t.boxed {
		return y + h + edge
	}
	return y + h + l.Size(theme.SizeLine)
}

// HeightForWidth implements flow.HeightForWidther.
func (t *TabStrip) HeightForWidth(w float32) float32 { return t.arrange(paint.LookOf(t), w) }

func (t *TabStrip) leastSize() fyne.Size {
	l := paint.LookOf(t)
	last := t.Size().Width
	if last == 0 {
		last = 1e6
	}
	h := t.arrange(l, last)
	w := float32(0)
	for _, tb := range t.tabs {
		w = fyne.Max(w, tb.size.Width)
	}
	return fyne.NewSize(w+2*t.edge(l), h)
}

func (t *TabStrip) layout(size fyne.Size) {
	l := paint.LookOf(t)
	h := t.arrange(l, size.Width)
	thin, mark, pad := l.Size(theme.SizeLine), l.Size(theme.SizeFocusRing), l.Size(theme.SizeSpaceS)
	paint.Fill(l, &t.line, theme.ColorLine, "", 0)
	t.line.Hidden = t.boxed
	paint.Fill(l, &t.box, theme.ColorSurface, theme.ColorControl, l.Size(theme.SizeRadiusM))
	t.box.Resize(size)
	t.box.Hidden = !t.boxed
	t.line.Move(fyne.NewPos(0, h-thin))
	t.line.Resize(fyne.NewSize(size.Width, thin))
	for i, tb := range t.tabs {
		tb.words.Place(tb.pos.X, tb.pos.Y+(tb.size.Height-tb.words.LineHeight())/2, tb.size.Width)
		paint.Fill(l, &tb.shade, fynetheme.ColorNameHover, "", l.Size(theme.SizeRadiusS))
		tb.shade.Move(tb.pos)
		tb.shade.Resize(tb.size.SubtractWidthHeight(0, mark))
		tb.shade.Hidden = i != t.over
		if t.boxed {
			paint.Fill(l, &tb.underline, theme.ColorAccentSoft, "", l.Size(theme.SizeRadiusS))
			tb.underline.Move(tb.pos)
			tb.underline.Resize(tb.size)
			tb.underline.Hidden = i != t.selected
			continue
		}
		paint.Fill(l, &tb.underline, theme.ColorAccent, "", 0)
		tb.underline.Move(tb.pos.AddXY(pad, tb.size.Height-mark+thin))
		tb.underline.Resize(fyne.NewSize(tb.size.Width-2*pad, mark))
		tb.underline.Hidden = i != t.selected
	}
	t.focus.Rect.Hidden = true
	if t.Focused && t.selected < len(t.tabs) {
		tb := t.tabs[t.selected]
		t.focus.Place(l, tb.pos, tb.size.SubtractWidthHeight(0, mark), l.Size(theme.SizeRadiusS), -1, true)
	}
}

func (t *TabStrip) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{&t.box, &t.line}
	for _, tb := range t.tabs {
		out = append(append(out, &tb.underline, &tb.shade), tb.words.Objects()...)
	}
	return append(out, &t.focus.Rect)
}
