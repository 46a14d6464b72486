package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// picker finds the message that the phone shows: all of them at first, then those that fit what is typed or pasted.
type picker struct {
	desk   *desk
	window fyne.Window
	entry  *pickerEntry
	list   *fyne.Container
	scroll *widgets.Scroll
	popup  *widget.PopUp
	first  func() // what Enter does
}

// pickerEntry is the search field; Escape closes the picker.
type pickerEntry struct {
	widget.Entry
	escape, down func()
}

// TypedKey implements fyne.Focusable.
func (e *pickerEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		e.escape()
	case fyne.KeyDown:
		e.down()
	case fyne.KeyPageUp, fyne.KeyPageDown:
		handKeyOn(e, key)
	default:
		e.Entry.TypedKey(key)
	}
}

// showPicker opens the picker over the window.
func showPicker(d *desk, w fyne.Window) *picker {
	p := &picker{desk: d, window: w, list: flow.NewColumn(theme.SpaceXS)}
	device := d.view().Device.Name()
	p.entry = &pickerEntry{escape: p.close, down: func() { w.Canvas().FocusNext() }}
	p.entry.ExtendBaseWidget(p.entry)
	p.entry.SetPlaceHolder(d.text("picker.hint", "Device", device))
	p.entry.OnChanged = p.search
	p.entry.OnSubmitted = func(string) {
		if p.first != nil {
			p.first()
		}
	}
	p.scroll = widgets.NewScroll(flow.NewPadded(focusRoom, p.list))
	head := flow.NewColumn(theme.SpaceS,
		widgets.NewTitle(d.text("picker.title", "Device", device)), widgets.NewCaption(d.text("picker.text", "Device", device)), p.entry)
	foot := flow.NewRow(theme.SpaceS, 0, widgets.NewCaption(d.text("picker.keys")), widgets.NewLinkButton(d.text("picker.close"), p.close))
	p.popup = widget.NewModalPopUp(&fyne.Container{Layout: &sheetLayout{window: w}, Objects: []fyne.CanvasObject{head, p.scroll, foot}}, w.Canvas())
	p.search("")
	p.popup.Show()
	w.Canvas().Focus(p.entry)
	return p
}

func (p *picker) close() { p.popup.Hide() }

// search lists what fits the text. Text that fits nothing can be kept as it is.
func (p *picker) search(text string) {
	base := p.desk.base
	p.list.Objects, p.first = nil, nil
	var found []*knowledge.Message
	if text == "" {
		for i := range base.Messages {
			found = append(found, &base.Messages[i])
		}
		// The numbering of the knowledge base goes from common to rare; those without a number come last.
		slices.SortStableFunc(found, func(a, b *knowledge.Message) int {
			return cmp.Or(cmp.Compare(len(b.Ref), len(a.Ref)), cmp.Compare(a.Ref, b.Ref))
		})
	} else {
		for _, m := range base.Match(text) {
			found = append(found, m.Message)
		}
		if len(found) == 0 {
			found = p.holding(text)
		}
	}
	for _, m := range found {
		choose := func() {
			p.close()
			p.desk.tell(p.desk.session.SayAs(m.ID, strings.TrimSpace(text)))
		}
		if p.first == nil && text != "" {
			p.first = choose
		}
		p.list.Add(p.row(m, choose))
	}
	if text != "" {
		keep := func() {
			p.close()
			p.desk.tell(p.desk.session.SayAs("", text))
		}
		if p.first == nil {
			p.first = keep
			p.list.Add(widgets.NewParagraph(p.desk.text("picker.none")))
		}
		if !slices.ContainsFunc(found, func(m *knowledge.Message) bool { return m.Text == text }) {
			p.list.Add(widgets.NewFlushLink(p.desk.text("picker.keep", "Text", short(text, 60)), keep))
		}
	}
	p.scroll.Refresh()
	p.scroll.ScrollToTop()
}

// holding lists the messages with the words in them, for a person who has typed too little to tell one from another.
func (p *picker) holding(text string) []*knowledge.Message {
	base, device := p.desk.base, p.desk.view().Device
	var list []*knowledge.Message
	for i := range base.Messages {
		m := &base.Messages[i]
		if strings.Contains(strings.ToLower(base.Fill(m.Text, device)), strings.ToLower(strings.TrimSpace(text))) {
			list = append(list, m)
		}
	}
	return list
}

func (p *picker) row(m *knowledge.Message, choose func()) fyne.CanvasObject {
	base, device := p.desk.base, p.desk.view().Device
	text := base.Fill(m.Text, device)
	row := flow.NewColumn(0)
	if shown, ok := m.Shown(device.Language); ok && phone.Writes(shown) {
		row.Add(widgets.NewFlushLink(shown, choose))
		row.Add(widgets.NewCaption(text))
	} else {
		row.Add(widgets.NewFlushLink(text, choose))
	}
	row.Add(flow.NewInset(0, 0, theme.SpaceS, 0, widgets.NewCaption(base.Fill(m.Where, device))))
	return row
}

// sheetLayout is a head, a scroller and a foot, as large as a sheet over the window should be.
type sheetLayout struct{ window fyne.Window }

// MinSize implements fyne.Layout.
func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	room := l.window.Canvas().Size()
	return fyne.NewSize(fyne.Min(640*theme.TextScale(), room.Width-2*theme.SpaceXL), fyne.Min(620*theme.TextScale(), room.Height-2*theme.SpaceXL))
}

// Layout implements fyne.Layout.
func (l *sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inner := size.SubtractWidthHeight(2*theme.SpaceL, 2*theme.SpaceL)
	head := flow.HeightFor(objects[0], inner.Width)
	foot := flow.HeightFor(objects[2], inner.Width)
	heights := []float32{head, inner.Height - head - foot - 2*theme.SpaceM, foot}
	y := theme.SpaceL
	for i, o := range objects {
		o.Move(fyne.NewPos(theme.SpaceL, y))
		o.Resize(fyne.NewSize(inner.Width, heights[i]))
		y += heights[i] + theme.SpaceM
	}
	scroll := objects[1]
	scroll.Move(scroll.Position().SubtractXY(focusRoom, 0))
	scroll.Resize(scroll.Size().AddWidthHeight(2*focusRoom, 0))
}
