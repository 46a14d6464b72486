package session_test

import (
	"slices"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

// With a phone on the cable nobody is asked what it told, and where it knows the facts of the cause the right fix comes in at
// most half the steps.
func TestAPhoneOnTheCableSavesSteps(t *testing.T) {
	lib := library(t)
	weeks := func(c *clock) casefile.Observed { return lastBackup(c.at.AddDate(0, 0, -24)) }
	free := func(answer string) casefile.Observed { return casefile.Observed{Check: "device-space", Answer: answer} }
	for _, p := range []struct {
		name, complaint, message, cause, fix string
		tells                                func(c *clock) []casefile.Observed
		half                                 bool // the phone knows the facts of the cause
	}{
		{
			"grandmother, switched off", "not-in-weeks", "", "backup-off", "turn-on-backup",
			func(c *clock) []casefile.Observed { return []casefile.Observed{switchOff, weeks(c), free("enough")} }, true,
		},
		{
			"grandmother, no power", "not-in-weeks", "", "no-power", "plug-in-overnight",
			func(c *clock) []casefile.Observed { return []casefile.Observed{switchOn, weeks(c), free("enough")} }, false,
		},
		{
			"full, after a try", "fails-with-message", "", "icloud-full", "empty-bins",
			func(c *clock) []casefile.Observed {
				return []casefile.Observed{switchOn, weeks(c), free("enough"), failed(303, c.at)}
			}, false, // whether a new device is coming and which plan is paid for are asked first in any case
		},
		{
			"iPad, something hangs", "", "last-backup-not-completed", "process-stuck", "restart",
			func(c *clock) []casefile.Observed { return []casefile.Observed{switchOn, weeks(c), free("enough")} }, false,
		},
		{
			"the device is full", "fails-with-message", "", "device-full", "free-device-space",
			func(c *clock) []casefile.Observed {
				return []casefile.Observed{switchOn, weeks(c), free("little"), failed(106, c.at)}
			}, true,
		},
		{
			"an old system", "other-trouble", "", "system-outdated", "update-system",
			func(c *clock) []casefile.Observed {
				return []casefile.Observed{switchOn, weeks(c), {Check: "system-version", Answer: "too-old"}}
			}, true,
		},
		{
			"company, a profile", "other-trouble", "", "profile-restriction", "ask-device-admin",
			func(c *clock) []casefile.Observed {
				return []casefile.Observed{switchOff, weeks(c), {Check: "managed-device", Answer: "managed"}}
			}, true,
		},
		{
			"company, a message", "managed-by-others", "", "profile-restriction", "ask-device-admin",
			func(c *clock) []casefile.Observed {
				return []casefile.Observed{switchOff, weeks(c), {Check: "managed-device", Answer: "managed"}}
			}, false,
		},
	} {
		walk := func(phone bool) []string {
			s, c := open(t, lib)
			if p.complaint != "" {
				must(t, s.Complain(p.complaint))
			}
			if p.message != "" {
				must(t, s.SayAs(p.message, ""))
			}
			told := map[string]bool{}
			if phone {
				c.at = c.at.Add(time.Minute)
				facts := p.tells(c)
				observe(t, s, phoneSays(c, facts...), len(facts))
				for id, standing := range s.View().Checks {
					told[id] = standing.IsRead
				}
			}
			steps := stepsUntil(t, s, p.cause, map[string]bool{p.fix: true}, 30)
			for _, step := range steps {
				if told[step] {
					t.Errorf("%s: %s is asked although the phone told it: %v", p.name, step, steps)
				}
			}
			if v := s.View(); v.State.Stage == session.StageNothingWrong || !slices.Contains(steps, p.fix) {
				t.Errorf("%s, phone %v: the fix never comes: %v", p.name, phone, steps)
			}
			return steps
		}
		without, with := walk(false), walk(true)
		t.Logf("%s: %d steps, with the phone %d: %v, %v", p.name, len(without), len(with), without, with)
		if p.half && 2*len(with) > len(without) && len(with) > 1 || len(with) > len(without) {
			t.Errorf("%s: %d steps with the phone, %d without: %v, %v", p.name, len(with), len(without), with, without)
		}
	}
}
