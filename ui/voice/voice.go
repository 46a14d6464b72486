// Package voice puts into words what a window shows, for people who hear it: each control with its role and
// state, and the texts of a part. Where the system lets a program speak, Of returns the screen reader.
package voice

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/words"
	"backupdoctor/ui/form"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/place"
	"backupdoctor/ui/widgets"
)

// Reader is a screen reader.
type Reader interface {
	// Listens reports whether one runs.
	Listens() bool
	// Tell has a text read out, in place of what is being read out.
	Tell(text string)
}

// Control returns label, state and role of a control; empty for one without a label.
func Control(texts *words.Catalog, control fyne.Focusable) string {
	labelled, ok := control.(fyne.Accessible)
	if !ok || labelled.AccessibilityLabel() == "" {
		return ""
	}
	label, kind := labelled.AccessibilityLabel(), texts.Text("heard.role."+role(labelled))
	if p, ok := control.(*phone.Pager); ok && p.Phone().AccessibilityLabel() != "" {
		label += ". " + p.Phone().AccessibilityLabel()
	}
	if off, can := control.(fyne.Disableable); can && off.Disabled() {
		return texts.Text("heard.control.unavailable", "Label", label, "Role", kind)
	}
	return texts.Text("heard.control", "Label", label, "Role", kind)
}

// role names the kind of a control. The toolkit has roles for buttons, links and texts only.
func role(control fyne.Accessible) string {
	switch c := control.(type) {
	case *widgets.Tick:
		if c.Folds() {
			return "section"
		}
		return "checkbox"
	case *place.TabStrip:
		return "tabs"
	case *form.Select, *form.ListButton:
		return "list"
	case *phone.Pager:
		return "picture"
	case interface{ SelectedText() string }:
		return "field"
	}
	if control.AccessibilityRole() == fyne.AccessibleRoleLink {
		return "link"
	}
	return "button"
}

// Texts returns the texts that a part of the window shows, from top to bottom, without its controls.
func Texts(part fyne.CanvasObject) []string {
	if part == nil || !part.Visible() {
		return nil
	}
	if _, control := part.(fyne.Focusable); control {
		return nil
	}
	var all []string
	if a, ok := part.(fyne.Accessible); ok && a.AccessibilityRole() == fyne.AccessibleRoleText {
		if text := strings.TrimSpace(a.AccessibilityLabel()); text != "" {
			all = append(all, text)
		}
	}
	for _, inner := range place.PartsOf(part) {
		all = append(all, Texts(inner)...)
	}
	return all
}
