package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
	"backupdoctor/ui/theme"
)

// does are what a person does, each with how often.
var does = []struct {
	name   string
	weight int
	do     func(d *day)
}{
	{"choose", 300, func(d *day) { d.guide.Choose(1 + d.random.IntN(5)) }},
	{"answer", 120, (*day).answer},
	{"tap", 150, func(d *day) { d.tapIn(d.frame) }},
	{"type", 80, (*day).typeNumber},
	{"undo", 60, func(d *day) { d.desk.Undo() }},
	{"redo", 30, func(d *day) { d.desk.Redo() }},
	{"back", 40, func(d *day) { d.desk.Back() }},
	{"go on", 40, func(d *day) { d.desk.OpenRecommended() }},
	{"put off", 30, func(d *day) { d.skip() }},
	{"tab", 80, func(d *day) { d.goTo(pick(d, centerTabs)) }},
	{"key", 20, func(d *day) {
		desktest.PressKey(d.window.Canvas(), pick(d, []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyTab, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyRight}))
	}},
	{"sheet", 30, func(d *day) {
		pick(d, []func(){
			d.showHelp, d.showAbout, d.showHistory, func() { d.showCases() }, func() { d.showDetails() }, d.showPicker,
			d.showPreferences, d.newCaseSheet, d.saveReminder, func() { showCountries(d.desk, d.window, func(string) {}) },
		})()
	}},
	{"say", 10, func(d *day) {
		m := pick(d, d.desk.Base.Messages)
		d.desk.ReportError(d.desk.Session.SayAs(m.ID, ""))
	}},
	{"size", 15, func(d *day) {
		d.window.Resize(pick(d, []fyne.Size{defaultSize, fyne.NewSize(600, 700), fyne.NewSize(900, 600), fyne.NewSize(1920, 1080), fyne.NewSize(320, 480)}))
	}},
	{"helper", 10, func(d *day) { d.setHelper(!d.desk.IsHelper()) }},
	{"look", 10, func(d *day) { d.board.Look(d.machines.about(true)) }},
	{"case", 6, (*day).changeCase},
	{"device", 6, (*day).changeDevice},
	{"theme", 4, func(d *day) {
		d.settings.Appearance = pick(d, []string{settings.AlwaysLight, settings.AlwaysDark})
		d.settings.TextPercent = pick(d, []int{100, 120, 200})
		d.settings.HighContrast = d.random.IntN(4) == 0
		d.applySettings()
	}},
	{"editor", 3, (*day).writeFromOutside},
	{"language", 1, func(d *day) {
		if d.hour < hours/2 { // each change builds all panes anew, with all that they may have piled up
			d.changeLanguage(pick(d, []string{"", words.Pseudo}))
		}
	}},
	{"print", 1, func(d *day) { d.printReport() }},
	{"wait", 5, func(d *day) { d.passed.Add(int64(time.Minute)) }},
	{"paint", 10, func(d *day) { d.window.Canvas().Capture() }},
}

func pick[T any](d *day, list []T) T { return list[d.random.IntN(len(list))] }

// act does one thing: what is over the window is used or closed first.
func (d *day) act() {
	d.passed.Add(int64(24 * time.Hour / 100_000))
	d.guide.SetClock(func() time.Time { return d.now().Add(time.Duration(len(d.trail)) * time.Hour) }) // never a double-click
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		d.note("over")
		if d.random.IntN(2) == 0 || !d.tapOver(top) {
			d.escape()
		}
	} else {
		at := d.random.IntN(weights())
		for _, what := range does {
			if at -= what.weight; at < 0 {
				d.note(what.name)
				what.do(d)
				break
			}
		}
	}
	d.settle()
	if d.banner.content.Visible() {
		said := desktest.Text(d.banner.content)
		if !strings.Contains(said, d.desk.Text("notice.foreign")) && !strings.Contains(said, d.desk.Text("file.open")) {
			d.t.Fatalf("after %v: %s", d.trail, said)
		}
		d.dismissError()
	}
}

func weights() (sum int) {
	for _, what := range does {
		sum += what.weight
	}
	return sum
}

func (d *day) note(what string) {
	d.did[what]++
	d.trail = append(d.trail, what)
	if len(d.trail) > 20 {
		d.trail = d.trail[1:]
	}
}

func (d *day) escape() {
	c := d.window.Canvas()
	c.Unfocus()
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c.Overlays().Top() != nil { // it warns of what was entered
		c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

// walk calls visit with every visible object in an object.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			walk(part, visit)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			walk(part, visit)
		}
	}
}

// tapIn taps something in an object, and reports whether there is something to tap.
func (d *day) tapIn(o fyne.CanvasObject) bool {
	var all []fyne.Tappable
	walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(fyne.Tappable); ok {
			all = append(all, t)
		}
	})
	if len(all) == 0 {
		return false
	}
	chosen := pick(d, all)
	if o, ok := chosen.(fyne.Accessible); ok {
		d.trail[len(d.trail)-1] += fmt.Sprintf(" %T %.40s", chosen, o.AccessibilityLabel())
	}
	chosen.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	return true
}

// tapOver taps something in what is over the window. The list of all folders is left alone: it is the toolkit's, and would
// go through the disk.
func (d *day) tapOver(top fyne.CanvasObject) bool {
	others := false
	walk(top, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text == d.desk.Text("file.other") {
			others = true
		}
	})
	return !others && d.tapIn(top)
}

// answer answers any check, as the checklist lets.
func (d *day) answer() {
	check := pick(d, d.desk.Base.Checks)
	d.desk.Answer(check.ID, pick(d, check.Answers).ID)
}

// typeNumber types into a field of the pane that is shown.
func (d *day) typeNumber() {
	d.goTo(desk.TabStorage)
	var entries []*form.Entry
	walk(d.storage.Object(), func(o fyne.CanvasObject) {
		if e, ok := o.(*form.Entry); ok {
			entries = append(entries, e)
		}
	})
	if len(entries) > 0 {
		pick(d, entries).SetText(pick(d, []string{"12 GB", "3,5 GB", "0", "1 TB", "200", "4.1 GB", "abc", "", "800 MB", "99999999 TB", "1.5–2 GB"}))
	}
}

// changeCase makes a case, opens another one or deletes one. Few cases are kept, as people do.
func (d *day) changeCase() {
	items, err := d.shelf.List()
	desktest.Must(err)
	if len(items) < 4 {
		path, err := d.newCase()
		desktest.Must(err)
		d.open(path)
		return
	}
	item := pick(d, items)
	path, err := d.shelf.Path(item.File)
	desktest.Must(err)
	if path == d.fixed || path == d.desk.Session.File().Path() {
		return
	}
	if d.open(path); d.random.IntN(2) == 0 {
		d.open(d.otherThan(path))
		_, err = d.shelf.Delete(item.File)
		desktest.Must(err)
	}
}

// otherThan returns a case that stays when another one goes.
func (d *day) otherThan(path string) string {
	items, err := d.shelf.List()
	desktest.Must(err)
	for _, item := range items {
		if other, err := d.shelf.Path(item.File); err == nil && other != path && other != d.fixed {
			return other
		}
	}
	return d.fixed
}

// changeDevice makes the case one of another device, version, country or language.
func (d *day) changeDevice() {
	h := d.desk.View().Case.Header()
	kinds, _ := d.desk.DeviceKinds()
	languages, _ := d.desk.PhoneLanguages()
	h.Device, h.Language = pick(d, kinds), pick(d, languages)
	h.Version, h.Country = pick(d, d.desk.Versions()), pick(d, []string{"us", "de", "in", "jp", ""})
	d.desk.ReportError(d.desk.Session.SetHeader(h))
}

// writeFromOutside adds an answer to the file as an editor does, which the window takes in when it notices.
func (d *day) writeFromOutside() {
	file := d.desk.Session.File()
	c := file.Case()
	c.Events = append(c.Events, casefile.Event{
		Time: d.now(), Source: casefile.FromPerson, What: casefile.Answered{Check: "auto-lock-set", Answer: "never"},
	})
	beside := filepath.Join(filepath.Dir(file.Path()), "editor.tmp")
	desktest.Must(os.WriteFile(beside, casefile.Format(c), 0o600))
	desktest.Must(os.Rename(beside, file.Path()))
	d.absorb()
}

// applySettings shows the settings as the sheet with them does.
func (d *day) applySettings() {
	d.start.App.Settings().SetTheme(theme.FromSettings(d.settings))
	d.saveSettings()
	d.redraw()
}
