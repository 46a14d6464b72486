package phrase_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// Only what somebody read off is said to be freed; a share that the program assumes is told as an estimate.
func TestOnlyWhatWasReadIsSurelyFreed(t *testing.T) {
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	gb := func(n float64) size.Amount { return size.Of(int64(n*1e9), size.Phone) }
	for _, c := range []struct {
		name            string
		used, next      float64
		old             float64 // backup of a device that is gone
		sum, fix, about string
	}{
		{
			"nothing but the three numbers", 4.8, 9, 0,
			"8.8 GB must go. Together these ways free about 1.1 GB or more, which may be enough.",
			"empty-bins", "Here this frees about 4.8 GB at most, and 8.8 GB must go: it is probably not enough.",
		},
		{
			"a backup of an old iPad that was read", 4.8, 1.5, 2,
			"1.3 GB must go. One way is enough: it frees 2 GB in about 3 minutes.",
			"delete-old-device-backups", "Here this frees 2 GB, and 1.3 GB must go: it is enough.",
		},
	} {
		in := storage.Inputs{Plan: gb(5), Used: gb(c.used)}.SetFirst(storage.Device{Next: gb(c.next)})
		if c.old > 0 {
			in.Devices = append(in.Devices, storage.Device{Gone: true, Last: gb(c.old)})
		}
		plan := storage.MakeWithin(in, prices.Market{}, apple.Version{Major: 18}, storage.MostOfDevice, lib.Planner)
		found := plan.CleanUp(false)
		if got := lib.Phrase.CleanUp(&found); got != c.sum {
			t.Errorf("%s: it says %q, want %q", c.name, got, c.sum)
		}
		gain, _ := found.ByFix(c.fix)
		if got := lib.Phrase.FixRoom(&gain, found.Missing); got != c.about {
			t.Errorf("%s: the page says %q, want %q", c.name, got, c.about)
		}
		for _, k := range found.Candidates {
			if told := lib.Phrase.Gain(k.Gain, k.IsRead); strings.HasPrefix(told, "about ") == (k.Device >= 0) {
				t.Errorf("%s: %s frees %q", c.name, k.ID, told)
			}
		}
	}
}
