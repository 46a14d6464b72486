package widgets

import (
	"embed"
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
)

// Status is the state of one check.
type Status int

// The states of a check.
const (
	StatusOpen       Status = iota // not looked at yet
	StatusNext                     // the check to do now
	StatusFine                     // looked at, no problem
	StatusProblem                  // looked at, a problem
	StatusCannotTell               // looked at, no answer possible
	StatusWaiting                  // done, the result comes later
	StatusSolved                   // the case is solved; the only good state with colour
)

// statusLooks are the drawing and the colour of each state. Fine is quiet on purpose: only a problem and the
// next check have colour.
var statusLooks = map[Status]struct {
	file  string
	color fyne.ThemeColorName
	on    fyne.ThemeColorName
}{
	StatusOpen:       {"open", theme.ColorControl, theme.ColorSurface},
	StatusNext:       {"next", theme.ColorAccent, theme.ColorOnAccent},
	StatusFine:       {"fine", theme.ColorMuted, theme.ColorSurface},
	StatusProblem:    {"problem", theme.ColorBad, theme.ColorOnStatus},
	StatusCannotTell: {"unknown", theme.ColorControl, theme.ColorSurface},
	StatusWaiting:    {"waiting", theme.ColorMuted, theme.ColorSurface},
	StatusSolved:     {"solved", theme.ColorOK, theme.ColorOnStatus},
}

// The drawings have no strokes: Fyne's renderer does not scale strokes, which would be hairlines on a fine
// screen or at a large text size.
//
//go:embed icons/*.svg
var iconFiles embed.FS

// StatusIcon draws the state of a check. A word beside the icon always says the same.
type StatusIcon struct {
	widget.BaseWidget
	status  Status
	file    string              // of a drawing that shows no state; empty for a state
	ground  fyne.ThemeColorName // behind such a drawing
	size    fyne.ThemeSizeName
	image   canvas.Image
	drawing statusDrawing // in the image; the zero value before the first layout
}

// NewStatusIcon makes an icon.
func NewStatusIcon(s Status) *StatusIcon {
	i := &StatusIcon{status: s, size: theme.SizeIcon}
	i.image.FillMode = canvas.ImageFillContain
	i.ExtendBaseWidget(i)
	return i
}

// newIcon makes an icon of a drawing that shows no state, for a surface.
func newIcon(file string) *StatusIcon {
	i := NewStatusIcon(StatusOpen)
	i.file, i.ground = file, theme.ColorSurface
	return i
}

// Large makes the icon as high as a button, for the head of a page, and returns the icon.
func (i *StatusIcon) Large() *StatusIcon { i.size = theme.SizeControl; i.Refresh(); return i }

// SetStatus replaces the state.
func (i *StatusIcon) SetStatus(s Status) {
	if i.status != s {
		i.status = s
		i.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (i *StatusIcon) CreateRenderer() fyne.WidgetRenderer {
	return paint.NewRenderer(i, i.layout, i.leastSize, i.objects)
}

func (i *StatusIcon) leastSize() fyne.Size {
	return fyne.NewSquareSize(paint.LookOf(i).Size(i.size))
}

func (i *StatusIcon) layout(size fyne.Size) {
	now := statusDrawingOf(paint.LookOf(i), i.status)
	if i.file != "" {
		now.file, now.sign, now.on = i.file, paint.LookOf(i).Color(theme.ColorAccent), paint.LookOf(i).Color(i.ground)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(i); c != nil {
		now.scale = c.Scale()
	}
	if now != i.drawing {
		i.drawing, i.image.Resource = now, now.resource()
		i.image.Refresh()
	}
	i.image.Resize(size)
}

func (i *StatusIcon) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&i.image} }

// statusDrawing holds everything that the drawing of a state depends on.
type statusDrawing struct {
	file     string
	sign, on color.Color
	scale    float32 // of the canvas; 0 without a canvas
}

// statusDrawingOf returns the drawing of a state in the colours of the theme.
func statusDrawingOf(l paint.Look, s Status) statusDrawing {
	looks, ok := statusLooks[s]
	if !ok {
		looks = statusLooks[StatusOpen]
	}
	return statusDrawing{file: looks.file, sign: l.Color(looks.color), on: l.Color(looks.on)}
}

// resource returns the drawing as a file. Its name holds the colours, because Fyne caches drawings by name.
func (d statusDrawing) resource() fyne.Resource {
	data, err := iconFiles.ReadFile("icons/" + d.file + ".svg")
	if err != nil {
		fyne.LogError("status icon "+d.file, err)
		return fyne.NewStaticResource("status-missing.svg", nil)
	}
	sign, on := hex(d.sign), hex(d.on)
	svg := strings.NewReplacer("signColor", sign, "onColor", on).Replace(string(data))
	return fyne.NewStaticResource("status-"+d.file+"-"+sign[1:]+on[1:]+".svg", []byte(svg))
}

// hex writes a colour as SVG needs it: #rrggbb.
func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}
