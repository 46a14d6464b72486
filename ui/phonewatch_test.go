package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/words"
	"backupdoctor/ui/desk/desktest"
)

// cabled is a machine that watches a phone: it reports what it is handed.
type cabled struct {
	machine
	reports chan evidence.Report
	told    chan bool // after each
}

func (p *cabled) Watch(ctx context.Context, _ evidence.About, report func(evidence.Report)) {
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-p.reports:
			report(r)
			p.told <- true
		}
	}
}

// tells is a report of a phone at a time of the day, in minutes after noon.
func tells(minute int, facts ...casefile.Observed) evidence.Report {
	return evidence.Report{
		State: evidence.Found, Brief: words.Say("evidence.name.network"), Reading: casefile.Reading{
			Source: casefile.FromPhone, Identity: "serial", Time: desktest.Noon().Add(time.Duration(minute) * time.Minute), Facts: facts,
		},
	}
}

func backupOf(at time.Time) casefile.Observed {
	return casefile.Observed{Check: "last-success", Value: at.UTC().Format(time.RFC3339)}
}

// watched opens a window with a phone whose last backup is three weeks old, and tries a fix that a backup proves.
func watched(t *testing.T) (w *Window, settle func(), hand func(evidence.Report), notes *[]string) {
	t.Helper()
	p := &cabled{
		machine: machine{id: "phone", report: tells(0, backupOf(desktest.Noon().AddDate(0, 0, -21)))},
		reports: make(chan evidence.Report), told: make(chan bool),
	}
	w, settle = withMachines(t, nil, p)
	w.machines.start()
	w.machines.board.Look(evidence.About{}, "phone")
	settle()
	notes = &[]string{}
	w.start.Notify = func(_, text string) { *notes = append(*notes, text) }
	w.desk.Try("restart", casefile.Done)
	settle()
	return w, settle, func(r evidence.Report) {
		p.reports <- r
		<-p.told
		settle()
	}, notes
}

// line is what the page says of the watch.
func line(w *Window) string { return desktest.Text(w.guide.Object()) }

func TestAWatchProvesTheFix(t *testing.T) {
	w, _, hand, notes := watched(t)
	page := w.guide.Step()
	if text := line(w); !strings.Contains(text, "Watching your iPhone. You see here") {
		t.Fatalf("with the phone there, the page says\n%s", text)
	}
	hand(tells(1, backupOf(desktest.Noon().AddDate(0, 0, -21))))
	if text := line(w); !strings.Contains(text, "Watching your iPhone") {
		t.Errorf("while nothing changed, the page says\n%s", text)
	}
	hand(tells(5, backupOf(desktest.Noon().Add(4*time.Minute))))
	want := "The iPhone reports a backup of Nov 23, 2026, 12:04"
	if text := line(w); w.guide.Step() != page || !strings.Contains(text, want) {
		t.Errorf("the page %v says\n%s", w.guide.Step(), text)
	}
	if len(*notes) != 1 || (*notes)[0] != want {
		t.Errorf("the person was told %q", *notes)
	}
	if s, _ := w.phoneWatch.status(); !s.Watching.IsZero() {
		t.Error("it goes on watching")
	}
	tap(t, w.guide.Object(), w.desk.Text("watch.go-on"))
	if text := line(w); !w.desk.View().Solved || !strings.Contains(text, "What keeps it working") {
		t.Errorf("gone on, the page says\n%s", text)
	}
}

func TestAWatchNamesAFailure(t *testing.T) {
	w, _, hand, notes := watched(t)
	page := w.guide.Step()
	hand(tells(5, casefile.Observed{Fact: casefile.FactFailure, Value: "303", At: desktest.Noon().Add(5 * time.Minute)}))
	text := line(w)
	if w.guide.Step() != page || !strings.Contains(text, "error 303") || !strings.Contains(text, "iCloud storage is full.") {
		t.Errorf("the page %v says\n%s", w.guide.Step(), text)
	}
	if len(*notes) != 1 || !strings.Contains((*notes)[0], "iCloud storage is full.") {
		t.Errorf("the person was told %q", *notes)
	}
	tap(t, w.guide.Object(), w.desk.Text("watch.go-on"))
	if w.guide.Step() == page {
		t.Error("it does not go on")
	}
}

func TestAWatchEndsAndBeginsAsThePersonWants(t *testing.T) {
	w, settle, _, _ := watched(t)
	tap(t, w.guide.Object(), w.desk.Text("watch.stop"))
	settle()
	w.redraw()
	if settle(); !strings.Contains(line(w), "This computer can watch your iPhone") {
		t.Errorf("stopped, the page says\n%s", line(w))
	}
	tap(t, w.guide.Object(), w.desk.Text("watch.begin"))
	if settle(); !strings.Contains(line(w), "Watching your iPhone") {
		t.Errorf("begun again, the page says\n%s", line(w))
	}
}

func TestAPhoneThatGoesAwayIsSaidToBeGone(t *testing.T) {
	w, _, hand, _ := watched(t)
	hand(evidence.Report{State: evidence.Needs, What: words.Say("evidence.defect")})
	if text := line(w); !strings.Contains(text, "The watch goes on as soon as your iPhone can be read.") {
		t.Errorf("the page says\n%s", text)
	}
	hand(tells(9, backupOf(desktest.Noon().AddDate(0, 0, -21))))
	if text := line(w); !strings.Contains(text, "Watching your iPhone") {
		t.Errorf("back again, the page says\n%s", text)
	}
}
