package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/phone"
	"backupdoctor/logic/evidence/phone/fakephone"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk/desktest"
)

// cable is a window on a computer with a cable.
type cable struct {
	*Window
	hub   *fakephone.Hub
	calls chan func() // to be made on the goroutine of the window
}

func withCable(t *testing.T) *cable {
	t.Helper()
	hub, err := fakephone.Start("127.0.0.1:0")
	desktest.Must(err)
	t.Cleanup(func() {
		hub.Close()
		if others := hub.Others(); len(others) > 0 {
			t.Errorf("the phone was asked for %q", others)
		}
	})
	c := &cable{hub: hub, calls: make(chan func(), 1000)}
	source := &phone.Source{Address: hub.Address(), System: "linux"}
	w, err := New(Start{
		App: test.NewTempApp(t), Library: desktest.Library(t), Home: filepath.Join(t.TempDir(), "home"),
		Now: time.Now, Outside: &desktest.Outside{},
		Board: func(_ settings.Settings, tell func(evidence.Status), notice func(string)) *evidence.Board {
			b := evidence.NewBoard(time.Now, func(s evidence.Status) { c.calls <- func() { tell(s) } }, source)
			b.OnNotice = func(id string) { c.calls <- func() { notice(id) } }
			return b
		},
	})
	desktest.Must(err)
	w.window.Resize(defaultSize)
	t.Cleanup(func() {
		w.machines.stop()
		_ = w.desk.Session.File().Close()
	})
	c.Window = w
	w.machines.start()
	c.waitFor(t, "No iPhone or iPad connected")
	return c
}

func (c *cable) strip() string { return desktest.Text(c.machines.content) }

// wait makes the calls that come until something is so, and returns how long that took.
func (c *cable) wait(t *testing.T, what string, so func() bool) time.Duration {
	t.Helper()
	begin, end := time.Now(), time.After(10*time.Second)
	for !so() {
		select {
		case call := <-c.calls:
			call()
		case <-end:
			t.Fatalf("%s did not come: %q", what, c.strip())
		}
	}
	return time.Since(begin)
}

// waitFor waits until the strip says something.
func (c *cable) waitFor(t *testing.T, text string) {
	t.Helper()
	c.wait(t, text, func() bool { return strings.Contains(c.strip(), text) })
}

// read counts the rows of the checklist that the phone answered.
func (c *cable) read() int {
	n := 0
	for _, group := range c.desk.View().Groups {
		for _, row := range group.Rows {
			if row.Source == casefile.FromPhone {
				n++
			}
		}
	}
	return n
}

// ill is a phone with something to tell about six rows.
func ill(udid string) *fakephone.Phone {
	p := fakephone.NewPhone(udid)
	p.BackedUp(time.Now().AddDate(0, 0, -20))
	p.Set("com.apple.mobile.backup", "CloudBackupEnabled", false)
	p.Set("com.apple.disk_usage", "AmountDataAvailable", 4e8)
	p.Set("com.apple.mobile.chaperone", "DeviceIsChaperoned", true)
	p.Set("com.apple.international", "Language", "de-AT")
	p.Set("", "TimeIntervalSince1970", float64(time.Now().Add(-2*time.Hour).Unix()))
	p.Set("", "BuildVersion", "23C5027f")
	return p
}

const (
	oneUDID     = "00008101-000A1C2E3F4A001E"
	anotherUDID = "00008110-001122334455667E"
)

// Plugging a phone in ticks its rows and fills the header, at once and without turning the page.
func TestPluggingInTicksRows(t *testing.T) {
	c := withCable(t)
	c.guide.Choose(1)
	page := c.guide.Step()
	begin := time.Now()
	c.hub.Attach(ill(oneUDID), false)
	c.wait(t, "what the phone says", func() bool { return c.read() >= 6 })
	took := time.Since(begin)
	t.Logf("%d rows after %v", c.read(), took)
	if took > 2*time.Second { // 300 ms on a machine with nothing else to do
		t.Errorf("it took %v", took)
	}
	h := c.desk.View().Case.Header()
	if h.Model != "iPhone 12" || h.Version != "18.4.1" || h.Language != "de" || h.Country != "us" {
		t.Errorf("the header is %+v", h)
	}
	if c.guide.Step() != page {
		t.Errorf("the page turned from %v to %v", page, c.guide.Step())
	}
	strip := c.strip()
	if !strings.Contains(strip, "iPhone: iCloud Backup is off") || !strings.Contains(strip, "things were found") {
		t.Errorf("the strip says %q", strip)
	}
	keepPicture(t, c.Window, "phone-read")
	c.machines.openSheet()
	keepPicture(t, c.Window, "phone-read-sheet")
}

// A phone that does not trust this computer yet says what to do, fills the header if asked, and is read when
// its owner tapped Trust.
func TestAPhoneThatIsToldToTrust(t *testing.T) {
	c := withCable(t)
	p := fakephone.NewPhone(oneUDID)
	p.Be(fakephone.Untrusted, 0)
	c.hub.Attach(p, false)
	c.waitFor(t, "iPhone 12: tap Trust on it")
	if h := c.desk.View().Case.Header(); h.Model != "" || c.read() > 0 {
		t.Errorf("nobody asked, and the header is %+v", h)
	}
	c.machines.openSheet()
	keepPicture(t, c.Window, "phone-trust-sheet")
	sheet := c.machines.sheet.sheet.Body
	if text := desktest.Text(sheet); !strings.Contains(text, "Is this iPhone 12 the one that doesn’t back up?") {
		t.Errorf("the sheet says %q", text)
	}
	tap(t, sheet, c.desk.Text("evidence.yes"))
	if h := c.desk.View().Case.Header(); h.Model != "iPhone 12" || h.Version != "18.4.1" {
		t.Errorf("the header is %+v", h)
	}
	p.Be(fakephone.Fine, 0)
	c.wait(t, "what the phone says", func() bool { return c.read() >= 3 })
	c.hub.Detach(p)
	c.waitFor(t, "No iPhone or iPad connected")
	if c.read() < 3 {
		t.Error("what was read went with the phone")
	}
}

// Another phone does not fill the case of the first one.
func TestAnotherPhoneOnTheCable(t *testing.T) {
	c := withCable(t)
	first := fakephone.NewPhone(oneUDID)
	c.hub.Attach(first, false)
	c.wait(t, "the first phone", func() bool { return c.read() >= 3 })
	events := len(c.desk.View().Case.Events)
	c.hub.Detach(first)
	c.hub.Attach(ill(anotherUDID), false)
	c.waitFor(t, "Not the device of this case")
	c.machines.openSheet()
	keepPicture(t, c.Window, "phone-other-sheet")
	text := desktest.Text(c.machines.sheet.sheet.Body)
	if strings.Contains(text, "Backup is off") || !strings.Contains(text, "nothing of it counts here") {
		t.Errorf("the sheet says %q", text)
	}
	if n := len(c.desk.View().Case.Events); n != events {
		t.Errorf("%d events became %d", events, n)
	}
	tap(t, c.machines.sheet.sheet.Body, c.desk.Text("cases.new"))
	if c.machines.sheet != nil {
		t.Error("the sheet stays over the new case")
	}
}

// With the switch off nobody connects to the cable.
func TestOffMeansThatNobodyConnects(t *testing.T) {
	c := withCable(t)
	c.machines.board.Turn(phone.ID, false)
	c.wait(t, "off", func() bool { return c.machines.statuses[0].State == evidence.Off })
	time.Sleep(50 * time.Millisecond) // what was asked before ends
	asked := len(c.hub.Requests())
	c.hub.Attach(fakephone.NewPhone(oneUDID), false)
	time.Sleep(200 * time.Millisecond)
	if n := len(c.hub.Requests()); n != asked || c.read() > 0 {
		t.Errorf("%d requests became %d", asked, n)
	}
}
