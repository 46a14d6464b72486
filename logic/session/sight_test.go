package session_test

import (
	"testing"

	"backupdoctor/logic/session"
)

// What somebody complains about says nothing yet about backups by hand, and a backup of today says that not every one is stopped.
func TestNoVerdictAgainstWhatWasSeen(t *testing.T) {
	lib := library(t)
	complained, _ := open(t, lib)
	must(t, complained.Complain("managed-by-others"))
	if got := complained.View().Verdict; got != session.VerdictOpen {
		t.Errorf("after a complaint alone the verdict is %q", got)
	}
	for _, answer := range []string{"today", "weeks"} {
		s, _ := open(t, lib)
		must(t, s.SayAs("not-enough-icloud-storage", ""))
		must(t, s.Answer("icloud-space", "full"))
		must(t, s.Answer("next-backup-fits", "does-not-fit"))
		must(t, s.Answer("last-success", answer))
		if got := s.View().Verdict; (got == session.VerdictAny) != (answer == "weeks") {
			t.Errorf("a full iCloud, the last backup %s: the verdict is %q", answer, got)
		}
	}
}
