package lists

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Checklist lists all checks and fixes in the article's order. Its rows are kept between changes, so that
// focus and pointer stay where they are.
type Checklist struct {
	desk     *desk.Desk
	content  *fyne.Container
	summary  *widgets.Paragraph
	progress *widgets.ProgressLine
	find     *form.Entry
	groups   *fyne.Container
	rows     map[string]*widgets.ChecklistRow
	order    []*widgets.ChecklistRow // as on the screen, for the arrow keys
	next     *widgets.ChecklistRow   // the recommended one; nil when it is not on the screen
	best     *widgets.ChecklistRow   // the first row found by its title; nil when there is none
	found    finder
}

// NewChecklist makes the list; history opens the history of the case.
func NewChecklist(d *desk.Desk, history func()) *Checklist {
	c := &Checklist{
		desk: d, summary: widgets.NewCaption(""), progress: widgets.NewProgressLine(), find: form.NewEntry(),
		groups: flow.NewColumn(theme.SpaceM), rows: map[string]*widgets.ChecklistRow{},
	}
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
	// The rows reach further out than the words, so that their background has room.
	c.content = flow.NewColumn(theme.SpaceM,
		flow.NewInset(0, theme.SpaceS, 0, theme.SpaceS, flow.NewColumn(theme.SpaceXS,
			flow.NewRow(theme.SpaceS, 0, widgets.NewHeading(d.Text("checklist.title")),
				widgets.NewFlushLink(d.Text("checklist.history"), history)), c.summary)),
		flow.NewInset(0, theme.SpaceS, 0, theme.SpaceS, c.progress),
		flow.NewInset(0, theme.SpaceS, 0, theme.SpaceS, c.find),
		c.groups,
	)
	return c
}

// Object returns the list; the window scrolls it.
func (c *Checklist) Object() fyne.CanvasObject {
	return flow.NewInset(theme.SpaceL, theme.SpaceS, theme.SpaceL, theme.SpaceS, c.content)
}

// Show brings the rows up to date.
func (c *Checklist) Show(v *session.View) {
	c.summary.SetText(c.progressText(v))
	share := 0.0
	if v.Total > 0 {
		share = float64(v.Checked) / float64(v.Total)
	}
	c.progress.SetValue(share)
	opened, isOpen := c.desk.Opened()
	wanted := folded(c.find.Text)
	c.order, c.next, c.best = nil, nil, nil
	var parts []fyne.CanvasObject
	for _, g := range v.Groups {
		rows := flow.NewColumn(0)
		for _, r := range g.Rows {
			if wanted != "" && !strings.Contains(c.found.words(c.desk.Guide, v, &g, &r), wanted) {
				continue
			}
			row := c.row(r)
			if c.best == nil && strings.Contains(folded(r.Title), wanted) {
				c.best = row
			}
			row.SetSelected(isOpen && opened.ID == r.ID && opened.Kind == r.Kind)
			rows.Add(row)
			if r.Next {
				c.next = row
			}
			c.order = append(c.order, row)
		}
		if len(rows.Objects) > 0 {
			parts = append(parts, flow.NewColumn(theme.SpaceXS,
				flow.NewInset(0, theme.SpaceS, 0, theme.SpaceS, c.heading(g)), rows))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, flow.NewInset(0, theme.SpaceS, 0, theme.SpaceS,
			widgets.NewParagraph(c.desk.Text("checklist.none", "Words", c.find.Text))))
	}
	c.groups.Objects = parts
}

func (c *Checklist) progressText(v *session.View) string {
	switch {
	case v.Solved:
		return c.desk.Text("checklist.solved", "Checked", v.Checked, "Total", v.Total)
	case v.Exhausted:
		return c.desk.Text("checklist.exhausted", "Checked", v.Checked, "Total", v.Total)
	}
	return c.desk.Text("checklist.progress", "Checked", v.Checked, "Total", v.Total,
		"Time", c.desk.TimeLeft(v))
}

// heading returns the name of a group with the state of its worst row at the right; only a problem has
// colour.
func (c *Checklist) heading(g session.Group) fyne.CanvasObject {
	word := widgets.NewCaption(c.desk.Text("status." + string(g.Worst)))
	if g.Worst == session.StatusProblem {
		word = word.Bold().WithColor(theme.ColorBad)
	}
	return flow.NewRow(theme.SpaceS, 0, widgets.NewCaption(g.Title).Bold(), word)
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
	row.OnFine = c.quick(step, r.Fine)
	row.OnProblem = c.quick(step, r.Problem)
	if c.desk.ReadOnly() {
		row.OnFine, row.OnProblem = nil, nil
	}
	fine, problem := "checklist.fine", "checklist.problem"
	if r.Kind == diagnosis.StepFix {
		fine, problem = "checklist.done", "checklist.failed"
	}
	row.SetQuickWords(c.desk.Text(fine), c.desk.Text(problem))
	row.Set(r.Title, statusIcons[r.Status], c.word(r))
	row.SetHint(r.Why)
	return row
}

// quick returns the function of a quick button: it records the one answer that fits, or opens the step where
// there are several.
func (c *Checklist) quick(s pages.Step, answer string) func() {
	switch {
	case answer == "":
		return func() { c.desk.Open(s) }
	case s.Kind == diagnosis.StepFix:
		return func() { c.desk.Try(s.ID, casefile.Outcome(answer)) }
	}
	return func() { c.desk.Answer(s.ID, answer) }
}

// word returns the text at the right of a row: its state, or how many minutes it takes.
func (c *Checklist) word(r session.Row) string {
	minutes := c.desk.Text("minutes.short", "Count", c.desk.Words.Number(max(r.Minutes, 1), 0))
	switch {
	case r.Next:
		return c.desk.Text("checklist.next", "Minutes", minutes)
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
func (c *Checklist) FocusSearch(canvas fyne.Canvas) { canvas.Focus(c.find) }

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
	return c.find
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
