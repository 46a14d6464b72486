package form

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Block is a part of a form about one value of a list, with a heading that folds it.
type Block[T any] interface {
	Show(value *T)              // brings the fields up to date
	Fold() *widgets.Fold        // around the block
	FirstField() fyne.Focusable // for the keyboard when the block was added
	Reset()                     // lets go of the fields, before the block is dropped
}

// List shows a block for each value of a list, and a button that adds one. Blocks are kept as long as their
// value is there, so that a person goes on typing where they are.
type List[T any] struct {
	Object *fyne.Container // the blocks and the button
	Add    *widgets.Button

	newBlock func(item *Item[T]) Block[T]
	items    []*Item[T]
	blocks   *fyne.Container
	most     int // number of values at which the button is hidden
}

// Item is the place of a block in its list.
type Item[T any] struct {
	list  *List[T]
	block Block[T]
	index int
}

// NewList makes an empty list of at most most values. Its button has a text and calls add. The function
// newBlock makes the block of the value that its item tells.
func NewList[T any](most int, text string, add func(), newBlock func(item *Item[T]) Block[T]) *List[T] {
	l := &List[T]{
		most: most, newBlock: newBlock, blocks: flow.NewColumn(theme.SpaceXS),
		Add: widgets.NewFlushLink(text, add),
	}
	l.Object = flow.NewColumn(theme.SpaceS, l.blocks, l.Add)
	return l
}

// Index returns the index of the block's value in the list. It becomes smaller when a value before it is
// removed.
func (i *Item[T]) Index() int { return i.index }

// Remove drops the block before its value is removed from the list.
func (i *Item[T]) Remove() {
	l := i.list
	i.block.Reset()
	l.items = append(l.items[:i.index:i.index], l.items[i.index+1:]...)
	for _, behind := range l.items[i.index:] {
		behind.index--
	}
}

// Show brings the blocks up to date with the values: missing blocks are made, and blocks behind the last
// value dropped.
func (l *List[T]) Show(values []T) {
	for len(l.items) > len(values) {
		last := len(l.items) - 1
		l.items[last].block.Reset()
		l.items = l.items[:last]
	}
	for len(l.items) < len(values) {
		item := &Item[T]{list: l, index: len(l.items)}
		item.block = l.newBlock(item)
		l.items = append(l.items, item)
	}
	l.blocks.Objects = nil
	for i, item := range l.items {
		item.block.Show(&values[i])
		l.blocks.Add(item.block.Fold().Object)
	}
	l.Add.Hidden = len(values) >= l.most
}

// Blocks returns the blocks in the order of their values.
func (l *List[T]) Blocks() []Block[T] {
	blocks := make([]Block[T], len(l.items))
	for i, item := range l.items {
		blocks[i] = item.block
	}
	return blocks
}

// Reset drops all blocks, before another case is shown.
func (l *List[T]) Reset() {
	for _, item := range l.items {
		item.block.Reset()
	}
	l.items = nil
}
