package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheChecklistFindsTheWordsOfThePhone(t *testing.T) {
	w := lowData(t, "17.5", "de")
	all := len(w.list.order)
	for words, row := range map[string]string{
		"wlan": "check low-data-mode", "wifi": "check low-data-mode", "Low Data": "check low-data-mode",
		"Datensparmodus": "check low-data-mode", "gray": "check back-up-now-state", "icloud backup": "check back-up-switch",
	} {
		w.list.find.SetText(words)
		found := false
		for _, r := range w.list.order {
			found = found || r == w.list.rows[row]
		}
		if !found || len(w.list.order) >= all {
			t.Errorf("%q: found %s %v, of %d rows", words, row, found, len(w.list.order))
		}
	}
	w.list.find.SetText("xyzzy")
	if len(w.list.order) != 0 {
		t.Errorf("nonsense finds %d rows", len(w.list.order))
	}
}

func TestEscapeEmptiesTheSearchFirst(t *testing.T) {
	w := openWindow(t)
	all := len(w.list.order)
	w.find()
	w.list.find.SetText("power")
	pressKey(w, fyne.KeyEscape)
	if w.list.find.Text != "" || len(w.list.order) != all || w.window.Canvas().Focused() != fyne.Focusable(w.list.find) {
		t.Errorf("the first Escape leaves %q and %d rows of %d", w.list.find.Text, len(w.list.order), all)
	}
	pressKey(w, fyne.KeyEscape)
	if w.window.Canvas().Focused() != nil {
		t.Error("the second Escape does not leave the field")
	}
}
