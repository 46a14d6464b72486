package casefile

import (
	"fmt"
	"slices"

	"backupdoctor/logic/words"
)

// change turns events on or off together, or replaces the header. Undoing it does the opposite.
type change struct {
	seqs    []int
	removed bool       // what it made of them
	header  *[2]Header // before and after; nil when the header stayed
}

// back is the opposite change.
func (c change) back() change {
	b := change{seqs: c.seqs, removed: !c.removed}
	if c.header != nil {
		b.header = &[2]Header{c.header[1], c.header[0]}
	}
	return b
}

// Append adds events, all or none, as one change. An event without a time gets the time of now. References
// become ids.
func (f *File) Append(events ...Event) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readOnly {
		return ErrReadOnly
	}
	if len(events) == 0 {
		return nil
	}
	old := f.entries
	added := change{}
	for _, e := range events {
		if e.Time.IsZero() {
			e.Time = f.now()
		}
		if err := faultError(e.judge(f.known)); err != nil {
			f.entries = old
			return words.Wrap(err, "cases.error.event")
		}
		seq := len(f.entries) + 1
		f.entries = append(f.entries, Entry{Seq: seq, Event: e})
		added.seqs = append(added.seqs, seq)
	}
	if f.full() {
		f.entries = old
		return ErrFull
	}
	f.done, f.undone = append(f.done, added), nil
	return f.save()
}

// Amend replaces the event that was appended last by another, in one save and without a change of its own:
// Undo takes both back together. It is for a text that a person is still typing. Observations may come in
// between; for anything else the error is ErrNoEvent.
func (f *File) Amend(e Event) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readOnly {
		return ErrReadOnly
	}
	n := len(f.entries)
	for n > 0 && f.entries[n-1].Event.IsFact() {
		n--
	}
	if n == 0 || f.entries[n-1].Removed || len(f.done) == 0 ||
		!slices.Equal(f.done[len(f.done)-1].seqs, []int{n}) {
		return ErrNoEvent
	}
	if e.Time.IsZero() {
		e.Time = f.now()
	}
	if err := faultError(e.judge(f.known)); err != nil {
		return words.Wrap(err, "cases.error.event")
	}
	old := f.entries[n-1].Event
	f.entries[n-1].become(e)
	if f.full() {
		f.entries[n-1].become(old)
		return ErrFull
	}
	f.undone = nil
	return f.save()
}

// Remove takes events out of the case, all or none, as one change; they keep their numbers and places for
// Restore. Removing a removed event does nothing.
func (f *File) Remove(seqs ...int) error { return f.turn(true, seqs) }

// Restore puts a removed event back into its place. Restoring an event that is there does nothing.
func (f *File) Restore(seq int) error { return f.turn(false, []int{seq}) }

func (f *File) turn(removed bool, seqs []int) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readOnly {
		return ErrReadOnly
	}
	turned := change{removed: removed}
	for _, seq := range seqs {
		if seq < 1 || seq > len(f.entries) {
			return fmt.Errorf("%w: %d", ErrNoEvent, seq)
		}
		if f.entries[seq-1].Removed != removed {
			turned.seqs = append(turned.seqs, seq)
		}
	}
	if len(turned.seqs) == 0 {
		return nil
	}
	if err := f.apply(turned); err != nil {
		return err
	}
	f.done, f.undone = append(f.done, turned), nil
	return f.save()
}

// Undo takes back the latest change by a person, whether it added, removed or restored events or changed the
// header, and returns the entries that it turned; there are none when it was the header. It never takes back
// an observation: Remove does. Events that were there when the case was opened count as added one by one, and
// the header of that moment as its beginning.
func (f *File) Undo() ([]Entry, error) {
	return f.step(&f.done, &f.undone, change.back, ErrNothingToUndo)
}

// Redo does again what the latest Undo took back, unless something else was changed since.
func (f *File) Redo() ([]Entry, error) {
	return f.step(&f.undone, &f.done, func(c change) change { return c }, ErrNothingToRedo)
}

// CanUndo and CanRedo report whether there is something to undo or to redo.
func (f *File) CanUndo() bool { return f.has(&f.done) }

// CanRedo reports whether there is something to redo.
func (f *File) CanRedo() bool { return f.has(&f.undone) }

func (f *File) has(list *[]change) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(*list) > 0 && !f.readOnly
}

// step applies the last change of one list in the way given and moves it to the other list.
func (f *File) step(from, to *[]change, way func(change) change, none error) ([]Entry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readOnly {
		return nil, ErrReadOnly
	}
	if len(*from) == 0 {
		return nil, none
	}
	last := (*from)[len(*from)-1]
	if err := f.apply(way(last)); err != nil {
		return nil, err
	}
	*from, *to = (*from)[:len(*from)-1], append(*to, last)
	var turned []Entry
	for _, seq := range last.seqs {
		turned = append(turned, f.entries[seq-1].plain())
	}
	return turned, f.save()
}

// apply turns the events of a change and sets its header, unless the case would then be too large.
func (f *File) apply(c change) error {
	f.turnAll(c)
	if c.removed && c.header == nil || !f.full() {
		return nil
	}
	f.turnAll(c.back())
	return ErrFull
}

func (f *File) turnAll(c change) {
	for _, seq := range c.seqs {
		f.entries[seq-1].Removed = c.removed
	}
	if c.header != nil {
		f.head.setHeader(c.header[1])
	}
}

// SetHeader changes name, device and what is known about it, and saves. Undo takes it back like any other
// change, except in a case that was never saved: there it is how the case begins.
func (f *File) SetHeader(h Header) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readOnly {
		return ErrReadOnly
	}
	old := f.head.Header()
	stays := func(one fault) bool { // a country that this knowledge base lacks
		return one.key == "country" && h.Country == old.Country
	}
	faults := slices.DeleteFunc(h.judge(f.known), stays)
	if err := faultError(faults); err != nil {
		return words.Wrap(err, "cases.error.header")
	}
	if h == old && f.saved != nil && !f.dirty {
		return nil
	}
	f.head.setHeader(h)
	if f.full() {
		f.head.setHeader(old)
		return ErrFull
	}
	if h != old && f.saved != nil {
		f.done, f.undone = append(f.done, change{header: &[2]Header{old, h}}), nil
	}
	return f.save()
}
