package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/match"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// picker finds the message that the phone shows. It lists all messages at first, then those that fit the text
// in its entry.
type picker struct {
	desk   *desk.Desk
	window fyne.Window
	sheet  *desk.Sheet
	entry  *form.Entry
	list   *fyne.Container
	first  func() // what Enter does
}

// showPicker opens the picker over the window.
func showPicker(d *desk.Desk, w fyne.Window) *picker {
	p := &picker{desk: d, window: w, list: flow.NewColumn(theme.SpaceXS)}
	device := d.View().Device.Name()
	p.sheet = d.NewSheet(w, d.Text("picker.title", "Device", device), d.Text("picker.text", "Device", device),
		paint.NewCaption(d.Text("picker.keys")))
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
	var found []match.Match
	sure := false
	if text == "" {
		for i := range base.Messages {
			if m := &base.Messages[i]; m.MayBe(p.desk.View().Device) {
				found = append(found, match.Match{Message: m})
			}
		}
		// The numbering of the knowledge base goes from common to rare; those without a number come last.
		slices.SortStableFunc(found, func(a, b match.Match) int {
			return cmp.Or(cmp.Compare(len(b.Message.Ref), len(a.Message.Ref)), cmp.Compare(a.Message.Ref, b.Message.Ref))
		})
	} else {
		finding := p.desk.Session.Library().Find(text)
		sure = finding.Certainty == session.FoundSure
		if found = finding.Matches; len(found) == 0 {
			found = p.containing(text)
		}
	}
	for _, m := range found {
		choose := func() {
			p.sheet.Close()
			p.desk.ReportError(p.desk.Session.SayMatch(m, strings.TrimSpace(text)))
			p.desk.Follow()
			if m.Elsewhere != nil {
				showElsewhere(p.desk, p.window, m.Elsewhere)
			}
		}
		row := p.row(m, choose)
		switch {
		case p.first != nil || text == "":
		case sure:
			p.first = choose
		default: // Enter takes nothing that a person did not choose
			p.first = func() { p.window.Canvas().Focus(row.Objects[0].(fyne.Focusable)) }
		}
		p.list.Add(row)
	}
	if text != "" {
		keep := func() {
			p.sheet.Close()
			p.desk.ReportError(p.desk.Session.SayAs("", text))
			p.desk.Follow()
		}
		if p.first == nil {
			p.first = keep
			p.list.Add(paint.NewParagraph(p.desk.Text("picker.none")))
		}
		if !slices.ContainsFunc(found, func(m match.Match) bool { return m.Message != nil && m.Message.Text == text }) {
			p.list.Add(widgets.NewFlushLink(p.desk.Text("picker.keep", "Text", short(text, 60)), keep))
		}
	}
	p.list.Refresh()
	p.sheet.Relayout()
	p.sheet.Scroll.ScrollToTop()
}

// showElsewhere says that a message is not iCloud Backup's, and what is safe to do about it.
func showElsewhere(d *desk.Desk, w fyne.Window, e *knowledge.Elsewhere) {
	device := d.View().Device
	sheet := d.NewSheet(w, d.Base.Fill(e.Title, device), "")
	tone := widgets.ToneNeutral
	if e.Fraud {
		tone = widgets.ToneBad
	}
	sheet.Body.Add(widgets.NewCallout(tone, d.Base.Fill(e.Text, device)))
	for _, do := range e.Do {
		sheet.Body.Add(paint.NewParagraph(d.Base.Fill(do, device)))
	}
	sheet.Show()
}

// containing returns the messages that contain a text that is too short to tell one message from another.
func (p *picker) containing(text string) []match.Match {
	base, device := p.desk.Base, p.desk.View().Device
	var list []match.Match
	for i := range base.Messages {
		m := &base.Messages[i]
		if strings.Contains(strings.ToLower(base.Fill(m.Text, device)),
			strings.ToLower(strings.TrimSpace(text))) {
			list = append(list, match.Match{Message: m})
		}
	}
	return list
}

// row is a match with a link that chooses it as its first object.
func (p *picker) row(found match.Match, choose func()) *fyne.Container {
	base, device := p.desk.Base, p.desk.View().Device
	row := flow.NewColumn(0)
	named := func(title, line string) *fyne.Container {
		row.Add(widgets.NewFlushLink(base.Fill(title, device), choose))
		row.Add(flow.NewInset(0, 0, theme.SpaceS, 0, paint.NewCaption(base.Fill(line, device))))
		return row
	}
	switch {
	case found.Complaint != nil:
		return named(found.Complaint.Title, found.Complaint.Line)
	case found.Elsewhere != nil:
		return named(found.Elsewhere.Title, found.Elsewhere.Text)
	}
	m := found.Message
	text := base.Fill(m.Text, device)
	if shown, ok := m.Shown(p.desk.View().Case.Language); ok && phone.HasLetters(shown) {
		row.Add(widgets.NewFlushLink(base.Fill(shown, device), choose))
		row.Add(paint.NewCaption(text))
	} else {
		row.Add(widgets.NewFlushLink(text, choose))
	}
	row.Add(flow.NewInset(0, 0, theme.SpaceS, 0, paint.NewCaption(base.Fill(m.Where, device))))
	return row
}
