package fallback_test

import (
	"bytes"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"backupdoctor/logic/words"
	"backupdoctor/ui/fallback"
)

func TestADisplayIsNeededWhereThereAreDisplays(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i+1 < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	if runtime.GOOS == "linux" && fallback.NoDisplay(env()).IsZero() {
		t.Error("without a display nothing is said")
	}
	for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY"} {
		if why := fallback.NoDisplay(env(name, ":0")); !why.IsZero() {
			t.Errorf("with %s it says %q", name, why)
		}
	}
}

func TestTheWatchEndsOnceAndForOneReason(t *testing.T) {
	for _, test := range []struct {
		name string
		do   func(w *fallback.Watch)
		want string // part of the reason; empty when nothing failed
		log  string // what passes on
	}{
		{"drawn", func(w *fallback.Watch) { w.Drawn() }, "", ""},
		{"never drawn", func(*fallback.Watch) {}, "20 seconds", ""},
		{"drawn, then a complaint", func(w *fallback.Watch) {
			w.Drawn()
			write(w, "Fyne error:  something else\n")
		}, "", "Fyne error:  something else\n"},
		{"no OpenGL", func(w *fallback.Watch) {
			write(w, "Fyne error:  window creation error\n", "  Cause: GLX\n", "  At: x.go:1\n", "other\n")
		}, "OpenGL", "other\n"},
		{"no OpenGL on Windows", func(w *fallback.Watch) {
			write(w, "2026/11/27 22:16:44 PlatformError: WGL: Failed to set pixel format for dummy context: Invalid window handle. \n")
		}, "OpenGL", "2026/11/27 22:16:44 PlatformError: WGL: Failed to set pixel format for dummy context: Invalid window handle. \n"},
		{"a store that is not used", func(w *fallback.Watch) {
			w.Drawn()
			write(w, "Fyne error:  Preferences load error:\n", "  Cause: EOF\n", "  At: preferences.go:105\n", "Fyne error:  other\n", "  Cause: x\n")
		}, "", "Fyne error:  other\n  Cause: x\n"},
		{"no display is the caller's to tell", func(w *fallback.Watch) {
			write(w, "Fyne error:  failed to initialise GLFW\n")
			w.Drawn()
		}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var log bytes.Buffer
				var reasons []string
				w := fallback.NewWatch(&log, func(why words.Sentence) { reasons = append(reasons, why.String()) })
				test.do(w)
				time.Sleep(time.Minute)
				synctest.Wait()
				if got := strings.Join(reasons, "|"); (test.want == "") != (got == "") || !strings.Contains(got, test.want) || len(reasons) > 1 {
					t.Errorf("it failed for %q, want %q", got, test.want)
				}
				if log.String() != test.log {
					t.Errorf("the log got %q, want %q", log.String(), test.log)
				}
			})
		})
	}
}

func write(w *fallback.Watch, lines ...string) {
	for _, line := range lines {
		_, _ = w.Write([]byte(line))
	}
}
