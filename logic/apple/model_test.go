package apple

import "testing"

// What a model has follows from its name; a name that says too little promises nothing.
func TestModelsHaveWhatTheyHave(t *testing.T) {
	for _, c := range []struct {
		kind, model string
		known       bool
		noPowerMode bool
		adaptive    string
		restart     string
	}{
		{IPhone, "", false, false, "", ""},
		{IPhone, "iPhone", false, false, "", ""},
		{IPhone, "iPhone15,2", false, false, "", ""},
		{IPhone, "iPhone 6s Plus", true, true, "", ByHome},
		{IPhone, "iPhone SE (1st generation)", true, true, "", ByHome},
		{IPhone, "iPhone 7", true, true, "", ByVolume},
		{IPhone, "iPhone SE (3rd generation)", true, true, "", ""},
		{IPhone, "iPhone XS Max", true, true, "", ""},
		{IPhone, "iPhone 14 Pro Max", true, true, "", ""},
		{IPhone, "iPhone 15 Plus", true, false, "", ""},
		{IPhone, "iPhone 15 Pro", true, false, AdaptiveOff, ""},
		{IPhone, "iPhone 16e", true, false, AdaptiveOff, ""},
		{IPhone, "iPhone 17", true, false, AdaptiveOn, ""},
		{IPhone, "iPhone Air", true, false, AdaptiveOn, ""},
		{IPhone, "iPhone 18 Pro 256 GB", true, false, AdaptiveOn, ""},
		{IPad, "", false, false, "", ""},
		{IPad, "iPad Pro", false, false, "", ""},
		{IPad, "iPad (9th generation)", true, false, "", ""},
		{IPad, "iPad Air 11-inch (M3)", true, false, "", ""},
		{IPad, "iPad Pro 11-inch", true, false, "", ""},
	} {
		d := Of(c.kind, c.model, Version{26, 0}, "")
		if d.KnownModel != c.known || d.NoPowerMode != c.noPowerMode || d.Adaptive != c.adaptive ||
			d.Restart != c.restart {
			t.Errorf("%s %q: %+v", c.kind, c.model, d)
		}
		if c.known == (When{Model: "unknown"}).IsFor(d) || c.noPowerMode == (When{PowerMode: "yes"}).IsFor(d) ||
			(c.adaptive == AdaptiveOn) != (When{Adaptive: AdaptiveOn}).IsFor(d) {
			t.Errorf("%s %q is not told from others", c.kind, c.model)
		}
		ways := 0
		for _, way := range []string{BySide, ByVolume, ByHome} {
			if (When{Restart: way}).IsFor(d) {
				ways++
			}
		}
		if ways != 1 {
			t.Errorf("%s %q is forced to restart in %d ways", c.kind, c.model, ways)
		}
	}
}
