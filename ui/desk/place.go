package desk

import (
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	pages "backupdoctor/logic/session/guide"
)

// Tab returns the tab in front.
func (d *Desk) Tab() Tab { return d.tab }

// ShowTab brings a tab to the front.
func (d *Desk) ShowTab(t Tab) {
	d.tab = t
	d.Redraw()
}

// Current returns the step that the guide shows, and false when the trouble is over and nothing else was
// opened.
func (d *Desk) Current() (pages.Step, bool) { return d.navigator.Current() }

// Opened returns the step that the person opened, and false while the guide follows the recommendation.
func (d *Desk) Opened() (pages.Step, bool) {
	s := d.navigator.Opened()
	return s, s != pages.Step{}
}

// HasMoved reports whether the person opened a step of this case yet.
func (d *Desk) HasMoved() bool { return d.navigator.HasMoved() }

// Restore returns to the tab and the step of an earlier run, without drawing. A step that no longer exists is
// ignored.
func (d *Desk) Restore(t Tab, opened pages.Step) {
	d.tab = t
	d.navigator.Restore(opened)
}

// Open shows a step in the guide.
func (d *Desk) Open(s pages.Step) {
	d.navigator.Open(s)
	d.ShowTab(TabGuide)
}

// OpenRecommended shows the recommended step in the guide.
func (d *Desk) OpenRecommended() {
	d.navigator.OpenRecommended()
	d.ShowTab(TabGuide)
}

// CanGoBack reports whether Back has a step to show.
func (d *Desk) CanGoBack() bool { return d.navigator.CanGoBack() }

// Back shows the step before in the guide.
func (d *Desk) Back() {
	d.navigator.Back()
	d.ShowTab(TabGuide)
}

// Answer records the answer to a check. When the guide shows that check, it goes on.
func (d *Desk) Answer(check, answer string) { d.settle(d.navigator.Answer(check, answer)) }

// Try records the outcome of a fix. When the guide shows that fix, it goes on.
func (d *Desk) Try(fix string, outcome casefile.Outcome) { d.settle(d.navigator.Try(fix, outcome)) }

// Choose does what an answer of a proof or wait page stands for. Asks is set when the message of the device
// should be asked next.
func (d *Desk) Choose(answer string) (asks bool) {
	asks, err := d.navigator.Choose(answer)
	d.Redraw() // some answers change the place alone
	d.settle(err)
	return asks
}

// Prove records what stands below Back Up Now, with the time when that backup finished, zero when it is not
// known.
func (d *Desk) Prove(seen casefile.Seen, backup time.Time) { d.settle(d.navigator.Prove(seen, backup)) }

// Confirm opens a gate, and the guide goes on to the fix behind it.
func (d *Desk) Confirm(gate pages.Step) { d.settle(d.navigator.Confirm(gate)) }

// Observe records what a source read, as guide.Navigator.Observe in logic/session does. Facts come into the
// window by this method alone. It is called in the goroutine of the toolkit; fyne.Do leads there from
// another.
func (d *Desk) Observe(r casefile.Reading) (news int, err error) { return d.navigator.Observe(r) }

// Absorb takes in what somebody else wrote into the case's file.
func (d *Desk) Absorb() (casefile.Foreign, error) { return d.navigator.Absorb() }

// Follow goes on to the recommended step, after the person said what is wrong, unless a step was opened.
func (d *Desk) Follow() {
	d.navigator.Follow()
	d.Redraw()
}

// Found is how many facts came since the person last went on; OpenRecommended goes on.
func (d *Desk) Found() int { return d.navigator.Found() }

// PutOff records "not now" for a step. A gate puts off the fix behind it.
func (d *Desk) PutOff(s pages.Step) {
	switch s.Kind {
	case diagnosis.StepCheck:
		d.Answer(s.ID, casefile.NotNow)
	case diagnosis.StepFix:
		d.Try(s.ID, casefile.Declined)
	case diagnosis.StepGate:
		if s.For != "" {
			d.Try(s.For, casefile.Declined)
		}
	}
}

// settle reports an error of a step. It redraws first, since the guide stays at a step that the case did not
// take.
func (d *Desk) settle(err error) {
	if err != nil {
		d.Redraw()
		d.ReportError(err)
	}
}

// Undo takes back the last change of the case.
func (d *Desk) Undo() {
	_, err := d.navigator.Undo()
	d.settle(err)
	d.Redraw() // the place may have changed after the case
}

// Remove takes an event out of the case, by its number in the file.
func (d *Desk) Remove(seq int) error {
	err := d.navigator.Remove(seq)
	d.Redraw() // the place may have changed after the case
	return err
}

// Redo brings back the change that was taken back last.
func (d *Desk) Redo() {
	_, err := d.Session.Redo()
	d.ReportError(err)
}
