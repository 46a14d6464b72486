package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
)

func TestTheReportIsCopiedAsItIsShown(t *testing.T) {
	w := openWindow(t)
	begun(w)
	if w.report.shown != "" {
		t.Error("the report is written although nobody looks at it")
	}
	w.desk.show(tabReport)
	if !strings.Contains(w.report.shown, "Grandma") || !strings.Contains(w.report.text.String(), "Grandma") {
		t.Errorf("the report on the screen is %q", w.report.text.String())
	}
	w.report.copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != w.report.shown {
		t.Errorf("copied was %q", got)
	}
	if w.report.said.Text() != w.desk.text("report-pane.copied") {
		t.Errorf("after copying it says %q", w.report.said.Text())
	}
	w.desk.answer("vpn-filter", "none")
	if w.report.said.Text() != "" {
		t.Error("it says that a report was copied that has changed since")
	}
}

func TestTheReportIsNamedAfterItsCase(t *testing.T) {
	w := openWindow(t)
	file, err := w.shelf.Create(casefile.Header{Name: "a/b: Anna’s \"iPad\"?", Device: "ipad"})
	must(err)
	path, err := w.shelf.Path(file)
	must(err)
	w.open(path)
	got := w.report.fileName()
	if !strings.Contains(got, "Anna’s") || !strings.HasSuffix(got, ".md") || strings.ContainsAny(got, "/\\:\"?*<>|") {
		t.Errorf("the suggested name is %q", got)
	}
}
