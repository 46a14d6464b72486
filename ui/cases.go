package ui

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// cases is the sheet with all cases of the shelf.
type cases struct {
	window  *Window
	sheet   *sheet
	deleted string // the case deleted last, to bring back at once
	trash   bool   // the deleted cases are listed
}

// showCases opens the list of cases.
func (w *Window) showCases() { w.openCases() }

func (w *Window) openCases() *cases {
	d := w.desk
	c := &cases{window: w}
	c.sheet = newSheet(d, w.window, d.text("cases.title"), d.text("cases.text"), widgets.NewPrimaryButton(d.text("cases.new"), c.create))
	c.fill()
	c.sheet.show()
	return c
}

func (c *cases) fill() {
	w := c.window
	body := c.sheet.body
	body.Objects = nil
	if c.deleted != "" {
		id := c.deleted
		body.Add(widgets.NewCallout(widgets.ToneNeutral, w.desk.text("cases.deleted")).WithButton(
			widgets.NewLinkButton(w.desk.text("cases.undelete"), func() { c.undelete(id) })))
	}
	items, err := w.shelf.List()
	if !c.sheet.trouble(err) && len(items) == 0 {
		body.Add(widgets.NewParagraph(w.desk.text("cases.none")))
	}
	for i, item := range items {
		if i > 0 {
			body.Add(widgets.NewDivider())
		}
		body.Add(c.row(item))
	}
	c.addTrash()
	body.Refresh()
	c.sheet.changed()
}

// row is a case with what can be done with it. The open one can't be deleted.
func (c *cases) row(item casefile.Item) fyne.CanvasObject {
	w := c.window
	d := w.desk
	if item.Name == "" {
		item.Name = item.File
	}
	detail := d.words.Count("cases.detail", item.Events, "Device", knowledge.Device{Kind: item.Device}.Name(), "Time", d.words.Time(item.Changed.Local()))
	path, err := w.shelf.Path(item.File)
	if err != nil {
		return widgets.NewParagraph(d.words.Sentence(err))
	}
	name := widgets.NewFlushLink(item.Name, func() { c.sheet.close(); w.open(path) })
	acts := flow.NewWrap(theme.SpaceL)
	act := func(key string, do func()) { acts.Add(widgets.NewFlushLink(d.text(key), do)) }
	if path == d.session.File().Path() {
		detail = d.text("cases.open", "Detail", detail)
		act("cases.details", func() { c.sheet.close(); w.showDetails() })
		act("cases.duplicate", func() { c.duplicate(item) })
	} else if item.Damaged {
		detail = d.text("cases.damaged")
		act("cases.delete", func() { c.remove(item) })
	} else {
		act("cases.rename", func() { c.rename(item) })
		act("cases.duplicate", func() { c.duplicate(item) })
		act("cases.delete", func() { c.remove(item) })
	}
	return flow.NewColumn(0, name, widgets.NewCaption(detail), acts)
}

// addTrash lists the deleted cases, on demand.
func (c *cases) addTrash() {
	w := c.window
	gone, err := w.shelf.Trash()
	if c.sheet.trouble(err) || len(gone) == 0 {
		return
	}
	body := c.sheet.body
	body.Add(widgets.NewDivider())
	if !c.trash {
		body.Add(widgets.NewFlushLink(w.desk.words.Count("cases.trash", len(gone)), func() {
			c.trash = true
			c.fill()
		}))
		return
	}
	body.Add(widgets.NewHeading(w.desk.words.Count("cases.trash", len(gone))))
	for _, g := range gone {
		body.Add(flow.NewRow(theme.SpaceM, 0,
			flow.NewColumn(0, widgets.NewParagraph(g.Name), widgets.NewCaption(w.desk.words.Count("cases.gone", g.Events, "Time", w.desk.words.Time(g.When.Local())))),
			widgets.NewLinkButton(w.desk.text("cases.undelete"), func() { c.undelete(g.ID) })))
	}
}

// done shows the list anew after something was done, or what went wrong.
func (c *cases) done(err error) {
	c.sheet.tell("")
	c.fill()
	c.sheet.trouble(err)
}

func (c *cases) duplicate(item casefile.Item) {
	_, err := c.window.shelf.Duplicate(item.File, c.window.desk.text("cases.copy", "Name", item.Name))
	c.done(err)
}

func (c *cases) remove(item casefile.Item) {
	id, err := c.window.shelf.Delete(item.File)
	if err == nil {
		c.deleted = id
	}
	c.done(err)
}

func (c *cases) undelete(id string) {
	_, err := c.window.shelf.Undelete(id)
	if err == nil && id == c.deleted {
		c.deleted = ""
	}
	c.done(err)
}

// rename asks for another name of a case that is not open.
func (c *cases) rename(item casefile.Item) {
	d := c.window.desk
	var s *sheet
	var entry *pickerEntry
	save := func() {
		if text := d.nameProblem(entry.Text); text != "" {
			s.tell(text)
			return
		}
		if err := c.window.shelf.Rename(item.File, entry.Text); !s.trouble(err) {
			s.close()
			c.done(nil)
		}
	}
	s = newSheet(d, c.window.window, d.text("cases.rename"), "", widgets.NewPrimaryButton(d.text("details.save"), save))
	entry = s.entry(item.Name, save)
	s.body.Add(d.field("details.name", entry))
	s.show()
	c.window.window.Canvas().Focus(entry)
}

// create asks for the details of a new case, makes it and opens it.
func (c *cases) create() {
	w := c.window
	w.askDetails(w.desk.text("cases.new"), w.desk.text("cases.create"), w.newHeader(), func(h casefile.Header) error {
		file, err := w.shelf.Create(h)
		if err != nil {
			return err
		}
		path, err := w.shelf.Path(file)
		if err != nil {
			return err
		}
		c.sheet.close()
		w.open(path)
		return nil
	})
}
