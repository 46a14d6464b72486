package session

import (
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// Stage is how far a case is.
type Stage string

// The stages. Only a backup that somebody has seen makes a case solved.
const (
	StageOpen         Stage = "open"
	StageProving      Stage = "proving" // something was changed, and a backup by hand shows whether it helped
	StageWaiting      Stage = "waiting" // the result can't be seen yet
	StageSolved       Stage = "solved"
	StageNothingWrong Stage = "nothing-wrong" // there is nothing to put right
)

// Awaited is what a waiting case waits for.
type Awaited string

// The things that are waited for.
const (
	ForTomorrow     Awaited = "tomorrow" // the next night's backup
	ForOrganization Awaited = "organization"
	ForApple        Awaited = "apple"
	ForDownload     Awaited = "download"
	ForRestore      Awaited = "restore"
	ForBackup       Awaited = "backup" // a backup that is running
)

// State is how far a case is, and since when.
type State struct {
	Stage Stage
	For   Awaited   // with StageWaiting
	Since time.Time // zero with StageOpen
	Until time.Time // with StageWaiting: from then on there is something to see
	Due   bool      // with StageWaiting: Until is over
	// Fix is the change that is to be proved, or with StageSolved the one that was made last; nil without one.
	Fix *knowledge.Fix

	SeenBy   casefile.Source // with StageSolved: who saw the finished backup
	BackupAt time.Time       // with StageSolved: when that backup finished; zero when not told
}

// State tells how far a case is without deriving its view.
func (l *Library) State(c casefile.Case, now time.Time) State { return l.progress(&c, now).state(now) }

const (
	// morning is the local hour at which the result of a night is looked at.
	morning = 8
	// nightUntil is the local hour before which a night still belongs to the day before.
	nightUntil = 4
	// soon is how long Apple or a running backup is left alone before anybody looks again.
	soon = 2 * time.Hour
	// confirmationHolds is how long a confirmed gate stays open.
	confirmationHolds = 24 * time.Hour
)

// NextMorning is the end of the first night after a moment, in the zone of the moment: eight o'clock.
func NextMorning(t time.Time) time.Time {
	day := t.Day()
	if t.Hour() >= nightUntil {
		day++
	}
	return time.Date(t.Year(), t.Month(), day, morning, 0, 0, 0, t.Location())
}

// hasLapsed reports whether a confirmation is too old to open its gate, or was made by a clock that was wrong.
// One without a time never lapses.
func hasLapsed(confirmed, now time.Time) bool {
	return !confirmed.IsZero() && now.Sub(confirmed).Abs() > confirmationHolds
}

// change is a fix that was done and whose success nobody has told yet.
type change struct {
	event int // of the Tried
	fix   *knowledge.Fix
	proof knowledge.Proof
	at    time.Time // local
	later bool      // the person can't or won't try a backup now
}

// isOurs reports whether the change needs nobody else, so that a night shows its success.
func (c change) isOurs() bool {
	return c.proof == knowledge.ProofNow || c.proof == knowledge.ProofTonight
}

// until is when the success of the change can be seen.
func (c change) until() time.Time {
	switch c.proof {
	case knowledge.ProofNow:
		if !c.later {
			return c.at
		}
	case knowledge.ProofApple:
		return c.at.Add(soon)
	}
	return NextMorning(c.at)
}

// result is what a later event told about a fix.
type result struct {
	outcome diagnosis.Outcome
	event   int // that told it
}

// progress is how far a case is after its fixes and proofs.
type progress struct {
	changes []change       // whose success is not known, oldest first
	results map[int]result // by event of a Tried with Done or Unsure
	running time.Time      // when a running backup was seen; zero when none is known
	solved  *State         // nil unless a finished backup was seen last
	worked  result         // of the change that the finished backup is put down to
	by      int            // event of that change; -1 without one
}

// progress reads the fixes and proofs of a case, in the order of its file.
func (l *Library) progress(c *casefile.Case, now time.Time) *progress {
	p := &progress{results: map[int]result{}, by: -1}
	for i, e := range c.Events {
		at := e.Time.In(now.Location())
		switch what := e.What.(type) {
		case casefile.Tried:
			if f := l.Base.Fix(what.Fix); f != nil {
				p.try(change{event: i, fix: f, proof: f.ShownBy(), at: at}, what.Outcome)
			}
		case casefile.Proved:
			p.prove(i, at, e.Source, what)
		}
	}
	if p.solved != nil && p.by >= 0 {
		p.results[p.by] = p.worked
	}
	return p
}

// try takes what came of a fix.
func (p *progress) try(c change, outcome casefile.Outcome) {
	p.running = time.Time{}
	p.changes = slices.DeleteFunc(p.changes, func(old change) bool { return old.fix == c.fix })
	switch outcome {
	case casefile.Done, casefile.Unsure:
		c.later = outcome == casefile.Unsure
		p.changes = append(p.changes, c)
	case casefile.Failed:
		p.fail(c.event, func(old change) bool { return !c.at.Before(old.until()) })
	}
}

// prove takes what was seen below Back Up Now.
func (p *progress) prove(event int, at time.Time, by casefile.Source, seen casefile.Proved) {
	p.running = time.Time{}
	switch seen.Seen {
	case casefile.SeenFinished:
		p.solved, p.by = &State{Stage: StageSolved, Since: at, SeenBy: by, BackupAt: seen.Backup}, -1
		if n := len(p.changes); n > 0 {
			p.solved.Fix, p.by = p.changes[n-1].fix, p.changes[n-1].event
			p.worked = result{diagnosis.Worked, event}
		}
	case casefile.SeenRunning:
		p.running = at
	case casefile.SeenOldDate:
		if p.solved == nil {
			p.fail(event, func(c change) bool { return c.isOurs() && !at.Before(NextMorning(c.at)) })
			p.wait(at)
		}
	case casefile.SeenError, casefile.SeenStopped:
		by := p.by
		p.solved, p.by = nil, -1
		p.fail(event, func(c change) bool {
			return c.event == by || !at.Before(c.until()) || c.proof == knowledge.ProofNow
		})
	}
}

// fail settles the changes that a failure speaks against.
func (p *progress) fail(event int, against func(change) bool) {
	p.changes = slices.DeleteFunc(p.changes, func(c change) bool {
		if against(c) {
			p.results[c.event] = result{diagnosis.Failed, event}
			return true
		}
		return false
	})
}

// wait puts off until the next morning what could not be seen yet.
func (p *progress) wait(at time.Time) {
	for i := range p.changes {
		c := &p.changes[i]
		c.later = true
		if !c.isOurs() {
			c.at = at
		}
	}
}

// state tells how far the case is.
func (p *progress) state(now time.Time) State {
	last := len(p.changes) - 1
	switch {
	case p.solved != nil:
		return *p.solved
	case !p.running.IsZero():
		s := State{Stage: StageWaiting, For: ForBackup, Since: p.running, Until: p.running.Add(soon)}
		if last >= 0 {
			s.Fix = p.changes[last].fix
		}
		return s.dueAt(now)
	case last < 0:
		return State{Stage: StageOpen}
	}
	c := p.changes[last]
	if c.proof == knowledge.ProofNow && !c.later {
		return State{Stage: StageProving, Since: c.at, Fix: c.fix}
	}
	awaited := ForTomorrow
	if !c.isOurs() {
		awaited = Awaited(c.proof)
	}
	return State{Stage: StageWaiting, For: awaited, Since: c.at, Until: c.until(), Fix: c.fix}.dueAt(now)
}

func (s State) dueAt(now time.Time) State {
	s.Due = !now.Before(s.Until)
	return s
}

// StateText names a state: "Waiting until tomorrow".
func (l *Library) StateText(s State) string {
	switch {
	case s.Stage == StageWaiting && s.Due:
		return l.Words.Text("state.due")
	case s.Stage == StageWaiting:
		return l.Words.Text("state.waiting." + string(s.For))
	}
	return l.Words.Text("state." + string(s.Stage))
}

// steps are the steps that the state asks for before any other; none while the case is open.
func (s State) steps(minutes float64) []diagnosis.Option {
	o := diagnosis.Option{Minutes: minutes}
	switch {
	case s.Stage == StageProving || s.Stage == StageWaiting && s.Due:
		o.Kind = diagnosis.StepProof
	case s.Stage == StageWaiting:
		o.Kind = diagnosis.StepWait
	default:
		return nil
	}
	if s.Fix != nil {
		o.ID = s.Fix.ID
	}
	return []diagnosis.Option{o}
}

// Found is a change with the cause that it was made against.
type Found struct {
	Cause *knowledge.Cause
	Fix   *knowledge.Fix
	At    time.Time
}

// found tells which cause the change of the state was made against: the likeliest of those that the fix
// cures.
func (v *View) found() *Found {
	f := v.State.Fix
	if f == nil {
		return nil
	}
	best := Found{Fix: f, At: v.State.Since}
	for _, e := range v.Case.Events {
		if tried, ok := e.What.(casefile.Tried); ok && tried.Fix == f.ID {
			best.At = e.Time
		}
	}
	most := 0.0
	for _, likely := range v.Likely {
		for _, row := range f.Cures {
			if p := likely.P * float64(row.P); p > most && slices.Contains(row.Causes, likely.Cause.ID) {
				most, best.Cause = p, likely.Cause
			}
		}
	}
	if best.Cause == nil {
		return nil
	}
	return &best
}
