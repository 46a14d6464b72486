package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The spaces of SizeSpaceXS to SizeSpaceXL as numbers, in device independent pixels. They don't grow with the
// text.
const (
	SpaceXS float32 = 4
	SpaceS  float32 = 8
	SpaceM  float32 = 12
	SpaceL  float32 = 16
	SpaceXL float32 = 24
)

// TextScale returns the text scale in force, 1 to 2. Layouts, which belong to no widget, multiply widths by
// it.
func TextScale() float32 { return fyne.Max(1, fynetheme.Current().Size(SizeScale)) }
