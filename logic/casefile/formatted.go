package casefile

import "time"

// formatted is an event as the file has it. It is kept from one save to the next, so that a save formats only what
// is new and copies the rest. Each save still writes the whole file and puts it in the place of the old one at
// once: a journal beside the case would save some milliseconds of a case of ten years, and people, editors and
// programs that synchronize folders would have two files to keep together.
type formatted struct {
	text   string
	values int  // of the limits of the file; negative when the event alone breaks them
	first  bool // no event with a time came before, so that a missing time is left out
}

// format returns the text of the event after one of some time; zero for none.
func (e *Entry) format(last time.Time) *formatted {
	if first := last.IsZero(); e.kept.text == "" || e.kept.first != first {
		w := &writer{}
		w.event(&e.Event, last)
		e.kept = formatted{text: w.String(), first: first}
		if values, ok := fileLimits.Measure(e.kept.text); ok {
			e.kept.values = values
		} else {
			e.kept.values = -1
		}
	}
	return &e.kept
}

// become replaces the event of the entry.
func (e *Entry) become(event Event) { e.Event, e.kept = event, formatted{} }

// plain is the entry for other rooms.
func (e Entry) plain() Entry {
	e.kept = formatted{}
	return e
}

// content is the case as its file has it: what Format makes of the current case.
func (f *File) content() []byte {
	w := &writer{}
	w.Grow(len(f.saved) + 1<<10)
	w.head(&f.head)
	last := f.head.Created
	for i := range f.entries {
		if e := &f.entries[i]; !e.Removed {
			w.WriteString(e.format(last).text)
			last = e.Event.Time
		}
	}
	w.WriteString(formatEnd)
	return w.Bytes()
}

// full reports whether the case could not be read again.
func (f *File) full() bool {
	w := &writer{}
	w.head(&f.head)
	w.WriteString(formatEnd)
	values, ok := fileLimits.Measure(w.String())
	events, size, last := 0, w.Len(), f.head.Created
	for i := range f.entries {
		e := &f.entries[i]
		if e.Removed {
			continue
		}
		one := e.format(last)
		last = e.Event.Time
		events, size, values = events+1, size+len(one.text), values+one.values
		ok = ok && one.values >= 0
	}
	return !ok || events > maxEvents || size > fileLimits.Bytes || values > fileLimits.Values
}
