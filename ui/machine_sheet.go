package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/settings"
	"backupdoctor/ui/chart"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// machineSheet shows all that the sources say, and switches them.
type machineSheet struct {
	machines *machines
	sheet    *desk.Sheet
	first    string                         // the source that stands at the top; empty for the usual order
	open     map[string]bool                // folds with what was asked
	progress map[string]*chart.ProgressLine // of looks that are under way
	focus    map[string]fyne.Focusable      // the switch and the first button of each source, for the keyboard
}

// openSheet shows the sources.
func (m *machines) openSheet() { m.openSheetAt("") }

// openSheetAt shows the sources, this one at the top.
func (m *machines) openSheetAt(source string) {
	d := m.window.desk
	s := &machineSheet{machines: m, first: source, open: map[string]bool{}, progress: map[string]*chart.ProgressLine{}}
	s.focus = map[string]fyne.Focusable{}
	s.sheet = d.NewSheet(m.window.window, d.Text("evidence.title"), d.Text("evidence.privacy"))
	s.sheet.OnDismiss = func() bool {
		m.sheet = nil
		return true
	}
	m.sheet = s
	s.show()
	s.sheet.Show()
}

// show fills the sheet.
func (s *machineSheet) show() {
	canvas, kept := s.machines.window.window.Canvas(), ""
	for name, control := range s.focus {
		if canvas.Focused() == control {
			kept = name
		}
	}
	s.sheet.Body.Objects = nil
	clear(s.progress)
	clear(s.focus)
	isFirst := func(status evidence.Status) bool { return status.ID == s.first }
	for _, first := range []bool{true, false} {
		for _, status := range s.machines.statuses {
			if isFirst(status) == first {
				s.sheet.Body.Add(s.source(status))
			}
		}
	}
	s.sheet.Relayout()
	if control := s.focus[kept]; control != nil {
		canvas.Focus(control)
	}
}

// showProgress tells how far a look is, and leaves all else on the sheet as it is: a finger may be on a button.
func (m *machines) showProgress(status evidence.Status) {
	if m.sheet == nil {
		return
	}
	if line := m.sheet.progress[status.ID]; line != nil {
		line.SetValue(status.Progress)
	}
}

// measuresUpload reports whether the upload of this computer can be measured, if the person wants it.
func (m *machines) measuresUpload() bool {
	return slices.ContainsFunc(m.statuses, func(s evidence.Status) bool { return s.ID == settings.UploadSpeed })
}

// source shows one source.
func (s *machineSheet) source(status evidence.Status) fyne.CanvasObject {
	m, d := s.machines, s.machines.window.desk
	use := d.NewTick(d.Text("evidence.use."+status.ID), "", func(on bool) {
		if off := m.window.settings.Off(status.ID); off != nil {
			*off = !on
		}
		m.window.saveSettings()
		m.board.Turn(status.ID, on)
	})
	use.SetOn(status.State != evidence.Off)
	s.focus["use "+status.ID] = use
	body := flow.NewColumn(theme.SpaceS, use)
	if !status.Privacy.IsZero() {
		body.Add(paint.NewCaption(status.Privacy.Tell(d.Words)))
	}
	if !status.Cost.IsZero() {
		body.Add(paint.NewCaption(status.Cost.Tell(d.Words)))
	}
	if status.State == evidence.Off {
		return body
	}
	body.Add(flow.NewRow(theme.SpaceXS, 1, widgets.NewStatusIcon(m.statusOf(status)), paint.NewParagraph(m.brief(status)).Bold()))
	if status.State == evidence.Looking && !status.Cost.IsZero() {
		line := chart.NewProgressLine()
		line.SetValue(status.Progress)
		s.progress[status.ID] = line
		body.Add(line)
	}
	if m.others[status.ID] {
		body.Add(paint.NewParagraph(d.Text("evidence.other")))
	} else if status.State != evidence.Looking {
		var lines []string
		if !status.Report.What.IsZero() {
			lines = append(lines, status.Report.What.Tell(d.Words))
		}
		for _, more := range status.Report.More {
			lines = append(lines, more.Tell(d.Words))
		}
		if len(lines) > 0 {
			body.Add(paint.NewParagraph(strings.Join(lines, "\n")))
		}
		s.ask(body, status)
	}
	if m.board.Watches(status.ID) {
		tray := d.NewTick(d.Text("watch.tray"), d.Text("watch.tray.hint"), func(on bool) {
			m.window.settings.Tray = on
			m.window.saveSettings()
			if !status.Watching.IsZero() {
				m.window.phoneWatch.keepInTray()
			}
		})
		tray.SetOn(m.window.settings.Tray)
		body.Add(tray)
	}
	actions := s.actions(status)
	s.focus["act "+status.ID] = actions[0].(fyne.Focusable)
	body.Add(flow.NewWrap(theme.SpaceS, actions...))
	if len(status.Report.Asked) > 0 {
		body.Add(s.asked(status))
	}
	return body
}

// ask asks whether facts hold for the device of the case.
func (s *machineSheet) ask(body *fyne.Container, status evidence.Status) {
	m, d := s.machines, s.machines.window.desk
	if !hasRead(status) || status.Report.Asks.IsZero() {
		return
	}
	if m.agreed[status.ID] {
		body.Add(paint.NewCaption(d.Text("evidence.recorded")))
		return
	}
	body.Add(paint.NewParagraph(status.Report.Asks.Tell(d.Words)))
	body.Add(flow.NewWrap(theme.SpaceS,
		widgets.NewAnswerButton(d.Text("evidence.yes"), func() { m.agree(status) }),
		widgets.NewAnswerButton(d.Text("evidence.no"), s.sheet.Dismiss)))
}

// actions are the buttons of a source.
func (s *machineSheet) actions(status evidence.Status) []fyne.CanvasObject {
	m, d := s.machines, s.machines.window.desk
	if status.State == evidence.Looking {
		return []fyne.CanvasObject{
			widgets.NewAnswerButton(d.Text("evidence.stop"), func() { m.board.Cancel(status.ID) }),
		}
	}
	key := map[bool]string{true: "evidence.look", false: "evidence.again"}[status.State == evidence.Idle]
	if !status.Cost.IsZero() {
		key = map[bool]string{true: "evidence.measure", false: "evidence.measure.again"}[status.State == evidence.Idle]
	}
	actions := []fyne.CanvasObject{
		widgets.NewAnswerButton(d.Text(key), func() { m.board.Look(m.about(true), status.ID) }),
	}
	if m.others[status.ID] {
		actions = append(actions, widgets.NewAnswerButton(d.Text("cases.new"), func() {
			s.sheet.Dismiss()
			m.window.newCaseSheet()
		}))
	}
	if page := status.Report.Page; page != "" {
		actions = append(actions, widgets.NewLinkButton(d.Text("evidence.page"), func() { d.OpenOutside(page) }))
	}
	return actions
}

// asked is the fold with what was asked of whom.
func (s *machineSheet) asked(status evidence.Status) fyne.CanvasObject {
	d := s.machines.window.desk
	var lines []string
	for _, e := range status.Report.Asked {
		lines = append(lines, d.Text("evidence.exchange", "Asked", e.Asked, "Answered", e.Answered))
	}
	fold := d.NewFold(d.Text("evidence.asked"), paint.NewCaption(strings.Join(lines, "\n")))
	fold.OnChanged = func(open bool) {
		s.open[status.ID] = open
		s.sheet.Relayout()
	}
	fold.SetOpen(s.open[status.ID])
	return fold.Object
}
