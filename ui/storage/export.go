package storage

import (
	"bytes"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynestorage "fyne.io/fyne/v2/storage"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
)

// table returns the whole plan as comma-separated values.
func (p *Pane) table(v *session.View) ([]byte, error) {
	var out bytes.Buffer
	title := func(k *storage.Candidate) string { return p.wayTitle(v, k) }
	err := v.Plan.WriteCSV(&out, v.ComputerBackup(), p.now(), title, p.desk.Text)
	return out.Bytes(), err
}

// save asks for a file and writes the plan into it.
func (p *Pane) save() {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			p.desk.ReportError(err)
		case file != nil: // otherwise cancelled
			p.write(file)
		}
	}, p.window)
	d.SetFilter(fynestorage.NewExtensionFileFilter([]string{".csv"}))
	d.SetFileName(p.desk.Text("plan-pane.export.file-name") + ".csv")
	d.Show()
}

// write puts the plan into an open file and shows the result.
func (p *Pane) write(file fyne.URIWriteCloser) {
	data, err := p.table(p.desk.View())
	if err == nil {
		_, err = file.Write(data)
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		p.desk.ReportError(err)
		return
	}
	p.bars.setStatus(p.desk.Text("report-pane.saved", "File", file.URI().Name()))
	p.relayout()
}
