//go:build unix

package ui

import (
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/phone"
	"backupdoctor/ui/widgets"
)

// The benchmarks measure our own time for what a person does: derive the new state and bring the window up to
// date, up to where the toolkit paints. ns/op is by the clock, saving on the disk included; own-ms/op is the
// processor's time of all goroutines, which a busy machine disturbs less. A frame has 16 ms.

// opened is a window in a state of the gallery.
func opened(b *testing.B, prepare func(*Window)) *Window {
	b.Helper()
	a := test.NewTempApp(b)
	w, err := New(Start{App: a, Library: desktest.Library(b), Home: b.TempDir(), Now: desktest.Noon})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = w.desk.Session.File().Close() })
	w.window.Resize(defaultSize)
	w.guide.SetReduceMotion(true)
	prepare(w)
	return w
}

// alternate measures two changes that undo each other.
func alternate(b *testing.B, there, back func()) {
	there()
	back()
	spent := processorTime(b)
	b.ResetTimer()
	for b.Loop() {
		there()
		there, back = back, there
	}
	b.ReportMetric(float64((processorTime(b)-spent).Microseconds())/1000/float64(b.N), "own-ms/op")
}

// processorTime is what the process has used of the processors.
func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkStepChange answers the step on the screen, so that the guide goes on to the next, and takes it
// back.
func BenchmarkStepChange(b *testing.B) {
	w := opened(b, found)
	w.desk.Undo()
	alternate(b, w.desk.Redo, w.desk.Undo)
}

// BenchmarkTick answers in the checklist while the guide stays where it is, with all causes in sight.
func BenchmarkTick(b *testing.B) {
	w := opened(b, func(w *Window) {
		found(w)
		desktest.Press(w.causes.Object(), w.desk.Text("causes.all"))
		w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "low-data-mode"})
	})
	w.desk.Undo()
	alternate(b, w.desk.Redo, w.desk.Undo)
}

// BenchmarkKeyInStorage types a digit into a field of the storage tab and deletes it, while the planner shows
// a household with everything unfolded.
func BenchmarkKeyInStorage(b *testing.B) {
	w := opened(b, household)
	unfold(w, w.desk.Text("storage-pane.cloud"), w.desk.Text("storage-pane.device", "Device", "iPhone"), w.desk.Text("storage-pane.devices"),
		w.desk.Text("storage-pane.family"), w.desk.Text("storage-pane.bundle"))
	entry := nextBackup(w)
	w.window.Canvas().Focus(entry)
	alternate(b, func() { entry.TypedRune('1') }, func() { entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) })
}

// BenchmarkTab goes from the guide to another tab and back.
func BenchmarkTab(b *testing.B) {
	for _, to := range []desk.Tab{desk.TabStorage, desk.TabReport} {
		b.Run(string(to), func(b *testing.B) {
			w := opened(b, household)
			alternate(b, func() { w.desk.ShowTab(to) }, func() { w.desk.ShowTab(desk.TabGuide) })
		})
	}
}

// BenchmarkWhy opens the reasons for the step and closes them.
func BenchmarkWhy(b *testing.B) {
	w := opened(b, found)
	turn := func() {
		if !desktest.Press(w.guide.Object(), w.desk.Text("guide.why")) {
			desktest.Press(w.guide.Object(), w.desk.Text("guide.why.close"))
		}
	}
	alternate(b, turn, turn)
}

// BenchmarkPicturePage turns to the next picture of the way through Settings and back.
func BenchmarkPicturePage(b *testing.B) {
	w := opened(b, func(w *Window) {
		begun(w)
		w.desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "low-data-mode"})
	})
	pager := desktest.Find[*phone.Pager](w.guide.Object())
	if pager.Phone().Pages() < 2 {
		b.Fatal("the step has one picture only")
	}
	alternate(b, func() { pager.SetPage(0) }, func() { pager.SetPage(1) })
}

// BenchmarkReportTick puts names into the owner's report, pictures and all, and takes them out again.
func BenchmarkReportTick(b *testing.B) {
	w := opened(b, found)
	w.desk.ShowTab(desk.TabReport)
	names := desktest.Labelled[*widgets.Tick](w.report.Object(), w.desk.Text("report-pane.names"))
	alternate(b, func() { names.Tapped(nil) }, func() { names.Tapped(nil) })
}
