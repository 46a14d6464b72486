package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// binding is a key with what it does; the help lists exactly these.
type binding struct {
	keys string // as the help shows it; a translation key under "keys."
	on   []fyne.Shortcut
	do   func()
}

func control(key fyne.KeyName, more ...fyne.Shortcut) []fyne.Shortcut {
	return append(more, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}

// bindings are the keys that work everywhere in the window.
func (w *Window) bindings() []binding {
	shifted := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	alt := func(k fyne.KeyName) []fyne.Shortcut {
		return []fyne.Shortcut{&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}}
	}
	return []binding{
		{"checklist", control(fyne.Key1), func() { w.goTo(tabChecklist) }},
		{"guide", control(fyne.Key2), func() { w.goTo(tabGuide) }},
		{"storage", control(fyne.Key3), func() { w.goTo(tabStorage) }},
		{"report", control(fyne.Key4), func() { w.goTo(tabReport) }},
		{"causes", control(fyne.Key5), func() { w.goTo(tabCauses) }},
		{"message", control(fyne.KeyM), w.showPicker},
		{"find", control(fyne.KeyF), w.find},
		{"back", alt(fyne.KeyLeft), w.desk.back},
		{"continue", alt(fyne.KeyRight), w.desk.openRecommended},
		{"skip", control(fyne.KeyK), w.skip},
		// The toolkit has names of its own for these two where a person presses the usual keys.
		{"undo", control(fyne.KeyZ, &fyne.ShortcutUndo{}), w.desk.undo},
		{"redo", control(fyne.KeyY, &fyne.ShortcutRedo{}, shifted), w.desk.redo},
		{"history", control(fyne.KeyH), w.showHistory},
		{"cases", control(fyne.KeyO), func() { w.showCases() }},
		{"settings", control(fyne.KeyComma), func() { w.showPreferences() }},
		{"help", control(fyne.KeySlash), w.showKeys},
	}
}

// keys connects the bindings, the number keys for answers, and the keys that scroll.
func (w *Window) keys() {
	c := w.window.Canvas()
	w.guide.gesture.watch(c)
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
		if c.Overlays().Top() == nil && w.guide.object.Visible() && r >= '1' && r <= '9' {
			w.guide.choose(int(r - '0'))
		}
	})
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if c.Overlays().Top() != nil {
			w.sheetKey(e)
			return
		}
		if e.Name == fyne.KeyF1 {
			w.showKeys()
			return
		}
		w.visibleScroll().HandleKey(e)
	})
}

// sheetKey closes the sheet over the window, moves on in it, or scrolls it.
func (w *Window) sheetKey(e *fyne.KeyEvent) {
	c := w.window.Canvas()
	top := c.Overlays().Top()
	if s := w.desk.sheet; e.Name == fyne.KeyEscape && s != nil && widgets.SheetOver(c) == s.popup.Content {
		s.dismiss()
		return
	}
	if e.Name == fyne.KeyEscape {
		c.Overlays().Remove(top) // hiding it alone would leave it over the window
		return
	}
	scroll := widgets.ScrollIn(widgets.SheetOver(c))
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

func (w *Window) visibleScroll() *widgets.Scroll {
	switch w.desk.tab {
	case tabStorage:
		return w.storage.scroll
	case tabReport:
		return w.report.scroll
	}
	return w.guide.scroll
}

// goTo shows a pane and gives it the focus: its first thing to use. A column that is on the screen anyway leaves the rest as
// it is.
func (w *Window) goTo(t tab) {
	if side := t == tabChecklist || t == tabCauses; !side || w.panes.Mode() == widgets.PanesTabs {
		w.desk.show(t)
	}
	c := w.window.Canvas()
	switch t {
	case tabChecklist:
		c.Focus(w.list.first())
	case tabCauses:
		c.Focus(w.causes.more)
	case tabStorage:
		c.Focus(w.storage.fields.used.control)
	case tabGuide:
		w.guide.focus(c)
	case tabReport:
		c.Focus(w.report.saveAs)
	}
}

// skip puts the step off that is on the screen, where that is offered.
func (w *Window) skip() {
	if w.guide.object.Visible() && w.guide.skippable() {
		w.guide.skip()
	}
}

// find puts the cursor into the checklist's search field.
func (w *Window) find() {
	if w.panes.Mode() == widgets.PanesTabs {
		w.desk.show(tabChecklist)
	}
	w.window.Canvas().Focus(w.list.find)
}

func (w *Window) showPicker() { showPicker(w.desk, w.window) }

// keyNames are the keys for something as this computer names them: on a Mac, Cmd takes the place of Ctrl.
func (w *Window) keyNames(name string) string {
	names := w.desk.text("keys." + name + ".key")
	if runtime.GOOS == "darwin" {
		return strings.ReplaceAll(names, w.desk.text("keys.ctrl"), w.desk.text("keys.cmd"))
	}
	return names
}

// showKeys lists all keys.
func (w *Window) showKeys() {
	rows := flow.NewColumn(theme.SpaceS)
	for _, b := range w.bindings() {
		rows.Add(flow.NewRow(theme.SpaceM, 0, widgets.NewParagraph(w.desk.text("keys."+b.keys)),
			widgets.NewPill(w.keyNames(b.keys), widgets.ToneNeutral)))
	}
	for _, more := range []string{"answers", "rows", "scroll"} {
		rows.Add(flow.NewRow(theme.SpaceM, 0, widgets.NewParagraph(w.desk.text("keys."+more)),
			widgets.NewPill(w.keyNames(more), widgets.ToneNeutral)))
	}
	var popup *widget.PopUp
	foot := flow.NewRow(theme.SpaceS, 0, widgets.NewCaption(w.desk.text("keys.close")),
		widgets.NewLinkButton(w.desk.text("picker.close"), func() { popup.Hide() }))
	sheet := &fyne.Container{Layout: &sheetLayout{window: w.window}, Objects: []fyne.CanvasObject{
		widgets.NewTitle(w.desk.text("keys.title")), widgets.NewScroll(flow.NewInset(focusRoom, theme.SpaceM, focusRoom, focusRoom, rows)), foot,
	}}
	popup = widget.NewModalPopUp(sheet, w.window.Canvas())
	popup.Show()
}
