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
			w.desk.place.tab = t
		}
	}
	step := pages.Step{Kind: diagnosis.StepKind(p.Kind), ID: p.ID, For: p.For}
	if p.ID != "" && w.desk.page(step).Exists {
		w.desk.place.step = step
	}
}

// keepPlace saves where the person is when that changed, so that it outlives a crash.
func (w *Window) keepPlace() {
	step := w.desk.place.step
	now := settings.Place{Tab: string(w.desk.place.tab), Kind: string(step.Kind), ID: step.ID, For: step.For}
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
	step := w.desk.place.step
	s.Place = settings.Place{Tab: string(w.desk.place.tab), Kind: string(step.Kind), ID: step.ID, For: step.For}
	w.tellError(s.Save(w.settingsPath()))
}
