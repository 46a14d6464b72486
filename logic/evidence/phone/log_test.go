package phone

import (
	"context"
	"testing"
	"time"

	"backupdoctor/logic/evidence/phone/fakephone"
)

// Forms of lines as people published them, with names made up.
var logLines = []struct {
	text string
	want LogLine // zero: not an error of a backup
}{
	{
		"Nov 27 10:41:12 Annas-iPhone backupd(MobileBackup)[123] <Error>: " +
			"Backup failed: Error Domain=MBErrorDomain Code=303 \"<private>\"",
		LogLine{"backupd", "MBErrorDomain", 303},
	},
	{
		"Nov 27 10:41:12 iPhone backupd[77] <Notice>: " +
			"Finished with error (MBErrorDomain/205)",
		LogLine{"backupd", "MBErrorDomain", 205},
	},
	{
		"Nov 27 10:41:12 iPhone BackupAgent2[9] <Error>: " +
			"<NSError:0x1019 (MBErrorDomain:100) Multiple errors>",
		LogLine{"BackupAgent2", "MBErrorDomain", 100},
	},
	{
		"Nov 27 10:41:12 iPhone Preferences(iCloudQuotaUI)[5] <Notice>: " +
			"Setting error from backup state MBErrorDomain(303)",
		LogLine{"Preferences", "MBErrorDomain", 303},
	},
	{
		"Nov 27 10:41:12 My iPhone (2) backupd(MobileBackup)[123] <Error>: " +
			"Error Domain=MBErrorDomain Code=2 {Error Domain=MBErrorDomain Code=209}",
		LogLine{"backupd", "MBErrorDomain", 209},
	},
	{
		"Nov 27 10:41:12 iPhone cloudd[3] <Error>: " +
			"Error Domain=CKErrorDomain Code=25",
		LogLine{"cloudd", "CKErrorDomain", 25},
	},
	{"Nov 27 10:41:12 iPhone backupd[3] <Notice>: MBErrorDomain without a number", LogLine{}},
	{"Nov 27 10:41:12 iPhone backupd[3] <Notice>: Error Domain=NSURLErrorDomain Code=-1009", LogLine{}},
	{"MBErrorDomain Code=303", LogLine{}},
	{"Nov 27 10:41:12 iPhone SpringBoard[3] <Notice>: hello", LogLine{}},
	{"", LogLine{}},
}

func TestErrorsInTheLog(t *testing.T) {
	for _, test := range logLines {
		got, ok := ParseLog([]byte(test.text))
		if ok != (test.want != LogLine{}) || ok && got != test.want {
			t.Errorf("%q is %+v, %v", test.text, got, ok)
		}
	}
}

// The log comes line by line, also what is written while somebody follows, until the phone goes away.
func TestFollowTheLog(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	h := hub(t, p)
	p.Log(logLines[0].text)
	c := &Client{Address: h.Address()}
	a, err := c.one(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	lines, ended := make(chan string, 10), make(chan error, 1)
	go func() { ended <- c.Follow(t.Context(), a, func(line []byte) { lines <- string(line) }) }()
	for _, want := range []string{logLines[0].text, logLines[1].text} {
		select {
		case got := <-lines:
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		case <-time.After(3 * time.Second):
			t.Fatalf("%q did not come", want)
		}
		p.Log(logLines[1].text)
	}
	h.Detach(p)
	if err := <-ended; KindOf(err) != Gone {
		t.Errorf("%v", err)
	}
	for fault, want := range map[fakephone.Fault]Kind{
		fakephone.NoService: NoSuch, fakephone.Locked: Locked, fakephone.Untrusted: NotTrusted,
	} {
		p.Be(fault, 0)
		h.Attach(p, false)
		a, err := c.one(t.Context())
		if err == nil {
			err = c.Follow(t.Context(), a, func([]byte) {})
		}
		if KindOf(err) != want {
			t.Errorf("%s: %v", fault, err)
		}
		h.Detach(p)
	}
	p.Be(fakephone.Fine, 0)
	h.Attach(p, false)
	if a, err = c.one(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	if err := c.Follow(ctx, a, func([]byte) {}); KindOf(err) != Silent {
		t.Errorf("%v", err)
	}
}

// A log that says nothing for longer than an answer may take goes on, also when the service speaks without TLS.
func TestASilentLogIsFollowed(t *testing.T) {
	for _, open := range []bool{false, true} {
		p := fakephone.NewPhone(oneUDID)
		if open {
			p.ServeInTheOpen()
		}
		p.Log(logLines[0].text)
		c := &Client{Address: hub(t, p).Address(), patient: 500 * time.Millisecond}
		a, err := c.one(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		lines, ended := make(chan string, 10), make(chan error, 1)
		go func() { ended <- c.Follow(t.Context(), a, func(line []byte) { lines <- string(line) }) }()
		for i, want := range []string{logLines[0].text, logLines[1].text} {
			if i > 0 {
				time.Sleep(c.patient + 200*time.Millisecond)
				p.Log(want)
			}
			select {
			case got := <-lines:
				if got != want {
					t.Errorf("in the open %v: got %q, want %q", open, got, want)
				}
			case err := <-ended:
				t.Fatalf("in the open %v: it ended: %v", open, err)
			case <-time.After(3 * time.Second):
				t.Fatalf("in the open %v: %q did not come", open, want)
			}
		}
	}
}

func TestTheLastBackupAlone(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	c := &Client{Address: hub(t, p).Address()}
	a, err := c.one(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []time.Time{time.Now().Add(-time.Hour), time.Now().Add(-time.Second)} {
		p.BackedUp(at)
		if got, err := c.LastBackup(t.Context(), a); err != nil || got.Unix() != at.Unix() {
			t.Errorf("%v is %v, %v", at, got, err)
		}
	}
	p.Set(backupDomain, lastBackupKey, nil)
	if got, err := c.LastBackup(t.Context(), a); err != nil || !got.IsZero() {
		t.Errorf("never is %v, %v", got, err)
	}
	tomorrow := time.Now().Add(48*time.Hour).Unix() - 978307200
	for _, odd := range []any{"yesterday", -5, uint64(4e9), tomorrow, 5.0} {
		p.Set(backupDomain, lastBackupKey, odd)
		if got, err := c.LastBackup(t.Context(), a); err == nil {
			t.Errorf("%v is %v", odd, got)
		}
	}
	p.Be(fakephone.Locked, 0)
	if _, err := c.LastBackup(t.Context(), a); KindOf(err) != Locked {
		t.Errorf("%v", err)
	}
}
