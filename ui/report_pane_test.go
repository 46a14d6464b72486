package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/drawing"
	"backupdoctor/logic/report"
	"backupdoctor/ui/desk"
)

// words are all that the preview shows.
func (p *reportPane) words() string {
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
	w := openWindow(t)
	begun(w)
	if w.report.shown != "" {
		t.Error("the report is written although nobody looks at it")
	}
	w.desk.ShowTab(desk.TabReport)
	for _, want := range []string{"iCloud Backup report: [name left out]", "iPhone 13", "Is the switch for iCloud Backup on? It is on", "Likely causes"} {
		if !strings.Contains(w.report.words(), want) {
			t.Errorf("the report on the screen lacks %q:\n%s", want, w.report.words())
		}
	}
	w.report.copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != w.report.shown || !strings.HasPrefix(got, "# iCloud") {
		t.Errorf("copied was %q", got)
	}
	if w.report.said.Text() != w.desk.Text("report-pane.copied") || w.report.said.Hidden {
		t.Errorf("after copying it says %q", w.report.said.Text())
	}
	w.desk.Answer("vpn-filter", "none")
	if w.report.said.Text() != "" {
		t.Error("it says that a report was copied that has changed since")
	}
}

func TestTicksPutInWhoSomebodyIsForThisCaseAlone(t *testing.T) {
	w := openWindow(t)
	begun(w)
	must(w.desk.Session.SayAs("", "Grandma, write to g@example.com"))
	w.desk.ShowTab(desk.TabReport)
	if text := w.report.words(); strings.Contains(text, "Grandma") || strings.Contains(text, "g@example.com") {
		t.Errorf("who somebody is is told without being asked for:\n%s", text)
	}
	if got := w.report.left.Text(); !strings.Contains(got, "names") || !strings.Contains(got, "account") {
		t.Errorf("it says %q of what is left out", got)
	}
	w.report.names.Tapped(nil)
	if text := w.report.words(); !strings.Contains(text, "Grandma’s iPhone") || strings.Contains(text, "g@example.com") {
		t.Errorf("with names it reads:\n%s", text)
	}
	w.report.accounts.Tapped(nil)
	if text := w.report.words(); !strings.Contains(text, "g@example.com") || strings.Contains(text, "left out") {
		t.Errorf("with everything it reads:\n%s", text)
	}
	if w.report.left.Text() != w.desk.Text("report-pane.left.nothing") {
		t.Errorf("it says %q", w.report.left.Text())
	}
	file, err := w.shelf.Create(casefile.Header{Name: "Paul", Device: "iphone"})
	must(err)
	path, err := w.shelf.Path(file)
	must(err)
	w.open(path)
	w.desk.ShowTab(desk.TabReport)
	if text := w.report.words(); strings.Contains(text, "Paul") || w.report.names.On() || w.report.accounts.On() {
		t.Errorf("the ticks of one case hold for another:\n%s", text)
	}
}

func TestTheOwnerIsToldWhatToDo(t *testing.T) {
	w := openWindow(t)
	begun(w)
	w.desk.ShowTab(desk.TabReport)
	if strings.Contains(w.report.words(), w.desk.Text("report.to-do")) {
		t.Error("Apple Support is told what to do")
	}
	w.report.audience.List.SetSelectedIndex(int(report.ForOwner))
	text := w.report.words()
	for _, want := range []string{w.desk.Text("report.to-do"), "Turn off Low Data Mode for this Wi-Fi", "Open Settings.", "row Low Data Mode"} {
		if !strings.Contains(text, want) {
			t.Errorf("the owner's report lacks %q:\n%s", want, text)
		}
	}
}

func TestTheSuggestedNameTellsNobody(t *testing.T) {
	w := openWindow(t)
	file, err := w.shelf.Create(casefile.Header{Name: "a/b: Anna’s \"iPad\"?", Device: "ipad"})
	must(err)
	path, err := w.shelf.Path(file)
	must(err)
	w.open(path)
	w.desk.ShowTab(desk.TabReport)
	if got := w.report.fileName(); got != "iCloud Backup report, 2026-11-23.html" {
		t.Errorf("the suggested name is %q", got)
	}
	w.report.names.Tapped(nil)
	if got := w.report.fileName(); !strings.Contains(got, "Anna’s") || !strings.HasSuffix(got, ".html") || strings.ContainsAny(got, "/\\:\"?*<>|") {
		t.Errorf("with names the suggested name is %q", got)
	}
}

func TestTheEndOfTheNameSaysHowAReportIsSaved(t *testing.T) {
	for name, want := range map[string]string{
		"r.html": "<!DOCTYPE html>", "R.HTM": "<!DOCTYPE html>", "r": "<!DOCTYPE html>", "r.txt": "<!DOCTYPE html>", "r.md": "# iCloud Backup report", "r.PDF": "%PDF-1",
	} {
		t.Run(name, func(t *testing.T) {
			w := openWindow(t)
			begun(w)
			w.report.audience.List.SetSelectedIndex(int(report.ForOwner))
			path := filepath.Join(t.TempDir(), name)
			file, err := storage.Writer(storage.NewFileURI(path))
			must(err)
			w.report.write(file)
			if name == "r" || name == "r.txt" { // nobody looks for a web page there
				path += ".html"
			}
			data, err := os.ReadFile(path)
			must(err)
			if !bytes.HasPrefix(data, []byte(want)) {
				t.Errorf("the file begins with %q", data[:min(len(data), 40)])
			}
			if pictures := bytes.Count(data, []byte("src=\"data:image/svg")); strings.HasPrefix(want, "<") && pictures < 4 {
				t.Errorf("the page has %d pictures", pictures)
			}
			if got := w.report.said.Text(); got != w.desk.Text("report-pane.saved", "File", path) {
				t.Errorf("after saving it says %q", got)
			}
			if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
				t.Errorf("beside the report there is more: %v %v", left, err)
			}
			if w.report.saveAs.Disabled() {
				t.Error("nothing can be saved any more")
			}
		})
	}
}

// What went wrong before is not told any more beside what went well.
func TestASavedReportTakesTheFailureBack(t *testing.T) {
	w := openWindow(t)
	begun(w)
	w.desk.ShowTab(desk.TabReport)
	folder := t.TempDir()
	gone := filepath.Join(folder, "gone")
	must(os.Mkdir(gone, 0o755))
	file, err := storage.Writer(storage.NewFileURI(filepath.Join(gone, "r.html")))
	must(err)
	must(os.RemoveAll(gone))
	w.report.write(file)
	if !strings.Contains(allText(w.banner.content), "could not be saved") {
		t.Fatalf("the failure is told as %q", allText(w.banner.content))
	}
	must(os.WriteFile(filepath.Join(folder, "r.html"), []byte("another page"), 0o600))
	file, err = storage.Writer(storage.NewFileURI(filepath.Join(folder, "r")))
	must(err)
	w.report.write(file)
	if data, err := os.ReadFile(filepath.Join(folder, "r.html")); err != nil || string(data) != "another page" {
		t.Errorf("another page was written over: %q %v", data, err)
	}
	file, err = storage.Writer(storage.NewFileURI(filepath.Join(folder, "s.html")))
	must(err)
	w.report.write(file)
	if text := allText(w.banner.content); strings.Contains(text, "could not be saved") && w.banner.content.Visible() {
		t.Errorf("beside the saved report it says %q", text)
	}
	if got := w.report.said.Text(); !strings.Contains(got, filepath.Join(folder, "s.html")) {
		t.Errorf("the place is told as %q", got)
	}
}

func TestAReportThatCanNotBeSavedIsTold(t *testing.T) {
	w := openWindow(t)
	begun(w)
	told := func() string {
		defer w.dismiss()
		return allText(w.banner.content)
	}
	folder := filepath.Join(t.TempDir(), "gone")
	must(os.Mkdir(folder, 0o755))
	file, err := storage.Writer(storage.NewFileURI(filepath.Join(folder, "r.html")))
	must(err)
	must(os.RemoveAll(folder))
	w.report.write(file)
	if got := told(); !strings.Contains(got, "r.html could not be saved") || strings.Contains(got, folder) {
		t.Errorf("a folder that is gone is told as %q", got)
	}
	if !w.report.said.Hidden || w.report.saveAs.Disabled() {
		t.Errorf("after that it says %q", w.report.said.Text())
	}
	folder = t.TempDir()
	file, err = storage.Writer(storage.NewFileURI(filepath.Join(folder, "r.html")))
	must(err)
	must(os.Remove(filepath.Join(folder, "r.html")))
	must(os.Mkdir(filepath.Join(folder, "r.html"), 0o755))
	w.report.write(file)
	if got := told(); !strings.Contains(got, "r.html could not be saved") || strings.Contains(got, folder) {
		t.Errorf("a folder in the place of the file is told as %q", got)
	}
	elsewhere, err := storage.ParseURI("elsewhere:/r.pdf")
	must(err)
	w.report.write(fullDisk{elsewhere})
	if got := told(); !strings.Contains(got, "disk full") {
		t.Errorf("a full disk is told as %q", got)
	}
}

// hole draws nothing.
type hole struct{}

func (hole) Draw(report.Subject) (*drawing.Drawing, error) { return nil, errors.New("no ink") }

func TestAReportIsSavedWithoutPicturesThatCanNotBeDrawn(t *testing.T) {
	w := openWindow(t)
	begun(w)
	path := filepath.Join(t.TempDir(), "r.html")
	file, err := storage.Writer(storage.NewFileURI(path))
	must(err)
	w.report.options.For = report.ForOwner
	pictures, err := export(w.report.document(), hole{}, file, nil)
	data, readErr := os.ReadFile(path)
	if pictures == nil || err != nil || readErr != nil || !strings.Contains(string(data), "</html>") {
		t.Errorf("told are %v, %v, %v, and %d bytes are written", pictures, err, readErr, len(data))
	}
}

func TestSavingBesideTheWindowShowsThatItGoesOn(t *testing.T) {
	w := openWindow(t)
	begun(w)
	w.desk.ShowTab(desk.TabReport)
	path := filepath.Join(t.TempDir(), "r.pdf")
	file, err := storage.Writer(storage.NewFileURI(path))
	must(err)
	w.report.run = func(work func()) {
		if !w.report.saveAs.Disabled() {
			t.Error("the report can be saved twice at a time")
		}
		w.report.going(0.5)
		if w.report.said.Hidden || !strings.Contains(w.report.said.Text(), "50") {
			t.Errorf("in between it says %q", w.report.said.Text())
		}
		work()
	}
	w.report.write(file)
	if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("%v, %d bytes are written", err, len(data))
	}
	if w.report.said.Text() != w.desk.Text("report-pane.saved", "File", path) {
		t.Errorf("in the end it says %q", w.report.said.Text())
	}
}

func TestTheReportIsSavedByKeyboard(t *testing.T) {
	w := openWindow(t)
	begun(w)
	w.goTo(desk.TabReport)
	c := w.window.Canvas()
	if c.Focused() != fyne.Focusable(w.report.saveAs) {
		t.Fatalf("the keyboard is at %T", c.Focused())
	}
	reached := map[fyne.Focusable]bool{}
	for range 80 {
		c.FocusNext()
		reached[c.Focused()] = true
	}
	for _, control := range []fyne.Focusable{w.report.audience.List, w.report.names, w.report.accounts, w.report.saveAs} {
		if !reached[control] {
			t.Errorf("the keyboard does not reach %T", control)
		}
	}
	w.goTo(desk.TabReport)
	w.report.saveAs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c.Overlays().Top() == nil {
		t.Error("Enter does not ask where to save")
	}
}
