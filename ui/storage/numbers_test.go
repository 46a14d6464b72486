package storage

import (
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk/desktest"
)

// What nobody can have gets a sentence and counts for nothing; it stays in its field.
func TestAbsurdSizesAreNotBelieved(t *testing.T) {
	w, p := openSpaced(t)
	s := p.devices
	unfolded(s.fold, p.cloud.fold)
	s.list.Add.Tapped(nil)
	for _, f := range []*amountField{s.blocks()[0].amounts[0], s.blocks()[0].next, p.cloud.amounts[storage.Drive], p.outlook.growth} {
		before := w.Desk.View().Plan.Need
		for _, text := range []string{"90 TB", "-3 GB", "lots", "3 parsecs", "1 to -2 GB"} {
			typeInto(f, text)
			if f.Entry.Text != text || f.Sentence() == "" || strings.Contains(f.Sentence(), "[") {
				t.Errorf("%q became %q with %q", text, f.Entry.Text, f.Sentence())
			}
		}
		if got := w.Desk.View().Plan.Need; got != before {
			t.Errorf("nonsense makes the need %+v, it was %+v", got, before)
		}
	}
	if got := w.Window.Canvas().Overlays().Top(); got != nil {
		t.Errorf("a dialog opened: %v", got)
	}
	absurd(w, p)
	if got := p.title.Text(); got != w.Desk.Text("storage.title.odd") {
		t.Errorf("90 TB in iCloud are answered with %q", got)
	}
	p.fields.next.Entry.SetText("4 GB")
	if got := p.verdict.AccessibilityLabel(); got != w.Desk.Text("storage.odd") {
		t.Errorf("it goes on with %q", got)
	}
	if !strings.Contains(desktest.Text(p.fields.asked), "90 TB is more than any account can have") {
		t.Error("nothing says which number is odd")
	}
}

// More in iCloud than the plan has is legal, and is explained beside the number.
func TestADowngradeIsExplained(t *testing.T) {
	w, p := open(t)
	desktest.FillStorage(w.Desk)
	desktest.Count(w.Desk, desktest.Numbers{Plan: 50e9, Used: 62.4e9, Next: 1.9e9})
	if got := desktest.Text(p.fields.asked); !strings.Contains(got, "62.4 GB is used, and the plan has 50 GB") ||
		!strings.Contains(got, "Where to look: Settings") {
		t.Errorf("asks %q", got)
	}
	if !desktest.Press(p.fields.asked, "That’s right") {
		t.Fatal("it can't be confirmed")
	}
	if got := desktest.Text(p.fields.asked); got != "" {
		t.Errorf("goes on asking %q", got)
	}
	if got := p.fields.used.Sentence(); !strings.Contains(got, "12.4 GB more is used than the plan holds") || !strings.Contains(got, "takes nothing new") {
		t.Errorf("beside it stands %q", got)
	}
	if got := p.title.Text(); !strings.Contains(got, "12.4 GB over its limit") {
		t.Errorf("the answer is %q", got)
	}
	if got := p.verdict.AccessibilityLabel(); !strings.Contains(got, "With 1.9 GB for the next backup, 14.3 GB is missing") {
		t.Errorf("it goes on with %q", got)
	}
}

// Parts that are more than the whole are a contradiction, and both stay as they are typed.
func TestPartsThatAreMoreThanTheWholeAreTold(t *testing.T) {
	w, p := openSpaced(t)
	f := p.cloud.amounts[storage.Photos]
	typeInto(f, "3 GB")
	if got := p.fields.used.Sentence(); !strings.Contains(got, "1.2 GB more than what is used") {
		t.Errorf("3 GB of photos in 1.8 GB are answered with %q", got)
	}
	if f.Entry.Text != "3 GB" || p.fields.used.Entry.Text != "1.8 GB" || w.Desk.View().Plan.Used.Likely != 1.8e9 {
		t.Error("a number was changed")
	}
	typeInto(f, "1 GB")
	if p.fields.used.Sentence() != "" {
		t.Error("the sentence stays")
	}
}

// Without Next Backup Size a typical one stands in, decides nothing, and is called typical.
func TestATypicalBackupDecidesNothing(t *testing.T) {
	w, p := openSpaced(t)
	typeInto(p.fields.next, "")
	if got := p.title.Text(); got != w.Desk.Text("storage.title.ask") {
		t.Errorf("the answer is %q", got)
	}
	if got := p.verdict.AccessibilityLabel(); !strings.Contains(got, "a typical size") {
		t.Errorf("it goes on with %q", got)
	}
	if !isDashed(p.fields.next) || !p.outlook.card.Hidden {
		t.Error("a typical size looks like one that was read, or plans rest on it")
	}
}

// A range that is typed or described is one in the answer, too.
func TestRangesStayRanges(t *testing.T) {
	w, p := openSpaced(t)
	typeInto(p.fields.next, "4 to 6 GB")
	if got := p.title.Text(); !strings.Contains(got, "needs 800 MB to 2.8 GB more") {
		t.Errorf("the answer is %q", got)
	}
	if got := p.verdict.AccessibilityLabel(); !strings.HasPrefix(got, "4 to 6 GB needed, 3.2 GB free.") {
		t.Errorf("it goes on with %q", got)
	}
	if got := desktest.Text(p.bars.content); !strings.Contains(got, "800 MB to 2.8 GB short") {
		t.Errorf("the bars say %q", got)
	}
	typeInto(p.fields.next, "3 to 5 GB")
	if got := p.title.Text(); !strings.Contains(got, "probably") {
		t.Errorf("what may fit is answered with %q", got)
	}
	events := w.Desk.View().Case.Events
	if _, ok := events[len(events)-1].What.(casefile.Counted); !ok {
		t.Errorf("the last event is %v", events[len(events)-1])
	}
	for _, check := range w.Desk.View().Groups {
		for _, row := range check.Rows {
			if row.ID == "next-backup-fits" && row.Status == session.StatusProblem {
				t.Error("what may fit counts as not fitting")
			}
		}
	}
}

// Every number tells where it comes from, and an estimate can be overruled by typing.
func TestEstimatesAreDashedUntilSomebodyTypes(t *testing.T) {
	w, p := openSpaced(t)
	f := p.fields.next
	if isDashed(f) || origin(f) != w.Desk.Text(size.Phone.Key()) {
		t.Errorf("a number that was read is told as %q", origin(f))
	}
	typeInto(f, "")
	enter(p.says.photos, "3000")
	if !isDashed(f) || origin(f) != w.Desk.Text(size.Described.Key()) || !strings.Contains(f.Entry.PlaceHolder, " to ") {
		t.Errorf("an estimate is told as %q, %q", f.Entry.PlaceHolder, origin(f))
	}
	typeInto(f, "2 GB")
	if isDashed(f) || w.Desk.View().Plan.Next != size.Of(2e9, size.Phone) {
		t.Errorf("overruled, the next backup is %+v", w.Desk.View().Plan.Next)
	}
}

// absurd makes a case with numbers that can't be right, and a text that can't be read.
func absurd(w *desktest.Stage, p *Pane) {
	desktest.FillStorage(w.Desk)
	desktest.Count(w.Desk, desktest.Numbers{Plan: 7e9, Used: 90e12, Next: 4.1e9})
	p.fields.next.Entry.SetText("minus four")
}
