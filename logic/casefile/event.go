// Package casefile keeps a case: the list of events that everything else is derived from. It reads and writes
// the case's TOML file so that no event is lost, whatever happens to the program or the machine, and it holds
// the rule by which what a person says and what a machine reads go together (Weigh).
//
// A case changes only through File. Case and Event are values; nobody but File should change those that it
// hands out.
package casefile

import (
	"slices"
	"strconv"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/storage"
)

// Case is one device with its trouble: a short header and the events in their order.
type Case struct {
	Name    string // as the person calls it: "Grandma's iPhone"
	Device  string // apple.IPhone or apple.IPad
	Model   string // free text: "iPhone 13"; may be empty
	Version string // "18.4"; may be empty
	Country string // ISO 3166 code in lower case, in older cases the id of a market; may be empty
	// Language is the language that the phone is set to: id of a screens.Language, empty for American English.
	Language string
	// DeviceID is the salted hash of the device that facts came from; empty before the first one. See
	// File.Observe.
	DeviceID string
	Created  time.Time // UTC
	Events   []Event
}

// Target is the device that texts and routes of this case are for. A version that can't be read counts as
// unknown.
func (c *Case) Target() apple.Device {
	v, err := apple.ParseVersion(c.Version)
	if err != nil {
		v = apple.Version{}
	}
	return apple.Of(c.Device, c.Model, v, c.Language)
}

// Source says who an event comes from.
type Source string

// The sources of events. Observations come from machines: FromPhone, FromStatus, FromNetwork and FromBackup.
// Each source has texts with the keys source.…, report.source.…, fact.says.… and fact.short.…, and each machine
// one with the key fact.from.… too.
const (
	FromPerson  Source = "person"
	FromPhone   Source = "phone"
	FromStatus  Source = "status"
	FromNetwork Source = "network"
	FromBackup  Source = "backup"
	FromStorage Source = "storage"
)

// Event is one thing that was answered, tried, said, confirmed, counted, observed or proved.
type Event struct {
	Time   time.Time // UTC; of an observation when the fact was first read so
	Source Source
	What   What
}

// What is the content of an event: Answered, Tried, Said, Confirmed, Counted, Observed or Proved, each as a
// value, not a pointer.
type What interface {
	kind() kind
}

// kind is the word for a type of event in a case's file.
type kind string

const (
	kindAnswer      kind = "answer"
	kindFix         kind = "fix"
	kindMessage     kind = "message"
	kindConfirm     kind = "confirm"
	kindStorage     kind = "storage"
	kindObservation kind = "observation"
	kindProof       kind = "proof"
)

// Answered is a person's answer to a check.
type Answered struct {
	Check  string // id
	Answer string // id of an answer of the check, CantTell or NotNow
}

// The two answers that every check accepts beside its own.
const (
	CantTell = "cant-tell" // the person looked and can't say
	NotNow   = "not-now"   // skipped for the moment
)

// Tried is a fix with its outcome.
type Tried struct {
	Fix     string // id
	Outcome Outcome
}

// Outcome is the result of a fix.
type Outcome string

// The outcomes of a fix.
const (
	Done     Outcome = "done"   // changed; whether a backup finishes since is told by a Proved
	Failed   Outcome = "failed" // changed, and still no backup finishes
	Unsure   Outcome = "unsure" // not sure yet
	Declined Outcome = "declined"
	Already  Outcome = "already"   // not tried, because there is nothing to do: it is as the step would make it
	NotFound Outcome = "not-found" // not tried, because the phone does not show the row or button of the step
)

// IsDone reports whether the fix was carried out, so that earlier answers may no longer be true.
func (t Tried) IsDone() bool { return t.Outcome == Done || t.Outcome == Failed || t.Outcome == Unsure }

// Proved tells how a backup ended, as somebody saw it on the device.
type Proved struct {
	Seen   Seen
	Backup time.Time // UTC, when the backup that was seen finished; zero when not told
}

// Seen is what stands below Back Up Now.
type Seen string

// The things seen.
const (
	SeenFinished Seen = "finished" // a backup finished: the trouble is over
	SeenRunning  Seen = "running"  // a backup is running
	SeenError    Seen = "error"    // a backup failed
	SeenOldDate  Seen = "old-date" // no backup since the last one that was known
	SeenStopped  Seen = "stopped"  // after a finished one, backups stopped again
)

// Said is what a person said is wrong: a message that the phone shows, or a complaint. At most one of the ids is set, and a
// Said without an id has a text.
type Said struct {
	Message   string // id of a known message
	Complaint string // id of a complaint
	Elsewhere string // id of a kind of message that is not iCloud Backup's
	Text      string // as typed or pasted
	Unknown   bool   // the person says that the text is not what it looks like: nothing known, or what the id says
}

// Confirmed opens a gate.
type Confirmed struct {
	Gate string // id of a gate, or lossPrefix and the id of a fix
}

// Counted is what a person told the storage planner, all of it: a later Counted takes the place of an earlier
// one.
type Counted struct {
	Inputs storage.Inputs
}

// Observed is a fact that a machine read. It answers a check, or states a fact by name, such as FactVersion.
type Observed struct {
	Check  string // id of a check; empty for a named fact
	Fact   string // name of a fact; empty for a check
	Answer string // id of an answer of the check; empty for none, or when it follows from the age of Value

	Value string    // as read, at most 200 bytes: "true", or a moment in RFC 3339; may be empty
	At    time.Time // UTC, when it was so on the device, as a log tells; zero for the time of Read
	Read  time.Time // UTC, when it was last read so; not before the event's Time
	How   How
}

// Failure is the number of the error of a FactFailure.
func (o Observed) Failure() (number int, ok bool) {
	if o.Fact != FactFailure {
		return 0, false
	}
	number, err := strconv.Atoi(o.Value)
	return number, err == nil
}

// Moment is the value when it is a moment, such as that of the last backup.
func (o Observed) Moment() (time.Time, bool) { return readTime(o.Value) }

// FactFailure is a backup to iCloud that failed at Observed.At, as the log of the device tells. Its Value is the number of the
// error in MBErrorDomain.
const FactFailure = "failure"

// The facts that fill an empty header field of a case.
const (
	FactModel    = "model"    // as in Case.Model
	FactVersion  = "version"  // as in Case.Version
	FactCountry  = "country"  // as in Case.Country
	FactLanguage = "language" // as in Case.Language
)

// How says how a fact is known.
type How string

// The ways in which facts become known.
const (
	howRead      How = "read"      // read from the device or its backup
	HowMeasured  How = "measured"  // measured here, such as the upload speed
	HowPublished How = "published" // published by Apple
)

func (Answered) kind() kind  { return kindAnswer }
func (Tried) kind() kind     { return kindFix }
func (Said) kind() kind      { return kindMessage }
func (Confirmed) kind() kind { return kindConfirm }
func (Counted) kind() kind   { return kindStorage }
func (Observed) kind() kind  { return kindObservation }
func (Proved) kind() kind    { return kindProof }

// IsFact reports whether a machine read the event.
func (e Event) IsFact() bool {
	_, ok := e.What.(Observed)
	return ok
}

// LatestCounted is the index of the Counted whose inputs hold, the latest in time; -1 without one.
func (c *Case) LatestCounted(now time.Time) int {
	latest := -1
	var at, last time.Time
	for i := range c.Events {
		last = c.Events[i].placed(last, now)
		if _, ok := c.Events[i].What.(Counted); ok && !last.Before(at) {
			latest, at = i, last
		}
	}
	return latest
}

// countedInOrder are the indexes of the Counted in the order of their times.
func (c *Case) countedInOrder(now time.Time) []int {
	return slices.DeleteFunc(c.InOrder(now), func(i int) bool {
		_, ok := c.Events[i].What.(Counted)
		return !ok
	})
}

// clocksDiffer is how far two clocks that are right may lie apart.
const clocksDiffer = time.Hour

// IsAhead reports whether the event, or the backup that it tells of, lies in the future: a clock was wrong, or
// somebody mistyped.
func (e *Event) IsAhead(now time.Time) bool {
	at := e.Time
	if p, ok := e.What.(Proved); ok && p.Backup.After(at) {
		at = p.Backup
	}
	return at.Sub(now) > clocksDiffer
}

// InOrder returns the indexes of the events in the order of their times; equal times keep the order of the
// file. An event without a time, or one that IsAhead, stays behind the one before it in the file.
func (c *Case) InOrder(now time.Time) []int {
	times := c.times(now)
	order := make([]int, len(times))
	for i := range order {
		order[i] = i
	}
	if byTime := func(a, b int) int { return times[a].Compare(times[b]) }; !slices.IsSortedFunc(order, byTime) {
		slices.SortStableFunc(order, byTime)
	}
	return order
}

// times are the times by which events are ordered.
func (c *Case) times(now time.Time) []time.Time {
	times := make([]time.Time, len(c.Events))
	var last time.Time
	for i := range c.Events {
		last = c.Events[i].placed(last, now)
		times[i] = last
	}
	return times
}

// placed is the time by which the event is ordered; last is that of the event before it in the file.
func (e *Event) placed(last, now time.Time) time.Time {
	if e.Time.IsZero() || e.IsAhead(now) {
		return last
	}
	return e.Time
}
