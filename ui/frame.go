package ui

import (
	"image"
	"slices"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// frameLayout stacks the case bar, the strip of the machines, a line, the banner and the body, and gives the body the rest.
type frameLayout struct {
	back, line, body, drawing fyne.CanvasObject
	machines                  fyne.CanvasObject
	bar                       *caseBar
	banner                    *banner
}

// newFrame puts the parts of the window together. The drawing is a dot that is drawn once.
func newFrame(bar *caseBar, banner *banner, machines, body, drawing fyne.CanvasObject) *fyne.Container {
	l := &frameLayout{
		back: place.NewBackground(theme.ColorSurface, &fyne.Container{}), line: place.NewDivider(),
		bar: bar, banner: banner, machines: machines, body: body, drawing: drawing,
	}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{
		l.back, bar.content, machines, l.line,
		banner.content, body, drawing,
	}}
}

// bodyLeast is the share of the height that the panes need. Where large text leaves less, the bar gives way
// to the banner until the banner is closed.
const bodyLeast float32 = 0.5

// stripRoom is the least height of a window that has room for the strip of the machines, at text scale 1.
const stripRoom float32 = 620

// Layout implements fyne.Layout.
func (l *frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*theme.SpaceL
	height := l.bar.layout.height(width)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	banner := float32(0)
	if l.banner.content.Visible() {
		banner = flow.HeightFor(l.banner.content, size.Width)
	}
	y := height + 2*theme.SpaceM
	hidden := banner > 0 && size.Height-y-banner < bodyLeast*size.Height
	for _, o := range []fyne.CanvasObject{l.back, l.bar.content, l.line} {
		if hidden && o.Visible() {
			o.Hide()
		} else if !hidden && !o.Visible() {
			o.Show()
		}
	}
	if hidden {
		y = 0
	} else {
		put(l.bar.content, theme.SpaceL, theme.SpaceM, width, height)
		// its words may have changed where its size has not
		l.bar.layout.Layout(nil, fyne.NewSize(width, height))
		put(l.back, 0, 0, size.Width, y)
		put(l.line, 0, y, size.Width, 1)
		y++
	}
	if height := l.machines.MinSize().Height; hidden || size.Height < stripRoom*theme.TextScale() {
		put(l.machines, 0, -height, size.Width, height) // out of sight; the settings lead to it, too
	} else if l.machines.Visible() {
		put(l.machines, theme.SpaceL, y, width, height)
		y += height
	}
	put(l.banner.content, 0, y, size.Width, banner)
	y += banner
	put(l.body, 0, y, size.Width, size.Height-y)
	put(l.drawing, 0, 0, 1, 1)
}

// MinSize implements fyne.Layout.
func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(360, 420) }

// strip is a row of tabs and a line above one or more contents, which lie on top of each other and of which
// one is visible.
type strip struct {
	names    []desk.Tab
	tabs     *place.TabStrip
	line     fyne.CanvasObject
	contents []fyne.CanvasObject
}

// newStrip makes the tabs; a person who chooses one comes to it.
func (w *Window) newStrip(names []desk.Tab, contents ...fyne.CanvasObject) *strip {
	s := &strip{line: place.NewDivider(), contents: contents}
	s.tabs = place.NewTabStrip(nil, func(i int) { w.desk.ShowTab(s.names[i]) })
	s.setNames(w, names)
	return s
}

// setNames replaces the tabs.
func (s *strip) setNames(w *Window, names []desk.Tab) {
	labels := make([]string, len(names))
	for i, name := range names {
		labels[i] = w.desk.Text("tab." + string(name))
		if name == desk.TabChecklist && !w.desk.IsHelper() {
			labels[i] = w.desk.Text("checklist.known")
		}
	}
	s.names = names
	s.tabs.SetLabels(labels)
}

// object returns the tabs and the contents together.
func (s *strip) object() *fyne.Container {
	return &fyne.Container{Layout: s, Objects: append([]fyne.CanvasObject{s.tabs, s.line}, s.contents...)}
}

// choose marks a tab as chosen.
func (s *strip) choose(name desk.Tab) { s.tabs.Select(slices.Index(s.names, name)) }

// setVisible shows or hides the tabs; the contents stay.
func (s *strip) setVisible(visible bool) {
	for _, o := range []fyne.CanvasObject{s.tabs, s.line} {
		if visible {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// Layout implements fyne.Layout.
func (s *strip) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	if s.tabs.Visible() {
		width := size.Width - 2*theme.SpaceL
		h := flow.HeightFor(s.tabs, width)
		s.tabs.Move(fyne.NewPos(theme.SpaceL, theme.SpaceS))
		s.tabs.Resize(fyne.NewSize(width, h))
		y = theme.SpaceS + h
		s.line.Move(fyne.NewPos(theme.SpaceL, y))
		s.line.Resize(fyne.NewSize(width, 1))
		y++
	}
	for _, o := range s.contents {
		if o.Visible() {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, size.Height-y))
		}
	}
}

// MinSize implements fyne.Layout.
func (s *strip) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

// onceDrawn returns a clear dot that calls a function when it is drawn for the first time. The toolkit also
// tells when a window gets the focus, but a window may be drawn without.
func onceDrawn(do func()) fyne.CanvasObject {
	var once sync.Once
	return canvas.NewRaster(func(int, int) image.Image {
		if do != nil {
			once.Do(do)
		}
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
}
