package ui

import (
	"strings"

	"backupdoctor/assets"
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
	s.Body.Add(flow.NewColumn(theme.SpaceXS, paint.NewHeading(d.Text("about.built")),
		paint.NewCaption(d.Text("about.licenses")), list))
	s.Show()
}

// showLicense shows under which conditions a part of the program may be used.
func (w *Window) showLicense(l assets.License) {
	s := w.desk.NewSheet(w.window, paint.Literal(l.Work), l.Version)
	for block := range strings.SplitSeq(l.Text, "\n\n") {
		s.Body.Add(paint.NewParagraph(paint.Literal(strings.TrimSpace(block))))
	}
	s.Show()
}
