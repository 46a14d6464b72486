package ui

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// machines are the sources of facts: a strip below the head of the window that says how each is doing, and a sheet with all of
// it. Facts never turn the page that is being read.
type machines struct {
	window   *Window
	board    *evidence.Board
	statuses []evidence.Status
	agreed   map[string]bool // sources whose facts the person lets count for the open case
	others   map[string]bool // sources that read another device than that of the open case

	items   []*machineItem
	found   *paint.Paragraph
	goOn    *widgets.Button
	content *fyne.Container
	sheet   *machineSheet // nil when it is closed
}

// machineItem is one source in the strip.
type machineItem struct {
	icon   *widgets.StatusIcon
	open   *widgets.Button
	object *fyne.Container
}

// newMachines makes the strip. Nothing is asked before start.
func newMachines(w *Window) *machines {
	m := &machines{window: w, agreed: map[string]bool{}, others: map[string]bool{}, found: paint.NewCaption("").Bold()}
	m.goOn = widgets.NewFlushLink(w.desk.Text("evidence.go-on"), func() {
		w.desk.OpenRecommended()
		m.show()
	})
	m.content = &fyne.Container{Layout: &machineLayout{m}}
	if w.start.Board == nil {
		m.content.Hide()
		return m
	}
	m.board = w.start.Board(w.settings, m.tell, m.notice)
	m.statuses = m.board.Statuses()
	for range m.statuses {
		item := &machineItem{icon: widgets.NewStatusIcon(widgets.StatusOpen)}
		item.open = widgets.NewFlushLink("", m.openSheet)
		item.object = flow.NewRow(theme.SpaceXS, 1, item.icon, item.open)
		m.items = append(m.items, item)
		m.content.Add(item.object)
	}
	m.content.Add(m.found)
	m.content.Add(m.goOn)
	return m
}

// start switches on what the person wants, and asks what is asked without a click: Apple's status.
func (m *machines) start() {
	if m.board == nil {
		return
	}
	for _, s := range m.statuses {
		off := m.window.settings.Off(s.ID)
		m.board.Turn(s.ID, off == nil || !*off)
	}
	m.board.Look(m.about(false), settings.AppleStatus)
}

// notice looks anew with a source that may read something else now, such as a phone that was plugged in. The board calls it on the
// goroutine of the window.
func (m *machines) notice(id string) { m.board.Renew(m.about(false), id) }

// stop ends all looks.
func (m *machines) stop() {
	if m.board != nil {
		m.board.Close()
	}
}

func (m *machines) about(fresh bool) evidence.About {
	return evidence.About{Country: m.window.desk.View().Case.Country, Fresh: fresh}
}

// tell takes over how a source is doing, and hands its facts to the case. The board calls it on the goroutine of the window.
func (m *machines) tell(s evidence.Status) {
	for i := range m.statuses {
		if m.statuses[i].ID == s.ID {
			if s.State == evidence.Looking { // another network may be there now
				delete(m.agreed, s.ID)
			}
			last := m.statuses[i]
			news := !s.At.Equal(last.At) || !s.Report.Reading.Time.Equal(last.Report.Reading.Time)
			m.statuses[i] = s
			if s.Progress > 0 && last.State == evidence.Looking && s.State == evidence.Looking {
				m.showProgress(s)
				return
			}
			if news {
				m.record(s)
			}
		}
	}
	m.show()
	m.window.phoneWatch.follow()
}

// openCase begins anew with another case: what holds by itself holds for it, too.
func (m *machines) openCase() {
	m.agreed = map[string]bool{}
	for _, s := range m.statuses {
		m.record(s)
	}
	m.show()
}

// record hands facts to the case, unless they hold only if the person agrees, and nobody has.
func (m *machines) record(s evidence.Status) {
	delete(m.others, s.ID)
	if !hasRead(s) || len(s.Report.Reading.Facts) == 0 || !s.Report.Asks.IsZero() && !m.agreed[s.ID] {
		return
	}
	_, err := m.window.desk.Observe(s.Report.Reading)
	if m.others[s.ID] = errors.Is(err, casefile.ErrOtherDevice); !m.others[s.ID] && err != nil {
		m.window.reportError(err)
	}
}

// hasRead reports whether the last look read something, if only a part.
func hasRead(s evidence.Status) bool { return s.State == evidence.Found || s.State == evidence.Needs }

// agree lets the facts of a source count for the open case.
func (m *machines) agree(s evidence.Status) {
	m.agreed[s.ID] = true
	m.record(s)
	m.show()
}

// show brings strip and sheet up to date.
func (m *machines) show() {
	if m.board == nil {
		return
	}
	d := m.window.desk
	visible := false
	for i, s := range m.statuses {
		item := m.items[i]
		item.icon.SetStatus(m.statusOf(s))
		item.open.SetText(m.brief(s))
		visible = visible || s.State != evidence.Off
	}
	n := d.Found()
	m.found.SetText(d.Words.Count("evidence.found", n))
	m.found.Hidden, m.goOn.Hidden = n == 0, n == 0
	changed := m.content.Visible() != visible
	m.content.Hidden = !visible
	m.content.Layout.Layout(nil, m.content.Size())
	if changed && m.window.frame != nil {
		m.window.frame.Refresh()
	}
	if m.sheet != nil {
		m.sheet.show()
	}
}

// brief says in a few words how a source is doing.
func (m *machines) brief(s evidence.Status) string {
	d := m.window.desk
	if m.others[s.ID] {
		return d.Text("evidence.brief.other", "Time", m.when(s.At))
	}
	if hasRead(s) && !s.Report.Brief.IsZero() {
		return d.Text("evidence.brief", "Brief", s.Report.Brief.Tell(d.Words), "Time", m.when(s.At))
	}
	return d.Text("evidence.brief."+s.State.Name(), "Source", d.Text("evidence.name."+s.ID))
}

// when is the time of day of a moment, with its day when that was another one.
func (m *machines) when(at time.Time) string {
	words, local := m.window.desk.Words, at.Local()
	if words.Day(local) == words.Day(m.window.start.Now().Local()) {
		return words.Clock(local)
	}
	return words.Time(local)
}

// statusOf is the icon of a source.
func (m *machines) statusOf(s evidence.Status) widgets.Status {
	if m.others[s.ID] {
		return widgets.StatusCannotTell
	}
	switch s.State {
	case evidence.Looking:
		return widgets.StatusWaiting
	case evidence.Found:
		if s.Report.Trouble {
			return widgets.StatusProblem
		}
		return widgets.StatusFine
	case evidence.Needs, evidence.Failed:
		return widgets.StatusCannotTell
	}
	return widgets.StatusOpen
}

// machineLayout places the sources from the left and what was found at the right. Sources for which there is no room are in the
// sheet only.
type machineLayout struct{ machines *machines }

// stripHeight is the height of the strip at text scale 1; it is the same with and without news.
const stripHeight float32 = 40

// Layout implements fyne.Layout.
func (l *machineLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	m := l.machines
	put := func(o fyne.CanvasObject, x, w float32) {
		h := fyne.Min(flow.HeightFor(o, w), size.Height)
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	right := size.Width
	for _, o := range []fyne.CanvasObject{m.goOn, m.found} {
		if o.Visible() {
			w := flow.NaturalWidth(o)
			put(o, right-w, w)
			right -= w + theme.SpaceM
		}
	}
	x := float32(0)
	for i, item := range m.items {
		w := flow.NaturalWidth(item.open) + theme.SpaceXS + item.icon.MinSize().Width
		fits := i == 0 || x+w <= right
		item.object.Hidden = !fits || m.statuses[i].State == evidence.Off
		if !item.object.Hidden {
			put(item.object, x, fyne.Min(w, right-x))
			x += w + theme.SpaceL
		}
	}
}

// MinSize implements fyne.Layout.
func (l *machineLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, stripHeight*theme.TextScale())
}
