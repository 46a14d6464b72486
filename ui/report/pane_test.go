package report

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/report"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
)

// open opens the report of a case with a few answers. Nobody looks at the report yet.
func open(t *testing.T) (*desktest.Stage, *Pane) {
	t.Helper()
	s := desktest.Open(t)
	p := New(s.Desk, s.Window, s.Now, nil, filepath.Join(t.TempDir(), "print"))
	s.Put(p)
	desktest.Begin(s.Desk)
	return s, p
}

// words are all that the preview shows.
func (p *Pane) words() string {
	var out strings.Builder
	for _, o := range p.page.Objects {
		collect(o, &out)
	}
	return out.String()
}

func collect(o fyne.CanvasObject, out *strings.Builder) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			collect(inner, out)
		}
	case fyne.Accessible:
		out.WriteString(o.AccessibilityLabel() + "\n")
	}
}

func TestTheReportIsCopiedAsItIsShown(t *testing.T) {
	s, p := open(t)
	if p.shown != "" {
		t.Error("the report is written although nobody looks at it")
	}
	s.Desk.ShowTab(desk.TabReport)
	for _, want := range []string{"iCloud Backup report: [name left out]", "iPhone 13", "Is the switch for iCloud Backup on? On", "Likely causes"} {
		if !strings.Contains(p.words(), want) {
			t.Errorf("the report on the screen lacks %q:\n%s", want, p.words())
		}
	}
	p.copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != p.shown || !strings.HasPrefix(got, "# iCloud") {
		t.Errorf("copied was %q", got)
	}
	if p.status.Text() != s.Desk.Text("report-pane.copied") {
		t.Errorf("after copying it says %q", p.status.Text())
	}
	s.Desk.Answer("vpn-filter", "none")
	if p.status.Text() != "" {
		t.Error("it says that a report was copied that has changed since")
	}
}

func TestTicksPutInWhoSomebodyIsForThisCaseAlone(t *testing.T) {
	s, p := open(t)
	desktest.Must(s.Desk.Session.SayAs("", "Grandma, write to g@example.com"))
	s.Desk.ShowTab(desk.TabReport)
	if text := p.words(); strings.Contains(text, "Grandma") || strings.Contains(text, "g@example.com") {
		t.Errorf("who somebody is is told without being asked for:\n%s", text)
	}
	if got := p.left.Text(); !strings.Contains(got, "names") || !strings.Contains(got, "e-mail address") {
		t.Errorf("it says %q of what is left out", got)
	}
	p.names.Tapped(nil)
	if text := p.words(); !strings.Contains(text, "Grandma’s iPhone") || strings.Contains(text, "g@example.com") {
		t.Errorf("with names it reads:\n%s", text)
	}
	p.accounts.Tapped(nil)
	if text := p.words(); !strings.Contains(text, "g@example.com") || strings.Contains(text, "left out") {
		t.Errorf("with everything it reads:\n%s", text)
	}
	if p.left.Text() != s.Desk.Text("report-pane.left.nothing") {
		t.Errorf("it says %q", p.left.Text())
	}
	s.NewCase(casefile.Header{Name: "Paul", Device: "iphone"})
	s.Desk.ShowTab(desk.TabReport)
	if text := p.words(); strings.Contains(text, "Paul") || p.names.On() || p.accounts.On() {
		t.Errorf("the ticks of one case hold for another:\n%s", text)
	}
}

func TestTheOwnerIsToldWhatToDo(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	text := p.words()
	for _, want := range []string{s.Desk.Text("report.to-do"), "Turn off Low Data Mode for this Wi-Fi", "Open Settings.", "row Low Data Mode"} {
		if !strings.Contains(text, want) {
			t.Errorf("the owner's report lacks %q:\n%s", want, text)
		}
	}
}

// The report is the owner's, unless the case ends at Apple Support or a person chooses.
func TestTheReportIsForWhoNeedsIt(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	is := func(want report.Audience) {
		t.Helper()
		if p.options.For != want || audiences[p.audience.Selected()] != want {
			t.Errorf("the report is for %d, and the switch says %d, want %d", p.options.For, audiences[p.audience.Selected()], want)
		}
	}
	is(report.ForOwner)
	v := *s.Desk.View()
	v.Options = []diagnosis.Option{{Kind: diagnosis.StepSupport}}
	p.Show(&v)
	is(report.ForSupport)
	p.audience.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	p.Show(&v)
	is(report.ForOwner)
	s.NewCase(casefile.Header{Name: "Paul", Device: "iphone"})
	s.Desk.ShowTab(desk.TabReport)
	p.audience.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if is(report.ForSupport); strings.Contains(p.words(), s.Desk.Text("report.to-do")) {
		t.Error("Apple Support is told what to do")
	}
}

func TestTheSuggestedNameTellsNobody(t *testing.T) {
	s, p := open(t)
	s.NewCase(casefile.Header{Name: "a/b: Anna’s \"iPad\"?", Device: "ipad"})
	s.Desk.ShowTab(desk.TabReport)
	if got := p.fileName(endHTML); got != "iCloud Backup report, 2026-11-23.html" {
		t.Errorf("the suggested name is %q", got)
	}
	p.names.Tapped(nil)
	if got := p.fileName(endHTML); !strings.Contains(got, "Anna’s") || !strings.HasSuffix(got, ".html") || strings.ContainsAny(got, "/\\:\"?*<>|") {
		t.Errorf("with names the suggested name is %q", got)
	}
}

// A window with the letters still writes a PDF without them.
func TestAPDFStaysInLettersThatItHas(t *testing.T) {
	s, p := open(t)
	s.Library.Readable = nil
	for language, english := range map[string]bool{"ja": true, "zh-Hans-CN": true, "de": false} {
		h := s.Desk.View().Case.Header()
		h.Language = language
		desktest.Must(s.Desk.Session.SetHeader(h))
		for end, stays := range map[string]bool{".pdf": english, ".html": false, ".md": false} {
			v := p.viewFor(end)
			if got := v.Device.Language == ""; got != stays || v.Case.Language != language {
				t.Errorf("%s in %s: labels in English %v, want %v", end, language, got, stays)
			}
			text := p.documentOf(v).Markdown()
			if said := strings.Contains(text, s.Desk.Text("report.wordless")); said != stays {
				t.Errorf("%s in %s: told %v, want %v", end, language, said, stays)
			}
		}
	}
}
