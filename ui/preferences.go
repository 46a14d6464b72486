package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/settings"
	"backupdoctor/ui/widgets"
)

// The text sizes that can be chosen, in percent.
const (
	textLeast, textMost, textStep = 100, 200, 10
)

// preferences is the sheet with the settings. Every change shows at once and is kept.
type preferences struct {
	window          *Window
	sheet           *sheet
	appearance      *sheetSelect
	contrast        *sheetCheck
	motion          *sheetCheck
	percent         *widgets.Paragraph
	smaller, larger *widgets.Button
}

// showPreferences opens the settings.
func (w *Window) showPreferences() { w.openPreferences() }

func (w *Window) openPreferences() *preferences {
	d := w.desk
	p := &preferences{window: w, sheet: newSheet(d, w.window, d.text("preferences.title"), "")}
	modes := []string{settings.FollowSystem, settings.AlwaysLight, settings.AlwaysDark}
	labels := make([]string, len(modes))
	for i, m := range modes {
		labels[i] = d.text("preferences.appearance." + m)
	}
	p.appearance = p.sheet.choice(labels, max(slices.Index(modes, w.settings.Appearance), 0), func(i int) {
		w.settings.Appearance = modes[i]
		p.apply()
	})
	p.contrast = p.sheet.check(d.text("preferences.contrast"), w.settings.HighContrast, func(on bool) {
		w.settings.HighContrast = on
		p.apply()
	})
	p.motion = p.sheet.check(d.text("preferences.motion"), w.settings.ReduceMotion, func(on bool) {
		w.settings.ReduceMotion = on
		w.guide.pictures.pager.SetReduceMotion(on)
		p.apply()
	})
	p.percent = widgets.NewParagraph("")
	p.smaller = widgets.NewAnswerButton(d.text("preferences.smaller"), func() { p.resize(-textStep) })
	p.larger = widgets.NewAnswerButton(d.text("preferences.larger"), func() { p.resize(textStep) })
	p.sheet.body.Objects = []fyne.CanvasObject{
		d.field("preferences.appearance", widgets.NewOutline(p.appearance)), p.contrast, p.motion,
		widgets.NewColumn(spaceXS, p.percent, widgets.NewFlow(spaceS, p.smaller, p.larger)),
		widgets.NewFlushLink(d.text("preferences.keys"), func() { p.sheet.close(); w.showKeys() }),
	}
	p.tell()
	p.sheet.show()
	return p
}

// resize makes the text larger by some percent, as far as that goes.
func (p *preferences) resize(by int) {
	size := &p.window.settings.TextPercent
	*size = min(max(*size+by, textLeast), textMost)
	p.apply()
}

// tell shows the text size and offers what can still be done about it.
func (p *preferences) tell() {
	d, size := p.window.desk, p.window.settings.TextPercent
	p.percent.SetText(d.text("preferences.text", "Percent", d.words.Percent(float64(size)/100)))
	for b, can := range map[*widgets.Button]bool{p.smaller: size > textLeast, p.larger: size < textMost} {
		if can {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// apply shows what was chosen and keeps it.
func (p *preferences) apply() {
	w := p.window
	w.start.App.Settings().SetTheme(themeOf(w.settings))
	w.guide.pictures.pager.SetReduceMotion(w.settings.ReduceMotion)
	w.keep()
	w.redraw()
	p.tell()
	p.sheet.changed()
}
