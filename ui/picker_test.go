package ui

import (
	"strings"
	"testing"

	"backupdoctor/ui/desk/desktest"
)

// A German reads on the phone what the list says, with the English below it.
func TestTheListSpeaksTheLanguageOfThePhone(t *testing.T) {
	w := openWindow(t)
	h := w.desk.View().Case.Header()
	h.Language = "de"
	desktest.Must(w.desk.Session.SetHeader(h))
	p := showPicker(w.desk, w.window)
	text := desktest.Text(p.list)
	for _, want := range []string{"Das letzte Backup konnte nicht abgeschlossen werden.", "The last backup could not be completed."} {
		if !strings.Contains(text, want) {
			t.Errorf("the list lacks %q", want)
		}
	}
	if strings.Contains(text, "seit 3 Wochen") {
		t.Error("a wording that is only a guess is shown as the phone's")
	}
	p.sheet.Close()
}
