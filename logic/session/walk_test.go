package session_test

import (
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
)

// stepsUntil follows the guide as somebody with one cause does who gives the likeliest answers and whom no other fix
// helps, and returns the steps that were proposed, up to the wanted one or to most.
func stepsUntil(t *testing.T, s *session.Session, cause string, wanted map[string]bool, most int) []string {
	t.Helper()
	model := s.Library().Core(s.View().Device).Model()
	row := 0
	for h := range model.Causes {
		if model.Causes[h].ID == cause {
			row = h
		}
	}
	var steps []string
	for len(steps) < most {
		next, ok := s.View().Next()
		if !ok {
			break
		}
		steps = append(steps, next.ID)
		switch next.Kind {
		case diagnosis.StepCheck:
			for i := range model.Checks {
				if k := &model.Checks[i]; k.ID == next.ID {
					best := 0
					for a := range k.Answers {
						if k.P[row][a] > k.P[row][best] {
							best = a
						}
					}
					must(t, s.Answer(k.ID, k.Answers[best]))
				}
			}
		case diagnosis.StepFix:
			if wanted[next.ID] {
				return steps
			}
			must(t, s.Try(next.ID, casefile.Failed))
		case diagnosis.StepGate:
			must(t, s.Confirm(next.ID))
		default:
			return steps
		}
	}
	return steps
}

// From each complaint, and from the commonest messages, the guide reaches the right fix soon, or says that nothing is
// wrong where there is none. A first try that costs three
// minutes (power, Wi-Fi, restart, Back Up Now) comes early where something hangs.
func TestAComplaintLeadsToItsFixSoon(t *testing.T) {
	lib := library(t)
	for _, c := range []struct {
		complaint, message, cause, fix string
		most                           int
	}{
		{"", "last-backup-not-completed", "process-stuck", "restart", 5},
		{"fails-with-message", "last-backup-not-completed", "process-stuck", "restart", 5},
		{"slow-or-stuck", "", "process-stuck", "restart", 5},
		{"slow-or-stuck", "", "just-slow", "", 4}, // a backup that moves on is left alone
		{"", "estimating", "just-slow", "", 4},
		{"managed-by-others", "", "profile-restriction", "ask-device-admin", 3},
		{"button-gray", "", "profile-restriction", "ask-device-admin", 5},
		{"button-gray", "", "no-wifi", "join-wifi", 3},
		{"not-in-weeks", "", "no-power", "plug-in-overnight", 4},
		{"", "not-backed-up-in-weeks", "no-power", "plug-in-overnight", 4},
		{"", "not-backed-up-in-weeks", "no-wifi", "join-wifi", 5},
		{"", "backup-not-supported", "profile-restriction", "ask-device-admin", 3},
		{"not-in-weeks", "", "low-data-mode", "turn-off-low-data-mode", 5},
		{"storage-full", "", "icloud-full", "empty-bins", 4}, // a move, and which plan is paid for, come before any way
		{"", "backup-failed-space", "icloud-full", "empty-bins", 3},
		{"", "problem-enabling", "two-factor-missing", "turn-on-two-factor", 4},
		{"new-device", "", "restore-running", "wait-for-restore", 3},
		{"other-trouble", "", "backup-off", "turn-on-backup", 5},
	} {
		s, _ := open(t, lib)
		if c.complaint != "" {
			must(t, s.Complain(c.complaint))
		}
		if c.message != "" {
			must(t, s.SayAs(c.message, ""))
		}
		steps := stepsUntil(t, s, c.cause, map[string]bool{c.fix: true}, 20)
		right := len(steps) > 0 && steps[len(steps)-1] == c.fix
		if c.fix == "" {
			right = s.View().State.Stage == session.StageNothingWrong
		}
		if len(steps) > c.most || !right {
			t.Errorf("%s %s, %s: %d steps, want at most %d to %s: %v",
				c.complaint, c.message, c.cause, len(steps), c.most, c.fix, steps)
		}
	}
}
