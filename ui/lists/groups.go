package lists

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
)

// isOpen reports whether the rows of a group are shown: for a helper all are; else those of the present group,
// and what the person opened.
func (c *Checklist) isOpen(g *session.Group, opened, wanted string) bool {
	present := slices.ContainsFunc(g.Rows, func(r session.Row) bool {
		return r.ID == opened || opened == "" && r.Next && !isUntouched(c.desk.View(), c.desk)
	})
	f := c.folds[g.ID]
	if f != nil && f.present != present {
		f.chosen, f.present = false, present
	}
	switch {
	case wanted != "":
		return true
	case f != nil && f.chosen:
		return f.fold.Open()
	}
	return present || c.desk.IsHelper()
}

// fold returns the fold of a group, brought up to date. The word at the right is its worst row's.
func (c *Checklist) fold(g *session.Group, rows []fyne.CanvasObject, open bool, word string) fyne.CanvasObject {
	f := c.folds[g.ID]
	if f == nil {
		f = &group{rows: flow.NewColumn(0)}
		f.fold = c.desk.NewFold(g.Title, f.rows)
		f.fold.OnChanged = func(bool) {
			f.chosen = true
			c.desk.Redraw()
		}
		c.folds[g.ID] = f
	}
	f.rows.Objects = rows
	f.fold.SetOpen(open)
	f.fold.SetTitle(g.Title)
	f.fold.SetSummary(word)
	color := theme.ColorMuted
	if g.Worst == session.StatusProblem {
		color = theme.ColorBad
	}
	f.fold.SetSummaryColor(color)
	return flow.NewInset(0, theme.SpaceS, theme.SpaceXS, 0, f.fold.Object)
}

// word returns the word at the right of a group: how many of its rows are known while it is being looked at,
// else the state of its worst row.
func (c *Checklist) word(g *session.Group, known int, present bool) string {
	switch {
	case g.Worst == session.StatusProblem:
	case present:
		return c.desk.Text("checklist.known-of", "Known", known, "Total", len(g.Rows))
	case (g.Worst == session.StatusOpen || g.Worst == session.StatusLater) && known > 0:
		return c.desk.Text("checklist.known-of", "Known", known, "Total", len(g.Rows))
	case g.Worst == session.StatusOpen || g.Worst == session.StatusNext: // nothing leads there yet
		return c.desk.Text("checklist.unseen")
	}
	return c.desk.Text("status." + string(g.Worst))
}
