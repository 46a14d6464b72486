package storage

import (
	"testing"
	"time"

	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/widgets"
)

// open opens the pane of an empty case, as large as in the program's window on a first start.
func open(t testing.TB) (*desktest.Stage, *Pane) {
	t.Helper()
	return openWith(t, desktest.Library(t))
}

// openWith opens the pane of an empty case with a library of the test's own.
func openWith(t testing.TB, lib *session.Library) (*desktest.Stage, *Pane) {
	t.Helper()
	w := desktest.OpenWith(t, lib)
	p := New(w.Desk, w.Window, w.Now, func(func(string)) {})
	w.Put(p)
	w.Desk.ShowTab(desk.TabStorage)
	return w, p
}

// openSpaced opens the pane of a case with too little storage, an hour after the last change.
func openSpaced(t testing.TB) (*desktest.Stage, *Pane) {
	t.Helper()
	w, p := open(t)
	desktest.FillStorage(w.Desk)
	w.Desk.ShowTab(desk.TabStorage)
	w.Clock = w.Clock.Add(time.Hour)
	return w, p
}

// unfolded opens some of the sections that the pane keeps closed.
func unfolded(folds ...*widgets.Fold) {
	for _, f := range folds {
		f.Head().Tapped(nil)
	}
}

// origin returns where the number of a field comes from, as the field tells it.
func origin(f *amountField) string {
	return desktest.All[*paint.Paragraph](f.Object)[1].Text()
}

// isDashed reports whether an estimate stands in for the number of a field.
func isDashed(f *amountField) bool { return desktest.Find[*place.Dashed](f.Object).Dashed() }

// blocks returns the blocks of the other devices.
func (s *devicesSection) blocks() []*deviceBlock {
	var list []*deviceBlock
	for _, b := range s.list.Blocks() {
		list = append(list, b.(*deviceBlock))
	}
	return list
}

// blocks returns the blocks of the other people.
func (s *familySection) blocks() []*personBlock {
	var list []*personBlock
	for _, b := range s.list.Blocks() {
		list = append(list, b.(*personBlock))
	}
	return list
}
