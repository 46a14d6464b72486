package storage

import (
	"backupdoctor/logic/storage"
	"backupdoctor/ui/form"
)

// newName makes a field for the name of a device or a person. A person's change calls onChange with the name,
// fit for one line.
func (p *Pane) newName(example string, onChange func(in *storage.Inputs, name string)) *form.Field[string] {
	f := form.NewField[string](p.desk.Text("storage-pane.name"))
	f.Parse = func(text string) (string, string) { return storage.CleanName(text), "" }
	f.Format = func(name string) string { return name }
	f.SetHint(p.desk.Text(example), "", false)
	connect(p, f, onChange)
	return f
}
