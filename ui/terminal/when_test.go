package terminal

import (
	"testing"
	"time"
)

func TestReadMoment(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"8:41": "2026-11-24 08:41", "08.41": "2026-11-24 08:41", "8:41 am": "2026-11-24 08:41",
		"11:41 PM": "2026-11-23 23:41", "23:41": "2026-11-23 23:41",
		"Nov 23, 11:41 PM": "2026-11-23 23:41", "23 Nov 2026, 10:41": "2026-11-23 10:41",
		"november 3 7:05": "2026-11-03 07:05", "2026-11-23 23:41": "2026-11-23 23:41",
		"Dec 24, 8:00": "2025-12-24 08:00", "Nov 23": "2026-11-23 00:00", "2026-11-24": "2026-11-24 00:00",
		"2026-11-24 10:00": "", "2026-11-25": "", "25:00": "", "Nov 31": "", "tomorrow": "", "": "", "11": "",
	} {
		got := ""
		if at, ok := readMoment(text, now); ok {
			got = at.Format("2006-01-02 15:04")
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
