package session_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/report"
	"backupdoctor/logic/storage"
)

// The window and the report say the same of the same numbers.
func TestRoomIsToldAlikeInTheReport(t *testing.T) {
	lib := library(t)
	const gb = 1_000_000_000
	others := func(in *storage.Inputs) {
		in.Devices = append(in.Devices, storage.Device{Name: "iPad", Backup: storage.On, Next: storage.Of(4*gb, storage.Phone)})
	}
	for _, test := range []struct {
		name       string
		used, next int64
		more       func(in *storage.Inputs)
		want       storage.Answer
		says, not  string
	}{
		{"short", 48, 3, nil, storage.AnswerShort, "does not fit", "to spare"},
		{"fits", 40, 3, nil, storage.AnswerFits, "to spare", "more is needed than it holds"},
		{"not with the others", 45, 3, others, storage.AnswerFitsAlone, "more is needed than it holds", "does not fit"},
		{"with the others", 40, 3, others, storage.AnswerFits, "to spare", "more is needed than it holds"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, _ := open(t, lib)
			in := storage.Inputs{Plan: storage.Of(50*gb, storage.Phone), Used: storage.Of(test.used*gb, storage.Phone)}
			in.Devices = []storage.Device{{Next: storage.Of(test.next*gb, storage.Phone)}}
			if test.more != nil {
				test.more(&in)
			}
			must(t, s.Plan(in))
			if got := s.View().Plan.Verdict.Answer; got != test.want {
				t.Errorf("the answer is %d, want %d", got, test.want)
			}
			page := strings.Join(report.Space(lib, s.View()), "\n")
			if !strings.Contains(page, test.says) || strings.Contains(page, test.not) {
				t.Errorf("want %q and not %q in\n%s", test.says, test.not, page)
			}
		})
	}
}
