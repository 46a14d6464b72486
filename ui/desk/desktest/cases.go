package desktest

import (
	"backupdoctor/logic/casefile"
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
