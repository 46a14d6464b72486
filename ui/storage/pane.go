package storage

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Pane answers whether the next backup fits, which plan would hold everything until when, what that costs,
// and how not to pay. It asks first for the numbers that nearly every answer needs; the rest unfolds in
// place.
type Pane struct {
	desk        *desk.Desk
	window      fyne.Window
	now         func() time.Time
	pickCountry func(chosen func(code string)) // opens the list of countries
	scroll      *place.Scroll

	// Measure opens the place where the upload of this computer is measured; nil where nothing can measure it.
	Measure func()

	title   *paint.Paragraph
	verdict *widgets.Callout
	fields  *storageFields
	bars    *planBars
	sections
	cleanUp *cleanUpCard
	outlook *outlook
	howLong *howLong

	amounts []*amountField // all that are shown
}

// sections are the parts that unfold.
type sections struct {
	cloud   *cloudSection
	says    *describe
	devices *devicesSection
	family  *familySection
	bundle  *bundleSection
	wayOut  *wayOut
}

// widest is the largest width of the pane: beyond it, names and figures of a row would stand too far apart.
const widest float32 = 1240

// New makes the pane. Saving asks for a file over the window w; pickCountry opens the list of countries and
// calls chosen with the code of a country, empty for none.
func New(d *desk.Desk, w fyne.Window, now func() time.Time,
	pickCountry func(chosen func(code string)),
) *Pane {
	p := &Pane{
		desk: d, window: w, now: now, pickCountry: pickCountry,
		title: paint.NewTitle(""), verdict: widgets.NewCallout(widgets.ToneNeutral, ""),
	}
	p.fields, p.bars = newStorageFields(p), newPlanBars(p)
	p.cloud, p.says, p.devices = newCloudSection(p), newDescribe(p), newDevicesSection(p)
	p.family, p.bundle, p.wayOut = newFamilySection(p), newBundleSection(p), newWayOut(p)
	p.cleanUp, p.outlook, p.howLong = newCleanUpCard(p), newOutlook(p), newHowLong(p)
	more := flow.NewColumn(theme.SpaceXS)
	for _, f := range []*widgets.Fold{
		p.cloud.fold, p.says.fold, p.devices.fold, p.family.fold, p.bundle.fold,
	} {
		more.Add(f.Object)
		more.Add(place.NewDivider())
	}
	more.Add(p.wayOut.content)
	p.scroll = place.NewScroll(flow.NewPadded(theme.SpaceL,
		flow.NewReadable(widest, flow.NewColumn(theme.SpaceL, p.title, p.verdict,
			place.NewTwoColumns(320, theme.SpaceXL, theme.SpaceL,
				place.Part{Object: p.fields.content, Left: true}, place.Part{Object: p.cleanUp.content},
				place.Part{Object: p.bars.content}, place.Part{Object: place.NewCard(more), Left: true},
				place.Part{Object: p.outlook.card}, place.Part{Object: p.howLong.card})))))
	return p
}

// Object returns the pane.
func (p *Pane) Object() fyne.CanvasObject { return p.scroll }

// Scroll returns the scroller around the pane.
func (p *Pane) Scroll() *place.Scroll { return p.scroll }

// FocusFirst gives the keyboard to the field for what is used.
func (p *Pane) FocusFirst(c fyne.Canvas) { c.Focus(p.fields.used.Control) }

// Show brings all parts up to date.
func (p *Pane) Show(v *session.View) {
	p.fields.show(v)
	p.howLong.show(v)
	p.outlook.show(v)
	p.cloud.show(v)
	p.says.show(v)
	p.devices.show(v)
	p.family.show(v)
	p.bundle.show(v)
	p.wayOut.show(v)
	p.cleanUp.show(v)
	p.answer(v)
	p.bars.show(v)
}

// record changes the inputs of the case and shows the result at once. Changes of one field in quick
// succession are one change to undo; a change without a field is one of its own. A field that can't be read
// counts as empty, since the answer never rests on a number that nobody sees. Where that would leave no
// inputs at all, a person is still typing: record changes nothing and returns false.
func (p *Pane) record(field any, change func(in *storage.Inputs)) bool {
	in := p.desk.View().Plan.Inputs.Clone()
	unreadable := false
	for _, f := range p.amounts {
		if f.IsUnreadable() {
			f.put(&in, entered{})
			unreadable = true
		}
	}
	change(&in)
	if unreadable && in.Empty() {
		return false
	}
	p.desk.ReportError(p.desk.Session.Count(in, field))
	return true
}

// connect lets a field change the inputs of the case. A value that is chosen from the field's list is a
// change of its own.
func connect[T comparable](p *Pane, f *form.Field[T], put func(in *storage.Inputs, value T)) {
	f.OnChange = func(value T, chosen bool) bool {
		var field any = f
		if chosen {
			field = nil
		}
		return p.record(field, func(in *storage.Inputs) { put(in, value) })
	}
	f.OnTyped = p.relayout
}

// drop lets go of fields that are no longer shown.
func (p *Pane) drop(fields ...*amountField) {
	p.amounts = slices.DeleteFunc(p.amounts, func(f *amountField) bool { return slices.Contains(fields, f) })
}

// relayout places all parts anew after one became higher or lower.
func (p *Pane) relayout() { place.Arrange(p.scroll) }

// Reset empties the fields, also of texts that can't be read, before another case is shown.
func (p *Pane) Reset() {
	for _, f := range p.amounts {
		f.Reset()
	}
	for _, f := range []*form.Field[float64]{p.howLong.speed, p.howLong.window, p.says.photos, p.says.waiting} {
		f.Reset()
	}
	p.says.reset(nil)
	p.devices.list.Reset()
	p.family.list.Reset()
	clear(p.cleanUp.rows)
}

// newFold makes a section of this pane that unfolds.
func (p *Pane) newFold(title string, content *fyne.Container) *widgets.Fold {
	f := p.desk.NewFold(title, flow.NewInset(0, 0, theme.SpaceS, 0, content))
	f.OnChanged = func(bool) { p.Show(p.desk.View()); p.relayout() }
	return f
}

func (p *Pane) size(bytes int64) string { return p.desk.Phrase.Size(bytes) }

func (p *Pane) span(r size.Range) string { return p.desk.Phrase.Span(r) }

func (p *Pane) offer(o *storage.Offer) string { return p.desk.Phrase.Offer(o) }

func (p *Pane) fullIn(s storage.Span) string { return p.desk.Phrase.FullIn(s, p.now()) }

// remark returns the sentence of a remark.
func (p *Pane) remark(r storage.Remark) string {
	return p.desk.Text(string(r.Key), "Size", p.size(r.Bytes))
}

// path returns the path to a page of the phone, in words; empty where there is none.
func (p *Pane) path(route string, v *session.View) string {
	path := p.labels(route, v)
	if path == "" {
		return ""
	}
	return p.desk.Text("storage-pane.cleanup.route", "Path", path)
}

// labels returns the labels on the way to a page of the phone; empty where there is none.
func (p *Pane) labels(route string, v *session.View) string {
	path, _ := p.desk.Guide.Path(route, "", v.Device)
	return strings.Join(path, " › ")
}

func (p *Pane) open(address string) {
	page, err := url.Parse(address)
	if err == nil {
		err = fyne.CurrentApp().OpenURL(page)
	}
	p.desk.ReportError(err)
}
