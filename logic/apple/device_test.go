package apple

import (
	"testing"

	"pgregory.net/rapid"
)

func versions() *rapid.Generator[Version] {
	return rapid.Custom(func(t *rapid.T) Version {
		return Version{rapid.IntRange(1, 40).Draw(t, "major"), rapid.IntRange(0, 12).Draw(t, "minor")}
	})
}

func TestVersionsReadBackAndAreOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := versions().Draw(t, "a"), versions().Draw(t, "b"), versions().Draw(t, "c")
		for _, text := range []string{
			a.String(), "iOS " + a.String(), "ipados" + a.String(),
			" " + a.String() + " ", a.String() + " (23C55)", "iPadOS " + a.String() + " (Build 22E5200s)", a.String() + "(9A1)",
		} {
			if back, err := ParseVersion(text); err != nil || back != a {
				t.Fatalf("%q reads as %v, %v", text, back, err)
			}
		}
		if (a.Compare(b) > 0) != (b.Compare(a) < 0) || (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("%v and %v are not ordered", a, b)
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatalf("%v, %v, %v are not ordered", a, b, c)
		}
	})
}

func TestWhenHoldsFromSinceToUntil(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		since, until, v := versions().Draw(t, "since"), versions().Draw(t, "until"), versions().Draw(t, "v")
		d := Device{Kind: rapid.SampledFrom([]string{IPhone, IPad}).Draw(t, "kind"), Version: v}
		within := v.Compare(since) >= 0 && v.Compare(until) <= 0
		if until.Minor == 0 { // written without a minor version it means the whole year
			within = v.Compare(since) >= 0 && v.Major <= until.Major
		}
		if got := (When{Since: since.String(), Until: until.String()}).IsFor(d); got != within {
			t.Fatalf("%v from %v to %v: %v", v, since, until, got)
		}
		// whatever is split at a version holds on exactly one side of it
		if since.Minor > 0 {
			before := When{Until: Version{since.Major, since.Minor - 1}.String()}
			if since.Minor == 1 {
				before.Until += ".0"
			}
			if before.IsFor(d) == (When{Since: since.String()}).IsFor(d) {
				t.Fatalf("%v: until %s and since %v both say %v", v, before.Until, since, before.IsFor(d))
			}
		}
		other := IPad
		if d.Kind == IPad {
			other = IPhone
		}
		if (When{Device: other}).IsFor(d) || !(When{Device: d.Kind}).IsFor(d) {
			t.Fatalf("the kind of device is ignored for %v", d)
		}
	})
}

func TestRoomOfModels(t *testing.T) {
	for _, test := range []struct {
		kind, model string
		gb          int64
	}{
		{IPhone, "iPhone 8 Plus", 256},
		{IPhone, "iPhone SE (3rd generation)", 256},
		{IPhone, "iPhone 12 Pro", 512},
		{IPhone, "iPhone 13", 512},
		{IPhone, "iPhone 13 Pro", 1000},
		{IPhone, "iPhone 17 Pro Max", 2000},
		{IPhone, "iPhone 19", 2000},
		{IPhone, "iPhone Air", 2000},
		{IPhone, "iPhone14,5", 2000},
		{IPhone, "", 2000},
		{IPhone, "iPhone 13 128 GB", 512},
		{IPad, "iPad (9th generation)", 2000},
		{"", "my phone", 2000},
	} {
		if got := Room(test.kind, test.model); got != test.gb*1e9 {
			t.Errorf("%s holds %d at most, want %d GB", test.model, got, test.gb)
		}
	}
}
