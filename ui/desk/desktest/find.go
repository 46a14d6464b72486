package desktest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/widgets"
)

// parts returns what a visible object shows inside.
func parts(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// Text returns all that a person reads or hears of an object, a line for each widget.
func Text(o fyne.CanvasObject) string {
	if !o.Visible() {
		return ""
	}
	text := ""
	if a, ok := o.(fyne.Accessible); ok {
		text = a.AccessibilityLabel() + "\n"
	}
	for _, part := range parts(o) {
		text += Text(part)
	}
	return text
}

// Press presses the first visible button with these words that is not disabled. It reports whether there is
// one.
func Press(o fyne.CanvasObject, words string) bool {
	for _, b := range Buttons(o) {
		if b.Text() == words && !b.Disabled() {
			b.Tapped(nil)
			return true
		}
	}
	return false
}

// Buttons returns the visible buttons in an object, from top to bottom.
func Buttons(o fyne.CanvasObject) []*widgets.Button {
	if !o.Visible() {
		return nil
	}
	if b, ok := o.(*widgets.Button); ok {
		return []*widgets.Button{b}
	}
	var all []*widgets.Button
	for _, part := range parts(o) {
		all = append(all, Buttons(part)...)
	}
	return all
}

// All returns the objects of a type in an object, hidden ones too, from top to bottom.
func All[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	if found, ok := o.(T); ok {
		return []T{found}
	}
	var all []T
	for _, part := range parts(o) {
		all = append(all, All[T](part)...)
	}
	return all
}

// Find returns the first object of a type in an object. It panics when there is none.
func Find[T fyne.CanvasObject](o fyne.CanvasObject) T { return All[T](o)[0] }

// Labelled returns the first object of a type in an object that is read out with these words, or nil.
func Labelled[T interface {
	fyne.CanvasObject
	fyne.Accessible
}](o fyne.CanvasObject, words string,
) (found T) {
	for _, one := range All[T](o) {
		if strings.Contains(one.AccessibilityLabel(), words) {
			return one
		}
	}
	return found
}
