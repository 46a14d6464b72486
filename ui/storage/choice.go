package storage

import (
	"backupdoctor/logic/storage"
	"backupdoctor/ui/form"
)

// sizes makes a field for one of the typical sizes; given gets an empty id for what nobody has said.
func (p *Pane) sizes(caption string, list []storage.Size, key func(id string) string, given func(id string)) *form.Choice {
	labels := []string{p.desk.Text("plan-pane.not-said")}
	for _, s := range list {
		labels = append(labels, p.desk.Text(key(s.ID)))
	}
	return form.NewChoice(caption, labels, func(i int) {
		if i == 0 {
			given("")
			return
		}
		given(list[i-1].ID)
	})
}

// indexIn is where an id stands in the list of a field that sizes made.
func indexIn(list []storage.Size, id string) int {
	for i := range list {
		if list[i].ID == id {
			return i + 1
		}
	}
	return 0
}

// position makes a field for a switch of the phone.
func (p *Pane) position(caption string, given func(storage.Switch)) *form.Choice {
	labels := []string{p.desk.Text("plan-pane.not-said"), p.desk.Text("plan-pane.on"), p.desk.Text("plan-pane.off")}
	return form.NewChoice(caption, labels, func(i int) { given(storage.Switch(i)) })
}
