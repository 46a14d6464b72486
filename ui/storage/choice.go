package storage

import (
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/form"
)

// pick is a field to choose something that has an id.
type pick struct {
	*form.Choice

	from phrase.Choice
}

// newPick makes a field to choose from a list; onChange gets the id, empty for nothing chosen.
func newPick(caption string, from phrase.Choice, onChange func(id string)) *pick {
	return &pick{form.NewChoice(caption, from.Options, func(i int) { onChange(from.ID(i)) }), from}
}

// SetID shows what has the id.
func (f *pick) SetID(id string) { f.SetValue(f.from.At(id)) }

// position makes a field for the position of a switch of the phone.
func (p *Pane) position(caption string, onChange func(storage.Switch)) *form.Choice {
	return form.NewChoice(caption, p.desk.Phrase.Positions(), func(i int) { onChange(storage.Switch(i)) })
}
