package drawing_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"pgregory.net/rapid"

	"backupdoctor/logic/drawing"
)

func colors() *rapid.Generator[color.NRGBA] {
	return rapid.Custom(func(t *rapid.T) color.NRGBA {
		c := rapid.Byte()
		return color.NRGBA{c.Draw(t, "r"), c.Draw(t, "g"), c.Draw(t, "b"), rapid.SampledFrom([]uint8{0, 100, 255}).Draw(t, "a")}
	})
}

// shapes makes every kind of shape; windows hold others down to a depth.
func shapes(depth int) *rapid.Generator[[]drawing.Shape] {
	one := rapid.Custom(func(t *rapid.T) drawing.Shape {
		x := rapid.Float64Range(-50, 150)
		at := func(name string) float64 { return x.Draw(t, name) }
		ink := colors()
		switch rapid.IntRange(0, min(depth, 1)+4).Draw(t, "kind") {
		case 0:
			return drawing.Box{
				X: at("x"), Y: at("y"), W: at("w"), H: at("h"), Radius: at("radius"), TopOnly: rapid.Bool().Draw(t, "top"),
				Fill: ink.Draw(t, "fill"), Stroke: ink.Draw(t, "stroke"), Line: 2,
			}
		case 1:
			return drawing.Stroke{X1: at("x1"), Y1: at("y1"), X2: at("x2"), Y2: at("y2"), Line: 1, Color: ink.Draw(t, "color")}
		case 2:
			return drawing.Label{X: at("x"), Baseline: at("y"), Width: 40, Size: 8, Color: ink.Draw(t, "color"), Words: rapid.String().Draw(t, "words")}
		case 3:
			return drawing.Fade{X: at("x"), Y: at("y"), W: 20, H: 20, From: ink.Draw(t, "from"), To: ink.Draw(t, "to")}
		case 4:
			return drawing.Patch{Color: ink.Draw(t, "color"), Steps: []drawing.Segment{
				{Op: 'M', Points: [3][2]float64{{at("x"), at("y")}}},
				{Op: 'L', Points: [3][2]float64{{5, 5}}},
				{Op: 'Q', Points: [3][2]float64{{5, 6}, {7, 8}}},
				{Op: 'C', Points: [3][2]float64{{5, 6}, {7, 8}, {9, 9}}},
				{Op: 'Z'},
			}}
		}
		return drawing.Window{X: at("x"), Y: at("y"), W: 50, H: 50, Shapes: shapes(depth-1).Draw(t, "inside")}
	})
	return rapid.SliceOfN(one, 0, 6)
}

func labels(list []drawing.Shape) (all []drawing.Label) {
	for _, s := range list {
		switch s := s.(type) {
		case drawing.Label:
			all = append(all, s)
		case drawing.Window:
			all = append(all, labels(s.Shapes)...)
		}
	}
	return all
}

// TestAnyDrawingIsAWholePicture reads the SVG of random drawings: it is XML, its words are words and no
// markup, and it refers to nothing but parts of itself.
func TestAnyDrawingIsAWholePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawing.Drawing{Width: 100, Height: 100, Shapes: shapes(2).Draw(t, "shapes")}
		reader := xml.NewDecoder(strings.NewReader(d.SVG()))
		ids, found := map[string]bool{}, []string{}
		for inText := false; ; {
			token, err := reader.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%v in %s", err, d.SVG())
			}
			switch token := token.(type) {
			case xml.StartElement:
				if inText = token.Name.Local == "text"; inText {
					found = append(found, "")
				}
				for _, a := range token.Attr {
					if a.Name.Local == "id" {
						if ids[a.Value] {
							t.Errorf("the id %q stands there twice", a.Value)
						}
						ids[a.Value] = true
					}
					if ref, ok := strings.CutPrefix(a.Value, "url(#"); ok && !ids[strings.TrimSuffix(ref, ")")] {
						t.Errorf("%s refers to what is not there", a.Value)
					}
					if a.Name.Local == "href" {
						t.Errorf("a link to %q", a.Value)
					}
				}
			case xml.CharData:
				if inText {
					found[len(found)-1] += string(token)
				}
			case xml.EndElement:
				inText = false
			}
		}
		want := labels(d.Shapes)
		if len(found) != len(want) {
			t.Fatalf("%d texts, want %d", len(found), len(want))
		}
		for i := range want { // signs that XML can't have are replaced, so only the others are compared
			if plain(want[i].Words) && found[i] != want[i].Words {
				t.Errorf("the text %q became %q", want[i].Words, found[i])
			}
		}
	})
}

func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0xFFFD || r == 0xFFFE || r == 0xFFFF })
}

// TestAnyDrawingGoesIntoAFile draws random drawings into a PDF file, whose library then reports no error, and
// has every label written that is not transparent.
func TestAnyDrawingGoesIntoAFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawing.Drawing{Width: 100, Height: 100, Shapes: shapes(2).Draw(t, "shapes")}
		f := fpdf.New("P", "mm", "A4", "")
		f.AddPage()
		var written []string
		d.PDF(f, 20, 30, 0.5, func(l drawing.Label, x, baseline, size float64) {
			written = append(written, l.Words)
			if x != 20+l.X/2 || baseline != 30+l.Baseline/2 || size != l.Size/2 {
				t.Errorf("a label at %v, %v, %v high", x, baseline, size)
			}
		})
		var out bytes.Buffer
		if err := f.Output(&out); err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, l := range labels(d.Shapes) {
			if l.Color.A > 0 {
				want = append(want, l.Words)
			}
		}
		if !slices.Equal(written, want) {
			t.Errorf("the labels written are %q, want %q", written, want)
		}
	})
}

func TestCountLooksIntoWindows(t *testing.T) {
	inside := []drawing.Shape{drawing.Box{}, drawing.Window{Shapes: []drawing.Shape{drawing.Box{}, drawing.Box{}}}}
	d := drawing.Drawing{Shapes: []drawing.Shape{drawing.Window{Shapes: inside}, drawing.Stroke{}}}
	if n := d.Count(); n != 6 {
		t.Errorf("%d shapes, want 6", n)
	}
}
