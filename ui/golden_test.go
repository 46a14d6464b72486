package ui

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backupdoctor/ui/desk/desktest"
)

// renew writes pictures and texts instead of comparing them: make screenshots.
var renew = flag.Bool("renew", false, "write the pictures of docs/screenshots and the texts of testdata/gallery anew")

// golden compares a text with a file, line by line.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *renew {
		desktest.Must(os.MkdirAll(filepath.Dir(path), 0o755))
		desktest.Must(os.WriteFile(path, []byte(got), 0o644))
		return
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make screenshots writes it", err)
	}
	if string(before) == got {
		return
	}
	want, now := strings.Split(string(before), "\n"), strings.Split(got, "\n")
	for i := range want {
		if i >= len(now) || now[i] != want[i] {
			t.Fatalf("%s:%d: the window shows\n%s\ninstead of\n%s\nlook at it with GALLERY_DIR, and run make screenshots",
				path, i+1, lineOf(now, i), want[i])
		}
	}
}

func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "nothing more"
}

func compare(t *testing.T, path string, got image.Image) {
	t.Helper()
	var now bytes.Buffer
	if err := png.Encode(&now, got); err != nil {
		t.Fatal(err)
	}
	if *renew {
		desktest.Must(os.MkdirAll(filepath.Dir(path), 0o755))
		desktest.Must(os.WriteFile(path, now.Bytes(), 0o644))
		return
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make screenshots draws it", err)
	}
	want, err := png.Decode(bytes.NewReader(before))
	if err != nil {
		t.Fatal(err)
	}
	if bounds := got.Bounds(); bounds != want.Bounds() {
		t.Fatalf("the window is %v, the picture %v; look at it and run make screenshots", bounds, want.Bounds())
	}
	again, err := png.Decode(bytes.NewReader(now.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for y := want.Bounds().Min.Y; y < want.Bounds().Max.Y; y++ {
		for x := want.Bounds().Min.X; x < want.Bounds().Max.X; x++ {
			if want.At(x, y) != again.At(x, y) {
				failed := filepath.Join("testdata", "failed", filepath.Base(path))
				desktest.Must(os.MkdirAll(filepath.Dir(failed), 0o755))
				desktest.Must(os.WriteFile(failed, now.Bytes(), 0o644))
				t.Fatalf("the window looks different from %s at %d, %d; look at ui/%s and run make screenshots", path, x, y, failed)
			}
		}
	}
}
