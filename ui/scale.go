package ui

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/theme"
)

// scaleVariable is the toolkit's own: it reads it again whenever the theme changes, also while a window is
// open. A scale in the toolkit's settings would change other programs too.
const scaleVariable = "FYNE_SCALE"

// systemScale is the scale at which the toolkit would draw by itself, from its variable or else from its
// settings.
type systemScale struct {
	variable string
	set      bool
	factor   float64
}

func readScale(a fyne.App) systemScale {
	s := systemScale{factor: 1}
	s.variable, s.set = os.LookupEnv(scaleVariable)
	if given, err := strconv.ParseFloat(s.variable, 64); err == nil && given > 0 {
		s.factor = given
	} else if kept := a.Settings().Scale(); s.variable != "auto" && kept > 0 {
		s.factor = float64(kept)
	}
	return s
}

// choose sets the scale of everything in the window, in percent of the system's. It shows when the theme is
// set next.
func (s systemScale) choose(percent int) error {
	switch {
	case percent != 100:
		return os.Setenv(scaleVariable, strconv.FormatFloat(s.factor*float64(percent)/100, 'g', 4, 64))
	case s.set:
		return os.Setenv(scaleVariable, s.variable)
	}
	return os.Unsetenv(scaleVariable)
}

// rescaler returns a function that sets the scale, in percent. The window keeps the size on the screen that
// it has when the rescaler is made: the toolkit resizes the window with the scale and tells its size only
// later.
func (w *Window) rescaler() func(percent int) {
	size, made := w.window.Canvas().Size(), w.settings.InterfacePercent
	return func(percent int) {
		w.settings.InterfacePercent = percent
		w.reportError(w.system.choose(percent))
		w.start.App.Settings().SetTheme(theme.FromSettings(w.settings))
		factor := float32(made) / float32(percent)
		w.window.Resize(fyne.NewSize(size.Width*factor, size.Height*factor))
	}
}
