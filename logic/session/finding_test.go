package session_test

import (
	"slices"
	"testing"

	"backupdoctor/logic/casefile"
)

func TestTheFindingSaysNoMoreThanIsKnown(t *testing.T) {
	lib := library(t)
	answered := func(check, answer string) casefile.Event {
		return did(day(23, 12), casefile.Answered{Check: check, Answer: answer})
	}
	off, fine := answered("back-up-switch", "off"), answered("vpn-filter", "none")
	found := []casefile.Event{answered("low-data-mode", "on"), fine, answered("two-factor", "on")}
	low := tried(day(23, 13), "turn-off-low-data-mode", casefile.Done)
	changed := slices.Clip([]casefile.Event{answered("low-data-mode", "on"), answered("manual-backup", "finishes"), low})
	for name, test := range map[string]struct {
		events     []casefile.Event
		head, text string
	}{
		"nothing is known":                      {nil, "Too early to say", "Each answer rules something out."},
		"one answer":                            {[]casefile.Event{fine}, "Too early to say", "Each answer rules something out."},
		"answers that are it":                   {[]casefile.Event{off, answered("two-factor", "on"), answered("manual-backup", "cannot-start")}, "Most likely", "iCloud Backup is off."},
		"three answers":                         {found, "Most likely", "Low Data Mode is on for this Wi-Fi. 3 more things to rule out."},
		"a change for the night":                {changed, "Found and changed", "Low Data Mode was on for this Wi-Fi. You changed it Nov 23, 2026, 13:00. A finished backup will show whether that was all."},
		"a finished backup":                     {append(changed, saw(day(24, 9), casefile.SeenFinished)), "What it was", "Low Data Mode was on for this Wi-Fi. You changed it, and a backup finished."},
		"a change of what is not likely enough": {append(slices.Clip(found), low), "Done", "Turn off Low Data Mode for this Wi-Fi. You did that Nov 23, 2026, 13:00. A finished backup will show whether that was all."},
		"a change by chance":                    {[]casefile.Event{fine, tried(day(24, 8), "restart", casefile.Done)}, "Done", "Restart, then try a backup. You did that Nov 24, 2026, 08:00. One finished backup is the proof."},
		"that helped":                           {[]casefile.Event{fine, tried(day(24, 7), "wait-for-apple", casefile.Done), saw(day(24, 9), casefile.SeenFinished)}, "Solved", ""},
		"a backup by hand":                      {append(changed, saw(day(23, 14), casefile.SeenFinished)), "Found and changed", "Low Data Mode was on for this Wi-Fi. You changed it Nov 23, 2026, 13:00. A backup by hand finished; the night shows the rest."},
		"finished by itself":                    {[]casefile.Event{fine, saw(day(24, 9), casefile.SeenFinished)}, "Solved", ""},
	} {
		v := lib.Derive(casefile.Case{Events: test.events}, day(24, 9))
		if v.Finding.Head != test.head || v.Finding.Text != test.text {
			t.Errorf("%s: it says %q, want %q, %q", name, v.Finding, test.head, test.text)
		}
	}
}
