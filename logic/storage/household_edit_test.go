package storage

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A copy of what is in one old backup is no copy of another: taking a device out must not hand it on.
func TestTakingADeviceOutKeepsWhatWasSaidOfTheOthers(t *testing.T) {
	in := Inputs{}
	for _, name := range []string{"this", "first", "second", "third"} {
		in.Devices = append(in.Devices, Device{Name: name, Gone: name != "this"})
	}
	in.Copies, in.OffActions = []string{"long-videos", "old-backups.2", "old-backups.4"}, []string{"mail", "old-backups.3"}
	without := in.WithoutDevice(1)
	if len(without.Devices) != 3 || without.Devices[1].Name != "second" {
		t.Fatalf("left are %+v", without.Devices)
	}
	if want := []string{"long-videos", "old-backups.3"}; !slices.Equal(without.Copies, want) {
		t.Errorf("copies are %v, want %v", without.Copies, want)
	}
	if want := []string{"mail", "old-backups.2"}; !slices.Equal(without.OffActions, want) {
		t.Errorf("ruled out are %v, want %v", without.OffActions, want)
	}
	if len(in.Devices) != 4 || in.Copies[1] != "old-backups.2" {
		t.Error("the inputs before have changed")
	}
	if got := in.WithoutDevice(0); len(got.Devices) != 4 {
		t.Error("the device that the case is about was taken out")
	}
}

// Devices and people that are added, changed and taken out in any order leave the others as they are, within
// the limits of a case.
func TestHouseholdsAreEditedOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := Inputs{}
		var devices, people []string
		for step := range rapid.IntRange(1, 30).Draw(t, "steps") {
			name := string(rune('a' + step%26))
			at := rapid.IntRange(0, 9).Draw(t, "at")
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				i := len(devices) + 1
				in.EditDevice(i, func(d *Device) { *d = Device{Name: name} })
				devices = append(devices, name)
			case 1:
				if in = in.WithoutDevice(at + 1); at < len(devices) {
					devices = slices.Delete(devices, at, at+1)
				}
			case 2:
				in.EditPerson(len(people), func(p *Person) { *p = Person{Name: name} })
				if len(people) < MaxPeople {
					people = append(people, name)
				}
			case 3:
				if in = in.WithoutPerson(at); at < len(people) {
					people = slices.Delete(people, at, at+1)
				}
			}
		}
		for i, name := range devices {
			if in.Devices[i+1].Name != name {
				t.Fatalf("device %d is %q, want %q", i+1, in.Devices[i+1].Name, name)
			}
		}
		if len(in.People) != len(people) || len(devices) > 0 && len(in.Devices) != len(devices)+1 {
			t.Fatalf("%d devices and %d people, want %d and %d", len(in.Devices), len(in.People), len(devices), len(people))
		}
	})
}
