package desk

import (
	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Outside is the computer around the program: logic/outside.Computer, or in tests one that opens nothing.
type Outside interface {
	Open(target string) error       // a page by its address, or a file by its path
	ShowInFolder(path string) error // a file in its folder
	Folders() []string              // where people keep files, the likeliest first
}

// OpenOutside opens a page, by an address that begins with https://, or a file by its path, in the program
// that the person has for it. It returns at once; an error is shown when it comes.
func (d *Desk) OpenOutside(target string) {
	d.aside(func() error { return d.hooks.Outside.Open(target) })
}

// ShowInFolder shows a file in its folder, as OpenOutside opens it.
func (d *Desk) ShowInFolder(path string) {
	d.aside(func() error { return d.hooks.Outside.ShowInFolder(path) })
}

// aside does something beside the window and shows its error.
func (d *Desk) aside(do func() error) {
	if d.hooks.Background == nil {
		d.ReportError(do())
		return
	}
	d.hooks.Background(func() {
		if err := do(); err != nil {
			fyne.Do(func() { d.ReportError(err) })
		}
	})
}

// Saved tells what became of a file, and opens it. At first it shows nothing.
type Saved struct {
	Object *fyne.Container

	text       *paint.Paragraph
	open, show *widgets.Button
	path       string
}

// NewSaved makes the line.
func (d *Desk) NewSaved() *Saved {
	s := &Saved{text: paint.NewCaption("")}
	s.open = widgets.NewFlushLink(d.Text("file.open"), func() { d.OpenOutside(s.path) })
	s.show = widgets.NewFlushLink(d.Text("file.show"), func() { d.ShowInFolder(s.path) })
	s.Object = flow.NewColumn(0, s.text, flow.NewWrap(theme.SpaceL, s.open, s.show))
	s.Tell("", "")
	return s
}

// Tell shows a sentence about the file at a path, which is empty when there is nothing to open. Without a
// sentence nothing is shown.
func (s *Saved) Tell(text, path string) {
	s.path = path
	s.text.SetText(text)
	s.Object.Hidden = text == ""
	s.open.Hidden, s.show.Hidden = path == "", path == ""
	s.Object.Refresh()
}

// Text returns the sentence.
func (s *Saved) Text() string { return s.text.Text() }

// Path returns the path of the file that can be opened; empty without one.
func (s *Saved) Path() string { return s.path }
