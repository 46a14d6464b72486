package ui

import (
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk/desktest"
)

// What nobody can have gets a sentence and counts for nothing; it stays in its field.
func TestAbsurdSizesAreNotBelieved(t *testing.T) {
	w, _ := openStorage(t)
	s := w.storage.devices
	unfolded(s.fold, w.storage.cloud.fold)
	s.another.Tapped(nil)
	for _, f := range []*amountField{s.blocks[0].amounts[0], s.blocks[0].next, w.storage.cloud.amounts[storage.Drive], w.storage.outlook.growth} {
		before := w.desk.View().Plan.Need
		for _, text := range []string{"90 TB", "-3 GB", "lots", "3 parsecs", "1 to -2 GB"} {
			typeInto(f, text)
			if f.entry.Text != text || f.problem.Hidden || strings.Contains(f.problem.Text(), "[") {
				t.Errorf("%q became %q with %q", text, f.entry.Text, f.problem.Text())
			}
		}
		if got := w.desk.View().Plan.Need; got != before {
			t.Errorf("nonsense makes the need %+v, it was %+v", got, before)
		}
	}
	if got := w.window.Canvas().Overlays().Top(); got != nil {
		t.Errorf("a dialog opened: %v", got)
	}
	absurd(w)
	if got := w.storage.title.Text(); got != w.desk.Text("storage.title.odd") {
		t.Errorf("90 TB in iCloud are answered with %q", got)
	}
	w.storage.fields.next.entry.SetText("4 GB")
	if got := w.storage.verdict.AccessibilityLabel(); got != w.desk.Text("storage.odd") {
		t.Errorf("it goes on with %q", got)
	}
	if p := w.storage.fields.used.problem; p.Hidden || p.Text() != w.desk.Text(string(storage.RemarkHugeUse)) {
		t.Errorf("beside it stands %q", p.Text())
	}
}

// More in iCloud than the plan has is legal, and is explained beside the number.
func TestADowngradeIsExplained(t *testing.T) {
	w := openWindow(t)
	downgraded(w)
	if p := w.storage.fields.used.problem; p.Hidden || !strings.Contains(p.Text(), "12.4 GB more is used than the plan holds") || !strings.Contains(p.Text(), "Nothing is deleted") {
		t.Errorf("beside it stands %q", p.Text())
	}
	if got := w.storage.title.Text(); !strings.Contains(got, "12.4 GB over its limit") {
		t.Errorf("the answer is %q", got)
	}
	if got := w.storage.verdict.AccessibilityLabel(); !strings.Contains(got, "With 1.9 GB for the next backup, 14.3 GB is missing") {
		t.Errorf("it goes on with %q", got)
	}
}

// Parts that are more than the whole are a contradiction, and both stay as they are typed.
func TestPartsThatAreMoreThanTheWholeAreTold(t *testing.T) {
	w, _ := openStorage(t)
	f := w.storage.cloud.amounts[storage.Photos]
	typeInto(f, "3 GB")
	if p := w.storage.fields.used.problem; p.Hidden || !strings.Contains(p.Text(), "1.2 GB more than what is used") {
		t.Errorf("3 GB of photos in 1.8 GB are answered with %q", p.Text())
	}
	if f.entry.Text != "3 GB" || w.storage.fields.used.entry.Text != "1.8 GB" || w.desk.View().Plan.Used.Likely != 1.8e9 {
		t.Error("a number was changed")
	}
	typeInto(f, "1 GB")
	if !w.storage.fields.used.problem.Hidden {
		t.Error("the sentence stays")
	}
}

// Without Next Backup Size a typical one stands in, decides nothing, and is called typical.
func TestATypicalBackupDecidesNothing(t *testing.T) {
	w, _ := openStorage(t)
	typeInto(w.storage.fields.next, "")
	if got := w.storage.title.Text(); got != w.desk.Text("storage.title.ask") {
		t.Errorf("the answer is %q", got)
	}
	if got := w.storage.verdict.AccessibilityLabel(); !strings.Contains(got, "a typical size") {
		t.Errorf("it goes on with %q", got)
	}
	if !w.storage.fields.next.outline.Dashed() || !w.storage.outlook.card.Hidden {
		t.Error("a typical size looks like one that was read, or plans rest on it")
	}
}

// A range that is typed or described is one in the answer, too.
func TestRangesStayRanges(t *testing.T) {
	w, _ := openStorage(t)
	typeInto(w.storage.fields.next, "4 to 6 GB")
	if got := w.storage.title.Text(); !strings.Contains(got, "needs 800 MB to 2.8 GB more") {
		t.Errorf("the answer is %q", got)
	}
	if got := w.storage.verdict.AccessibilityLabel(); !strings.HasPrefix(got, "4 to 6 GB needed, 3.2 GB free.") {
		t.Errorf("it goes on with %q", got)
	}
	if got := desktest.Text(w.storage.bars.content); !strings.Contains(got, "800 MB to 2.8 GB short") {
		t.Errorf("the bars say %q", got)
	}
	typeInto(w.storage.fields.next, "3 to 5 GB")
	if got := w.storage.title.Text(); !strings.Contains(got, "probably") {
		t.Errorf("what may fit is answered with %q", got)
	}
	events := w.desk.View().Case.Events
	if _, ok := events[len(events)-1].What.(casefile.Counted); !ok {
		t.Errorf("the last event is %v", events[len(events)-1])
	}
	for _, check := range w.desk.View().Groups {
		for _, row := range check.Rows {
			if row.ID == "next-backup-fits" && row.Status == session.StatusProblem {
				t.Error("what may fit counts as not fitting")
			}
		}
	}
}

// Every number tells where it comes from, and an estimate can be overruled by typing.
func TestEstimatesAreDashedUntilSomebodyTypes(t *testing.T) {
	w, _ := openStorage(t)
	f := w.storage.fields.next
	if f.outline.Dashed() || f.origin.Text() != w.desk.Text(storage.Phone.Key()) {
		t.Errorf("a number that was read is told as %q", f.origin.Text())
	}
	typeInto(f, "")
	enter(w.storage.says.photos, "3000")
	if !f.outline.Dashed() || f.origin.Text() != w.desk.Text(storage.Described.Key()) || !strings.Contains(f.entry.PlaceHolder, " to ") {
		t.Errorf("an estimate is told as %q, %q", f.entry.PlaceHolder, f.origin.Text())
	}
	typeInto(f, "2 GB")
	if f.outline.Dashed() || w.desk.View().Plan.Next != storage.Of(2e9, storage.Phone) {
		t.Errorf("overruled, the next backup is %+v", w.desk.View().Plan.Next)
	}
}
