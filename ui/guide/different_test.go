package guide

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
)

// open opens the guide of an empty case for a person who reads each page before answering.
func open(t *testing.T) (*desktest.Stage, *Pane) {
	t.Helper()
	s := desktest.Open(t)
	g := New(s.Desk, desk.Dialogs{})
	at := time.Now()
	g.SetClock(func() time.Time {
		at = at.Add(10 * time.Second)
		return at
	})
	s.Put(g)
	return s, g
}

// lowData opens the check of Low Data Mode on a case about a phone in a language.
func lowData(t *testing.T, version, language string) (*desktest.Stage, *Pane) {
	t.Helper()
	s, g := open(t)
	h := s.Desk.View().Case.Header()
	h.Version, h.Language = version, language
	desktest.Must(s.Desk.Session.SetHeader(h))
	s.Desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "low-data-mode"})
	return s, g
}

func path(g *Pane) string { return strings.Join(g.page.Path, " › ") }

func TestTheGuideSpeaksTheLanguageOfThePhone(t *testing.T) {
	s, g := lowData(t, "17.5", "de")
	if got := path(g); got != "Einstellungen › WLAN › (i) next to your network › Datensparmodus" {
		t.Errorf("the way is %q", got)
	}
	if got := desktest.Text(g.content); !strings.Contains(got, "Datensparmodus") || strings.Contains(got, "Low Data Mode.") {
		t.Errorf("the lines say %q", got)
	}
	s.Desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "back-up-switch"})
	if got := desktest.Text(g.content); !strings.Contains(got, "“Back Up This iPhone”") || !strings.Contains(got, "In German it may say “Dieses iPhone sichern”.") {
		t.Errorf("a label that is a guess is told as %q", got)
	}
}

// The tests run without the computer's fonts, as on a computer that has none for Japanese.
func TestWithoutAFontTheLabelsStayEnglishAndSayWhy(t *testing.T) {
	s, g := lowData(t, "17.5", "ja")
	if got := path(g); got != "Settings › Wi-Fi › (i) next to your network › Low Data Mode" {
		t.Errorf("the way is %q", got)
	}
	if got := desktest.Text(g.content); !strings.Contains(got, s.Desk.Text("different.wordless.no-font", "Language", "Japanese")) {
		t.Errorf("the page does not say why: %q", got)
	}
	if got := s.Desk.View().Case.Language; got != "ja" {
		t.Errorf("the case forgot its language: %q", got)
	}
	_, g = lowData(t, "17.5", "")
	if got := desktest.Text(g.content); strings.Contains(got, "font") {
		t.Errorf("an English phone is told about fonts: %q", got)
	}
}

func TestANewerSystemIsTold(t *testing.T) {
	for version, told := range map[string]bool{"27": false, "27.3": false, "28": true} {
		s, g := lowData(t, version, "")
		want := s.Desk.Text("different.newer", "System", "iOS", "Version", version, "Known", "27")
		if got := desktest.Text(g.content); strings.Contains(got, want) != told {
			t.Errorf("iOS %s: told %v, want %v: %q", version, !told, told, got)
		}
	}
}

func TestItLooksDifferentOnMyPhone(t *testing.T) {
	s, g := lowData(t, "17.5", "")
	f := g.differs
	if got := desktest.Text(g.content); !strings.Contains(got, "It looks different on my iPhone") || strings.Contains(got, "find it") {
		t.Fatalf("the page says %q", got)
	}
	link := s.Desk.Text("different.open", "Device", "iPhone")
	if !desktest.Press(g.content, link) || !f.open {
		t.Fatal("the link opens nothing")
	}
	if bottom := g.scroll.Offset() + g.scroll.Size().Height; bottom < f.panel.Position().Y+f.panel.Size().Height || g.scroll.Offset() == 0 {
		t.Errorf("the panel opens out of sight: what is seen ends at %.0f", bottom)
	}
	if f.versions[f.version.List.SelectedIndex()] != "17.5" || f.language.List.Selected != "English" || f.device.List.Selected != "iPhone" {
		t.Errorf("the panel says %q, %q, %q", f.device.List.Selected, f.version.List.Selected, f.language.List.Selected)
	}
	before := s.Desk.View().Case.Header()
	f.language.List.SetSelected("German")
	f.device.List.SetSelected("iPad")
	f.version.List.SetSelected("26")
	if h := s.Desk.View().Case.Header(); h.Device != "ipad" || h.Version != "26" || h.Language != "de" {
		t.Errorf("the case says %+v", h)
	}
	if !f.open || !strings.HasPrefix(path(g), "Einstellungen › WLAN") {
		t.Errorf("the panel is open %v, the way %q", f.open, path(g))
	}
	for range 3 {
		s.Desk.Undo()
	}
	if h := s.Desk.View().Case.Header(); h != before || f.language.List.Selected != "English" || f.versions[f.version.List.SelectedIndex()] != "17.5" {
		t.Errorf("after undo: %+v, the panel says %q", h, f.version.List.Selected)
	}
	if !desktest.Press(g.content, s.Desk.Text("different.not-found")) {
		t.Fatal("there is no way to say that it is not there")
	}
	events := s.Desk.View().Case.Events
	want := casefile.Event{What: casefile.Answered{Check: "low-data-mode", Answer: casefile.CantTell}}
	if e := events[len(events)-1]; e.What != want.What {
		t.Errorf("the answer is %+v", e)
	}
	if g.page.ID == "low-data-mode" || f.open {
		t.Errorf("the guide stays at %s, open %v", g.page.ID, f.open)
	}

	s.Desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "turn-off-low-data-mode"})
	desktest.Press(g.content, link)
	desktest.Press(g.content, s.Desk.Text("different.not-found"))
	events = s.Desk.View().Case.Events
	want.What = casefile.Tried{Fix: "turn-off-low-data-mode", Outcome: casefile.NotFound}
	if e := events[len(events)-1]; e.What != want.What {
		t.Errorf("the outcome is %+v", e)
	}
	s.Desk.Open(pages.Step{Kind: diagnosis.StepProof})
	desktest.Press(g.content, link)
	if got := desktest.Text(g.content); !f.open || strings.Contains(got, "find it") {
		t.Errorf("where a backup is looked for, the panel takes another answer: %q", got)
	}
	if s.Desk.View().Solved {
		t.Error("a fix that could not be tried solved the trouble")
	}
}

func TestTheOpenedPanelIsInView(t *testing.T) {
	s, g := open(t)
	h := s.Desk.View().Case.Header()
	h.Version, h.Language = "18.4", "de"
	desktest.Must(s.Desk.Session.SetHeader(h))
	for _, size := range []fyne.Size{{Width: 1180, Height: 760}, {Width: 600, Height: 700}, {Width: 900, Height: 640}} {
		s.Window.Resize(size)
		s.Desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "buy-more-storage"})
		g.scroll.ScrollBy(10000)
		before := g.scroll.Offset()
		for _, b := range desktest.Buttons(g.content) {
			if b.Text() == s.Desk.Text("different.open", "Device", "iPhone") {
				test.Tap(b)
			}
		}
		d := fyne.CurrentApp().Driver()
		panel, view := g.differs.panel, g.scroll
		top := d.AbsolutePositionForObject(panel).Y - d.AbsolutePositionForObject(view).Y
		t.Logf("%v: offset %.0f -> %.0f, panel at %.0f high %.0f, view %.0f", size, before, view.Offset(), top, panel.Size().Height, view.Size().Height)
		if top < 0 || top > 0 && top+panel.Size().Height > view.Size().Height+1 {
			t.Errorf("%v: panel is not in view", size)
		}
		g.differs.open = false
	}
}
