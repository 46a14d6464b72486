package form

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

// A list shows nothing for what is not in it, and not what it showed before.
func TestAListForgetsWhatIsNotInIt(t *testing.T) {
	test.NewTempApp(t)
	chosen := 0
	f := NewChoice("", []string{"English", "German"}, func(int) { chosen++ })
	f.SetValue(1)
	f.SetValue(-1)
	if f.List.Selected != "" || chosen > 0 {
		t.Errorf("the list shows %q, and %d choices were made", f.List.Selected, chosen)
	}
}
