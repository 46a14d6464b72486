package report

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/logic/drawing"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/phone"
)

// The extensions that say how a report is written.
const (
	endHTML     = ".html"
	endPDF      = ".pdf"
	endMarkdown = ".md"
)

// ends are all extensions that say so.
var ends = []string{endHTML, ".htm", endPDF, endMarkdown, ".markdown"}

// slow is how long saving may take without showing that it goes on.
const slow = 300 * time.Millisecond

// save asks for a file and writes the report into it. The suggested name has the given end.
func (p *Pane) save(end string) {
	p.desk.AskForFile(p.window, desk.File{
		Title: p.desk.Text("report-pane.save-title"), Name: p.fileName(end), Ends: ends,
	}, func(path string) {
		p.write(path, func() { p.status.Tell(p.desk.Text("report-pane.saved", "File", path), path) })
	})
}

// Print writes the report as PDF into the folder for printing and opens it, so that the computer's viewer
// prints it. The file that was printed before is removed, and so are those of earlier starts.
func (p *Pane) Print() {
	path := filepath.Join(p.printed, p.fileName(endPDF))
	// Ignore the errors: writing tells what is wrong with the folder.
	if p.last != "" {
		_ = os.Remove(p.last)
	}
	_ = os.MkdirAll(p.printed, 0o700)
	p.write(path, func() {
		p.last, p.lastAt = path, p.now()
		p.status.Tell(p.desk.Text("report-pane.printing"), path)
		p.desk.OpenOutside(path)
	})
}

// How long a report stays in the folder for printing: a viewer may still read it in the first minutes, and nobody prints
// it a day later.
const (
	beingPrinted = 10 * time.Minute
	mostPrinted  = 24 * time.Hour
)

// tidy removes the reports in the folder for printing that are older than an age.
func (p *Pane) tidy(age time.Duration) {
	files, _ := filepath.Glob(filepath.Join(p.printed, "*"+endPDF)) // there is none in a folder that can't be read
	for _, file := range files {
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() && p.now().Sub(info.ModTime()) > age {
			_ = os.Remove(file) // the next start tries again
		}
	}
}

// viewFor returns the view for a file with an extension. A PDF is in English where its fonts lack the letters
// of the phone's language.
func (p *Pane) viewFor(end string) *session.View {
	view := p.desk.View()
	alphabet, err := p.desk.Base.Alphabet(view.Device.Language)
	if err == nil && strings.ToLower(end) == endPDF && phone.IsWide(alphabet) {
		return p.desk.Session.Library().InEnglish(view)
	}
	return view
}

// write puts the report into a file in the background, and calls written when it is there. The end of the
// path says how.
func (p *Pane) write(path string, written func()) {
	d := p.documentOf(p.viewFor(filepath.Ext(path)))
	if p.artist == nil {
		p.artist = newArtist(p.desk.Text)
	}
	p.setBusy(true)
	done := func(pictures, err error) {
		p.setBusy(false)
		if err != nil {
			p.failed = true
			p.setStatus("")
			p.desk.ReportError(err)
			return
		}
		if p.failed {
			p.failed = false
			p.desk.DismissError()
		}
		written()
		if pictures != nil {
			fyne.LogError("pictures of the report", pictures)
			p.status.Tell(p.desk.Text("report-pane.saved.plain", "File", path), path)
		}
		p.refresh()
	}
	if p.run == nil {
		done(export(d, p.artist, path, nil))
		return
	}
	since := time.Now()
	p.run(func() {
		pictures, err := export(d, besides{p.artist}, path, func(n, of int) {
			if time.Since(since) > slow {
				fyne.Do(func() { p.setProgress(float64(n) / float64(of)) })
			}
		})
		fyne.Do(func() { done(pictures, err) })
	})
}

// setBusy lets nothing be saved while something is.
func (p *Pane) setBusy(busy bool) {
	for _, b := range p.writes {
		if busy {
			b.Disable()
		} else {
			b.Enable()
		}
	}
}

// setProgress shows how far saving is, as a part of 1.
func (p *Pane) setProgress(part float64) {
	p.setStatus(p.desk.Text("report-pane.saving", "Percent", p.desk.Words.Percent(part)))
}

// besides lets another goroutine use an artist. Each picture is drawn on the window's goroutine, which
// answers the person in between.
type besides struct{ artist report.Artist }

// Draw implements report.Artist.
func (b besides) Draw(s report.Subject) (d *drawing.Drawing, err error) {
	fyne.DoAndWait(func() { d, err = b.artist.Draw(s) })
	return d, err
}

// export writes a document into a file. The end of the path says how; the default is a web page. The error
// pictures names pictures that could not be drawn; the file is whole without them.
func export(d *report.Document, by report.Artist, path string, done func(n, of int)) (pictures, err error) {
	var out bytes.Buffer
	switch strings.ToLower(filepath.Ext(path)) {
	case endMarkdown, ".markdown":
		out.WriteString(d.Markdown())
	case endPDF:
		pictures = d.Illustrate(context.Background(), by, done)
		err = d.PDF(&out, report.Fonts{
			Regular: fynetheme.DefaultTextFont().Content(), Bold: fynetheme.DefaultTextBoldFont().Content(),
		})
	default:
		pictures = d.Illustrate(context.Background(), by, done)
		err = d.HTML(&out)
	}
	if err != nil {
		return pictures, err
	}
	return pictures, desk.WriteFile(path, out.Bytes())
}
