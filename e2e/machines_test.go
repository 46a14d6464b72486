//go:build e2e && linux

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence/phone/fakephone"
)

// Apple's status page tells of an outage at the start: the fact is in the case, the page that is open stays, and going on leads to
// the page that says to wait.
func TestAnOutageInTheRealWindow(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	var told atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		defer func() { told.Store(time.Now().UnixNano()) }()
		fmt.Fprintf(w, `{"services":[{"serviceName":"Apple Account","events":[]},{"serviceName":"iCloud Backup","events":[{"eventStatus":"ongoing","epochStartDate":%d}]}]}`,
			time.Now().Add(-time.Hour).UnixMilli())
	}))
	defer server.Close()
	j := newJobWith(t, fmt.Sprintf("[status]\naddress = %q\n[network]\noff = true\n[phone]\noff = true\n", server.URL))
	WaitFor(t, "the fact in the case", slow, func() bool {
		c := j.saved()
		return len(c.Events) == 1 && c.Events[0].IsFact()
	})
	if saved, err := os.Stat(j.file()); err != nil || saved.ModTime().Sub(time.Unix(0, told.Load())) > time.Second {
		t.Errorf("Apple told it at %v, it was saved at %v", time.Unix(0, told.Load()), saved.ModTime())
	}
	if o, _ := j.saved().Events[0].What.(casefile.Observed); o.Check != "apple-status" || o.Answer != "backup-event" || o.At.IsZero() {
		t.Errorf("%+v", o)
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("Apple was asked %d times", n)
	}
	j.begin()
	j.window.Screenshot("outage")
	if top := j.derived().Next[0]; top.ID != "wait-for-apple" {
		t.Errorf("next is %s", top.ID)
	}
}

// An editor changes the file of the open case: the window shows it within moments, and the next answer keeps it.
func TestAnEditorInTheRealWindow(t *testing.T) {
	t.Parallel()
	j := newJob(t)
	j.begin()
	c := j.events(1, "the complaint")
	c.Events = append(c.Events, casefile.Event{
		Time: time.Now().UTC().Truncate(time.Second), Source: casefile.FromPerson, What: casefile.Answered{Check: "auto-lock-set", Answer: "locks"},
	})
	before := j.window.Picture()
	if err := os.WriteFile(j.file(), casefile.Format(c), 0o600); err != nil {
		t.Fatal(err)
	}
	j.window.WaitForChange(before)
	j.window.Screenshot("editor")
	j.window.Key("1")
	j.events(3, "the complaint, the editor's answer and one more")
}

// An iPhone is plugged in while the window is open: its rows are ticked and its header filled, and the page that is open stays.
func TestPluggingInInTheRealWindow(t *testing.T) {
	t.Parallel()
	hub, err := fakephone.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(hub.Close)
	j := newJobWith(t, "[status]\noff = true\n[network]\noff = true\n[upload]\noff = true\n", "USBMUXD_SOCKET_ADDRESS="+hub.Address())
	j.begin()
	j.events(1, "the complaint")
	WaitFor(t, "somebody who listens to the cable", slow, func() bool { return slices.Contains(hub.Requests(), "Listen") })
	j.window.Screenshot("phone-none")
	p := fakephone.NewPhone("00008101-000A1C2E3F4A001E")
	p.BackedUp(time.Now().AddDate(0, 0, -20))
	p.Set("com.apple.mobile.backup", "CloudBackupEnabled", false)
	p.Set("com.apple.disk_usage", "AmountDataAvailable", 4e8)
	p.Set("com.apple.mobile.chaperone", "DeviceIsChaperoned", true)
	p.Set("", "TimeIntervalSince1970", float64(time.Now().Add(-2*time.Hour).Unix()))
	p.Set("", "BuildVersion", "23C5027f")
	begin := time.Now()
	before := j.window.Picture()
	hub.Attach(p, false)
	answered := func() int {
		n := 0
		for _, e := range j.saved().Events {
			if o, ok := e.What.(casefile.Observed); ok && o.Check != "" {
				n++
			}
		}
		return n
	}
	WaitFor(t, "six answers in the case", slow, func() bool { return answered() >= 6 })
	saved := time.Since(begin)
	j.window.WaitForChange(before)
	t.Logf("saved after %v, drawn before %v", saved, time.Since(begin))
	j.window.Screenshot("phone-read")
	c := j.saved()
	if filled := c.Filled(nil); filled.Model != "iPhone 12" || filled.Version != "18.4.1" {
		t.Errorf("the header is %+v", filled.Header())
	}
	if next := j.derived().Next[0]; next.ID != "turn-on-backup" {
		t.Errorf("next is %s", next.ID)
	}
	before = j.window.Picture()
	hub.Detach(p)
	j.window.WaitForChange(before)
	if n := answered(); n < 6 {
		t.Errorf("%d answers are left", n)
	}
	if others := hub.Others(); len(others) > 0 {
		t.Errorf("the phone was asked for %q", others)
	}
}
