package desktest

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
)

// Name makes a case of which only the device is known.
func Name(d *desk.Desk) {
	Must(d.Session.SetHeader(casefile.Header{
		Name: "Grandma’s iPhone", Device: "iphone", Model: "iPhone 13", Version: "17.5", Country: "us",
	}))
}

// Begin makes a case with a message and a few answers.
func Begin(d *desk.Desk) {
	Name(d)
	Must(d.Session.Say("This iPhone hasn't been backed up in 3 weeks"))
	for _, given := range [][2]string{
		{"back-up-switch", "on"},
		{"wifi-connected", "works"},
		{"charging-symbol", "shows"},
		{"auto-lock-set", "locks"},
		{"next-backup-fits", "fits"},
		{"back-up-now-state", "can-tap"},
		{"manual-backup", "finishes"},
	} {
		d.Answer(given[0], given[1])
	}
}

// Solve makes the same case one answer later: the answer that tells the cause.
func Solve(d *desk.Desk) {
	Begin(d)
	d.Answer("low-data-mode", "on")
}

// Numbers are what a person reads off the phone about storage, in bytes; 0 is not known.
type Numbers struct{ Plan, Used, Next int64 }

// NumbersOf returns the numbers that a case has.
func NumbersOf(d *desk.Desk) Numbers {
	in := d.View().Plan.Inputs
	return Numbers{in.Plan.Likely, in.Used.Likely, in.First().Next.Likely}
}

// Count records numbers read off the phone; whatever else the case knows stays.
func Count(d *desk.Desk, n Numbers) {
	known := func(bytes int64) size.Amount {
		if bytes == 0 {
			return size.Amount{}
		}
		return size.Of(bytes, size.Phone)
	}
	in := d.View().Plan.Inputs
	first := in.First()
	first.Next = known(n.Next)
	in.Plan, in.Used = known(n.Plan), known(n.Used)
	Must(d.Session.Count(in.SetFirst(first), nil))
}

// FillStorage makes a case of too little storage.
func FillStorage(d *desk.Desk) {
	Name(d)
	Must(d.Session.Say("Not Enough iCloud Storage"))
	d.Answer("back-up-switch", "on")
	Count(d, Numbers{5e9, 1.8e9, 4.1e9})
}

// PlanStorage makes a case in which each card of the storage pane has something to say.
func PlanStorage(d *desk.Desk) {
	FillStorage(d)
	in := d.View().Plan.Inputs.Clone()
	in.Upload, in.NewDevice, in.Copies = 6, storage.On, []string{"old-backups.2"}
	in.Devices[0].Says = storage.Description{
		Photos: 3000,
		Video:  []storage.Footage{{Mode: "4k30", Minutes: 12}},
	}
	in.Devices = append(in.Devices, storage.Device{
		Name: "Old iPad", Gone: true,
		Last: size.Of(0.9e9, size.Phone),
	})
	in = in.SetGrowth(size.Amount{Range: size.Between(0.2e9, 0.4e9, 0.6e9), From: size.Typed})
	Must(d.Session.Count(in, nil))
}

// AddHousehold makes the case of a family with several devices.
func AddHousehold(d *desk.Desk) {
	PlanStorage(d)
	in := d.View().Plan.Inputs.Clone()
	in.Plan, in.Used = size.Of(200e9, size.Phone), size.Of(171e9, size.Phone)
	in.NewDevice = storage.NotKnown
	in.Devices[0].PhotosSync, in.Devices[0].MessagesSync = storage.On, storage.On
	in.Devices[0].Last = size.Of(6.2e9, size.Phone)
	in.Cloud[storage.Photos] = size.Of(88e9, size.Phone)
	in.Cloud[storage.Drive] = size.Of(12.4e9, size.Phone)
	in.Devices = append(in.Devices, storage.Device{
		Name: "Kitchen iPad", Kind: "ipad", Backup: storage.On,
		Last: size.Of(3.1e9, size.Phone), Next: size.Of(0.4e9, size.Phone),
	})
	in.People = []storage.Person{
		{Name: "Ada", Used: size.Of(41e9, size.Typed), Adds: size.Of(2e9, size.Typed)},
		{Name: "Ben", Used: size.Amount{Range: size.Between(3e9, 4e9, 5e9), From: size.Typed}, Apart: true},
	}
	Must(d.Session.Count(in, nil))
}
