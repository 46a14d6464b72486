package casefile

import (
	"io/fs"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// takes reports whether an open case takes an event, and what it says against it.
func takes(t *testing.T, f *File, e Event) (ok bool, says string) {
	t.Helper()
	if err := f.Append(e); err != nil {
		return false, err.Error()
	}
	return true, ""
}

func TestAmountsThatCantBeAreRefused(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	for _, test := range []struct {
		amount size.Range
		ok     bool
	}{
		{size.Range{Low: 1, Likely: 2, High: 3}, true},
		{size.Range{Low: 0, Likely: 0, High: 0}, true},
		{size.Range{Low: size.Max, Likely: size.Max, High: size.Max}, true},
		{size.Range{Low: -1, Likely: 2, High: 3}, false},
		{size.Range{Low: -3, Likely: -2, High: -1}, false},
		{size.Range{Low: 3, Likely: 2, High: 4}, false},
		{size.Range{Low: 1, Likely: 4, High: 3}, false},
		{size.Range{Low: 1, Likely: 2, High: size.Max + 1}, false},
	} {
		in := storage.Inputs{Used: size.Amount{Range: test.amount, From: size.Typed}}
		if ok, says := takes(t, f, Event{Source: FromStorage, What: Counted{Inputs: in}}); ok != test.ok {
			t.Errorf("%+v is taken: %v %s", test.amount, ok, says)
		}
	}
}

// Wherever in the numbers something can't be, the refusal names the place, and the last that may be is taken.
func TestNumbersThatCantBeAreRefusedByTheirNames(t *testing.T) {
	type change func(in *storage.Inputs, n int64)
	amount := func(at func(in *storage.Inputs) *size.Amount) change {
		return func(in *storage.Inputs, n int64) {
			*at(in) = size.Amount{Range: size.Range{Low: n, Likely: n, High: n}, From: size.Typed}
		}
	}
	of := func(at func(d *storage.Device, n int)) change {
		return func(in *storage.Inputs, n int64) { at(&in.Devices[1], int(n)) }
	}
	videos := func(d *storage.Device, n int) { d.Says.Video = make([]storage.Footage, n) }
	photos, minutes := int64(storage.PhotosRule.Most), int64(storage.MinutesRule.Most)
	for _, test := range []struct {
		most   int64
		says   string // of one more
		below  string // of one below 0; empty when it can't be
		change change
	}{
		{size.Max, "used is larger than any plan", "used is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Used })},
		{size.Max, "plan is larger than any plan", "plan is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Plan })},
		{size.Max, "photos is larger than any plan", "photos is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Cloud[storage.Photos] })},
		{size.Max, "mail is larger than any plan", "mail is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Growth[storage.Mail] })},
		{size.Max, "next is larger than any plan", "next is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Devices[0].Next })},
		{size.Max, "device[1].next is larger than any plan", "device[1].next is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Devices[1].Next })},
		{size.Max, "last is larger than any plan", "last is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Devices[1].Last })},
		{size.Max, "photos is larger than any plan", "photos is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Devices[1].Photos })},
		{size.Max, "messages is larger than any plan", "messages is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Devices[1].Messages })},
		{size.Max, "apps is larger than any plan", "apps is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.Devices[1].Apps })},
		{size.Max, "used is larger than any plan", "used is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.People[0].Used })},
		{size.Max, "adds is larger than any plan", "adds is negative", amount(func(in *storage.Inputs) *size.Amount { return &in.People[0].Adds })},
		{int64(storage.Off), "new-device is neither on nor off", "", func(in *storage.Inputs, n int64) { in.NewDevice = storage.Switch(n) }},
		{int64(storage.Off), "device[1].backup is neither on nor off", "", of(func(d *storage.Device, n int) { d.Backup = storage.Switch(n) })},
		{int64(storage.Off), "device[1].photos-sync is neither on nor off", "", of(func(d *storage.Device, n int) { d.PhotosSync = storage.Switch(n) })},
		{int64(storage.Off), "device[1].messages-sync is neither on nor off", "", of(func(d *storage.Device, n int) { d.MessagesSync = storage.Switch(n) })},
		{100_000, "upload must be from 0 to 100000", "upload must be from 0", func(in *storage.Inputs, n int64) { in.Upload = float64(n) }},
		{maxHours, "window must be from 0 to 24", "window must be from 0", func(in *storage.Inputs, n int64) { in.Window = float64(n) }},
		{photos, "device[1].photo-count must be from 0", "photo-count must be from 0", of(func(d *storage.Device, n int) { d.Says.Photos = n })},
		{photos, "device[1].waiting-count must be from 0", "waiting-count must be from 0", of(func(d *storage.Device, n int) { d.Says.Waiting = n })},
		{minutes, "device[1].video[1].minutes must be from 0", "video[1].minutes must be from 0", of(func(d *storage.Device, n int) {
			videos(d, 2)
			d.Says.Video[1].Minutes = n
		})},
		{storage.MaxVideos, "device[1].video has more than 12 entries", "", of(videos)},
		{storage.MaxDevices, "device has more than 40 entries", "", func(in *storage.Inputs, n int64) { in.Devices = make([]storage.Device, n) }},
		{storage.MaxPeople, "person has more than 5 entries", "", func(in *storage.Inputs, n int64) { in.People = make([]storage.Person, n) }},
	} {
		for n, want := range map[int64]string{test.most: "", test.most + 1: test.says, -1: test.below, 0: ""} {
			if n < 0 && want == "" {
				continue
			}
			in := storage.Inputs{
				Plan: size.Of(5e9, size.Typed), Devices: make([]storage.Device, 2), People: make([]storage.Person, 1),
			}
			test.change(&in, n)
			if _, err := Count(in); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %d is taken with %v, want %q", test.says, n, err, want)
			}
		}
	}
	falling := storage.Inputs{Used: size.Amount{Range: size.Range{Low: 2, Likely: 1, High: 3}, From: size.Typed}}
	if _, err := Count(falling); err == nil || !strings.HasPrefix(err.Error(), "the sizes of used fall") {
		t.Errorf("falling sizes: %v", err)
	}
}

// A fact has a name of its own with a value, or is about a check with an answer or a value.
func TestFactsThatSayNothingAreRefused(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	for _, test := range []struct {
		fact Observed
		ok   bool
	}{
		{Observed{Check: "low-data-mode", Answer: "on"}, true},
		{Observed{Check: "low-data-mode", Value: "3.2 GB"}, true},
		{Observed{Check: "low-data-mode", Answer: "on", Value: "3.2 GB"}, true},
		{Observed{Check: "low-data-mode"}, false},
		{Observed{Check: "low-data-mode", Answer: CantTell}, false},
		{Observed{Check: "low-data-mode", Answer: NotNow}, false},
		{Observed{Fact: "model", Value: "iPhone 13"}, true},
		{Observed{Fact: "model"}, false},
		{Observed{Fact: "model", Value: "iPhone 13", Check: "low-data-mode"}, false},
		{Observed{Fact: "model", Value: "iPhone 13", Answer: "on"}, false},
		{Observed{Fact: "model", Value: strings.Repeat("x", maxLabel)}, true},
		{Observed{Fact: "model", Value: strings.Repeat("x", maxLabel+1)}, false},
	} {
		if ok, says := takes(t, f, Event{Source: FromPhone, What: test.fact}); ok != test.ok {
			t.Errorf("%+v is taken: %v %s", test.fact, ok, says)
		}
	}
	if ok, _ := takes(t, f, Event{Source: FromPerson, What: Observed{Fact: "model", Value: "iPhone 13"}}); ok {
		t.Error("a person is taken for a machine")
	}
}

func TestALongMessageIsRefusedWithItsLimit(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	if ok, says := takes(t, f, said(strings.Repeat("x", maxText))); !ok {
		t.Errorf("a text of the longest size is refused: %s", says)
	}
	if ok, says := takes(t, f, said(strings.Repeat("x", maxText+1))); ok || !strings.Contains(says, strconv.Itoa(maxText/1024)) {
		t.Errorf("a text that is too long is taken: %v, or the limit is not told: %s", ok, says)
	}
}

// An answer is taken as people write it: in any case, with spaces around it.
func TestAnswersAreTakenInAnyCase(t *testing.T) {
	for _, known := range []Known{nil, shipped(t)} {
		f := open(t, filepath.Join(t.TempDir(), "anna.toml"), known)
		must(t, f.Append(Event{What: Answered{Check: "low-data-mode", Answer: " ON "}}, Event{What: Answered{Check: "vpn-filter", Answer: "Not-Now"}}))
		for i, want := range []string{"on", NotNow} {
			if got := f.Case().Events[i].What.(Answered).Answer; got != want {
				t.Errorf("an answer became %q, want %q", got, want)
			}
		}
	}
}

// What stands for the number of an error reaches a notification.
func TestFailuresThatCantBeAreRefused(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	for _, test := range []struct {
		value string
		at    time.Time
		says  string // empty when it is taken
	}{
		{"303", at(10, 0), ""},
		{"+303", at(10, 0), ""},
		{"0", at(10, 0), ""},
		{"303", at(10, 0).Add(-time.Hour), ""},
		{"303", at(10, 1), ""},
		{"303", at(10, 1).Add(time.Second), "later"},
		{"303", at(10, 0).AddDate(1, 0, 0), "later"},
		{"303", time.Time{}, "at is missing"},
		{"", at(10, 0), "value is missing"},
		{"-1", at(10, 0), `"-1" is not the number`},
		{"3.5", at(10, 0), `"3.5" is not the number`},
		{"99999999999999999999", at(10, 0), "is not the number"},
		{"$(calc)", at(10, 0), `"$(calc)" is not the number`},
	} {
		fact := Observed{Fact: FactFailure, Value: test.value, At: test.at}
		ok, says := takes(t, f, Event{Time: at(10, 0), Source: FromPhone, What: fact})
		if ok != (test.says == "") || !strings.Contains(says, test.says) {
			t.Errorf("%q at %v is taken: %v %s, want %q", test.value, test.at, ok, says, test.says)
		}
	}
	for i, e := range f.Case().Events {
		if o := e.What.(Observed); o.At.After(e.Time) || i == 1 && o.Value != "303" {
			t.Errorf("%q failed at %v, after %v", o.Value, o.At, e.Time)
		}
	}
	timeless := Event{Source: FromPhone, What: Observed{Fact: FactFailure, Value: "303", At: at(9, 0)}}
	if faults := timeless.judge(nil); len(faults) > 0 || !timeless.Time.Equal(at(9, 0)) {
		t.Errorf("without a time of its own it is of %v, %v", timeless.Time, faults)
	}
}

// Two windows that watch the phone note the time of one failure each for itself.
func TestOneFailureHeardTwiceIsOne(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	seen := func(at time.Time) Reading {
		return Reading{Source: FromPhone, Time: at, Facts: []Observed{{Fact: FactFailure, Value: "209", At: at}}}
	}
	first := at(10, 0)
	observe(t, f, seen(first), 1)
	observe(t, f, seen(first.Add(2*time.Second)), 0)
	observe(t, f, seen(first.Add(50*time.Second)), 0)
	if o := f.Case().Events[0].What.(Observed); !o.At.Equal(first) || !o.Read.Equal(first.Add(50*time.Second)) {
		t.Errorf("it failed at %v and was read at %v", o.At, o.Read)
	}
	observe(t, f, seen(first.Add(70*time.Second)), 1) // a minute after the first
}

// A backup that failed again is news, though the error is the same. Of other facts only another value is.
func TestEachFailureIsNews(t *testing.T) {
	for fact, want := range map[string]int{FactFailure: 1, "model": 0} {
		f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
		seen := func(when, at time.Time) Reading {
			return Reading{Source: FromPhone, Time: when, Facts: []Observed{{Fact: fact, Value: "209", At: at}}}
		}
		observe(t, f, seen(at(10, 0), at(9, 0)), 1)
		observe(t, f, seen(at(10, 10), at(9, 0)), 0)
		observe(t, f, seen(at(10, 20), at(9, 30)), want)
	}
}

func TestSizesAreReadableInAFile(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0", 7: "7", 999: "999", 1000: "1_000", 123_456: "123_456", 4_123_456_789: "4_123_456_789"} {
		if got := grouped(bytes); got != want {
			t.Errorf("%d is written as %s, want %s", bytes, got, want)
		}
	}
}

// Nobody else may read cases, nor see how they are named.
func TestNobodyElseMayLookIntoTheShelf(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps the rights of the folder above")
	}
	shelf, err := OpenShelf(filepath.Join(t.TempDir(), "home", "cases"), noon().now)
	must(t, err)
	file, err := shelf.Create(Header{Name: "Anna"})
	must(t, err)
	_, err = shelf.Delete(file)
	must(t, err)
	err = filepath.WalkDir(filepath.Dir(shelf.dir), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v", path, info.Mode())
		}
		return err
	})
	must(t, err)
}

// One thing said about storage is enough for an event, whatever it is; nothing is not.
func TestStorageThatSaysNothingIsRefused(t *testing.T) {
	f := open(t, filepath.Join(t.TempDir(), "anna.toml"), nil)
	for _, test := range []struct {
		in storage.Inputs
		ok bool
	}{
		{storage.Inputs{}, false},
		{storage.Inputs{Bundle: "individual"}, true},
		{storage.Inputs{NewDevice: storage.On}, true},
		{storage.Inputs{Used: size.Of(size.GB, size.Typed)}, true},
	} {
		if ok, says := takes(t, f, Event{Source: FromStorage, What: Counted{Inputs: test.in}}); ok != test.ok {
			t.Errorf("%+v is taken: %v %s", test.in, ok, says)
		}
	}
}
