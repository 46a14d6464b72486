package report

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
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
	failed  bool   // the last one could not be saved, and that is told
	shown   string // the document on the screen, as Markdown

	scroll   *place.Scroll
	content  *fyne.Container
	audience *form.Choice
	gets     *paint.Paragraph // what that audience gets
	names    *widgets.Tick
	accounts *widgets.Tick
	left     *paint.Paragraph // what is left out
	saveAs   *widgets.Button  // as a web page
	savePDF  *widgets.Button
	status   *paint.Paragraph // the result of the last copy or save
	page     *fyne.Container
	preview  preview
}

// New makes the pane. Saving asks for a file over the window w and runs by run, which may be nil.
func New(d *desk.Desk, w fyne.Window, now func() time.Time, run func(func())) *Pane {
	p := &Pane{
		desk: d, window: w, now: now, run: run,
		left: paint.NewCaption(""), gets: paint.NewCaption(""), status: paint.NewCaption(""),
		page: flow.NewColumn(theme.SpaceS), preview: preview{desk: d, text: d.Text},
	}
	p.audience = form.NewChoice(d.Text("report-pane.for"),
		[]string{d.Text("report-pane.for.support"), d.Text("report-pane.for.owner")},
		func(i int) { p.choose(func(o *report.Options) { o.For = report.Audience(i) }) })
	p.audience.SetValue(int(report.ForSupport))
	p.names = widgets.NewTick(d.Text("report-pane.names"), "", func(on bool) {
		p.choose(func(o *report.Options) { o.Names = on })
	})
	p.accounts = widgets.NewTick(d.Text("report-pane.accounts"), "", func(on bool) {
		p.choose(func(o *report.Options) { o.Accounts = on })
	})
	for _, t := range []*widgets.Tick{p.names, p.accounts} {
		t.SetSpoken(d.Text("plan-pane.tick.off"), d.Text("plan-pane.tick.on"))
	}
	p.saveAs = widgets.NewPrimaryButton(d.Text("report-pane.save"), func() { p.save(endHTML) })
	p.savePDF = widgets.NewAnswerButton(d.Text("report-pane.save-pdf"), func() { p.save(endPDF) })
	p.content = flow.NewColumn(theme.SpaceM,
		paint.NewParagraph(d.Text("report-pane.text")),
		flow.NewColumn(theme.SpaceXS, p.audience.Object, p.gets),
		flow.NewColumn(0, p.names, p.accounts, p.left),
		flow.NewColumn(theme.SpaceXS, flow.NewWrap(theme.SpaceS, p.saveAs, p.savePDF,
			widgets.NewAnswerButton(d.Text("report-pane.copy"), p.copy), p.status),
			paint.NewCaption(d.Text("report-pane.how"))),
		place.NewCard(p.page))
	p.scroll = place.NewScroll(flow.NewPadded(theme.SpaceL,
		flow.NewReadable(flow.ReadableWidth, p.content)))
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
func (p *Pane) FocusFirst(c fyne.Canvas) { c.Focus(p.saveAs) }

// Reset takes names and accounts out of the report, for another case: the consent of one person is none of
// another's.
func (p *Pane) Reset() {
	p.options.Names, p.options.Accounts = false, false
	p.names.SetOn(false)
	p.accounts.SetOn(false)
}

// Show writes the report anew while it is on the screen.
func (p *Pane) Show(*session.View) {
	if p.desk.Tab() != desk.TabReport {
		return
	}
	d := p.document()
	text := d.Markdown()
	if text == p.shown {
		return
	}
	p.shown = text
	p.left.SetText(p.leftOut(d.Left))
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
	p.status.SetText(text)
	p.status.Hidden = text == ""
	p.content.Refresh()
	p.scroll.Refresh()
}

// leftOut counts what is not in the report.
func (p *Pane) leftOut(l report.LeftOut) string {
	var list []string
	for _, one := range []struct {
		key string
		n   int
	}{{"names", l.Names}, {"accounts", l.Accounts}, {"texts", l.Texts}} {
		if one.n > 0 {
			list = append(list, p.desk.Words.Count("report-pane.left."+one.key, one.n))
		}
	}
	if len(list) == 0 {
		return p.desk.Text("report-pane.left.nothing")
	}
	return p.desk.Text("report-pane.left", "What", strings.Join(list, ", "))
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
