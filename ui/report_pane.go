package ui

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/ui/widgets"
)

// reportPane shows the report as it would be handed over. It is written only while it is on the screen.
type reportPane struct {
	desk    *desk
	window  fyne.Window
	now     func() time.Time
	scroll  *widgets.Scroll
	content *fyne.Container
	text    *widget.RichText
	said    *widgets.Paragraph // what became of the last click
	shown   string
}

func newReportPane(d *desk, w fyne.Window, now func() time.Time) *reportPane {
	p := &reportPane{desk: d, window: w, now: now, text: widget.NewRichText(), said: widgets.NewCaption("")}
	p.text.Wrapping = fyne.TextWrapWord
	buttons := widgets.NewFlow(spaceS,
		widgets.NewPrimaryButton(d.text("report-pane.copy"), p.copy),
		widgets.NewAnswerButton(d.text("report-pane.save"), p.save))
	p.content = widgets.NewColumn(spaceM, widgets.NewParagraph(d.text("report-pane.text")), buttons, p.said, widgets.NewCard(p.text))
	p.scroll = widgets.NewScroll(widgets.NewPadded(spaceL, widgets.NewReadable(widgets.ReadableWidth, p.content)))
	return p
}

func (p *reportPane) markdown() string {
	return report.Markdown(p.desk.session.Library(), p.desk.view(), p.now())
}

func (p *reportPane) show(*session.View) {
	if p.desk.place.tab != tabReport {
		return
	}
	text := p.markdown()
	if text == p.shown {
		return
	}
	p.shown = text
	p.text.ParseMarkdown(text)
	p.said.SetText("")
	p.content.Refresh()
}

func (p *reportPane) copy() {
	fyne.CurrentApp().Clipboard().SetContent(p.markdown())
	p.said.SetText(p.desk.text("report-pane.copied"))
}

// fileName is the name suggested for the report, after the file of its case: that one every disk can keep.
func (p *reportPane) fileName() string {
	file := filepath.Base(p.desk.session.File().Path())
	return p.desk.text("report-pane.file-name", "Case", strings.TrimSuffix(file, filepath.Ext(file))) + ".md"
}

// save asks for a file and writes the report into it.
func (p *reportPane) save() {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil {
			p.desk.tell(err)
			return
		}
		if file == nil {
			return // cancelled
		}
		_, err = file.Write([]byte(p.markdown()))
		if closing := file.Close(); err == nil {
			err = closing
		}
		if err != nil {
			p.desk.tell(err)
			return
		}
		p.said.SetText(p.desk.text("report-pane.saved", "File", file.URI().Name()))
	}, p.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".md"}))
	d.SetFileName(p.fileName())
	d.Show()
}
