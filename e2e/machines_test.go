//go:build e2e && linux

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
)

// Apple's status page tells of an outage at the start: the fact is in the case, the page that is open stays, and going on leads to
// the page that says to wait.
func TestAnOutageInTheRealWindow(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		fmt.Fprintf(w, `{"services":[{"serviceName":"Apple Account","events":[]},{"serviceName":"iCloud Backup","events":[{"eventStatus":"ongoing","epochStartDate":%d}]}]}`,
			time.Now().Add(-time.Hour).UnixMilli())
	}))
	defer server.Close()
	j := newJobWith(t, fmt.Sprintf("[status]\naddress = %q\n[network]\noff = true\n", server.URL))
	WaitFor(t, "the fact in the case", slow, func() bool {
		c := j.saved()
		return len(c.Events) == 1 && c.Events[0].IsFact()
	})
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
