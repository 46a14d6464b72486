package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/widgets"
)

// targetLeast is the least height and width of what can be tapped.
const targetLeast float32 = 28

// tappables calls found for everything on the screen that can be tapped.
func tappables(o fyne.CanvasObject, found func(fyne.CanvasObject)) {
	if !o.Visible() || o.Size().IsZero() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			tappables(part, found)
		}
	case fyne.Widget:
		if _, ok := o.(fyne.Tappable); ok {
			found(o)
		}
		for _, part := range test.WidgetRenderer(o).Objects() {
			tappables(part, found)
		}
	}
}

// TestTargetsFitFingersAndAreHeard looks for targets that a finger or an unsteady hand would miss, and for those that
// somebody who hears the window would not know, in every state of the gallery and in every sheet.
func TestTargetsFitFingersAndAreHeard(t *testing.T) {
	lib := desktest.Library(t)
	seen := 0
	for _, p := range slices.Concat(gallery, storageGallery, sheets) {
		w := openWindowWith(t, lib, t.TempDir())
		p.prepare(w)
		w.redraw()
		for _, top := range append([]fyne.CanvasObject{w.window.Canvas().Content()}, w.window.Canvas().Overlays().List()...) {
			tappables(top, func(o fyne.CanvasObject) {
				if strings.Contains(fmt.Sprintf("%T", o), "scrollBar") {
					return // wheel, keys and fingers scroll without them
				}
				seen++
				if _, ground := o.(*widget.PopUp); !ground && !strings.Contains(fmt.Sprintf("%T", o), "OverlayContainer") {
					for _, fault := range unheard(w, o) {
						t.Errorf("%s: %T %s", p.name, o, fault)
					}
				}
				if size := o.Size(); size.Width < targetLeast || size.Height < targetLeast {
					name := ""
					if a, ok := o.(fyne.Accessible); ok {
						name = a.AccessibilityLabel()
					}
					t.Errorf("%s: %T %q is %v by %v, want at least %v", p.name, o, name, size.Width, size.Height, targetLeast)
				}
			})
		}
	}
	if seen < 500 {
		t.Errorf("only %d things to tap were found", seen)
	}
}

// unheard returns what is missing when somebody hears a target: its label, its role, and the state of what has one.
func unheard(w *Window, o fyne.CanvasObject) (faults []string) {
	a, ok := o.(fyne.Accessible)
	if !ok || a.AccessibilityLabel() == "" {
		return []string{"has no label"}
	}
	label := a.AccessibilityLabel()
	if strings.Contains(label, "[") || strings.Contains(label, ".svg") || strings.Contains(label, "**") || strings.HasPrefix(label, ",") {
		faults = append(faults, fmt.Sprintf("is heard as %q", label))
	}
	if _, holds := o.(*phone.Pager); !holds && a.AccessibilityRole() == fyne.AccessibleRoleContainer {
		faults = append(faults, fmt.Sprintf("%q has the role of a container", label))
	}
	if tick, ok := o.(*widgets.Tick); ok {
		state := []string{"heard.unticked", "heard.ticked", "heard.closed", "heard.open"}
		number := 0
		if tick.Folds() {
			number = 2
		}
		if tick.On() {
			number++
		}
		if !strings.HasSuffix(label, ", "+w.desk.Text(state[number])) {
			faults = append(faults, fmt.Sprintf("%q does not say its state", label))
		}
	}
	return faults
}

// keysOf writes a shortcut as the list of keys does.
func keysOf(s fyne.Shortcut) (string, bool) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return "", false // the toolkit's own names for undo and redo, of which the list has the keys
	}
	names := map[fyne.KeyName]string{fyne.KeySlash: "/", fyne.KeyComma: ","}
	key, known := names[c.KeyName]
	if !known {
		key = string(c.KeyName)
	}
	modifier := ""
	for _, m := range []struct {
		is   fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl "}, {fyne.KeyModifierSuper, "Ctrl "}, {fyne.KeyModifierAlt, "Alt "}, {fyne.KeyModifierShift, "Shift "}} {
		if c.Modifier&m.is != 0 {
			modifier += m.name
		}
	}
	return modifier + key, true
}

// TestTheListOfKeysNamesExactlyTheKeysThatWork compares the help with what is registered: each key once, with
// words, and none that does nothing.
func TestTheListOfKeysNamesExactlyTheKeysThatWork(t *testing.T) {
	w := openWindow(t)
	taken := map[string]string{}
	for _, b := range w.bindings() {
		listed := strings.ReplaceAll(w.keyNames(b.keys), "Cmd", "Ctrl")
		for _, s := range b.on {
			key, ok := keysOf(s)
			if !ok {
				continue
			}
			if other := taken[key]; other != "" {
				t.Errorf("%s does both %s and %s", key, other, b.keys)
			}
			taken[key] = b.keys
			if !slices.Contains(strings.Split(listed, ", "), key) {
				t.Errorf("%s works for %q, which the list says is %q", key, b.keys, listed)
			}
		}
		for key := range strings.SplitSeq(listed, ", ") {
			if taken[key] != b.keys && key != "F1" {
				t.Errorf("the list offers %s for %q, which does nothing", key, b.keys)
			}
		}
	}
	w.showHelp()
	var shown []string
	var read func(o fyne.CanvasObject)
	read = func(o fyne.CanvasObject) {
		if a, ok := o.(fyne.Accessible); ok {
			shown = append(shown, a.AccessibilityLabel())
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, part := range o.Objects {
				read(part)
			}
		case fyne.Widget:
			for _, part := range test.WidgetRenderer(o).Objects() {
				read(part)
			}
		}
	}
	read(w.window.Canvas().Overlays().Top())
	for _, key := range w.desk.Words.Keys() {
		if room, rest, _ := strings.Cut(key, "."); room == "keys" && strings.HasSuffix(rest, ".key") {
			name := strings.TrimSuffix(rest, ".key")
			if !slices.Contains(shown, w.keyNames(name)) || !slices.Contains(shown, w.desk.Text("keys."+name)) {
				t.Errorf("the list does not show %s: %s", w.desk.Text(key), w.desk.Text("keys."+name))
			}
		}
	}
}

// focusedText returns the words of the button that has the keyboard.
func focusedText(w *Window) string {
	if b, ok := w.window.Canvas().Focused().(*widgets.Button); ok {
		return b.Text()
	}
	return ""
}

// TestEveryKeyDoesWhatItSays does what the keys do; that they arrive, the test in a real window sees.
func TestEveryKeyDoesWhatItSays(t *testing.T) {
	for key, done := range map[fyne.KeyName]func(w *Window) bool{
		fyne.Key1: func(w *Window) bool { return w.window.Canvas().Focused() == fyne.Focusable(w.list.Recommended()) },
		fyne.Key3: func(w *Window) bool { return w.desk.Tab() == desk.TabStorage },
		fyne.Key4: func(w *Window) bool { return w.desk.Tab() == desk.TabReport },
		fyne.Key5: func(w *Window) bool { return focusedText(w) == w.desk.Text("causes.all") },
		fyne.KeyF: func(w *Window) bool {
			return w.window.Canvas().Focused() == fyne.Focusable(desktest.Find[*form.Entry](w.list.Object()))
		},
		fyne.KeyZ: func(w *Window) bool { return w.desk.View().Checked == 0 },
		fyne.KeyM: func(w *Window) bool { return w.window.Canvas().Overlays().Top() != nil },
		fyne.KeyH: func(w *Window) bool { return w.window.Canvas().Overlays().Top() != nil },
		fyne.KeyO: func(w *Window) bool { return w.window.Canvas().Overlays().Top() != nil },
	} {
		t.Run(fmt.Sprint(key), func(t *testing.T) {
			w := openWindow(t)
			w.desk.Answer("back-up-switch", "on")
			pressed := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
			for _, b := range w.bindings() {
				if slices.ContainsFunc(b.on, func(s fyne.Shortcut) bool { return s.ShortcutName() == pressed.ShortcutName() }) {
					b.do()
				}
			}
			if !done(w) {
				t.Errorf("Ctrl %s does not do what the list says", key)
			}
		})
	}
}
