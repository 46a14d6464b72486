package phone

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"backupdoctor/logic/drawing"
)

// Drawing lays the picture out at a width and returns it as shapes, which can be written into files.
func (p *Phone) Drawing(width float32) (*drawing.Drawing, error) {
	return drawingOf(p, width, p.HeightForWidth(width), p.AccessibilityLabel())
}

// Drawing lays the picture out at a width and returns it as shapes, which can be written into files.
func (h *Hardware) Drawing(width float32) (*drawing.Drawing, error) {
	return drawingOf(h, width, h.HeightForWidth(width), h.AccessibilityLabel())
}

// drawingOf turns a widget into shapes. It fails when the widget has an object that has no shape.
func drawingOf(w drawn, width, height float32, words string) (*drawing.Drawing, error) {
	w.outdate()
	w.layout(fyne.NewSize(width, height))
	shapes, err := shapesOf(w.objects(), fyne.Position{})
	if err != nil {
		return nil, err
	}
	return &drawing.Drawing{Width: float64(width), Height: float64(height), Shapes: shapes, Words: words}, nil
}

// shapesOf turns objects into shapes, from back to front.
func shapesOf(objects []fyne.CanvasObject, from fyne.Position) ([]drawing.Shape, error) {
	var list []drawing.Shape
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		shapes, err := shapesAt(o, from)
		if err != nil {
			return nil, err
		}
		list = append(list, shapes...)
	}
	return list, nil
}

// shapesAt turns one object into shapes; its parent begins at from.
func shapesAt(o fyne.CanvasObject, from fyne.Position) ([]drawing.Shape, error) {
	at := from.Add(o.Position())
	x, y, w, h := float64(at.X), float64(at.Y), float64(o.Size().Width), float64(o.Size().Height)
	switch o := o.(type) {
	case *fyne.Container:
		return shapesOf(o.Objects, at)
	case *container.Clip:
		inside, err := shapesOf([]fyne.CanvasObject{o.Content}, at)
		return []drawing.Shape{drawing.Window{X: x, Y: y, W: w, H: h, Shapes: inside}}, err
	case *canvas.Rectangle:
		b := drawing.Box{X: x, Y: y, W: w, H: h, Radius: float64(o.CornerRadius), Fill: nrgba(o.FillColor)}
		if o.TopLeftCornerRadius > o.CornerRadius {
			b.Radius, b.TopOnly = float64(o.TopLeftCornerRadius), true
		}
		if o.StrokeWidth > 0 {
			b.Stroke, b.Line = nrgba(o.StrokeColor), float64(o.StrokeWidth)
		}
		if b.Fill.A == 0 && b.Stroke.A == 0 {
			return nil, nil
		}
		return []drawing.Shape{b}, nil
	case *canvas.Circle:
		b := drawing.Box{X: x, Y: y, W: w, H: h, Radius: w / 2, Fill: nrgba(o.FillColor)}
		return []drawing.Shape{b}, nil
	case *canvas.Line:
		a, b := from.Add(o.Position1), from.Add(o.Position2)
		return []drawing.Shape{drawing.Stroke{
			X1: float64(a.X), Y1: float64(a.Y), X2: float64(b.X), Y2: float64(b.Y),
			Line: float64(o.StrokeWidth), Color: nrgba(o.StrokeColor),
		}}, nil
	case *canvas.Text:
		return []drawing.Shape{labelOf(o, x, y)}, nil
	case *canvas.LinearGradient:
		f := drawing.Fade{X: x, Y: y, W: w, H: h, From: nrgba(o.StartColor), To: nrgba(o.EndColor)}
		return []drawing.Shape{f}, nil
	case *canvas.Image:
		return patches(o, x, y, w, h)
	}
	return nil, fmt.Errorf("a drawing can't have a %T", o)
}

// labelOf turns a line of text into a label whose upper left corner is at x, y.
func labelOf(t *canvas.Text, x, y float64) drawing.Label {
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(t.Text, t.TextSize, t.TextStyle, nil)
	return drawing.Label{
		X: x, Baseline: y + float64(baseline), Width: float64(size.Width), Size: float64(t.TextSize),
		Bold: t.TextStyle.Bold, Color: nrgba(t.Color), Words: t.Text,
	}
}

func nrgba(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

// patches returns the filled outlines of an SVG file, in the middle of an area.
func patches(i *canvas.Image, x, y, w, h float64) ([]drawing.Shape, error) {
	if i.Resource == nil {
		return nil, fmt.Errorf("a drawing can't have a picture without a file")
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(i.Resource.Content()))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", i.Resource.Name(), err)
	}
	box := icon.ViewBox
	scale := min(w/box.W, h/box.H)
	x, y = x+(w-box.W*scale)/2-box.X*scale, y+(h-box.H*scale)/2-box.Y*scale
	list := make([]drawing.Shape, 0, len(icon.SVGPaths))
	for _, path := range icon.SVGPaths {
		fill := path.GetFillColor()
		if fill == nil {
			continue
		}
		list = append(list, drawing.Patch{Color: nrgba(fill), Steps: segments(path.Path, x, y, scale)})
	}
	return list, nil
}

// segments reads an outline of the rasterizer: numbers for the kind of each step, each followed by the points
// of the step.
func segments(path rasterx.Path, x, y, scale float64) []drawing.Segment {
	var list []drawing.Segment
	for i := 0; i < len(path); {
		s, n := drawing.Segment{Op: 'Z'}, 0
		switch rasterx.PathCommand(path[i]) {
		case rasterx.PathMoveTo:
			s.Op, n = 'M', 1
		case rasterx.PathLineTo:
			s.Op, n = 'L', 1
		case rasterx.PathQuadTo:
			s.Op, n = 'Q', 2
		case rasterx.PathCubicTo:
			s.Op, n = 'C', 3
		}
		for p := range n {
			s.Points[p] = [2]float64{x + float64(path[i+1+2*p])/64*scale, y + float64(path[i+2+2*p])/64*scale}
		}
		list = append(list, s)
		i += 1 + 2*n
	}
	return list
}
