package report_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/report"
)

// The page tells what the whole plan comes to, also where not all three numbers were read off the phone.
func TestThePageTellsThePlan(t *testing.T) {
	lib := small(t)
	for _, c := range []struct {
		name    string
		storage casefile.Storage
		want    []string
		not     string
	}{
		{
			"described alone",
			casefile.Storage{Plan: 5e9, Used: 1e9, Next: -1, Content: "device 1 photos-sync off\ndevice 1 photo-count 20000\ndevice 1 photo-format heif-24mp\ndevice 1 apps 2_000_000_000 typed"},
			// 20,000 photos of 3 MB and 2 GB of app data.
			[]string{"iCloud holds 1 GB, and the next backup adds 62 GB (from your description).", "The next backup needs 58 GB more than is free. 62 GB needed, 4 GB free.", "200 GB for $2.99 a month is enough"},
			"More numbers",
		},
		{
			"only what is in iCloud and a typical backup",
			casefile.Storage{Plan: 5e9, Used: 1e9, Next: -1},
			[]string{"iCloud: 1 GB of 5 GB used", "The next backup is a typical size."},
			"is enough",
		},
		{
			"a number that can't be right", // nothing is reckoned with it
			casefile.Storage{Plan: 5e9, Used: 90e12, Next: 4e9},
			[]string{"iCloud: 90 TB of 5 GB used", "One of these numbers can’t be right.", "More is used than any account can have."},
			"more than is free",
		},
		{
			"later another plan, nights and a family",
			casefile.Storage{Plan: 50e9, Used: 40e9, Next: 4e9, Content: "growth photos 0 typed\ngrowth messages 0 typed\ngrowth drive 0 typed\ngrowth mail 0 typed\ngrowth apps 0 typed\n" +
				"growth whatsapp 0 typed\ngrowth other 0 typed\ngrowth backups 0 typed\ngrowth people 0 typed\ngrowth rest 1_000_000_000 typed\nupload 5\nperson 1 used 3_000_000_000 typed\nperson 1 shares no"},
			// 44 GB and 1 GB a month: full in six months. 4 GB at 5 Mbit/s: 8000 × 4 / (5 × 0.65 × 3600) = 2.7 h.
			[]string{
				"The cheapest that is enough now: 50 GB for $0.99 a month. The cheapest in 12 months: 200 GB for $2.99 a month.",
				"This plan is full about Apr 2027.", "takes about 2 h 40 min (2 h 10 min to 3 h 30 min). One night is enough.",
				"The cheapest for the whole family: $0.99 a month, $11.88 a year.",
			},
			"36 months",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := lib.Derive(casefile.Case{Device: knowledge.IPhone, Country: "us", Events: at(
				casefile.Event{Kind: casefile.KindStorage, Source: casefile.FromStorage, Storage: c.storage},
			)})
			page := report.New(lib, v, now, full).Text()
			for _, want := range c.want {
				if !strings.Contains(page, want) {
					t.Errorf("it lacks %q:\n%s", want, page)
				}
			}
			if strings.Contains(page, c.not) {
				t.Errorf("it says %q:\n%s", c.not, page)
			}
			short := strings.Join(report.Space(lib, v), "\n")
			for _, want := range c.want {
				if !strings.Contains(short, want) {
					t.Errorf("in short it lacks %q:\n%s", want, short)
				}
			}
		})
	}
}
