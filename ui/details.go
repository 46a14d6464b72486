package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/ui/widgets"
)

// details is the sheet that asks for the name of a case and what device it is about.
type details struct {
	window  *Window
	sheet   *sheet
	name    *pickerEntry
	device  *sheetSelect
	model   *pickerEntry
	version *pickerEntry
	country *widgets.Button
	speaks  *sheetSelect
	header  casefile.Header // what the sheet began with, with the device and country chosen since
	keep    func(casefile.Header) error
}

// showDetails asks for the details of the open case.
func (w *Window) showDetails() { w.openDetails() }

func (w *Window) openDetails() *details {
	d := w.desk
	c := d.view().Case
	return w.askDetails(d.text("details.title"), d.text("details.save"), c.Header(), func(h casefile.Header) error {
		// A case that can't be saved keeps the change, and the banner offers to save again.
		d.tell(d.session.SetHeader(h))
		return nil
	})
}

// askDetails opens the sheet; keep gets a header without faults. When keep fails, the sheet stays and says why.
func (w *Window) askDetails(title, confirm string, header casefile.Header, keep func(casefile.Header) error) *details {
	d := w.desk
	a := &details{window: w, header: header, keep: keep}
	s := newSheet(d, w.window, title, "", widgets.NewPrimaryButton(confirm, a.save))
	a.sheet = s
	a.name, a.model = s.entry(header.Name, a.save), s.entry(header.Model, a.save)
	a.version = s.entryWithList(header.Version, versionsOf(w.start.Library), a.save)
	a.model.SetPlaceHolder(d.text("details.model.hint"))
	a.version.SetPlaceHolder(d.text("details.version.hint"))
	where := widgets.NewCaption("")
	tell := func() {
		where.SetText(d.text("details.version.where", "System", knowledge.Device{Kind: a.header.Device}.System()))
	}
	a.device = s.choice(kindNames(), max(slices.Index(kinds, header.Device), 0), func(i int) {
		a.header.Device = kinds[i]
		tell()
	})
	tell()
	a.country = widgets.NewFieldButton(a.countryName(), func() {
		showCountries(d, w.window, func(code string) {
			a.header.Country = code
			a.country.SetText(a.countryName())
		})
	})
	languages := languageIDs(w.start.Library)
	a.speaks = s.choice(languageNames(w.start.Library), slices.Index(languages, header.Language), func(i int) { a.header.Language = languages[i] })
	s.body.Objects = []fyne.CanvasObject{
		d.field("details.name", a.name), d.field("details.device", widgets.NewOutline(a.device)), d.field("details.model", a.model),
		widgets.NewColumn(spaceXS, d.field("details.version", a.version), where),
		widgets.NewColumn(spaceXS, d.field("details.language", widgets.NewOutline(a.speaks)), widgets.NewCaption(d.text("details.language.why"))),
		d.field("storage.country", a.country),
	}
	s.show()
	w.window.Canvas().Focus(a.name)
	return a
}

func (a *details) countryName() string {
	if name := a.window.start.Library.CountryName(a.header.Country); name != "" {
		return name
	}
	return a.window.desk.text("storage.country.hint")
}

// save hands the header on if it has no faults, and closes the sheet.
func (a *details) save() {
	d, h := a.window.desk, a.header
	h.Name, h.Model, h.Version = strings.TrimSpace(a.name.Text), strings.TrimSpace(a.model.Text), strings.TrimSpace(a.version.Text)
	text := d.nameProblem(h.Name)
	if len(h.Model) > longestName {
		text = d.text("details.too-long")
	}
	if _, err := knowledge.ParseVersion(h.Version); err != nil {
		text = d.text("details.version.wrong")
	}
	if text != "" {
		a.sheet.tell(text)
		return
	}
	if err := a.keep(h); !a.sheet.trouble(err) {
		a.sheet.close()
	}
}

// longestName is how long the short texts of a case may be, in bytes; see casefile.Header.
const longestName = 200

// nameProblem says what is wrong with the name of a case; empty when nothing is.
func (d *desk) nameProblem(name string) string {
	switch {
	case strings.TrimSpace(name) == "":
		return d.text("details.name.missing")
	case len(name) > longestName:
		return d.text("details.too-long")
	}
	return ""
}
