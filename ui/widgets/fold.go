package widgets

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
)

// Fold is a heading that opens and closes what is below it, in place. A word or two at the right of the heading tell what
// is inside while it is closed.
type Fold struct {
	Object *fyne.Container // what to put into the window

	// OnChanged is called when a person opens or closes it, not by SetOpen.
	OnChanged func(open bool)

	head    *Tick
	content fyne.CanvasObject
}

// NewFold makes a closed fold.
func NewFold(title string, content fyne.CanvasObject) *Fold {
	f := &Fold{content: content}
	f.head = NewTick(title, "", func(open bool) {
		f.SetOpen(open)
		if f.OnChanged != nil {
			f.OnChanged(open)
		}
	})
	f.head.arrow = true
	f.head.words.Bold()
	content.Hide()
	f.Object = flow.NewColumn(foldGap, f.head, content)
	return f
}

// foldGap is between the heading and what it opens.
const foldGap float32 = 8

// SetOpen opens or closes it.
func (f *Fold) SetOpen(open bool) {
	f.head.SetOn(open)
	if f.content.Visible() == open {
		return
	}
	if open {
		f.content.Show()
	} else {
		f.content.Hide()
	}
	f.Object.Refresh()
}

// Open reports whether it is open.
func (f *Fold) Open() bool { return f.head.On() }

// SetSummary says what is inside, beside the heading.
func (f *Fold) SetSummary(text string) {
	if f.head.figures.Text() != text {
		f.head.Set(f.head.words.Text(), text)
	}
}

// SetTitle replaces the heading.
func (f *Fold) SetTitle(title string) {
	if f.head.words.Text() != title {
		f.head.Set(title, f.head.figures.Text())
	}
}

// Summary is what SetSummary set.
func (f *Fold) Summary() string { return f.head.figures.Text() }

// SetSpoken says how closed and open are told to people who hear it.
func (f *Fold) SetSpoken(closed, open string) { f.head.SetSpoken(closed, open) }

// Head is what opens and closes it, for whoever gives the focus.
func (f *Fold) Head() *Tick { return f.head }
