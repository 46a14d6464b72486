//go:build e2e && linux

package e2e

import (
	"fmt"
	"image"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Window is a window on a screen. Places are in pixels from its upper left corner.
type Window struct {
	t      testing.TB
	screen *Screen
	id     string
}

// do brings the window to the front, gives it the keyboard and runs a chain of xdotool's commands.
func (w *Window) do(args ...string) {
	w.t.Helper()
	if _, err := w.screen.xdotool(append([]string{"windowactivate", "--sync", w.id}, args...)...); err != nil {
		w.t.Fatal(err)
	}
}

// Point moves the mouse to a place.
func (w *Window) Point(x, y int) {
	w.t.Helper()
	w.do("mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y))
}

// Click presses the left mouse button at a place.
func (w *Window) Click(x, y int) {
	w.t.Helper()
	w.do("mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// Scroll turns the mouse wheel at a place, down by a number of notches, or up when it is negative.
func (w *Window) Scroll(x, y, notches int) {
	w.t.Helper()
	button := "5"
	if notches < 0 {
		button, notches = "4", -notches
	}
	w.do("mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y),
		"click", "--repeat", strconv.Itoa(notches), button)
}

// Key presses keys one after the other, each by X11's name: "Tab", "ctrl+z", "shift+Tab", "Page_Down".
func (w *Window) Key(keys ...string) {
	w.t.Helper()
	w.do(append([]string{"key", "--delay", "20"}, keys...)...)
}

// Type types a text of ASCII characters.
func (w *Window) Type(text string) {
	w.t.Helper()
	w.do("type", "--delay", "12", "--", text)
}

// Close closes the window as a person does, with Alt+F4.
func (w *Window) Close() {
	w.t.Helper()
	w.Key("alt+F4")
}

// Resize gives the window a size and waits until it has it; a window refuses less than its smallest size.
func (w *Window) Resize(width, height int) {
	w.t.Helper()
	w.do("windowsize", w.id, strconv.Itoa(width), strconv.Itoa(height))
	WaitFor(w.t, fmt.Sprintf("size %dx%d", width, height), 5*time.Second, func() bool {
		size, err := w.place()
		return err == nil && size.Dx() == width && size.Dy() == height
	})
}

// Size returns the window's width and height.
func (w *Window) Size() image.Point {
	w.t.Helper()
	place, err := w.place()
	if err != nil {
		w.t.Fatal(err)
	}
	return place.Size()
}

// place returns where on the screen the window is.
func (w *Window) place() (image.Rectangle, error) {
	out, err := w.screen.xdotool("getwindowgeometry", "--shell", w.id)
	if err != nil {
		return image.Rectangle{}, err
	}
	value := map[string]int{}
	for line := range strings.Lines(out) {
		name, number, _ := strings.Cut(strings.TrimSpace(line), "=")
		if value[name], err = strconv.Atoi(number); err != nil {
			return image.Rectangle{}, fmt.Errorf("xdotool getwindowgeometry: %w", err)
		}
	}
	x, y := value["X"], value["Y"]
	return image.Rect(x, y, x+value["WIDTH"], y+value["HEIGHT"]), nil
}
