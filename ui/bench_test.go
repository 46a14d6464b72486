package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

// BenchmarkStepChange is our own time for one answer: derive, and bring all panes up to date. Saving is not in it.
func BenchmarkStepChange(b *testing.B) {
	a := test.NewApp()
	defer a.Quit()
	w, err := New(Start{App: a, Library: library(b), Home: b.TempDir(), Now: noon})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = w.desk.session.File().Close() }()
	w.window.Resize(defaultSize)
	begun(w)
	b.ResetTimer()
	for b.Loop() {
		w.desk.session.Library().Derive(w.desk.view().Case)
		w.redraw()
	}
}

// BenchmarkStorageChange is our own time for one number that is typed while the planner shows a household with everything
// unfolded.
func BenchmarkStorageChange(b *testing.B) {
	a := test.NewApp()
	defer a.Quit()
	w, err := New(Start{App: a, Library: library(b), Home: b.TempDir(), Now: noon})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = w.desk.session.File().Close() }()
	w.window.Resize(defaultSize)
	household(w)
	s := w.storage
	unfolded(s.cloud.fold, s.says.fold, s.devices.fold, s.family.fold, s.bundle.fold)
	b.ResetTimer()
	for b.Loop() {
		w.desk.session.Library().Derive(w.desk.view().Case)
		w.redraw()
	}
}
