package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// binding is a key and its action; the help lists exactly the bindings.
type binding struct {
	keys string // the translation key of its name, under "keys."
	on   []fyne.Shortcut
	do   func()
}

func control(key fyne.KeyName, more ...fyne.Shortcut) []fyne.Shortcut {
	return append(more, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}

// bindings are the keys that work everywhere in the window.
func (w *Window) bindings() []binding {
	shifted := &desktop.CustomShortcut{
		KeyName:  fyne.KeyZ,
		Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
	}
	alt := func(k fyne.KeyName) []fyne.Shortcut {
		return []fyne.Shortcut{&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}}
	}
	return []binding{
		{"checklist", control(fyne.Key1), func() { w.goTo(desk.TabChecklist) }},
		{"guide", control(fyne.Key2), func() { w.goTo(desk.TabGuide) }},
		{"storage", control(fyne.Key3), func() { w.goTo(desk.TabStorage) }},
		{"report", control(fyne.Key4), func() { w.goTo(desk.TabReport) }},
		{"causes", control(fyne.Key5), w.showCauses},
		{"message", control(fyne.KeyM), w.showPicker},
		{"find", control(fyne.KeyF), w.find},
		{"back", alt(fyne.KeyLeft), w.desk.Back},
		{"continue", alt(fyne.KeyRight), w.desk.OpenRecommended},
		{"skip", control(fyne.KeyK), w.skip},
		// The toolkit has names of its own for these two where a person presses the usual keys.
		{"undo", control(fyne.KeyZ, &fyne.ShortcutUndo{}), w.desk.Undo},
		{"redo", control(fyne.KeyY, &fyne.ShortcutRedo{}, shifted), w.desk.Redo},
		{"history", control(fyne.KeyH), w.showHistory},
		{"print", control(fyne.KeyP), w.printReport},
		{"new", control(fyne.KeyN), w.newCaseSheet},
		{"cases", control(fyne.KeyO), func() { w.showCases() }},
		{"settings", control(fyne.KeyComma), func() { w.showPreferences() }},
		{"help", control(fyne.KeySlash), w.showHelp},
	}
}

// connectKeys connects the bindings, the number keys for answers, and the keys that scroll; once, since they ask
// the window for its panes.
func (w *Window) connectKeys() {
	c := w.window.Canvas()
	for _, b := range w.bindings() {
		for _, on := range b.on {
			c.AddShortcut(on, func(fyne.Shortcut) {
				if c.Overlays().Top() == nil {
					b.do()
				}
			})
		}
	}
	c.SetOnTypedRune(func(r rune) {
		if c.Overlays().Top() == nil && w.guide.Object().Visible() && r >= '1' && r <= '9' {
			w.guide.Choose(int(r - '0'))
		}
	})
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if c.Overlays().Top() != nil {
			w.sheetKey(e)
			return
		}
		if e.Name == fyne.KeyF1 {
			w.showHelp()
			return
		}
		w.visibleScroll().HandleKey(e)
	})
}

// sheetKey closes the sheet over the window, moves the focus in it, or scrolls it.
func (w *Window) sheetKey(e *fyne.KeyEvent) {
	c := w.window.Canvas()
	top := c.Overlays().Top()
	if s := w.desk.SheetOver(c); e.Name == fyne.KeyEscape && s != nil {
		s.Dismiss()
		return
	}
	if e.Name == fyne.KeyEscape {
		c.Overlays().Remove(top) // hiding it alone would leave it over the window
		return
	}
	scroll := place.FirstScroll(place.TopSheet(c))
	step := map[fyne.KeyName]float32{fyne.KeyUp: -1, fyne.KeyDown: 1}[e.Name]
	switch {
	case step < 0 && c.Focused() != nil:
		c.FocusPrevious()
	case step > 0 && c.Focused() != nil:
		c.FocusNext()
	case scroll == nil || scroll.HandleKey(e):
	case step != 0:
		scroll.ScrollBy(step * lineStep * theme.TextScale())
	}
}

// lineStep is how far an arrow key scrolls a sheet, at text scale 1.
const lineStep float32 = 48

// visibleScroll returns the scroller of the pane in the centre.
func (w *Window) visibleScroll() *place.Scroll {
	if p, ok := w.tabs[w.desk.Tab()]; ok {
		return p.Scroll()
	}
	return w.guide.Scroll()
}

// goTo shows a pane and gives it the keyboard. A column that is on the screen anyway leaves the tab as it is.
func (w *Window) goTo(t desk.Tab) {
	pane, side := w.sides[t]
	if !side {
		pane = w.tabs[t]
	}
	if !side || w.panes.Mode() == place.PanesTabs {
		w.desk.ShowTab(t)
	}
	pane.FocusFirst(w.window.Canvas())
}

// showCauses gives the keyboard to the causes, which only a helper sees.
func (w *Window) showCauses() {
	if !w.desk.IsHelper() {
		w.setHelper(true)
	}
	w.goTo(desk.TabCauses)
}

// skip puts off the step on the screen, where that is offered.
func (w *Window) skip() {
	if w.guide.Object().Visible() {
		w.guide.Skip()
	}
}

// printReport shows the report and prints it.
func (w *Window) printReport() {
	w.desk.ShowTab(desk.TabReport)
	w.report.Print()
}

// find gives the keyboard to the checklist's search field.
func (w *Window) find() {
	if w.panes.Mode() == place.PanesTabs {
		w.desk.ShowTab(desk.TabChecklist)
	}
	w.list.FocusSearch(w.window.Canvas())
}

// showPicker opens the list of messages.
func (w *Window) showPicker() { showPicker(w.desk, w.window) }

// keyNames returns the keys of a binding as this computer names them: on a Mac, Cmd takes the place of Ctrl.
func (w *Window) keyNames(name string) string {
	names := w.desk.Text("keys." + name + ".key")
	if runtime.GOOS == "darwin" {
		return strings.ReplaceAll(names, w.desk.Text("keys.ctrl"), w.desk.Text("keys.cmd"))
	}
	return names
}
