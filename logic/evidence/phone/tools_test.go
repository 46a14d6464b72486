package phone

import (
	"bufio"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"howett.net/plist"

	"backupdoctor/logic/evidence/phone/fakephone"
)

// tool is a command of somebody else; the test is skipped without it. Its exit code says little, its output
// counts.
func tool(t *testing.T, h *fakephone.Hub, name string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is missing; .ci/setup test installs it", name)
	}
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(stop)
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Env = append(os.Environ(), "USBMUXD_SOCKET_ADDRESS="+h.Address())
	return cmd
}

func output(t *testing.T, h *fakephone.Hub, name string, args ...string) string {
	t.Helper()
	out, err := tool(t, h, name, args...).CombinedOutput()
	t.Logf("%s %s: %v, %d bytes", name, strings.Join(args, " "), err, len(out))
	return string(out)
}

// toolHub is a usbmuxd for the tools, whose requests are not ours.
func toolHub(t *testing.T, address string, phones ...*fakephone.Phone) *fakephone.Hub {
	t.Helper()
	h, err := fakephone.Start(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	for _, p := range phones {
		h.Attach(p, false)
	}
	return h
}

// The tools of libimobiledevice take the fake for an iPhone, and read the same values as our client does.
func TestTheToolsOfOthersReadTheSame(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	for _, address := range []string{"127.0.0.1:0", "UNIX:" + filepath.Join(t.TempDir(), "mux")} {
		h := toolHub(t, address, p)
		if out := output(t, h, "idevice_id", "-l"); strings.TrimSpace(out) != oneUDID {
			t.Errorf("idevice_id at %s says %q", h.Address(), out)
		}
	}
	h := toolHub(t, "127.0.0.1:0", p)
	if out := output(t, h, "idevicepair", "validate"); !strings.Contains(out, "SUCCESS") {
		t.Errorf("idevicepair says %q", out)
	}
	if len(h.Others()) == 0 {
		t.Error("the tools ask for more than we do, and nobody sees it")
	}
	c := &Client{Address: h.Address()}
	a, err := c.one(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	l, err := c.openLockdown(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	defer l.endSession()
	if err := l.startSession(); err != nil {
		t.Fatal(err)
	}
	for _, q := range append(slices.Clip(open), confidential...) {
		args := []string{"-x"}
		if q.domain != "" {
			args = append(args, "-q", q.domain)
		}
		var theirs map[string]any
		if _, err := plist.Unmarshal([]byte(output(t, h, "ideviceinfo", args...)), &theirs); err != nil {
			t.Fatal(err)
		}
		ours, err := l.value(q.domain, q.key, time.Second)
		if err != nil {
			t.Errorf("%s %s: %v", q.domain, q.key, err)
		}
		if q.key == "TimeIntervalSince1970" {
			if x, y := theirs[q.key].(float64), ours.(float64); y-x < 0 || y-x > 20 {
				t.Errorf("theirs %v, ours %v", x, y)
			}
			continue
		}
		if !reflect.DeepEqual(ours, theirs[q.key]) {
			t.Errorf("%s %s: ours %v, theirs %v", q.domain, q.key, ours, theirs[q.key])
		}
	}
}

// What the fake refuses, the tools understand as refused.
func TestTheToolsOfOthersAreRefused(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	h := toolHub(t, "127.0.0.1:0", p)
	if out := output(t, h, "ideviceinfo", "-s", "-k", "ProductVersion"); strings.TrimSpace(out) != "18.4.1" {
		t.Errorf("without trust: %q", out)
	}
	out := output(t, h, "ideviceinfo", "-s", "-q", "com.apple.mobile.backup", "-k", "CloudBackupEnabled")
	if strings.Contains(out, "true") {
		t.Errorf("without trust: %q", out)
	}
	for fault, want := range map[fakephone.Fault]string{
		fakephone.Locked: "passcode", fakephone.TrustRemoved: "not paired",
	} {
		p.Be(fault, 0)
		if out := output(t, h, "idevicepair", "validate"); !strings.Contains(out, want) || strings.Contains(out, "SUCCESS") {
			t.Errorf("%s: %q", fault, out)
		}
	}
}

// The tools read the log of the fake.
func TestTheToolsOfOthersFollowTheLog(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	h := toolHub(t, "127.0.0.1:0", p)
	p.Log(logLines[0].text)
	cmd := tool(t, h, "idevicesyslog")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	found := false
	for lines := bufio.NewScanner(out); !found && lines.Scan(); {
		found = strings.Contains(lines.Text(), "MBErrorDomain Code=303")
	}
	if !found {
		t.Error("the line did not come")
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

// The client speaks with the real usbmuxd. It has no phone here.
func TestTheRealService(t *testing.T) {
	address := AddressOf(func(string) string { return "" }, "linux")
	_, socket := network(address)
	if conn, err := net.Dial("unix", socket); err == nil {
		_ = conn.Close()
		t.Skip("one runs on this computer, perhaps with somebody's phone")
	}
	path, err := exec.LookPath("usbmuxd")
	if err != nil || os.Getuid() != 0 {
		t.Skip("usbmuxd is missing, or needs root; .ci/setup test installs it")
	}
	cmd := exec.CommandContext(t.Context(), path, "-f", "-p", "-U", "root")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
		_ = os.Remove(socket) // it leaves both behind
		_ = os.Remove(socket + ".pid")
	})
	c := &Client{Address: address}
	var all []Attached
	for range 50 {
		if all, err = c.Attached(t.Context()); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if err != nil || len(all) != 0 {
		t.Fatalf("%v, %v", all, err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer stop()
	heard := 0
	if err := c.Listen(ctx, func() { heard++ }); KindOf(err) != Silent || heard != 1 {
		t.Errorf("heard %d, %v", heard, err)
	}
	if _, err := c.pairRecord(t.Context(), Attached{Identity: oneUDID}); KindOf(err) != NotTrusted {
		t.Errorf("a pair record of a stranger: %v", err)
	}
	if _, err := c.connectTo(t.Context(), Attached{ID: 5}, lockdownPort); err == nil {
		t.Error("it connects to a phone that is not there")
	}
}
