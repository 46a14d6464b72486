package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/logic/settings"
	"backupdoctor/ui/widgets"
)

// showPreferences opens the settings. Every change shows at once and is kept.
func (w *Window) showPreferences() {
	d := w.desk
	s := w.newSheet(d.text("preferences.title"), "")
	modes := []string{settings.FollowSystem, settings.AlwaysLight, settings.AlwaysDark}
	var labels []string
	for _, m := range modes {
		labels = append(labels, d.text("preferences.appearance."+m))
	}
	appearance := widget.NewRadioGroup(labels, nil)
	appearance.Required = true
	for i, m := range modes {
		if m == w.settings.Appearance {
			appearance.SetSelected(labels[i])
		}
	}
	appearance.OnChanged = func(chosen string) {
		for i, label := range labels {
			if label == chosen {
				w.settings.Appearance = modes[i]
			}
		}
		w.applySettings()
	}
	contrast := widget.NewCheck(d.text("preferences.contrast"), nil)
	contrast.SetChecked(w.settings.HighContrast)
	contrast.OnChanged = func(on bool) {
		w.settings.HighContrast = on
		w.applySettings()
	}
	size := widgets.NewParagraph("")
	tell := func() {
		size.SetText(d.text("preferences.text", "Percent", d.words.Percent(float64(w.settings.TextPercent)/100)))
	}
	tell()
	slider := widget.NewSlider(100, 200)
	slider.Step = 10
	slider.SetValue(float64(w.settings.TextPercent))
	slider.OnChanged = func(percent float64) {
		w.settings.TextPercent = int(percent)
		tell()
	}
	// The whole window changes with the text, also the slider under the finger: wait until it is let go.
	slider.OnChangeEnded = func(float64) { w.applySettings() }
	s.body.Objects = []fyne.CanvasObject{
		widgets.NewColumn(spaceXS, widgets.NewCaption(d.text("preferences.appearance")), appearance), contrast,
		widgets.NewColumn(spaceXS, size, slider),
		widgets.NewFlushLink(d.text("preferences.keys"), func() { s.close(); w.showKeys() }),
	}
	s.popup.Show()
}

// applySettings shows what the person chose and keeps it.
func (w *Window) applySettings() {
	w.start.App.Settings().SetTheme(themeOf(w.settings))
	w.keep()
	w.redraw()
}
