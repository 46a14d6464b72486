package session

import (
	"errors"
	"reflect"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge/match"
	"backupdoctor/logic/storage"
)

// coalesceWithin is how soon after each other two changes of the storage numbers count as one.
const coalesceWithin = time.Minute

// Session is an open case with its derived view. Every change goes through it: it appends an event, the file saves it, and
// all listeners get the new view. It is not safe for concurrent use: a front end calls it from one goroutine, and so hands in
// what sources read in theirs; see Observe.
//
// Methods that change the case return the file's error when it could not be saved; the change itself is kept and shown.
type Session struct {
	lib       *Library
	file      *casefile.File
	now       func() time.Time
	view      *View
	listeners []func(*View, Actor)

	// numbersAt is when the storage numbers were the last thing changed; zero when something else came after.
	numbersAt time.Time
	// typing is the field that this change was typed into; nil when it was none.
	typing any
}

// Open derives the first view of an open file. The clock tells which changes of the storage numbers count as one, and how old
// facts are.
func Open(lib *Library, file *casefile.File, now func() time.Time) *Session {
	s := &Session{lib: lib, file: file, now: now}
	s.view = lib.Derive(file.Case(), now())
	return s
}

// Library returns what the session was opened with.
func (s *Session) Library() *Library { return s.lib }

// File returns the case's file.
func (s *Session) File() *casefile.File { return s.file }

// View returns the present state. It is never nil.
func (s *Session) View() *View { return s.view }

// Actor says who changed the case.
type Actor int

// The actors: a person did something, or a machine read something.
const (
	ByPerson Actor = iota
	ByMachine
)

// OnChange calls f with the new view after every change.
func (s *Session) OnChange(f func(v *View, by Actor)) { s.listeners = append(s.listeners, f) }

// changed derives the view after an act of the person, calls the listeners and hands the error on.
func (s *Session) changed(err error) error { return s.changedBy(ByPerson, err) }

func (s *Session) changedBy(by Actor, err error) error {
	s.view = s.lib.Derive(s.file.Case(), s.now())
	for _, f := range s.listeners {
		f(s.view, by)
	}
	return err
}

// Refresh derives the view anew when it has grown old: after a night the result can be seen, and a gate that was
// confirmed is closed. Front ends call it when a person comes back to them.
func (s *Session) Refresh() {
	if s.now().Sub(s.view.At) >= renewAfter {
		_ = s.changedBy(ByPerson, nil)
	}
}

func (s *Session) append(what casefile.What) error {
	s.numbersAt = time.Time{}
	return s.changed(s.file.Append(casefile.Event{Source: casefile.FromPerson, What: what}))
}

// Answer records the answer to a check: one of its own, casefile.CantTell or casefile.NotNow.
func (s *Session) Answer(check, answer string) error {
	return s.append(casefile.Answered{Check: check, Answer: answer})
}

// Try records what came of a fix.
func (s *Session) Try(fix string, outcome casefile.Outcome) error {
	return s.append(casefile.Tried{Fix: fix, Outcome: outcome})
}

// Prove records what stands below Back Up Now: how a backup ended, and when it finished, zero when that is not known.
func (s *Session) Prove(seen casefile.Seen, backup time.Time) error {
	return s.append(casefile.Proved{Seen: seen, Backup: backup})
}

// Say records a text: as what it surely means, else as it is.
func (s *Session) Say(text string) error {
	if found := s.lib.Find(text); found.Certainty == FoundSure {
		return s.SayMatch(found.Matches[0], text)
	}
	return s.append(casefile.Said{Text: text})
}

// SayMatch records a text as what the person takes it for, one of the matches of Find.
func (s *Session) SayMatch(m match.Match, text string) error {
	said := saidAs(m, text)
	said.Unknown = s.lib.isElsewhere(said)
	return s.append(said)
}

// Complain records a complaint of the knowledge base.
func (s *Session) Complain(id string) error {
	return s.append(casefile.Said{Complaint: id})
}

// SayAs records text that the phone shows as the known message that the person takes it for, or with an empty message as
// none of those known, whatever it looks like.
func (s *Session) SayAs(message, text string) error {
	said := casefile.Said{Message: message, Text: text}
	said.Unknown = message == "" && s.lib.meant(text) != nil || s.lib.isElsewhere(said)
	return s.append(said)
}

// Confirm opens a gate.
func (s *Session) Confirm(gate string) error {
	return s.append(casefile.Confirmed{Gate: gate})
}

// Count records what the person said about iCloud storage; inputs without any content take all of it back. Changes that come in quick
// succession from the same field become one event, which Undo takes back as a whole. A field is anything that tells one field from
// another; nil makes the change an event of its own. Inputs that are more than a case can keep are an error, and nothing is recorded.
func (s *Session) Count(in storage.Inputs, field any) error {
	if in.Empty() {
		if s.view.Case.LatestCounted(s.view.At) < 0 {
			return nil
		}
		s.numbersAt = time.Time{}
		return s.forgetNumbers()
	}
	counted, err := casefile.Count(in)
	if err != nil {
		return err
	}
	if reflect.DeepEqual(counted.Inputs, s.view.inputs()) {
		return nil
	}
	at := s.now()
	following := field != nil && field == s.typing && !s.numbersAt.IsZero() && at.Sub(s.numbersAt) < coalesceWithin
	s.numbersAt = time.Time{}
	e := casefile.Event{Time: at, Source: casefile.FromStorage, What: counted}
	if i := s.view.Case.LatestCounted(at); i >= 0 {
		// Numbers from a clock that is a little ahead of this one must not hold against these.
		if last := s.view.Case.Events[i]; last.Time.After(at) && !last.IsAhead(at) {
			e.Time = last.Time
		}
	}
	if following {
		err = s.file.Amend(e)
	}
	if !following || errors.Is(err, casefile.ErrNoEvent) {
		err = s.file.Append(e)
	}
	// A change that could not be saved is kept all the same; one that could not be kept is nothing to add to.
	if err == nil || errors.As(err, new(*casefile.SaveError)) {
		s.numbersAt, s.typing = at, field
	}
	return s.changed(err)
}

// forgetNumbers takes all storage events out as one change, for a person who emptied every field.
func (s *Session) forgetNumbers() error {
	var seqs []int
	for _, e := range s.file.Entries() {
		if _, ok := e.Event.What.(casefile.Counted); ok && !e.Removed {
			seqs = append(seqs, e.Seq)
		}
	}
	return s.changed(s.file.Remove(seqs...))
}

// CanUndo reports whether there is something to undo.
func (s *Session) CanUndo() bool { return s.file.CanUndo() }

// CanRedo reports whether there is something to redo.
func (s *Session) CanRedo() bool { return s.file.CanRedo() }

// Undo takes the latest change back; it returns false when there is none.
func (s *Session) Undo() (bool, error) {
	if !s.file.CanUndo() {
		return false, nil
	}
	s.numbersAt = time.Time{}
	_, err := s.file.Undo()
	return true, s.changed(err)
}

// Redo brings back what was undone last; it returns false when there is nothing.
func (s *Session) Redo() (bool, error) {
	if !s.file.CanRedo() {
		return false, nil
	}
	s.numbersAt = time.Time{}
	_, err := s.file.Redo()
	return true, s.changed(err)
}

// Remove takes any event out of the case, by its number in the file; Restore brings it back.
func (s *Session) Remove(seq int) error {
	s.numbersAt = time.Time{}
	return s.changed(s.file.Remove(seq))
}

// Restore puts a removed event back in its place.
func (s *Session) Restore(seq int) error {
	s.numbersAt = time.Time{}
	return s.changed(s.file.Restore(seq))
}
