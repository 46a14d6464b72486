package guide

import (
	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// when asks for the date and the time of a backup that was seen, before it is recorded.
type when struct {
	guide *Pane
	open  bool
	day   int // index in the days that are offered
	clock pages.Clock
	field *form.Field[pages.Clock] // of the clock

	objects []fyne.CanvasObject // nil until the question is shown
	first   fyne.Focusable      // of them
}

// ask opens the question.
func (w *when) ask() {
	*w = when{guide: w.guide, open: true}
	w.guide.desk.Redraw()
}

// close returns to the answers of the page.
func (w *when) close() {
	w.open = false
	w.guide.desk.Redraw()
}

// record records the backup that was seen. While the clock can't be read, it leads there instead: a time that
// a person typed is not dropped.
func (w *when) record() {
	d := w.guide.desk
	if w.field != nil && w.field.IsUnreadable() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(w.field.Entry); c != nil {
			c.Focus(w.field.Control)
		}
		return
	}
	v := d.View()
	w.open = false
	d.Prove(casefile.SeenFinished, d.Guide.FinishedAt(v, d.Guide.Days(v)[w.day], w.clock))
}

// leastWhen is how narrow a field may get before the fields stand below each other.
const leastWhen float32 = 220

// addTo puts the question into the foot. What a person has typed stays there while the question is open.
func (w *when) addTo(foot *fyne.Container) {
	if w.objects == nil {
		w.build()
	}
	w.guide.choices = append(w.guide.choices, w.record)
	foot.Objects = append(foot.Objects, w.objects...)
}

// build makes the fields.
func (w *when) build() {
	g, d := w.guide, w.guide.desk
	v := d.View()
	var names []string
	for _, day := range d.Guide.Days(v) {
		names = append(names, d.Guide.DayName(v, day))
	}
	day := form.NewChoice(d.Text("when.day"), names, func(i int) { w.day = i })
	day.SetValue(w.day)
	w.first = day.List
	clock := form.NewField[pages.Clock](d.Text("when.clock"))
	clock.Entry.SetPlaceHolder(d.Text("when.clock.hint"))
	clock.Parse = func(text string) (pages.Clock, string) {
		if c, ok := pages.ParseClock(text); ok {
			return c, ""
		}
		return pages.Clock{}, d.Text("when.clock.wrong")
	}
	clock.Format = func(pages.Clock) string { return "" } // nobody but the person sets it
	clock.OnChange = func(c pages.Clock, _ bool) bool { w.clock = c; return true }
	clock.OnTyped = func() { g.object.Refresh() }
	clock.Entry.OnSubmitted = func(string) { w.record() }
	w.field = clock
	record := widgets.NewPrimaryButton(d.Text("when.record"), w.record)
	g.forbid(record)
	w.objects = []fyne.CanvasObject{
		paint.NewParagraph(d.Text("when.question")).Bold(),
		flow.NewGrid(leastWhen, theme.SpaceM, day.Object, clock.Object),
		paint.NewCaption(d.Text("when.why")),
		flow.NewWrap(theme.SpaceS, record, widgets.NewAnswerButton(d.Text("when.back"), w.close)),
	}
}
