//go:build e2e && linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// withoutWindow starts the program where no window can be opened, with nothing to read, and returns what it
// printed.
func withoutWindow(t *testing.T, env ...string) (out, errs string) {
	t.Helper()
	cmd := exec.Command(Build(t, "."))
	home := t.TempDir()
	cmd.Dir = home
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "BACKUPDOCTOR_HOME=" + filepath.Join(home, "data"), "LANG=en_US.UTF-8"}, env...)
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("it ended with %v", err)
		}
	case <-time.After(slow):
		_ = cmd.Process.Kill()
		t.Fatalf("it hangs; so far:\n%s%s", stdout.String(), stderr.String())
	}
	return stdout.String(), stderr.String()
}

// TestWithoutADisplayItGoesOnAsText covers no display, one that is not there, and one that can't draw with
// OpenGL: one clear line, the guide in the terminal, no stack trace, no hang.
func TestWithoutADisplayItGoesOnAsText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		env  func(t *testing.T) []string
	}{
		{"no display", func(*testing.T) []string { return nil }},
		{"a display that is not there", func(*testing.T) []string { return []string{"DISPLAY=:4711"} }},
		{"a display without OpenGL", func(t *testing.T) []string {
			screen := newScreenWithout(t, "GLX", 800, 600)
			return []string{"DISPLAY=" + screen.display, "DBUS_SESSION_BUS_ADDRESS=" + screen.bus}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			out, errs := withoutWindow(t, test.env(t)...)
			said := 0
			for line := range strings.Lines(errs) {
				if strings.HasPrefix(line, "backupdoctor:") {
					said++
				}
			}
			if said != 1 {
				t.Errorf("it says so %d times, want once:\n%s", said, errs)
			}
			if strings.Contains(errs, "goroutine ") || strings.Contains(errs, "panic") {
				t.Errorf("a stack trace:\n%s", errs)
			}
			if !strings.Contains(out, "iPhone") || !strings.Contains(out, "> ") {
				t.Errorf("the guide does not ask in the terminal:\n%s", out)
			}
		})
	}
}
