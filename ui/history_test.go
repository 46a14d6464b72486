package ui

import (
	"strings"
	"testing"

	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// The history tells its storage rows apart.
func TestTheHistorySaysWhatChangedInStorage(t *testing.T) {
	w := openWindow(t)
	spaced(w)
	unfold(w, w.desk.Text("storage-pane.devices"))
	w.storage.FocusFirst(w.window.Canvas())
	w.window.Canvas().Focused().(*form.Entry).SetText("2 GB")
	desktest.Press(w.storage.Object(), w.desk.Text("storage-pane.devices.add"))
	seen := map[string]bool{}
	for _, text := range happened(w.desk) {
		if seen[text] {
			t.Errorf("the history has %q twice", text)
		}
		seen[text] = true
	}
	if all := strings.Join(happened(w.desk), "\n"); !strings.Contains(all, "2 GB used") || !strings.Contains(all, "Other devices") {
		t.Errorf("the history tells:\n%s", all)
	}
}
