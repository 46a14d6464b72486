package form

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/widgets"
)

// person is a block about a name.
type person struct {
	item  *Item[string]
	fold  *widgets.Fold
	entry *Entry
	reset bool
}

func (p *person) Show(name *string)          { p.fold.SetTitle(*name) }
func (p *person) Fold() *widgets.Fold        { return p.fold }
func (p *person) FirstField() fyne.Focusable { return p.entry }
func (p *person) Reset()                     { p.reset = true }

func TestABlockStaysWithItsValue(t *testing.T) {
	test.NewTempApp(t)
	var made []*person
	l := NewList(3, "Add", func() {}, func(item *Item[string]) Block[string] {
		p := &person{item: item, fold: widgets.NewFold("", flow.NewColumn(0)), entry: NewEntry()}
		made = append(made, p)
		return p
	})
	names := []string{"Ada", "Ben", "Cleo"}
	l.Show(names)
	if len(made) != 3 || !l.Add.Hidden {
		t.Fatalf("%d blocks for three names; another one is offered: %v", len(made), !l.Add.Hidden)
	}
	made[1].item.Remove()
	names = slices.Delete(names, 1, 2)
	l.Show(names)
	if len(made) != 3 || made[2].item.Index() != 1 || !made[1].reset || made[2].reset || l.Blocks()[1] != Block[string](made[2]) {
		t.Errorf("after Ben left, Cleo is at %d, and %d blocks were made", made[2].item.Index(), len(made))
	}
	if l.Add.Hidden {
		t.Error("nobody can be added where there is room")
	}
	l.Show(names[:1])
	if len(l.Blocks()) != 1 || !made[2].reset {
		t.Errorf("after Cleo left by undo there are %d blocks", len(l.Blocks()))
	}
	l.Reset()
	if len(l.Blocks()) != 0 || !made[0].reset {
		t.Errorf("another case keeps %d blocks", len(l.Blocks()))
	}
}
