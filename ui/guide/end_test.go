package guide

import (
	"slices"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/ui/desk/desktest"
)

// Apple's pages open by a click.
func TestApplesPagesOpenFromTheGuide(t *testing.T) {
	s, g := open(t)
	s.Desk.Open(pages.Step{Kind: diagnosis.StepSupport})
	desktest.Press(g.foot, s.Desk.Text("handover.contact"))
	desktest.Press(g.foot, s.Desk.Text("handover.status"))
	s.Desk.Try("wait-for-apple", casefile.Done)
	desktest.Press(g.foot, s.Desk.Text("handover.status"))
	if want := []string{pages.SupportPage, pages.StatusPage, pages.StatusPage}; !slices.Equal(s.Outside.Opened, want) {
		t.Errorf("opened were %v", s.Outside.Opened)
	}
}

// After a backup was seen, what could stop the next one has the one button that stands out.
func TestTheOtherTroubleHasTheFirstButton(t *testing.T) {
	s, g := open(t)
	s.Desk.Answer("charging-symbol", "unplugged")
	s.Desk.Prove(casefile.SeenFinished, desktest.Noon().Add(-1))
	if first := firstButton(g.foot); first.Text() != "Charge your iPhone overnight" {
		t.Fatalf("the first button says %q", first.Text())
	}
	g.Choose(1)
	if step, _ := s.Desk.Current(); step != (pages.Step{Kind: diagnosis.StepFix, ID: "plug-in-overnight"}) {
		t.Errorf("it leads to %v", step)
	}
}
