package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// cases is the sheet with all cases of the shelf.
type cases struct {
	window     *Window
	sheet      *desk.Sheet
	deleted    string // the case deleted last, to bring back at once
	showsTrash bool   // the deleted cases are listed
}

// showCases opens the list of cases.
func (w *Window) showCases() { w.openCases() }

func (w *Window) openCases() *cases {
	d := w.desk
	c := &cases{window: w}
	create := widgets.NewPrimaryButton
	// Ignore the error: list tells it.
	if items, _ := w.shelf.List(); slices.ContainsFunc(items, c.isDue) {
		create = widgets.NewAnswerButton
	}
	c.sheet = d.NewSheet(w.window, d.Text("cases.title"), d.Text("cases.text"), create(d.Text("cases.new"), c.create))
	c.list()
	c.sheet.Show()
	return c
}

func (c *cases) list() {
	w := c.window
	body := c.sheet.Body
	body.Objects = nil
	if c.deleted != "" {
		id := c.deleted
		body.Add(widgets.NewCallout(widgets.ToneNeutral, w.desk.Text("cases.deleted")).WithButton(
			widgets.NewLinkButton(w.desk.Text("cases.undelete"), func() { c.undelete(id) })))
	}
	items, err := w.shelf.List()
	if !c.sheet.ReportError(err) && len(items) == 0 {
		body.Add(paint.NewParagraph(w.desk.Text("cases.none")))
	}
	c.addDue(items)
	named := map[string]int{}
	for _, item := range items {
		named[item.Name]++
	}
	for i, item := range items {
		if i > 0 {
			body.Add(place.NewDivider())
		}
		body.Add(c.row(item, named[item.Name] > 1))
	}
	c.addTrash()
	body.Refresh()
	c.sheet.Relayout()
}

// isDue reports whether a case waits for an answer that can be given by now.
func (c *cases) isDue(item casefile.Item) bool {
	return c.window.start.Library.State(item.Case, c.window.start.Now()).Due
}

// addDue asks for the answers that are due. The first has the primary button.
func (c *cases) addDue(items []casefile.Item) {
	w := c.window
	button := widgets.NewPrimaryButton
	for _, item := range items {
		path, err := w.shelf.Path(item.File)
		if !c.isDue(item) || err != nil {
			continue
		}
		state, key := w.start.Library.State(item.Case, w.start.Now()), "cases.due"
		if state.For == session.ForTomorrow || state.For == session.ForBackup {
			key = "cases.due.backup"
		}
		text := w.desk.Text(key, "Case", item.Name, "Time", w.desk.Words.Time(state.Until.Local()))
		c.sheet.Body.Add(widgets.NewCallout(widgets.ToneAccent, text).WithButton(
			button(w.desk.Text("cases.due.answer"), func() {
				c.sheet.Close()
				w.open(path)
				w.desk.OpenRecommended()
			})))
		button = widgets.NewAnswerButton
	}
}

// row shows a case with its actions. The open case can't be deleted. Where another case has the same name, it
// says since when the case is there.
func (c *cases) row(item casefile.Item, twice bool) fyne.CanvasObject {
	w := c.window
	d := w.desk
	if item.Name == "" {
		item.Name = item.File
	}
	detail := d.Text("cases.detail", "Device", apple.Device{Kind: item.Device}.Name(),
		"Time", d.Words.Time(item.Changed.Local()))
	if twice && !item.Created.IsZero() {
		detail = d.Text("cases.begun", "Detail", detail, "Time", d.Words.Time(item.Created.Local()))
	}
	path, err := w.shelf.Path(item.File)
	if err != nil {
		return paint.NewParagraph(d.Words.Sentence(err))
	}
	name := widgets.NewFlushLink(item.Name, func() { c.sheet.Close(); w.open(path) })
	acts := flow.NewWrap(theme.SpaceL)
	act := func(key string, do func()) { acts.Add(widgets.NewFlushLink(d.Text(key), do)) }
	if path == d.Session.File().Path() {
		detail = d.Text("cases.open", "Detail", detail)
		act("cases.details", func() { c.sheet.Close(); w.showDetails() })
		act("cases.duplicate", func() { c.duplicate(item) })
	} else if item.Damaged {
		detail = d.Text("cases.damaged")
		act("cases.delete", func() { c.remove(item) })
	} else {
		act("cases.rename", func() { c.rename(item) })
		act("cases.duplicate", func() { c.duplicate(item) })
		act("cases.delete", func() { c.remove(item) })
	}
	row := flow.NewColumn(theme.SpaceXS, name, paint.NewCaption(detail))
	if !item.Damaged {
		row.Add(c.state(item.Case))
	}
	row.Add(acts)
	return row
}

// state tells how far a case is and what comes next in it.
func (c *cases) state(of casefile.Case) fyne.CanvasObject {
	d, lib, now := c.window.desk, c.window.start.Library, c.window.start.Now()
	state := lib.State(of, now)
	word, next := lib.StateText(state), ""
	switch {
	case state.Stage == session.StageOpen:
		v := lib.Derive(of, now)
		if state.Problems < 2 {
			word = d.Text("cases.step", "Step", v.EvidenceCount+1)
		}
		if step, ok := v.Next(); ok {
			next = d.Text("cases.next", "Step", d.Guide.StepTitle(v, step))
		}
	case state.Stage == session.StageSolved && !state.BackupAt.IsZero():
		next = d.Text("cases.seen", "Time", d.Words.Time(state.BackupAt.Local()))
	case state.Fix != nil:
		next = d.Text("cases.changed", "Fix", d.Base.Fill(state.Fix.Title, apple.Device{Kind: of.Device}))
	}
	pill := widgets.NewPill(word, stateTone(state))
	return flow.NewWrap(theme.SpaceS, pill, paint.NewCaption(next))
}

// addTrash adds the deleted cases, or a link that lists them.
func (c *cases) addTrash() {
	w := c.window
	gone, err := w.shelf.Trash()
	if c.sheet.ReportError(err) || len(gone) == 0 {
		return
	}
	body := c.sheet.Body
	body.Add(place.NewDivider())
	if !c.showsTrash {
		body.Add(widgets.NewFlushLink(w.desk.Words.Count("cases.trash", len(gone)), func() {
			c.showsTrash = true
			c.list()
		}))
		return
	}
	body.Add(paint.NewHeading(w.desk.Words.Count("cases.trash", len(gone))))
	for _, g := range gone {
		body.Add(flow.NewRow(theme.SpaceM, 0,
			flow.NewColumn(0, paint.NewParagraph(g.Name),
				paint.NewCaption(w.desk.Words.Count("cases.gone", g.Events, "Time",
					w.desk.Words.Time(g.When.Local())))),
			widgets.NewLinkButton(w.desk.Text("cases.undelete"), func() { c.undelete(g.ID) })))
	}
}

// refresh lists the cases anew after an action, with its error if there was one.
func (c *cases) refresh(err error) {
	c.sheet.SetProblem("")
	c.list()
	c.sheet.ReportError(err)
}

func (c *cases) duplicate(item casefile.Item) {
	_, err := c.window.shelf.Duplicate(item.File, c.window.desk.Text("cases.copy", "Name", item.Name))
	c.refresh(err)
}

func (c *cases) remove(item casefile.Item) {
	id, err := c.window.shelf.Delete(item.File)
	if err == nil {
		c.deleted = id
	}
	c.refresh(err)
}

func (c *cases) undelete(id string) {
	_, err := c.window.shelf.Undelete(id)
	if err == nil && id == c.deleted {
		c.deleted = ""
	}
	c.refresh(err)
}

// rename asks for another name of a case that is not open.
func (c *cases) rename(item casefile.Item) {
	d := c.window.desk
	var s *desk.Sheet
	var entry *form.Entry
	save := func() {
		if text := nameProblem(d, entry.Text); text != "" {
			s.SetProblem(text)
			return
		}
		if err := c.window.shelf.Rename(item.File, entry.Text); !s.ReportError(err) {
			s.Close()
			c.refresh(nil)
		}
	}
	s = d.NewSheet(c.window.window, d.Text("cases.rename"), "",
		widgets.NewPrimaryButton(d.Text("details.save"), save))
	entry = s.NewEntry(item.Name, save)
	s.Body.Add(d.Labelled("details.name", entry))
	s.Show()
	c.window.window.Canvas().Focus(entry)
}

// newCaseSheet asks for the details of a new case, makes it and opens it.
func (w *Window) newCaseSheet() { w.createCase(func() {}) }

// create does the same from the list of cases, and closes it.
func (c *cases) create() { c.window.createCase(c.sheet.Close) }

func (w *Window) createCase(created func()) {
	h, text := w.newHeader(), ""
	if last := w.desk.View().Case; last.Country != "" || last.Language != "" {
		text = w.desk.Text("cases.inherits", "Case", last.Name)
	}
	w.askDetails(w.desk.Text("cases.new"), text, w.desk.Text("cases.create"), h,
		func(h casefile.Header) error {
			file, err := w.shelf.Create(h)
			if err != nil {
				return err
			}
			path, err := w.shelf.Path(file)
			if err != nil {
				return err
			}
			created()
			w.open(path)
			return nil
		})
}
