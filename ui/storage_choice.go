package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/widgets"
)

// choiceField is a row with a list to choose from. The first entry stands for what nobody has said.
type choiceField struct {
	list    *choiceList
	content *fyne.Container
	setting bool // the field is being brought up to date; nobody chooses
}

// choiceList is a list that comes into view when the keyboard comes to it.
type choiceList struct {
	widget.Select
}

// FocusGained implements fyne.Focusable.
func (l *choiceList) FocusGained() {
	l.Select.FocusGained()
	widgets.Follow(l)
}

// textSize is the size of the words in a list at text scale 1, and choiceFrame what stands around them.
const (
	textSize    float32 = 14
	choiceFrame float32 = 58
)

func newChoiceField(caption string, labels []string, given func(i int)) *choiceField {
	f := &choiceField{}
	f.list = &choiceList{}
	f.list.ExtendBaseWidget(f.list)
	f.list.Options = labels
	f.list.OnChanged = func(string) {
		if i := f.list.SelectedIndex(); !f.setting && i >= 0 {
			widgets.Hold(f.list, func() { given(i) })
		}
	}
	nothing, fine := widgets.NewCaption(""), widgets.NewCaption("")
	nothing.Hide()
	fine.Hide()
	need := float32(0)
	for _, label := range labels {
		need = fyne.Max(need, fyne.MeasureText(label, textSize, fyne.TextStyle{}).Width)
	}
	f.content = flow.NewWideFieldRow(need+choiceFrame, widgets.NewParagraph(caption), nothing, widgets.NewOutline(f.list), fine)
	return f
}

// bring shows an entry; below 0 none, for what is not in the list.
func (f *choiceField) bring(i int) {
	if f.list.SelectedIndex() == i {
		return
	}
	f.setting = true
	if i < 0 {
		f.list.ClearSelected()
	} else {
		f.list.SetSelectedIndex(i)
	}
	f.setting = false
}

// sizes makes a field for one of the typical sizes; given gets an empty id for what nobody has said.
func (p *storagePane) sizes(caption string, list []storage.Size, key func(id string) string, given func(id string)) *choiceField {
	labels := []string{p.desk.text("plan-pane.not-said")}
	for _, s := range list {
		labels = append(labels, p.desk.text(key(s.ID)))
	}
	return newChoiceField(caption, labels, func(i int) {
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
func (p *storagePane) position(caption string, given func(storage.Switch)) *choiceField {
	labels := []string{p.desk.text("plan-pane.not-said"), p.desk.text("plan-pane.on"), p.desk.text("plan-pane.off")}
	return newChoiceField(caption, labels, func(i int) { given(storage.Switch(i)) })
}
