package session_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// household is what somebody reads off a phone on November 27, 2026, and what the program says to it. A size is in GB.
type household struct {
	name             string
	country          string
	plan, used, next float64
	paid             string // the answer to plan-paid
	more             func(in *storage.Inputs)
	want, not        []string
}

func gb(n float64) size.Amount { return size.Of(int64(n*1000+0.5)*size.MB, size.Phone) }

// isTold compares what the household is told about its storage.
func (h *household) isTold(t *testing.T, lib *session.Library) {
	s, c := open(t, lib)
	must(t, s.SetHeader(casefile.Header{Country: h.country}))
	in := storage.Inputs{Plan: gb(h.plan), Used: gb(h.used)}.SetFirst(storage.Device{Next: gb(h.next)})
	if h.more != nil {
		h.more(&in)
	}
	c.at = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	must(t, s.Count(in, nil))
	if h.paid != "" {
		must(t, s.Answer("plan-paid", h.paid))
	}
	page := strings.ReplaceAll(strings.Join(report.Space(lib, s.View()), "\n"), "**", "")
	for _, want := range h.want {
		if !strings.Contains(page, want) {
			t.Errorf("it lacks %q:\n%s", want, page)
		}
	}
	for _, not := range h.not {
		if strings.Contains(page, not) {
			t.Errorf("it says %q:\n%s", not, page)
		}
	}
}
