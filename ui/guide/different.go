package guide

import (
	"slices"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// different is a panel below the lines of a step, for a person whose device shows something else. The panel
// shows device, version and language of the case, lets a person change them, and takes "I can't find it" for
// an answer to a check and as the outcome of a fix.
type different struct {
	guide    *Pane
	open     bool
	device   *form.Choice
	version  *form.Choice
	language *form.Choice
	versions []string // behind the entries of the list; empty for not known
	content  *fyne.Container
	panel    fyne.CanvasObject // around the content
	notFound *widgets.Button
}

// build makes the fields when they are first needed.
func (f *different) build() {
	if f.content != nil {
		return
	}
	d := f.guide.desk
	kinds, kindNames := d.DeviceKinds()
	languages, languageNames := d.PhoneLanguages()
	f.device = form.NewChoice(d.Text("details.device"), kindNames,
		func(i int) { f.change(func(h *casefile.Header) { h.Device = kinds[i] }) })
	f.version = form.NewChoice(d.Text("details.version"), nil,
		func(i int) { f.change(func(h *casefile.Header) { h.Version = f.versions[i] }) })
	f.language = form.NewChoice(d.Text("details.language"), languageNames, func(i int) {
		f.change(func(h *casefile.Header) { h.Language = languages[i] })
	})
	f.notFound = widgets.NewAnswerButton(d.Text("different.not-found"), f.cantFind)
	f.content = flow.NewColumn(theme.SpaceM)
	f.panel = place.NewCard(f.content)
}

// change changes what the case says about the device. All views follow, and Undo takes it back.
func (f *different) change(how func(*casefile.Header)) {
	h := f.guide.desk.View().Case.Header()
	how(&h)
	f.guide.desk.ReportError(f.guide.desk.Session.SetHeader(h))
}

// cantFind records that the device does not show the thing that the step is about.
func (f *different) cantFind() {
	f.open = false
	page := &f.guide.page
	if page.Kind == diagnosis.StepFix {
		f.guide.desk.Try(page.ID, casefile.NotFound)
		return
	}
	f.guide.desk.Answer(page.ID, casefile.CantTell)
}

// object returns the link, with the panel below when it is open; nil for a step that shows nothing on the
// device.
func (f *different) object(v *session.View) fyne.CanvasObject {
	page := &f.guide.page
	if len(page.Stops) == 0 && page.Picture == "" || page.Kind == diagnosis.StepGate || page.Kind == diagnosis.StepWait {
		return nil
	}
	d := f.guide.desk
	key := "different.open"
	if f.open {
		key = "different.close"
	}
	column := flow.NewColumn(theme.SpaceS, widgets.NewFlushLink(d.Text(key, "Device", v.Device.Name()),
		func() {
			f.open = !f.open
			d.Redraw()
			if f.open {
				f.guide.scroll.Reveal(f.panel)
			}
		}))
	if f.open {
		f.fill(v)
		column.Add(f.panel)
	}
	return column
}

// leastChoice is how narrow a list of the panel may get before the lists stand below each other.
const leastChoice float32 = 150

// fill shows in the panel what the case says.
func (f *different) fill(v *session.View) {
	f.build()
	d, c := f.guide.desk, &v.Case
	kinds, _ := d.DeviceKinds()
	languages, _ := d.PhoneLanguages()
	f.device.SetValue(max(slices.Index(kinds, c.Device), 0))
	f.versions = append([]string{""}, d.Versions()...)
	if at := slices.Index(f.versions, c.Version); at < 0 {
		f.versions = slices.Insert(f.versions, 1, c.Version)
	}
	names := slices.Clone(f.versions)
	names[0] = d.Text("different.version.unknown")
	f.version.SetOptions(names)
	f.version.SetValue(slices.Index(f.versions, c.Version))
	f.language.SetValue(slices.Index(languages, c.Language))
	f.content.Objects = []fyne.CanvasObject{
		paint.NewParagraph(d.Text("different.text", "Device", v.Device.Name())),
		flow.NewGrid(leastChoice, theme.SpaceM, f.device.Object, f.version.Object, f.language.Object),
		widgets.NewFlushLink(d.Text("different.model"), f.guide.dialogs.Details),
	}
	if f.guide.page.Kind != diagnosis.StepProof { // what a person sees of a backup is asked there
		f.content.Add(paint.NewParagraph(d.Text("different.still", "Device", v.Device.Name())))
		f.content.Add(flow.NewWrap(theme.SpaceS, f.notFound))
	}
}

// remarks say why the drawing may differ from the device although the case is right.
func (g *Pane) remarks(v *session.View) []fyne.CanvasObject {
	if len(g.page.Stops) == 0 {
		return nil
	}
	var list []fyne.CanvasObject
	if v.Newer {
		known := g.desk.Base.Meta.Versions
		list = append(list, paint.NewCaption(g.desk.Text("different.newer", "System", v.Device.System(),
			"Version", v.Device.Version.String(), "Known", known[len(known)-1])))
	}
	if v.Wordless != session.WordsShown {
		name := g.desk.Phrase.Language(v.Case.Language)
		if name == "" {
			name = v.Case.Language
		}
		list = append(list, paint.NewCaption(g.desk.Text("different.wordless."+string(v.Wordless),
			"Language", name)))
	}
	return list
}
