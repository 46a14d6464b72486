//go:build e2e && linux

package e2e

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence/phone/fakephone"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/settings"
)

// newWatch opens the window on a case in which a restart is to be proved, with an iPhone on the cable whose last backup is three
// weeks old, and waits until the window watches it.
func newWatch(t *testing.T) (*job, *fakephone.Phone, *fakephone.Hub) {
	t.Helper()
	hub, err := fakephone.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(hub.Close)
	p := fakephone.NewPhone("00008101-000A1C2E3F4A001E")
	p.BackedUp(time.Now().AddDate(0, 0, -21))
	hub.Attach(p, false)
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	j := &job{
		t: t, screen: NewScreen(t, 1280, 860), binary: Build(t, "."), home: t.TempDir(), base: base,
		env: []string{"USBMUXD_SOCKET_ADDRESS=" + hub.Address()},
	}
	now := time.Now().UTC().Truncate(time.Second)
	c := casefile.Case{Name: "Mine", Device: "iphone", Created: now, Events: []casefile.Event{
		{Time: now.Add(-time.Hour), Source: casefile.FromPerson, What: casefile.Said{Complaint: "not-in-weeks"}},
		{Time: now.Add(-time.Minute), Source: casefile.FromPerson, What: casefile.Tried{Fix: "restart", Outcome: casefile.Done}},
	}}
	folder := filepath.Join(j.home, "cases")
	if err := errors.Join(os.MkdirAll(filepath.Join(folder, "cases"), 0o700),
		os.WriteFile(filepath.Join(folder, "cases", "mine.backupcase"), casefile.Format(c), 0o600),
		os.WriteFile(filepath.Join(folder, settings.FileName),
			[]byte("[status]\noff = true\n[network]\noff = true\n[upload]\noff = true\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	j.start()
	watched(t, hub, 1)
	return j, p, hub
}

// watched waits until somebody began to follow the log of the phone for the n-th time.
func watched(t *testing.T, hub *fakephone.Hub, n int) {
	t.Helper()
	WaitFor(t, "a watch", slow, func() bool {
		begun := 0
		for _, r := range hub.Requests() {
			if strings.HasSuffix(r, "com.apple.syslog_relay") {
				begun++
			}
		}
		return begun >= n
	})
}

// killed ends the program in the middle of the watch, as a power cut does, and opens it again.
func (j *job) killed(hub *fakephone.Hub) {
	j.t.Helper()
	j.program.Kill()
	if _, err := j.program.Exit(slow); err != nil {
		j.t.Fatal(err)
	}
	j.start()
	watched(j.t, hub, 2)
}

// The window watches the phone by itself while a fix is to be proved; a date that moves ends the case, also when the program was
// killed meanwhile.
func TestAWatchProvesTheRepair(t *testing.T) {
	t.Parallel()
	j, p, hub := newWatch(t)
	j.window.Screenshot("watch")
	j.killed(hub)
	j.rest(slow)
	before := j.window.Picture()
	p.BackedUp(time.Now())
	WaitFor(t, "the end of the case", slow, func() bool { return j.derived().Solved })
	WaitFor(t, "the title", slow, func() bool {
		name, err := j.screen.xdotool("getwindowname", j.window.id)
		return err == nil && strings.Contains(name, "Solved")
	})
	j.window.WaitForChange(before)
	j.rest(slow)
	j.window.Screenshot("watch-proved")
}

// A backup that fails during the watch is named by the code in the phone's log, and what comes next follows from it.
func TestAWatchNamesTheFailure(t *testing.T) {
	t.Parallel()
	j, p, hub := newWatch(t)
	j.killed(hub)
	j.rest(slow)
	before := j.window.Picture()
	p.Log("Nov 27 10:41:12 iPhone backupd(MobileBackup)[77] <Error>: Error Domain=MBErrorDomain Code=303 \"<private>\"")
	WaitFor(t, "the failure in the case", slow, func() bool {
		return slices.ContainsFunc(j.saved().Events, func(e casefile.Event) bool {
			o, ok := e.What.(casefile.Observed)
			return ok && o.Fact == casefile.FactFailure && o.Value == "303"
		})
	})
	s := j.derived()
	if s.Solved || s.Beliefs[0].ID != "icloud-full" || s.Next[0].Kind == "proof" {
		t.Errorf("it goes on with %+v, believing %+v", s.Next[0], s.Beliefs[0])
	}
	j.window.WaitForChange(before)
	j.rest(slow)
	j.window.Screenshot("watch-failed")
}
