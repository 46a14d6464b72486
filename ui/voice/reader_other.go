//go:build !windows

package voice

import "fyne.io/fyne/v2"

// Of returns nil: here no program can have its window read out in few words.
func Of(fyne.Window) Reader { return nil }
