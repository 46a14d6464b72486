package session_test

import (
	"testing"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// The numbers of storage answer two checks. Their one sentence speaks for a cause or against it, never both.
func TestASentenceIsOneReason(t *testing.T) {
	lib := library(t)
	s, _ := open(t, lib)
	inputs := storage.Inputs{
		Plan: size.Of(50*size.GB, size.Phone), Used: size.Of(49*size.GB, size.Phone),
		Devices: []storage.Device{{Next: size.Of(30*size.GB, size.Phone)}},
	}
	must(t, s.Count(inputs, "used"))
	v := s.View()
	both := false
	for _, w := range lib.Core(v.Device).Ledger(v.Evidence).Of("icloud-full") {
		both = both || w.Decibans < 0
	}
	if !both {
		t.Fatal("no number speaks against a full iCloud, so the test proves nothing")
	}
	for _, likely := range v.Likely {
		seen := map[string]bool{}
		for _, r := range likely.Reasons {
			if seen[r.What] {
				t.Errorf("%s has the reason %q twice", likely.Cause.ID, r.What)
			}
			seen[r.What] = true
		}
	}
	if r := reasonsOf(v, "icloud-full"); len(r) != 1 || r[0].Decibans <= 0 || r[0].Strength != session.Speaks {
		t.Errorf("the reasons for a full iCloud are %+v", r)
	}
}

// What is as usual under a cause as under the others is no reason for it, even when it takes chance from the likeliest.
func TestWhatOthersLoseIsNoReason(t *testing.T) {
	lib := library(t)
	s, _ := open(t, lib)
	must(t, s.Answer("low-data-mode", "on"))
	must(t, s.Answer("next-backup-fits", "does-not-fit"))
	v := s.View()
	rises := 0.0
	for _, w := range lib.Core(v.Device).Ledger(v.Evidence).Of("photos-in-backup") {
		rises = max(rises, w.Decibans)
	}
	if rises < 2 {
		t.Fatalf("photos in the backup rise by %.1f decibans, so the test proves nothing", rises)
	}
	for _, r := range reasonsOf(v, "photos-in-backup") {
		if r.Decibans > 0 {
			t.Errorf("%q speaks for photos in the backup", r.What)
		}
	}
	if len(reasonsOf(v, "low-data-mode")) == 0 {
		t.Error("nothing speaks for Low Data Mode")
	}
}

// An old date is what everybody sees, so it is at most a hint against a full iCloud.
func TestAnOldDateHardlySpeaksAgainstAFullICloud(t *testing.T) {
	s, _ := open(t, library(t))
	must(t, s.Complain("not-in-weeks"))
	for _, r := range reasonsOf(s.View(), "icloud-full") {
		if r.Strength != session.Hint {
			t.Errorf("it is %q: %.1f decibans", r.Strength, r.Decibans)
		}
	}
}

func reasonsOf(v *session.View, cause string) []session.Reason {
	for _, likely := range v.Likely {
		if likely.Cause.ID == cause {
			return likely.Reasons
		}
	}
	return nil
}
