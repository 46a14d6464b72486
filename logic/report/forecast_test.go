package report_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// The page tells what the whole plan comes to, also where not all three numbers were read off the phone.
func TestThePageTellsThePlan(t *testing.T) {
	lib := small(t)
	later := numbers(50e9, 40e9, 4e9)
	later.Inputs.Upload = 5
	later.Inputs.People = []storage.Person{{Used: size.Of(3e9, size.Typed), Apart: true}}
	for c := range later.Inputs.Growth {
		later.Inputs.Growth[c] = size.Of(0, size.Typed)
	}
	later.Inputs.Growth[storage.Rest] = size.Of(1e9, size.Typed)
	for _, c := range []struct {
		name    string
		counted casefile.Counted
		want    []string
		not     string
	}{
		{
			"described alone",
			casefile.Counted{Inputs: storage.Inputs{
				Plan: size.Of(5e9, size.Phone), Used: size.Of(1e9, size.Phone),
				Devices: []storage.Device{{
					PhotosSync: storage.Off, Says: storage.Description{Photos: 20_000, Format: "heif-24mp"}, Apps: size.Of(2e9, size.Typed),
				}},
			}},
			// 20,000 photos of 3 MB and 2 GB of app data.
			[]string{"iCloud holds 1 GB, and the next backup adds 62 GB (from your description).", "The next backup needs 58 GB more than is free. 62 GB needed, 4 GB free.", "200 GB for $2.99 a month is enough"},
			"More numbers",
		},
		{
			"only what is in iCloud and a typical backup",
			numbers(5e9, 1e9, -1),
			[]string{"iCloud: 1 GB of 5 GB used", "The next backup is a typical size."},
			"is enough",
		},
		{
			"a number that can't be right", // nothing is reckoned with it
			numbers(5e9, 90e12, 4e9),
			[]string{"iCloud: 90 TB of 5 GB used", "One number needs another look.", "90 TB is more than any account can have."},
			"more than is free",
		},
		{
			"later another plan, nights and a family",
			later,
			// 44 GB and 1 GB a month: full in six months. 4 GB at 5 Mbit/s: 8000 × 4 / (5 × 0.65 × 3600) = 2.7 h.
			[]string{
				"No cheaper plan would be enough. The cheapest in 12 months: 200 GB for $2.99 a month.",
				"This plan is full about Apr 2027.", "takes about 2 h 40 min (2 h 10 min to 3 h 30 min). One night is enough.",
				"The cheapest for the whole family: $0.99 a month, $11.88 a year.",
			},
			"36 months",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := lib.Derive(casefile.Case{Device: apple.IPhone, Country: "us", Events: at(
				casefile.Event{Source: casefile.FromStorage, What: c.counted},
			)}, now)
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
