package phone

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
)

// The marks of a locked screen stand on it, apart from each other, on every kind of device and with little
// height.
func TestTheMarksStandOnTheLockedScreen(t *testing.T) {
	text := english(t)
	for _, d := range []struct{ kind, model string }{
		{apple.IPhone, "iPhone 13"},
		{apple.IPhone, "iPhone SE (2nd generation)"},
		{apple.IPad, "iPad Air (5th generation)"},
	} {
		for thing, want := range map[knowledge.Thing][]string{knowledge.ThingNight: {"1", "2", "3"}, knowledge.ThingResting: {"1", "2"}} {
			for _, high := range []float32{0, 300} {
				h := NewHardware(text)
				h.SetThing(d.kind, d.model, thing)
				size := fyne.NewSize(240, h.HeightForWidth(240))
				if high > 0 {
					size.Height = min(size.Height, high)
				}
				h.Resize(size)
				h.layout(size)
				numbers, shown := marksOf(t, h)
				var got []string
				for i, n := range numbers {
					got = append(got, n.Text)
					at := area{n.Position().X, n.Position().Y, n.Size().Width, n.Size().Height}
					if at.x < 0 || at.right() > shown.Width || at.bottom() > shown.Height {
						t.Errorf("%s, %s, %v high: mark %s at %v is outside %v", d.model, thing, high, n.Text, at, shown)
					}
					for _, other := range numbers[:i] {
						if meet(n, other) {
							t.Errorf("%s, %s: marks %s and %s meet", d.model, thing, n.Text, other.Text)
						}
					}
				}
				if slices.Sort(got); !slices.Equal(got, want) {
					t.Errorf("%s, %s: the marks are %v, want %v", d.model, thing, got, want)
				}
				if d, err := h.Drawing(240); err != nil || d.Count() < 20 {
					t.Errorf("%s can't be printed: %v", thing, err)
				}
				for _, n := range want {
					if !strings.Contains(h.AccessibilityLabel(), n+" ") {
						t.Errorf("%s: nobody hears what mark %s is: %q", thing, n, h.AccessibilityLabel())
					}
				}
			}
		}
	}
}

// marksOf returns the numbers on a locked screen, and the size of the part that is shown.
func marksOf(t *testing.T, h *Hardware) ([]*canvas.Text, fyne.Size) {
	t.Helper()
	for _, o := range h.objects() {
		clip, ok := o.(*container.Clip)
		if !ok {
			continue
		}
		var numbers []*canvas.Text
		for _, part := range clip.Content.(*fyne.Container).Objects {
			if words, ok := part.(*canvas.Text); ok && isNumber(words.Text) {
				numbers = append(numbers, words)
			}
		}
		return numbers, clip.Size()
	}
	t.Fatal("no screen is drawn")
	return nil, fyne.Size{}
}
