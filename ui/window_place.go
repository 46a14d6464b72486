package ui

import (
	"path/filepath"

	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/settings"
)

func (w *Window) settingsPath() string { return filepath.Join(w.start.Home, settings.FileName) }

// restorePlace returns to where the person was in this case, if the step still exists.
func (w *Window) restorePlace(path string) {
	p := w.settings.Place
	if w.settings.Case != path || p.Tab == "" {
		return
	}
	for _, t := range narrowTabs {
		if string(t) == p.Tab {
			w.desk.tab = t
		}
	}
	step := pages.Step{Kind: diagnosis.StepKind(p.Kind), ID: p.ID, For: p.For}
	w.desk.navigator.Restore(step)
}

// keepPlace saves where the person is when that changed, so that it outlives a crash.
func (w *Window) keepPlace() {
	step := w.desk.navigator.Opened()
	now := settings.Place{Tab: string(w.desk.tab), Kind: string(step.Kind), ID: step.ID, For: step.For}
	if now != w.settings.Place && !w.desk.session.File().ReadOnly() {
		w.keep()
	}
}

// keep saves where the person is. Failing to is told, and harms nothing.
func (w *Window) keep() {
	size := w.window.Canvas().Size()
	s := &w.settings
	s.Window = settings.Window{Width: size.Width, Height: size.Height}
	s.Case = w.desk.session.File().Path()
	step := w.desk.navigator.Opened()
	s.Place = settings.Place{Tab: string(w.desk.tab), Kind: string(step.Kind), ID: step.ID, For: step.For}
	w.tellError(s.Save(w.settingsPath()))
}
