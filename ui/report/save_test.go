package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/drawing"
	"backupdoctor/logic/report"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
)

// press presses a button of the pane, and then the one that saves on the sheet that asks for the file.
func press(t *testing.T, s *desktest.Stage, p *Pane, key string) {
	t.Helper()
	if !desktest.Press(p.content, s.Desk.Text(key)) {
		t.Fatalf("there is no button %q", s.Desk.Text(key))
	}
	top := s.Window.Canvas().Overlays().Top()
	if top == nil || !desktest.Press(top, s.Desk.Text("file.save")) {
		t.Fatalf("%q does not ask where to save", s.Desk.Text(key))
	}
}

func TestEachButtonWritesWhatItSays(t *testing.T) {
	for key, want := range map[string]string{
		"report-pane.save": "<!DOCTYPE html>", "report-pane.save-pdf": "%PDF-1", "report-pane.print": "%PDF-1",
	} {
		t.Run(key, func(t *testing.T) {
			s, p := open(t)
			s.Desk.ShowTab(desk.TabReport)
			if key == "report-pane.print" {
				desktest.Press(p.content, s.Desk.Text(key))
			} else {
				press(t, s, p, key)
			}
			path := p.status.Path()
			data, err := os.ReadFile(path)
			desktest.Must(err)
			if !bytes.HasPrefix(data, []byte(want)) {
				t.Errorf("%s begins with %q", path, data[:min(len(data), 40)])
			}
			if key == "report-pane.print" {
				if len(s.Outside.Opened) != 1 || s.Outside.Opened[0] != path || !strings.Contains(p.status.Text(), "Print it") {
					t.Errorf("%q is opened, and the pane says %q", s.Outside.Opened, p.status.Text())
				}
				return
			}
			if got := p.status.Text(); got != s.Desk.Text("report-pane.saved", "File", path) || len(s.Outside.Opened) > 0 {
				t.Errorf("after saving it says %q, and %q is opened", got, s.Outside.Opened)
			}
			desktest.Press(p.content, s.Desk.Text("file.open"))
			desktest.Press(p.content, s.Desk.Text("file.show"))
			if got := append(s.Outside.Opened, s.Outside.Shown...); len(got) != 2 || got[0] != path || got[1] != path {
				t.Errorf("opened and shown is %q", got)
			}
			if s.Desk.Answer("vpn-filter", "none"); p.status.Text() != "" {
				t.Errorf("of a report that has changed since it says %q", p.status.Text())
			}
		})
	}
}

// What was printed before is not kept: a report tells much.
func TestOneReportIsKeptForPrinting(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	own := filepath.Join(p.printed, "mine", "own.pdf")
	desktest.Must(os.MkdirAll(filepath.Dir(own), 0o700))
	desktest.Must(os.WriteFile(own, nil, 0o600))
	p.Print()
	p.choose(func(o *report.Options) { o.Names = true }) // another name of the file
	p.Print()
	left, err := filepath.Glob(filepath.Join(p.printed, "*.pdf"))
	if err != nil || len(left) != 1 || filepath.Base(left[0]) != p.fileName(endPDF) {
		t.Errorf("kept are %v, %v", left, err)
	}
	if _, err := os.Stat(own); err != nil {
		t.Error("a file that the program did not place is gone")
	}
}

// A start removes what earlier ones printed, and a window that stays open what it printed a day ago. What another window
// prints at this moment stays, and so does what was never printed here.
func TestNoPrintedReportStays(t *testing.T) {
	s, p := open(t)
	place := func(name string, age time.Duration) string {
		path := filepath.Join(p.printed, name)
		desktest.Must(os.MkdirAll(filepath.Dir(path), 0o700))
		desktest.Must(os.WriteFile(path, nil, 0o600))
		desktest.Must(os.Chtimes(path, time.Time{}, p.now().Add(-age)))
		return path
	}
	old, now := place("old.pdf", time.Hour), place("now.pdf", time.Minute)
	note, below := place("note.txt", time.Hour), place(filepath.Join("mine", "own.pdf"), time.Hour)
	New(s.Desk, s.Window, p.now, nil, p.printed)
	for path, stays := range map[string]bool{old: false, now: true, note: true, below: true} {
		if _, err := os.Stat(path); (err == nil) != stays {
			t.Errorf("%s after a start: %v", filepath.Base(path), err)
		}
	}

	s.Desk.ShowTab(desk.TabReport)
	p.Print()
	clock := p.now()
	p.now = func() time.Time { return clock }
	desktest.Must(os.Chtimes(p.last, time.Time{}, clock))
	p.lastAt = clock
	for _, test := range []struct {
		later time.Duration
		stays bool
	}{{23 * time.Hour, true}, {25 * time.Hour, false}} {
		clock = p.lastAt.Add(test.later)
		p.Show(s.Desk.View())
		if _, err := os.Stat(p.last); (err == nil) != test.stays {
			t.Errorf("after %v: %v", test.later, err)
		}
	}
}

func TestTheEndOfTheNameSaysHowAReportIsWritten(t *testing.T) {
	for name, want := range map[string]string{
		"r.html": "<!DOCTYPE html>", "R.HTM": "<!DOCTYPE html>", "r.md": "# iCloud Backup report", "r.PDF": "%PDF-1",
	} {
		s, p := open(t)
		s.Desk.ShowTab(desk.TabReport)
		path := filepath.Join(t.TempDir(), name)
		written := 0
		p.write(path, func() { written++ })
		data, err := os.ReadFile(path)
		desktest.Must(err)
		if !bytes.HasPrefix(data, []byte(want)) || written != 1 {
			t.Errorf("%s begins with %q", name, data[:min(len(data), 40)])
		}
		if pictures := bytes.Count(data, []byte("src=\"data:image/svg")); strings.HasPrefix(want, "<") && pictures < 4 {
			t.Errorf("the page has %d pictures", pictures)
		}
		if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
			t.Errorf("beside the report there is more: %v %v", left, err)
		}
		if p.savePDF.Disabled() {
			t.Error("nothing can be saved any more")
		}
	}
}

// What went wrong is told with what to do, and no more once it went well.
func TestAReportThatCanNotBeSavedIsTold(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken.html")
	desktest.Must(os.Mkdir(taken, 0o755))
	for _, path := range []string{filepath.Join(folder, "gone", "r.html"), taken} {
		p.write(path, func() { t.Errorf("%s is told as written", path) })
		if got := s.Problem; !strings.Contains(got, filepath.Base(path)+" could not be saved") || strings.Contains(got, folder) {
			t.Errorf("%s is told as %q", path, got)
		}
		if p.status.Text() != "" || p.savePDF.Disabled() {
			t.Errorf("after that it says %q", p.status.Text())
		}
	}
	if p.write(filepath.Join(folder, "s.html"), func() {}); s.Problem != "" {
		t.Errorf("beside the saved report it says %q", s.Problem)
	}
}

// hole draws nothing.
type hole struct{}

func (hole) Draw(report.Subject) (*drawing.Drawing, error) { return nil, errors.New("no ink") }

func TestAReportIsSavedWithoutPicturesThatCanNotBeDrawn(t *testing.T) {
	_, p := open(t)
	path := filepath.Join(t.TempDir(), "r.html")
	p.options.For = report.ForOwner
	pictures, err := export(p.document(), hole{}, path, nil)
	data, readErr := os.ReadFile(path)
	if pictures == nil || err != nil || readErr != nil || !strings.Contains(string(data), "</html>") {
		t.Errorf("told are %v, %v, %v, and %d bytes are written", pictures, err, readErr, len(data))
	}
}

func TestSavingBesideTheWindowShowsThatItGoesOn(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	path := filepath.Join(t.TempDir(), "r.pdf")
	p.run = func(work func()) {
		for _, b := range p.writes {
			if !b.Disabled() {
				t.Errorf("%s can be pressed twice at a time", b.Text())
			}
		}
		if p.setProgress(0.5); !strings.Contains(p.status.Text(), "50") {
			t.Errorf("in between it says %q", p.status.Text())
		}
		work()
	}
	p.write(path, func() { p.setStatus("there") })
	if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("%v, %d bytes are written", err, len(data))
	}
	if p.status.Text() != "there" {
		t.Errorf("in the end it says %q", p.status.Text())
	}
}

func TestTheReportIsSavedByKeyboard(t *testing.T) {
	s, p := open(t)
	s.Desk.ShowTab(desk.TabReport)
	c := s.Window.Canvas()
	p.FocusFirst(c)
	if c.Focused() != fyne.Focusable(p.savePDF) {
		t.Fatalf("the keyboard is at %T", c.Focused())
	}
	reached := map[fyne.Focusable]bool{}
	for range 80 {
		c.FocusNext()
		reached[c.Focused()] = true
	}
	controls := []fyne.Focusable{p.audience, p.names, p.accounts}
	for _, b := range p.writes {
		controls = append(controls, b)
	}
	for _, control := range controls {
		if !reached[control] {
			t.Errorf("the keyboard does not reach %T", control)
		}
	}
	p.FocusFirst(c)
	desktest.PressKey(c, fyne.KeyReturn)
	entry, ok := c.Focused().(*form.Entry)
	if !ok || !strings.HasSuffix(entry.Text, ".pdf") {
		t.Fatalf("Enter leads to %T", c.Focused())
	}
	entry.SetText("for Ada")
	entry.OnSubmitted("")
	if _, err := os.Stat(filepath.Join(s.Outside.Folder, "for Ada.pdf")); err != nil {
		t.Error(err)
	}
}
