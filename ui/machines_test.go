package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/session/guide"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// machine is a source that says what it is told to say.
type machine struct {
	id     string
	mu     sync.Mutex
	report evidence.Report
	looks  int
}

func (m *machine) ID() string           { return m.id }
func (m *machine) Limit() time.Duration { return time.Minute }
func (m *machine) Look(context.Context, evidence.About) evidence.Report {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.looks++
	return m.report
}

func (m *machine) asked() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.looks
}

// outage is what Apple's status page says during an outage.
func outage() evidence.Report {
	return evidence.Report{
		State: evidence.Found, Trouble: true, Brief: words.Say("evidence.status.brief.trouble"),
		What: words.Say("evidence.status.live", "Service", "iCloud Backup"), Page: "https://status.test/",
		Reading: casefile.Reading{Source: casefile.FromStatus, Time: desktest.Noon(), Facts: []casefile.Observed{{
			Check: "apple-status", Answer: "backup-event", How: casefile.HowPublished,
		}}},
	}
}

// blocked is what the test of the network says where a filter stands between.
func blocked() evidence.Report {
	return evidence.Report{
		State: evidence.Found, Trouble: true, Brief: words.Say("evidence.network.brief.trouble"),
		What: words.Say("evidence.network.blocked", "Hosts", "gateway.icloud.com"), Asks: words.Say("evidence.network.same"),
		Reading: casefile.Reading{Source: casefile.FromNetwork, Time: desktest.Noon(), Facts: []casefile.Observed{{
			Check: "network-reach", Answer: "fails", How: casefile.HowMeasured,
		}}},
	}
}

// withMachines opens a window with sources. settle waits for all looks and hands over what they told.
func withMachines(t *testing.T, set func(*settings.Settings), sources ...evidence.Source) (w *Window, settle func()) {
	t.Helper()
	home := t.TempDir()
	if set != nil {
		s := settings.Default()
		set(&s)
		desktest.Must(s.Save(filepath.Join(home, settings.FileName)))
	}
	told := make(chan evidence.Status, 1000)
	var board *evidence.Board
	var take func(evidence.Status)
	w, err := New(Start{
		App: test.NewTempApp(t), Library: desktest.Library(t), Home: home, Now: desktest.Noon,
		Outside: &desktest.Outside{Folder: home},
		Board: func(_ settings.Settings, tell func(evidence.Status), _ func(string)) *evidence.Board {
			take = tell
			board = evidence.NewBoard(desktest.Noon, func(s evidence.Status) { told <- s }, sources...)
			return board
		},
	})
	desktest.Must(err)
	w.window.Resize(defaultSize)
	t.Cleanup(func() {
		w.machines.stop()
		_ = w.desk.Session.File().Close()
	})
	return w, func() {
		board.Wait()
		for len(told) > 0 {
			take(<-told)
		}
	}
}

func tap(t *testing.T, in fyne.CanvasObject, text string) {
	t.Helper()
	if !desktest.Press(in, text) {
		t.Fatalf("there is no button %q in\n%s", text, desktest.Text(in))
	}
}

// Apple's status is asked at the start; an outage makes waiting the next step, but the page that is open stays.
func TestAnOutageComesToTheTop(t *testing.T) {
	status, net := &machine{id: "apple-status", report: outage()}, &machine{id: "network", report: blocked()}
	w, settle := withMachines(t, nil, status, net)
	w.guide.Choose(1)
	page := w.guide.Step()
	w.machines.start()
	settle()
	if status.asked() != 1 || net.asked() != 0 {
		t.Errorf("Apple was asked %d times, the network %d times", status.asked(), net.asked())
	}
	if w.guide.Step() != page {
		t.Errorf("the page turned from %v to %v", page, w.guide.Step())
	}
	strip := desktest.Text(w.machines.content)
	if !strings.Contains(strip, "Apple reports a problem (as of 12:00)") || !strings.Contains(strip, "1 thing was found") {
		t.Errorf("the strip says %q", strip)
	}
	tap(t, w.machines.content, w.desk.Text("evidence.go-on"))
	if step := w.guide.Step(); step.ID != "wait-for-apple" {
		t.Errorf("it goes on with %v", step)
	}
	if strip = desktest.Text(w.machines.content); strings.Contains(strip, "was found") {
		t.Errorf("gone on, the strip still says %q", strip)
	}
	if !w.bar.undo.Disabled() && w.desk.View().Case.Events[0].IsFact() {
		t.Error("undo would take a fact back")
	}
}

// An outage that is known before the person says what is wrong leads to waiting at once.
func TestAnOutageThatIsKnownLeads(t *testing.T) {
	w, settle := withMachines(t, nil, &machine{id: "apple-status", report: outage()}, &machine{id: "network"})
	w.machines.start()
	settle()
	if step := w.guide.Step(); step.Kind != "" {
		t.Fatalf("the first page gave way to %v", step)
	}
	w.guide.Choose(1)
	if step := w.guide.Step(); step.ID != "wait-for-apple" {
		t.Errorf("the first step is %v", step)
	}
}

// What is measured on the computer's network counts once the person says that the phone is on the same.
func TestTheNetworkCountsWhenThePhoneIsOnIt(t *testing.T) {
	net := &machine{id: "network", report: blocked()}
	w, settle := withMachines(t, nil, &machine{id: "apple-status", report: evidence.Failure(words.Say("evidence.no-answer"))}, net)
	w.machines.start()
	settle()
	facts := func() (n int) {
		for _, e := range w.desk.View().Case.Events {
			if e.IsFact() {
				n++
			}
		}
		return n
	}
	w.machines.openSheet()
	sheet := func() fyne.CanvasObject { return w.window.Canvas().Overlays().Top() }
	if said := desktest.Text(sheet()); !strings.Contains(said, "There was no answer in time.") {
		t.Errorf("the sheet says %q", said)
	}
	tap(t, sheet(), w.desk.Text("evidence.look"))
	settle()
	if net.asked() != 1 || facts() != 0 {
		t.Fatalf("asked %d times, %d facts before the person agreed", net.asked(), facts())
	}
	tap(t, sheet(), w.desk.Text("evidence.yes"))
	if facts() != 1 {
		t.Errorf("%d facts after the person agreed", facts())
	}
	if said := desktest.Text(sheet()); !strings.Contains(said, w.desk.Text("evidence.recorded")) {
		t.Errorf("the sheet says %q", said)
	}
}

// Agreeing counts for one look, since the computer may be on another network afterwards.
func TestAgreeingCountsForOneLook(t *testing.T) {
	net := &machine{id: "network", report: blocked()}
	w, settle := withMachines(t, nil, &machine{id: "apple-status"}, net)
	w.machines.start()
	settle()
	w.machines.openSheet()
	sheet := func() fyne.CanvasObject { return w.window.Canvas().Overlays().Top() }
	tap(t, sheet(), w.desk.Text("evidence.look"))
	settle()
	tap(t, sheet(), w.desk.Text("evidence.yes"))
	w.machines.board.Look(w.machines.about(true), "network")
	settle()
	if w.machines.agreed["network"] {
		t.Error("what was agreed to before counts for a new look")
	}
	if said := desktest.Text(sheet()); !strings.Contains(said, w.desk.Text("evidence.network.same")) {
		t.Errorf("it does not ask again: %q", said)
	}
}

// Another language builds the window anew: the board of before is closed.
func TestAnotherLanguageClosesTheBoard(t *testing.T) {
	w, settle := withMachines(t, nil, &machine{id: "apple-status", report: outage()}, &machine{id: "network"})
	w.machines.start()
	settle()
	before := w.machines.board
	w.build()
	looks := before.Statuses()
	before.Look(evidence.About{}, "apple-status")
	before.Wait()
	if after := before.Statuses(); after[0].State != looks[0].State || w.machines.board == before {
		t.Error("the board of before still looks")
	}
}

// Off means off: nothing is asked, now and after the next start.
func TestASourceThatIsOffIsNotAsked(t *testing.T) {
	status := &machine{id: "apple-status", report: outage()}
	w, settle := withMachines(t, func(s *settings.Settings) { s.Status.Off, s.Network.Off = true, true }, status, &machine{id: "network"})
	w.machines.start()
	settle()
	if status.asked() != 0 || w.machines.content.Visible() {
		t.Errorf("asked %d times; the strip is there: %v", status.asked(), w.machines.content.Visible())
	}
	w.machines.openSheet()
	test.Tap(desktest.Find[*widgets.Tick](w.window.Canvas().Overlays().Top()))
	settle()
	if w.settings.Status.Off || status.asked() != 0 {
		t.Errorf("off is %v; asked %d times without a click on Look now", w.settings.Status.Off, status.asked())
	}
}

// Without sources there is no band below the head of the window.
func TestNoStripStandsThereWithoutSources(t *testing.T) {
	w := openWindow(t)
	if w.machines.content.Visible() {
		t.Error("an empty band stands there")
	}
}

// Where all sources are off there is no strip, and the settings lead to them.
func TestSourcesThatAreOffAreSwitchedOnFromTheSettings(t *testing.T) {
	status := &machine{id: "apple-status", report: outage()}
	w, settle := withMachines(t, func(s *settings.Settings) { s.Status.Off = true }, status)
	w.machines.start()
	settle()
	if w.machines.content.Visible() || status.asked() != 0 {
		t.Fatalf("the strip is there, and Apple was asked %d times", status.asked())
	}
	w.showPreferences()
	tap(t, top(t, w), w.desk.Text("evidence.title"))
	desktest.Find[*widgets.Tick](top(t, w)).Tapped(nil)
	settle()
	if !w.machines.content.Visible() || w.settings.Status.Off {
		t.Error("the source stays off")
	}
}

// dear is a source whose look costs something.
type dear struct{ *machine }

func (dear) Cost() words.Sentence {
	return words.Say("evidence.upload.cost", "Megabytes", 25, "Seconds", 8)
}

// The upload is measured only by a click, below its price, and once the person agrees the planner counts with it.
func TestTheUploadIsMeasuredByAClick(t *testing.T) {
	upload := &machine{id: "upload", report: evidence.Report{
		State: evidence.Found, Brief: words.Say("evidence.upload.brief", "Speed", evidence.Figure(7.5)),
		What: words.Say("evidence.upload.found", "Speed", evidence.Figure(7.5), "Megabytes", evidence.Figure(9)),
		Asks: words.Say("evidence.network.same"),
		Reading: casefile.Reading{Source: casefile.FromNetwork, Time: desktest.Noon(), Facts: []casefile.Observed{{
			Check: "upload-speed", Answer: "medium", Value: "7.50 Mbit/s", How: casefile.HowMeasured,
		}}},
	}}
	w, settle := withMachines(t, nil, &machine{id: "apple-status"}, dear{upload})
	w.machines.start()
	w.machines.board.Look(w.machines.about(true))
	settle()
	if upload.asked() != 0 {
		t.Fatalf("measured %d times before a click", upload.asked())
	}
	desktest.FillStorage(w.desk)
	w.desk.ShowTab(desk.TabStorage)
	tap(t, w.storage.Object(), w.desk.Text("storage-pane.speed.measure"))
	if said := desktest.Text(top(t, w)); !strings.Contains(said, "25 MB") {
		t.Errorf("the price is not told: %q", said)
	}
	tap(t, top(t, w), w.desk.Text("evidence.measure"))
	settle()
	if v := w.desk.View(); upload.asked() != 1 || v.Plan.HasTransfer {
		t.Errorf("measured %d times, counted %v before the person agreed", upload.asked(), v.Plan.Transfer)
	}
	tap(t, top(t, w), w.desk.Text("evidence.yes"))
	if transfer := w.desk.View().Plan.Transfer; transfer.Speed != 7.5 || !transfer.Measured {
		t.Errorf("the planner counts with %+v", transfer)
	}
	if said := desktest.Text(w.storage.Object()); !strings.Contains(said, w.desk.Text("storage-pane.speed.measured")) {
		t.Errorf("the planner says %q", said)
	}
}

// The progress of a look moves its line and nothing else: the button to stop it stays the one that a finger is on.
func TestProgressLeavesTheSheetAlone(t *testing.T) {
	w, settle := withMachines(t, nil, dear{&machine{id: "upload"}})
	w.machines.start()
	settle()
	w.machines.openSheet()
	status := evidence.Status{ID: "upload", State: evidence.Looking, Cost: words.Say("evidence.upload.cost", "Megabytes", 25, "Seconds", 8)}
	w.machines.tell(status)
	buttons := desktest.Buttons(top(t, w))
	status.Progress = 0.5
	w.machines.tell(status)
	if !slices.Equal(desktest.Buttons(top(t, w)), buttons) {
		t.Error("the buttons are new: a press on one is lost")
	}
}

// The keyboard stays where it was when a look begins and ends, and when a source is switched.
func TestTheKeyboardStaysOnTheSheet(t *testing.T) {
	w, settle := withMachines(t, nil, &machine{id: "apple-status"}, &machine{id: "network", report: blocked()})
	w.machines.start()
	settle()
	w.machines.openSheet()
	canvas := w.window.Canvas()
	focused := func() string {
		if b, ok := canvas.Focused().(*widgets.Button); ok {
			return b.Text()
		}
		return ""
	}
	buttons := desktest.Buttons(top(t, w))
	look := buttons[slices.IndexFunc(buttons, func(b *widgets.Button) bool { return b.Text() == w.desk.Text("evidence.look") })]
	canvas.Focus(look)
	test.Tap(look)
	settle()
	if focused() != w.desk.Text("evidence.again") {
		t.Errorf("after a look the keyboard is on %q", focused())
	}
	tick := desktest.Find[*widgets.Tick](top(t, w))
	canvas.Focus(tick)
	test.Tap(tick)
	settle()
	if canvas.Focused() != fyne.Focusable(desktest.Find[*widgets.Tick](top(t, w))) {
		t.Error("after a switch the keyboard is elsewhere")
	}
}

// The page of a check that the computer can answer leads to the source, which stands at the top.
func TestACheckLeadsToItsSource(t *testing.T) {
	w, settle := withMachines(t, nil, &machine{id: "apple-status"}, &machine{id: "network", report: blocked()})
	w.machines.start()
	settle()
	w.guide.Choose(1)
	w.desk.Open(guide.Step{Kind: diagnosis.StepCheck, ID: "network-reach"})
	tap(t, w.guide.Object(), w.desk.Text("guide.opens.source"))
	said := desktest.Text(top(t, w))
	network, status := strings.Index(said, w.desk.Text("evidence.use.network")), strings.Index(said, w.desk.Text("evidence.use.apple-status"))
	if network < 0 || status < network {
		t.Errorf("the sheet says %q", said)
	}
}

// The page that is being read stays also when the estimate that facts have begun anew is done.
func TestAnEstimateDoesNotTurnThePage(t *testing.T) {
	w, settle := withMachines(t, nil, &machine{id: "apple-status", report: outage()})
	var work []func()
	w.desk.StartEstimates(func(f func()) { work = append(work, f) })
	w.guide.Choose(1)
	why := w.desk.Text("guide.why")
	w.machines.start()
	settle()
	if w.desk.Found() == 0 || !strings.Contains(desktest.Text(w.guide.Object()), why) {
		t.Fatalf("%d things were found:\n%s", w.desk.Found(), desktest.Text(w.guide.Object()))
	}
	for _, f := range work {
		f()
	}
	if !strings.Contains(desktest.Text(w.guide.Object()), why) {
		t.Errorf("the page was built anew:\n%s", desktest.Text(w.guide.Object()))
	}
}
