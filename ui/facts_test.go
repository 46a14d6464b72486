package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// phoneSays is a reading of the iPhone that answers a check.
func phoneSays(check, answer string) casefile.Reading {
	return casefile.Reading{
		Source: casefile.FromPhone, Time: desktest.Noon(), Identity: "serial",
		Facts: []casefile.Observed{{Check: check, Answer: answer}},
	}
}

// Facts arrive while somebody reads the very page that they answer, with a finger on a button: the page, the focus and the
// press stay, the row is ticked, and the next answer goes on.
func TestFactsArriveWhileSomebodyReads(t *testing.T) {
	w := openWindow(t)
	w.desk.OpenRecommended()
	step := w.guide.Step()
	page := w.desk.Page(step)
	answer := page.Answers[0]
	buttons := desktest.Buttons(w.guide.Object())
	under := buttons[slices.IndexFunc(buttons, func(b *widgets.Button) bool { return b.Text() == answer.Label })]
	w.window.Canvas().Focus(under)
	text := desktest.Text(w.guide.Object())

	news, err := w.desk.Observe(phoneSays(step.ID, answer.ID))
	if err != nil || news != 1 || w.desk.Found() != 1 {
		t.Fatalf("%d news, %d found, %v", news, w.desk.Found(), err)
	}
	if recommended, _ := guide.Recommended(w.desk.View()); recommended == step {
		t.Fatal("the fact answers nothing")
	}
	if w.guide.Step() != step || desktest.Text(w.guide.Object()) != text {
		t.Errorf("the page became %v:\n%s", w.guide.Step(), desktest.Text(w.guide.Object()))
	}
	if !slices.Equal(desktest.Buttons(w.guide.Object()), buttons) || w.window.Canvas().Focused() != fyne.Focusable(under) {
		t.Error("the buttons are new: a press on one is lost, or the focus")
	}
	if got := desktest.Text(w.list.Object()); !strings.Contains(got, "from the iPhone") {
		t.Errorf("no row of the checklist is ticked:\n%s", got)
	}
	if !w.bar.undo.Disabled() {
		t.Error("there is something to undo although the person did nothing")
	}
	test.Tap(under)
	recommended, _ := guide.Recommended(w.desk.View())
	if said := w.desk.View().Case.Events; len(said) != 2 || w.guide.Step() != recommended || w.desk.Found() != 0 {
		t.Errorf("the press gave %d events, the guide shows %v with %d found, want %v", len(said), w.guide.Step(), w.desk.Found(), recommended)
	}
}

func TestTheFirstPageStaysWhileFactsArrive(t *testing.T) {
	w := openWindow(t)
	text := desktest.Text(w.guide.Object())
	if _, err := w.desk.Observe(phoneSays("back-up-switch", "on")); err != nil {
		t.Fatal(err)
	}
	w.desk.Redraw()
	if got := desktest.Text(w.guide.Object()); got != text || w.guide.Step().Kind != "" {
		t.Errorf("the first page gave way to\n%s", got)
	}
	w.guide.Choose(1)
	if recommended, _ := guide.Recommended(w.desk.View()); w.guide.Step() != recommended {
		t.Errorf("starting shows %v, want %v", w.guide.Step(), recommended)
	}
}

// A contradiction is told where the row is and on the check's page, and both are in the history.
func TestAContradictionIsSeen(t *testing.T) {
	w := openWindow(t)
	w.desk.Answer("back-up-switch", "off")
	if _, err := w.desk.Observe(phoneSays("back-up-switch", "on")); err != nil {
		t.Fatal(err)
	}
	if got := desktest.Text(w.list.Object()); !strings.Contains(got, "you: “Off”, iPhone: “On”?") {
		t.Errorf("the row does not ask:\n%s", got)
	}
	w.desk.Open(guide.Step{Kind: diagnosis.StepCheck, ID: "back-up-switch"})
	if got := desktest.Text(w.guide.Object()); !strings.Contains(got, "Which is right:") {
		t.Errorf("the page does not ask:\n%s", got)
	}
	w.showHistory()
	var history []string
	for _, o := range w.window.Canvas().Overlays().List() {
		history = append(history, desktest.Text(o))
	}
	told := strings.Join(history, "\n")
	for _, want := range []string{"on? On", "on? Off", w.desk.Text("source.phone"), w.desk.Text("source.person")} {
		if !strings.Contains(told, want) {
			t.Errorf("the history lacks %q:\n%s", want, told)
		}
	}
}

func TestAReadOnlyCaseShowsFactsWithoutAnError(t *testing.T) {
	home := t.TempDir()
	first := openWindowIn(t, home)
	first.desk.Answer("back-up-switch", "off")
	first.saveSettings()
	second := openWindowIn(t, home)
	if !second.desk.ReadOnly() {
		t.Skip("the second window opened a case of its own")
	}
	if news, err := second.desk.Observe(phoneSays("low-data-mode", "off")); news != 1 || err != nil {
		t.Errorf("%d news, %v", news, err)
	}
	second.setHelper(true)
	if got := desktest.Text(second.list.Object()); !strings.Contains(got, "from the iPhone") {
		t.Errorf("no row is ticked:\n%s", got)
	}
}

// The phone tells its language while somebody reads: the page stays where it is, and its labels become those of the phone.
func TestThePageSpeaksTheLanguageThatThePhoneTells(t *testing.T) {
	w := openWindow(t)
	desktest.Must(w.desk.Session.SayAs("last-backup-not-completed", ""))
	step := guide.Step{Kind: diagnosis.StepCheck, ID: "back-up-switch"}
	w.desk.Open(step)
	scroll := w.guide.Scroll()
	scroll.ScrollBy(40)
	at := scroll.Offset()
	english := desktest.Text(w.guide.Object())
	language := casefile.Reading{
		Source: casefile.FromPhone, Time: desktest.Noon(), Identity: "serial",
		Facts: []casefile.Observed{{Fact: casefile.FactLanguage, Value: "de"}},
	}
	if _, err := w.desk.Observe(language); err != nil {
		t.Fatal(err)
	}
	german := desktest.Text(w.guide.Object())
	if !strings.Contains(german, "Einstellungen") || strings.Contains(english, "Einstellungen") {
		t.Errorf("the labels are not those of the phone:\n%s", german)
	}
	if w.guide.Step() != step || scroll.Offset() != at {
		t.Errorf("the page moved to %v, %v of %v", w.guide.Step(), scroll.Offset(), at)
	}
	if w.desk.Redraw(); desktest.Text(w.guide.Object()) != german {
		t.Error("drawn again, the page is another")
	}
}

// keyedCanvas tells when a key goes down, as that of a real window does.
type keyedCanvas struct {
	fyne.Canvas
	down func(*fyne.KeyEvent)
}

func (c *keyedCanvas) OnKeyDown() func(*fyne.KeyEvent)     { return c.down }
func (c *keyedCanvas) SetOnKeyDown(f func(*fyne.KeyEvent)) { c.down = f }
func (c *keyedCanvas) OnKeyUp() func(*fyne.KeyEvent)       { return nil }
func (c *keyedCanvas) SetOnKeyUp(func(*fyne.KeyEvent))     {}

type keyedWindow struct {
	fyne.Window
	canvas *keyedCanvas
}

func (w keyedWindow) Canvas() fyne.Canvas { return w.canvas }

// A key that is held down answers one question, also after the window speaks another language.
func TestAKeyHeldDownAnswersOnceAfterAnotherLanguage(t *testing.T) {
	w := openWindow(t)
	w.start.Reload = func(string) (*session.Library, error) { return w.start.Library, nil }
	desktest.Must(w.desk.Session.SayAs("last-backup-not-completed", ""))
	canvas := &keyedCanvas{Canvas: w.window.Canvas()}
	w.window = keyedWindow{w.window, canvas}
	w.changeLanguage("")
	at := desktest.Noon()
	w.guide.SetClock(func() time.Time { at = at.Add(10 * time.Second); return at })
	w.desk.OpenRecommended()
	before := len(w.desk.View().Case.Events)
	if canvas.down == nil {
		t.Fatal("the guide does not hear when a key goes down")
	}
	canvas.down(&fyne.KeyEvent{Name: fyne.Key1})
	for range 20 {
		w.guide.Choose(1)
	}
	if n := len(w.desk.View().Case.Events) - before; n != 1 {
		t.Errorf("a key held down gave %d answers, want 1", n)
	}
}
