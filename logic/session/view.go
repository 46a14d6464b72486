// Package session joins the knowledge base, the price list and a case into the one state that every view shows. Derive is a
// pure function of the case's events; Session keeps a case open, appends events and calls its listeners. Pages of the guide
// are built in session/guide, and values are put into words in session/phrase.
package session

import (
	"slices"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
)

// View is everything a view needs. It is derived afresh after every event and never changed.
type View struct {
	Case   casefile.Case // with facts in the header fields that the person left empty
	At     time.Time     // for which the view was derived
	Device apple.Device
	// Newer is set when the phone's system is newer than the newest that the screens are known for.
	Newer bool
	// Wordless is why the phone's own words are not shown although it is set to another language than English.
	Wordless Wordless

	Messages []Said // what the phone or the person says, oldest first
	Likely   []Likely
	Verdict  Verdict
	Finding  phrase.Finding // what is known about the cause, in words

	// Evidence is the case as the diagnosis core reads it.
	Evidence []diagnosis.Evidence
	// Checks are the checks with an answer, by id: what holds and who else says what.
	Checks map[string]casefile.Standing
	// Unclear are the checks, by id, whose answer the person denied by saying that a fix is so already.
	Unclear map[string]*knowledge.Fix
	// EvidenceCount is the number of answers, outcomes and messages that the beliefs rest on; evidence that says nothing
	// about the causes does not count.
	EvidenceCount int

	Groups         []Group // the checklist
	Checked, Total int     // checks with an answer, and all
	MinutesLeft    float64 // expected, with the best next step
	Options        []diagnosis.Option
	Gates          []diagnosis.GateState
	State          State
	Found          *Found         // what was changed, and against which cause; nil while nothing was changed
	SecondProblems []Problem      // when solved: what may keep the next backup from finishing
	Solved         bool           // State.Stage is StageSolved
	SolvedBy       *knowledge.Fix // State.Fix when solved
	Exhausted      bool           // handing over beats every step
	// Ahead is a change or a proof that lies in the future and counts for nothing; nil without one.
	Ahead *casefile.Event

	Market prices.Market
	Plan   *storage.Plan // all that follows from the numbers and the content; its Inputs are what was said

	Tried []Tried // fixes in the order in which they were tried

	failure *casefile.Observed // that the device's log told last; nil when a backup finished since
	order   []int              // of the events, by their times
	events  []int              // for each piece of evidence the index of its event
	speed   float64            // of the upload in Mbit/s, as it was measured; 0 for not
}

// Wordless says why the words of the phone's language can't be shown.
type Wordless string

// The reasons: none, no font on this computer has the letters, and the knowledge base has not got the words.
const (
	WordsShown   Wordless = ""
	WordsNoFont  Wordless = "no-font"
	WordsMissing Wordless = "missing"
)

// Next returns the step to take, and false when the trouble is over.
func (v *View) Next() (diagnosis.Option, bool) {
	if len(v.Options) == 0 {
		return diagnosis.Option{}, false
	}
	return v.Options[0], true
}

// ComputerBackup reports whether a backup of the device on a computer is confirmed.
func (v *View) ComputerBackup() bool {
	return slices.ContainsFunc(v.Gates, func(g diagnosis.GateState) bool { return g.ID == knowledge.BackupGate && g.Open })
}

// Said is what a person said is wrong. At most one of the pointers is set; without one nothing fits the text.
type Said struct {
	Message   *knowledge.Message
	Complaint *knowledge.Complaint
	Elsewhere *knowledge.Elsewhere // a kind of message that is not iCloud Backup's
	Text      string               // as typed or pasted; may be empty
}

// Likely is a cause with its probability and the evidence that moved it most, strongest first.
type Likely struct {
	Cause   *knowledge.Cause
	P       float64
	Reasons []Reason
}

// Strength puts a weight of evidence into words.
type Strength string

// The strengths: below 3 decibans, up to 10, and above (Good 1950, rounded).
const (
	Hint   Strength = "hint"
	Speaks Strength = "speaks"
	Strong Strength = "strong"
)

// Reason is a piece of evidence with what it says about a cause.
type Reason struct {
	Event    int // index in the case's events
	Decibans float64
	Strength Strength
	What     string // in the knowledge base's words
	Brief    string // the same for a narrow column
}

// Verdict says what kind of backup is stopped [A3].
type Verdict string

// The verdicts: only automatic backups, every backup, or not known yet.
const (
	VerdictOpen      Verdict = "open"
	VerdictAutomatic Verdict = "automatic"
	VerdictAny       Verdict = "any"
)

// Status is what a checklist row shows, as a word and an icon.
type Status string

// The statuses of a row, and of a group by its worst row.
const (
	StatusOpen     Status = "open"
	StatusNext     Status = "next"
	StatusFine     Status = "fine"
	StatusProblem  Status = "problem"
	StatusNoted    Status = "noted"
	StatusCantTell Status = "cant-tell"
	StatusLater    Status = "later"
	StatusWaiting  Status = "waiting" // put right, and the proof is awaited
	StatusDone     Status = "done"    // a fix that was tried without a clear result
)

// Group is a heading of the checklist with its rows.
type Group struct {
	ID, Title string
	Worst     Status
	Rows      []Row
}

// Row is one line of the checklist.
type Row struct {
	Kind    diagnosis.StepKind // check or fix
	ID      string
	Title   string // what the row is about, never a state
	Status  Status
	Word    string // the fact: what was answered, counted or done; empty while the row is open, put off or a fix that waits
	Minutes float64
	Next    bool            // the recommended step
	Why     string          // why it is worth doing now; only for the recommended step
	Source  casefile.Source // who answered; empty when open
	Time    time.Time       // when it was answered, or last read; zero when open
	// Contradicted is set when somebody else gives another answer; Word then says so.
	Contradicted bool
}

// Tried is a fix with what came of it.
type Tried struct {
	Fix     *knowledge.Fix
	Outcome casefile.Outcome
	Time    time.Time
}
