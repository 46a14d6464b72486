package ui

import (
	"path/filepath"
	"slices"

	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk"
)

func (w *Window) settingsPath() string { return filepath.Join(w.start.Home, settings.FileName) }

// restorePlace returns to where the person was in this case, if the step still exists.
func (w *Window) restorePlace(path string) {
	p := w.settings.Place
	if w.settings.Case != path || p.Tab == "" {
		return
	}
	front := w.desk.Tab()
	if slices.Contains(w.narrowTabs(), desk.Tab(p.Tab)) {
		front = desk.Tab(p.Tab)
	}
	w.desk.Restore(front, pages.Step{Kind: diagnosis.StepKind(p.Kind), ID: p.ID, For: p.For})
}

// place returns where the person is, as the settings keep it.
func (w *Window) place() settings.Place {
	step, _ := w.desk.Opened()
	return settings.Place{Tab: string(w.desk.Tab()), Kind: string(step.Kind), ID: step.ID, For: step.For}
}

// savePlace saves where the person is when that changed, so that it outlives a crash.
func (w *Window) savePlace() {
	if w.place() != w.settings.Place && !w.desk.Session.File().ReadOnly() {
		w.saveSettings()
	}
}

// saveSettings saves the settings with where the person is. An error is reported and harms nothing.
func (w *Window) saveSettings() {
	size := w.window.Canvas().Size()
	s := &w.settings
	s.Window = settings.Window{Width: size.Width, Height: size.Height}
	s.Case, s.Place = w.desk.Session.File().Path(), w.place()
	w.reportError(s.Save(w.settingsPath()))
}
