// Package ui is the program's window. Its panes all draw one derived state, the session's view; what the person does goes
// to the session as events, and after each all panes are shown the new state. No pane knows another.
package ui

import (
	"errors"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Start is what a window needs to open.
type Start struct {
	App     fyne.App
	Library *session.Library // not needed by Blank
	Home    string           // data folder
	Case    string           // path of the case to open; empty opens the last one, or a new one
	Now     func() time.Time
	// Background runs work beside the window, such as estimates of the time left; nil does without.
	Background func(func())
	// Reload loads the library in another language, as settings.Settings.Language names it; nil leaves no choice.
	Reload func(chosen string) (*session.Library, error)
	Drawn  func() // called when the window is drawn for the first time; may be nil
}

// Window is the program's window with one open case.
type Window struct {
	start    Start
	window   fyne.Window
	desk     *desk.Desk
	settings settings.Settings
	system   systemScale
	unread   error // why the settings could not be read
	warning  error // told once, when the window is filled
	shelf    *casefile.Shelf

	bar     *caseBar
	list    *checklist
	guide   *guide
	storage *storagePane
	report  *reportPane
	causes  *causes
	always  []desk.Pane         // shown whatever tab is open
	tabbed  map[desk.Tab]tabbed // of which one is shown

	panes        *widgets.Panes
	revealed     *widgets.ChecklistRow
	abandoned    bool                 // the person gives up what could not be saved
	strips       [2]*widgets.TabStrip // over the centre, and over the whole window when it is narrow
	banner       *banner
	center, body *fyne.Container
	frame        *fyne.Container
}

// tabbed is a pane with what it shows.
type tabbed struct {
	desk.Pane
	object fyne.CanvasObject
}

// defaultSize is the size of the window on a first start.
var defaultSize = fyne.NewSize(1180, 760)

// New builds the window and opens the case. The window is not shown yet.
func New(start Start) (*Window, error) {
	w := Blank(start)
	return w, w.Fill(start.Library)
}

// Blank makes the window in the size and the colours that it had last, without anything in it. It can be shown while the
// library is still being loaded.
func Blank(start Start) *Window {
	w := &Window{start: start, window: start.App.NewWindow(start.App.Metadata().Name)}
	w.settings, w.unread = settings.Load(w.settingsPath())
	w.system = readScale(start.App)
	if err := w.system.choose(w.settings.InterfacePercent); w.unread == nil {
		w.unread = err
	}
	start.App.Settings().SetTheme(theme.FromSettings(w.settings))
	w.window.SetMaster()
	w.window.SetPadded(false)
	w.window.SetContent(onceDrawn(start.Drawn))
	size := defaultSize
	if kept := w.settings.Window; kept.Width >= 320 && kept.Height >= 240 {
		size = fyne.NewSize(kept.Width, kept.Height)
	}
	w.window.Resize(size)
	return w
}

// Fill opens the case and builds everything that the window shows. The window tells the warning of the library.
func (w *Window) Fill(lib *session.Library) error {
	w.warning = errors.Join(lib.Warning, w.unread)
	w.desk = desk.New(desk.Hooks{Redraw: w.redraw, ReportError: w.trouble, Dismiss: w.dismiss})
	w.use(lib)
	var err error
	if w.shelf, err = casefile.OpenShelf(casefile.ShelfDir(w.start.Home), w.start.Now); err != nil {
		return err
	}
	notice, err := w.loadFirst()
	if err != nil {
		return err
	}
	w.restorePlace(w.desk.Session.File().Path())
	w.build()
	w.tellNotice(notice)
	w.keys()
	w.window.SetTitle(w.desk.Text("window.title"))
	w.window.SetCloseIntercept(w.close)
	w.redraw()
	w.window.SetContent(w.frame)
	return nil
}

// Toolkit returns the toolkit's window, for whoever must find things in it.
func (w *Window) Toolkit() fyne.Window { return w.window }

// Show shows the window; the app's event loop must be run by the caller.
func (w *Window) Show() { w.window.Show() }

// build makes the panes and puts them together.
func (w *Window) build() {
	d := w.desk
	do := desk.Dialogs{Cases: w.showCases, Details: w.showDetails, Picker: w.showPicker, Preferences: w.showPreferences}
	w.bar = newCaseBar(d, do)
	w.list, w.guide, w.causes = newChecklist(d, w.showHistory), newGuide(d, do), newCauses(d)
	w.guide.pictures.pager.SetReduceMotion(w.settings.ReduceMotion)
	w.storage, w.report = newStoragePane(d, w.window, w.start.Now), newReportPane(d, w.window, w.start.Now, w.start.Background)
	w.banner = newBanner(d)
	w.always = []desk.Pane{w.bar, w.list, w.causes}
	w.tabbed = map[desk.Tab]tabbed{desk.TabGuide: {w.guide, w.guide.object}, desk.TabStorage: {w.storage, w.storage.scroll}, desk.TabReport: {w.report, w.report.scroll}}

	w.strips[0] = widgets.NewTabStrip(w.tabLabels(centerTabs), func(i int) { d.ShowTab(centerTabs[i]) })
	w.strips[1] = widgets.NewTabStrip(w.tabLabels(narrowTabs), func(i int) { d.ShowTab(narrowTabs[i]) })
	w.center = &fyne.Container{Layout: &stripLayout{}, Objects: []fyne.CanvasObject{
		w.strips[0], widgets.NewDivider(), w.guide.object, w.storage.scroll, w.report.scroll,
	}}
	w.panes = widgets.NewPanes(w.list.object(), w.center, w.causes.object())
	w.panes.OnMode = w.fold
	w.body = &fyne.Container{Layout: &stripLayout{}, Objects: []fyne.CanvasObject{w.strips[1], widgets.NewDivider(), w.panes}}
	w.fold(widgets.PanesThree)
	w.frame = &fyne.Container{Layout: &frameLayout{window: w}, Objects: []fyne.CanvasObject{
		widgets.NewBackground(theme.ColorSurface, &fyne.Container{}), w.bar.content, widgets.NewDivider(), w.banner.content, w.body,
		onceDrawn(w.startEstimates),
	}}
}

var (
	centerTabs = []desk.Tab{desk.TabGuide, desk.TabStorage, desk.TabReport}
	narrowTabs = []desk.Tab{desk.TabChecklist, desk.TabGuide, desk.TabStorage, desk.TabReport, desk.TabCauses}
)

func (w *Window) tabLabels(tabs []desk.Tab) []string {
	labels := make([]string, len(tabs))
	for i, t := range tabs {
		labels[i] = w.desk.Text("tab." + string(t))
	}
	return labels
}

// fold shows the tabs that fit the mode: in a narrow window the side columns are tabs beside the others.
func (w *Window) fold(mode widgets.PanesMode) {
	narrow := mode == widgets.PanesTabs
	for i, o := range []*fyne.Container{w.center, w.body} {
		hidden := narrow == (i == 0)
		for _, part := range o.Objects[:2] {
			if hidden {
				part.Hide()
			} else {
				part.Show()
			}
		}
	}
}

// redraw shows all panes the present state and the tab that is chosen.
func (w *Window) redraw() {
	if w.panes == nil {
		return
	}
	v := w.desk.View()
	w.desk.Estimate(v)
	canvas := w.window.Canvas()
	inGuide := w.guide.focused(canvas)
	t := w.desk.Tab()
	which := map[desk.Tab]widgets.Pane{desk.TabChecklist: widgets.PaneLeft, desk.TabCauses: widgets.PaneRight}
	pane, side := which[t]
	inCenter := t
	if side {
		inCenter = desk.TabGuide
	} else {
		pane = widgets.PaneCenter
	}
	for _, p := range w.always {
		p.Show(v)
	}
	for name, p := range w.tabbed {
		if name == inCenter {
			p.Show(v) // the others are brought up to date when they are opened
			p.object.Show()
		} else {
			p.object.Hide()
		}
	}
	if inGuide {
		w.guide.focus(canvas) // the buttons are new; whoever works by keyboard stays where they were
	}
	w.banner.forget(!w.desk.Session.File().Unsaved())
	if w.desk.Session.CanUndo() {
		w.bar.undo.Enable()
	} else {
		w.bar.undo.Disable()
	}
	for i, tabs := range [][]desk.Tab{centerTabs, narrowTabs} {
		for j, name := range tabs {
			if name == t || (i == 0 && side && name == desk.TabGuide) {
				w.strips[i].Select(j)
			}
		}
	}
	w.panes.ShowPane(pane)
	widgets.Arrange(w.frame)
	w.reveal()
	w.keepPlace()
}

// reveal scrolls the checklist to the recommended row when that is another than before. It leaves a list alone that was
// only just opened.
func (w *Window) reveal() {
	row := w.list.next
	if row == nil || row == w.revealed || w.panes.Mode() == widgets.PanesTabs {
		return
	}
	if w.revealed != nil {
		w.panes.LeftScroll().Reveal(row)
	}
	w.revealed = row
}

// startEstimates lets the estimates of the time left begin, which must not compete with the first drawing.
func (w *Window) startEstimates() {
	fyne.Do(func() {
		if w.start.Background != nil {
			w.start.Background(debug.FreeOSMemory) // of what loading left behind
		}
		w.desk.StartEstimates(w.start.Background)
	})
}
