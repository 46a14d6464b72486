package lists

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/chart"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Checklist lists all checks and fixes in the article's order. Its rows are kept between changes, so that
// focus and pointer stay where they are.
type Checklist struct {
	desk     *desk.Desk
	head     *fyne.Container
	list     *fyne.Container
	title    *paint.Paragraph
	search   *widgets.Button // shows the search field, for who is no helper
	summary  *paint.Paragraph
	progress *chart.ProgressLine
	finding  *fyne.Container // what is known about the cause, in words
	find     *form.Entry
	searches bool // the search field was asked for
	groups   *fyne.Container
	folds    map[string]*group
	rows     map[string]*widgets.ChecklistRow
	order    []*widgets.ChecklistRow // as on the screen, for the arrow keys
	next     *widgets.ChecklistRow   // the recommended one; nil when it is not on the screen
	best     *widgets.ChecklistRow   // the first row found by its title; nil when there is none
	found    finder
	recorded recorded
}

// group is the fold of a group.
type group struct {
	fold *widgets.Fold
	rows *fyne.Container
	// chosen is set when the person opened or closed the fold; it then stays so while present is the same.
	chosen, present bool
}

// NewChecklist makes the list; history opens the history of the case.
func NewChecklist(d *desk.Desk, history func()) *Checklist {
	c := &Checklist{
		desk: d, title: paint.NewHeading(""), summary: paint.NewCaption(""),
		progress: chart.NewProgressLine(), finding: flow.NewColumn(theme.SpaceS), find: form.NewEntry(),
		groups: flow.NewColumn(0), folds: map[string]*group{}, rows: map[string]*widgets.ChecklistRow{},
	}
	c.recorded.desk, c.recorded.object = d, flow.NewColumn(0)
	c.recorded.object.Hide()
	c.find.SetPlaceHolder(d.Text("checklist.find"))
	c.find.OnChanged = func(string) { d.Redraw() }
	c.find.ClearsOnEscape = true
	c.find.OnSubmitted = func(string) {
		switch {
		case c.best != nil:
			c.best.OnOpen()
		case len(c.order) > 0:
			c.order[0].OnOpen()
		}
	}
	c.search = widgets.NewFlushLink(d.Text("checklist.search"), func() {
		c.searches = !c.searches
		if c.find.SetText(""); c.searches {
			d.Redraw()
			c.FocusSearch(fyne.CurrentApp().Driver().CanvasForObject(c.search))
		}
	})
	c.head = flow.NewColumn(theme.SpaceS,
		flow.NewRow(theme.SpaceS, 0, c.title, c.search,
			widgets.NewFlushLink(d.Text("checklist.history"), history)),
		c.summary, c.progress, c.finding, c.find)
	// The rows reach further out than the words, so that their background has room.
	c.list = flow.NewInset(theme.SpaceXS, theme.SpaceS, theme.SpaceL, theme.SpaceS, c.groups)
	c.head = flow.NewInset(theme.SpaceL, theme.SpaceL, theme.SpaceS, theme.SpaceL, c.head)
	return c
}

// Object returns all of the list; the window takes its Column instead.
func (c *Checklist) Object() fyne.CanvasObject {
	return flow.NewColumn(0, c.head, c.list, c.recorded.object)
}

// Column returns the list in parts: only the rows scroll.
func (c *Checklist) Column() place.LeftColumn {
	return place.LeftColumn{Head: c.head, List: c.list, Foot: flow.NewColumn(0, c.recorded.object)}
}

// Show brings the rows up to date.
func (c *Checklist) Show(v *session.View) {
	c.showHead(v)
	wanted := folded(c.find.Text)
	c.order, c.next, c.best = nil, nil, nil
	var parts []fyne.CanvasObject
	for i := range v.Groups {
		if group := c.showGroup(v, &v.Groups[i], wanted); group != nil {
			parts = append(parts, group)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, flow.NewInset(0, theme.SpaceS, 0, theme.SpaceS,
			paint.NewParagraph(c.desk.Text("checklist.none", "Words", c.find.Text))))
	}
	c.groups.Objects = parts
	c.recorded.expire(len(v.Case.Events))
}

// showGroup brings the rows of a group up to date and returns the group; nil when no row has the wanted words.
func (c *Checklist) showGroup(v *session.View, g *session.Group, wanted string) fyne.CanvasObject {
	opened, isOpen := c.desk.Opened()
	untouched := isUntouched(v, c.desk)
	var rows []fyne.CanvasObject
	present, known := false, 0
	open := c.isOpen(g, opened.ID, wanted)
	for _, r := range g.Rows {
		if isKnown(r.Status) {
			known++
		}
		if wanted != "" && !strings.Contains(c.found.words(c.desk.Guide, v, g, &r), wanted) {
			continue
		}
		row := c.row(r)
		if c.best == nil && strings.Contains(folded(r.Title), wanted) {
			c.best = row
		}
		chosen := isOpen && opened.ID == r.ID && opened.Kind == r.Kind
		row.SetSelected(chosen)
		row.SetHint(c.hint(&r, chosen))
		rows = append(rows, row)
		if chosen {
			rows = append(rows, c.answers(&r, row))
		}
		present = present || r.Next && !untouched || chosen
		if open {
			c.order = append(c.order, row)
			if r.Next {
				c.next = row
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return c.fold(g, rows, open, c.word(g, known, present))
}

// isKnown reports whether a status tells something about the device.
func isKnown(s session.Status) bool {
	return s != session.StatusOpen && s != session.StatusNext && s != session.StatusLater
}

// showHead brings the part over the list up to date.
func (c *Checklist) showHead(v *session.View) {
	show := func(o fyne.CanvasObject, visible bool) {
		if visible {
			o.Show()
		} else {
			o.Hide()
		}
	}
	helper := c.desk.IsHelper()
	title := "checklist.known"
	if helper || isUntouched(v, c.desk) {
		title = "checklist.title"
	}
	c.title.SetText(c.desk.Text(title))
	c.summary.SetText(c.progressText(v))
	share := 0.0
	if v.Total > 0 {
		share = float64(v.Checked) / float64(v.Total)
	}
	c.progress.SetValue(share)
	for _, o := range []fyne.CanvasObject{c.summary, c.progress} {
		show(o, helper)
	}
	show(c.search, !helper)
	show(c.find, helper || c.searches)
	show(c.finding, !helper)
	head, text := v.Finding.Head, v.Finding.Text
	if isUntouched(v, c.desk) {
		head, text = c.desk.Text("checklist.begin"), c.desk.Text("checklist.begin.text")
	}
	box := flow.NewColumn(0, paint.NewCaption(head).WithColor(theme.ColorText))
	if text != "" {
		box.Add(paint.NewParagraph(text).Bold())
	}
	c.finding.Objects = []fyne.CanvasObject{place.NewHighlight(box)}
	if open := doubts(c.desk, v); len(open) > 0 && !helper && c.desk.Tab() != desk.TabStorage {
		// One is enough for the narrow column, and the storage page asks about its numbers itself.
		c.finding.Objects = append(c.finding.Objects, open[0])
	}
}

// isUntouched reports whether nothing was said or opened yet.
func isUntouched(v *session.View, d *desk.Desk) bool {
	return v.EvidenceCount == 0 && len(v.Messages) == 0 && !d.HasMoved()
}

func (c *Checklist) progressText(v *session.View) string {
	switch {
	case v.Solved:
		return c.desk.Text("checklist.solved", "Checked", v.Checked, "Total", v.Total)
	case v.Exhausted:
		return c.desk.Text("checklist.exhausted", "Checked", v.Checked, "Total", v.Total)
	}
	return c.desk.Text("checklist.progress", "Checked", v.Checked, "Total", v.Total)
}

// statusIcons are the icons of the states.
var statusIcons = map[session.Status]widgets.Status{
	session.StatusOpen:     widgets.StatusOpen,
	session.StatusNext:     widgets.StatusNext,
	session.StatusFine:     widgets.StatusFine,
	session.StatusProblem:  widgets.StatusProblem,
	session.StatusNoted:    widgets.StatusFine,
	session.StatusCantTell: widgets.StatusCannotTell,
	session.StatusLater:    widgets.StatusWaiting,
	session.StatusWaiting:  widgets.StatusWaiting,
	session.StatusDone:     widgets.StatusCannotTell,
}

// row returns the widget of a row and brings it up to date.
func (c *Checklist) row(r session.Row) *widgets.ChecklistRow {
	key := string(r.Kind) + " " + r.ID
	row, known := c.rows[key]
	if !known {
		row = widgets.NewChecklistRow(r.Title, widgets.StatusOpen, "")
		row.OnMove = func(delta int) { c.move(row, delta) }
		c.rows[key] = row
	}
	step := pages.Step{Kind: r.Kind, ID: r.ID}
	row.OnOpen = func() { c.desk.Open(step) }
	row.Set(r.Title, statusIcons[r.Status], c.state(&r))
	return row
}

// hint is what a helper reads below the title of a row: why it comes next, or when and by whom the chosen one was
// answered.
func (c *Checklist) hint(r *session.Row, chosen bool) string {
	switch {
	case !c.desk.IsHelper():
		return ""
	case chosen && !r.Time.IsZero() && r.Source != "":
		return c.desk.Text("history.when", "Time", c.desk.Words.Time(r.Time.Local()),
			"Source", c.desk.Text("source."+string(r.Source)))
	}
	return r.Why
}

// state returns the text at the right of a row: its state, or how many minutes it takes.
func (c *Checklist) state(r *session.Row) string {
	minutes := c.desk.Text("minutes.short", "Count", c.desk.Words.Number(max(r.Minutes, 1), 0))
	switch {
	case r.Status == session.StatusNext && !c.desk.IsHelper():
		return c.desk.Text("checklist.now")
	case r.Next && c.desk.IsHelper():
		return c.desk.Text("checklist.next", "Minutes", minutes)
	case r.Status == session.StatusOpen && !c.desk.IsHelper():
		return c.desk.Text("checklist.unseen")
	case r.Status == session.StatusOpen:
		return minutes
	case r.Word != "":
		return r.Word
	}
	return c.desk.Text("status." + string(r.Status))
}

// FocusFirst gives the keyboard to the row that is open, else to the recommended row, else to the search
// field.
func (c *Checklist) FocusFirst(canvas fyne.Canvas) { canvas.Focus(c.first()) }

// FocusSearch gives the keyboard to the search field.
func (c *Checklist) FocusSearch(canvas fyne.Canvas) {
	if !c.find.Visible() {
		c.searches = true
		c.desk.Redraw()
	}
	canvas.Focus(c.find)
}

// Recommended returns the row of the recommended step; nil when the row is not on the screen.
func (c *Checklist) Recommended() *widgets.ChecklistRow { return c.next }

func (c *Checklist) first() fyne.Focusable {
	for _, row := range c.order {
		if row.Selected() {
			return row
		}
	}
	if c.next != nil {
		return c.next
	}
	if c.find.Visible() {
		return c.find
	}
	return c.search
}

// move gives the focus to the row above or below.
func (c *Checklist) move(from *widgets.ChecklistRow, delta int) {
	for i, row := range c.order {
		if row != from {
			continue
		}
		if j := i + delta; j >= 0 && j < len(c.order) {
			if canvas := fyne.CurrentApp().Driver().CanvasForObject(row); canvas != nil {
				canvas.Focus(c.order[j])
			}
		}
		return
	}
}
