package report

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

const mutedText = theme.ColorMuted

// Pane shows the report as it would be handed over. It is written only while it is on the screen.
type Pane struct {
	desk    *desk.Desk
	window  fyne.Window
	now     func() time.Time
	run     func(func()) // runs work beside the window; nil does it at once
	artist  *artist      // made when it is first needed
	options report.Options
	chosen  bool   // a person chose the audience
	failed  bool   // the last one could not be saved, and that is told
	shown   string // the document on the screen, as Markdown
	printed string // the folder of the file that is printed
	last    string // the file that was printed last; empty before the first
	lastAt  time.Time

	scroll   *place.Scroll
	content  *fyne.Container
	audience *place.TabStrip
	gets     *paint.Paragraph // what that audience gets
	names    *widgets.Tick
	accounts *widgets.Tick
	left     *paint.Paragraph // what is left out
	savePDF  *widgets.Button
	writes   []*widgets.Button // all that write a file
	status   *desk.Saved       // the result of the last copy or save
	page     *fyne.Container
	preview  preview
}

// In a wide window the controls stand in a column of their own beside the report, which is no wider than can be
// read.
const controlsWidth, widest float32 = 432, controlsWidth + theme.SpaceXL + flow.ReadableWidth

// audiences are those of the switch, in its order.
var audiences = []report.Audience{report.ForOwner, report.ForSupport}

// New makes the pane. Saving asks for a file over the window w and runs by run, which may be nil. What is
// printed is written into the folder printed first.
func New(d *desk.Desk, w fyne.Window, now func() time.Time, run func(func()), printed string) *Pane {
	p := &Pane{
		desk: d, window: w, now: now, run: run, printed: printed,
		left: paint.NewCaption(""), gets: paint.NewCaption(""), status: d.NewSaved(),
		page: flow.NewColumn(theme.SpaceS), preview: preview{desk: d, text: d.Text},
	}
	p.tidy(beingPrinted)
	p.audience = place.NewSegments([]string{d.Text("report-pane.for.owner"), d.Text("report-pane.for.support")},
		func(i int) {
			p.chosen = true
			p.choose(func(o *report.Options) { o.For = audiences[i] })
		})
	p.names = d.NewTick(d.Text("report-pane.names"), "", func(on bool) {
		p.choose(func(o *report.Options) { o.Names = on })
	})
	p.accounts = d.NewTick(d.Text("report-pane.accounts"), "", func(on bool) {
		p.choose(func(o *report.Options) { o.Accounts = on })
	})
	p.savePDF = widgets.NewPrimaryButton(d.Text("report-pane.save-pdf"), func() { p.save(endPDF) })
	p.writes = []*widgets.Button{
		p.savePDF,
		widgets.NewAnswerButton(d.Text("report-pane.save"), func() { p.save(endHTML) }),
		widgets.NewAnswerButton(d.Text("report-pane.print"), p.Print),
	}
	buttons := flow.NewWrap(theme.SpaceS)
	for _, b := range p.writes {
		buttons.Add(b)
	}
	buttons.Add(widgets.NewAnswerButton(d.Text("report-pane.copy"), p.copy))
	controls := flow.NewColumn(theme.SpaceM,
		paint.NewParagraph(d.Text("report-pane.text")),
		flow.NewColumn(theme.SpaceXS, d.Labelled("report-pane.for", flow.NewWrap(0, p.audience)), p.gets),
		flow.NewColumn(0, p.names, p.accounts, p.left),
		flow.NewColumn(theme.SpaceXS, buttons, p.status.Object, paint.NewCaption(d.Text("report-pane.how"))))
	readable := func(o fyne.CanvasObject) fyne.CanvasObject { return flow.NewReadable(flow.ReadableWidth, o) }
	p.content = flow.NewReadable(widest, place.NewTwoColumns(controlsWidth, theme.SpaceXL, theme.SpaceM,
		place.Part{Object: readable(controls), Left: true},
		place.Part{Object: readable(place.NewCard(p.page))}))
	p.scroll = place.NewScroll(flow.NewPadded(theme.SpaceL, p.content))
	return p
}

// document is the report as it is chosen.
func (p *Pane) document() *report.Document { return p.documentOf(p.desk.View()) }

func (p *Pane) documentOf(v *session.View) *report.Document {
	o := p.options
	o.Open, _ = p.desk.Opened()
	return report.New(p.desk.Session.Library(), v, p.now(), o)
}

// Object returns the pane.
func (p *Pane) Object() fyne.CanvasObject { return p.scroll }

// Scroll returns the scroller around the pane.
func (p *Pane) Scroll() *place.Scroll { return p.scroll }

// FocusFirst gives the keyboard to the button that saves.
func (p *Pane) FocusFirst(c fyne.Canvas) { c.Focus(p.savePDF) }

// Reset takes names and accounts out of the report, for another case: the consent of one person is none of
// another's. The audience follows the case again.
func (p *Pane) Reset() {
	p.chosen = false
	p.options.Names, p.options.Accounts = false, false
	p.names.SetOn(false)
	p.accounts.SetOn(false)
}

// Show writes the report anew while it is on the screen. It is the owner's, unless the case ends at Apple
// Support.
func (p *Pane) Show(v *session.View) {
	if p.last != "" && p.now().Sub(p.lastAt) > mostPrinted {
		p.tidy(mostPrinted)
	}
	if p.desk.Tab() != desk.TabReport {
		return
	}
	if !p.chosen {
		p.options.For = report.ForOwner
		if next, open := v.Next(); open && next.Kind == diagnosis.StepSupport {
			p.options.For = report.ForSupport
		}
		p.audience.Select(slices.Index(audiences, p.options.For))
	}
	d := p.document()
	text := d.Markdown()
	if text == p.shown {
		return
	}
	p.shown = text
	p.left.SetText(p.leftOut(d))
	gets := map[report.Audience]string{
		report.ForSupport: "report-pane.for.support.text",
		report.ForOwner:   "report-pane.for.owner.text",
	}
	p.gets.SetText(p.desk.Text(gets[p.options.For]))
	p.page.Objects = p.preview.objects(d)
	p.setStatus("")
}

// choose changes what is asked for and shows it.
func (p *Pane) choose(change func(o *report.Options)) {
	change(&p.options)
	p.Show(p.desk.View())
}

// setStatus shows the result of the last copy or save.
func (p *Pane) setStatus(text string) {
	p.status.Tell(text, "")
	p.refresh()
}

// refresh arranges the pane anew.
func (p *Pane) refresh() {
	p.content.Refresh()
	p.scroll.Refresh()
}

// leftOut counts what is not in the report.
func (p *Pane) leftOut(d *report.Document) string {
	if d.LeftOut == "" {
		return p.desk.Text("report-pane.left.nothing")
	}
	return p.desk.Text("report-pane.left", "What", d.LeftOut)
}

func (p *Pane) copy() {
	fyne.CurrentApp().Clipboard().SetContent(p.document().Markdown())
	p.setStatus(p.desk.Text("report-pane.copied"))
}

// fileName is the name suggested for the report, with the end that says how it is written. That of the case's file, which every disk can keep, is in it
// only when names are.
func (p *Pane) fileName(end string) string {
	if !p.options.Names {
		return p.desk.Text("report-pane.file-name.plain", "Date", p.now().Format(time.DateOnly)) + end
	}
	file := filepath.Base(p.desk.Session.File().Path())
	return p.desk.Text("report-pane.file-name", "Case",
		strings.TrimSuffix(file, filepath.Ext(file))) + end
}
