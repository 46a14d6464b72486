package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
)

// What covers an outline takes away its contrast, whatever its colour is.
func TestTheOutlineOfAListIsSeen(t *testing.T) {
	for _, high := range []bool{false, true} {
		looks := theme.New(theme.Options{Mode: theme.ModeDark, HighContrast: high})
		test.NewTempApp(t).Settings().SetTheme(looks)
		// A button has the same outline on the same ground, with nothing over it.
		var brightest [2]uint8
		for i, o := range []fyne.CanvasObject{NewAnswerButton("Button", nil), place.NewOutline(widget.NewSelect([]string{"United States"}, nil))} {
			w := test.NewTempWindow(t, flow.NewPadded(10, o))
			w.SetPadded(false)
			w.Resize(fyne.NewSize(300, 60))
			picture := w.Canvas().Capture()
			for x := range 20 {
				brightest[i] = max(brightest[i], color.NRGBAModel.Convert(picture.At(x, 30)).(color.NRGBA).G)
			}
		}
		if brightest[1] < brightest[0]-10 {
			t.Errorf("high contrast %v: the outline of a list is at most %d bright, that of a button %d", high, brightest[1], brightest[0])
		}
	}
}
