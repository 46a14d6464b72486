package knowledge

import (
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/tomlfile"
)

// CheckKind says how a check gets its answer.
type CheckKind string

// The kinds of check: read a screen, remember something, try something, or let the computer find out.
const (
	Look CheckKind = "look"
	Ask  CheckKind = "ask"
	Test CheckKind = "test"
	Auto CheckKind = "auto"
)

// LineKind types a numbered or boxed line of a step.
type LineKind string

// Step lines are numbered; notes and cautions stand in a tinted box.
const (
	StepLine    LineKind = "step"
	NoteLine    LineKind = "note"
	CautionLine LineKind = "caution"
)

// Line is one instruction. Text may hold **bold** labels, {device} (iPhone or iPad), and {row:screen.row},
// which becomes that row's label on the person's version.
type Line struct {
	Kind LineKind `toml:"kind"`
	Text string   `toml:"text"`
	apple.When
}

// Act is the action of a step on the last row of its route.
type Act string

// The acts: look at the row, tap it, turn its switch on or off, or choose it from a list.
const (
	ActLook   Act = "look"
	ActTap    Act = "tap"
	ActOn     Act = "on"
	ActOff    Act = "off"
	ActChoose Act = "choose"
)

// Thing is what a picture shows outside Settings.
type Thing string

// The things: the buttons that restart the device, and the symbols and the lock on its screen.
const (
	ThingRestart  Thing = "restart"
	ThingCharging Thing = "charging"
	ThingWifi     Thing = "wifi"
	ThingLock     Thing = "lock"
	ThingNight    Thing = "night"   // the locked screen of a night in which a backup can run; no step names it
	ThingResting  Thing = "resting" // the locked screen while the device is left alone; no step names it
)

// Step is the common part of checks and fixes: minutes and instructions.
type Step struct {
	ID         string     `toml:"id"`
	Ref        string     `toml:"ref"` // Q01 … for checks that have one
	Group      string     `toml:"group"`
	Title      string     `toml:"title"`       // checklist row; for a check the good state: "Back Up This {device} is on"
	Purpose    string     `toml:"why"`         // why this is worth the minutes, one or two sentences
	Minutes    [2]float64 `toml:"minutes"`     // attended minutes, least and most, in (0, 240]
	MinutesWhy string     `toml:"minutes_why"` // reason or source of the minutes, with its grade
	Difficulty string     `toml:"difficulty"`  // "easy", "moderate" or "hard"; default easy
	Route      string     `toml:"route"`       // id of a route; empty when the step happens outside Settings
	Act        Act        `toml:"act"`         // action on the last row of the route; default look
	Lines      []Line     `toml:"line"`        // after the walk of the route
	Expect     string     `toml:"expect"`      // sight that the person should have at the end
	Picture    Thing      `toml:"picture"`     // drawn in place of a route; may be empty
	// Opens are what the computer may open for the person: pages of Apple's, by addresses that begin with https://,
	// OpensStorage, or OpensSource and the id of a source.
	Opens   []string `toml:"opens"`
	Sources []string `toml:"sources"`
	// Unproposed is the reason why the step is never the next one and only opened from a list; empty for most.
	Unproposed string `toml:"unproposed"`
	apple.When
}

// OpensStorage stands in Step.Opens for the program's own view of storage.
const OpensStorage = "storage"

// OpensSource begins in Step.Opens what leads to a source of facts, by which the computer answers the check itself:
// "source:network".
const OpensSource = "source:"

// MeanMinutes returns the cost of doing the step once, in minutes: the middle of Minutes.
func (s *Step) MeanMinutes() float64 { return (s.Minutes[0] + s.Minutes[1]) / 2 }

// AnswerStatus is the meaning of an answer for the row in the checklist.
type AnswerStatus string

// An answer is fine, shows a problem, or is neither (a plain fact).
const (
	Fine    AnswerStatus = "fine"
	Problem AnswerStatus = "problem"
	Neutral AnswerStatus = "neutral"
)

// Answer is one possible reply to a check.
type Answer struct {
	ID     string       `toml:"id"`
	Label  string       `toml:"label"` // on the button, two to five words
	Status AnswerStatus `toml:"status"`
	Note   string       `toml:"note"` // shown after this answer, optional
	// Days makes this the answer for a moment such as that of the last backup when it lies so many days back:
	// at least the first and less than the second number, without a second one any more. Empty when the
	// answer does not follow from a moment.
	Days []float64 `toml:"days"`
	// Works says that a backup was made today or is being made: when nothing else is wrong, nothing is to be done.
	Works bool `toml:"works"`
	// Then is the check that belongs next after this answer; may be empty.
	Then string `toml:"then"`
	// MessageShown says that the phone shows a message, which is asked for next. A check of two answers with one
	// of these, and without a default, has the numbers of all messages together.
	MessageShown bool `toml:"message_shown"`
	// Plan says which plan goes with the answer: "free", "paid", or either when it is empty. Where the case has the
	// size of the plan, only what goes with it is offered, and the question says the size.
	Plan string `toml:"plan"`
	// Repeats names answers to another check that say the same as this one: beside one of them this answer is no
	// evidence of its own. Its check is empty for most.
	Repeats    Condition `toml:"repeats"`
	apple.When           // the devices that can have the answer; to others it is not offered
}

// The plans that an answer may go with.
const (
	FreePlan = "free"
	PaidPlan = "paid"
)

// Reader tells how well a machine reads the answer to a check.
type Reader struct {
	Source  string   `toml:"source"`  // "phone", "backup", "status" or "network"
	Answers []string `toml:"answers"` // answers that the machine can tell apart
	Wrong   float64  `toml:"wrong"`   // chance of reading a wrong answer
	// Hours is how long a reading says something of the present; 0 for as long as nothing is done that changes it.
	Hours float64 `toml:"hours" range:"0..8760"`
	Why   string  `toml:"why"`
}

// CheckRow gives P(answer | cause) for the causes named.
type CheckRow struct {
	Causes []string `toml:"causes"`
	P      Chances  `toml:"p"` // by answer id, sums to 1
	Why    string   `toml:"why"`
}

// Check asks or observes; it changes nothing on the phone.
type Check struct {
	Step
	Kind CheckKind `toml:"kind"`
	// Short names what the check finds out, in at most 28 characters: "Last backup". The answer stands beside it.
	Short    string `toml:"short"`
	Question string `toml:"question"`
	// Keywords are other words by which people look for the check, by language: "en" or the id of a Language.
	Keywords   map[string][]string `toml:"keywords"`
	Answers    []Answer            `toml:"answer"`
	Default    Chances             `toml:"default"` // P(answer | cause) for causes without a row
	DefaultWhy string              `toml:"default_why"`
	DontKnow   float64             `toml:"dont_know"` // chance that the person can't tell, 0 to 0.5
	Given      []CheckRow          `toml:"given"`
	StaleAfter []string            `toml:"stale_after"` // fixes after which the answer may have changed
	Readers    []Reader            `toml:"read"`        // machines whose reading is not just nearly certain

	At tomlfile.Place
}

// Lapses reports whether what a source read so long ago says nothing of the present any more.
func (c *Check) Lapses(source string, age time.Duration) bool {
	for _, r := range c.Readers {
		if r.Source == source {
			return r.Hours > 0 && age > time.Duration(r.Hours*float64(time.Hour))
		}
	}
	return false
}

// AnswerByAge returns the answer for a moment that lies so far back; empty for a check that does not go by age, and for a
// moment more than an hour ahead, which is more than clocks differ.
func (c *Check) AnswerByAge(age time.Duration) string {
	const day = float64(24 * time.Hour)
	if age < 0 && age >= -time.Hour {
		age = 0
	}
	for _, a := range c.Answers {
		d := a.Days
		if len(d) > 0 && float64(age) >= d[0]*day && (len(d) == 1 || float64(age) < d[1]*day) {
			return a.ID
		}
	}
	return ""
}

// Risk is the cost of a fix beside minutes.
type Risk string

// The risks, from harmless to losing data. RiskContent is for what the person chooses to delete: a backup on a computer
// would not bring it back, so that a page of its own names what goes.
const (
	RiskNone     Risk = "none"
	RiskContent  Risk = "content"
	RiskMoney    Risk = "money"
	RiskSettings Risk = "settings"
	RiskData     Risk = "data"
)

// CauseRow gives a chance under each of the causes named: that the phone says a message, or that a fix ends
// the trouble.
type CauseRow struct {
	Causes []string `toml:"causes"`
	P      Chance   `toml:"p"`
	Why    string   `toml:"why"`
}

// Proof says how it shows that a fix has helped: by a backup by hand, by the next night, or when somebody else is ready.
type Proof string

// The ways in which success shows.
const (
	ProofNow          Proof = "now"          // a backup by hand shows it in a few minutes
	ProofTonight      Proof = "tonight"      // only an automatic backup shows it
	ProofOrganization Proof = "organization" // an organization has to act first
	ProofApple        Proof = "apple"        // Apple has to act first
	ProofDownload     Proof = "download"     // a download has to finish first
	ProofRestore      Proof = "restore"      // a restore has to finish first
)

// aNight is the unattended minutes from which a fix without a Proof of its own shows its success only after a night.
const aNight = 480

// Fix acts on the phone or around it.
type Fix struct {
	Step
	Risk  Risk   `toml:"risk"`
	Loses string `toml:"loses"` // loss, or the price for money; required with a risk
	// Deletes says that the fix deletes something for good, whatever else its risk is.
	Deletes bool `toml:"deletes"`

	Gates  []string   `toml:"gates"`  // gate ids that must be confirmed first; a data fix needs at least one
	Wait   float64    `toml:"wait"`   // unattended minutes until the result shows
	Verify float64    `toml:"verify"` // attended minutes to see whether it worked
	Harm   float64    `toml:"harm"`   // minutes that stand for the risk, on average
	Cures  []CauseRow `toml:"cures"`
	// Requires is what the person must have or must have done before, in plain words, or the id of a step.
	Requires []string `toml:"requires"`
	// First are checks and fixes that come before this fix: a check while it is open, a fix while it is also worth
	// its minutes.
	First []string `toml:"first"`
	Conditions

	Money    float64 `toml:"money"`     // US dollars in the long run, on average; only for RiskMoney
	MoneyWhy string  `toml:"money_why"` // reason or source of Money, with its grade
	Worked   string  `toml:"worked"`    // advice for the last page when the fix worked; may be empty

	Proof     Proof  `toml:"proof"`     // empty to go by Wait; see ShownBy
	Meanwhile []Line `toml:"meanwhile"` // what to do while the success can't show yet

	At tomlfile.Place
}

// ShownBy is how the success of the fix shows.
func (f *Fix) ShownBy() Proof {
	switch {
	case f.Proof != "":
		return f.Proof
	case f.Wait >= aNight:
		return ProofTonight
	}
	return ProofNow
}

// BacksUp reports whether the fix itself makes a backup by hand: one of its lines names that button.
func (f *Fix) BacksUp() bool {
	return slices.ContainsFunc(f.Lines, func(l Line) bool {
		return l.Kind == StepLine && strings.Contains(l.Text, "{row:backup.back-up-now}")
	})
}

// BackupGate is the gate that every fix with RiskData needs: a backup on a computer is confirmed.
const BackupGate = "computer-backup"

// Gate is a page that must be confirmed before a risky fix is shown.
type Gate struct {
	ID         string     `toml:"id"`
	Title      string     `toml:"title"`
	Purpose    string     `toml:"why"`
	Minutes    [2]float64 `toml:"minutes"`
	MinutesWhy string     `toml:"minutes_why"`
	Lines      []Line     `toml:"line"`
	Confirm    string     `toml:"confirm"` // the button: "I have this backup"
	Sources    []string   `toml:"sources"`

	At tomlfile.Place
}

// Steps returns the checks and then the fixes.
func (b *Base) Steps() []*Step {
	steps := make([]*Step, 0, len(b.Checks)+len(b.Fixes))
	for i := range b.Checks {
		steps = append(steps, &b.Checks[i].Step)
	}
	for i := range b.Fixes {
		steps = append(steps, &b.Fixes[i].Step)
	}
	return steps
}
