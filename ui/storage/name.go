package storage

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/widgets"
)

// nameField is a row for the name of a device or a person. The text stays as a person typed it.
type nameField struct {
	entry   *form.Entry
	content *fyne.Container
	setting bool // SetValue is at work; nobody types
}

// newNameField makes a row. A person's change calls onChange with the name, fit for one line.
func newNameField(p *Pane, caption, example string, onChange func(in *storage.Inputs, name string)) *nameField {
	f := &nameField{entry: form.NewEntry()}
	f.entry.SetPlaceHolder(example)
	f.entry.OnChanged = func(text string) {
		if !f.setting {
			p.record(f, func(in *storage.Inputs) { onChange(in, storage.CleanName(text)) })
		}
	}
	nothing, fine := widgets.NewCaption(""), widgets.NewCaption("")
	nothing.Hide()
	fine.Hide()
	f.content = flow.NewFieldRow(widgets.NewParagraph(caption), nothing, f.entry, fine)
	return f
}

// SetValue shows the case's name. A text that already means it stays.
func (f *nameField) SetValue(name string) {
	if storage.CleanName(f.entry.Text) == name {
		return
	}
	f.setting = true
	f.entry.SetText(strings.TrimSpace(name))
	f.setting = false
}
