// Package evidence asks machines what the person need not be asked. A source reads facts of one kind, such as Apple's status
// page; a Board looks with several sources at once and tells how each is doing.
//
// A source knows no window and no case: it hands a casefile.Reading on. Sources live in packages below this one. They are the
// only packages that open sockets, and a source that is off opens none.
package evidence

import (
	"context"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/words"
)

// About is what a source may know of the case.
type About struct {
	Country string // two letters, empty when not known: which of Apple's feeds to read
	Fresh   bool   // a person asked for this look: take nothing that was kept
	// Progress takes how far the look is, from 0 to 1; nil when nobody wants to know. It may be called from any goroutine.
	Progress func(share float64)
}

// Source reads facts of one kind.
type Source interface {
	// ID names the source in settings, commands and texts, in lower-case words joined by -.
	ID() string
	// Limit is how long one look may take; a look that takes longer is left alone and counts as failed.
	Limit() time.Duration
	// Look reads once. It returns soon after ctx ends. It may run in several goroutines at a time.
	Look(ctx context.Context, about About) Report
}

// Noticing is a source that notices by itself when another look may read something else.
type Noticing interface {
	// Notice calls changed each time, in some goroutine, and returns when ctx ends.
	Notice(ctx context.Context, changed func())
}

// Costly is a Source whose look takes something that people may have to pay for. It is asked only by its name, after the person
// was told the price.
type Costly interface {
	Source
	// Cost says what one look takes, such as the data that are sent.
	Cost() words.Sentence
}

// Discloser is a Source that says what it asks of whom, for people who want to know before.
type Discloser interface {
	Source
	// Discloses says which machines are asked, when, and what they are told.
	Discloses() words.Sentence
}

// Describer is a source that lists what its machine has, by names and types and without values: for a person who reports that a
// machine differs from what the source knows.
type Describer interface {
	Source
	Describe(ctx context.Context) []Exchange
}

// State says how a source is doing.
type State int

// The states.
const (
	Off     State = iota // the person does not want it; nothing is opened
	Idle                 // on, and never looked
	Looking              // a look is under way
	Found                // the last look read something
	Needs                // the person has to do something first
	Failed               // the last look read nothing
)

var stateNames = [...]string{"off", "idle", "looking", "found", "needs", "failed"}

// Name is the word for the state in data for other programs and in translation keys.
func (s State) Name() string { return stateNames[s] }

// Report is what a source tells after one look.
type Report struct {
	State   State            // Found, Needs or Failed
	Trouble bool             // what was found may be why the backup fails
	Brief   words.Sentence   // the result in a few words
	What    words.Sentence   // what was found, what the person has to do, or why nothing was read
	More    []words.Sentence // what else was seen, in the order of weight
	// Reading has the facts; empty when there are none. A failure has none: what can't be read is not known. A source that needs
	// something first may have read a part.
	Reading casefile.Reading
	// Asks says that the facts hold only if the person agrees, and what is asked: "Is the iPhone on this Wi-Fi?". Empty for
	// facts that hold by themselves.
	Asks  words.Sentence
	Page  string     // an address for people who want to see for themselves; empty for none
	Asked []Exchange // what was asked of whom, for people who look for the reason of a failure
}

// Exchange is one question to a machine and its answer, without anything personal.
type Exchange struct {
	Asked    string // such as "GET https://www.apple.com/…"
	Answered string // such as "200, 4512 bytes" or the error
	Took     time.Duration
}

// Status is how a source is doing, as a front end shows it.
type Status struct {
	ID       string
	State    State
	Privacy  words.Sentence // what is asked of whom
	Cost     words.Sentence // what one look takes; empty for nothing
	Progress float64        // of the look that is under way, 0 to 1; 0 for a source that does not tell
	At       time.Time      // when the last look ended; zero before the first
	Report   Report         // of the last look, also while another one is under way
	// Watching is since when the source watches; zero while it does not.
	Watching time.Time
}

// Failure is the report of a look that read nothing.
func Failure(why words.Sentence, asked ...Exchange) Report {
	return Report{State: Failed, What: why, Asked: asked}
}

// Moment is a time in a sentence; it is told by the clock of the computer.
type Moment time.Time

// Tell implements words.Teller.
func (m Moment) Tell(c *words.Catalog) string { return c.Time(time.Time(m).Local()) }

// Figure is a number in a sentence, with one decimal below 10.
type Figure float64

// Tell implements words.Teller.
func (f Figure) Tell(c *words.Catalog) string {
	if f < 10 {
		return c.Number(float64(f), 1)
	}
	return c.Number(float64(f), 0)
}
