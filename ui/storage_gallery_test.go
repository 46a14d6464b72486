package ui

import (
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/widgets"
)

// spaced is a case of too little storage.
func spaced(w *Window) {
	named(w)
	desktest.Must(w.desk.Session.Say("Not Enough iCloud Storage"))
	w.desk.Answer("back-up-switch", "on")
	count(w, read{5e9, 1.8e9, 4.1e9})
	w.desk.ShowTab(desk.TabStorage)
}

// planned is a case in which the planner has something to say in each of its cards.
func planned(w *Window) {
	spaced(w)
	in := w.desk.View().Plan.Inputs.Clone()
	in.Upload, in.NewDevice, in.Copies = 6, storage.On, []string{"old-backups.2"}
	in.Devices[0].Says = storage.Description{Photos: 3000, Video: []storage.Footage{{Mode: "4k30", Minutes: 12}}}
	in.Devices = append(in.Devices, storage.Device{Name: "Old iPad", Gone: true, Last: storage.Of(0.9e9, storage.Phone)})
	in = in.SetGrowth(storage.Amount{Range: storage.Between(0.2e9, 0.4e9, 0.6e9), From: storage.Typed})
	desktest.Must(w.desk.Session.Count(in, nil))
}

// unfolded opens some of the sections that the planner keeps closed.
func unfolded(folds ...*widgets.Fold) {
	for _, f := range folds {
		f.Head().Tapped(nil)
	}
}

// household is a family with several devices.
func household(w *Window) {
	planned(w)
	in := w.desk.View().Plan.Inputs.Clone()
	in.Plan, in.Used, in.NewDevice = storage.Of(200e9, storage.Phone), storage.Of(171e9, storage.Phone), storage.NotKnown
	in.Devices[0].PhotosSync, in.Devices[0].MessagesSync, in.Devices[0].Last = storage.On, storage.On, storage.Of(6.2e9, storage.Phone)
	in.Cloud[storage.Photos], in.Cloud[storage.Drive] = storage.Of(88e9, storage.Phone), storage.Of(12.4e9, storage.Phone)
	in.Devices = append(in.Devices, storage.Device{Name: "Kitchen iPad", Kind: "ipad", Backup: storage.On, Last: storage.Of(3.1e9, storage.Phone), Next: storage.Of(0.4e9, storage.Phone)})
	in.People = []storage.Person{
		{Name: "Ada", Used: storage.Of(41e9, storage.Typed), Adds: storage.Of(2e9, storage.Typed)},
		{Name: "Ben", Used: storage.Amount{Range: storage.Between(3e9, 4e9, 5e9), From: storage.Typed}, Apart: true},
	}
	desktest.Must(w.desk.Session.Count(in, nil))
}

// absurd is a case with numbers that can't be right, and one that can't be read.
func absurd(w *Window) {
	spaced(w)
	count(w, read{7e9, 90e12, 4.1e9})
	w.storage.fields.next.entry.SetText("minus four")
}

// downgraded is a case in which more is used than the plan has.
func downgraded(w *Window) {
	spaced(w)
	count(w, read{50e9, 62.4e9, 1.9e9})
}

var storageGallery = []picture{
	{"storage-light", 1180, 760, false, 100, spaced},
	{"storage-dark", 1180, 760, true, 100, spaced},
	{"storage-narrow", 600, 800, false, 100, spaced},
	{"storage-wide", 1920, 1080, false, 100, planned},
	{"storage-empty", 1180, 760, false, 100, func(w *Window) { w.desk.ShowTab(desk.TabStorage) }},
	{"storage-absurd", 900, 600, false, 100, absurd},
	{"storage-downgraded", 900, 600, true, 100, downgraded},
	{"storage-large-text", 1180, 900, false, 150, spaced},
	{"storage-plan-light", 1180, 1500, false, 100, planned},
	{"storage-plan-dark", 1180, 1500, true, 100, planned},
	{"storage-plan-narrow", 480, 1700, false, 100, planned},
	{"storage-estimate-light", 1600, 1100, false, 100, func(w *Window) {
		planned(w)
		w.storage.fields.next.entry.SetText("")
		unfolded(w.storage.cloud.fold, w.storage.says.fold)
	}},
	{"storage-clean-up-light", 1180, 1250, false, 100, func(w *Window) {
		spaced(w)
		in := w.desk.View().Plan.Inputs.Clone()
		in.Cloud[storage.Photos] = storage.Of(1.2e9, storage.Phone)
		in.Devices = append(in.Devices, storage.Device{Name: "Old iPad", Gone: true, Last: storage.Of(0.5e9, storage.Phone)})
		desktest.Must(w.desk.Session.Count(in, nil))
		w.storage.cleanUp.rows["old-backups.2"].link.Tapped(nil)
	}},
	{"storage-family-light", 1600, 1100, false, 100, func(w *Window) {
		household(w)
		unfolded(w.storage.family.fold)
		unfolded(w.storage.family.blocks[1].fold)
	}},
	{"storage-devices-dark", 1600, 1100, true, 100, func(w *Window) {
		household(w)
		unfolded(w.storage.devices.fold, w.storage.bundle.fold)
		unfolded(w.storage.devices.blocks[1].fold)
	}},
}
