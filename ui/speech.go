package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/desk"
	"backupdoctor/ui/place"
	"backupdoctor/ui/voice"
)

// How often the window looks what is new for a screen reader, and whether one has been started.
const (
	speechPace = 200 * time.Millisecond // a person who holds the Tab key hears where they stop
	speechIdle = 3 * time.Second
)

// speech tells a screen reader what people who see notice: another page or sheet, a banner, and the control
// that has the keyboard, with its state.
type speech struct {
	window                *Window
	reader                voice.Reader
	page, notice, control string // as they were told
}

// startSpeech begins to tell, where the system has a way to.
func (w *Window) startSpeech() {
	if w.start.Voice == nil || w.start.After == nil {
		return
	}
	if reader := w.start.Voice(w.window); reader != nil {
		(&speech{window: w, reader: reader}).look()
	}
}

func (s *speech) look() {
	wait := speechIdle
	if s.reader.Listens() {
		wait = speechPace
		if text := s.news(); text != "" {
			s.reader.Tell(text)
		}
	}
	s.window.start.After(wait, s.look)
}

// news returns what is new since it was asked before; empty without news.
func (s *speech) news() string {
	w := s.window
	canvas := w.window.Canvas()
	var news []string
	notice := strings.Join(voice.Texts(w.banner.content), "\n")
	if notice != s.notice {
		news = append(news, notice)
	}
	title, texts := "", voice.Texts(w.shown())
	if len(texts) > 0 {
		title = texts[0]
	}
	if title != s.page {
		news = append(news, texts...)
	}
	control := ""
	if focused := canvas.Focused(); focused != nil {
		control = voice.Control(w.desk.Words, focused)
	}
	if control != s.control || title != s.page {
		news = append(news, control)
	}
	s.notice, s.page, s.control = notice, title, control
	return strings.TrimSpace(strings.Join(news, "\n"))
}

// shown returns the sheet that is open, or else the pane that the person chose.
func (w *Window) shown() fyne.CanvasObject {
	if sheet := place.TopSheet(w.window.Canvas()); sheet != nil {
		return sheet
	}
	var pane desk.Pane = w.tabs[w.desk.Tab()]
	if side, ok := w.sides[w.desk.Tab()]; ok {
		pane = side
	}
	return pane.Object()
}
