package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/form"
)

// lowData opens the check of Low Data Mode on a case about a phone in a language.
func lowData(t *testing.T, version, language string) *Window {
	t.Helper()
	w := openWindow(t)
	h := w.desk.View().Case.Header()
	h.Version, h.Language = version, language
	must(w.desk.Session.SetHeader(h))
	w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "low-data-mode"})
	return w
}

func path(w *Window) string { return strings.Join(w.guide.page.Path, " › ") }

func TestTheGuideSpeaksTheLanguageOfThePhone(t *testing.T) {
	w := lowData(t, "17.5", "de")
	if got := path(w); got != "Einstellungen › WLAN › (i) beside your network › Datensparmodus" {
		t.Errorf("the way is %q", got)
	}
	if got := allText(w.guide.content); !strings.Contains(got, "Datensparmodus") || strings.Contains(got, "Low Data Mode.") {
		t.Errorf("the lines say %q", got)
	}
	w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "next-backup-fits"})
	if got := allText(w.guide.content); !strings.Contains(got, "“Next Backup Size”") || !strings.Contains(got, "In German it may read “Größe des nächsten Backups”.") {
		t.Errorf("a label that is a guess is told as %q", got)
	}
}

// The tests run without the computer's fonts, as on a computer that has none for Japanese.
func TestWithoutAFontTheLabelsStayEnglishAndSayWhy(t *testing.T) {
	w := lowData(t, "17.5", "ja")
	if got := path(w); got != "Settings › Wi-Fi › (i) beside your network › Low Data Mode" {
		t.Errorf("the way is %q", got)
	}
	if got := allText(w.guide.content); !strings.Contains(got, w.desk.Text("different.wordless.no-font", "Language", "Japanese")) {
		t.Errorf("the page does not say why: %q", got)
	}
	if got := w.desk.View().Case.Language; got != "ja" {
		t.Errorf("the case forgot its language: %q", got)
	}
	w = lowData(t, "17.5", "")
	if got := allText(w.guide.content); strings.Contains(got, "font") {
		t.Errorf("an English phone is told about fonts: %q", got)
	}
}

// A window with the letters still writes a PDF without them.
func TestAPDFStaysInLettersThatItHas(t *testing.T) {
	w := lowData(t, "17.5", "")
	w.start.Library.Readable = nil
	for language, english := range map[string]bool{"ja": true, "zh-Hans-CN": true, "de": false} {
		h := w.desk.View().Case.Header()
		h.Language = language
		must(w.desk.Session.SetHeader(h))
		for end, stays := range map[string]bool{".pdf": english, ".html": false, ".md": false} {
			v := w.report.viewFor(end)
			if got := v.Device.Language == ""; got != stays || v.Case.Language != language {
				t.Errorf("%s in %s: labels in English %v, want %v", end, language, got, stays)
			}
			text := w.report.documentOf(v).Markdown()
			if said := strings.Contains(text, w.desk.Text("report.wordless")); said != stays {
				t.Errorf("%s in %s: told %v, want %v", end, language, said, stays)
			}
		}
	}
}

func TestANewerSystemIsTold(t *testing.T) {
	for version, told := range map[string]bool{"27": false, "27.3": false, "28": true} {
		w := lowData(t, version, "")
		want := w.desk.Text("different.newer", "System", "iOS", "Version", version, "Known", "27")
		if got := allText(w.guide.content); strings.Contains(got, want) != told {
			t.Errorf("iOS %s: told %v, want %v: %q", version, !told, told, got)
		}
	}
}

func TestItLooksDifferentOnMyPhone(t *testing.T) {
	w := lowData(t, "17.5", "")
	f := w.guide.differs
	if got := allText(w.guide.content); !strings.Contains(got, "It looks different on my iPhone") || strings.Contains(got, "find it") {
		t.Fatalf("the page says %q", got)
	}
	link := w.desk.Text("different.open", "Device", "iPhone")
	if !press(w.guide.content, link) || !f.open {
		t.Fatal("the link opens nothing")
	}
	if bottom := w.guide.scroll.Offset() + w.guide.scroll.Size().Height; bottom < f.panel.Position().Y+f.panel.Size().Height || w.guide.scroll.Offset() == 0 {
		t.Errorf("the panel opens out of sight: what is seen ends at %.0f", bottom)
	}
	if f.versions[f.version.List.SelectedIndex()] != "17.5" || f.language.List.Selected != "English" || f.device.List.Selected != "iPhone" {
		t.Errorf("the panel says %q, %q, %q", f.device.List.Selected, f.version.List.Selected, f.language.List.Selected)
	}
	before := w.desk.View().Case.Header()
	f.language.List.SetSelected("German")
	f.device.List.SetSelected("iPad")
	f.version.List.SetSelected("26")
	if h := w.desk.View().Case.Header(); h.Device != "ipad" || h.Version != "26" || h.Language != "de" {
		t.Errorf("the case says %+v", h)
	}
	if !f.open || !strings.HasPrefix(path(w), "Einstellungen › WLAN") {
		t.Errorf("the panel is open %v, the way %q", f.open, path(w))
	}
	for range 3 {
		w.desk.Undo()
	}
	if h := w.desk.View().Case.Header(); h != before || f.language.List.Selected != "English" || f.versions[f.version.List.SelectedIndex()] != "17.5" {
		t.Errorf("after undo: %+v, the panel says %q", h, f.version.List.Selected)
	}
	if !press(w.guide.content, w.desk.Text("different.not-found")) {
		t.Fatal("there is no way to say that it is not there")
	}
	events := w.desk.View().Case.Events
	want := casefile.Event{What: casefile.Answered{Check: "low-data-mode", Answer: casefile.CantTell}}
	if e := events[len(events)-1]; e.What != want.What {
		t.Errorf("the answer is %+v", e)
	}
	if w.guide.page.ID == "low-data-mode" || f.open {
		t.Errorf("the guide stays at %s, open %v", w.guide.page.ID, f.open)
	}

	w.desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "turn-off-low-data-mode"})
	press(w.guide.content, link)
	press(w.guide.content, w.desk.Text("different.not-found"))
	events = w.desk.View().Case.Events
	want.What = casefile.Tried{Fix: "turn-off-low-data-mode", Outcome: casefile.NotFound}
	if e := events[len(events)-1]; e.What != want.What {
		t.Errorf("the outcome is %+v", e)
	}
	if w.desk.View().Solved {
		t.Error("a fix that could not be tried solved the trouble")
	}
}

func TestTheLanguageOfThePhoneIsChosenInTheDetails(t *testing.T) {
	w := openWindow(t)
	a := w.openDetails()
	at := slices.Index(languageIDs(w.desk.Base), "fr")
	a.speaks.SetSelectedIndex(at)
	a.save()
	if got := w.desk.View().Case.Language; got != "fr" {
		t.Errorf("the case says %q", got)
	}
	if a = w.openDetails(); a.speaks.SelectedIndex() != at {
		t.Errorf("the sheet opens with %q", a.speaks.Selected)
	}
}

// A list shows nothing for what is not in it, and not what it showed before.
func TestAListForgetsWhatIsNotInIt(t *testing.T) {
	openWindow(t)
	chosen := 0
	f := form.NewChoice("", []string{"English", "German"}, func(int) { chosen++ })
	f.SetValue(1)
	f.SetValue(-1)
	if f.List.Selected != "" || chosen > 0 {
		t.Errorf("the list shows %q, and %d choices were made", f.List.Selected, chosen)
	}
}

func TestTheOpenedPanelIsInView(t *testing.T) {
	w := openWindow(t)
	h := w.desk.View().Case.Header()
	h.Version, h.Language = "18.4", "de"
	must(w.desk.Session.SetHeader(h))
	for _, size := range []fyne.Size{{Width: 1180, Height: 760}, {Width: 600, Height: 700}, {Width: 900, Height: 640}} {
		w.window.Resize(size)
		w.desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "buy-more-storage"})
		w.guide.scroll.ScrollBy(10000)
		before := w.guide.scroll.Offset()
		for _, b := range buttonsIn(w.guide.content) {
			if b.Text() == w.desk.Text("different.open", "Device", "iPhone") {
				test.Tap(b)
			}
		}
		d := fyne.CurrentApp().Driver()
		panel, view := w.guide.differs.panel, w.guide.scroll
		top := d.AbsolutePositionForObject(panel).Y - d.AbsolutePositionForObject(view).Y
		t.Logf("%v: offset %.0f -> %.0f, panel at %.0f high %.0f, view %.0f", size, before, view.Offset(), top, panel.Size().Height, view.Size().Height)
		if top < 0 || top > 0 && top+panel.Size().Height > view.Size().Height+1 {
			t.Errorf("%v: panel is not in view", size)
		}
		w.guide.differs.open = false
	}
}
