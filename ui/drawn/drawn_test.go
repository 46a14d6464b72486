package drawn

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/theme"
)

// sign is a widget of some shapes, with a label.
type sign struct {
	widget.BaseWidget
	label  string
	shapes *fyne.Container
}

func newSign(label string, at fyne.Position, size fyne.Size, shapes ...fyne.CanvasObject) *sign {
	s := &sign{label: label, shapes: container.NewWithoutLayout(shapes...)}
	s.ExtendBaseWidget(s)
	s.Move(at)
	s.Resize(size)
	return s
}

func (s *sign) CreateRenderer() fyne.WidgetRenderer    { return widget.NewSimpleRenderer(s.shapes) }
func (s *sign) AccessibilityLabel() string             { return s.label }
func (s *sign) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func text(words string, x, y float32) *canvas.Text {
	t := canvas.NewText(words, fyne.CurrentApp().Settings().Theme().Color(theme.ColorMuted, fynetheme.VariantLight))
	t.TextSize, t.TextStyle.Bold = 12, true
	t.Move(fyne.NewPos(x, y))
	t.Resize(t.MinSize())
	return t
}

func box(x, y, w, h float32, fill color.Color) *canvas.Rectangle {
	b := canvas.NewRectangle(fill)
	b.Move(fyne.NewPos(x, y))
	b.Resize(fyne.NewSize(w, h))
	return b
}

// TestALineForEachThingThatIsSeen draws a little of everything.
func TestALineForEachThingThatIsSeen(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{Mode: theme.ModeLight}))
	hidden := text("hidden", 0, 0)
	hidden.Hide()
	long := container.NewWithoutLayout(text("seen", 0, 150), text("below", 0, 400))
	long.Resize(fyne.NewSize(100, 600))
	scroll := container.NewVScroll(container.New(fixed{600}, long))
	scroll.Move(fyne.NewPos(10, 100))
	scroll.Resize(fyne.NewSize(100, 120))
	outlined := box(0, 0, 20, 10, color.Transparent)
	outlined.StrokeColor, outlined.StrokeWidth, outlined.CornerRadius = color.NRGBA{1, 2, 3, 255}, 1.5, 4
	w := test.NewTempWindow(t, container.NewWithoutLayout(
		newSign("Fine, 1 min", fyne.NewPos(5.4, 7), fyne.NewSize(40, 20), text("Fine", 1, 2), outlined),
		newSign("**Same** words", fyne.NewPos(0, 40), fyne.NewSize(80, 20), text("Same words", 0, 0)),
		newSign("nothing", fyne.NewPos(0, 60), fyne.NewSize(80, 20), box(0, 0, 80, 20, color.Transparent)),
		box(0, 90, 9, 9, color.NRGBA{0, 0, 0, 128}), box(0, 700, 9, 9, color.Black), hidden, scroll,
	))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 300))
	scroll.ScrollToOffset(fyne.NewPos(0, 100))
	want := `window 200x300
color control #7a8494
color muted #566072
color shadow #1b1f27 at 15 %
button 5,7 40x20 "Fine, 1 min"
  "Fine" 1,2 12 muted bold
  box 0,0 20x10 outline 1.5 #010203 corner 4
button 0,40 80x20 > "Same words" 0,0 12 muted bold
box 0,90 9x9 #000000 at 50 %
scroll 10,100 100x120 scrolled 0,100
  "seen" 0,50 12 muted bold
`
	got := Canvas(w.Canvas())
	if !strings.HasPrefix(got, want) {
		t.Errorf("the window is told as\n%s\nwant\n%s", got, want)
	}
	for _, words := range []string{"below", "hidden", "nothing"} {
		if strings.Contains(got, words) {
			t.Errorf("%s can't be seen, and is told:\n%s", words, got)
		}
	}
}

// fixed is a layout of a height.
type fixed struct{ height float32 }

func (f fixed) Layout([]fyne.CanvasObject, fyne.Size) {}
func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, f.height) }
