package ui

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// barLayout places the case at the left, the message in the middle, and the buttons at the right. Where they have no room
// beside each other they go to more lines, the message last.
type barLayout struct{}

// The objects of the bar, by index.
const (
	barWho = iota
	barChange
	barCases
	barSays
	barUndo
	barSettings
)

// barLines are the ways to share the bar out, from wide to narrow. The last one holds in any width: its lines go on in the
// next where they end.
var barLines = [][][]int{
	{{barWho, barChange, barCases, barSays, barUndo, barSettings}},
	{{barWho, barChange, barCases, barUndo, barSettings}, {barSays}},
	{{barWho, barChange, barCases}, {barSays, barUndo, barSettings}},
	{{barWho}, {barChange, barCases, barUndo, barSettings}, {barSays}},
}

// Widths at text scale 1: the least of the message, and the most that the case takes before the others.
const barSaysLeast, barWhoMost float32 = 380, 300

// least is the width below which an object of the bar goes to a line of its own.
func (l *barLayout) least(objects []fyne.CanvasObject, i int) float32 {
	switch i {
	case barSays:
		return fyne.Min(flow.NaturalWidth(objects[barSays]), barSaysLeast*theme.TextScale())
	case barWho:
		return fyne.Min(flow.NaturalWidth(objects[barWho]), barWhoMost*theme.TextScale())
	}
	return flow.NaturalWidth(objects[i])
}

// lines chooses the first way that has room.
func (l *barLayout) lines(objects []fyne.CanvasObject, width float32) [][]int {
	for _, way := range barLines {
		fits := true
		for _, line := range way {
			need := -theme.SpaceS
			for _, i := range line {
				need += l.least(objects, i) + theme.SpaceS
			}
			fits = fits && need <= width
		}
		if fits {
			return way
		}
	}
	return barLines[len(barLines)-1]
}

// height is what the bar needs at a width.
func (l *barLayout) height(objects []fyne.CanvasObject, width float32) float32 {
	return l.arrange(objects, width, func(int, fyne.Position, fyne.Size) {})
}

// Layout implements fyne.Layout.
func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.arrange(objects, size.Width, func(i int, pos fyne.Position, size fyne.Size) {
		objects[i].Move(pos)
		objects[i].Resize(size)
	})
}

// arrange places the objects for a width and returns the height.
func (l *barLayout) arrange(objects []fyne.CanvasObject, width float32, place func(i int, pos fyne.Position, size fyne.Size)) float32 {
	y := float32(0)
	lines := l.lines(objects, width)
	says := objects[barSays].(*widgets.Button)
	says.SetMaxLines(min(len(lines), 2)) // a long message must not make a bar of one line higher
	for n, line := range lines {
		if n > 0 {
			y += theme.SpaceS
		}
		var x, high float32
		var row []int
		widths := map[int]float32{}
		end := func() { // of a row, centred on its line
			for _, i := range row {
				h := flow.HeightFor(objects[i], widths[i])
				place(i, fyne.NewPos(x, y+(high-h)/2), fyne.NewSize(widths[i], h))
				x += widths[i] + theme.SpaceS
			}
			y += high
		}
		for i, w := range l.share(objects, line, width) {
			if i > 0 && x+w > width+0.5 {
				x = 0
				end()
				x, high, row = 0, 0, nil
				y += theme.SpaceS
			}
			row, widths[line[i]] = append(row, line[i]), w
			x += w + theme.SpaceS
			high = fyne.Max(high, flow.HeightFor(objects[line[i]], w))
		}
		x = 0
		end()
	}
	return y
}

// share gives each object of a line its width: the message takes what is left, without it the case does.
func (l *barLayout) share(objects []fyne.CanvasObject, line []int, width float32) []float32 {
	widths := make([]float32, len(line))
	left, elastic := width, -1
	for n, i := range line {
		widths[n] = fyne.Min(l.least(objects, i), width)
		left -= widths[n]
		if i == barSays || (i == barWho && elastic < 0) {
			elastic = n
		}
	}
	left -= theme.SpaceS * float32(len(line)-1)
	if elastic >= 0 && left > 0 {
		widths[elastic] += left
	}
	return widths
}

// MinSize implements fyne.Layout; the window's own layout asks height.
func (l *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, l.height(objects, defaultSize.Width))
}
