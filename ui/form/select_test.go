package form

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// drawnAlone draws an object on a dark ground, 10 pixels from its edge.
func drawnAlone(t *testing.T, o fyne.CanvasObject, high, focused bool) image.Image {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{Mode: theme.ModeDark, HighContrast: high}))
	w := test.NewTempWindow(t, flow.NewPadded(10, o))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 60))
	if focused {
		w.Canvas().Focus(o.(fyne.Focusable))
	}
	return w.Canvas().Capture()
}

func at(picture image.Image, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA)
}

// What covers an outline takes away its contrast, whatever its colour is.
func TestTheOutlineOfAListIsSeen(t *testing.T) {
	for _, high := range []bool{false, true} {
		// A button has the same outline on the same ground, with nothing over it.
		var brightest [2]uint8
		for i, o := range []fyne.CanvasObject{widgets.NewAnswerButton("Button", nil), NewSelect([]string{"United States"})} {
			picture := drawnAlone(t, o, high, false)
			for x := range 20 {
				brightest[i] = max(brightest[i], at(picture, x, 30).G)
			}
		}
		if brightest[1] < brightest[0]-10 {
			t.Errorf("high contrast %v: the outline of a list is at most %d bright, that of a button %d", high, brightest[1], brightest[0])
		}
	}
}

// A list with the keyboard has a ring; its words stand on the ground that they stood on before.
func TestAListWithTheKeyboardHasARing(t *testing.T) {
	resting := drawnAlone(t, NewSelect([]string{"United States"}), false, false)
	focused := drawnAlone(t, NewSelect([]string{"United States"}), false, true)
	if before, now := at(resting, 200, 30), at(focused, 200, 30); before != now {
		t.Errorf("the ground is %v, with the keyboard %v", before, now)
	}
	changed := 0
	for x := range 10 {
		if at(resting, x, 30) != at(focused, x, 30) {
			changed++
		}
	}
	if changed == 0 {
		t.Error("nothing around the list shows that it has the keyboard")
	}
}

func TestEscapeOnAListGoesToWhoHoldsIt(t *testing.T) {
	test.NewTempApp(t)
	s, escapes := NewSelect([]string{"one"}), 0
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.OnEscape = func() { escapes++ }
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if escapes != 1 {
		t.Errorf("Escape was told %d times", escapes)
	}
}

// Digits choose answers of the guide, also while a list on its page has the keyboard.
func TestAListHandsDigitsOn(t *testing.T) {
	test.NewTempApp(t)
	s := NewSelect([]string{"Today"})
	c := test.NewTempWindow(t, s).Canvas()
	typed := ' '
	c.SetOnTypedRune(func(r rune) { typed = r })
	c.Focus(s)
	s.TypedRune('1')
	if typed != '1' {
		t.Errorf("%q was typed", typed)
	}
}
