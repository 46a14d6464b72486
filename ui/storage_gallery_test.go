package ui

import (
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk"
	"backupdoctor/ui/desk/desktest"
	"backupdoctor/ui/form"
	"backupdoctor/ui/widgets"
)

// The cases of which pictures of the storage pane are drawn.
func spaced(w *Window)    { desktest.FillStorage(w.desk); w.desk.ShowTab(desk.TabStorage) }
func planned(w *Window)   { desktest.PlanStorage(w.desk); w.desk.ShowTab(desk.TabStorage) }
func household(w *Window) { desktest.AddHousehold(w.desk); w.desk.ShowTab(desk.TabStorage) }

// unfold opens the sections whose headings have these words.
func unfold(w *Window, headings ...string) {
	for _, words := range headings {
		desktest.Labelled[*widgets.Tick](w.storage.Object(), words).Tapped(nil)
	}
}

// nextBackup returns the entry for the size of the next backup, the one after the entry for what is used.
func nextBackup(w *Window) *form.Entry {
	c := w.window.Canvas()
	w.storage.FocusFirst(c)
	c.FocusNext()
	defer c.Unfocus()
	return c.Focused().(*form.Entry)
}

// absurd is a case with numbers that can't be right, and one that can't be read.
func absurd(w *Window) {
	spaced(w)
	desktest.Count(w.desk, desktest.Numbers{Plan: 7e9, Used: 90e12, Next: 4.1e9})
	nextBackup(w).SetText("minus four")
}

// downgraded is a case in which more is used than the plan has.
func downgraded(w *Window) {
	spaced(w)
	desktest.Count(w.desk, desktest.Numbers{Plan: 50e9, Used: 62.4e9, Next: 1.9e9})
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
		nextBackup(w).SetText("")
		unfold(w, w.desk.Text("storage-pane.cloud"), w.desk.Text("storage-pane.device", "Device", "iPhone"))
	}},
	{"storage-clean-up-light", 1180, 1250, false, 100, func(w *Window) {
		spaced(w)
		in := w.desk.View().Plan.Inputs.Clone()
		in.Cloud[storage.Photos] = size.Of(1.2e9, size.Phone)
		in.Devices = append(in.Devices, storage.Device{Name: "Old iPad", Gone: true, Last: size.Of(0.5e9, size.Phone)})
		desktest.Must(w.desk.Session.Count(in, nil))
		desktest.Press(w.storage.Object(), w.desk.Text("storage-pane.cleanup.how"))
	}},
	{"storage-family-light", 1600, 1100, false, 100, func(w *Window) {
		household(w)
		unfold(w, w.desk.Text("storage-pane.family"), "Ben")
	}},
	{"storage-devices-dark", 1600, 1100, true, 100, func(w *Window) {
		household(w)
		unfold(w, w.desk.Text("storage-pane.devices"), w.desk.Text("storage-pane.bundle"), "Kitchen iPad")
	}},
}
