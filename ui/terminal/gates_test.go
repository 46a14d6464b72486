package terminal_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Before the reset: the harmless fix was tried, and its cause excluded.
const nearReset = head + `
[[event]]
check = "backup-switch"
answer = "on"
[[event]]
check = "next-backup-fits"
answer = "fits"
[[event]]
check = "odd-settings"
answer = "empty"
[[event]]
fix = "turn-on-backup"
outcome = "failed"
`

// steps is what nobody may read before both confirmations.
const steps = "Reset All Settings”"

func TestGatesOpenOnlyByTheWord(t *testing.T) {
	path := write(t, "case.toml", nearReset)
	o := talk(t, path, "", "yes", "y", "2", "confirmed", "ok", "b", "", "q")
	if !strings.Contains(o.out, "First make a backup on a computer") || strings.Contains(o.out, steps) {
		t.Errorf("the gate is missing or open:\n%s", o.out)
	}
	o = talk(t, path, "confirm", "yes", "1x", "q")
	if !strings.Contains(o.out, "What would be lost: Wi-Fi passwords") || strings.Contains(o.out, steps) {
		t.Errorf("what would be lost is missing, or the steps are shown:\n%s", o.out)
	}
	o = talk(t, path, "Confirm", "1", "q")
	if !strings.Contains(o.out, steps) || !strings.Contains(o.out, "Caution: Do not choose") {
		t.Errorf("the steps are missing:\n%s", o.out)
	}
	want := "backup-switch=on next-backup-fits=fits odd-settings=empty turn-on-backup=failed " +
		"confirm=computer-backup confirm=loss:reset-all-settings reset-all-settings=done"
	if got := told(t, path); got != want {
		t.Errorf("the file tells %q, want %q", got, want)
	}
}

func TestNotNowAtAGatePutsTheFixOff(t *testing.T) {
	path := write(t, "case.toml", nearReset)
	talk(t, path, "1", "q")
	if got := told(t, path); !strings.HasSuffix(got, " reset-all-settings=declined") {
		t.Errorf("the file tells %q", got)
	}
}

func TestARiskyFixStaysClosedWhileHarmlessOnesAreLeft(t *testing.T) {
	path := write(t, "case.toml", head)
	o := talk(t, path, "", "c", "4", "confirm", "1", "q")
	if !strings.Contains(o.out, "These harmless ones come first:") || strings.Contains(o.out, steps) {
		t.Errorf("the reset is open:\n%s", o.out)
	}
	if !strings.Contains(o.out, "It starts the nightly backup.") {
		t.Errorf("the harmless fix did not open:\n%s", o.out)
	}
}

func TestNothingButTheWordOpensARiskyFix(t *testing.T) {
	t.Parallel()
	line := rapid.OneOf(rapid.SampledFrom([]string{
		"", "1", "2", "3", "4", "5", "6", "c", "b", "u", "r", "s", "m", "?", "y", "yes", "confirmed", "5 GB", "18",
	}), rapid.String())
	folder, runs := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		dir := filepath.Join(folder, strconv.Itoa(runs))
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "case.toml")
		start := rapid.SampledFrom([]string{head, nearReset}).Draw(t, "case")
		if err := os.WriteFile(path, []byte(start), 0o600); err != nil {
			t.Fatal(err)
		}
		script := rapid.SliceOfN(line, 0, 40).Draw(t, "script")
		for l := range strings.SplitSeq(strings.Join(script, "\n"), "\n") {
			if strings.EqualFold(strings.TrimSpace(l), "confirm") {
				t.Skip("it is the word")
			}
		}
		o := talk(t, path, script...)
		if o.code != 0 || strings.Contains(o.out, steps) {
			t.Fatalf("code %d, message %q, the steps are shown:\n%s", o.code, o.err, o.out)
		}
		if now := told(t, path); strings.Contains(now, "confirm=") {
			t.Fatalf("a gate opened: %s", now)
		}
	})
}
