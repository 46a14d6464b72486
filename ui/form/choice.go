package form

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
)

// Choice is a row with a name and a list to choose from.
type Choice struct {
	Object  *fyne.Container // the whole row
	List    *Select
	setting bool // SetValue or SetOptions is at work; nobody chooses
}

// textSize is the size of the words in a list at text scale 1, and choiceFrame the room around them.
const (
	textSize    float32 = 14
	choiceFrame float32 = 58
)

// NewChoice makes a row with the options. A person's choice calls onChange with the index of the option.
func NewChoice(name string, options []string, onChange func(i int)) *Choice {
	f := &Choice{List: NewSelect(options)}
	f.List.Name = name
	f.List.OnChanged = func(string) {
		if i := f.List.SelectedIndex(); !f.setting && i >= 0 {
			place.KeepInPlace(f.List, func() { onChange(i) })
		}
	}
	nothing, fine := paint.NewCaption(""), paint.NewCaption("")
	nothing.Hide()
	fine.Hide()
	need := float32(0)
	for _, label := range options {
		need = fyne.Max(need, fyne.MeasureText(label, textSize, fyne.TextStyle{}).Width)
	}
	f.Object = flow.NewWideFieldRow(need+choiceFrame, paint.NewParagraph(name), nothing,
		f.List, fine)
	return f
}

// SetValue shows the option with an index without calling onChange; below 0 none.
func (f *Choice) SetValue(i int) {
	if f.List.SelectedIndex() == i {
		return
	}
	f.setting = true
	if i < 0 {
		f.List.ClearSelected()
	} else {
		f.List.SetSelectedIndex(i)
	}
	f.setting = false
}

// SetOptions replaces the options.
func (f *Choice) SetOptions(options []string) { f.List.SetOptions(options) }
