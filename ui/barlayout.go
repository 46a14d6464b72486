package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// barLayout places the parts of the case bar on one line: the case at the left, the complaint in the middle,
// the buttons at the right. What has no room goes into the menu More, and the state of the case takes the
// line of its device.
//
// A part never moves because another part changed what it shows: a second click would hit a neighbor.
type barLayout struct {
	who           *caseLines
	change, cases fyne.CanvasObject
	says          *widgets.Button // the complaint or message
	state         *widgets.Pill
	noState       bool              // of an open case, nothing is told
	mode          fyne.CanvasObject // simple or helper
	undo, redo    fyne.CanvasObject
	settings      fyne.CanvasObject
	help, more    fyne.CanvasObject
}

// objects returns the parts in the order of the keyboard.
func (l *barLayout) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		l.who.column, l.change, l.says, l.state, l.mode, l.undo, l.redo, l.cases, l.settings, l.help, l.more,
	}
}

// arrangement is what stands in the bar from a width on, at text scale 1.
type arrangement struct {
	from  float32
	parts []fyne.CanvasObject
}

// barNarrow is the width of the bar in a window of 900. Below it the switch, the settings and the complaint
// are in the menu More.
const barNarrow = 900 - 2*theme.SpaceL

// arrangements returns the ways to fill the bar, from wide to narrow. The last one holds in any width.
func (l *barLayout) arrangements() []arrangement {
	who := fyne.CanvasObject(l.who.column)
	return []arrangement{
		{0, []fyne.CanvasObject{
			who, l.change, l.says, l.state, l.mode, l.undo, l.redo, l.cases, l.settings, l.help,
		}},
		{0, []fyne.CanvasObject{who, l.says, l.state, l.mode, l.undo, l.redo, l.cases, l.settings, l.help}},
		{barNarrow, []fyne.CanvasObject{who, l.says, l.mode, l.undo, l.redo, l.cases, l.more}},
		{barNarrow, []fyne.CanvasObject{who, l.says, l.mode, l.undo, l.cases, l.more}},
		{0, []fyne.CanvasObject{who, l.undo, l.cases, l.more}},
		{0, []fyne.CanvasObject{who, l.undo, l.more}},
		{0, []fyne.CanvasObject{who, l.more}},
	}
}

// Widths at text scale 1: the least of the complaint, the most that the case takes before the others, and the
// room that is kept for the state.
const barSaysLeast, barWhoMost, barState float32 = 150, 205, 160

// least returns the width that a part takes before what is left is shared out.
func (l *barLayout) least(o fyne.CanvasObject) float32 {
	switch o {
	case l.says:
		return barSaysLeast * theme.TextScale()
	case l.who.column:
		return fyne.Min(l.who.width(), barWhoMost*theme.TextScale())
	}
	return flow.NaturalWidth(o)
}

// parts chooses the first arrangement that fits a width. The state counts as if it were always there.
func (l *barLayout) parts(width float32) []fyne.CanvasObject {
	all := l.arrangements()
	fitting := slices.IndexFunc(all, func(a arrangement) bool {
		need := -theme.SpaceS
		for _, o := range a.parts {
			if o == l.state {
				need += barState*theme.TextScale() + theme.SpaceS
				continue
			}
			need += l.least(o) + theme.SpaceS
		}
		return need <= width && a.from*theme.TextScale() <= width
	})
	if fitting < 0 {
		fitting = len(all) - 1
	}
	return all[fitting].parts
}

// lacks reports whether a part has no room in the bar as it stands.
func (l *barLayout) lacks(o fyne.CanvasObject) bool { return o != l.state && !o.Visible() }

// height returns the height that the bar needs at a width.
func (l *barLayout) height(width float32) float32 {
	l.says.SetMaxLines(1)
	high := float32(0)
	for _, o := range l.parts(width) {
		high = fyne.Max(high, flow.HeightFor(o, l.least(o)))
	}
	return high
}

// Layout implements fyne.Layout.
func (l *barLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	shown := l.parts(size.Width)
	l.who.tellState(!l.noState && !slices.Contains(shown, fyne.CanvasObject(l.state)))
	if l.noState {
		shown = slices.DeleteFunc(slices.Clone(shown), func(o fyne.CanvasObject) bool { return o == l.state })
	}
	for _, o := range l.objects() {
		switch is := slices.Contains(shown, o); {
		case is && !o.Visible():
			o.Show()
		case !is && o.Visible():
			o.Hide()
		}
	}
	x := float32(0)
	widths := l.share(shown, size.Width)
	l.who.fit(widths[0])
	for i, w := range widths {
		h := flow.HeightFor(shown[i], w)
		shown[i].Move(fyne.NewPos(x, (size.Height-h)/2))
		shown[i].Resize(fyne.NewSize(w, h))
		x += w + theme.SpaceS
	}
}

// MinSize implements fyne.Layout; the window's own layout asks height.
func (l *barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, l.height(defaultSize.Width))
}

// share gives each part its width. The complaint takes what is left, or gives what is missing; without it the
// case does.
func (l *barLayout) share(parts []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(parts))
	left, elastic := width-theme.SpaceS*float32(len(parts)-1), 0
	for n, o := range parts {
		widths[n] = fyne.Min(l.least(o), width)
		left -= widths[n]
		if o == fyne.CanvasObject(l.says) {
			elastic = n
		}
	}
	// the whole of the device before more of the complaint
	if more := fyne.Min(l.who.width()-widths[0], left); elastic > 0 && more > 0 {
		widths[0], left = widths[0]+more, left-more
	}
	widths[elastic] = fyne.Max(widths[elastic]+left, 0)
	return widths
}
