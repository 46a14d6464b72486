package session_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session/guide"
	"backupdoctor/logic/storage"
)

// What households are told about their storage, with sums by hand.
func TestAdviceToHouseholds(t *testing.T) {
	lib := library(t)
	for _, h := range []household{
		{
			// 4.7 + 2.1 - 5 = 1.8
			name: "alone, a little too much", country: "us", plan: 5, used: 4.7, next: 2.1,
			want: []string{
				"The next backup needs 1.8 GB more than is free. 2.1 GB needed, 300 MB free.", "50 GB for $0.99 a month is likely enough for years.",
				"Apple’s prices of Sep 16, 2026. Some states add tax.",
			},
		},
		{
			// 45.3 + 4.7 = 50
			name: "just fits", country: "us", plan: 50, used: 45.3, next: 4.7,
			want: []string{"The next backup just fits. 4.7 GB needed, 4.7 GB free.", "It just fits. The phone rounds its numbers, so it may still fail."},
			not:  []string{"0 GB to spare", "is not what holds"},
		},
		{
			// 45.35 + 4.7 - 50 = 0.05
			name: "just does not fit", country: "us", plan: 50, used: 45.35, next: 4.7,
			want: []string{"needs 50 MB more than is free", "45.35 GB of 50 GB used", "It is close: the phone rounds its numbers, so it may fit all the same."},
		},
		{
			// 1,985 + 45 - 2,000 = 30: the numbers that are shown add up.
			name: "near 2 TB", country: "gb", plan: 2000, used: 1985, next: 45,
			want: []string{"1985 GB of 2 TB used", "The next backup needs 30 GB more than is free. 45 GB needed, 15 GB free.", "6 TB for £26.99 a month"},
			not:  []string{"It is close"},
		},
		{
			// 199.4 + 2.9 - 200 = 2.3
			name: "near 200 GB", country: "jp", plan: 200, used: 199.4, next: 2.9,
			want: []string{"199.4 GB of 200 GB used", "needs 2.3 GB more than is free. 2.9 GB needed, 600 MB free."},
		},
		{
			name: "full, so nothing shows how it grows", country: "us", plan: 5, used: 5, next: 2,
			want: []string{
				"The next backup needs 2 GB more than is free. 2 GB needed, nothing free.", "iCloud Mail may neither send nor receive",
				"50 GB for $0.99 a month is enough now. Until when can’t be told",
			},
			not: []string{"years", "12 months"},
		},
		{
			name: "full, and it is said how it grows", country: "us", plan: 5, used: 5, next: 2,
			more: func(in *storage.Inputs) { *in = in.SetGrowth(gb(4)) },
			// (50 - 7) / 4 = 10.75 months after November 27: at the end of October 2027.
			want: []string{"50 GB for $0.99 a month is enough until about Oct 2027.", "The cheapest in 12 months: 200 GB for $2.99 a month."},
		},
		{
			name: "Canada does not say whether tax is in its prices", country: "ca", plan: 5, used: 3.1, next: 2.6,
			want: []string{"50 GB for CA$1.29 a month", "Apple doesn’t say whether tax is included."},
		},
		{
			// Alone: 200 GB for 44 + 9, free for 3.2. Bo's 61 and the 53 fit into the same 200 GB.
			name: "a family", country: "us", plan: 50, used: 44, next: 9,
			more: func(in *storage.Inputs) {
				in.People = []storage.Person{{Name: "Bo", Used: gb(61), Apart: true}, {Name: "Cy", Used: gb(3.2), Apart: true}}
			},
			want: []string{
				"The cheapest for the whole family: $2.99 a month, $35.88 a year. Person 1 and you share 200 GB for $2.99 a month. Person 2: 5 GB, free.",
			},
			not: []string{"Bo", "Cy"},
		},
		{
			// 900 photos of 1.3, 2.7 and 6 MB: 2.43 GB in the middle. 46.1 + 2.2 = 48.3 fit; with them 50.73 - 50 = 0.73.
			name: "photos wait for upload", country: "us", plan: 50, used: 46.1, next: 2.2,
			more: func(in *storage.Inputs) {
				in.EditDevice(0, func(d *storage.Device) { d.PhotosSync, d.Says.Waiting = storage.On, 900 })
			},
			want: []string{"The next backup fits, but not together with the photos still to upload.", "730 MB more is needed than the plan holds", "200 GB for $2.99 a month"},
		},
		{
			// 50 - 50 + 1.2 = 1.2 for the backup, and 20,000 photos of 2.7 MB need 54 GB: 105.2 GB in all.
			name: "full, and years of photos wait", country: "us", plan: 50, used: 50, next: 1.2,
			more: func(in *storage.Inputs) {
				in.EditDevice(0, func(d *storage.Device) { d.PhotosSync, d.Says.Waiting = storage.On, 20_000 })
			},
			want: []string{"needs 1.2 GB more than is free", "The photos and videos still to upload need 26 to 120 GB more.", "200 GB for $2.99 a month is enough now."},
		},
		{
			name: "photos that do not go to iCloud wait for nothing", country: "us", plan: 50, used: 46.1, next: 2.2,
			more: func(in *storage.Inputs) {
				in.EditDevice(0, func(d *storage.Device) { d.PhotosSync, d.Says.Waiting = storage.Off, 900 })
			},
			want: []string{"The next backup fits, 1.7 GB to spare"},
		},
		{
			// 36.7 + 2.4 = 39.1 of 2,000. At most 36.7/24 + 2.4/36 = 1.6 come each month, so 58.3 are used in a year.
			name: "a plan far too large", country: "us", plan: 2000, used: 36.7, next: 2.4,
			want: []string{
				"A smaller plan would do for at least a year: 200 GB for $2.99 a month. Above its size, iCloud would store nothing new, and no backup would be made.",
				"Where to make the plan smaller or cancel it: Settings › ", "The cheapest that’s enough now: 50 GB for $0.99 a month.",
			},
		},
		{
			// 3.1 + 1.2 - 3.6 = 0.7
			name: "the parts are more than the whole", country: "us", plan: 5, used: 3.6, next: 1,
			more: func(in *storage.Inputs) {
				in.Cloud[storage.Photos], in.Cloud[storage.Drive] = gb(3.1), gb(1.2)
			},
			want: []string{"The next backup fits, 400 MB to spare", "The parts add up to 700 MB more than what is used."},
		},
		{
			// 191 + 12 = 203 of 250
			name: "a size that two bundles explain", country: "us", plan: 250, used: 191, next: 12,
			want: []string{"The next backup fits, 47 GB to spare", "Only Apple One and a plan together make 250 GB."},
		},
		{
			// 1,960 + 90 = 2,050: exactly Premier and 50 GB. With 200 GB there are 2,200.
			name: "a plan that just holds it", country: "us", plan: 2000, used: 1960, next: 90,
			more: func(in *storage.Inputs) { in.Bundle = "premier" },
			want: []string{
				"2.05 TB, 50 GB and Apple One Premier for $0.99 a month just holds it, and the phone rounds its numbers. To be safe: 2.2 TB, 200 GB and Apple One Premier for $2.99 a month.",
			},
		},
		{
			// 48.9 + 2.6 - 50 = 1.5, and the old backup has 5.4.
			name: "the backup of a phone that is sold would do, by name", country: "gb", plan: 50, used: 48.9, next: 2.6,
			more: func(in *storage.Inputs) {
				in.Devices = append(in.Devices, storage.Device{Name: "Ann’s old phone", Gone: true, Last: gb(5.4)})
			},
			want: []string{"free of charge: Delete the backup of Device 2. Make sure first that nothing in it is needed."},
			not:  []string{"Ann", "left out", "not enough"},
		},
		{
			// 197 + 14 - 200 = 11
			name: "a school's account", country: "tw", plan: 200, used: 197, next: 14, paid: "managed",
			want: []string{"The next backup needs 11 GB more than is free.", "An account that a school or company manages can’t buy storage."},
			not:  []string{"NT$", "2 TB"},
		},
		{
			name: "the smallest plan that does", country: "us", plan: 200, used: 70, next: 2.4,
			want: []string{"No cheaper plan would be enough."},
			not:  []string{"A smaller plan", "The cheapest that’s enough now"},
		},
		{
			// 4.2 + 1.6 - 5 = 0.8, and the old backup has 1.9.
			name: "the backup of a tablet that is sold would do", country: "us", plan: 5, used: 4.2, next: 1.6,
			more: func(in *storage.Inputs) {
				in.Devices = append(in.Devices, storage.Device{Gone: true, Last: gb(1.9)})
			},
			want: []string{"This alone makes enough room, free of charge: Delete the backup of Device 2. Make sure first that nothing in it is needed. Or pay for more: 50 GB for $0.99"},
		},
		{
			// 4.2 + 1.6 - 5 = 0.8, and the old backup has only 0.3.
			name: "the backup of a tablet that is sold would not do", country: "us", plan: 5, used: 4.2, next: 1.6,
			more: func(in *storage.Inputs) {
				in.Devices = append(in.Devices, storage.Device{Gone: true, Last: gb(0.3)})
			},
			not: []string{"This alone"},
		},
	} {
		t.Run(h.name, func(t *testing.T) { h.isTold(t, lib) })
	}
}

// Each way to make room has its steps in the guide, and a page of the phone.
func TestWaysToMakeRoomAreInTheGuide(t *testing.T) {
	lib := library(t)
	for _, a := range lib.Planner.Actions {
		if lib.Base.Fix(a.Fix) == nil || lib.Base.Route(a.Route) == nil {
			t.Errorf("%s: there is no fix %q, or no route %q", a.ID, a.Fix, a.Route)
		}
	}
}

// The guide sends nobody to bins that hold too little, and says on their page what they hold.
func TestTheGuideReckonsWithTheRoomThatIsMissing(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for _, test := range []struct {
		name       string
		used, next float64
		photos     float64
		bins       bool // proposed
		says       string
	}{
		// 1.5 + 4.9 - 5 = 1.4 are missing. Bins hold at most what is used and not named, 1.5; duplicates count beside them.
		{"they may be enough", 1.5, 4.9, 0, true, "Here this may free"},
		// 3.4 are missing. Of 0.5 GB of photos a tenth and 8 hundredths may go.
		{"they hold too little", 0.5, 7.9, 0.5, false, "Here this frees about 90 MB at most, and 3.4 GB must go: it is probably not enough."},
		{"nothing is missing", 1.5, 2, 0.5, false, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, _ := open(t, lib)
			in := storage.Inputs{Plan: gb(5), Used: gb(test.used)}.SetFirst(storage.Device{Next: gb(test.next)})
			if test.photos > 0 {
				in.Cloud[storage.Photos] = gb(test.photos)
			}
			must(t, s.Count(in, nil))
			v := s.View()
			if got := proposed(v, "empty-bins"); got != test.bins {
				t.Errorf("proposed: %v, want %v", got, test.bins)
			}
			var page []string
			for _, line := range g.Page(v, guide.Step{Kind: diagnosis.StepFix, ID: "empty-bins"}).Lines {
				page = append(page, line.Text)
			}
			text := strings.Join(page, "\n")
			if !strings.Contains(text, test.says) || test.says == "" && strings.Contains(text, "Here this") {
				t.Errorf("its page says %s", text)
			}
		})
	}
}
