package guide_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session/guide"
)

// Where nobody has seen the words of a row, the line tells how to find it without them, and only there.
func TestLinesTellHowToFindRowsWithUnseenWords(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for _, c := range []struct {
		kind                  diagnosis.StepKind
		id, version, language string
		label, seek           string
		told                  bool
	}{
		{diagnosis.StepCheck, "back-up-switch", "16", "", "Back Up This iPhone", "the switch at the top", true},
		{diagnosis.StepCheck, "back-up-switch", "18", "", "Back Up This iPhone", "the switch at the top", false},
		{diagnosis.StepCheck, "back-up-switch", "15", "", "iCloud Backup", "the switch at the top", false},
		{diagnosis.StepCheck, "two-factor", "26", "de", "Two-Factor", "a code when you sign in", true},
		{diagnosis.StepFix, "buy-more-storage", "26", "", "Change Storage Plan", "the row near the top", true},
		{diagnosis.StepFix, "delete-old-device-backups", "15", "", "Delete Backup", "the red row at", false},
		{diagnosis.StepFix, "delete-old-device-backups", "26", "", "Delete Backup", "the red row at", true},
		{diagnosis.StepFix, "replace-backup", "26", "", "Turn Off & Delete", "the red choice", true},
	} {
		v := lib.Derive(casefile.Case{Device: "iphone", Version: c.version, Language: c.language}, time.Now())
		page := g.Page(v, guide.Step{Kind: c.kind, ID: c.id})
		for page.Blocked.Gate != "" { // the pages of its gates stand before it
			confirmed := diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: page.Blocked.Gate}
			v.Evidence = append(v.Evidence, confirmed)
			page = g.Page(v, guide.Step{Kind: c.kind, ID: c.id})
		}
		told := 0
		for _, line := range page.Lines {
			told += strings.Count(line.Text, c.seek)
			if strings.Contains(line.Text, c.seek) && !strings.Contains(line.Text, c.label) {
				t.Errorf("%s on %s: %q stands beside no %q", c.id, c.version, line.Text, c.label)
			}
		}
		if want := map[bool]int{true: 1}[c.told]; told != want || !page.Exists {
			t.Errorf("%s on %s %s tells %d times how to find the row, want %d:\n%+v", c.id, c.version, c.language,
				told, want, page.Lines)
		}
	}
}
