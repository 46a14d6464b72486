package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// details is the sheet that asks for the name of a case and what device it is about.
type details struct {
	window        *Window
	sheet         *desk.Sheet
	name          *form.Entry
	device        *form.Select
	model         *form.Entry
	version       *form.Entry
	country       *widgets.Button
	language      *form.Select
	versionRemark *paint.Paragraph // where the version stands, or what it means
	modelRemark   *paint.Paragraph // that the model is of the other kind
	suggested     string           // the name, as long as nobody chose another
	warned        bool             // that changes would be lost
	before        casefile.Header  // what the sheet began with
	chosen        casefile.Header  // what the sheet began with, with the device and country chosen since
	keep          func(casefile.Header) error
}

// showDetails asks for the details of the open case.
func (w *Window) showDetails() { w.openDetails() }

func (w *Window) openDetails() *details {
	d := w.desk
	c := d.View().Case
	return w.askDetails(d.Text("details.title"), "", d.Text("details.save"), c.Header(),
		func(h casefile.Header) error {
			// A case that can't be saved keeps the change, and the banner offers to save again.
			d.ReportError(d.Session.SetHeader(h))
			return nil
		})
}

// askDetails opens the sheet, with an optional text below its title; keep gets a header that passed the checks. When keep fails, the sheet stays and
// says why.
func (w *Window) askDetails(title, text, confirm string, header casefile.Header,
	keep func(casefile.Header) error,
) *details {
	d := w.desk
	a := &details{window: w, before: header, chosen: header, keep: keep}
	if w.desk.Phrase.IsFirstName(header.Name, header.Device) {
		a.suggested = header.Name
	}
	s := d.NewSheet(w.window, title, text, widgets.NewPrimaryButton(confirm, a.save))
	a.sheet = s
	s.Cancels()
	a.name, a.model = s.NewEntry(header.Name, a.save), s.NewEntry(header.Model, a.save)
	a.version = s.NewEntryWithList(header.Version, d.Versions(), a.save)
	a.model.SetPlaceHolder(d.Text("details.model.hint"))
	a.version.SetPlaceHolder(d.Text("details.version.hint"))
	a.versionRemark, a.modelRemark = paint.NewCaption(""), paint.NewCaption("").WithColor(theme.ColorWarn)
	kinds, kindNames := d.DeviceKinds()
	a.device = s.NewSelect(kindNames, max(slices.Index(kinds, header.Device), 0), func(i int) {
		if a.name.Text == a.suggested {
			a.suggested = w.freeName(kinds[i])
			a.name.SetText(a.suggested)
		}
		a.chosen.Device = kinds[i]
		a.showRemarks()
	})
	a.version.OnChanged = func(string) { a.showRemarks() }
	a.model.OnChanged = func(string) { a.showRemarks() }
	a.country = widgets.NewFieldButton(a.countryName(), func() {
		showCountries(d, w.window, func(code string) {
			a.chosen.Country = code
			a.country.SetText(a.countryName())
		})
	})
	languages, languageNames := d.PhoneLanguages()
	a.language = s.NewSelect(languageNames, slices.Index(languages, header.Language),
		func(i int) { a.chosen.Language = languages[i] })
	s.Body.Objects = []fyne.CanvasObject{
		d.Labelled("details.name", a.name), d.Labelled("details.device", a.device),
		flow.NewColumn(theme.SpaceXS, d.Labelled("details.model", a.model), a.modelRemark),
		flow.NewColumn(theme.SpaceXS, d.Labelled("details.version", a.version), a.versionRemark),
		flow.NewColumn(theme.SpaceXS, d.Labelled("details.language", a.language),
			paint.NewCaption(d.Text("details.language.why"))),
		d.Labelled("storage.country", a.country),
	}
	s.OnDismiss = a.mayClose
	a.showRemarks()
	s.Show()
	w.window.Canvas().Focus(a.name)
	if header.Name == a.suggested {
		a.name.TypedShortcut(&fyne.ShortcutSelectAll{}) // what is typed takes its place
	}
	return a
}

// showRemarks says beside the fields what is odd about the version and the model.
func (a *details) showRemarks() {
	d := a.window.desk
	text, color := d.Phrase.VersionRemark(a.chosen.Device, a.version.Text), theme.ColorWarn
	if text == "" {
		text, color = d.Text("details.version.where",
			"System", apple.Device{Kind: a.chosen.Device}.System()), theme.ColorMuted
	}
	a.versionRemark.WithColor(color).SetText(text)
	text = ""
	kinds, names := d.DeviceKinds()
	for i, kind := range kinds {
		if kind != a.chosen.Device && strings.Contains(strings.ToLower(a.model.Text), kind) {
			text = d.Text("details.model.other", "Other", names[i],
				"Device", apple.Device{Kind: a.chosen.Device}.Name())
		}
	}
	a.modelRemark.SetText(text)
	a.modelRemark.Hidden = text == ""
	a.sheet.Relayout()
}

// entered is the header as the fields have it.
func (a *details) entered() casefile.Header {
	h := a.chosen
	h.Name, h.Model = strings.TrimSpace(a.name.Text), strings.TrimSpace(a.model.Text)
	h.Version = strings.TrimSpace(a.version.Text)
	return h
}

// mayClose reports whether the sheet may close: without changes at once, else after the person was warned.
func (a *details) mayClose() bool {
	if a.warned || a.entered() == a.before {
		return true
	}
	a.warned = true
	a.sheet.SetProblem(a.window.desk.Text("details.unsaved"))
	return false
}

func (a *details) countryName() string {
	if name := a.window.desk.Phrase.CountryName(a.chosen.Country); name != "" {
		return name
	}
	return a.window.desk.Text("storage.country.hint")
}

// save checks the header, hands it to keep and closes the sheet.
func (a *details) save() {
	d, h := a.window.desk, a.entered()
	text := nameProblem(d, h.Name)
	if len(h.Model) > longestName {
		text = d.Text("details.too-long")
	}
	if _, err := apple.ParseVersion(h.Version); err != nil {
		text = d.Text("details.version.wrong")
	}
	if text != "" {
		a.sheet.SetProblem(text)
		return
	}
	if err := a.keep(h); !a.sheet.ReportError(err) {
		a.sheet.Close()
	}
}

// longestName is how long the short texts of a case may be, in bytes; see casefile.Header.
const longestName = 200

// nameProblem returns a sentence about a name that no case can have; empty for a good name.
func nameProblem(d *desk.Desk, name string) string {
	switch {
	case strings.TrimSpace(name) == "":
		return d.Text("details.name.missing")
	case len(name) > longestName:
		return d.Text("details.too-long")
	}
	return ""
}
