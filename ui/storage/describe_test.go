package storage

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
)

// texts are the sentences in a column.
func texts(s *describe) string {
	var list []string
	for _, o := range s.results.Objects {
		list = append(list, o.(*paint.Paragraph).Text())
	}
	return strings.Join(list, "\n")
}

func TestADescriptionMakesAnEstimate(t *testing.T) {
	w, p := open(t)
	w.Desk.ShowTab(desk.TabStorage)
	s := p.says
	if s.fold.Open() {
		t.Error("the section is open before anybody asks")
	}
	s.fold.Head().Tapped(nil)
	enter(s.photos, "10 000")
	enter(s.videos[0].minutes, "60")
	s.videos[0].mode.List.SetSelectedIndex(6) // behind what nobody has said
	sizes := w.Desk.Sizes
	first := w.Desk.View().Plan.Inputs.First()
	if first.Says.Photos != 10_000 || len(first.Says.Video) != 1 || first.Says.Video[0] != (storage.Footage{Mode: sizes.Video[5].ID, Minutes: 60}) {
		t.Fatalf("the case has %+v", first.Says)
	}
	want := p.span(first.Says.Estimate(sizes))
	if got := s.estimate.Text(); !s.fold.Open() || !strings.Contains(got, want) || !strings.Contains(got, "your description") {
		t.Errorf("the estimate is %q, want %s", got, want)
	}
	if got := texts(s); !strings.Contains(got, "Photos and videos: "+want) {
		t.Errorf("the next backup is made of %q", got)
	}
	before := w.Desk.View().Plan.Adds.Likely
	s.syncs[0].List.SetSelectedIndex(int(storage.On))
	if v := w.Desk.View(); v.Plan.Adds.Likely >= before || !v.Plan.Parts[storage.Photos].Known() {
		t.Errorf("with iCloud Photos on, the backup adds %d, before %d", v.Plan.Adds.Likely, before)
	}
	next := w.Desk.View().Plan.Next
	enter(s.waiting, "900")
	if plan := w.Desk.View().Plan; plan.Waiting.Likely == 0 || plan.Next != next || plan.Adds.Likely != next.Likely+plan.Waiting.Likely {
		t.Errorf("with 900 photos still to upload, %+v come beside a backup of %+v", plan.Waiting, plan.Next)
	}
	if s.syncs[0].List.SetSelectedIndex(int(storage.Off)); !s.uploads.Hidden {
		t.Error("with iCloud Photos off, uploads are asked for")
	}
}

func TestADescriptionIsNeverLost(t *testing.T) {
	w, p := openSpaced(t)
	s := p.says
	s.fold.Head().Tapped(nil)
	enter(s.videos[0].minutes, "12")
	s.another.Tapped(nil)
	enter(s.videos[1].minutes, "some")
	second := s.videos[1]
	if second.minutes.Sentence() == "" {
		t.Error("what is no number gets no sentence")
	}
	enter(s.photos, "500") // everything is drawn anew
	if len(s.videos) != 2 || s.videos[1] != second || second.minutes.Entry.Text != "some" {
		t.Error("a row with nonsense was lost")
	}
	w.Clock = w.Clock.Add(time.Hour)
	enter(second.minutes, "3")
	if got := w.Desk.View().Plan.Inputs.First().Says.Video; len(got) != 2 || got[1].Minutes != 3 {
		t.Fatalf("the case has %v", got)
	}
	w.Desk.Undo()
	if got := s.shots(); len(got) != 1 || got[0].Minutes != 12 {
		t.Errorf("after undo the rows say %v", got)
	}
	if got := w.Desk.View().Plan.Inputs.First().Next; got != size.Of(4.1e9, size.Phone) {
		t.Errorf("describing the device changed what was read off it to %v", got)
	}
}

func TestAnotherCaseHasItsOwnFields(t *testing.T) {
	w, p := openSpaced(t)
	enter(p.howLong.speed, "fast")
	enter(p.says.videos[0].minutes, "12")
	enter(p.says.photos, "many")
	w.NewCase(casefile.Header{Name: "Another", Device: apple.IPhone})
	w.Desk.ShowTab(desk.TabStorage)
	for _, f := range []*form.Field[float64]{p.howLong.speed, p.says.photos, p.says.videos[0].minutes} {
		if f.Entry.Text != "" || f.Sentence() != "" {
			t.Errorf("the new case shows %q of the old one", f.Entry.Text)
		}
	}
}

// A number that can't be read any more counts for nothing, as nobody sees it; what is typed stays.
func TestANumberThatCannotBeReadIsNotReckonedWith(t *testing.T) {
	w, p := openSpaced(t)
	h, s := p.howLong, p.says
	unfolded(s.fold)
	enter(h.speed, "6,")
	if got := w.Desk.View().Plan.Inputs.Upload; got != 6 || h.speed.Sentence() != "" {
		t.Errorf("a number that is just being typed counts as %v and is answered with %q", got, h.speed.Sentence())
	}
	enter(h.speed, "6.5 parsecs")
	enter(s.photos, "500 or so")
	enter(s.videos[0].minutes, "12 or so")
	in := w.Desk.View().Plan.Inputs
	if says := in.First().Says; in.Upload != 0 || says.Photos != 0 || len(says.Video) != 0 {
		t.Errorf("the case goes on with %v Mbit/s and %+v", in.Upload, says)
	}
	if h.speed.Entry.Text != "6.5 parsecs" || s.photos.Entry.Text != "500 or so" || s.videos[0].minutes.Entry.Text != "12 or so" || h.card.Hidden {
		t.Error("what was typed is gone")
	}
	if h.speed.Sentence() == "" || !h.times.Hidden {
		t.Error("times are told for a speed that can't be read")
	}
}
