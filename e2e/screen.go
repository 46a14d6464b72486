//go:build e2e && linux

package e2e

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Windows stand without a frame in the corner of the screen, so that a window's picture is the program's own.
// Alt+F4 closes one, as everywhere.
const windowManager = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*">
    <decor>no</decor>
    <position force="yes"><x>0</x><y>0</y></position>
  </application></applications>
</openbox_config>
`

// The bus starts no services of the machine: a test finds the same bus everywhere.
const sessionBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%s</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`

// slow is how long a screen, a window or a tool may take before the test gives up; generous, for busy
// machines.
const slow = 30 * time.Second

// Screen is a virtual screen with a window manager and a session bus.
type Screen struct {
	t       testing.TB
	display string // :N
	bus     string // address
	frame   string // file of the picture that Xvfb shows, in the format of xwd
}

// NewScreen starts a screen of the given size in pixels; it ends with the test.
func NewScreen(t testing.TB, width, height int) *Screen {
	return newScreenWithout(t, "", width, height)
}

// newScreenWithout is NewScreen on a display that lacks an extension, such as GLX; empty lacks none.
func newScreenWithout(t testing.TB, extension string, width, height int) *Screen {
	t.Helper()
	dir := t.TempDir()
	s := &Screen{t: t, frame: filepath.Join(dir, "Xvfb_screen0")}

	numbers, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = numbers.Close() }()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"-fbdir", dir, "-nolisten", "tcp", "-noreset", "-nocursor")
	if extension != "" {
		server.Args = append(server.Args, "-extension", extension)
	}
	server.ExtraFiles = []*os.File{write}
	serverLog := s.serve(server)
	_ = write.Close()
	number := firstLine(t, numbers)
	if number == "" {
		t.Fatalf("Xvfb named no display:\n%s", serverLog)
	}
	s.display = ":" + number

	config := filepath.Join(dir, "bus.conf")
	s.write(config, fmt.Sprintf(sessionBus, dir))
	bus := exec.Command("dbus-daemon", "--config-file", config, "--nofork", "--nopidfile", "--print-address")
	address, err := bus.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	busLog := s.serve(bus)
	if s.bus = firstLine(t, address); s.bus == "" {
		t.Fatalf("dbus-daemon gave no address:\n%s", busLog)
	}

	config = filepath.Join(dir, "rc.xml")
	s.write(config, windowManager)
	manager := exec.Command("openbox", "--sm-disable", "--config-file", config)
	manager.Env = append(os.Environ(), "DISPLAY="+s.display, "HOME="+dir)
	managerLog := s.serve(manager)
	WaitFor(t, "window manager", slow, func() bool {
		_, err := s.xdotool("get_num_desktops") // only a window manager knows
		return err == nil
	})
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("window manager: %s\nscreen: %s", managerLog, serverLog)
		}
	})
	return s
}

// serve starts a program that runs until the test ends, and returns what it says on its standard error.
func (s *Screen) serve(cmd *exec.Cmd) *transcript {
	s.t.Helper()
	log := &transcript{}
	cmd.Stderr = log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		s.t.Fatalf("%v; .ci/setup test installs what the tests need", err)
	}
	s.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return log
}

func (s *Screen) write(file, text string) {
	s.t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// xdotool runs one chain of xdotool's commands and returns what it prints.
func (s *Screen) xdotool(args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), slow)
	defer cancel()
	cmd := exec.CommandContext(ctx, "xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("xdotool %s: %w: %s", strings.Join(args, " "), err, bytes.TrimSpace(out))
	}
	return strings.TrimSpace(string(out)), nil
}

// firstLine reads up to the first line end, for at most the slow time; it is empty when the stream ends
// before.
func firstLine(t testing.TB, r io.Reader) string {
	t.Helper()
	line := make(chan string, 1)
	go func() {
		var text []byte
		for b := make([]byte, 1); len(text) < 1000; {
			if n, err := r.Read(b); n == 0 || err != nil {
				line <- ""
				return
			}
			if b[0] == '\n' {
				break
			}
			text = append(text, b[0])
		}
		line <- string(text)
	}()
	select {
	case text := <-line:
		return text
	case <-time.After(slow):
		return ""
	}
}

// WaitFor asks again and again whether the condition holds, and fails the test when it does not in time.
func WaitFor(t testing.TB, what string, limit time.Duration, condition func() bool) {
	t.Helper()
	if err := wait(limit, condition); err != nil {
		t.Fatalf("waiting for %s: %v", what, err)
	}
}

var errTooLate = errors.New("too late")

func wait(limit time.Duration, condition func() bool) error {
	for deadline := time.Now().Add(limit); !condition(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			return fmt.Errorf("%w: not within %v", errTooLate, limit)
		}
	}
	return nil
}

// transcript gathers what a program prints; it may be read while the program writes.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *transcript) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *transcript) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
