package widgets

import (
	"embed"
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/theme"
)

// Status is the state of one check.
type Status int

// The states of a check.
const (
	StatusOpen       Status = iota // not looked at yet
	StatusNext                     // the one to do now
	StatusFine                     // looked at, no problem
	StatusProblem                  // looked at, a problem
	StatusCannotTell               // looked at, no answer possible
	StatusWaiting                  // done, the result comes later
	StatusSolved                   // all of it is over; the one good state with colour
)

// statusLooks gives each state a drawing and a colour. Fine is quiet on purpose: only a problem and the
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

// The drawings have no strokes: Fyne's renderer does not scale the thickness of strokes, so they would be
// hairlines on a fine screen or at a large text size.
//
//go:embed icons/*.svg
var iconFiles embed.FS

// StatusIcon draws the state of a check. A word beside it always says the same.
type StatusIcon struct {
	widget.BaseWidget
	status Status
	size   fyne.ThemeSizeName
	image  canvas.Image
	scale  float32 // of the canvas that the image was drawn for
}

// NewStatusIcon makes an icon.
func NewStatusIcon(s Status) *StatusIcon {
	i := &StatusIcon{status: s, size: theme.SizeIcon}
	i.image.FillMode = canvas.ImageFillContain
	i.ExtendBaseWidget(i)
	return i
}

// Large makes the icon as high as a button, for the head of a page, and returns it.
func (i *StatusIcon) Large() *StatusIcon { i.size = theme.SizeControl; i.Refresh(); return i }

// SetStatus replaces the state.
func (i *StatusIcon) SetStatus(s Status) {
	if i.status != s {
		i.status = s
		i.Refresh()
	}
}

// CreateRenderer is used by Fyne.
func (i *StatusIcon) CreateRenderer() fyne.WidgetRenderer { return renderer{i} }

func (i *StatusIcon) leastSize() fyne.Size {
	return fyne.NewSquareSize(lookOf(i).size(i.size))
}

func (i *StatusIcon) layout(size fyne.Size) {
	res, scale := statusResource(lookOf(i), i.status), float32(0)
	if c := fyne.CurrentApp().Driver().CanvasForObject(i); c != nil {
		scale = c.Scale()
	}
	if i.image.Resource == nil || i.image.Resource.Name() != res.Name() || i.scale != scale {
		i.image.Resource, i.scale = res, scale
		i.image.Refresh()
	}
	i.image.Resize(size)
}

func (i *StatusIcon) objects() []fyne.CanvasObject { return []fyne.CanvasObject{&i.image} }

// statusResource is the drawing of a state in the colours of the theme. The name holds the colours,
// because Fyne keeps drawings by name.
func statusResource(l look, s Status) fyne.Resource {
	looks, ok := statusLooks[s]
	if !ok {
		looks = statusLooks[StatusOpen]
	}
	sign, on := hex(l.color(looks.color)), hex(l.color(looks.on))
	data, err := iconFiles.ReadFile("icons/" + looks.file + ".svg")
	if err != nil {
		fyne.LogError("status icon "+looks.file, err)
		return fyne.NewStaticResource("status-missing.svg", nil)
	}
	svg := strings.NewReplacer("signColor", sign, "onColor", on).Replace(string(data))
	return fyne.NewStaticResource("status-"+looks.file+"-"+sign[1:]+on[1:]+".svg", []byte(svg))
}

// hex writes a colour the way SVG wants it.
func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}
