//go:build e2e && linux

package e2e

import (
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"time"
)

var pictures = flag.String("pictures", "../build/screenshots", "folder for the pictures that tests take")

// Screenshot waits until the window has stopped moving, saves its picture as NAME.png in the folder of the
// flag -pictures, and returns it. A window that never rests is taken as it is after three seconds.
func (w *Window) Screenshot(name string) *image.RGBA {
	w.t.Helper()
	picture := w.Picture()
	w.screen.save(name, picture)
	return picture
}

// Picture is Screenshot without the file.
func (w *Window) Picture() *image.RGBA {
	w.t.Helper()
	w.do()
	var last *image.RGBA
	_ = wait(3*time.Second, func() bool {
		before := last
		time.Sleep(100 * time.Millisecond)
		var err error
		if last, err = w.look(); err != nil {
			w.t.Fatal(err)
		}
		return before != nil && changed(before, last).Empty()
	})
	return last
}

// WaitForChange waits until the window no longer looks as in the picture, then until it rests, and returns
// the new one.
func (w *Window) WaitForChange(before *image.RGBA) *image.RGBA {
	w.t.Helper()
	WaitFor(w.t, "a change in the window", slow, func() bool {
		now, err := w.look()
		return err == nil && !changed(before, now).Empty()
	})
	return w.Picture()
}

// changed returns the smallest rectangle around all pixels that differ; it is empty for equal pictures.
// Pictures of different size differ everywhere.
func changed(a, b *image.RGBA) image.Rectangle {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Union(b.Bounds())
	}
	var changed image.Rectangle
	for y := a.Rect.Min.Y; y < a.Rect.Max.Y; y++ {
		for x := a.Rect.Min.X; x < a.Rect.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				changed = changed.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return changed
}

// plain tells whether a picture has one color only.
func plain(picture *image.RGBA) bool {
	first := picture.RGBAAt(picture.Rect.Min.X, picture.Rect.Min.Y)
	for y := picture.Rect.Min.Y; y < picture.Rect.Max.Y; y++ {
		for x := picture.Rect.Min.X; x < picture.Rect.Max.X; x++ {
			if picture.RGBAAt(x, y) != first {
				return false
			}
		}
	}
	return true
}

// look returns the window's part of the screen as it is now.
func (w *Window) look() (*image.RGBA, error) {
	place, err := w.place()
	if err != nil {
		return nil, err
	}
	screen := w.screen.picture()
	if screen == nil {
		return nil, errors.New("the screen shows nothing yet")
	}
	place = place.Intersect(screen.Bounds())
	cut := image.NewRGBA(image.Rectangle{Max: place.Size()})
	draw.Draw(cut, cut.Bounds(), screen, place.Min, draw.Src)
	return cut, nil
}

// picture returns the whole screen, or nil when there is none to see.
func (s *Screen) picture() *image.RGBA {
	data, err := os.ReadFile(s.frame)
	if err != nil {
		s.t.Log(err)
		return nil
	}
	picture, err := decodeXWD(data)
	if err != nil {
		s.t.Log(err)
		return nil
	}
	return picture
}

func (s *Screen) save(name string, picture image.Image) {
	s.t.Helper()
	if err := os.MkdirAll(*pictures, 0o755); err != nil {
		s.t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	if err := errors.Join(png.Encode(file, picture), file.Close()); err != nil {
		s.t.Fatal(err)
	}
}

// decodeXWD reads the only kind of picture that Xvfb keeps at a depth of 24: rows of blue, green, red and a
// spare byte. The header is a list of big-endian words (X11/XWDFile.h).
func decodeXWD(data []byte) (*image.RGBA, error) {
	const words, bytesOfColor, largest = 25, 12, 1 << 14
	if len(data) < 4*words {
		return nil, errors.New("xwd: no header")
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	version, width, height, order, bits, stride := word(1), word(4), word(5), word(7), word(11), word(12)
	if version != 7 || order != 0 || bits != 32 || width > largest || height > largest || stride < 4*width {
		return nil, fmt.Errorf("xwd: version %d, byte order %d, %d bits, %dx%d pixels, rows of %d bytes",
			version, order, bits, width, height, stride)
	}
	pixels := word(0) + bytesOfColor*word(19)
	if pixels < 0 || len(data) < pixels+stride*height {
		return nil, errors.New("xwd: cut short")
	}
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row := data[pixels+y*stride:]
		for x := range width {
			from, to := row[4*x:4*x+3], picture.Pix[y*picture.Stride+4*x:]
			to[0], to[1], to[2], to[3] = from[2], from[1], from[0], 0xff
		}
	}
	return picture, nil
}
