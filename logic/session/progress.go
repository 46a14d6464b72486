package session

import (
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// change is a fix that was done and whose success nobody has told yet.
type change struct {
	event int // of the Tried
	fix   *knowledge.Fix
	proof knowledge.Proof
	at    time.Time // local
	// since is from when a backup shows the change: at, or earlier where the backup is part of the fix.
	since time.Time
	later bool // the person can't or won't try a backup now
	// missed is set when a backup by hand should have shown the success and did not.
	missed bool
}

// isOurs reports whether the change needs nobody else, so that a night shows its success.
func (c change) isOurs() bool {
	return c.proof == knowledge.ProofNow || c.proof == knowledge.ProofTonight
}

// passesNight reports whether a backup that finished and was seen then may be that of the night after the
// change. Any other one was made by hand.
func (c change) passesNight(backup, seen time.Time) bool {
	end := NextMorning(c.at)
	midnight := startOfDay(end)
	dawn := end.Add(-(morning - nightUntil) * time.Hour)
	return !seen.Before(dawn) && !backup.Before(midnight)
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
	byHand  *State         // a backup by hand that does not show what the night does; nil without one
	older   time.Time      // a backup that was told last and is too old to show anything
	broken  time.Time      // when a backup was last seen to fail
	worked  result         // of the change that the finished backup is put down to
	by      int            // event of that change; -1 without one
	phone   witness
	failure *casefile.Observed // the last that the device's log told; nil when a backup finished since
}

// progress reads the fixes and proofs of a case, in the order of its events by their times. What lies in the future counts
// for nothing.
func (l *Library) progress(c *casefile.Case, order []int, now time.Time) *progress {
	p := &progress{results: map[int]result{}, by: -1}
	var before time.Time // of what the person said last: the answer that led to a fix
	for _, i := range order {
		e := &c.Events[i]
		if e.IsAhead(now) {
			continue
		}
		at := e.Time.In(now.Location())
		switch what := e.What.(type) {
		case casefile.Tried:
			if f := l.Base.Fix(what.Fix); f != nil {
				c := change{event: i, fix: f, proof: f.ShownBy(), at: at, since: at}
				if f.BacksUp() && startOfDay(before).Equal(startOfDay(at)) {
					c.since = before
				}
				p.try(c, what.Outcome)
			}
		case casefile.Proved:
			p.prove(i, at, e.Source, what)
		case casefile.Observed:
			if e.Source == casefile.FromPhone {
				p.hear(i, at, &what, l.Base)
			}
		}
		if e.Source == casefile.FromPerson {
			before = at
		}
	}
	if p.solved != nil && p.by >= 0 {
		p.results[p.by] = p.worked
	}
	return p
}

// ahead is the first change or proof that lies in the future.
func (v *View) ahead() *casefile.Event {
	for i := range v.Case.Events {
		e := &v.Case.Events[i]
		switch e.What.(type) {
		case casefile.Tried, casefile.Proved:
			if e.IsAhead(v.At) {
				return e
			}
		}
	}
	return nil
}

// try takes what came of a fix.
func (p *progress) try(c change, outcome casefile.Outcome) {
	p.running, p.older = time.Time{}, time.Time{}
	pending := p.isPending(c.fix.ID)
	p.changes = slices.DeleteFunc(p.changes, func(old change) bool { return old.fix == c.fix })
	switch outcome {
	case casefile.Done, casefile.Unsure:
		c.later = outcome == casefile.Unsure && pending // who is not sure yet can try a backup; whoever can't says so again
		p.changes = append(p.changes, c)
	case casefile.Failed:
		p.fail(c.event, func(old change) bool { return old.missed || !c.at.Before(old.until()) })
	}
}

// prove takes what was seen below Back Up Now.
func (p *progress) prove(event int, at time.Time, by casefile.Source, proof casefile.Proved) {
	p.running, p.older = time.Time{}, time.Time{}
	switch proof.Seen {
	case casefile.SeenFinished:
		p.finish(event, at, by, proof.Backup)
	case casefile.SeenRunning:
		p.running = at
	case casefile.SeenOldDate:
		p.seeOldDate(event, at)
	case casefile.SeenError, casefile.SeenStopped:
		p.stop(event, at)
	}
}

// finish takes a finished backup. One that was told to be from before what it should show shows nothing, and
// one that was made by hand leaves open what the night does.
func (p *progress) finish(event int, at time.Time, by casefile.Source, told time.Time) {
	backup := at
	if !told.IsZero() {
		backup = told.In(at.Location())
	}
	if p.isDayOfChange(backup) { // told without a clock, it may have been before or after
		backup = at
	}
	before := p.shownBy(backup)
	last := len(before) - 1
	switch {
	case last < 0 && (len(p.changes) > 0 || at.Sub(backup) > worksFor), backup.Before(p.broken):
		p.seeOldDate(event, at)
		p.older = backup
		return
	case slices.ContainsFunc(before, func(c change) bool {
		return c.proof == knowledge.ProofTonight && !c.passesNight(backup, at)
	}):
		p.byHand, p.failure = &State{Since: at, SeenBy: by, BackupAt: told}, nil
		return
	}
	p.solved, p.by, p.byHand, p.failure = &State{Stage: StageSolved, Since: at, SeenBy: by, BackupAt: told}, -1, nil, nil
	if last >= 0 {
		p.solved.Fix, p.by = before[last].fix, before[last].event
		p.worked = result{diagnosis.Worked, event}
	}
}

// shownBy returns the changes that a backup shows: those before it, else those that may have made it.
func (p *progress) shownBy(backup time.Time) []change {
	before := func(from func(c change) time.Time) []change {
		return slices.DeleteFunc(slices.Clone(p.changes), func(c change) bool {
			return from(c).Truncate(time.Minute).After(backup) // the phone shows no seconds
		})
	}
	if list := before(func(c change) time.Time { return c.at }); len(list) > 0 {
		return list
	}
	return before(func(c change) time.Time { return c.since })
}

// isDayOfChange reports whether a backup was told by its day alone, which is the day of a change.
func (p *progress) isDayOfChange(backup time.Time) bool {
	return backup.Equal(startOfDay(backup)) && slices.ContainsFunc(p.changes, func(c change) bool {
		return startOfDay(c.at).Equal(backup)
	})
}

// seeOldDate takes that no backup was made since the last one that was known.
func (p *progress) seeOldDate(event int, at time.Time) {
	if p.solved != nil {
		if again, _ := p.solved.LookAgain(); !at.Before(again) {
			p.stop(event, at)
		}
		return
	}
	p.fail(event, func(c change) bool { return c.isOurs() && !at.Before(NextMorning(c.at)) })
	for i := range p.changes {
		c := &p.changes[i]
		c.missed = c.missed || c.proof == knowledge.ProofNow && !c.later
		c.later = true
		if !c.isOurs() {
			c.at = at
		}
	}
}

// stop takes that a backup failed, or that none is made any more.
func (p *progress) stop(event int, at time.Time) {
	by := p.by
	p.solved, p.by, p.byHand, p.broken = nil, -1, nil, at
	p.fail(event, func(c change) bool {
		return c.event == by || !at.Before(c.until()) || c.proof == knowledge.ProofNow
	})
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

// state tells how far the case is.
func (p *progress) state(now time.Time) State {
	s := p.stage(now)
	s.Older = p.older
	return s
}

// isPending reports whether the success of a change that one of the fixes made is not known.
func (p *progress) isPending(fixes ...string) bool {
	return slices.ContainsFunc(p.changes, func(c change) bool { return slices.Contains(fixes, c.fix.ID) })
}

func (p *progress) stage(now time.Time) State {
	last := len(p.changes) - 1
	switch {
	case p.solved != nil:
		return *p.solved
	case !p.running.IsZero() && now.Sub(p.running) < runningHolds:
		s := State{Stage: StageWaiting, For: ForBackup, Since: p.running, Until: p.running.Add(soon)}
		if last >= 0 {
			s.Fix = p.changes[last].fix
		}
		return s.dueAt(now)
	case last < 0:
		return State{Stage: StageOpen}
	}
	c := p.changes[last]
	tonight := slices.IndexFunc(p.changes, func(c change) bool { return c.proof == knowledge.ProofTonight })
	byHand := p.byHand != nil && tonight >= 0 && !c.at.After(p.byHand.Since)
	if byHand { // the night is what is left to see
		c = p.changes[tonight]
	}
	switch {
	case c.proof == knowledge.ProofNow && !c.later:
		return State{Stage: StageProving, Since: c.at, Fix: c.fix}
	case c.missed && now.Before(c.until()):
		return State{Stage: StageOpen, Missed: c.fix}
	}
	s := State{Stage: StageWaiting, For: ForTomorrow, Since: c.at, Until: c.until(), Fix: c.fix}
	switch {
	case byHand:
		s.ByHand, s.SeenBy, s.BackupAt = true, p.byHand.SeenBy, p.byHand.BackupAt
	case !c.isOurs():
		s.For = Awaited(c.proof)
	}
	return s.dueAt(now)
}

func (s State) dueAt(now time.Time) State {
	s.Due = !now.Before(s.Until)
	return s
}
