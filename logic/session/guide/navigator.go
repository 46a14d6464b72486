package guide

import (
	"errors"
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
)

// Navigator is the place of a person in the guide: the step that is shown and the steps that were shown
// before. The window and the terminal both move by it. A place is no part of the case: two people may look at
// one case in different places. Like the session, a navigator is used from one goroutine.
type Navigator struct {
	guide   *Guide
	session *session.Session
	opened  Step   // opened by the person, or pinned; the zero Step follows the recommendation
	pinned  bool   // opened is the step that was recommended before facts arrived
	found   int    // facts that came since the person went on to the recommended step
	history []Step // oldest first; the zero Step is the page that says that the trouble is over
	// skipped is the state whose proof or wait page the person passed, to look for other reasons.
	skipped session.State
}

// maxHistory is how many steps Back remembers.
const maxHistory = 100

// NewNavigator begins at the recommended step.
func NewNavigator(g *Guide, s *session.Session) *Navigator { return &Navigator{guide: g, session: s} }

// SetSession keeps the place while the same case is opened anew, with a library in another language.
func (n *Navigator) SetSession(g *Guide, s *session.Session) { n.guide, n.session = g, s }

// Current returns the step that is shown, and false when the trouble is over and nothing else was opened.
func (n *Navigator) Current() (Step, bool) {
	if n.opened != (Step{}) {
		return n.opened, true
	}
	return n.recommended()
}

// recommended returns the step to take, past a proof or wait page that the person passed.
func (n *Navigator) recommended() (Step, bool) {
	v := n.session.View()
	for _, o := range v.Options {
		ofState := o.Kind == diagnosis.StepProof || o.Kind == diagnosis.StepWait
		if !ofState || v.State != n.skipped {
			return StepOf(o), true
		}
	}
	return Step{}, false
}

// Opened returns the step that the person opened; the zero Step while the guide follows the recommendation.
func (n *Navigator) Opened() Step { return n.opened }

// HasMoved reports whether the person opened anything in this case yet.
func (n *Navigator) HasMoved() bool { return n.opened != (Step{}) && !n.pinned || len(n.history) > 0 }

// Open shows a step.
func (n *Navigator) Open(s Step) {
	n.pushHistory()
	n.opened, n.pinned = s, false
}

// OpenRecommended shows the recommended step and follows the recommendation from then on.
func (n *Navigator) OpenRecommended() {
	n.Open(Step{})
	n.found = 0
}

// Observe records what a source read, as Session.Observe does, and keeps the step that is shown even when
// another one is recommended now: no fact turns the page that a person reads. Only the last page, which says
// that nothing is left to do, gives way to a fact that makes it untrue. Found then counts what was found, and OpenRecommended goes on. It is the one way for facts into a front end, called from the goroutine
// of the front end.
func (n *Navigator) Observe(r casefile.Reading) (news int, err error) {
	n.Pin()
	news, err = n.session.Observe(r)
	if recommended, ok := n.recommended(); n.pinned && ok && recommended == n.opened {
		n.unpin() // the page is the same without
	}
	n.found += news
	return news, err
}

// Absorb takes in what somebody else wrote into the case's file, as Session.Absorb does, and keeps the step that is shown.
func (n *Navigator) Absorb() (casefile.Foreign, error) {
	n.Pin()
	out, err := n.session.Absorb()
	if recommended, ok := n.recommended(); n.pinned && ok && recommended == n.opened {
		n.unpin() // the page is the same without
	}
	return out, err
}

// Found is how many facts came since the person last went on to the recommended step. Facts that changed
// nothing do not count.
func (n *Navigator) Found() int { return n.found }

// Restore shows a step of an earlier run of the program, if the step still exists. It leaves no history.
func (n *Navigator) Restore(s Step) {
	if s != (Step{}) && n.guide.exists(n.session.View(), s) {
		n.opened = s
	}
}

// Pin keeps the step that is shown, so that a change of the case which is not the person's does not turn the
// page. The next act of the person ends that.
func (n *Navigator) Pin() {
	if s, ok := n.Current(); ok && n.opened == (Step{}) {
		n.opened, n.pinned = s, true
	}
}

// Follow leads from a page that facts kept to the one that is recommended, after the person said what is wrong.
func (n *Navigator) Follow() { n.unpin() }

// unpin follows the recommendation again.
func (n *Navigator) unpin() {
	if n.pinned {
		n.opened, n.pinned = Step{}, false
	}
}

// CanGoBack reports whether Back has somewhere to go.
func (n *Navigator) CanGoBack() bool {
	_, _, ok := n.previous()
	return ok
}

// Back shows the step before and returns true. Without one it changes nothing.
func (n *Navigator) Back() bool {
	s, history, ok := n.previous()
	if ok {
		n.opened, n.pinned, n.history = s, false, history
	}
	return ok
}

// previous finds the latest step of the history that exists on the device and differs from the step that is
// shown. A gate that is open now gives way to the fix behind it.
func (n *Navigator) previous() (s Step, history []Step, ok bool) {
	v := n.session.View()
	current, _ := n.Current()
	for i, seen := range slices.Backward(n.history) {
		s = n.guide.pastGate(v, seen)
		if s != current && n.guide.exists(v, s) {
			return s, n.history[:i], true
		}
	}
	return Step{}, nil, false
}

// pushHistory remembers the step that is shown for Back.
func (n *Navigator) pushHistory() {
	current, _ := n.Current()
	kept := n.history[max(0, len(n.history)+1-maxHistory):]
	n.history = append(slices.Clip(kept), current)
}

// Answer records the answer to a check. When the check is the step that is shown, the guide goes on to the
// recommended step.
func (n *Navigator) Answer(check, answer string) error {
	before := *n
	if s, _ := n.Current(); s.Kind == diagnosis.StepCheck && s.ID == check {
		n.OpenRecommended()
	}
	n.unpin()
	return n.unlessLost(n.session.Answer(check, answer), before)
}

// Try records what came of a fix. When the fix, or a gate before it, is the step that is shown, and whenever
// something was changed, the guide goes on to the recommended step.
func (n *Navigator) Try(fix string, outcome casefile.Outcome) error {
	before := *n
	s, _ := n.Current()
	if s.Kind == diagnosis.StepFix && s.ID == fix || s.For == fix || outcome == casefile.Done {
		n.OpenRecommended()
	}
	n.unpin()
	return n.unlessLost(n.session.Try(fix, outcome), before)
}

// Confirm opens a gate and shows the fix behind it, or the recommended step when the gate stands before none.
// Back does not return to a gate that is open.
func (n *Navigator) Confirm(gate Step) error {
	before := *n
	n.opened, n.pinned = Step{}, false
	if gate.For != "" {
		n.opened = Step{Kind: diagnosis.StepFix, ID: gate.For}
	}
	return n.unlessLost(n.session.Confirm(gate.ID), before)
}

// Undo takes the latest change of the case back, as Session.Undo does, and leaves a page that went with it.
func (n *Navigator) Undo() (done bool, err error) {
	err = n.takeBack(func() (err error) { done, err = n.session.Undo(); return err })
	return done, err
}

// Remove takes an event out of the case, as Session.Remove does, and leaves a page that went with it.
func (n *Navigator) Remove(seq int) error {
	return n.takeBack(func() error { return n.session.Remove(seq) })
}

// takeBack takes changes back. A case in which a person did nothing any more begins anew, and a page that is
// gone gives way to the recommended step.
func (n *Navigator) takeBack(change func() error) error {
	began := HasBegun(n.session.View())
	err := change()
	switch v := n.session.View(); {
	case began && !HasBegun(v):
		n.opened, n.pinned, n.history, n.skipped = Step{}, false, nil, session.State{}
	case n.opened != (Step{}) && !n.guide.exists(v, n.opened):
		n.opened, n.pinned = Step{}, false
	}
	return err
}

// HasBegun reports whether a person did something in the case. Facts come by themselves.
func HasBegun(v *session.View) bool {
	return slices.ContainsFunc(v.Case.Events, func(e casefile.Event) bool { return !e.IsFact() })
}

// unlessLost returns to a place when the case did not take a change, and hands the error on. A change that
// could only not be saved is kept in the case.
func (n *Navigator) unlessLost(err error, before Navigator) error {
	if err != nil && !errors.As(err, new(*casefile.SaveError)) {
		*n = before
	}
	return err
}

// exists reports whether there is a page of a step on the device of a view; the zero Step is the page that
// says that the trouble is over.
func (g *Guide) exists(v *session.View, s Step) bool {
	switch s.Kind {
	case "":
		_, open := v.Next()
		return !open
	case diagnosis.StepSupport:
		return true
	}
	return g.Page(v, s).Exists
}

// pastGate returns the fix behind a gate that is open, and any other step as it is.
func (g *Guide) pastGate(v *session.View, s Step) Step {
	if s.Kind != diagnosis.StepGate || s.For == "" {
		return s
	}
	if blocked, _ := g.lib.Core(v.Device).Blocks(v.Evidence, s.For); blocked.Gate == s.ID {
		return s
	}
	return Step{Kind: diagnosis.StepFix, ID: s.For}
}
