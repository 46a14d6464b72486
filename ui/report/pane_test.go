package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/drawing"
	"backupdoctor/logic/report"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// open opens the report of a case with a few answers. Nobody looks at the report yet.
func open(t *testing.T) (*desktest.Stage, *Pane) {
	t.Helper()
	s := desktest.Open(t)
	p := New(s.Desk, s.Window, s.Now, nil)
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
	for _, want := range []string{"iCloud Backup report: [name left out]", "iPhone 13", "Is the switch for iCloud Backup on? It is on", "Likely causes"} {
		if !strings.Contains(p.words(), want) {
			t.Errorf("the report on the screen lacks %q:\n%s", want, p.words())
		}
	}
	p.copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != p.shown || !strings.HasPrefix(got, "# iCloud") {
		t.Errorf("copied was %q", got)
	}
	if p.status.Text() != s.Desk.Text("report-pane.copied") || p.status.Hidden {
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
	if got := p.left.Text(); !strings.Contains(got, "names") || !strings.Contains(got, "account") {
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
	if strings.Contains(p.words(), s.Desk.Text("report.to-do")) {
		t.Error("Apple Support is told what to do")
	}
	p.audience.List.SetSelectedIndex(int(report.ForOwner))
	text := p.words()
	for _, want := range []string{s.Desk.Text("report.to-do"), "Turn off Low Data Mode for this Wi-Fi", "Open Settings.", "row Low Data Mode"} {
		if !strings.Contains(text, want) {
			t.Errorf("the owner's report lacks %q:\n%s", want, text)
		}
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

func TestTheEndOfTheNameSaysHowAReportIsSaved(t *testing.T) {
	for name, want := range map[string]string{
		"r.html": "<!DOCTYPE html>", "R.HTM": "<!DOCTYPE html>", "r": "<!DOCTYPE html>", "r.txt": "<!DOCTYPE html>", "r.md": "# iCloud Backup report", "r.PDF": "%PDF-1",
	} {
		t.Run(name, func(t *testing.T) {
			s, p := open(t)
			p.audience.List.SetSelectedIndex(int(report.ForOwner))
			path := filepath.Join(t.TempDir(), name)
			file, err := storage.Writer(storage.NewFileURI(path))
			desktest.Must(err)
			p.write(file)
			if name == "r" || name == "r.txt" { // nobody looks for a web page there
				path += ".html"
			}
			data, err := os.ReadFile(path)
			desktest.Must(err)
			if !bytes.HasPrefix(data, []byte(want)) {
				t.Errorf("the file begins with %q", data[:min(len(data), 40)])
			}
			if pictures := bytes.Count(data, []byte("src=\"data:image/svg")); strings.HasPrefix(want, "<") && pictures < 4 {
				t.Errorf("the page has %d pictures", pictures)
			}
			if got := p.status.Text(); got != s.Desk.Text("report-pane.saved", "File", path) {
				t.Errorf("after saving it says %q", got)
			}
			if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
				t.Errorf("beside the report there is more: %v %v", left, err)
			}
			if p.saveAs.Disabled() {
				t.Error("nothing can be saved any more")
			}
		})
	}
}

// What went wrong before is not told any more beside what went well.
func TestASavedReportTakesTheFailureBack(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	folder := t.TempDir()
	gone := filepath.Join(folder, "gone")
	desktest.Must(os.Mkdir(gone, 0o755))
	file, err := storage.Writer(storage.NewFileURI(filepath.Join(gone, "r.html")))
	desktest.Must(err)
	desktest.Must(os.RemoveAll(gone))
	p.write(file)
	if !strings.Contains(s.Problem, "could not be saved") {
		t.Fatalf("the failure is told as %q", s.Problem)
	}
	desktest.Must(os.WriteFile(filepath.Join(folder, "r.html"), []byte("another page"), 0o600))
	file, err = storage.Writer(storage.NewFileURI(filepath.Join(folder, "r")))
	desktest.Must(err)
	p.write(file)
	if data, err := os.ReadFile(filepath.Join(folder, "r.html")); err != nil || string(data) != "another page" {
		t.Errorf("another page was written over: %q %v", data, err)
	}
	file, err = storage.Writer(storage.NewFileURI(filepath.Join(folder, "s.html")))
	desktest.Must(err)
	p.write(file)
	if text := s.Problem; strings.Contains(text, "could not be saved") {
		t.Errorf("beside the saved report it says %q", text)
	}
	if got := p.status.Text(); !strings.Contains(got, filepath.Join(folder, "s.html")) {
		t.Errorf("the place is told as %q", got)
	}
}

func TestAReportThatCanNotBeSavedIsTold(t *testing.T) {
	s, p := open(t)
	told := func() string {
		defer s.Desk.DismissError()
		return s.Problem
	}
	folder := filepath.Join(t.TempDir(), "gone")
	desktest.Must(os.Mkdir(folder, 0o755))
	file, err := storage.Writer(storage.NewFileURI(filepath.Join(folder, "r.html")))
	desktest.Must(err)
	desktest.Must(os.RemoveAll(folder))
	p.write(file)
	if got := told(); !strings.Contains(got, "r.html could not be saved") || strings.Contains(got, folder) {
		t.Errorf("a folder that is gone is told as %q", got)
	}
	if !p.status.Hidden || p.saveAs.Disabled() {
		t.Errorf("after that it says %q", p.status.Text())
	}
	folder = t.TempDir()
	file, err = storage.Writer(storage.NewFileURI(filepath.Join(folder, "r.html")))
	desktest.Must(err)
	desktest.Must(os.Remove(filepath.Join(folder, "r.html")))
	desktest.Must(os.Mkdir(filepath.Join(folder, "r.html"), 0o755))
	p.write(file)
	if got := told(); !strings.Contains(got, "r.html could not be saved") || strings.Contains(got, folder) {
		t.Errorf("a folder in the place of the file is told as %q", got)
	}
	elsewhere, err := storage.ParseURI("elsewhere:/r.pdf")
	desktest.Must(err)
	p.write(desktest.FullDisk{Address: elsewhere})
	if got := told(); !strings.Contains(got, "disk full") {
		t.Errorf("a full disk is told as %q", got)
	}
}

// hole draws nothing.
type hole struct{}

func (hole) Draw(report.Subject) (*drawing.Drawing, error) { return nil, errors.New("no ink") }

func TestAReportIsSavedWithoutPicturesThatCanNotBeDrawn(t *testing.T) {
	_, p := open(t)
	path := filepath.Join(t.TempDir(), "r.html")
	file, err := storage.Writer(storage.NewFileURI(path))
	desktest.Must(err)
	p.options.For = report.ForOwner
	pictures, err := export(p.document(), hole{}, file, nil)
	data, readErr := os.ReadFile(path)
	if pictures == nil || err != nil || readErr != nil || !strings.Contains(string(data), "</html>") {
		t.Errorf("told are %v, %v, %v, and %d bytes are written", pictures, err, readErr, len(data))
	}
}

func TestSavingBesideTheWindowShowsThatItGoesOn(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	path := filepath.Join(t.TempDir(), "r.pdf")
	file, err := storage.Writer(storage.NewFileURI(path))
	desktest.Must(err)
	p.run = func(work func()) {
		if !p.saveAs.Disabled() {
			t.Error("the report can be saved twice at a time")
		}
		p.setProgress(0.5)
		if p.status.Hidden || !strings.Contains(p.status.Text(), "50") {
			t.Errorf("in between it says %q", p.status.Text())
		}
		work()
	}
	p.write(file)
	if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("%v, %d bytes are written", err, len(data))
	}
	if p.status.Text() != s.Desk.Text("report-pane.saved", "File", path) {
		t.Errorf("in the end it says %q", p.status.Text())
	}
}

func TestTheReportIsSavedByKeyboard(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	c := s.Window.Canvas()
	p.FocusFirst(c)
	if c.Focused() != fyne.Focusable(p.saveAs) {
		t.Fatalf("the keyboard is at %T", c.Focused())
	}
	reached := map[fyne.Focusable]bool{}
	for range 80 {
		c.FocusNext()
		reached[c.Focused()] = true
	}
	for _, control := range []fyne.Focusable{p.audience.List, p.names, p.accounts, p.saveAs, p.savePDF} {
		if !reached[control] {
			t.Errorf("the keyboard does not reach %T", control)
		}
	}
	p.FocusFirst(c)
	for _, by := range []struct {
		button *widgets.Button
		end    string
	}{{p.saveAs, endHTML}, {p.savePDF, endPDF}} {
		by.button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		top := c.Overlays().Top()
		if top == nil {
			t.Fatal("Enter does not ask where to save")
		}
		suggested := ""
		for _, o := range test.LaidOutObjects(top) {
			if e, ok := o.(*widget.Entry); ok {
				suggested += e.Text
			}
		}
		if !strings.HasSuffix(suggested, by.end) {
			t.Errorf("the name that is suggested is %q, want one with %s", suggested, by.end)
		}
		c.Overlays().Remove(top)
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
