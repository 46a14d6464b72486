package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// barLayout places the case at the left, the message in the middle, and the buttons at the right. Where they
// have no room beside each other the link that changes the device goes first; then they go to more lines, the
// message last.
type barLayout struct {
	who             fyne.CanvasObject // name and device of the case
	change, cases   fyne.CanvasObject
	says            *widgets.Button // the message
	state           fyne.CanvasObject
	mode            fyne.CanvasObject // simple or helper
	undo, redo      fyne.CanvasObject
	settings        fyne.CanvasObject
	noState, noRedo bool // these are not shown now
}

// objects returns the parts in the order of the keyboard.
func (l *barLayout) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.who, l.change, l.says, l.state, l.mode, l.undo, l.redo, l.cases, l.settings}
}

// arrangements returns the ways to share the bar out into lines, from wide to narrow. The last one holds in
// any width: its lines wrap, and what takes back is brought back by key alone.
func (l *barLayout) arrangements() [][][]fyne.CanvasObject {
	ways := [][][]fyne.CanvasObject{
		{{l.who, l.change, l.says, l.state, l.mode, l.undo, l.redo, l.cases, l.settings}},
		{{l.who, l.says, l.state, l.mode, l.undo, l.redo, l.cases, l.settings}},
		{{l.who, l.change, l.mode, l.undo, l.redo, l.cases, l.settings}, {l.state, l.says}},
		{{l.who, l.change, l.state}, {l.says}, {l.mode, l.undo, l.redo, l.cases, l.settings}},
		{{l.who, l.undo}, {l.mode, l.cases, l.settings}, {l.state, l.says}},
	}
	for _, lines := range ways {
		for i := range lines {
			lines[i] = slices.DeleteFunc(lines[i], func(o fyne.CanvasObject) bool {
				return o == l.state && l.noState || o == l.redo && l.noRedo
			})
		}
	}
	return ways
}

// Widths at text scale 1: the least of the message, and the most that the case takes before the others.
const barSaysLeast, barWhoMost float32 = 150, 250

// least returns the width below which a part goes to a line of its own.
func (l *barLayout) least(o fyne.CanvasObject) float32 {
	switch o {
	case l.says:
		return fyne.Min(flow.NaturalWidth(o), barSaysLeast*theme.TextScale())
	case l.who:
		return fyne.Min(flow.NaturalWidth(o), barWhoMost*theme.TextScale())
	}
	return flow.NaturalWidth(o)
}

// lines chooses the first arrangement that fits a width.
func (l *barLayout) lines(width float32) [][]fyne.CanvasObject {
	all := l.arrangements()
	for _, lines := range all {
		fits := true
		for _, line := range lines {
			need := -theme.SpaceS
			for _, o := range line {
				need += l.least(o) + theme.SpaceS
			}
			fits = fits && need <= width
		}
		if fits {
			return lines
		}
	}
	return all[len(all)-1]
}

// height returns the height that the bar needs at a width.
func (l *barLayout) height(width float32) float32 {
	return l.arrange(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// Layout implements fyne.Layout.
func (l *barLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	shown := slices.Concat(l.lines(size.Width)...)
	for _, o := range l.objects() {
		switch is := slices.Contains(shown, o); {
		case is && !o.Visible():
			o.Show()
		case !is && o.Visible():
			o.Hide()
		}
	}
	l.arrange(size.Width, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Move(pos)
		o.Resize(size)
	})
}

// MinSize implements fyne.Layout; the window's own layout asks height.
func (l *barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, l.height(defaultSize.Width))
}

// placeFunc gets the place of a part.
type placeFunc func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size)

// arrange calls place for each part and returns the height of all.
func (l *barLayout) arrange(width float32, place placeFunc) float32 {
	y := float32(0)
	lines := l.lines(width)
	l.says.SetMaxLines(min(len(lines), 2)) // a long message must not make a bar of one line higher
	for n, line := range lines {
		if n > 0 {
			y += theme.SpaceS
		}
		y += l.arrangeLine(line, y, width, place)
	}
	return y
}

// arrangeLine places the parts of a line, which wraps where it must, and returns its height.
func (l *barLayout) arrangeLine(line []fyne.CanvasObject, y, width float32, place placeFunc) float32 {
	top, high, x := y, float32(0), float32(0)
	var row []fyne.CanvasObject
	var widths []float32
	end := func() { // of a row, each part centred on it
		x = 0
		for i, o := range row {
			h := flow.HeightFor(o, widths[i])
			place(o, fyne.NewPos(x, y+(high-h)/2), fyne.NewSize(widths[i], h))
			x += widths[i] + theme.SpaceS
		}
		y += high
		row, widths, high, x = nil, nil, 0, 0
	}
	for i, w := range l.share(line, width) {
		if i > 0 && x+w > width+0.5 {
			end()
			y += theme.SpaceS
		}
		row, widths = append(row, line[i]), append(widths, w)
		x += w + theme.SpaceS
		high = fyne.Max(high, flow.HeightFor(line[i], w))
	}
	end()
	return y - top
}

// share gives each part of a line its width: the message takes what is left, without it the case does. In a line
// that is too wide the same part gives up to half of its least width before the line wraps.
func (l *barLayout) share(line []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(line))
	left, elastic := width, -1
	for n, o := range line {
		widths[n] = fyne.Min(l.least(o), width)
		left -= widths[n]
		if o == fyne.CanvasObject(l.says) || o == l.who && elastic < 0 {
			elastic = n
		}
	}
	left -= theme.SpaceS * float32(len(line)-1)
	for n, o := range line { // the whole of the device before more of the message
		if more := flow.NaturalWidth(o) - widths[n]; o == l.who && more > 0 && left > 0 {
			more = fyne.Min(more, left)
			widths[n], left = widths[n]+more, left-more
		}
	}
	if elastic >= 0 && left > -widths[elastic]/2 {
		widths[elastic] += left
	}
	return widths
}
