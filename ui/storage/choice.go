package storage

import (
	"backupdoctor/logic/storage"
	"backupdoctor/ui/form"
)

// sizes makes a field for one of the typical sizes; onChange gets its id, empty for "not said".
func (p *Pane) sizes(caption string, list []storage.Size, onChange func(id string)) *form.Choice {
	labels := []string{p.desk.Text("plan-pane.not-said")}
	for _, s := range list {
		labels = append(labels, p.desk.Text(s.Key))
	}
	return form.NewChoice(caption, labels, func(i int) {
		if i == 0 {
			onChange("")
			return
		}
		onChange(list[i-1].ID)
	})
}

// indexIn returns the index of an id in the list of a field that sizes made.
func indexIn(list []storage.Size, id string) int {
	for i := range list {
		if list[i].ID == id {
			return i + 1
		}
	}
	return 0
}

// position makes a field for the position of a switch of the phone.
func (p *Pane) position(caption string, onChange func(storage.Switch)) *form.Choice {
	d := p.desk
	labels := []string{d.Text("plan-pane.not-said"), d.Text("plan-pane.on"), d.Text("plan-pane.off")}
	return form.NewChoice(caption, labels, func(i int) { onChange(storage.Switch(i)) })
}
