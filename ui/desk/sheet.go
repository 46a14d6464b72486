package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/place"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// Sheet is a dialog over the window: a title, a body that scrolls, and a foot with a button that closes the
// sheet. It is no higher than its content. Escape closes it.
type Sheet struct {
	Head      *fyne.Container // title, text and problem; a dialog may add to it
	Body      *fyne.Container
	Scroll    *place.Scroll // holds the body
	OnDismiss func() bool   // asked before a person closes the sheet; false keeps it open. May be nil

	desk    *Desk
	below   *Sheet // the one that it was opened over; nil when there was none
	window  fyne.Window
	foot    *fyne.Container
	closing *widgets.Button
	popup   *widget.PopUp
	problem *widgets.Callout
}

// NewSheet makes a sheet over a window, with an optional text below its title. The objects of foot stand
// before the button that closes the sheet.
func (d *Desk) NewSheet(w fyne.Window, title, text string, foot ...fyne.CanvasObject) *Sheet {
	s := &Sheet{
		desk: d, window: w, Body: flow.NewColumn(theme.SpaceM),
		problem: widgets.NewCallout(widgets.ToneBad, ""),
	}
	s.problem.Hide()
	s.Head = flow.NewColumn(theme.SpaceS, paint.NewTitle(title))
	if text != "" {
		s.Head.Add(paint.NewCaption(text))
	}
	s.Head.Add(s.problem)
	s.Scroll = place.NewScroll(flow.NewPadded(focusRoom, s.Body))
	s.closing = widgets.NewAnswerButton(d.Text("picker.close"), s.Dismiss)
	s.foot = flow.NewWrap(theme.SpaceS, append(foot, s.closing)...)
	s.popup = widget.NewModalPopUp(&fyne.Container{
		Layout: &sheetLayout{s}, Objects: []fyne.CanvasObject{s.Head, s.Scroll, s.foot},
	}, w.Canvas())
	return s
}

// focusRoom is the room around the body for outlines and focus rings, which a scroller would cut.
const focusRoom float32 = 5

// Show opens the sheet.
func (s *Sheet) Show() {
	s.below = s.desk.sheet
	s.desk.sheet = s
	s.popup.Show()
}

// Cancels names the button that closes the sheet "Cancel", since closing drops what was entered.
func (s *Sheet) Cancels() { s.closing.SetText(s.desk.Text("picker.cancel")) }

// SheetOver returns the sheet that is open on top of a canvas; nil when there is none.
func (d *Desk) SheetOver(c fyne.Canvas) *Sheet {
	if d.sheet != nil && place.TopSheet(c) == d.sheet.popup.Content {
		return d.sheet
	}
	return nil
}

// Dismiss closes the sheet for a person who is done with it, unless OnDismiss says no.
func (s *Sheet) Dismiss() {
	if s.OnDismiss == nil || s.OnDismiss() {
		s.Close()
	}
}

// Close closes the sheet.
func (s *Sheet) Close() {
	s.popup.Hide()
	s.desk.sheet = s.below
}

// IsOpen reports whether the sheet is over the window, be it below another one.
func (s *Sheet) IsOpen() bool { return s.popup.Visible() }

// Size returns the size of the sheet on the screen.
func (s *Sheet) Size() fyne.Size { return s.popup.Size() }

// Relayout brings size and place up to date after the content changed.
func (s *Sheet) Relayout() {
	s.popup.Resize(s.popup.MinSize())
	s.popup.Refresh()
	if over := s.popup.Canvas.Overlays().Top(); over != nil {
		over.Refresh()
	}
}

// SetProblem shows a problem at the top of the sheet; an empty text takes it away.
func (s *Sheet) SetProblem(text string) {
	s.problem.SetText(text)
	s.problem.Hidden = text == ""
	s.Relayout()
}

// ReportError shows an error at the top of the sheet, since the banner of the window can't be read below the
// sheet. It reports whether there was one.
func (s *Sheet) ReportError(err error) bool {
	if err == nil {
		return false
	}
	s.SetProblem(s.desk.Words.Sentence(err))
	return true
}

// sheetLayout places head, scroller and foot of a sheet.
type sheetLayout struct{ sheet *Sheet }

// The largest size of a sheet at text scale 1.
const sheetWidth, sheetHeight float32 = 640, 620

// MinSize implements fyne.Layout.
func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	s := l.sheet
	room := s.window.Canvas().Size().SubtractWidthHeight(2*theme.SpaceXL, 2*theme.SpaceXL)
	width := fyne.Min(sheetWidth*theme.TextScale(), room.Width)
	inner := width - 2*theme.SpaceL
	need := flow.HeightFor(s.Head, inner) + flow.HeightFor(s.Body, inner) + 2*focusRoom +
		flow.HeightFor(s.foot, inner) + 2*theme.SpaceL + 2*theme.SpaceM
	return fyne.NewSize(width, min(need, sheetHeight*theme.TextScale(), room.Height))
}

// Layout implements fyne.Layout.
func (l *sheetLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.sheet
	inner := size.SubtractWidthHeight(2*theme.SpaceL, 2*theme.SpaceL)
	head, foot := flow.HeightFor(s.Head, inner.Width), flow.HeightFor(s.foot, inner.Width)
	body := inner.Height - head - foot - 2*theme.SpaceM
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	y := theme.SpaceL
	put(s.Head, theme.SpaceL, y, inner.Width, head)
	y += head + theme.SpaceM
	put(s.Scroll, theme.SpaceL-focusRoom, y, inner.Width+2*focusRoom, body)
	put(s.foot, theme.SpaceL, y+body+theme.SpaceM, inner.Width, foot)
}
