package storage

import (
	"bytes"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
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
	const end = ".csv"
	p.desk.AskForFile(p.window, desk.File{
		Title: p.desk.Text("storage-pane.export"), Name: p.desk.Text("storage-pane.export.file-name") + end, Ends: []string{end},
	}, p.write)
}

// write puts the plan into a file and shows the result.
func (p *Pane) write(path string) {
	data, err := p.table(p.desk.View())
	if err == nil {
		err = desk.WriteFile(path, data)
	}
	if err != nil {
		p.desk.ReportError(err)
		return
	}
	p.bars.status.Tell(p.desk.Text("report-pane.saved", "File", path), path)
	p.relayout()
}
