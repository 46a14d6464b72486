package theme

import (
	_ "unsafe" // for go:linkname

	"github.com/go-text/typesetting/shaping"
)

// shaper is the toolkit's own, one for all texts.
//
//go:linkname shaper fyne.io/fyne/v2/internal/painter.shaper
var shaper *shaping.HarfbuzzShaper

// ReleaseFonts lets go of the fonts of themes that are not in use any more: the toolkit parses its fonts anew whenever
// the settings change, and its shaper would keep all of them, some megabytes each time. Call it in the toolkit's
// goroutine.
func ReleaseFonts() { *shaper = shaping.HarfbuzzShaper{} }
