package ui

import (
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// helpLines are the texts of the help for beginners, in their order.
var helpLines = []string{
	"help.begin", "help.guide", "help.known", "help.storage", "help.report", "help.last", "help.undo",
}

// showHelp says how the program is used, and lists all keys.
func (w *Window) showHelp() {
	d := w.desk
	s := d.NewSheet(w.window, d.Text("help.title"), "",
		widgets.NewAnswerButton(d.Text("bar.about"), w.showAbout))
	rows := flow.NewColumn(theme.SpaceM)
	s.Body.Add(flow.NewInset(0, theme.SpaceM, 0, 0, rows)) // away from the scroll bar
	for _, key := range helpLines {
		rows.Add(paint.NewParagraph(d.Text(key, "Device", d.View().Device.Name())))
	}
	rows.Add(paint.NewHeading(d.Text("keys.title")))
	row := func(does, keys string) {
		rows.Add(flow.NewRow(theme.SpaceM, 0, paint.NewParagraph(d.Text("keys."+does)),
			widgets.NewPill(keys, widgets.ToneNeutral)))
	}
	for _, b := range w.bindings() {
		row(b.keys, w.keyNames(b.keys))
	}
	for _, more := range []string{"answers", "rows", "scroll"} {
		row(more, w.keyNames(more))
	}
	s.Show()
}
