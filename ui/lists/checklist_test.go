package lists

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// open opens the checklist of an empty case.
func open(t *testing.T) (*desktest.Stage, *Checklist) {
	t.Helper()
	s := desktest.Open(t)
	s.Desk.SetHelper(true)
	c := NewChecklist(s.Desk, func() {})
	s.Put(c)
	return s, c
}

func TestTheChecklistFindsTheWordsOfThePhone(t *testing.T) {
	s, c := open(t)
	h := s.Desk.View().Case.Header()
	h.Version, h.Language = "17.5", "de"
	desktest.Must(s.Desk.Session.SetHeader(h))
	all := len(c.order)
	for words, row := range map[string]string{
		"wlan": "check low-data-mode", "wifi": "check low-data-mode", "Low Data": "check low-data-mode",
		"company": "check managed-device", "MDM": "check managed-device", "school": "check managed-device", "Firma": "check managed-device",
		"charger": "check charging-symbol", "cargador": "check charging-symbol", "2fa": "check two-factor", "WhatsApp": "check app-sizes",
		"Datensparmodus": "check low-data-mode", "gray": "check back-up-now-state", "icloud backup": "check back-up-switch",
	} {
		c.find.SetText(words)
		found := false
		for _, r := range c.order {
			found = found || r == c.rows[row]
		}
		if !found || len(c.order) >= all {
			t.Errorf("%q: found %s %v, of %d rows", words, row, found, len(c.order))
		}
	}
	c.find.SetText("xyzzy")
	if len(c.order) != 0 {
		t.Errorf("nonsense finds %d rows", len(c.order))
	}
}

func TestEscapeEmptiesTheSearchFirst(t *testing.T) {
	s, c := open(t)
	all := len(c.order)
	c.FocusSearch(s.Window.Canvas())
	c.find.SetText("power")
	desktest.PressKey(s.Window.Canvas(), fyne.KeyEscape)
	if c.find.Text != "" || len(c.order) != all || s.Focus() != fyne.Focusable(c.find) {
		t.Errorf("the first Escape leaves %q and %d rows of %d", c.find.Text, len(c.order), all)
	}
	desktest.PressKey(s.Window.Canvas(), fyne.KeyEscape)
	if s.Focus() != nil {
		t.Error("the second Escape does not leave the field")
	}
}

func row(c *Checklist, id string) *widgets.ChecklistRow { return c.rows["check "+id] }

func TestChoosingARowRecordsNothing(t *testing.T) {
	s, c := open(t)
	label := s.Desk.Page(pages.Step{Kind: "check", ID: "low-data-mode"}).Answers[0].Label
	if desktest.Press(c.Object(), label) {
		t.Fatal("a row that nobody chose offers answers")
	}
	test.Tap(row(c, "low-data-mode"))
	if s.Desk.View().Checked != 0 {
		t.Fatal("choosing a row records an answer")
	}
	if !row(c, "low-data-mode").Selected() || !desktest.Press(c.Object(), label) || s.Desk.View().Checked != 1 {
		t.Fatalf("the chosen row records %d answers", s.Desk.View().Checked)
	}
	if got := desktest.Text(c.recorded.object); !strings.Contains(got, label) {
		t.Errorf("after the answer it says %q", got)
	}
	if !desktest.Press(c.recorded.object, s.Desk.Text("bar.undo")) || s.Desk.View().Checked != 0 {
		t.Error("the answer can't be taken back at once")
	}
	if c.recorded.object.Visible() {
		t.Error("what was taken back is still told")
	}
	c.recorded.show("first")
	c.recorded.show("second")
	s.Later[len(s.Later)-2]() // the time of the answer before
	if !c.recorded.object.Visible() {
		t.Error("the time of an earlier answer ends the telling of a later one")
	}
	s.Later[len(s.Later)-1]()
	if c.recorded.object.Visible() {
		t.Error("an answer is told for ever")
	}
}

func TestOnlyThePresentGroupIsOpenForWhoIsNoHelper(t *testing.T) {
	s, c := open(t)
	all := len(c.order)
	s.Desk.SetHelper(false)
	s.Desk.Redraw()
	if len(c.order) != 0 {
		t.Fatalf("before anything was said %d rows are open", len(c.order))
	}
	desktest.Begin(s.Desk)
	if len(c.order) == 0 || len(c.order) >= all || c.next == nil {
		t.Fatalf("%d of %d rows are open, the recommended one among them: %v", len(c.order), all, c.next != nil)
	}
	if text := desktest.Text(c.Object()); strings.ContainsAny(text, "%") || strings.Contains(text, " min") {
		t.Errorf("percentages or minutes in %q", text)
	}
	c.find.SetText("wifi")
	if len(c.order) == 0 {
		t.Error("a search finds nothing in folded groups")
	}
}

func TestWhatIsNotSureIsNoTick(t *testing.T) {
	s, c := open(t)
	s.Desk.Answer("back-up-now-state", "gray")
	s.Clock = s.Clock.Add(time.Minute)
	s.Desk.Try("turn-off-low-data-mode", casefile.Unsure)
	s.Desk.Answer("wifi-connected", casefile.CantTell)
	for key, r := range c.rows {
		for _, g := range s.Desk.View().Groups {
			for _, v := range g.Rows {
				unsure := v.Status == session.StatusCantTell || v.Status == session.StatusDone
				if string(v.Kind)+" "+v.ID == key && unsure && r.Status() != widgets.StatusCannotTell {
					t.Errorf("%s has the icon %v", key, r.Status())
				}
			}
		}
	}
	if row(c, "wifi-connected").Status() != widgets.StatusCannotTell {
		t.Error("an answer that nobody could give has another icon than ?")
	}
}

// A helper reads when and by whom the chosen row was answered.
func TestAHelperSeesWhoAnsweredTheChosenRow(t *testing.T) {
	s, c := open(t)
	s.Desk.Answer("low-data-mode", "on")
	said := s.Desk.Text("history.when", "Time", s.Desk.Words.Time(s.Now().Local()), "Source", s.Desk.Text("source.person"))
	for _, helper := range []bool{true, false} {
		s.Desk.SetHelper(helper)
		s.Desk.Open(pages.Step{Kind: "check", ID: "back-up-switch"})
		if got := desktest.Text(c.Object()); strings.Contains(got, said) {
			t.Errorf("of a row that nobody chose it is told: %s", got)
		}
		s.Desk.Open(pages.Step{Kind: "check", ID: "low-data-mode"})
		if got := desktest.Text(c.Object()); strings.Contains(got, said) != helper {
			t.Errorf("with the view of a helper %v, the list says %s", helper, got)
		}
	}
}
