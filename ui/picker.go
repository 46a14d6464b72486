package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// picker finds the message that the phone shows. It lists all messages at first, then those that fit the text
// in its entry.
type picker struct {
	desk  *desk.Desk
	sheet *desk.Sheet
	entry *desk.Entry
	list  *fyne.Container
	first func() // what Enter does
}

// showPicker opens the picker over the window.
func showPicker(d *desk.Desk, w fyne.Window) *picker {
	p := &picker{desk: d, list: flow.NewColumn(theme.SpaceXS)}
	device := d.View().Device.Name()
	p.sheet = d.NewSheet(w, d.Text("picker.title", "Device", device), d.Text("picker.text", "Device", device),
		widgets.NewCaption(d.Text("picker.keys")))
	p.entry = p.sheet.NewEntry("", func() {
		if p.first != nil {
			p.first()
		}
	})
	p.entry.SetPlaceHolder(d.Text("picker.hint", "Device", device))
	p.entry.OnChanged = p.search
	p.sheet.Head.Add(p.entry)
	p.sheet.Body.Add(p.list)
	p.search("")
	p.sheet.Show()
	w.Canvas().Focus(p.entry)
	return p
}

// search lists what fits the text. Text that fits nothing can be kept as it is.
func (p *picker) search(text string) {
	base := p.desk.Base
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
		for _, m := range p.desk.Session.Library().Match(text) {
			found = append(found, m.Message)
		}
		if len(found) == 0 {
			found = p.containing(text)
		}
	}
	for _, m := range found {
		choose := func() {
			p.sheet.Close()
			p.desk.ReportError(p.desk.Session.SayAs(m.ID, strings.TrimSpace(text)))
		}
		if p.first == nil && text != "" {
			p.first = choose
		}
		p.list.Add(p.row(m, choose))
	}
	if text != "" {
		keep := func() {
			p.sheet.Close()
			p.desk.ReportError(p.desk.Session.SayAs("", text))
		}
		if p.first == nil {
			p.first = keep
			p.list.Add(widgets.NewParagraph(p.desk.Text("picker.none")))
		}
		if !slices.ContainsFunc(found, func(m *knowledge.Message) bool { return m.Text == text }) {
			p.list.Add(widgets.NewFlushLink(p.desk.Text("picker.keep", "Text", short(text, 60)), keep))
		}
	}
	p.list.Refresh()
	p.sheet.Relayout()
	p.sheet.Scroll.ScrollToTop()
}

// containing returns the messages that contain a text that is too short to tell one message from another.
func (p *picker) containing(text string) []*knowledge.Message {
	base, device := p.desk.Base, p.desk.View().Device
	var list []*knowledge.Message
	for i := range base.Messages {
		m := &base.Messages[i]
		if strings.Contains(strings.ToLower(base.Fill(m.Text, device)),
			strings.ToLower(strings.TrimSpace(text))) {
			list = append(list, m)
		}
	}
	return list
}

func (p *picker) row(m *knowledge.Message, choose func()) fyne.CanvasObject {
	base, device := p.desk.Base, p.desk.View().Device
	text := base.Fill(m.Text, device)
	row := flow.NewColumn(0)
	if shown, ok := m.Shown(device.Language); ok && phone.HasLetters(shown) {
		row.Add(widgets.NewFlushLink(shown, choose))
		row.Add(widgets.NewCaption(text))
	} else {
		row.Add(widgets.NewFlushLink(text, choose))
	}
	row.Add(flow.NewInset(0, 0, theme.SpaceS, 0, widgets.NewCaption(base.Fill(m.Where, device))))
	return row
}
