package session_test

import (
	"testing"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// beside returns a change of the inputs that says which Apple One bundle the account has.
func beside(bundle string) func(in *storage.Inputs) {
	return func(in *storage.Inputs) { in.Bundle = bundle }
}

// sharing returns a change of the inputs that adds people who share the plan.
func sharing(used ...float64) func(in *storage.Inputs) {
	return func(in *storage.Inputs) {
		for _, n := range used {
			in.People = append(in.People, storage.Person{Used: gb(n)})
		}
	}
}

// Whoever has Apple One buys the smallest plan that is enough beside it. Each month a 60th of what is used and a
// 96th of the next backup come.
func TestAppleOneAccountsBuyNoMoreThanTheyNeed(t *testing.T) {
	lib := library(t)
	for _, h := range []household{
		{
			// 1990 + 25 - 2000 = 15. 35 of 50 are left for 33.2 + 0.3 a month: 1.05 months. 2015 + 12 × 33.4 = 2416.
			name:    "Premier, a little too much",
			country: "us", plan: 2000, used: 1990, next: 25, more: beside("premier"),
			want: []string{
				"needs 15 GB more than is free. 25 GB needed, 10 GB free.",
				"2.05 TB, 50 GB and Apple One Premier for $0.99 a month is enough until about Dec 2026.",
				"The cheapest in 12 months: 4 TB, 2 TB and Apple One Premier for $9.99 a month.",
			},
			not: []string{"6 TB", "$29.99"},
		},
		{
			// 4000 - 2300 - 25 = 1675, at 38.3 + 0.3 a month 43.4 months.
			name:    "Premier and a plan as large",
			country: "us", plan: 4000, used: 2300, next: 25, more: beside("premier"),
			want: []string{
				"The next backup fits, 1675 GB to spare.",
				"This plan is full about Jul 2030",
				"No cheaper plan would be enough.",
			},
			not: []string{"doesn’t sell a", "$29.99"},
		},
		{
			// 195 + 20 = 215. 35 / (3.25 + 0.21) = 10.1 months; in a year 215 + 41.5 = 256.5.
			name:    "Family, and a small plan is enough",
			country: "us", plan: 200, used: 195, next: 20, more: beside("family"),
			want: []string{
				"needs 15 GB more than is free",
				"250 GB, 50 GB and Apple One Family for $0.99 a month is enough until about Oct 2027.",
				"The cheapest in 12 months: 400 GB, 200 GB and Apple One Family for $2.99 a month.",
			},
			not: []string{"2 TB", "$9.99"},
		},
		{
			// 198 + 150 = 348, which 250 do not hold. 52 / (3.3 + 1.56) = 10.7 months.
			name:    "Family, and a plan as large is enough",
			country: "us", plan: 200, used: 198, next: 150, more: beside("family"),
			want: []string{
				"needs 148 GB more than is free",
				"400 GB, 200 GB and Apple One Family for $2.99 a month is enough until about Oct 2027.",
			},
		},
		{
			// 48 + 6 = 54. 46 / (0.8 + 0.06) = 53 months.
			name: "Individual", country: "us", plan: 50, used: 48, next: 6, more: beside("individual"),
			want: []string{
				"needs 4 GB more than is free",
				"100 GB, 50 GB and Apple One Individual for $0.99 a month is enough until about May 2031.",
			},
			not: []string{"$2.99"},
		},
		{
			// 1995 + 60 = 2055, which 2050 do not hold. 145 / (33.25 + 0.63) = 4.3 months.
			name:    "Premier in the United Kingdom",
			country: "gb", plan: 2000, used: 1995, next: 60, more: beside("premier"),
			want: []string{
				"needs 55 GB more than is free",
				"2.2 TB, 200 GB and Apple One Premier for £2.99 a month is enough until about Apr 2027.",
				"Tax is included.",
			},
			not: []string{"6 TB", "£26.99"},
		},
	} {
		t.Run(h.name, func(t *testing.T) { h.isTold(t, lib) })
	}
}

// Sums of households by hand: families, a move, a plan made smaller, the largest plan, and time.
func TestSumsOfHouseholds(t *testing.T) {
	lib := library(t)
	for _, h := range []household{
		{
			name:    "a family that uses more than all together",
			country: "us", plan: 200, used: 40, next: 3, more: sharing(120, 39),
			want: []string{
				"One number needs another look.",
				"Together the family uses 159 GB, but there are only 40 GB. Is that right?",
				"Settings › your name › Family",
			},
			not: []string{"to spare", "full about", "$"},
		},
		{
			// All share 202: 2 TB. Alone 43, 120 and 39: 50, 200 and 50 GB for $4.97. 43 + 120 in 200 GB and 39 in 50: $3.98.
			name:    "a family whose plan lacks 2 GB",
			country: "us", plan: 200, used: 199, next: 3, more: sharing(120, 39),
			want: []string{
				"needs 2 GB more than is free. 3 GB needed, 1 GB free.", "2 TB for $9.99 a month",
				"The cheapest for the whole family: $3.98 a month, $47.76 a year. Person 1 and you share 200 GB for $2.99 a month. Person 2: 50 GB for $0.99 a month.",
			},
		},
		{
			// 47 - 17 + 6 = 36 and 17 need 50 GB each; 53 together need 200 GB.
			name:    "two who had better not share",
			country: "gb", plan: 50, used: 47, next: 6, more: sharing(17),
			want: []string{
				"needs 3 GB more than is free", "Clean-ups may make enough room, free of charge. Or pay for more: 200 GB for £2.99 a month",
				"The cheapest for the whole family: £1.98 a month, £23.76 a year. You: 50 GB for £0.99 a month. Person 1: 50 GB for £0.99 a month.",
			},
		},
		{
			// 4.7 + 48 - 5 = 47.7
			name: "a new iPhone, and a backup far too large", country: "us", plan: 5, used: 4.7, next: 48,
			more: func(in *storage.Inputs) { in.NewDevice = storage.On },
			want: []string{
				"needs 47.7 GB more than is free. 48 GB needed, 300 MB free.",
				"For the move to a new device, Apple lends the room free of charge. Or pay for more: 200 GB for $2.99 a month",
			},
		},
		{
			// 4.4 + 1.5 - 5 = 0.9, which the old backup would free for good, and Apple for the move.
			name: "a new iPhone, and an old backup as well", country: "us", plan: 5, used: 4.4, next: 1.5,
			more: func(in *storage.Inputs) {
				in.NewDevice = storage.On
				in.Devices = append(in.Devices, storage.Device{Gone: true, Last: gb(2.1)})
			},
			want: []string{"needs 900 MB more than is free", "Apple lends the room free of charge. Or pay for more: 50 GB for $0.99"},
			not:  []string{"This alone"},
		},
		{
			// 4.9 + 0.9 - 5 = 0.8, in Canada. What may be deleted is no sure way.
			name: "mail that fills the free plan", country: "ca", plan: 5, used: 4.9, next: 0.9,
			more: func(in *storage.Inputs) { in.Cloud[storage.Mail] = gb(2.9) },
			want: []string{
				"needs 800 MB more than is free",
				"Clean-ups may make enough room, free of charge. Or pay for more: 50 GB for CA$1.29 a month",
				"Apple doesn’t say whether tax is included.",
			},
		},
		{
			// 199.2 + 3.5 - 200 = 2.7, and hardly anything but files in iCloud Drive is there.
			name: "files that fill a plan in Japan", country: "jp", plan: 200, used: 199.2, next: 3.5,
			more: func(in *storage.Inputs) { in.Cloud[storage.Drive] = gb(198.9) },
			want: []string{
				"199.2 GB of 200 GB used", "needs 2.7 GB more than is free. 3.5 GB needed, 800 MB free.",
				"once what they delete is saved elsewhere. Or pay for more: 2 TB for ¥1,800 a month",
			},
		},
		{
			// 4.3 + 0.812 - 5 = 0.112
			name: "a few megabytes too much", country: "us", plan: 5, used: 4.3, next: 0.812,
			want: []string{
				"needs 112 MB more than is free. 812 MB needed, 700 MB free.",
				"2 clean-ups together probably make enough room, free of charge. Or pay for more: 50 GB for $0.99 a month",
			},
		},
		{
			// 180 - 50 = 130, and 2 more.
			name: "a plan made smaller than what is used", country: "in", plan: 50, used: 180, next: 2,
			more: func(in *storage.Inputs) {
				*in = in.Settle(storage.Question{About: "storage.question.over-plan", Size: 180 * size.GB, Other: 50 * size.GB})
			},
			want: []string{
				"iCloud is 130 GB over its limit. With 2 GB for the next backup, 132 GB is missing.",
				"200 GB for ₹219 a month is enough now. Until when can’t be told",
			},
			not: []string{"Is that right?", "Or pay"},
		},
		{
			// 11,990 + 20 = 12,010: more than the largest plan, and where Apple One is not sold that is all.
			name:    "the largest plan is full, in China mainland",
			country: "cn", plan: 12000, used: 11990, next: 20,
			want: []string{"needs 10 GB more than is free", "No plan on Apple’s list holds all of it."},
			not:  []string{"Apple One"},
		},
		{
			// 59.99 and 19.95. 40 of 50 are left for 199.8 + 0.2 a month.
			name:    "the largest plan is full, in the United States",
			country: "us", plan: 12000, used: 11990, next: 20,
			want: []string{
				"12.05 TB, 12 TB and Apple One Individual for $79.94 a month is enough until about Dec 2026.",
				"In 12 months, nothing Apple offers is large enough.",
			},
		},
		{
			// 64 × 8000 / (5 × 0.65 × 3600) = 43.8 h, at 80 and 50 % of the line 35.6 and 56.9.
			name: "a large backup through a slow line", country: "us", plan: 200, used: 50, next: 64,
			more: func(in *storage.Inputs) { in.Upload = 5 },
			want: []string{
				"The next backup fits, 86 GB to spare.",
				"The next backup takes about 44 h (36 h to 57 h). That is 5 to 8 nights.",
			},
		},
		{
			// 1 + 30 - 5 = 26
			name: "photos in the backup", country: "us", plan: 5, used: 1,
			more: func(in *storage.Inputs) {
				*in = in.SetFirst(storage.Device{PhotosSync: storage.Off, Photos: gb(30), Apps: gb(0)})
			},
			want: []string{
				"needs 26 GB more than is free. 30 GB needed, 4 GB free.",
				"50 GB for $0.99 a month is enough until",
			},
		},
	} {
		t.Run(h.name, func(t *testing.T) { h.isTold(t, lib) })
	}
}
