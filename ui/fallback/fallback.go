// Package fallback notices that no window can be opened, so that the same job can go on in the terminal. The
// toolkit itself ends with a stack trace when there is no display, and waits for ever when the display can't
// draw.
package fallback

import (
	"bytes"
	"io"
	"runtime"
	"sync"
	"time"

	"backupdoctor/logic/words"
)

// patience is the longest time until the first drawing of a window. Remote displays are slow.
const patience = 20 * time.Second

// NoDisplay returns the reason why there can be no window, or the zero sentence when there may be one.
func NoDisplay(getenv func(string) string) words.Sentence {
	switch runtime.GOOS {
	case "windows", "darwin", "android", "ios":
		return words.Sentence{}
	}
	if getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return words.Say("fallback.no-display")
	}
	return words.Sentence{}
}

// complaints are lines that the toolkit logs when it will never draw. Those before the last are about OpenGL;
// of the second, Windows's own, the toolkit says nothing else.
var complaints = [][]byte{
	[]byte("window creation error"),
	[]byte("PlatformError: WGL: "),
	[]byte("failed to initialise GLFW"),
}

// noise is a line that the toolkit logs about a store that this program does not use: at the end the toolkit
// reads the file of the store while it writes the file.
var noise = []byte("Preferences load error")

// Watch waits for the first drawing of a window.
type Watch struct {
	once   sync.Once
	passed io.Writer
	failed func(why words.Sentence)
	quiet  bool // a complaint was seen; the next lines belong to the complaint
	noisy  bool // noise was seen; its details follow
	mu     sync.Mutex
}

// NewWatch calls failed, at most once and from a goroutine of its own, when Drawn is not called in time or
// the log says that the window will never be drawn. The log must be written to the watch, which hands other
// lines on to log.
func NewWatch(log io.Writer, failed func(why words.Sentence)) *Watch {
	w := &Watch{passed: log, failed: failed}
	time.AfterFunc(patience, func() {
		w.fail(words.Say("fallback.too-late", "Seconds", int(patience/time.Second)))
	})
	return w
}

// fail calls failed, unless Drawn or fail was called before.
func (w *Watch) fail(why words.Sentence) {
	w.once.Do(func() { go w.failed(why) })
}

// Drawn stops the watch, because the window is drawn or because the caller deals with its absence. It returns
// false when failed has been called, or Drawn was called before.
func (w *Watch) Drawn() bool {
	first := false
	w.once.Do(func() { first = true })
	return first
}

// Write implements io.Writer for the log.
func (w *Watch) Write(line []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, c := range complaints {
		if bytes.Contains(line, c) {
			w.quiet = true
			// Without OpenGL the toolkit goes on and waits; without a display it panics, and the caller deals
			// with that.
			if i < len(complaints)-1 {
				w.fail(words.Say("fallback.no-opengl"))
			}
		}
	}
	detail := bytes.Contains(line, []byte("  Cause: ")) || bytes.Contains(line, []byte("  At: "))
	if w.noisy = bytes.Contains(line, noise) || w.noisy && detail; w.noisy {
		return len(line), nil
	}
	if w.quiet && (detail || bytes.Contains(line, []byte("Fyne error:"))) {
		return len(line), nil
	}
	w.quiet = false
	return w.passed.Write(line)
}
