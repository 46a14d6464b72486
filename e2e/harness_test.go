//go:build e2e && linux

package e2e

import (
	"image"
	"strings"
	"testing"
	"time"
)

// The harness is tested on the smallest program: what it does must be seen there, and what goes wrong there
// must be noticed.

const smallest = "e2e/testdata/smallest"

func TestHandsAndEyes(t *testing.T) {
	t.Parallel()
	screen := NewScreen(t, 1000, 700)
	program := screen.Start(t, Launch{Binary: Build(t, smallest)})
	window := program.Window(t, "Smallest")

	window.Resize(500, 350)
	if size := window.Size(); size != image.Pt(500, 350) {
		t.Fatalf("size %v after Resize", size)
	}
	before := window.Screenshot("smallest")
	if before.Bounds().Size() != image.Pt(500, 350) || plain(before) {
		t.Fatalf("picture of %v, plain: %v", before.Bounds(), plain(before))
	}

	window.Click(250, 20)
	WaitFor(t, "first click", slow, func() bool { return strings.Contains(program.Log(), "clicked 1\n") })
	after := window.WaitForChange(before)
	window.Screenshot("smallest-clicked")
	if moved := changed(before, after); moved.Max.Y > 120 {
		t.Errorf("a click on the button at the top changed %v", moved)
	}

	window.Click(250, 335)
	window.Type("Grandma's iPhone: 63.9 GB")
	window.Key("Return")
	WaitFor(t, "typed text", slow, func() bool {
		return strings.Contains(program.Log(), "entered Grandma's iPhone: 63.9 GB\n")
	})

	window.Close()
	if code, err := program.Exit(slow); code != 0 || err != nil {
		t.Errorf("exit code %d, %v, after the window was closed", code, err)
	}
	if troubles := program.troubles(); troubles != nil {
		t.Errorf("troubles of a sound program: %q", troubles)
	}
}

func TestTwoProgramsOnOneScreen(t *testing.T) {
	t.Parallel()
	screen := NewScreen(t, 1000, 700)
	binary := Build(t, smallest)
	first := screen.Start(t, Launch{Binary: binary, Env: []string{"SMALLEST_TITLE=one"}})
	second := screen.Start(t, Launch{Binary: binary, Env: []string{"SMALLEST_TITLE=two", "FYNE_THEME=dark"}})
	one, two := first.Window(t, "Smallest one"), second.Window(t, "Smallest two")

	one.Click(200, 20)
	WaitFor(t, "click in the first window", slow, func() bool { return strings.Contains(first.Log(), "clicked 1") })
	two.Click(200, 20)
	WaitFor(t, "click in the second window", slow, func() bool { return strings.Contains(second.Log(), "clicked 1") })
	if log := first.Log() + second.Log(); strings.Contains(log, "clicked 2") {
		t.Errorf("a click went to the wrong window:\n%s", log)
	}
	light, dark := one.Picture().RGBAAt(5, 150), two.Picture().RGBAAt(5, 150)
	if light.G < 128 || dark.G > 128 {
		t.Errorf("background of the light window %v, of the dark one %v", light, dark)
	}

	first.Kill()
	if code, err := first.Exit(slow); code != -1 || err != nil {
		t.Errorf("exit code %d, %v, after a kill", code, err)
	}
	if _, err := second.Exit(0); err == nil {
		t.Error("the second program ended with the first")
	}
}

func TestTroubleIsNoticed(t *testing.T) {
	t.Parallel()
	screen := NewScreen(t, 1000, 700)
	binary := Build(t, smallest)

	program := screen.Start(t, Launch{Binary: binary, Args: []string{"wrong"}, Unchecked: true})
	program.Window(t, "Smallest").Click(200, 20)
	WaitFor(t, "complaint about the wrong goroutine", slow, func() bool { return program.troubles() != nil })
	if found := program.troubles()[0]; !strings.Contains(found, "smallest/main.go") {
		t.Errorf("the complaint does not name the place: %q", found)
	}

	silent := screen.Start(t, Launch{Binary: binary, Args: []string{"silent"}})
	if w, err := silent.window("Smallest", time.Second); err == nil {
		t.Errorf("window %s of a program that shows none", w.id)
	}
	silent.Kill()
	if _, err := silent.window("Smallest", time.Second); err == nil || !strings.Contains(err.Error(), "ended") {
		t.Errorf("waiting for a window of an ended program: %v", err)
	}
}

func TestBrokenPicturesAreRefused(t *testing.T) {
	word := func(values ...uint32) []byte {
		var data []byte
		for _, v := range values {
			data = append(data, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
		}
		return data
	}
	// A picture of 2x1 pixels: header size, version, format, depth, width, height, offset, byte order, …
	header := word(100, 7, 2, 24, 2, 1, 0, 0, 32, 0, 32, 32, 8, 4, 0, 0, 0, 8, 0, 0, 2, 1, 0, 0, 0)
	good := append(header, 1, 2, 3, 0, 4, 5, 6, 0)
	picture, err := decodeXWD(good)
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.RGBAAt(1, 0); got.R != 6 || got.G != 5 || got.B != 4 {
		t.Errorf("second pixel %v, want red 6, green 5, blue 4", got)
	}
	for i := range good {
		if _, err := decodeXWD(good[:i]); err == nil {
			t.Errorf("a picture cut to %d bytes was taken", i)
		}
	}
	for name, at := range map[string]int{"version": 7, "width": 16, "byte order": 31, "bits": 47, "row": 51} {
		bad := append([]byte(nil), good...)
		bad[at] ^= 0x5a
		if _, err := decodeXWD(bad); err == nil {
			t.Errorf("a picture with a wrong %s was taken", name)
		}
	}
}
