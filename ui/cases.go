package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/widgets"
)

// sheet is a panel over the window with a title, something to scroll and a foot. Escape closes it.
type sheet struct {
	popup *widget.PopUp
	body  *fyne.Container
}

// newSheet makes a sheet; foot stands at the left of its Close.
func (w *Window) newSheet(title, text string, foot ...fyne.CanvasObject) *sheet {
	s := &sheet{body: widgets.NewColumn(spaceM)}
	last := widgets.NewFlow(spaceS, append(foot, widgets.NewLinkButton(w.desk.text("picker.close"), s.close))...)
	head := widgets.NewColumn(spaceS, widgets.NewTitle(title))
	if text != "" {
		head.Add(widgets.NewCaption(text))
	}
	scroll := widgets.NewScroll(s.body)
	s.popup = widget.NewModalPopUp(&fyne.Container{Layout: &sheetLayout{window: w.window}, Objects: []fyne.CanvasObject{head, scroll, last}}, w.window.Canvas())
	return s
}

func (s *sheet) close() { s.popup.Hide() }

// cases is the sheet with all cases of the shelf.
type cases struct {
	window  *Window
	sheet   *sheet
	deleted string // the case deleted last, for Undo
}

// showCases opens the list of cases.
func (w *Window) showCases() {
	c := &cases{window: w}
	c.sheet = w.newSheet(w.desk.text("cases.title"), w.desk.text("cases.text"), widgets.NewPrimaryButton(w.desk.text("cases.new"), c.create))
	c.fill()
	c.sheet.popup.Show()
}

func (c *cases) fill() {
	w := c.window
	items, err := w.shelf.List()
	w.tellError(err)
	body := c.sheet.body
	body.Objects = nil
	if c.deleted != "" {
		body.Add(widgets.NewCallout(widgets.ToneNeutral, w.desk.text("cases.deleted")).WithButton(
			widgets.NewLinkButton(w.desk.text("cases.undelete"), c.undelete)))
	}
	for _, item := range items {
		body.Add(c.row(item))
	}
	if len(items) == 0 {
		body.Add(widgets.NewParagraph(w.desk.text("cases.none")))
	}
	body.Refresh()
}

func (c *cases) row(item casefile.Item) fyne.CanvasObject {
	w := c.window
	path, err := w.shelf.Path(item.File)
	w.tellError(err)
	open := path == w.desk.session.File().Path()
	name := widgets.NewFlushLink(item.Name, func() { c.sheet.close(); w.open(path) })
	detail := w.desk.words.Count("cases.detail", item.Events, "Device", knowledge.Device{Kind: item.Device}.Name(), "Time", w.desk.words.Time(item.Changed.Local()))
	if item.Damaged {
		detail = w.desk.text("cases.damaged")
	}
	acts := widgets.NewFlow(spaceS, widgets.NewLinkButton(w.desk.text("cases.duplicate"), func() {
		_, err := w.shelf.Duplicate(item.File, w.desk.text("cases.copy", "Name", item.Name))
		w.tellError(err)
		c.fill()
	}))
	if open {
		detail = w.desk.text("cases.open", "Detail", detail)
	} else {
		acts.Add(widgets.NewLinkButton(w.desk.text("cases.delete"), func() {
			id, err := w.shelf.Delete(item.File)
			w.tellError(err)
			c.deleted = id
			c.fill()
		}))
	}
	return widgets.NewRow(spaceM, 0, widgets.NewColumn(0, name, widgets.NewCaption(detail)), acts)
}

func (c *cases) undelete() {
	_, err := c.window.shelf.Undelete(c.deleted)
	c.window.tellError(err)
	c.deleted = ""
	c.fill()
}

// create makes an empty case, opens it and asks for its details.
func (c *cases) create() {
	w := c.window
	path, err := w.newCase()
	if err != nil {
		w.trouble(err)
		return
	}
	c.sheet.close()
	w.open(path)
	w.showDetails()
}

// showDetails asks for the name of the case and what device it is about.
func (w *Window) showDetails() {
	d := w.desk
	c := d.view().Case
	header := c.Header()
	name, model, version := widget.NewEntry(), widget.NewEntry(), widget.NewSelectEntry(w.versions())
	name.SetText(header.Name)
	model.SetText(header.Model)
	version.SetText(header.Version)
	model.SetPlaceHolder(d.text("details.model.hint"))
	version.SetPlaceHolder(d.text("details.version.hint"))
	kinds := []string{knowledge.IPhone, knowledge.IPad}
	device := widget.NewRadioGroup([]string{knowledge.Device{Kind: kinds[0]}.Name(), knowledge.Device{Kind: kinds[1]}.Name()}, nil)
	device.Horizontal, device.Required = true, true
	device.SetSelected(knowledge.Device{Kind: header.Device}.Name())
	problem := widgets.NewCallout(widgets.ToneBad, "")
	problem.Hide()
	var s *sheet
	save := func() {
		header.Name, header.Model, header.Version = strings.TrimSpace(name.Text), strings.TrimSpace(model.Text), strings.TrimSpace(version.Text)
		header.Device = kinds[0]
		if device.Selected == device.Options[1] {
			header.Device = kinds[1]
		}
		text := ""
		if header.Name == "" {
			text = d.text("details.name.missing")
		}
		if _, err := knowledge.ParseVersion(header.Version); err != nil {
			text = d.text("details.version.wrong")
		}
		if text != "" {
			problem.SetText(text)
			problem.Show()
			s.body.Refresh()
			return
		}
		s.close()
		d.tell(d.session.SetHeader(header))
	}
	name.OnSubmitted = func(string) { save() }
	model.OnSubmitted, version.OnSubmitted = name.OnSubmitted, name.OnSubmitted
	s = w.newSheet(d.text("details.title"), "", widgets.NewPrimaryButton(d.text("details.save"), save))
	field := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return widgets.NewColumn(spaceXS, widgets.NewCaption(d.text(key)), o)
	}
	s.body.Objects = []fyne.CanvasObject{
		problem, field("details.name", name), field("details.device", device), field("details.model", model),
		field("details.version", version), widgets.NewCaption(d.text("details.version.where", "System", d.view().Device.System())),
	}
	s.popup.Show()
	w.window.Canvas().Focus(name)
}

// versions lists the system versions that the screens are known for, newest first.
func (w *Window) versions() []string {
	known := w.start.Library.Base.Meta.Versions
	list := make([]string, 0, len(known))
	for _, k := range slices.Backward(known) {
		list = append(list, k)
	}
	return list
}
