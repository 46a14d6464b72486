package storage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// cleanUpCard proposes ways to make room instead of paying. When a person rules a way out, the proposal is
// made anew.
type cleanUpCard struct {
	pane    *Pane
	content *place.Surface
	column  *fyne.Container
	rows    map[string]*cleanUpRow
	others  *widgets.Button // shows the ways that are not proposed, or hides them
	more    bool            // they are asked for
	found   storage.CleanUp
}

// cleanUpRow is one way to make room. It is kept between changes, so that the focus stays in it.
type cleanUpRow struct {
	content *fyne.Container
	tick    *widgets.Tick // "I will do this", while it is proposed or ruled out
	plain   *fyne.Container
	words   [2]*paint.Paragraph // of plain: what, and how much it frees
	note    *paint.Paragraph
	copied  *widgets.Tick // "I have a copy elsewhere", where nothing is proposed without one
	link    *widgets.Button
	detail  *fyne.Container
	open    bool
}

func newCleanUpCard(p *Pane) *cleanUpCard {
	c := &cleanUpCard{pane: p, column: flow.NewColumn(theme.SpaceS), rows: map[string]*cleanUpRow{}}
	c.others = widgets.NewFlushLink("", func() { c.more = !c.more; c.again() })
	c.content = place.NewCard(c.column)
	return c
}

func (c *cleanUpCard) show(v *session.View) {
	c.found = v.Plan.CleanUp(v.ComputerBackup())
	c.content.Hidden = c.found.Missing <= 0
	if c.content.Hidden {
		return
	}
	d := c.pane.desk
	needsMore := !c.found.Reached && c.found.WithCopies
	objects := []fyne.CanvasObject{
		flow.NewWrap(theme.SpaceS, paint.NewParagraph(d.Text("plan-pane.cleanup.title")).Bold(),
			paint.NewCaption(c.summary())),
	}
	var withCopy, others []fyne.CanvasObject
	for i := range c.found.Candidates {
		k := &c.found.Candidates[i]
		row := c.row(v, k)
		switch k.Standing {
		case storage.Proposed, storage.RuledOut:
			objects = append(objects, row.content)
		case storage.NeedsCopy:
			withCopy = append(withCopy, row.content)
		default:
			others = append(others, row.content)
		}
	}
	others = append(withCopy, others...) // what a person can decide comes first
	if needsMore {
		objects = append(objects, widgets.NewCallout(widgets.ToneNeutral, d.Text("plan-pane.cleanup.copies")))
	}
	if len(others) > 0 && !needsMore {
		key := "plan-pane.cleanup.more"
		if c.more {
			key = "plan-pane.cleanup.fewer"
		}
		c.others.SetText(d.Text(key))
		objects = append(objects, c.others)
	}
	if c.more || needsMore {
		objects = append(objects, others...)
	}
	c.column.Objects = append(objects, paint.NewCaption(d.Text(string(storage.RemarkOptimize))))
}

// again draws the card anew after a person opened or closed a part of it.
func (c *cleanUpCard) again() {
	c.show(c.pane.desk.View())
	c.pane.relayout()
}

// summary returns the sum of the proposed ways: the size freed and the minutes.
func (c *cleanUpCard) summary() string {
	d, f := c.pane.desk, &c.found
	switch {
	case f.Freed.High == 0:
		return d.Text("plan-pane.cleanup.nothing", "Missing", c.pane.size(f.Missing))
	case !f.Reached:
		return d.Text("plan-pane.cleanup.short", "Freed", c.pane.span(f.Freed),
			"Missing", c.pane.size(f.Missing))
	}
	return d.Text("plan-pane.cleanup.frees", "Freed", c.pane.span(f.Freed),
		"Minutes", d.Words.Minutes(f.Minutes))
}

// first returns the row of the first proposed way; nil without one.
func (c *cleanUpCard) first() *cleanUpRow {
	for i := range c.found.Candidates {
		if k := &c.found.Candidates[i]; k.Standing == storage.Proposed {
			return c.rows[k.ID]
		}
	}
	return nil
}

func (c *cleanUpCard) row(v *session.View, k *storage.Candidate) *cleanUpRow {
	d := c.pane.desk
	row := c.rows[k.ID]
	if row == nil {
		id := k.ID
		row = &cleanUpRow{note: paint.NewCaption(""), detail: flow.NewColumn(theme.SpaceXS)}
		row.tick = c.pane.newTick("", func(bool) {
			c.pane.record(nil, func(in *storage.Inputs) { *in = in.ToggleAction(id) })
		})
		row.copied = c.pane.newTick(d.Text("plan-pane.cleanup.have-copy"), func(bool) {
			c.pane.record(nil, func(in *storage.Inputs) { *in = in.ToggleCopy(id) })
		})
		row.link = widgets.NewFlushLink("", func() { row.open = !row.open; c.again() })
		row.words = [2]*paint.Paragraph{
			paint.NewParagraph(""),
			paint.NewParagraph("").WithColor(theme.ColorMuted),
		}
		row.plain = flow.NewInset(theme.SpaceXS, 0, theme.SpaceXS, tickIndent,
			flow.NewRow(theme.SpaceM, 0, row.words[0], row.words[1]))
		row.content = flow.NewColumn(0, row.tick, row.plain,
			flow.NewInset(0, 0, 0, tickIndent, flow.NewColumn(theme.SpaceXS,
				flow.NewWrap(theme.SpaceM, row.note, row.link), row.detail, row.copied)))
		c.rows[k.ID] = row
	}
	title := c.pane.wayTitle(v, k)
	figures := d.Text("plan-pane.cleanup.figures", "Gain", c.pane.span(k.Gain),
		"Minutes", d.Words.Minutes(k.Minutes))
	row.tick.Set(title, figures)
	row.words[0].SetText(title)
	row.words[1].SetText(figures)
	// A tick means "I will do this", and only that: a way that is not proposed has none, unless the person
	// ruled it out.
	row.tick.SetOn(k.Standing == storage.Proposed)
	row.tick.Hidden = k.Standing != storage.Proposed && k.Standing != storage.RuledOut
	row.plain.Hidden = !row.tick.Hidden
	copied := slices.Contains(v.Plan.Inputs.Copies, k.ID)
	row.copied.SetOn(copied)
	row.copied.Hidden = k.Standing != storage.NeedsCopy && !copied
	row.note.SetText(c.note(k))
	row.detail.Hidden = !row.open
	row.link.SetText(d.Text("plan-pane.cleanup.how"))
	if row.open {
		row.link.SetText(d.Text("plan-pane.cleanup.how.close"))
		row.detail.Objects = []fyne.CanvasObject{
			paint.NewParagraph(d.Base.Fill(k.Action.How, v.Device)),
			paint.NewParagraph(d.Text("plan-pane.cleanup.loses",
				"Loses", d.Base.Fill(k.Action.Loses, v.Device))),
		}
		if path := c.pane.path(k.Action.Route, v); path != "" {
			row.detail.Add(paint.NewParagraph(path))
		}
	}
	return row
}

// wayTitle returns the title of a way to make room, with the device that it is for.
func (p *Pane) wayTitle(v *session.View, k *storage.Candidate) string {
	return p.desk.Phrase.CleanUpTitle(p.desk.Base.Fill(k.Action.Title, v.Device), v.Plan.NameOf(k))
}

// tickIndent is the room of the box before the words of a tick.
const tickIndent float32 = 28

// note returns in short what a person loses by a way, why it is not proposed, and how sure its gain is.
func (c *cleanUpCard) note(k *storage.Candidate) string {
	d := c.pane.desk
	parts := []string{d.Text(k.Action.Loss.Key())}
	if k.Standing != storage.Proposed {
		parts = []string{d.Text(k.Standing.Key()), parts[0]}
	}
	if k.Standing == storage.NeedsCopy {
		parts[0] = d.Text("plan-pane.cleanup.copy")
	}
	if k.Typical {
		parts = append(parts, d.Text(size.Assumed.Key()))
	}
	return strings.Join(parts, " · ")
}
