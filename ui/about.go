package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/assets"
	"backupdoctor/logic/evidence"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// showAbout tells which version this is, what it knows, and what it is built from.
func (w *Window) showAbout() {
	d := w.desk
	about := w.start.App.Metadata()
	s := d.NewSheet(w.window, d.Text("about.title", "Version", about.Version), "")
	versions := d.Versions()
	list := flow.NewColumn(0)
	for _, l := range assets.Licenses() {
		list.Add(widgets.NewFlushLink(strings.TrimSpace(l.Work+" "+l.Version), func() { w.showLicense(l) }))
	}
	for _, text := range []string{
		d.Text("about.does"),
		d.Text("about.knows", "From", versions[len(versions)-1], "To", versions[0],
			"Day", d.Words.Day(d.Prices.Date)),
		d.Text("about.apple"),
	} {
		s.Body.Add(paint.NewParagraph(text))
	}
	w.addReleases(s)
	s.Body.Add(flow.NewColumn(theme.SpaceXS, paint.NewHeading(d.Text("about.built")),
		paint.NewCaption(d.Text("about.licenses")), list))
	s.Show()
}

// addReleases adds to a sheet the question for a newer version, where there is somebody to ask. Nothing is asked before a click.
func (w *Window) addReleases(s *desk.Sheet) {
	if w.start.Releases == nil {
		return
	}
	d := w.desk
	result, page := paint.NewParagraph("").Bold(), ""
	open := widgets.NewFlushLink(d.Text("release.page"), func() { d.OpenOutside(page) })
	asked := paint.NewCaption("")
	board := w.start.Releases(w.settings, func(status evidence.Status) {
		page = status.Report.Page
		result.SetText(status.Report.What.Tell(d.Words))
		if status.State == evidence.Looking {
			page = ""
			result.SetText(d.Text("release.looking"))
		}
		asked.SetText("")
		for _, e := range status.Report.Asked {
			asked.SetText(d.Text("evidence.exchange", "Asked", e.Asked, "Answered", e.Answered))
		}
		result.Hidden, open.Hidden, asked.Hidden = result.Text() == "", page == "", asked.Text() == ""
		s.Relayout()
	})
	if board == nil {
		return
	}
	s.OnDismiss = func() bool {
		board.Close()
		return true
	}
	look := widgets.NewAnswerButton(d.Text("release.look"), func() { board.Look(evidence.About{Fresh: true}) })
	body := flow.NewColumn(theme.SpaceXS, flow.NewWrap(theme.SpaceS, look))
	for _, status := range board.Statuses() {
		body.Add(paint.NewCaption(status.Privacy.Tell(d.Words)))
		board.Turn(status.ID, true)
	}
	for _, o := range []fyne.CanvasObject{result, open, asked} {
		body.Add(o)
	}
	s.Body.Add(body)
}

// showLicense shows under which conditions a part of the program may be used.
func (w *Window) showLicense(l assets.License) {
	s := w.desk.NewSheet(w.window, paint.Literal(l.Work), l.Version)
	for block := range strings.SplitSeq(l.Text, "\n\n") {
		s.Body.Add(paint.NewParagraph(paint.Literal(strings.TrimSpace(block))))
	}
	s.Show()
}
