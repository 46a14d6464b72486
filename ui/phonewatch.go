package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
)

// phoneWatch lets a machine that reaches the device say when a backup finished or failed: while something is to be proved or waited
// for, by itself as soon as the device is there.
type phoneWatch struct {
	window *Window
	// stopped is since when the change is awaited for which the person did not want it; zero for none.
	stopped time.Time
	told    time.Time // the state of which the person was notified last
	ticking bool
	hasTray bool
}

// status is how the machine that can watch is doing; ok is false where there is none or it is off.
func (a *phoneWatch) status() (s evidence.Status, ok bool) {
	m := a.window.machines
	if m == nil || m.board == nil {
		return s, false
	}
	for _, s := range m.statuses {
		if s.State != evidence.Off && m.board.Watches(s.ID) {
			return s, true
		}
	}
	return s, false
}

// state is what the panes may know.
func (a *phoneWatch) state() desk.Watch {
	s, ok := a.status()
	watch := desk.Watch{
		Can: ok, Reached: a.reaches(s), Since: s.Watching, For: a.window.start.Now().Sub(s.Watching),
		Begin: func() {
			a.stopped = time.Time{}
			a.begin(s.ID)
		},
		Stop: func() {
			a.stopped = a.window.desk.View().State.Since
			a.window.machines.board.Unwatch(s.ID)
		},
	}
	if ok {
		watch.Brief = a.window.machines.brief(s)
	}
	return watch
}

// reaches reports whether the machine read the device of the case at its last look; the next one may be under way.
func (a *phoneWatch) reaches(s evidence.Status) bool {
	return s.Report.State == evidence.Found && !s.At.IsZero() && !a.window.machines.others[s.ID]
}

func (a *phoneWatch) begin(id string) {
	a.window.machines.board.Watch(id, a.window.machines.about(true))
	a.keepInTray()
	a.tick()
}

// isAwaited reports whether the case waits for a backup that the device can tell of.
func isAwaited(s session.State) bool {
	if s.Stage == session.StageWaiting {
		return s.For == session.ForTomorrow || s.For == session.ForBackup
	}
	return s.Stage == session.StageProving
}

// follow begins and ends the watch as the case asks for it, and tells the person what came of it.
func (a *phoneWatch) follow() {
	if a.window.guide == nil {
		return
	}
	s, ok := a.status()
	state := a.window.desk.View().State
	switch {
	case !ok:
	case !isAwaited(state):
		a.notify(s, state)
		if !s.Watching.IsZero() {
			a.window.machines.board.Unwatch(s.ID)
		}
	case s.Watching.IsZero() && a.reaches(s) && !a.stopped.Equal(state.Since):
		a.begin(s.ID)
	}
	a.window.guide.ShowWatch()
}

// notify tells a person who may be elsewhere that the backup finished or failed while the device was watched.
func (a *phoneWatch) notify(s evidence.Status, state session.State) {
	w := a.window
	v := w.desk.View()
	failed, hasFailed := v.LastFailure()
	var text string
	switch {
	case s.Watching.IsZero() || w.start.Notify == nil:
		return
	case v.Solved && state.SeenBy == casefile.FromPhone && !a.told.Equal(state.Since):
		a.told, text = state.Since, w.desk.Page(pages.Step{}).Title
	case hasFailed && !failed.At.Before(s.Watching) && !a.told.Equal(failed.At):
		a.told, text = failed.At, w.desk.Phrase.Describe(&casefile.Event{Source: casefile.FromPhone, What: failed}, v.Device)
	default:
		return
	}
	w.start.Notify(w.start.App.Metadata().Name, text)
}

// tick shows how long the watch goes on, each minute.
func (a *phoneWatch) tick() {
	if a.ticking || a.window.start.After == nil {
		return
	}
	a.ticking = true
	a.window.start.After(time.Minute, func() {
		a.ticking = false
		if s, ok := a.status(); ok && !s.Watching.IsZero() {
			a.window.guide.ShowWatch()
			a.tick()
		}
	})
}

// keepInTray puts an icon into the system tray, where the settings want it: then a closed window goes on watching.
func (a *phoneWatch) keepInTray() {
	w := a.window
	app, ok := w.start.App.(desktop.App)
	if !ok || !w.settings.Tray || a.hasTray {
		return
	}
	a.hasTray = true
	quit := fyne.NewMenuItem(w.desk.Text("watch.tray.quit"), func() {
		w.window.Show() // for what leaving may have to ask
		w.leave(w.closeAnyway)
	})
	quit.IsQuit = true // else the toolkit adds an item that ends the program without asking
	app.SetSystemTrayMenu(fyne.NewMenu(w.start.App.Metadata().Name,
		fyne.NewMenuItem(w.desk.Text("watch.tray.open"), w.window.Show), fyne.NewMenuItemSeparator(), quit))
}

// staysInTray reports whether the window goes on watching when it is closed.
func (a *phoneWatch) staysInTray() bool {
	s, ok := a.status()
	return ok && a.hasTray && a.window.settings.Tray && !s.Watching.IsZero()
}
