package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/widgets"
)

// nameField is a row for the name of a device or a person. What is typed stays as it was typed.
type nameField struct {
	entry   *form.Entry
	content *fyne.Container
	setting bool // the field is being brought up to date; nobody types
}

func newNameField(p *storagePane, caption, example string, given func(name string)) *nameField {
	f := &nameField{entry: form.NewEntry()}
	f.entry.SetPlaceHolder(example)
	f.entry.OnChanged = func(text string) {
		if !f.setting {
			p.enter(f, func() { given(storage.CleanName(text)) })
		}
	}
	nothing, fine := widgets.NewCaption(""), widgets.NewCaption("")
	nothing.Hide()
	fine.Hide()
	f.content = flow.NewFieldRow(widgets.NewParagraph(caption), nothing, f.entry, fine)
	return f
}

// bring shows the case's name. A field whose text already means it is left alone.
func (f *nameField) bring(name string) {
	if storage.CleanName(f.entry.Text) == name {
		return
	}
	f.setting = true
	f.entry.SetText(strings.TrimSpace(name))
	f.setting = false
}
