package widgets

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
)

// Fold is a heading that shows and hides the content below it. A summary at the right of the heading tells
// what is inside.
type Fold struct {
	Object *fyne.Container // to be put into the window

	// OnChanged is called when a person opens or closes the fold; SetOpen does not call it.
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

// foldGap is the space between heading and content.
const foldGap float32 = 8

// SetOpen opens or closes the fold.
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

// Open reports whether the fold is open.
func (f *Fold) Open() bool { return f.head.On() }

// SetSummary sets the words at the right of the heading.
func (f *Fold) SetSummary(text string) {
	if f.head.figures.Text() != text {
		f.head.Set(f.head.words.Text(), text)
	}
}

// SetSummaryColor colours the words at the right of the heading.
func (f *Fold) SetSummaryColor(name fyne.ThemeColorName) { f.head.figures.WithColor(name) }

// SetTitle replaces the heading.
func (f *Fold) SetTitle(title string) {
	if f.head.words.Text() != title {
		f.head.Set(title, f.head.figures.Text())
	}
}

// Summary returns the words at the right of the heading.
func (f *Fold) Summary() string { return f.head.figures.Text() }

// SetSpoken sets the words for closed and open for people who hear them.
func (f *Fold) SetSpoken(closed, open string) { f.head.SetSpoken(closed, open) }

// Head returns the heading, which can have the focus.
func (f *Fold) Head() *Tick { return f.head }
