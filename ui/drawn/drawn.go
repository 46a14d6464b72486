// Package drawn tells as text what a canvas shows, for golden files that a person can read in a diff. Only tests import it.
//
// Each line is a shape, or a widget with what is in it indented below, or after ">" when that is only one. A widget goes by
// its role for those who hear the window, and by its label, unless the label's words are drawn just so; a widget without a
// role has no line of its own, so that the text stays the same however the program is built. A place counts from the left top
// of what is around, in whole device independent pixels, so that only one line changes when a widget moves. Colours go by
// their names in the theme; the values are listed in the head. What is scrolled out of sight is left out.
package drawn

import (
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Canvas tells what a canvas shows: its content, and whatever lies over it.
func Canvas(c fyne.Canvas) string {
	t := &teller{used: map[string]color.NRGBA{}}
	all := area{size: c.Size()}
	lines := t.object(c.Content(), fyne.Position{}, all)
	for _, o := range c.Overlays().List() {
		lines = append(lines, "over it")
		lines = append(lines, indent(t.object(o, fyne.Position{}, all))...)
	}
	head := append([]string{"window " + sizeOf(all.size)}, t.colors()...)
	return strings.Join(append(head, lines...), "\n") + "\n"
}

// area is what of the window can be seen, counted from the same point as the places of what is told.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// within returns the part of the area that lies in another; its size is negative where there is none.
func (a area) within(b area) area {
	x, y := max(a.at.X, b.at.X), max(a.at.Y, b.at.Y)
	right, bottom := min(a.at.X+a.size.Width, b.at.X+b.size.Width), min(a.at.Y+a.size.Height, b.at.Y+b.size.Height)
	return area{fyne.NewPos(x, y), fyne.NewSize(right-x, bottom-y)}
}

// shows reports whether some of an object can be seen; a line may have no height or no width.
func (a area) shows(o area) bool {
	both := a.within(o).size
	return (both.Width > 0 || both.Width == 0 && o.size.Width == 0) && (both.Height > 0 || both.Height == 0 && o.size.Height == 0)
}

// teller turns objects into lines and collects the named colours in use.
type teller struct{ used map[string]color.NRGBA }

// object returns the lines of an object that stands at a place, as far as it can be seen.
func (t *teller) object(o fyne.CanvasObject, at fyne.Position, seen area) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	here := area{at, o.Size()}
	switch o := o.(type) {
	case *fyne.Container:
		var lines []string
		for _, part := range o.Objects {
			lines = append(lines, t.object(part, at.Add(part.Position()), seen)...)
		}
		return lines
	case *container.Scroll:
		line := fmt.Sprintf("scroll %s %s", placeOf(at), sizeOf(o.Size()))
		if o.Offset != (fyne.Position{}) {
			line += " scrolled " + placeOf(o.Offset)
		}
		return holding(line, "", t.parts(o, fyne.Position{}, inside(seen.within(here), at)))
	case fyne.Widget:
		kind, label := "", ""
		if _, ok := o.(interface{ SelectedText() string }); ok {
			kind = "entry" // what is typed stands in it
		} else if a, ok := o.(fyne.Accessible); ok {
			kind, label = string(a.AccessibilityRole()), a.AccessibilityLabel()
		}
		if kind == "" { // nobody is told of it; what is in it counts
			return t.parts(o, at, seen)
		}
		line := fmt.Sprintf("%s %s %s", kind, placeOf(at), sizeOf(o.Size()))
		return holding(line, label, t.parts(o, fyne.Position{}, inside(seen, at)))
	}
	if !seen.shows(here) {
		return nil
	}
	if line := t.shape(o, at); line != "" {
		return []string{line}
	}
	return nil
}

// parts returns the lines of what a widget at a place consists of.
func (t *teller) parts(o fyne.Widget, at fyne.Position, seen area) (lines []string) {
	for _, part := range test.WidgetRenderer(o).Objects() {
		lines = append(lines, t.object(part, at.Add(part.Position()), seen)...)
	}
	return lines
}

// inside counts an area from another point.
func inside(a area, from fyne.Position) area { return area{a.at.Subtract(from), a.size} }

// holding puts lines below the line of what holds them, or a single one beside it, with its label unless the lines have the
// same words. What shows nothing has no line.
func holding(line, label string, lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	if label = strings.ReplaceAll(label, "**", ""); label != "" && bare(label) != bare(wordsIn(lines)) {
		line += " " + strconv.Quote(label)
	}
	if !slices.ContainsFunc(lines[1:], func(l string) bool { return !strings.HasPrefix(l, " ") }) {
		lines[0] = line + " > " + lines[0]
		return lines
	}
	return append([]string{line}, indent(lines)...)
}

var quoted = regexp.MustCompile(`^(?:.*> )? *("(?:[^"\\]|\\.)*") -?\d+,`)

// wordsIn are the texts that some lines draw.
func wordsIn(lines []string) string {
	var all strings.Builder
	for _, l := range lines {
		if found := quoted.FindStringSubmatch(l); found != nil {
			text, _ := strconv.Unquote(found[1])
			all.WriteString(text)
		}
	}
	return all.String()
}

func bare(text string) string { return strings.Join(strings.Fields(text), "") }

func indent(lines []string) []string {
	for i := range lines {
		lines[i] = "  " + lines[i]
	}
	return lines
}

// shape returns the line of a shape, or nothing when it has no colour.
func (t *teller) shape(o fyne.CanvasObject, at fyne.Position) string {
	where := placeOf(at) + " " + sizeOf(o.Size())
	switch o := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(o.Text) == "" {
			return ""
		}
		return fmt.Sprintf("%q %s %s %s%s", o.Text, placeOf(at), number(o.TextSize), t.color(o.Color, words), styleOf(o))
	case *canvas.Rectangle:
		return t.filled("box", where, o.FillColor, o.StrokeColor, o.StrokeWidth, o.CornerRadius)
	case *canvas.Circle:
		return t.filled("circle", where, o.FillColor, o.StrokeColor, o.StrokeWidth, 0)
	case *canvas.Line:
		return fmt.Sprintf("line %s to %s %s wide %s", placeOf(at.Add(o.Position1.Subtract(o.Position()))),
			placeOf(at.Add(o.Position2.Subtract(o.Position()))), number(o.StrokeWidth), t.color(o.StrokeColor, words))
	case *canvas.Image:
		if o.Resource == nil {
			return "image " + where
		}
		return fmt.Sprintf("image %s %s", where, o.Resource.Name())
	case *canvas.Raster:
		return fmt.Sprintf("raster %s of sum %08x", where, sum(o.Generator(int(o.Size().Width), int(o.Size().Height))))
	case *canvas.LinearGradient:
		return fmt.Sprintf("shade %s from %s to %s", where, t.color(o.StartColor, fills), t.color(o.EndColor, fills))
	}
	return fmt.Sprintf("%T %s", o, where)
}

// filled is the line of a shape with a fill and an outline.
func (t *teller) filled(kind, where string, fill, stroke color.Color, width, corner float32) string {
	line := kind + " " + where
	if isSeen(fill) {
		line += " " + t.color(fill, fills)
	}
	if isSeen(stroke) && width > 0 {
		line += fmt.Sprintf(" outline %s %s", number(width), t.color(stroke, words))
	}
	if line == kind+" "+where {
		return ""
	}
	if corner > 0 {
		line += " corner " + number(corner)
	}
	return line
}

func isSeen(c color.Color) bool {
	if c == nil {
		return false
	}
	_, _, _, a := c.RGBA()
	return a > 0
}

func styleOf(o *canvas.Text) string {
	style := ""
	if o.TextStyle.Bold {
		style += " bold"
	}
	if o.TextStyle.Italic {
		style += " italic"
	}
	if o.TextStyle.Monospace {
		style += " monospace"
	}
	switch o.Alignment {
	case fyne.TextAlignCenter:
		style += " centred"
	case fyne.TextAlignTrailing:
		style += " trailing"
	}
	return style
}

// sum is a checksum of a picture's pixels.
func sum(picture image.Image) uint32 {
	plain := image.NewNRGBA(picture.Bounds())
	draw.Draw(plain, plain.Bounds(), picture, plain.Bounds().Min, draw.Src)
	return crc32.ChecksumIEEE(plain.Pix)
}

func whole(v float32) int { return int(math.Round(float64(v))) }

func number(v float32) string { return strconv.FormatFloat(float64(v), 'g', 3, 32) }

func placeOf(p fyne.Position) string { return fmt.Sprintf("%d,%d", whole(p.X), whole(p.Y)) }

func sizeOf(s fyne.Size) string { return fmt.Sprintf("%dx%d", whole(s.Width), whole(s.Height)) }
