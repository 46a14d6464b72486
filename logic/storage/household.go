package storage

import (
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/prices"
)

// Bounds of what a person can say, far above any household.
const (
	MaxDevices = 40
	maxPhotos  = 10_000_000 // of one device
	MaxVideos  = 12         // modes of video of one device
	maxMinutes = 1_000_000  // of video of one mode

	maxName = 80 // characters
)

// EditDevice changes the device at i, adding it and those before it if they are missing. It does nothing
// beyond MaxDevices.
func (in *Inputs) EditDevice(i int, change func(d *Device)) {
	if i < 0 || i >= MaxDevices {
		return
	}
	*in = in.Clone()
	for len(in.Devices) <= i {
		in.Devices = append(in.Devices, Device{})
	}
	change(&in.Devices[i])
}

// EditPerson changes the person at i, adding them and those before them if they are missing. It does nothing
// beyond MaxPeople.
func (in *Inputs) EditPerson(i int, change func(p *Person)) {
	if i < 0 || i >= MaxPeople {
		return
	}
	*in = in.Clone()
	for len(in.People) <= i {
		in.People = append(in.People, Person{})
	}
	change(&in.People[i])
}

// WithoutDevice returns in without another device than the first. What was said of clean-up actions for the
// devices behind it stays with them.
func (in Inputs) WithoutDevice(i int) Inputs {
	if i < 1 || i >= len(in.Devices) {
		return in
	}
	in = in.Clone()
	in.Devices = slices.Delete(in.Devices, i, i+1)
	in.OffActions, in.Copies = moved(in.OffActions, i), moved(in.Copies, i)
	return in
}

// moved brings ids of actions for one of several devices, "old-backups.3", up to date after the device at i
// is gone.
func moved(ids []string, i int) []string {
	var kept []string
	for _, id := range ids {
		action, number, _ := strings.Cut(id, ".")
		n, err := strconv.Atoi(number)
		switch {
		case err != nil || n <= i:
			kept = append(kept, id)
		case n > i+1:
			kept = append(kept, action+"."+strconv.Itoa(n-1))
		}
	}
	slices.Sort(kept)
	return kept
}

// settled returns in with everybody apart from a plan that can't be shared: the free one (A: Apple's plan
// page). What others are said to use is then in their own iCloud.
func (in Inputs) settled(list *prices.List) Inputs {
	if !in.Plan.Known() || in.Bundle != "" || !free(in.Plan.Likely, list) {
		return in
	}
	in = in.Clone()
	for i := range in.People {
		in.People[i].Apart = true
	}
	return in
}

// WithoutPerson returns in without one of the people.
func (in Inputs) WithoutPerson(i int) Inputs {
	if i < 0 || i >= len(in.People) {
		return in
	}
	in = in.Clone()
	in.People = slices.Delete(in.People, i, i+1)
	return in
}

// CleanName makes a name fit for one line: without line ends and other control characters, at most 80
// characters.
func CleanName(name string) string {
	name = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, "\ufffd"))), " ")
	if runes := []rune(name); len(runes) > maxName {
		name = strings.TrimSpace(string(runes[:maxName]))
	}
	return name
}
