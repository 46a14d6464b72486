package storage

import (
	"reflect"
	"strings"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// Only single numbers were rounded by the phone: of a range nobody says that it is close.
func TestOnlySingleNumbersAreRounded(t *testing.T) {
	d := shipped(t)
	for _, wide := range []int{-1, 0, 1, 2} {
		amounts := []size.Amount{size.Of(5*size.GB, size.Phone), size.Of(2*size.GB, size.Phone), size.Of(3*size.GB, size.Phone)}
		if wide >= 0 {
			amounts[wide].Low--
		}
		in := Inputs{Plan: amounts[0], Used: amounts[1], Devices: []Device{{Next: amounts[2]}}}
		if got := Make(in, prices.Market{}, apple.Version{}, d).Verdict.Close; got != (wide < 0) {
			t.Errorf("with number %d as a range, the result is close: %v", wide, got)
		}
	}
}

// What the person has already must hold the need; what they don't have must hold some more.
func TestTheCheapestHoldsTheNeed(t *testing.T) {
	list := []Offer{{Capacity: 100, Free: true}, {Capacity: 120, HasPrice: true, Share: true}}
	for _, test := range []struct {
		need, more int64
		current    bool
		shared     bool
		want       int
	}{
		{100, 10, true, false, 0},
		{101, 10, true, false, 1},
		{90, 10, false, false, 0},
		{91, 10, false, false, 1},
		{110, 10, false, false, 1},
		{111, 10, false, false, -1},
		{1, 0, true, true, 1},
	} {
		list[0].Current = test.current
		if got := cheapest(list, test.need, test.more, test.shared); got != test.want {
			t.Errorf("for %+v the cheapest is %d", test, got)
		}
	}
}

// A device that has next to nothing to bring back can be used after the least time, and not before.
func TestARestoreTakesTheLeastTime(t *testing.T) {
	d := shipped(t)
	in := Inputs{Upload: 100, Devices: []Device{{Last: size.Of(1, size.Phone), Next: size.Of(1, size.Phone)}}}
	got := Make(in, prices.Market{}, apple.Version{}, d).Transfer
	if got.Restore != got.Basic || got.Basic != (HoursRange{d.Sizes.Transfer.Basic.Low / 60, d.Sizes.Transfer.Basic.Likely / 60, d.Sizes.Transfer.Basic.High / 60}) {
		t.Errorf("it takes %+v, at least %+v", got.Restore, got.Basic)
	}
}

// Functions that return changed inputs leave those that they were given.
func TestGivenInputsStayAsTheyAre(t *testing.T) {
	in := Inputs{
		Plan: size.Of(5*size.GB, size.Phone), Used: size.Of(60*size.GB, size.Phone),
		Devices: []Device{{Name: "Anna", Next: size.Of(3*size.GB, size.Phone)}, {Name: "Ben"}},
		People:  []Person{{Name: "Ada", Used: size.Of(size.GB, size.Typed)}, {Name: "Carl"}},
		Settled: []string{"over-plan.1.2", "too-much.1.2"}, OffActions: []string{"a", "b"}, Copies: []string{"a", "b"},
	}
	q := Make(in, prices.Market{}, apple.Version{}, shipped(t)).Questions
	if len(q) == 0 {
		t.Fatal("60 GB of 5 GB raise no question")
	}
	for name, change := range map[string]func(in Inputs) Inputs{
		"Settle":       func(in Inputs) Inputs { return in.Settle(q[0]) },
		"ToggleAction": func(in Inputs) Inputs { return in.ToggleAction("a") },
		"ToggleCopy":   func(in Inputs) Inputs { return in.ToggleCopy("a") },
		"SetGrowth":    func(in Inputs) Inputs { return in.SetGrowth(size.Of(size.GB, size.Typed)) },
		"SetFirst":     func(in Inputs) Inputs { return in.SetFirst(Device{Name: "Dora"}) },
	} {
		given, want := in.Clone(), in.Clone()
		changed := change(given)
		if !reflect.DeepEqual(given, want) {
			t.Errorf("%s changes what it is given: %+v", name, given)
		}
		if reflect.DeepEqual(changed, want) {
			t.Errorf("%s changes nothing", name)
		}
	}
}

func TestWhatIsNoClassHasNoName(t *testing.T) {
	for _, c := range []Class{-1, Class(Classes), Class(Classes) + 1} {
		if c.String() != "" {
			t.Errorf("class %d is called %q", c, c.String())
		}
	}
	if Photos.String() != "photos" || Rest.String() != "rest" {
		t.Errorf("the classes are called %q to %q", Photos.String(), Rest.String())
	}
}

func TestAWayIsNamedForItsDevice(t *testing.T) {
	p := &Plan{Inputs: Inputs{Devices: []Device{{Name: "Anna"}, {Name: "Ben"}}}}
	for device, want := range map[int]string{-1: "", 0: "Anna", 1: "Ben"} {
		if got := p.NameOf(&Candidate{Device: device}); got != want {
			t.Errorf("device %d is called %q, want %q", device, got, want)
		}
	}
}

// Each list of sizes is named by its own sentences.
func TestSizesAreNamedByTheirList(t *testing.T) {
	s := shipped(t).Sizes
	for names, list := range map[string][]Size{
		"storage.photo.": s.Photo, "storage.video.": s.Video, "storage.messages.": s.Messages, "storage.apps.": s.Apps,
	} {
		if len(list) == 0 {
			t.Errorf("there are no sizes for %s", names)
		}
		for _, one := range list {
			if !strings.HasPrefix(one.Key, names) || !strings.HasSuffix(one.Key, one.ID) {
				t.Errorf("a size of %s is named by %s", names, one.Key)
			}
		}
	}
}
