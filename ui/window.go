// Package ui is the program's window: it opens a case, lays out the panes, and owns the case bar, the banner,
// the keys and the dialogs. The panes live in packages of their own below it and know the desk, never each
// other. All draw one derived state, the session's view; what a person does goes to the session as events,
// and after each event the window shows all panes the new state.
package ui

import (
	"errors"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/session"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/guide"
	"backupdoctor/ui/lists"
	"backupdoctor/ui/place"
	"backupdoctor/ui/report"
	"backupdoctor/ui/storage"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/voice"
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
	// After calls f once, on the goroutine of the window, when a time has passed; nil never does.
	After func(d time.Duration, f func())
	// Reload loads the library in another language, as settings.Settings.Language names it; nil leaves no
	// choice.
	Reload  func(chosen string) (*session.Library, error)
	Outside desk.Outside // the computer around the program
	// Watch calls changed, on the goroutine of the window, when somebody else may have written into the case's file; nil does
	// without.
	Watch func(s *session.Session, changed func()) (stop func())
	Drawn func() // called when the window is drawn for the first time; may be nil
	// Board makes the board with the sources of facts. tell, and notice for a source that may read something else now, are called
	// on the goroutine of the window. Nil does without sources.
	Board func(s settings.Settings, tell func(evidence.Status), notice func(id string)) *evidence.Board
	// Releases makes the board with the one source that knows the newest version of the program, as Board does; nil, and a nil
	// board, when there is nobody to ask.
	Releases func(s settings.Settings, tell func(evidence.Status)) *evidence.Board
	// Voice returns the screen reader of the window, or nil; nil does without.
	Voice func(w fyne.Window) voice.Reader
	// Notify tells a person who may be elsewhere, and returns at once; nil tells nobody.
	Notify func(title, text string)
}

// Window is the program's window with one open case.
type Window struct {
	start         Start
	window        fyne.Window
	desk          *desk.Desk
	settings      settings.Settings
	system        systemScale
	settingsError error // why the settings could not be read
	warning       error // told once, when the window is filled
	shelf         *casefile.Shelf
	unwatch       func()    // ends the watch of the open case
	machines      *machines // nil before the window is built
	phoneWatch    *phoneWatch

	bar     *caseBar
	list    *lists.Checklist
	guide   *guide.Pane
	storage *storage.Pane
	report  *report.Pane
	causes  *lists.Causes
	sides   map[desk.Tab]desk.Pane    // the columns; tabs in a narrow window
	tabs    map[desk.Tab]desk.TabPane // of which one is shown

	panes       *place.Panes
	revealed    *widgets.ChecklistRow
	centerStrip *strip // over the centre
	narrowStrip *strip // over the whole window when it is narrow
	banner      *banner
	drawnFor    apple.Device // in whose words the guide was drawn
	isClosed    bool         // by the person; the case was closed with it
	unsaved     *unsaved     // asks what to do with what can't be saved; nil before it did
	frame       *fyne.Container
}

// defaultSize is the size of the window on a first start.
var defaultSize = fyne.NewSize(1180, 760)

// largestSize is the largest that the window opens with: a screen of 8K. The settings may have any size.
var largestSize = fyne.NewSize(7680, 4320)

// New builds the window and opens the case. The window is not shown yet.
func New(start Start) (*Window, error) {
	w := Blank(start)
	return w, w.Fill(start.Library)
}

// Blank makes the window in the size and the colours that it had last, without anything in it. It can be
// shown while the library is still being loaded.
func Blank(start Start) *Window {
	w := &Window{start: start, window: start.App.NewWindow(start.App.Metadata().Name)}
	w.settings, w.settingsError = settings.Load(w.settingsPath())
	w.system = readScale(start.App)
	if err := w.system.choose(w.settings.InterfacePercent); w.settingsError == nil {
		w.settingsError = err
	}
	start.App.Settings().SetTheme(theme.FromSettings(w.settings))
	start.App.Settings().AddListener(func(fyne.Settings) { fyne.Do(theme.ReleaseFonts) })
	w.window.SetMaster()
	w.window.SetPadded(false)
	w.window.SetContent(onceDrawn(start.Drawn))
	size := defaultSize
	if kept := w.settings.Window; kept.Width >= 320 && kept.Height >= 240 {
		size = fyne.NewSize(min(kept.Width, largestSize.Width), min(kept.Height, largestSize.Height))
	}
	w.window.Resize(size)
	return w
}

// Fill opens the case and builds everything that the window shows. The window tells the warning of the
// library.
func (w *Window) Fill(lib *session.Library) error {
	w.warning = errors.Join(lib.Warning, w.settingsError)
	w.phoneWatch = &phoneWatch{window: w}
	w.desk = desk.New(desk.Hooks{
		Redraw: w.redraw, ShowFacts: w.showFacts, ReportError: w.reportError, Dismiss: w.dismissError,
		After: w.start.After, Background: w.start.Background, Outside: w.start.Outside, Watch: w.phoneWatch.state,
	})
	w.desk.SetHelper(w.settings.Helper)
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
	w.showNotice(notice)
	w.connectKeys()
	w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.drop(files) })
	w.start.App.Lifecycle().SetOnEnteredForeground(func() { w.desk.Session.Refresh() })
	w.window.SetCloseIntercept(w.close)
	w.redraw()
	w.window.SetContent(w.frame)
	w.startSpeech()
	return nil
}

// Toolkit returns the toolkit's window.
func (w *Window) Toolkit() fyne.Window { return w.window }

// Show shows the window; the app's event loop must be run by the caller.
func (w *Window) Show() { w.window.Show() }

// build makes the panes and puts them together.
func (w *Window) build() {
	d := w.desk
	dialogs := desk.Dialogs{
		Cases: w.showCases, Details: w.showDetails, Picker: w.showPicker,
		Preferences: w.showPreferences, Reminder: w.saveReminder, Help: w.showHelp, About: w.showAbout,
	}
	if w.start.Board != nil {
		dialogs.Machines = func(source string) { w.machines.openSheetAt(source) }
	}
	if w.machines != nil {
		w.machines.stop() // the window is built anew in another language
	}
	w.machines = newMachines(w)
	w.bar, w.banner = newCaseBar(d, dialogs, w.setHelper), newBanner(d)
	w.list, w.causes = lists.NewChecklist(d, w.showHistory), lists.NewCauses(d)
	w.guide = guide.New(d, dialogs)
	w.guide.SetReduceMotion(w.settings.ReduceMotion)
	w.guide.WatchKeys(w.window.Canvas())
	w.storage = storage.New(d, w.window, w.start.Now,
		func(chosen func(code string)) { showCountries(d, w.window, chosen) })
	if w.machines.measuresUpload() {
		w.storage.Measure = func() { w.machines.openSheetAt(settings.UploadSpeed) }
	}
	w.report = report.New(d, w.window, w.start.Now, w.start.Background,
		filepath.Join(w.start.Home, "print"))
	w.sides = map[desk.Tab]desk.Pane{desk.TabChecklist: w.list, desk.TabCauses: w.causes}
	w.tabs = map[desk.Tab]desk.TabPane{
		desk.TabGuide: w.guide, desk.TabStorage: w.storage,
		desk.TabReport: w.report,
	}

	w.centerStrip = w.newStrip(centerTabs, w.guide.Object(), w.storage.Object(), w.report.Object())
	w.panes = place.NewPanes(w.list.Column(), w.centerStrip.object(), w.causes.Object())
	w.panes.OnMode = w.foldTabs
	w.panes.SetRight(d.IsHelper())
	w.narrowStrip = w.newStrip(w.narrowTabs(), w.panes)
	w.foldTabs(place.PanesThree)
	w.frame = newFrame(w.bar, w.banner, w.machines.content, w.narrowStrip.object(), onceDrawn(w.startBeside))
}

var centerTabs = []desk.Tab{desk.TabGuide, desk.TabStorage, desk.TabReport}

// narrowTabs are the tabs of a narrow window. The causes are for helpers.
func (w *Window) narrowTabs() []desk.Tab {
	tabs := append([]desk.Tab{desk.TabChecklist}, centerTabs...)
	if w.desk.IsHelper() {
		tabs = append(tabs, desk.TabCauses)
	}
	return tabs
}

// setHelper shows the window as a helper or as anybody else needs it, from now on.
func (w *Window) setHelper(helper bool) {
	w.desk.SetHelper(helper)
	w.settings.Helper = helper
	if w.desk.Tab() == desk.TabCauses && !helper {
		w.desk.ShowTab(desk.TabGuide)
	}
	w.panes.SetRight(helper)
	w.narrowStrip.setNames(w, w.narrowTabs())
	w.saveSettings()
	w.redraw()
}

// foldTabs shows the tabs that fit the mode: in a narrow window the side columns are tabs beside the others.
func (w *Window) foldTabs(mode place.PanesMode) {
	narrow := mode == place.PanesTabs
	w.centerStrip.setVisible(!narrow)
	w.narrowStrip.setVisible(narrow)
}

// redraw shows all panes the present state.
func (w *Window) redraw() { w.show(true) }

// showFacts shows the facts that machines read, in all panes but those that keep their page.
func (w *Window) showFacts() { w.show(false) }

// show shows the present state in all panes, those that keep their page among them or not. A page in the words of
// another device is drawn anew in its place, since its labels are not on the phone.
func (w *Window) show(page bool) {
	if w.panes == nil {
		return
	}
	v := w.desk.View()
	w.desk.Estimate(v)
	page = page || v.Device != w.drawnFor
	w.drawnFor = v.Device
	canvas := w.window.Canvas()
	inGuide := w.guide.HasFocus(canvas)
	t := w.desk.Tab()
	inCenter, pane := t, place.PaneCenter
	switch t {
	case desk.TabChecklist:
		inCenter, pane = desk.TabGuide, place.PaneLeft
	case desk.TabCauses:
		inCenter, pane = desk.TabGuide, place.PaneRight
	}
	w.bar.Show(v)
	w.machines.show()
	w.showTitle(v)
	for _, p := range w.sides {
		p.Show(v)
	}
	for name, p := range w.tabs {
		if name != inCenter {
			p.Object().Hide()
			continue
		}
		if _, keeps := p.(desk.PageKeeper); page || !keeps {
			p.Show(v) // the others are brought up to date when they are opened
		}
		p.Object().Show()
	}
	if inGuide && page {
		w.guide.FocusFirst(canvas) // the buttons are new; a person who works by keyboard stays there
	}
	w.banner.clearUnsaved(!w.desk.Session.File().Unsaved())
	w.centerStrip.choose(inCenter)
	w.narrowStrip.choose(t)
	w.panes.ShowPane(pane)
	w.phoneWatch.follow()
	place.Arrange(w.frame)
	w.reveal()
	w.savePlace()
}

// showTitle names the case in the title of the window, and how far it is.
func (w *Window) showTitle(v *session.View) {
	title := w.desk.Text("window.title.case", "Case", v.Case.Name)
	if v.State.Stage != session.StageOpen {
		title = w.desk.Text("window.title.state", "Case", v.Case.Name, "State", w.desk.Guide.StateText(v.State))
	}
	if title != w.window.Title() {
		w.window.SetTitle(title)
	}
}

// reveal scrolls the checklist to the recommended row when another row is recommended than before. A list
// that was opened just now stays at its top.
func (w *Window) reveal() {
	row := w.list.Recommended()
	if row == nil || row == w.revealed || w.panes.Mode() == place.PanesTabs {
		return
	}
	if w.revealed != nil {
		w.panes.LeftScroll().Reveal(row)
	}
	w.revealed = row
}

// startBeside begins what must not compete with the first drawing: the estimates of the time left, and the sources of facts.
func (w *Window) startBeside() {
	fyne.Do(func() {
		if w.start.Background != nil {
			w.start.Background(debug.FreeOSMemory) // of what loading left behind
		}
		w.desk.StartEstimates(w.start.Background)
		w.machines.start()
	})
}
