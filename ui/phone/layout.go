package phone

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/knowledge/tour"
	"backupdoctor/ui/theme"
)

// layout builds the picture for a size. A picture that is smaller than the size stands at the top in the
// middle.
func (p *Phone) layout(size fyne.Size) {
	if size == p.builtFor || size.Width <= 0 || size.Height <= 0 {
		return
	}
	p.builtFor = size
	l := lookOf(p)
	scale := l.size(theme.SizeScale)
	s := shapeFor(p.tour.Device, size.Width, scale)
	if p.small {
		s.shrink()
	}
	switch high := s.height > size.Height+0.5; {
	case high && s.tablet: // too little height: a smaller picture, as far as the words can be read
		s = shapeFor(p.tour.Device, max(size.Height/s.aspect(), leastWidth), scale)
	case high: // the lower end of a phone is the last thing that is needed
		s.cut = size.Height
	}
	p.shape, p.traces, p.ringed = s, nil, area{}
	p.content, p.front = container.NewWithoutLayout(), container.NewWithoutLayout()
	p.sheet = container.NewWithoutLayout()
	p.veil = canvas.NewRectangle(l.faded(theme.ColorScreen, 0))

	p.changed = p.viewport()
	back, inside, over := &pen{look: l}, &pen{look: l}, &pen{look: l}
	front, sheet := &pen{look: l}, &pen{look: l}
	s.draw(back)
	if p.page == 0 {
		p.homeScreen(inside)
	} else {
		p.settingsScreen(inside, over, front, sheet)
	}
	top := &pen{look: l}
	clock := p.tour.Clock
	if clock == "" {
		clock = p.text("phone.time")
	}
	s.status(top, clock)
	if s.cut == 0 {
		s.home(top)
	}
	p.content.Objects, p.front.Objects, p.sheet.Objects = inside.objects, front.objects, sheet.objects

	view := p.viewport()
	clip := container.NewClip(p.content)
	clip.Move(fyne.NewPos(view.x, view.y))
	clip.Resize(fyne.NewSize(view.w, view.h))
	// So far the places count from the corner of the picture, not of the clip.
	for _, o := range p.content.Objects {
		o.Move(o.Position().SubtractXY(view.x, view.y))
	}
	p.veil.Move(fyne.NewPos(p.changed.x, p.changed.y))
	p.veil.Resize(fyne.NewSize(p.changed.w, p.changed.h))
	whole := container.NewWithoutLayout(back.objects...)
	whole.Objects = append(whole.Objects, clip)
	whole.Objects = append(whole.Objects, over.objects...)
	whole.Objects = append(whole.Objects, p.front, p.veil)
	whole.Objects = append(whole.Objects, top.objects...)
	whole.Objects = append(whole.Objects, p.sheet)
	whole.Resize(fyne.NewSize(s.width, s.height))
	at := fyne.NewPos((size.Width-s.width)/2, 0)
	if s.cut == 0 {
		whole.Move(at)
		p.all = []fyne.CanvasObject{whole}
		return
	}
	part := container.NewClip(whole)
	part.Move(at)
	part.Resize(fyne.NewSize(s.width, s.cut))
	end := &pen{look: l}
	fade := s.fade()
	end.place(canvas.NewVerticalGradient(l.faded(theme.ColorBackground, 0), l.color(theme.ColorBackground)),
		area{at.X, s.cut - fade, s.width, fade})
	p.all = append([]fyne.CanvasObject{part}, end.objects...)
}

// turn shows a moment of the change to another picture; t runs from 0 to 1. A page comes in from the right,
// or from the left when not forward, and fades in; a sheet comes from below; a page beside the list of a
// tablet only fades in.
func (p *Phone) turn(t float32, forward bool) {
	if p.content == nil {
		return
	}
	if len(p.sheet.Objects) > 0 {
		p.sheet.Move(fyne.NewPos(0, (1-t)*p.shape.font*2))
		return
	}
	x := (1 - t) * p.shape.font * 2
	if !forward {
		x = -x
	}
	if p.shape.tablet {
		x = 0
	}
	p.content.Move(fyne.NewPos(x, 0))
	p.front.Move(fyne.NewPos(x, 0))
	p.veil.FillColor = lookOf(p).faded(theme.ColorScreen, uint8((1-t)*0xFF))
	p.veil.Refresh()
}

// number is what stands on the mark; empty where no lines belong to the pictures.
func (p *Phone) number() string {
	if p.tour.Plain {
		return ""
	}
	return strconv.Itoa(p.page + 1)
}

// viewport returns the part of the screen for pages.
func (p *Phone) viewport() area {
	s := &p.shape
	y := s.screen.y + s.statusHeight()
	end := s.screen.bottom() - s.foot()
	if s.cut > 0 {
		end = s.cut - s.fade()
	}
	return area{s.screen.x, y, s.screen.w, end - y}
}

// list returns a page that is ready to be laid out.
func (p *Phone) list(shot *tour.Shot) *list {
	l := &list{
		metrics: p.shape.metrics, shot: shot, mark: shot.Mark,
		title: labelText(shot.Title), back: labelText(shot.Back),
		icons: p.tour.Device.Version.Major >= 18, name: p.name(), subline: shot.Account,
	}
	if shot.Mark >= 0 && p.page == len(p.tour.Shots) {
		l.goal = p.tour.Act
	}
	return l
}

// settingsScreen draws the page of the current stop.
func (p *Phone) settingsScreen(inside, over, front, sheet *pen) {
	i := p.page - 1
	current := &p.tour.Shots[i]
	if current.Sheet {
		if i > 0 {
			p.panes(i-1, false, inside, over, front)
		}
		p.drawSheet(front, sheet, current)
		return
	}
	p.panes(i, true, inside, over, front)
}

// panes draws the page of stop i, on a tablet beside the list of the first page. The mark is drawn when
// marked is set.
func (p *Phone) panes(i int, marked bool, inside, over, front *pen) {
	view := p.viewport()
	number := strconv.Itoa(p.page + 1)
	if !marked {
		number = ""
	}
	panes := []*pane{{at: view, list: p.list(&p.tour.Shots[i]), selected: -1, number: number}}
	if p.shape.tablet {
		panes = p.split(view, i, number)
		if last := panes[len(panes)-1]; i > 0 {
			p.changed = last.at
		}
	}
	for n, v := range panes {
		v.arrange()
		v.content(inside)
		v.cover(over)
		v.titleBar(front)
		if p.shape.tablet && n == 0 && v.at.w < view.w {
			s := &p.shape
			line := area{v.at.right(), s.screen.y + s.radius/2, 1, s.screen.h - s.radius}
			over.rect(line, 0, over.color(theme.ColorCellLine))
		}
		if v.number != "" {
			if a, round, ok := v.mark(); ok {
				inside.ring(a, round, v.list.metrics, p.number())
				p.ringed = a
			}
		}
		p.addTraces(v)
	}
}

// addTraces records the visible rows of a pane, for tests.
func (p *Phone) addTraces(v *pane) {
	view := v.view()
	for _, b := range v.list.boxes {
		b.at.x += v.at.x
		b.at.y += v.origin
		if b.at.bottom() > view.y && b.at.y < view.bottom() {
			width := b.labelWidth
			if width == 0 {
				width = b.at.w - 2*v.list.pad()
			}
			marked := v.number != "" && b.index == v.list.mark
			p.traces = append(p.traces, trace{b.stop, b.lines, b.size, b.at, width, marked})
		}
	}
}

// drawSheet draws the choices of a sheet over the page.
func (p *Phone) drawSheet(under, out *pen, current *tour.Shot) {
	s := &p.shape
	under.rect(s.screen, s.radius, shade)
	l := p.list(current)
	c := &choices{metrics: s.metrics, list: l}
	view := p.viewport()
	view.h -= s.font * 0.4
	c.layOut(view, s.tablet)
	c.draw(out)
	if a, ok := c.marked(); ok {
		out.ring(a, false, s.metrics, p.number())
		p.ringed = a
	}
	for n, i := range c.rows {
		at := c.from[n]
		p.traces = append(p.traces, trace{l.shot.Rows[i], c.text[n], s.font, at, at.w - 2*s.pad(), i == l.mark})
	}
}

// trace is a row that was drawn, for tests.
type trace struct {
	stop   screens.Stop
	label  []string
	size   float32 // of the label's text, 0 for small print
	at     area
	width  float32 // for the label
	marked bool
}
