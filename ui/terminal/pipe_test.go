//go:build !windows

package terminal_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe where a file should be is an error that names it, and nothing waits for its other end.
func TestAPipeIsNoFile(t *testing.T) {
	for _, command := range []string{"text", "report", "next"} {
		pipe := filepath.Join(t.TempDir(), "pipe.toml")
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
		o := play(t, t.TempDir(), "q\n", command, "-knowledge", small, pipe)
		if o.code != 1 || !strings.Contains(o.err, "not a file") {
			t.Errorf("%s: code %d, message %q", command, o.code, o.err)
		}
	}
	home := t.TempDir()
	for _, name := range []string{"settings.toml", "plans.toml"} {
		if err := syscall.Mkfifo(filepath.Join(home, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := write(t, "case.toml", head)
	if o := play(t, home, "q\nq\n", "text", "-knowledge", small, path); o.code != 0 || !strings.Contains(o.err, "plans.toml") {
		t.Errorf("with pipes among the own files: code %d, message %q", o.code, o.err)
	}
}
