package paint

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"backupdoctor/ui/theme"
)

// Ring is the mark of keyboard focus, drawn outset pixels outside an area, or inside when negative.
type Ring struct{ Rect canvas.Rectangle }

// Place draws the ring around an area, or hides it.
func (r *Ring) Place(l Look, pos fyne.Position, size fyne.Size, radius, outset float32, shown bool) {
	r.Rect.FillColor = color.Transparent
	r.Rect.StrokeColor = l.Color(theme.ColorAccent)
	r.Rect.StrokeWidth = l.Size(theme.SizeFocusRing)
	r.Rect.CornerRadius = fyne.Max(radius+outset, 0)
	r.Rect.Move(pos.SubtractXY(outset, outset))
	r.Rect.Resize(size.AddWidthHeight(2*outset, 2*outset))
	r.Rect.Hidden = !shown
}

// Fill colours a rectangle and gives it a border of one line, if line is not empty.
func Fill(l Look, r *canvas.Rectangle, background, line fyne.ThemeColorName, radius float32) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, 0
	if background != "" {
		r.FillColor = l.Color(background)
	}
	if line != "" {
		r.StrokeColor, r.StrokeWidth = l.Color(line), l.Size(theme.SizeLine)
	}
	r.CornerRadius = radius
}
