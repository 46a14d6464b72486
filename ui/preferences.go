package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/settings"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// The text sizes that can be chosen, and the steps of text and interface, in percent.
const (
	textLeast, textMost, percentStep = 100, 200, 10
)

// preferences is the sheet with the settings. Every change shows at once and is kept.
type preferences struct {
	window      *Window
	sheet       *desk.Sheet
	language    *form.Select // nil without a choice
	appearance  *form.Select
	contrast    *widgets.Tick
	motion      *widgets.Tick
	text, scale *percentChoice
}

// percentChoice is a number of percent with a button for less and one for more.
type percentChoice struct {
	key             string
	least, most     int
	value           func() int
	label           *paint.Paragraph
	smaller, larger *widgets.Button
}

// showPreferences opens the settings.
func (w *Window) showPreferences() { w.openPreferences() }

func (w *Window) openPreferences() *preferences {
	d := w.desk
	p := &preferences{window: w, sheet: d.NewSheet(w.window, d.Text("preferences.title"), "")}
	modes := []string{settings.FollowSystem, settings.AlwaysLight, settings.AlwaysDark}
	labels := make([]string, len(modes))
	for i, m := range modes {
		labels[i] = d.Text("preferences.appearance." + m)
	}
	p.appearance = p.sheet.NewSelect(labels, max(slices.Index(modes, w.settings.Appearance), 0), func(i int) {
		w.settings.Appearance = modes[i]
		p.apply()
	})
	p.contrast = d.NewTick(d.Text("preferences.contrast"), "", func(on bool) {
		w.settings.HighContrast = on
		p.apply()
	})
	p.motion = d.NewTick(d.Text("preferences.motion"), "", func(on bool) {
		w.settings.ReduceMotion = on
		p.apply()
	})
	p.contrast.SetOn(w.settings.HighContrast)
	p.motion.SetOn(w.settings.ReduceMotion)
	p.text = p.percent("preferences.text", textLeast, textMost, func() int { return w.settings.TextPercent },
		func(percent int) {
			w.settings.TextPercent = percent
		})
	p.scale = p.percent("preferences.scale", settings.InterfaceLeast, settings.InterfaceMost,
		func() int { return w.settings.InterfacePercent }, w.rescaler())
	p.sheet.Body.Objects = []fyne.CanvasObject{
		d.Labelled("preferences.appearance", p.appearance),
		flow.NewColumn(theme.SpaceXS, p.contrast, p.motion),
		p.text.object(), p.scale.object(),
	}
	if w.machines.board != nil {
		p.sheet.Body.Add(widgets.NewFlushLink(d.Text("evidence.title"), func() {
			p.sheet.Close()
			w.machines.openSheet()
		}))
	}
	if w.start.Reload != nil {
		p.sheet.Body.Objects = append([]fyne.CanvasObject{p.languages()}, p.sheet.Body.Objects...)
	}
	p.refresh()
	p.sheet.Show()
	return p
}

// languages makes the choice of the program's language. Another language opens the settings again, in that
// language.
func (p *preferences) languages() fyne.CanvasObject {
	w := p.window
	tags, names := w.languageChoices()
	p.language = p.sheet.NewSelect(names, max(slices.Index(tags, w.settings.Language), 0), func(i int) {
		p.sheet.Close()
		w.changeLanguage(tags[i])
		w.showPreferences()
	})
	return w.desk.Labelled("preferences.language", p.language)
}

// percent makes a choice of a number of percent; set is called with another number.
func (p *preferences) percent(key string, least, most int, value func() int, set func(int)) *percentChoice {
	c := &percentChoice{key: key, least: least, most: most, value: value, label: paint.NewParagraph("")}
	by := func(step int) func() {
		return func() {
			set(min(max(value()+step, least), most))
			p.apply()
		}
	}
	d := p.window.desk
	c.smaller = widgets.NewAnswerButton(d.Text("preferences.smaller"), by(-percentStep))
	c.larger = widgets.NewAnswerButton(d.Text("preferences.larger"), by(percentStep))
	return c
}

func (c *percentChoice) object() fyne.CanvasObject {
	return flow.NewColumn(theme.SpaceXS, c.label, flow.NewWrap(theme.SpaceS, c.smaller, c.larger))
}

// refresh shows the sizes and disables the buttons that would leave the range.
func (p *preferences) refresh() {
	d := p.window.desk
	for _, c := range []*percentChoice{p.text, p.scale} {
		size := c.value()
		c.label.SetText(d.Text(c.key, "Percent", d.Words.Percent(float64(size)/100)))
		for b, can := range map[*widgets.Button]bool{c.smaller: size > c.least, c.larger: size < c.most} {
			if can {
				b.Enable()
			} else {
				b.Disable()
			}
		}
	}
}

// apply shows the settings at once and saves them.
func (p *preferences) apply() {
	w := p.window
	w.start.App.Settings().SetTheme(theme.FromSettings(w.settings))
	w.guide.SetReduceMotion(w.settings.ReduceMotion)
	w.saveSettings()
	w.redraw()
	p.refresh()
	p.sheet.Relayout()
}
