package terminal_test

import (
	"strings"
	"testing"
)

// Whoever takes the complaint back is asked again what is wrong.
func TestTheComplaintsComeBackWithUndo(t *testing.T) {
	path := write(t, "case.toml", "[case]\nname = 'Anna'\nversion = '18'\n")
	o := play(t, t.TempDir(), "1\nu\n2\nq\n", "text", path)
	if n := strings.Count(o.out, "What’s wrong with the backup?"); n != 2 {
		t.Errorf("it is asked %d times, want twice:\n%s", n, o.out)
	}
	if c := read(t, path); len(c.Events) != 1 {
		t.Errorf("the file has %d events, want one", len(c.Events))
	}
}

// A case that waits says so once when it is opened again.
func TestTheStateIsSaidOnce(t *testing.T) {
	path := write(t, "case.toml", head+
		"[[event]]\ntime = 2026-10-11T18:00:00Z\nfix = \"turn-on-backup\"\noutcome = \"done\"\n")
	o := talk(t, path, "q")
	summary, _, _ := strings.Cut(o.out, "Commands:")
	seen := map[string]bool{}
	for line := range strings.Lines(summary) {
		if line = strings.TrimSpace(line); line != "" && seen[line] {
			t.Errorf("%q is said twice:\n%s", line, summary)
		}
		seen[line] = true
	}
}

// A new case is named by its device, and no two alike; a name that a person gave stays.
func TestANewCaseIsNamedByItsDevice(t *testing.T) {
	home := t.TempDir()
	play(t, home, "2\n18.4\n\n\nq\n", "text")
	play(t, home, "n\nipad\n18.4\n\n\nq\n", "text")
	play(t, home, "n\n\n18.4\n\n\nq\n", "text")
	o := play(t, home, "q\n", "text")
	for _, want := range []string{"My iPad:", "My iPad 2:", "My iPhone:"} {
		if strings.Count(o.out, want) != 1 {
			t.Errorf("%q is not there once:\n%s", want, o.out)
		}
	}
	path := write(t, "case.toml", "[case]\nname = 'Anna'\n")
	play(t, home, "2\n18.4\n\n\nq\n", "text", path)
	if c := read(t, path); c.Name != "Anna" || c.Device != "ipad" {
		t.Errorf("the case is %q of an %s", c.Name, c.Device)
	}
}
