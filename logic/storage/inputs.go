// Package storage works out how much iCloud storage a person or a family needs, until when a plan lasts,
// which plan is the cheapest, and which clean-up avoids a larger one. It is pure: it reads no clock and no
// file after its data are loaded.
//
// Two sums are kept apart: what counts against the plan now, and what the next backups add. Photos and
// messages stand in one of them, never in both: in iCloud when they are synced, otherwise in the backup.
package storage

import (
	"reflect"
	"slices"

	"backupdoctor/logic/size"
)

// Class is a kind of content.
type Class int

// The classes. Those before Backups can be in iCloud outside of a backup.
const (
	Photos   Class = iota // photos and videos
	Messages              // messages with their attachments
	Drive                 // files in iCloud Drive
	Mail                  // iCloud Mail
	Apps                  // what apps keep in iCloud
	WhatsApp              // WhatsApp's own copy in iCloud
	Other                 // notes, voice memos and the rest that has a name
	Backups               // backups of devices
	People                // what other members of the family use
	Rest                  // used, but nobody has said by what

	Classes   = int(Rest) + 1
	InICloud  = int(Other) + 1 // how many classes can be in iCloud outside of a backup
	MaxPeople = 5              // with whom a plan can be shared (A: Apple's plan page)
)

var classNames = [Classes]string{
	"photos", "messages", "drive", "mail", "apps", "whatsapp", "other", "backups", "people", "rest",
}

// Key is the translation key of the class: "storage.class.photos".
func (c Class) Key() string { return "storage.class." + c.String() }

// String is the word for the class in files: "photos".
func (c Class) String() string {
	if c < 0 || int(c) >= Classes {
		return ""
	}
	return classNames[c]
}

// Switch is the position of a switch on the phone.
type Switch int

// The positions.
const (
	NotKnown Switch = iota
	On
	Off
)

var switchNames = [...]string{"", "on", "off"}

// Inputs is everything the person has said about one account and those who share its plan. Sizes are in
// bytes. The zero value knows nothing.
type Inputs struct {
	Plan   size.Amount // size of the plan with all that adds to it; exact
	Used   size.Amount // "3.2 GB of 5 GB": what everything in iCloud takes, of all who share the plan
	Bundle string      // id of the Apple One bundle that the account has; empty for none

	Cloud  [InICloud]size.Amount // what is in iCloud by class
	Growth [Classes]size.Amount  // per month, where the person knows better than the data

	Devices []Device // the first is the one that the case is about
	People  []Person // other members of the family, at most MaxPeople

	NewDevice Switch  // a new iPhone or iPad has been or will be bought
	Upload    float64 // Mbit/s; 0 when not known
	Window    float64 // hours a night in which the device can upload; 0 for the usual

	OffActions []string // ids of clean-up actions that the person rules out
	Copies     []string // ids of clean-up actions whose content has a copy elsewhere
	Settled    []string // what the person confirmed, as Settle writes it
}

// Device is an iPhone or iPad whose backup uses the plan.
type Device struct {
	Name string
	Kind string // apple.IPhone, apple.IPad or empty
	Gone bool   // no longer owned; its backup makes no further progress

	Backup       Switch // iCloud Backup; for the first device it counts as on
	PhotosSync   Switch // iCloud Photos; not known counts as off, which puts photos into the backup
	MessagesSync Switch // Messages in iCloud; likewise

	Last size.Amount // size of its backup in iCloud
	Next size.Amount // Next Backup Size

	Photos   size.Amount // on the device
	Messages size.Amount // on the device
	Apps     size.Amount // app data and settings on the device, as far as a backup takes them

	Says Description // stands in where an amount is not known
}

// Description says in words and counts what is on a device.
type Description struct {
	Photos   int    // number of photos; 0 when not said
	Format   string // id of a photo size; empty for a mix
	Video    []Footage
	Waiting  int    // number of photos and videos that wait for upload to iCloud Photos; 0 when not said
	Messages string // id of a message level; empty when not said
	Apps     string // id of an app level; empty when not said
}

// Footage is video of one mode.
type Footage struct {
	Mode    string // id of a video size
	Minutes int
}

// Person is another member of the family.
type Person struct {
	Name  string
	Used  size.Amount // in iCloud, backups included
	Adds  size.Amount // what the next backups add
	Apart bool        // keeps a plan of their own
}

// Clone returns a copy that shares nothing with in.
func (in Inputs) Clone() Inputs {
	in.Devices = slices.Clone(in.Devices)
	for i := range in.Devices {
		in.Devices[i].Says.Video = slices.Clone(in.Devices[i].Says.Video)
	}
	in.People = slices.Clone(in.People)
	in.OffActions = slices.Clone(in.OffActions)
	in.Copies = slices.Clone(in.Copies)
	in.Settled = slices.Clone(in.Settled)
	return in
}

// First is the device that the case is about, empty when none is described.
func (in Inputs) First() Device {
	if len(in.Devices) == 0 {
		return Device{}
	}
	return in.Devices[0]
}

// SetFirst returns in with another first device.
func (in Inputs) SetFirst(d Device) Inputs {
	in.EditDevice(0, func(first *Device) { *first = d })
	return in
}

// Empty reports whether nothing about content is known.
func (in Inputs) Empty() bool {
	return in.IsBare() && !in.Plan.Known() && !in.Used.Known() && !in.First().Next.Known()
}

// IsBare reports whether no more is known than the numbers that the phone shows: plan, used and the next
// backup.
func (in Inputs) IsBare() bool {
	first := in.First()
	for _, a := range []*size.Amount{&in.Plan, &in.Used, &first.Next} {
		if !a.Known() || a.From == size.Phone && a.Exact() {
			*a = size.Amount{}
		}
	}
	if len(in.Devices) > 1 || len(in.People)+len(in.OffActions)+len(in.Copies)+len(first.Says.Video) > 0 {
		return false
	}
	in.Devices, in.People, in.OffActions, in.Copies, first.Says.Video = nil, nil, nil, nil, nil
	in.Settled = nil // they say nothing of their own
	return reflect.DeepEqual(in, Inputs{}) && reflect.DeepEqual(first, Device{})
}

// Flip turns iCloud Photos (class Photos) or Messages in iCloud (class Messages) of a device to the position,
// and moves the content with it. Numbers that were read off the phone are carried over: the content leaves
// the next backup and counts in iCloud, or the other way round, and the need as a whole stays what it was. It
// does nothing for another class.
func (in Inputs) Flip(device int, class Class, to Switch, sizes *Sizes) Inputs {
	if device < 0 || device >= len(in.Devices) || class != Photos && class != Messages {
		return in
	}
	in = in.Clone()
	d := &in.Devices[device]
	what, position := d.Holds(sizes)[class], &d.PhotosSync
	if class == Messages {
		position = &d.MessagesSync
	}
	synced, toSynced := *position == On, to == On
	*position = to
	if synced == toSynced || !d.Next.Known() {
		return in
	}
	before := d.Next
	if toSynced {
		d.Next = size.Amount{Range: before.Less(what.Range), From: before.From}
	} else {
		d.Next = size.Amount{Range: before.Plus(what.Range), From: before.From}
	}
	if what.Known() && what.Likely > 0 {
		d.Next.From = max(before.From, size.Described)
	}
	if in.Used.Known() {
		used := in.Used
		if toSynced {
			used.Range = used.Plus(before.Less(d.Next.Range))
		} else {
			used.Range = used.Less(d.Next.Less(before.Range))
		}
		if used.Range != in.Used.Range {
			used.From = max(used.From, size.Described)
		}
		in.Used = used
	}
	return in
}

// The numbers that the inputs take.
var (
	SpeedRule = size.NumberRule{
		Most: maxSpeed, Decimals: 3, Units: []string{"mbit/s", "mbits/s", "mbps", "mb/s", "mbit"},
	}
	WindowRule  = size.NumberRule{Most: 24, Decimals: 3, Units: []string{"hours", "hour", "h"}}
	PhotosRule  = size.NumberRule{Most: maxPhotos}
	MinutesRule = size.NumberRule{Most: maxMinutes}
)
