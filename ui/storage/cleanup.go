package storage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// cleanUpCard proposes ways to make room instead of paying. When a person rules a way out, the proposal is
// made anew.
type cleanUpCard struct {
	pane     *Pane
	content  *place.Surface
	column   *fyne.Container
	rows     map[string]*cleanUpRow
	steps    *widgets.Button // leads to the steps of the first way
	computer *fyne.Container // the way that needs no room at all
	others   *widgets.Button // shows the ways that are not proposed, or hides them
	more     bool            // they are asked for
	found    storage.CleanUp
}

// cleanUpRow is one way to make room. It is kept between changes, so that the focus stays in it.
type cleanUpRow struct {
	content *fyne.Container
	tick    *widgets.Tick // "I will do this", while it is proposed or ruled out
	plain   *fyne.Container
	words   [2]*paint.Paragraph // of plain: what, and how much it frees
	goes    *paint.Paragraph    // what goes, where a way deletes something
	promise *widgets.Pill       // what is true of it before it is done
	note    *paint.Paragraph
	copied  *widgets.Tick // "I have a copy elsewhere", where nothing is proposed without one
	link    *widgets.Button
	detail  *fyne.Container
	open    bool
}

func newCleanUpCard(p *Pane) *cleanUpCard {
	c := &cleanUpCard{pane: p, column: flow.NewColumn(theme.SpaceS), rows: map[string]*cleanUpRow{}}
	c.others = widgets.NewFlushLink("", func() { c.more = !c.more; c.again() })
	c.steps = widgets.NewPrimaryButton(p.desk.Text("storage-pane.cleanup.show"), func() {
		if k := c.first(); k != nil {
			p.openFix(k.Action.Fix)
		}
	})
	d := p.desk
	c.computer = flow.NewColumn(theme.SpaceXS,
		paint.NewParagraph(d.Text("storage-pane.cleanup.computer")),
		paint.NewCaption(d.Text("storage-pane.cleanup.computer.about")),
		flow.NewWrap(theme.SpaceM, widgets.NewPill(d.Text(storage.LosesNothing.Key()), widgets.ToneOK),
			widgets.NewFlushLink(d.Text("storage-pane.cleanup.steps"), func() {
				d.Open(guide.Step{Kind: diagnosis.StepGate, ID: knowledge.BackupGate})
				d.ShowTab(desk.TabGuide)
			})))
	c.content = place.NewCard(c.column)
	return c
}

// openFix shows the steps of a fix in the guide.
func (p *Pane) openFix(id string) {
	p.desk.Open(guide.Step{Kind: diagnosis.StepFix, ID: id})
	p.desk.ShowTab(desk.TabGuide)
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
		flow.NewWrap(theme.SpaceS, paint.NewHeading(d.Text("storage-pane.cleanup.title")),
			paint.NewCaption(d.Phrase.CleanUp(&c.found))),
	}
	var withCopy, others []fyne.CanvasObject
	for i := range c.found.Candidates {
		k := &c.found.Candidates[i]
		row := c.row(v, k)
		switch k.Standing {
		case storage.Proposed, storage.RuledOut:
			objects = append(objects, row.content, place.NewDivider())
		case storage.NeedsCopy:
			withCopy = append(withCopy, row.content)
		default:
			others = append(others, row.content)
		}
	}
	others = append(withCopy, others...) // what a person can decide comes first
	if c.found.Reached {
		objects = append(objects, flow.NewWrap(theme.SpaceM, c.steps, paint.NewCaption(c.until(v))))
	}
	if needsMore {
		objects = append(objects, widgets.NewCallout(widgets.ToneNeutral, d.Text("storage-pane.cleanup.copies")))
	}
	if len(others) > 0 && !needsMore {
		key := "storage-pane.cleanup.more"
		if c.more {
			key = "storage-pane.cleanup.fewer"
		}
		c.others.SetText(d.Text(key))
		objects = append(objects, c.others)
	}
	if c.more || needsMore {
		objects = append(objects, others...)
	}
	c.column.Objects = append(objects, place.NewDivider(), c.computer,
		paint.NewCaption(d.Text(string(storage.RemarkOptimize))))
}

// until says until when there is room after what is proposed; empty where that can't be told.
func (c *cleanUpCard) until(v *session.View) string {
	d := c.pane.desk
	switch full := c.found.FullIn.Likely; {
	case !v.Plan.HasForecast:
		return ""
	case full < 1:
		return d.Text("storage-pane.cleanup.soon")
	}
	if at, near := d.Phrase.Moment(c.found.FullIn.Likely, c.pane.now()); near {
		return d.Text("storage-pane.cleanup.until", "Date", at)
	}
	return d.Text("storage-pane.cleanup.years")
}

// again draws the card anew after a person opened or closed a part of it.
func (c *cleanUpCard) again() {
	c.show(c.pane.desk.View())
	c.pane.relayout()
}

// first returns the first proposed way; nil without one.
func (c *cleanUpCard) first() *storage.Candidate {
	if c.found.Enough() == 0 {
		return nil
	}
	return &c.found.Candidates[0]
}

func (c *cleanUpCard) row(v *session.View, k *storage.Candidate) *cleanUpRow {
	d := c.pane.desk
	row := c.rows[k.ID]
	if row == nil {
		id := k.ID
		row = &cleanUpRow{
			note: paint.NewCaption(""), goes: paint.NewCaption(""),
			promise: widgets.NewPill("", widgets.ToneNeutral), detail: flow.NewColumn(theme.SpaceXS),
		}
		row.tick = c.pane.desk.NewTick("", "", func(bool) {
			c.pane.record(nil, func(in *storage.Inputs) { *in = in.ToggleAction(id) })
		})
		row.copied = c.pane.desk.NewTick(d.Text("storage-pane.cleanup.have-copy"), "", func(bool) {
			c.pane.record(nil, func(in *storage.Inputs) { *in = in.ToggleCopy(id) })
		})
		row.link = widgets.NewFlushLink("", func() { row.open = !row.open; c.again() })
		row.words = [2]*paint.Paragraph{
			paint.NewParagraph(""),
			paint.NewParagraph("").WithColor(theme.ColorMuted),
		}
		row.plain = flow.NewInset(theme.SpaceXS, 0, theme.SpaceXS, tickIndent,
			flow.NewEnds(row.words[0], row.words[1]))
		row.content = flow.NewColumn(0, row.tick, row.plain,
			flow.NewInset(0, 0, 0, tickIndent, flow.NewColumn(theme.SpaceXS, row.goes,
				flow.NewWrap(theme.SpaceM, row.promise, row.note, row.link), row.detail, row.copied)))
		c.rows[k.ID] = row
	}
	title := c.pane.wayTitle(v, k)
	figures := d.Text("storage-pane.cleanup.figures", "Gain", d.Phrase.Gain(k.Gain, k.IsRead),
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
	row.promise.Set(d.Text(k.PromiseKey()), tone(k))
	row.goes.SetText(d.Base.Fill(k.Action.Loses, v.Device))
	row.goes.Hidden = k.Action.Loss == storage.LosesNothing || k.Standing != storage.Proposed || row.open
	note := c.note(k)
	row.note.SetText(note)
	row.note.Hidden = note == ""
	row.detail.Hidden = !row.open
	row.link.SetText(d.Text("storage-pane.cleanup.how"))
	if row.open {
		row.link.SetText(d.Text("storage-pane.cleanup.how.close"))
		row.detail.Objects = []fyne.CanvasObject{
			paint.NewParagraph(d.Base.Fill(k.Action.How, v.Device)),
			paint.NewParagraph(d.Text("storage-pane.cleanup.loses",
				"Loses", d.Base.Fill(k.Action.Loses, v.Device))),
		}
		if path := c.pane.path(k.Action.Route, v); path != "" {
			row.detail.Add(paint.NewParagraph(path))
		}
		if fix := k.Action.Fix; d.Base.Fix(fix) != nil {
			row.detail.Add(widgets.NewFlushLink(d.Text("storage-pane.cleanup.steps"), func() { c.pane.openFix(fix) }))
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

// tone is the look of what is true of a way before it is done.
func tone(k *storage.Candidate) widgets.Tone {
	switch {
	case k.Standing == storage.NeedsCopy || k.Action.Loss == storage.LosesData:
		return widgets.ToneWarn
	case k.Action.Loss == storage.LosesNothing:
		return widgets.ToneOK
	}
	return widgets.ToneNeutral
}

// note returns in short why a way is not proposed, and how sure its gain is.
func (c *cleanUpCard) note(k *storage.Candidate) string {
	d := c.pane.desk
	var parts []string
	if k.Standing != storage.Proposed && k.Standing != storage.NeedsCopy {
		parts = append(parts, d.Text(k.Standing.Key()))
	}
	if k.Typical {
		parts = append(parts, d.Text(size.Assumed.Key()))
	}
	return strings.Join(parts, " · ")
}
