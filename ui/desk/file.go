package desk

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/words"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// File is a file that a person is asked a place for.
type File struct {
	Title string   // of the sheet
	Name  string   // suggested, with its end
	Ends  []string // with which a name may end, such as ".pdf"; any other name gets the end of Name
	IsNew bool     // a file that is there already can't be chosen
}

// fileSheet asks for name and folder of a file.
type fileSheet struct {
	desk    *Desk
	window  fyne.Window
	file    File
	chosen  func(path string)
	sheet   *Sheet
	name    *form.Entry
	folders []string
	folder  *form.Select
	path    *paint.Paragraph // of the chosen folder
	save    *widgets.Button
	warned  string // the file there that the person was warned of
}

// AskForFile asks over a window where a file is to be kept. A person who decides calls chosen with its
// absolute path; a file that is there already is named first.
func (d *Desk) AskForFile(w fyne.Window, f File, chosen func(path string)) {
	s := &fileSheet{desk: d, window: w, file: f, chosen: chosen, folders: d.hooks.Outside.Folders()}
	s.save = widgets.NewPrimaryButton(d.Text("file.save"), s.confirm)
	s.sheet = d.NewSheet(w, f.Title, "", s.save)
	s.sheet.Cancels()
	s.name = s.sheet.NewEntry(f.Name, s.confirm)
	s.name.OnChanged = func(string) { s.forgive() }
	if d.folder != "" && !slices.Contains(s.folders, d.folder) {
		s.folders = append(s.folders, d.folder)
	}
	s.folder = s.sheet.NewSelect(nil, -1, s.choose)
	s.path = paint.NewCaption("")
	s.showFolder(max(slices.Index(s.folders, d.folder), 0))
	s.sheet.Body.Objects = []fyne.CanvasObject{
		d.Labelled("file.name", s.name),
		flow.NewColumn(theme.SpaceXS, d.Labelled("file.folder", s.folder), s.path),
	}
	s.sheet.Show()
	w.Canvas().Focus(s.name)
}

// showFolder shows the folders with one chosen.
func (s *fileSheet) showFolder(at int) {
	names := make([]string, 0, len(s.folders)+1)
	for _, folder := range s.folders {
		name := filepath.Base(folder)
		if slices.Contains(names, name) {
			name = folder
		}
		names = append(names, name)
	}
	choose := s.folder.OnChanged
	s.folder.OnChanged = nil // nobody chooses
	s.folder.SetOptions(append(names, s.desk.Text("file.other")))
	if at < len(s.folders) {
		s.folder.SetSelectedIndex(at)
		s.path.SetText(s.folders[at])
	}
	s.path.Hidden = at >= len(s.folders)
	s.folder.OnChanged = choose
}

// choose takes a folder of the list, or asks for another one.
func (s *fileSheet) choose(at int) {
	s.forgive()
	if at < len(s.folders) {
		s.desk.folder = s.folders[at]
		s.showFolder(at)
		s.sheet.Relayout()
		return
	}
	before := slices.Index(s.folders, s.path.Text())
	s.showFolder(max(before, 0))
	other := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if s.sheet.ReportError(err) || folder == nil { // otherwise cancelled
			return
		}
		path := filepath.FromSlash(folder.Path())
		if !slices.Contains(s.folders, path) {
			s.folders = append(s.folders, path)
		}
		s.choose(slices.Index(s.folders, path))
	}, s.window)
	if here, err := storage.ListerForURI(storage.NewFileURI(s.path.Text())); err == nil {
		other.SetLocation(here)
	}
	other.Show()
}

// forgive takes a problem away that another name or folder may have solved.
func (s *fileSheet) forgive() {
	s.warned = ""
	s.save.SetText(s.desk.Text("file.save"))
	s.sheet.SetProblem("")
}

// notInNames are the characters that a name can't have on one of the systems.
const notInNames = `/\:*?"<>|`

// confirm hands over the path, unless something is wrong with it.
func (s *fileSheet) confirm() {
	name := strings.TrimSpace(s.name.Text)
	at := s.folder.SelectedIndex()
	switch {
	case name == "" || strings.Trim(name, ".") == "":
		s.sheet.SetProblem(s.desk.Text("file.name.missing"))
		return
	case strings.ContainsAny(name, notInNames):
		s.sheet.SetProblem(s.desk.Text("file.name.wrong",
			"Characters", strings.Join(strings.Split(notInNames, ""), " ")))
		return
	case at < 0 || at >= len(s.folders):
		s.sheet.SetProblem(s.desk.Text("file.folder.missing"))
		return
	}
	if !slices.Contains(s.file.Ends, strings.ToLower(filepath.Ext(name))) {
		name += filepath.Ext(s.file.Name)
	}
	path := filepath.Join(s.folders[at], name)
	if info, err := os.Stat(path); err == nil && (info.IsDir() || s.file.IsNew || s.warned != path) {
		s.sheet.SetProblem(s.desk.Text(s.taken(path, info.IsDir()), "File", name))
		return
	}
	s.desk.folder = s.folders[at]
	s.sheet.Close()
	s.chosen(path)
}

// taken returns the key of what is said when something lies at a path. A file may be replaced after that.
func (s *fileSheet) taken(path string, isFolder bool) string {
	switch {
	case isFolder:
		return "file.is-folder"
	case s.file.IsNew:
		return "cases.error.taken"
	}
	s.warned = path
	s.save.SetText(s.desk.Text("file.replace"))
	return "file.exists"
}

// WriteFile writes a file beside its place and then moves it there, so that there is never half a file. The
// error names the file and says what to do.
func WriteFile(path string, data []byte) error {
	beside := path + ".saving"
	err := plainfile.Write(beside, data)
	if err == nil {
		err = os.Rename(beside, path)
	}
	if err == nil {
		return nil
	}
	// Ignore the error: there may be nothing to remove.
	_ = os.Remove(beside)
	reason := err
	if at, ok := errors.AsType[*os.PathError](err); ok {
		reason = at.Err // the name is in the sentence
	}
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		reason = link.Err // the names in it are of our own making
	}
	return words.Wrap(reason, "file.failed", "File", filepath.Base(path))
}
