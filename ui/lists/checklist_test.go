package lists

import (
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk/desktest"
)

// open opens the checklist of an empty case.
func open(t *testing.T) (*desktest.Stage, *Checklist) {
	t.Helper()
	s := desktest.Open(t)
	c := NewChecklist(s.Desk, func() {})
	s.Put(c)
	return s, c
}

func TestTheChecklistFindsTheWordsOfThePhone(t *testing.T) {
	s, c := open(t)
	h := s.Desk.View().Case.Header()
	h.Version, h.Language = "17.5", "de"
	desktest.Must(s.Desk.Session.SetHeader(h))
	all := len(c.order)
	for words, row := range map[string]string{
		"wlan": "check low-data-mode", "wifi": "check low-data-mode", "Low Data": "check low-data-mode",
		"company": "check managed-device", "MDM": "check managed-device", "school": "check managed-device", "Firma": "check managed-device",
		"charger": "check charging-symbol", "cargador": "check charging-symbol", "2fa": "check two-factor", "WhatsApp": "check app-sizes",
		"Datensparmodus": "check low-data-mode", "gray": "check back-up-now-state", "icloud backup": "check back-up-switch",
	} {
		c.find.SetText(words)
		found := false
		for _, r := range c.order {
			found = found || r == c.rows[row]
		}
		if !found || len(c.order) >= all {
			t.Errorf("%q: found %s %v, of %d rows", words, row, found, len(c.order))
		}
	}
	c.find.SetText("xyzzy")
	if len(c.order) != 0 {
		t.Errorf("nonsense finds %d rows", len(c.order))
	}
}

func TestEscapeEmptiesTheSearchFirst(t *testing.T) {
	s, c := open(t)
	all := len(c.order)
	c.FocusSearch(s.Window.Canvas())
	c.find.SetText("power")
	desktest.PressKey(s.Window.Canvas(), fyne.KeyEscape)
	if c.find.Text != "" || len(c.order) != all || s.Focus() != fyne.Focusable(c.find) {
		t.Errorf("the first Escape leaves %q and %d rows of %d", c.find.Text, len(c.order), all)
	}
	desktest.PressKey(s.Window.Canvas(), fyne.KeyEscape)
	if s.Focus() != nil {
		t.Error("the second Escape does not leave the field")
	}
}
