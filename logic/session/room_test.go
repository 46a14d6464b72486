package session_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage/planner"
)

// The window and the report say the same of the same numbers.
func TestRoomIsToldAlikeInTheReport(t *testing.T) {
	lib := library(t)
	const gb = 1_000_000_000
	others := func(in *planner.Inputs) {
		in.Devices = append(in.Devices, planner.Device{Name: "iPad", Backup: planner.On, Next: planner.Of(4*gb, planner.Phone)})
	}
	for _, test := range []struct {
		name       string
		used, next int64
		more       func(in *planner.Inputs)
		want       session.Room
		says, not  string
	}{
		{"short", 48, 3, nil, session.RoomShort, "does not fit", "to spare"},
		{"fits", 40, 3, nil, session.RoomFits, "to spare", "more is needed than it holds"},
		{"not with the others", 45, 3, others, session.RoomOthers, "more is needed than it holds", "does not fit"},
		{"with the others", 40, 3, others, session.RoomFits, "to spare", "more is needed than it holds"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, _ := open(t, lib)
			in := planner.Inputs{Plan: planner.Of(50*gb, planner.Phone), Used: planner.Of(test.used*gb, planner.Phone)}
			in.Devices = []planner.Device{{Next: planner.Of(test.next*gb, planner.Phone)}}
			if test.more != nil {
				test.more(&in)
			}
			must(t, s.Plan(in))
			if got := s.View().Room(); got != test.want {
				t.Errorf("the answer is %d, want %d", got, test.want)
			}
			page := strings.Join(report.Space(lib, s.View()), "\n")
			if !strings.Contains(page, test.says) || strings.Contains(page, test.not) {
				t.Errorf("want %q and not %q in\n%s", test.says, test.not, page)
			}
		})
	}
}
