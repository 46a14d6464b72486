package place

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Dashed draws the outline of an entry dashed while the entry shows an estimate.
type Dashed struct {
	widget.BaseWidget
	content fyne.CanvasObject
	gaps    *canvas.Raster
}

var _ flow.HeightForWidther = (*Dashed)(nil)

// NewDashed makes the outline of content dashable; at first the outline is whole.
func NewDashed(content fyne.CanvasObject) *Dashed {
	d := &Dashed{content: content}
	d.gaps = canvas.NewRaster(d.draw)
	d.gaps.Hide()
	d.ExtendBaseWidget(d)
	return d
}

// SetDashed makes the outline dashed, or whole again.
func (d *Dashed) SetDashed(on bool) {
	if d.gaps.Hidden == !on {
		return
	}
	d.gaps.Hidden = !on
	d.Refresh()
}

// Dashed reports whether the outline is dashed.
func (d *Dashed) Dashed() bool { return !d.gaps.Hidden }

// HeightForWidth implements flow.HeightForWidther.
func (d *Dashed) HeightForWidth(w float32) float32 { return flow.HeightFor(d.content, w) }

// CreateRenderer implements fyne.Widget.
func (d *Dashed) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(d, d.layout, d.leastSize, d.objects)
}

func (d *Dashed) leastSize() fyne.Size { return d.content.MinSize() }

func (d *Dashed) layout(size fyne.Size) {
	d.content.Resize(size)
	d.gaps.Resize(size)
}

func (d *Dashed) objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.content, d.gaps} }

func (d *Dashed) children() []fyne.CanvasObject { return []fyne.CanvasObject{d.content} }

// dash is the length of a dash and of the gap behind it.
const dash = 4

// draw paints the gaps over the outline in the colour of the inside; the corners stay.
func (d *Dashed) draw(w, h int) image.Image {
	l := paint.LookOf(d)
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == 0 || h == 0 || d.gaps.Size().Width == 0 {
		return img
	}
	pixel := float32(w) / d.gaps.Size().Width
	deep := int((l.Size(fynetheme.SizeNameInputBorder)+0.6)*pixel + 0.5)
	corner := int(l.Size(fynetheme.SizeNameInputRadius) * pixel)
	inside := color.NRGBAModel.Convert(l.Color(theme.ColorSurface)).(color.NRGBA)
	gap := func(at, length int) bool {
		return at >= corner && at < length-corner && int(float32(at-corner)/(dash*pixel))%2 == 1
	}
	for x := range w {
		for y := range h {
			level := (y < deep || y >= h-deep) && gap(x, w)
			upright := (x < deep || x >= w-deep) && gap(y, h)
			if level || upright {
				img.SetNRGBA(x, y, inside)
			}
		}
	}
	return img
}
