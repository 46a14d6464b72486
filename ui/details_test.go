package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk/desktest"
)

func TestAnOddVersionIsTold(t *testing.T) {
	w := openWindow(t)
	a := w.openDetails()
	for version, said := range map[string]string{
		"99": "newer than Backup Doctor knows", "5": "accept new backups from iOS 5.", "12": "pictures and labels may differ", "17.5": "On the device:", "": "On the device:",
	} {
		a.version.SetText(version)
		if !strings.Contains(a.versionRemark.Text(), said) {
			t.Errorf("version %q is told as %q", version, a.versionRemark.Text())
		}
	}
	a.model.SetText("iPad Air 5")
	if !a.modelRemark.Visible() || !strings.Contains(a.modelRemark.Text(), "iPad") {
		t.Errorf("an iPad set to iPhone is told as %q", a.modelRemark.Text())
	}
	a.device.SetSelectedIndex(1)
	if a.modelRemark.Visible() {
		t.Errorf("an iPad set to iPad is told as %q", a.modelRemark.Text())
	}
}

func TestEscapeDoesNotDiscardWhatWasTyped(t *testing.T) {
	w := openWindow(t)
	closed := func() bool { return w.window.Canvas().Overlays().Top() == nil }
	w.openDetails()
	desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	if !closed() {
		t.Fatal("Escape leaves a sheet open in which nothing was changed")
	}
	a := w.openDetails()
	a.model.SetText("iPhone 13")
	desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	if closed() || !strings.Contains(desktest.Text(a.sheet.Head), w.desk.Text("details.unsaved")) {
		t.Fatal("Escape discards what was typed without a word")
	}
	a.save()
	if got := w.desk.View().Case.Model; !closed() || got != "iPhone 13" {
		t.Errorf("closed %v, the model is %q", closed(), got)
	}
	a = w.openDetails()
	a.model.SetText("iPhone 14")
	w.window.Canvas().Unfocus()
	desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	if closed() {
		t.Fatal("Escape without focus discards what was typed without a word")
	}
	desktest.PressKey(w.window.Canvas(), fyne.KeyEscape)
	if got := w.desk.View().Case.Model; !closed() || got != "iPhone 13" {
		t.Errorf("the second Escape: closed %v, the model is %q", closed(), got)
	}
}

func TestTheTimeLeftStaysUntilTheNextIsKnown(t *testing.T) {
	w := openWindow(t)
	var work []func()
	roughly := w.desk.TimeLeft(w.desk.View())
	w.desk.StartEstimates(func(f func()) { work = append(work, f) })
	work[0]()
	before := w.desk.TimeLeft(w.desk.View())
	if before == roughly {
		t.Fatalf("after the simulation the time left is still %q", before)
	}
	w.setHelper(true)
	for _, check := range []string{"back-up-switch", "wifi-connected", "low-data-mode"} {
		if got := desktest.Text(w.causes.Object()); strings.Contains(got, before) {
			t.Errorf("a time left is told before %s is answered: %q", check, got)
		}
		w.desk.Answer(check, w.desk.Base.Check(check).Answers[0].ID)
	}
	if got := desktest.Text(w.causes.Object()); len(work) != 4 || !strings.Contains(got, before) {
		t.Errorf("%d simulations began; the causes say %q, before %q", len(work), got, before)
	}
	path, err := w.newCase()
	desktest.Must(err)
	w.open(path)
	if got := desktest.Text(w.causes.Object()); strings.Contains(got, before) {
		t.Errorf("another case says %q", got)
	}
}

func TestAMistypedFileNameIsTold(t *testing.T) {
	home := t.TempDir()
	start := openWindowIn(t, home).start
	start.Case = filepath.Join(home, "garndma.toml")
	w, err := New(start)
	desktest.Must(err)
	defer func() { desktest.Must(w.desk.Session.File().Close()) }()
	if got := desktest.Text(w.banner.content); !strings.Contains(got, "no file garndma.toml") {
		t.Errorf("the banner says %q", got)
	}
}

func TestTheLanguageOfThePhoneIsChosenInTheDetails(t *testing.T) {
	w := openWindow(t)
	a := w.openDetails()
	ids, _ := w.desk.PhoneLanguages()
	at := slices.Index(ids, "fr")
	a.language.SetSelectedIndex(at)
	a.save()
	if got := w.desk.View().Case.Language; got != "fr" {
		t.Errorf("the case says %q", got)
	}
	if a = w.openDetails(); a.language.SelectedIndex() != at {
		t.Errorf("the sheet opens with %q", a.language.Selected)
	}
}
