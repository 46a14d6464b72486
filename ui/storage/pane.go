package storage

import (
	"net/url"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Pane answers whether the next backup fits, which plan would hold everything until when, what that costs,
// and how not to pay. What is essential is asked first; the rest unfolds in place.
type Pane struct {
	desk        *desk.Desk
	window      fyne.Window
	now         func() time.Time
	pickCountry func(chosen func(code string)) // opens the list of countries
	scroll      *widgets.Scroll

	title   *widgets.Paragraph
	verdict *widgets.Callout
	room    *widgets.Button // in the verdict, where there are ways to make room
	fields  *storageFields
	bars    *planBars
	sections
	cleanUp *cleanUpCard
	outlook *outlook
	howLong *howLong

	unread map[*amountField]bool // fields with a text that can't be read: nothing counts for them
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

// widest is how wide the pane is at most: beyond it, names and figures of a row would stand too far apart.
const widest float32 = 1240

// New makes the pane. Saving asks for a file over the window w; pickCountry opens the list of countries and
// calls chosen with the code of a country, empty for none.
func New(d *desk.Desk, w fyne.Window, now func() time.Time, pickCountry func(chosen func(code string))) *Pane {
	p := &Pane{
		desk: d, window: w, now: now, pickCountry: pickCountry, unread: map[*amountField]bool{},
		title: widgets.NewTitle(""), verdict: widgets.NewCallout(widgets.ToneNeutral, ""),
	}
	p.room = widgets.NewPrimaryButton(d.Text("plan-pane.make-room"), p.makeRoom)
	p.fields, p.bars = newStorageFields(p), newPlanBars(p)
	p.cloud, p.says, p.devices = newCloudSection(p), newDescribe(p), newDevicesSection(p)
	p.family, p.bundle, p.wayOut = newFamilySection(p), newBundleSection(p), newWayOut(p)
	p.cleanUp, p.outlook, p.howLong = newCleanUpCard(p), newOutlook(p), newHowLong(p)
	more := widgets.NewCard(flow.NewColumn(theme.SpaceXS, p.cloud.fold.Object, widgets.NewDivider(), p.says.fold.Object, widgets.NewDivider(),
		p.devices.fold.Object, widgets.NewDivider(), p.family.fold.Object, widgets.NewDivider(), p.bundle.fold.Object, widgets.NewDivider(),
		p.wayOut.content))
	p.scroll = widgets.NewScroll(flow.NewPadded(theme.SpaceL, flow.NewReadable(widest, flow.NewColumn(theme.SpaceL, p.title, p.verdict,
		widgets.NewTwoColumns(320, theme.SpaceXL, theme.SpaceL,
			widgets.Part{Object: p.fields.content, Left: true}, widgets.Part{Object: p.bars.content},
			widgets.Part{Object: p.cleanUp.content}, widgets.Part{Object: more, Left: true},
			widgets.Part{Object: p.outlook.card}, widgets.Part{Object: p.howLong.card})))))
	return p
}

// Object returns the pane.
func (p *Pane) Object() fyne.CanvasObject { return p.scroll }

// Scroll returns the scroller around the pane.
func (p *Pane) Scroll() *widgets.Scroll { return p.scroll }

// FocusFirst gives the keyboard to the field for what is used.
func (p *Pane) FocusFirst(c fyne.Canvas) { c.Focus(p.fields.used.control) }

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
// succession are one change to undo; with a nil field the change is one of its own. For fields that can't be
// read nothing counts: the answer never rests on a number that nobody sees. It reports false, and records
// nothing, while that would leave nothing at all: somebody types, and nothing is forgotten until the fields
// are empty.
func (p *Pane) record(field any, change func(in *storage.Inputs)) bool {
	in := p.desk.View().Plan.Inputs.Clone()
	for f := range p.unread {
		f.onChange(&in, storage.Amount{})
	}
	change(&in)
	if len(p.unread) > 0 && in.Empty() {
		return false
	}
	p.desk.ReportError(p.desk.Session.Count(in, field))
	return true
}

// relayout places everything anew after a part became higher or lower.
func (p *Pane) relayout() { widgets.Arrange(p.scroll) }

// Reset empties the fields, also of texts that can't be read, before another case is shown.
func (p *Pane) Reset() {
	clear(p.unread)
	amounts := []*amountField{p.fields.plan, p.fields.used, p.fields.next, p.outlook.growth}
	amounts = append(append(amounts, p.cloud.amounts[:]...), p.says.amounts...)
	for _, f := range amounts {
		f.Reset()
	}
	for _, f := range []*numberField{p.howLong.speed, p.howLong.window, p.says.photos} {
		f.Reset()
	}
	p.says.reset(nil)
	p.devices.reset()
	p.family.reset()
	clear(p.cleanUp.rows)
}

// newFold makes a section of this pane that unfolds.
func (p *Pane) newFold(title string, content *fyne.Container) *widgets.Fold {
	f := widgets.NewFold(title, flow.NewInset(0, 0, theme.SpaceS, 0, content))
	f.SetSpoken(p.desk.Text("plan-pane.fold.closed"), p.desk.Text("plan-pane.fold.open"))
	f.OnChanged = func(bool) { p.Show(p.desk.View()); p.relayout() }
	return f
}

func (p *Pane) size(bytes int64) string { return p.desk.Phrase.Size(bytes) }

func (p *Pane) span(r storage.Range) string { return p.desk.Phrase.Span(r) }

func (p *Pane) offer(o *storage.Offer) string { return p.desk.Phrase.Offer(o) }

func (p *Pane) fullIn(s storage.Span) string {
	return p.desk.Phrase.FullIn(s, p.now())
}

// remark puts a remark of the planner into words.
func (p *Pane) remark(r storage.Remark) string {
	return p.desk.Text(string(r.Key), "Size", p.size(r.Bytes))
}

// way is the path to a page of the phone, in words.
func (p *Pane) way(route string, v *session.View) string {
	path, _ := p.desk.Guide.Path(route, "", v.Device)
	if len(path) == 0 {
		return ""
	}
	return p.desk.Text("plan-pane.cleanup.route", "Path", strings.Join(path, " › "))
}

func (p *Pane) open(address string) {
	page, err := url.Parse(address)
	if err == nil {
		err = fyne.CurrentApp().OpenURL(page)
	}
	p.desk.ReportError(err)
}
