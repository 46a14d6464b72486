package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	scale "golang.org/x/image/draw"
)

// sizes are the sides of icons in pixels, from the smallest that a list shows to the largest of a store.
var sizes = []int{16, 24, 32, 48, 64, 128, 256, 512}

// drawn is the side of both drawings in pixels. The renderer draws strokes rightly in that size alone, so that
// smaller pictures are made of it.
const drawn = 512

// draw draws an SVG file.
func draw(svg []byte) (image.Image, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("read the icon: %w", err)
	}
	icon.SetTarget(0, 0, drawn, drawn)
	drawing := image.NewNRGBA(image.Rect(0, 0, drawn, drawn))
	scanner := rasterx.NewScannerGV(drawn, drawn, drawing, drawing.Bounds())
	icon.Draw(rasterx.NewDasher(drawn, drawn, scanner), 1)
	return drawing, nil
}

// picture is a drawing as a square PNG with a side in pixels.
func picture(drawing image.Image, side int) ([]byte, error) {
	if side != drawn {
		small := image.NewNRGBA(image.Rect(0, 0, side, side))
		scale.CatmullRom.Scale(small, small.Bounds(), drawing, drawing.Bounds(), scale.Src, nil)
		drawing = small
	}
	var out bytes.Buffer
	err := png.Encode(&out, drawing)
	return out.Bytes(), err
}

// kinds are the four letters by which a Mac knows a picture's side, in the order of the file. The second of
// each pair is for screens with twice the dots.
var kinds = []struct {
	name string
	side int
}{
	{"icp4", 16},
	{"ic11", 32},
	{"icp5", 32},
	{"ic12", 64},
	{"ic07", 128},
	{"ic13", 256},
	{"ic08", 256},
	{"ic14", 512},
	{"ic09", 512},
}

// icns makes an icon file for macOS of pictures by their side: a header, then each picture with its kind and
// length.
func icns(pictures map[int][]byte) []byte {
	var body bytes.Buffer
	for _, k := range kinds {
		body.WriteString(k.name)
		body.Write(binary.BigEndian.AppendUint32(nil, uint32(len(pictures[k.side])+8)))
		body.Write(pictures[k.side])
	}
	head := binary.BigEndian.AppendUint32([]byte("icns"), uint32(body.Len()+8))
	return append(head, body.Bytes()...)
}

// ico makes an icon file for Windows of pictures by their side, from the largest: a header, an entry for each
// picture, and the pictures.
func ico(pictures map[int][]byte) []byte {
	sides := []int{256, 64, 48, 32, 24, 16}
	head := binary.LittleEndian.AppendUint16([]byte{0, 0, 1, 0}, uint16(len(sides)))
	at := len(head) + 16*len(sides)
	var body []byte
	for _, side := range sides {
		head = append(head, byte(side), byte(side), 0, 0, 1, 0, 32, 0) // 256 is written as 0
		head = binary.LittleEndian.AppendUint32(head, uint32(len(pictures[side])))
		head = binary.LittleEndian.AppendUint32(head, uint32(at+len(body)))
		body = append(body, pictures[side]...)
	}
	return append(head, body...)
}
