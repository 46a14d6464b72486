// Package knowledge holds what the program knows about iCloud Backup: causes, checks, fixes, messages, gates
// and the graph of Settings screens, read strictly from TOML files, and answers what a device shows and says.
// Package lint proves that a base hangs together, package match recognizes messages. A new kind of entry is a
// type in types.go or step.go, a list in Base and in contents (load.go), and rules in lint.
package knowledge

import (
	"io/fs"
	"sync"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
)

// Base is a loaded knowledge base. It is never changed after loading and safe for concurrent use. A Base
// built by code works too; it must be complete before its first method is called, and is not copied.
type Base struct {
	Meta        Meta
	Groups      []Group
	Causes      []Cause
	Checks      []Check
	Fixes       []Fix
	Gates       []Gate
	Messages    []Message
	Complaints  []Complaint // in the order of the first page
	Elsewheres  []Elsewhere
	Screens     []screens.Screen
	Routes      []screens.Route
	Sources     []Source
	Together    []Together
	SampleCases []SampleCase
	Measured    Measured

	Contradictions []Contradiction
	Codes          []Code

	Languages []screens.Language // of phones, beside American English

	Files int // how many were read, without those of the languages

	once  sync.Once
	index *index // built at the first look-up

	source       fs.FS // where the words of the languages lie; nil for a base built by code
	dir          string
	reading      sync.Mutex
	dictionaries map[string]*dictionary
}

// Meta describes the base as a whole.
type Meta struct {
	Version        string   `toml:"version"`         // date of the edition, 2026-11-23
	Language       string   `toml:"language"`        // BCP 47 tag of the texts
	ServiceMinutes float64  `toml:"service_minutes"` // cost of contacting Apple Support, in minutes
	WaitWeight     float64  `toml:"wait_weight"`     // minutes that a minute of unattended waiting counts as, 0 to 1
	DollarMinutes  float64  `toml:"dollar_minutes"`  // cost of a US dollar, in minutes
	Versions       []string `toml:"versions"`        // system versions with a proven graph, oldest first
	Unseen         []string `toml:"unseen"`          // those of them whose pages are taken from the one before
	Why            string   `toml:"why"`             // where these numbers come from

	At tomlfile.Place
}

// Group is a heading of the checklist, in the article's order.
type Group struct {
	ID    string `toml:"id"`
	Title string `toml:"title"`

	At tomlfile.Place
}

// Stops tells which kind of backup a cause prevents.
type Stops string

// The kinds of backup that a cause can stop [A3]: only the nightly one, every one, or none (it slows or loses
// one).
const (
	StopsAutomatic Stops = "automatic"
	StopsAny       Stops = "any"
	StopsNone      Stops = "none"
)

// OtherCause is the id of the hypothesis for all causes that are not listed.
const OtherCause = "something-else"

// Cause is one reason why no backup is made.
type Cause struct {
	ID      string   `toml:"id"`
	Ref     string   `toml:"ref"` // C01 to C32; empty only for something-else
	Group   string   `toml:"group"`
	Title   string   `toml:"title"`   // short, as a finding: "iCloud Backup is off"
	Was     string   `toml:"was"`     // the title once it was put right: "iCloud Backup was off"; only OtherCause needs none
	Summary string   `toml:"summary"` // one or two sentences for the owner
	Stops   Stops    `toml:"stops"`
	Prior   float64  `toml:"prior"`     // weight against the other causes, > 0; 0 only when NotTheReason
	Why     string   `toml:"prior_why"` // reason or source of the prior, with its grade
	Sources []string `toml:"sources"`

	// NotTheReason marks a cause that people blame wrongly (C24). The program explains and never believes the
	// cause.
	NotTheReason bool `toml:"not_the_reason"`
	// Disputed marks a cause without a reliable source (C08): offered, never named as the verdict.
	Disputed bool `toml:"disputed"`
	// Unfixable marks causes that only waiting or somebody else can end; they need no fix.
	Unfixable  bool `toml:"unfixable"`
	apple.When      // the devices that can have the cause

	At tomlfile.Place
}

// Localised is a message as phones in another language show it.
type Localised struct {
	Lang   string `toml:"lang"`
	Text   string `toml:"text"`
	Grade  string `toml:"grade"`
	Source string `toml:"source"` // address of the page, for a text that none of the message's sources has
}

// Message is something the phone says.
type Message struct {
	ID         string      `toml:"id"`
	Ref        string      `toml:"ref"` // MSG01 to MSG26
	Text       string      `toml:"text"`
	Exact      string      `toml:"exact"` // "yes", "close" or "memory"
	Forms      []string    `toml:"forms"` // other wordings, also short unmistakable parts of it
	Localised  []Localised `toml:"localised"`
	Where      string      `toml:"where"` // where on the phone it stands
	Means      string      `toml:"means"` // for the owner, one or two sentences
	NotFault   bool        `toml:"not_a_fault"`
	Heading    bool        `toml:"heading"` // what else a text says is meant before it
	Space      bool        `toml:"space"`   // it says that iCloud is full, which the numbers of a case may tell better
	Base       Chance      `toml:"base"`    // P(message | cause) for causes without a row
	Given      []CauseRow  `toml:"given"`
	Why        string      `toml:"why"` // where the numbers come from
	Sources    []string    `toml:"sources"`
	Codes      []int       `toml:"codes"` // codes of MBErrorDomain in the phone's log that lead to this message
	apple.When             // the devices that can show it; others do not list it

	At tomlfile.Place
}

// Code is an error in the log that the phone keeps of its backups, by its number in MBErrorDomain. Messages say
// which of them leads to which text in Settings.
type Code struct {
	Number  int               `toml:"number"`
	Means   string            `toml:"means"`    // one sentence for the owner
	Says    map[string]string `toml:"says"`     // answers that follow from the number, by id of the check
	Waits   bool              `toml:"waits"`    // the phone tries again by itself
	NoFault bool              `toml:"no_fault"` // no backup failed: it was canceled or put off

	At tomlfile.Place
}

// Complaint is a trouble in a person's own words, as the first page offers it.
type Complaint struct {
	ID    string `toml:"id"`
	Ref   string `toml:"ref"`   // SAY01 to SAY08
	Title string `toml:"title"` // as the person says it: "It hasn't been backed up in weeks"
	Line  string `toml:"line"`  // below the title, one short line
	Short string `toml:"short"` // for a narrow place, such as the header
	Icon  string `toml:"icon"`  // name of the icon beside the title
	// Words are what people type for it, by language: "en" or the id of a Language.
	Words map[string][]string `toml:"words"`
	// Messages are ids of messages that tell the same: with one of them the complaint is no evidence of its own.
	Messages []string `toml:"messages"`
	// MessageShown says that the phone shows a message, whichever.
	MessageShown bool       `toml:"message_shown"`
	Base         Chance     `toml:"base"` // P(complaint | cause) for causes without a row
	Given        []CauseRow `toml:"given"`
	Why          string     `toml:"why"` // where the numbers come from

	At tomlfile.Place
}

// Elsewhere is a kind of message that looks like one of iCloud Backup and belongs to something else: a mail of a fraud,
// an app's own backup, a backup on a computer.
type Elsewhere struct {
	ID    string              `toml:"id"`
	Title string              `toml:"title"` // says what it is: "This is not from Apple"
	Text  string              `toml:"text"`  // one or two sentences
	Do    []string            `toml:"do"`    // the safe things to do, each a sentence
	Fraud bool                `toml:"fraud"` // warned of wherever it is shown
	Words map[string][]string `toml:"words"` // wordings by language, like those of a Complaint
	Codes []int               `toml:"codes"` // codes of MBErrorDomain
	Baits []string            `toml:"baits"` // beginnings of words that make a fraud of a text with a stranger's link
	// NotWith are words beside which a text is not meant, such as iPhone where it is about other devices.
	NotWith []string `toml:"not_with"`
	Why     string   `toml:"why"` // where the wordings come from

	At tomlfile.Place
}

// Source is where a fact comes from.
type Source struct {
	ID      string `toml:"id"`
	Grade   string `toml:"grade"`
	Title   string `toml:"title"`
	Address string `toml:"address"`
	Date    string `toml:"date"`

	At tomlfile.Place
}

// Together names causes that often come in pairs: each pair of them can be the reason, and both must be
// mended.
type Together struct {
	Causes []string `toml:"causes"` // at least two
	Share  float64  `toml:"share"`  // of all devices in trouble that have such a pair, above 0 and at most 0.3
	Why    string   `toml:"why"`

	At tomlfile.Place
}

// SampleCase is an invented case that the base must handle well: facts about a device, the causes that must
// then be likely, and the steps that must or must not come next.
type SampleCase struct {
	ID         string            `toml:"id"`
	Why        string            `toml:"why"`       // lesson of the case
	Device     string            `toml:"device"`    // "iphone" or "ipad"; empty means an iPhone
	Version    string            `toml:"version"`   // empty means not known
	Message    string            `toml:"message"`   // id of the message on the phone
	Complaint  string            `toml:"complaint"` // id of the complaint that it begins with
	Answers    map[string]string `toml:"answers"`   // by check: id of an answer, or cant-tell
	Done       []string          `toml:"done"`      // fixes that did not help
	Confirmed  []string          `toml:"confirmed"`
	Truth      []string          `toml:"truth"`       // causes that are the reason; one of them must lead in most cases
	ExpectTop  []string          `toml:"expect_top"`  // causes that must be among the three most likely
	ExpectNext []string          `toml:"expect_next"` // checks, fixes or gates, one of which must come next
	ForbidNext []string          `toml:"forbid_next"` // checks, fixes or gates that must not come next

	At tomlfile.Place
}

// Measured is the last recorded cost of the base in simulation, for comparison: [measured].
type Measured struct {
	Minutes  float64 `toml:"minutes"`  // mean of the simulated patients
	Patients int     `toml:"patients"` // how many were simulated
	Date     string  `toml:"date"`

	At tomlfile.Place
}
