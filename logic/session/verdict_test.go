package session_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// The report and the terminal say of any numbers what the phrase book says, as the window does.
func TestTheVerdictIsToldAlikeEverywhere(t *testing.T) {
	lib := library(t)
	const gb = 1_000_000_000
	others := func(in *storage.Inputs) {
		in.Devices = append(in.Devices, storage.Device{Name: "iPad", Backup: storage.On, Next: size.Of(4*gb, size.Phone)})
	}
	for _, test := range []struct {
		name             string
		plan, used, next int64 // GB; 0 is not known
		more             func(in *storage.Inputs)
		want             storage.Answer
		says             string
	}{
		{"short", 50, 48, 3, nil, storage.AnswerShort, "The next backup needs 1 GB more than is free"},
		{"over", 5, 48, 3, nil, storage.AnswerShort, "iCloud is 43 GB over its limit"},
		{"short whatever is used", 5, 0, 9, nil, storage.AnswerShort, "The next backup needs at least 4 GB more than is free"},
		{"fits", 50, 40, 3, nil, storage.AnswerFits, "The next backup fits, 7 GB to spare"},
		{"not with the others", 50, 45, 3, others, storage.AnswerFitsAlone, "The next backup fits, but not all backups together"},
		{"with the others", 50, 40, 3, others, storage.AnswerFits, "The next backup fits, 7 GB to spare"},
		{"without a plan", 0, 40, 3, nil, storage.AnswerNeed, "iCloud must hold 43 GB"},
		{"a typical backup", 50, 40, 0, nil, storage.AnswerOpen, "The next backup is a typical size."},
		{"only a plan", 50, 0, 0, nil, storage.AnswerOpen, "More numbers are needed"},
		{"odd", 50, 90_000, 1, nil, storage.AnswerOdd, "One number needs another look"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, c := open(t, lib)
			must(t, s.SetHeader(casefile.Header{Country: "us"}))
			known := func(n int64) size.Amount {
				if n == 0 {
					return size.Amount{}
				}
				return size.Of(n*gb, size.Phone)
			}
			in := storage.Inputs{Plan: known(test.plan), Used: known(test.used)}
			in = in.SetFirst(storage.Device{Next: known(test.next)})
			if test.more != nil {
				test.more(&in)
			}
			c.at = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
			must(t, s.Count(in, nil))
			v := s.View()
			if got := v.Plan.Verdict.Answer; got != test.want {
				t.Errorf("the answer is %d, want %d", got, test.want)
			}
			found := v.Plan.CleanUp(v.ComputerBackup())
			said := lib.Phrase.Verdict(v.Plan, &found, c.at, func(k *storage.Candidate) string { return lib.Phrase.CleanUpTitle(k.Action.Title, v.Plan.NameOf(k)) })
			plain := strings.NewReplacer("**", "")
			page := plain.Replace(strings.Join(report.Space(lib, v), "\n"))
			for _, sentence := range []string{test.says, said.Title, said.Sum, said.Text, said.Close} {
				if !strings.Contains(page, plain.Replace(sentence)) {
					t.Errorf("it lacks %q:\n%s", sentence, page)
				}
			}
			if (said.Title == "") != (test.want == storage.AnswerOpen) || said.Text == "" {
				t.Errorf("says %+v", said)
			}
		})
	}
}
