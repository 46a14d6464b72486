package ui

import (
	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Fail shows in the window why nothing could be opened, for a person who started the program by a click and
// sees no terminal. When the start named a case, a button opens the last case instead and calls opened.
// Without a library there is no button.
func (w *Window) Fail(text string, lib *session.Library, opened func()) {
	column := flow.NewColumn(theme.SpaceL, widgets.NewCallout(widgets.ToneBad, text))
	if lib != nil && w.start.Case != "" {
		last := widgets.NewPrimaryButton(lib.Words.Text("trouble.open-last"), func() {
			w.start.Case = ""
			if err := w.Fill(lib); err != nil {
				w.Fail(lib.Words.Sentence(err), lib, nil)
				return
			}
			opened()
		})
		column.Add(flow.NewWrap(theme.SpaceS, last))
	}
	w.window.SetContent(place.NewBackground(theme.ColorBackground,
		place.NewScroll(flow.NewPadded(theme.SpaceXL, flow.NewReadable(flow.ReadableWidth, column)))))
}
