package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk/desktest"
)

func TestACaseIsOpenedByDropOrByAnotherStart(t *testing.T) {
	w := openWindow(t)
	first := w.desk.Session.File().Path()
	folder := t.TempDir()
	write := func(name string) string {
		path := filepath.Join(folder, name)
		c := casefile.Case{Name: strings.TrimSuffix(name, filepath.Ext(name)), Device: "ipad"}
		desktest.Must(os.WriteFile(path, casefile.Format(c), 0o600))
		return path
	}
	ours, older := write("Jürgens “iPad” #1 100%.backupcase"), write("Older.toml")
	picture := filepath.Join(folder, "picture.png")
	desktest.Must(os.WriteFile(picture, []byte("\x89PNG"), 0o600))
	for _, test := range []struct {
		name string
		do   func()
		want string // path of the open case
		says string // in the banner
	}{
		{"a picture", func() { w.drop([]fyne.URI{storage.NewFileURI(picture)}) }, first, "picture.png is no case file"},
		{"nothing", func() { w.drop(nil) }, first, ""},
		{"a case", func() { w.drop([]fyne.URI{storage.NewFileURI(picture), storage.NewFileURI(ours)}) }, ours, ""},
		{"from another start", func() { w.OpenFile(older) }, older, ""},
		{"the open one", func() { w.OpenFile(older) }, older, ""},
		{"over a sheet", func() { w.showCases(); w.OpenFile(ours) }, ours, ""},
		{"one that is gone", func() { w.OpenFile(filepath.Join(folder, "gone.backupcase")) }, ours, "gone.backupcase"},
	} {
		w.banner.clear()
		test.do()
		if got := w.desk.Session.File().Path(); got != test.want {
			t.Errorf("%s: %s is open", test.name, got)
		}
		if w.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: a sheet of the case before is still there", test.name)
		}
		if got := desktest.Text(w.banner.content); !strings.Contains(got, test.says) || test.says == "" && w.banner.content.Visible() {
			t.Errorf("%s: the banner says %q", test.name, got)
		}
	}
}
