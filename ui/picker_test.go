package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
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

// An iPad has no Stolen Device Protection, so its list does not offer what that says; an iPhone with it does.
func TestTheListHasWhatTheDeviceCanSay(t *testing.T) {
	w := openWindow(t)
	for _, c := range []struct {
		device, version string
		want            bool
	}{{apple.IPhone, "18.5", true}, {apple.IPhone, "17.2", false}, {apple.IPad, "18.5", false}, {apple.IPhone, "", true}} {
		h := w.desk.View().Case.Header()
		h.Device, h.Model, h.Version, h.Language = c.device, "", c.version, ""
		desktest.Must(w.desk.Session.SetHeader(h))
		p := showPicker(w.desk, w.window)
		if has := strings.Contains(desktest.Text(p.list), "Security Delay Required"); has != c.want {
			t.Errorf("the list of %+v offers it: %v", c, has)
		}
		p.sheet.Close()
	}
}

// Enter takes what is surely meant, and of several things the one that the person goes to.
func TestEnterTakesNothingThatIsNotSure(t *testing.T) {
	for text, want := range map[string]string{"my backup is very slow": "slow-or-stuck", "company phone is slow": ""} {
		w := openWindow(t)
		p := showPicker(w.desk, w.window)
		before := len(w.desk.View().Messages)
		p.search(text)
		p.first()
		said := w.desk.View().Messages[before:]
		if want != "" && (len(said) != 1 || said[0].Complaint == nil || said[0].Complaint.ID != want) {
			t.Errorf("%q is taken as %+v", text, said)
		}
		if want == "" && (len(said) > 0 || w.window.Canvas().Focused() == nil || w.window.Canvas().Focused() == fyne.Focusable(p.entry)) {
			t.Errorf("%q: %+v is taken, the keyboard is at %v", text, said, w.window.Canvas().Focused())
		}
		p.sheet.Close()
	}
}

// A fraud is warned of before anything else, and kept with the case.
func TestAFraudIsWarnedOf(t *testing.T) {
	w := openWindow(t)
	p := showPicker(w.desk, w.window)
	p.search("We’ve blocked your account! Your photos and videos will be deleted on 14 April")
	p.first()
	top := w.window.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(desktest.Text(top), "fraud") || !strings.Contains(desktest.Text(top), "Tap no link") {
		t.Error("no warning is shown")
	}
	said := w.desk.View().Messages
	if len(said) == 0 || said[len(said)-1].Elsewhere == nil {
		t.Errorf("the case keeps %+v", said)
	}
}
