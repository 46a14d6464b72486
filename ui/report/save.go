package report

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	fynetheme "fyne.io/fyne/v2/theme"

	"backupdoctor/logic/drawing"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
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
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			p.desk.ReportError(p.failure("", err))
		case file != nil: // otherwise cancelled
			p.write(file)
		}
	}, p.window)
	d.SetFilter(storage.NewExtensionFileFilter(ends))
	d.SetFileName(p.fileName(end))
	d.Show()
}

// failure returns the error that a report was not saved. Without a name, the name is taken from the error.
func (p *Pane) failure(name string, err error) error {
	reason := err
	if path, ok := errors.AsType[*os.PathError](err); ok {
		reason = path.Err // the name is in the sentence
		if name == "" {
			name = filepath.Base(path.Path)
		}
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		reason = link.Err // the names in it are of our own making
	}
	if name == "" {
		name = p.fileName(endHTML)
	}
	p.failed = true
	return errors.New(p.desk.Text("report-pane.failed", "File", name, "Error", reason.Error()))
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

// write puts the report into an open file in the background and shows the result.
func (p *Pane) write(file fyne.URIWriteCloser) {
	file, err := p.withExtension(file)
	name := file.URI().Name()
	if err != nil {
		p.setStatus("")
		p.desk.ReportError(p.failure(name, err))
		return
	}
	d := p.documentOf(p.viewFor(file.URI().Extension()))
	if p.artist == nil {
		p.artist = newArtist(p.desk.Text)
	}
	p.saveAs.Disable() // one at a time
	p.savePDF.Disable()
	done := func(pictures, err error) {
		p.saveAs.Enable()
		p.savePDF.Enable()
		switch {
		case err != nil:
			p.setStatus("")
			p.desk.ReportError(p.failure(name, err))
		case pictures != nil:
			fyne.LogError("pictures of the report", pictures)
			p.saved("report-pane.saved.plain", file.URI())
		default:
			p.saved("report-pane.saved", file.URI())
		}
	}
	if p.run == nil {
		done(export(d, p.artist, file, nil))
		return
	}
	since := time.Now()
	p.run(func() {
		pictures, err := export(d, besides{p.artist}, file, func(n, of int) {
			if time.Since(since) > slow {
				fyne.Do(func() { p.setProgress(float64(n) / float64(of)) })
			}
		})
		fyne.Do(func() { done(pictures, err) })
	})
}

// saved shows the full path of the report, and closes the error of an earlier save.
func (p *Pane) saved(key string, at fyne.URI) {
	where := at.Name()
	if at.Scheme() == "file" {
		where = filepath.FromSlash(at.Path())
	}
	if p.failed {
		p.failed = false
		p.desk.DismissError()
	}
	p.setStatus(p.desk.Text(key, "File", where))
}

// withExtension returns the file itself when its name says how a report is written. Any other name on the
// disk gets the extension of a web page, since nobody looks for a web page in r.txt: the empty file that the
// dialog made is removed, and an existing file of the new name is left alone. The file that is not returned
// is closed.
func (p *Pane) withExtension(file fyne.URIWriteCloser) (fyne.URIWriteCloser, error) {
	at := file.URI()
	if at.Scheme() != "file" || slices.Contains(ends, strings.ToLower(at.Extension())) {
		return file, nil
	}
	path := at.Path()
	if err := file.Close(); err != nil {
		return file, err
	}
	if made, err := os.Stat(path); err == nil && made.Mode().IsRegular() && made.Size() == 0 {
		if err := os.Remove(path); err != nil {
			return file, err
		}
	}
	next := storage.NewFileURI(path + endHTML)
	if there, err := storage.Exists(next); err != nil || there {
		return file, cmp.Or(err, errors.New(p.desk.Text("report-pane.exists")))
	}
	writer, err := storage.Writer(next)
	if err != nil {
		return file, err
	}
	return writer, nil
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

// export writes a document into an open file and closes the file. The extension says how; the default is a
// web page. The error pictures names pictures that could not be drawn; the file is whole without them.
func export(d *report.Document, by report.Artist, file fyne.URIWriteCloser,
	done func(n, of int),
) (pictures, err error) {
	var out bytes.Buffer
	switch strings.ToLower(file.URI().Extension()) {
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
		return pictures, errors.Join(err, file.Close())
	}
	if file.URI().Scheme() == "file" {
		err = file.Close()
		if err == nil {
			err = replace(file.URI().Path(), out.Bytes())
		}
		return pictures, err
	}
	_, err = io.Copy(file, &out)
	return pictures, errors.Join(err, file.Close())
}

// replace writes a file beside its place and then moves it there, so that there is never half a file. Where
// no file can be made beside it, the file is written in place.
func replace(path string, data []byte) error {
	beside, err := os.CreateTemp(filepath.Dir(path), ".report-*")
	if err != nil {
		return os.WriteFile(path, data, 0o600)
	}
	defer func() { _ = os.Remove(beside.Name()) }() // gone already when all went well
	_, err = beside.Write(data)
	if err == nil {
		err = beside.Sync()
	}
	if err = errors.Join(err, beside.Close()); err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	return os.Rename(beside.Name(), path)
}
