// Package casefile keeps a case: the list of events that everything else is derived from. It reads and writes the case's
// TOML file so that no event is lost, whatever happens to the program or the machine.
package casefile

import (
	"time"

	"backupdoctor/logic/knowledge"
)

// Case is one device with its trouble: a short header and the events in their order.
type Case struct {
	Name    string // as the person calls it: "Grandma's iPhone"
	Device  string // knowledge.IPhone or knowledge.IPad
	Model   string // free text: "iPhone 13"; may be empty
	Version string // "18.4"; may be empty
	Country string // ISO 3166 code in lower case, in older cases the id of a market; may be empty
	// Language is the language that the phone is set to: id of a knowledge.Language, empty for American English.
	Language string
	Created  time.Time // UTC
	Events   []Event
}

// Target is the device that texts and routes of this case are for. A version that can't be read counts as unknown.
func (c *Case) Target() knowledge.Device {
	v, err := knowledge.ParseVersion(c.Version)
	if err != nil {
		v = knowledge.Version{}
	}
	return knowledge.Device{
		Kind: c.Device, Version: v, Language: c.Language,
		HomeButton: knowledge.HasHomeButton(c.Device, c.Model), Unlock: knowledge.UnlockOf(c.Device, c.Model),
	}
}

// Source says who an event comes from.
type Source string

// The sources of events.
const (
	FromPerson  Source = "person"
	FromPhone   Source = "phone"
	FromStatus  Source = "status"
	FromNetwork Source = "network"
	FromBackup  Source = "backup"
	FromStorage Source = "storage"
)

// Kind says what happened.
type Kind string

// The kinds of event.
const (
	KindAnswer  Kind = "answer"
	KindFix     Kind = "fix"
	KindMessage Kind = "message"
	KindConfirm Kind = "confirm"
	KindStorage Kind = "storage"
)

// The two answers that every check accepts beside its own.
const (
	CantTell = "cant-tell" // the person looked and can't say
	NotNow   = "not-now"   // skipped for the moment
)

// Outcome is what came of a fix.
type Outcome string

// The outcomes of a fix.
const (
	Worked   Outcome = "worked"
	Failed   Outcome = "failed"
	Unsure   Outcome = "unsure"
	Declined Outcome = "declined"
	NotFound Outcome = "not-found" // not tried, because the phone does not show what the step speaks of
)

// Event is one thing that was answered, tried, found or confirmed. Only the fields of its kind are set.
type Event struct {
	Time   time.Time
	Source Source
	Kind   Kind

	Check  string // answer: id of the check
	Answer string // answer: id of the answer, CantTell or NotNow

	Fix     string // fix: id of the fix
	Outcome Outcome

	Message string // message: id of a known message, or empty
	Text    string // message: what the phone says, as typed or pasted

	Gate string // confirm: id of the gate

	Storage Storage // storage: the numbers
}

// Storage is what the phone shows about iCloud space. All sizes are bytes with 1 GB = 10^9 bytes; negative means not known.
type Storage struct {
	Plan int64 // size of the plan
	Used int64 // used of it
	Next int64 // Next Backup Size

	// Content is what else is known about the content of iCloud and of the devices, one fact a line, as the storage planner
	// writes it; mostly empty.
	Content string
}
