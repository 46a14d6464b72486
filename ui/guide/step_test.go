package guide

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// A step that is chosen, by pointer or key, shows its picture.
func TestAChosenStepShowsItsPicture(t *testing.T) {
	_, g := lowData(t, "17.5", "")
	last := len(g.pictures.numbered) - 1
	if last < 3 || g.pictures.pager.Page() != last {
		t.Fatalf("the guide opens at picture %d of %d, want the last", g.pictures.pager.Page(), last)
	}
	test.Tap(g.pictures.numbered[1].(*widgets.StepLine))
	if got := g.pictures.pager.Page(); got != 1 {
		t.Errorf("a click on step 2 shows picture %d", got+1)
	}
	g.pictures.numbered[2].(*widgets.StepLine).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := g.pictures.pager.Page(); got != 2 {
		t.Errorf("Enter on step 3 shows picture %d", got+1)
	}
}

// The picture is the last thing to go: it stands beside the words, and is larger where there is room.
func TestThePictureStandsBesideTheWords(t *testing.T) {
	s, g := lowData(t, "17.5", "")
	width := float32(0)
	for _, size := range []fyne.Size{fyne.NewSize(560, 450), fyne.NewSize(700, 650), fyne.NewSize(1200, 950)} {
		s.Window.Resize(size)
		g.object.Resize(size)
		picture := g.pictures.pager.Size()
		if !g.beside.Visible() || picture.Width <= width || picture.Height > size.Height {
			t.Errorf("at %v the picture is %v, and was %v wide before", size, picture, width)
		}
		width = picture.Width
	}
	g.object.Resize(fyne.NewSize(400, 700))
	if g.beside.Visible() || !g.under.Visible() {
		t.Error("a narrow pane has no picture")
	}
}

// In a low pane the steps that lead to the present one fold, and a press unfolds them.
func TestTheWayFoldsInALowPane(t *testing.T) {
	_, g := lowData(t, "17.5", "")
	size := fyne.NewSize(560, 400)
	g.object.Resize(size)
	if g.approach.steps[0].Visible() || !g.approach.line.Visible() {
		t.Fatal("the steps that lead there take the room of the present one")
	}
	desktest.Press(g.object, g.approach.line.Text())
	g.object.Resize(size.AddWidthHeight(1, 0))
	if !g.approach.steps[0].Visible() {
		t.Error("the steps stay folded")
	}
}

// The answer that there is a message leads to the list of messages.
func TestTheMessageIsAskedForAfterItsAnswer(t *testing.T) {
	s, g := open(t)
	asked := 0
	g.dialogs.Picker = func() { asked++ }
	check := s.Desk.Base.MessageCheck()
	s.Desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: check.ID})
	desktest.Press(g.object, "No message")
	if asked != 0 {
		t.Error("the message is asked for although there is none")
	}
	s.Desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: check.ID})
	desktest.Press(g.object, "There is one")
	if given := s.Desk.View().Checks[check.ID].Answer; asked != 1 || given != "shown" {
		t.Errorf("the message is asked for %d times, the answer is %q", asked, given)
	}
}

// What a step tells to open on the computer is opened by a press.
func TestThePagesOfAStepOpenByAPress(t *testing.T) {
	s, g := open(t)
	s.Desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "verify-email"})
	if !desktest.Press(g.object, "Open account.apple.com") || len(s.Outside.Opened) != 1 ||
		s.Outside.Opened[0] != "https://account.apple.com" {
		t.Errorf("opened is %q", s.Outside.Opened)
	}
	s.Desk.Open(pages.Step{Kind: diagnosis.StepFix, ID: "empty-bins"})
	if !desktest.Press(g.object, s.Desk.Text("guide.opens.storage")) || s.Desk.Tab() != desk.TabStorage {
		t.Errorf("the way to Storage leads to %s", s.Desk.Tab())
	}
}

// In a wide pane the earlier steps stand beside the large picture, small, and a click on one shows it large.
func TestAWidePaneShowsTheEarlierSteps(t *testing.T) {
	s, g := lowData(t, "17.5", "")
	strip := g.pictures.strip
	last := g.pictures.pager.Phone().Pages() - 1
	for _, c := range []struct {
		size  fyne.Size
		shown bool
	}{{fyne.NewSize(868, 650), false}, {fyne.NewSize(1600, 950), true}, {fyne.NewSize(1600, 260), false}} {
		s.Window.Resize(c.size)
		g.object.Resize(c.size)
		if strip.Visible() != c.shown || strip.Pictures() != last {
			t.Fatalf("at %v the strip of %d pictures is shown: %v", c.size, strip.Pictures(), strip.Visible())
		}
		if beside := g.beside; c.shown && beside.Position().X+beside.Size().Width > strip.Position().X {
			t.Errorf("at %v the pictures meet", c.size)
		}
	}
	g.object.Resize(fyne.NewSize(1600, 950))
	small := test.WidgetRenderer(strip).Objects()[1]
	test.Tap(small.(fyne.Tappable))
	if got := g.pictures.pager.Page(); got != 1 {
		t.Errorf("a click on the second picture shows picture %d", got+1)
	}
	if label := small.(fyne.Accessible).AccessibilityLabel(); label != "2. Tap Wi-Fi" {
		t.Errorf("the second picture is called %q", label)
	}
}

// A picture grows only where the words beside it keep a good width: the wide one of a tablet, too.
func TestALargePictureLeavesTheWordsTheirWidth(t *testing.T) {
	s, g := open(t)
	h := s.Desk.View().Case.Header()
	h.Device, h.Version = "ipad", "18.4"
	desktest.Must(s.Desk.Session.SetHeader(h))
	s.Desk.Open(pages.Step{Kind: diagnosis.StepCheck, ID: "auto-lock-set"})
	for _, size := range []fyne.Size{fyne.NewSize(868, 650), fyne.NewSize(1000, 700), fyne.NewSize(1600, 950)} {
		g.object.Resize(size)
		picture, words := g.pictures.pager.Size().Width, g.scroll.Size().Width
		best := g.pictures.pager.PreferredWidth()
		if picture > best+1 && words < wordsGood || picture < best*smallest {
			t.Errorf("at %v the picture is %.0f wide and the words %.0f", size, picture, words)
		}
	}
}

// A case that was undone to its beginning shows the first page again, without a way to what was undone.
func TestAnUndoneCaseShowsTheFirstPage(t *testing.T) {
	s, g := open(t)
	title := s.Desk.Text("first.title")
	s.Desk.Try("restart", casefile.Done)
	if got := desktest.Text(g.content); strings.Contains(got, title) {
		t.Fatalf("after a change the guide says %q", got)
	}
	if s.Desk.Undo(); !strings.Contains(desktest.Text(g.content), title) || s.Desk.CanGoBack() {
		t.Errorf("after it was undone the guide says %q", desktest.Text(g.object))
	}
	if s.Desk.Redo(); strings.Contains(desktest.Text(g.content), title) {
		t.Error("what was undone can't be brought back")
	}
}
