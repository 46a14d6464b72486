package phone

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/size"
	"backupdoctor/logic/words"
)

// needs are the faults that their owner can remove; each has a text with what to do.
var needs = []Kind{
	NoService, NotAttached, Several, OnWiFi, Locked, NotTrusted, TrustAsked, TrustDenied, TrustRemoved,
	NotByWiFi, Managed,
}

// explain puts a fault into a report: what the person has to do, or why nothing was read.
func (s *Source) explain(f *Fault, label string) evidence.Report {
	if !slices.Contains(needs, f.Kind) {
		return evidence.Failure(words.Say("evidence.phone.unread", "Device", label, "Error", f))
	}
	name := string(f.Kind)
	what := name
	if f.Kind == NoService && s.system() == "linux" { // there usbmuxd begins when a phone is plugged in
		name = string(NotAttached)
	}
	if f.Kind == NoService || f.Kind == NotTrusted || f.Kind == TrustRemoved {
		what += "." + s.system()
	}
	return evidence.Report{
		State: evidence.Needs, Brief: words.Say("evidence.phone.brief."+name, "Device", label),
		What: words.Say("evidence.phone.needs."+what, "Device", label),
	}
}

// system is the system of this computer as texts know it.
func (s *Source) system() string {
	switch s.System {
	case "darwin", "windows":
		return s.System
	}
	return "linux"
}

// label names the device in texts: by its model, or else by its kind.
func (d *Device) label() string { return cmp.Or(apple.Model(d.Product), d.kindName()) }

// kindName is iPhone or iPad; an iPhone for a device that did not say what it is.
func (d *Device) kindName() string { return apple.Device{Kind: cmp.Or(d.Kind, apple.IPhone)}.Name() }

// whose asks whether the device is that of the case.
func (d *Device) whose() words.Sentence {
	return words.Say("evidence.phone.whose", "Device", d.label())
}

// tell puts what was read into words: the most important first.
func (d *Device) tell() evidence.Report {
	r := evidence.Report{State: evidence.Found, Trouble: d.isTrouble()}
	brief := func(key string, values ...any) {
		if r.Brief.IsZero() {
			r.Brief = words.Say(key, append(values, "Device", d.kindName())...)
		}
	}
	var all []words.Sentence
	say := func(key string, values ...any) {
		all = append(all, words.Say(key, append(values, "Device", d.kindName())...))
	}
	if d.BackupOn != nil && !*d.BackupOn {
		brief("evidence.phone.brief.off")
		say("evidence.phone.off")
	}
	switch {
	case !d.LastBackup.IsZero():
		brief("evidence.phone.brief.last", "Day", day(d.LastBackup))
		say("evidence.phone.last", "Time", evidence.Moment(d.LastBackup))
	case d.NoBackup:
		brief("evidence.phone.brief.no-date")
		say("evidence.phone.no-date")
	}
	if d.BackupOn != nil && *d.BackupOn {
		say("evidence.phone.on")
	}
	if d.Free != nil {
		say("evidence.phone.free", "Size", amount(*d.Free))
	}
	if d.Skew != nil && d.Skew.Abs() > clockOff {
		say("evidence.phone.clock", "Minutes", minutes(d.Skew.Abs()))
	}
	switch {
	case d.Chaperone != nil && *d.Chaperone:
		say("evidence.phone.supervised")
	case d.Profiles != nil && *d.Profiles > 0:
		say("evidence.phone.profiles", "Count", *d.Profiles)
	}
	brief("evidence.phone.brief.read")
	say("evidence.phone.model", "Model", d.label(), "Version", systemName(d)+" "+d.Version)
	if d.Wireless {
		say("evidence.phone.wireless")
	}
	r.What, r.More = all[0], all[1:]
	return r
}

// isTrouble reports whether something that was read may be why no backup finishes.
func (d *Device) isTrouble() bool {
	bad := []string{switchOff, lastNever, spaceLittle, managedByOrg, clockWrong, systemTooOld}
	return slices.ContainsFunc(d.facts(), func(o casefile.Observed) bool {
		return slices.Contains(bad, o.Answer)
	}) || !d.LastBackup.IsZero() && d.Read.Sub(d.LastBackup) >= week
}

// week is the age from which the check calls the last backup a problem.
const week = 7 * 24 * time.Hour

func systemName(d *Device) string {
	return apple.Device{Kind: cmp.Or(d.Kind, apple.IPhone)}.System()
}

// amount is a size in bytes in a sentence.
type amount int64

// Tell implements words.Teller.
func (a amount) Tell(c *words.Catalog) string { return size.Format(int64(a), c.Locale()) }

// minutes is a length of time in a sentence.
type minutes time.Duration

// Tell implements words.Teller.
func (m minutes) Tell(c *words.Catalog) string { return c.Minutes(time.Duration(m).Minutes()) }

// day is a date in a sentence, by the clock of this computer.
type day time.Time

// Tell implements words.Teller.
func (d day) Tell(c *words.Catalog) string { return c.Day(time.Time(d).Local()) }

// caseLanguage is the language as a case calls it: the region matters only where the words of a phone differ
// by it.
func (d *Device) caseLanguage() string {
	language := strings.ReplaceAll(d.Language, "_", "-")
	if language == "zh-Hans" && d.Region == "CN" {
		return "zh-Hans-CN"
	}
	return language
}
