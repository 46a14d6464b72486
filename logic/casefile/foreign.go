package casefile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"backupdoctor/logic/casefile/filename"
)

// Foreign tells what somebody else did to the file of an open case, such as an editor, a program that synchronizes folders, or
// a second window whose lock was lost.
type Foreign struct {
	Events int    // how many events came in; of a case that is open for reading only, how many came or went
	Header bool   // the name or the device changed
	Kept   string // where a content lies that could not be taken in; empty for none
	// Renewed is set when a case that is open for reading only became what the file holds, even if facts were
	// only read again.
	Renewed bool
}

// Absorb takes in what somebody else wrote into the file, and returns that together with what the saves since the last Absorb
// took in. What is foreign is merged: events of either side stay, told apart by time and content; of the header, what was
// changed here goes before. A content that can't be read as a case stays where it is until the next save,
// which moves it beside the file. Absorb saves nothing. A case that is open for reading only becomes what the
// file holds, together with the facts that were read here.
func (f *File) Absorb() (Foreign, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.absorb()
	all := f.foreign
	f.foreign = Foreign{}
	return all, err
}

// absorb compares the file with what it held when this program last read or wrote it, and returns the content
// of a file that can't be taken in; f.mu is held.
func (f *File) absorb() (strange []byte, err error) {
	content, err := f.disk.read(f.path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(content, f.saved) {
		return nil, nil // the next save brings a lost file back
	}
	if err != nil {
		return nil, err
	}
	theirs, problems := read(f.path, content, f.known)
	if !isUsable(problems) {
		return content, nil
	}
	base, _ := read(f.path, f.saved, f.known) // nothing when the case was never saved
	if f.readOnly {
		f.follow(theirs, base)
		f.saved = content
		return nil, nil
	}
	old, head := f.entries, f.head
	came := f.takeEvents(theirs.Events, base.Events)
	header := f.takeHeader(theirs.Header(), base.Header())
	if f.head.DeviceID == "" {
		f.head.DeviceID = theirs.DeviceID
	}
	if f.full() {
		f.entries, f.head = old, head
		return content, nil
	}
	f.foreign.Events += came
	f.foreign.Header = f.foreign.Header || header
	f.saved, f.dirty = content, true
	return nil, nil
}

// follow becomes what another window wrote, and adds the facts that were read here. Base is what the file held
// before.
func (f *File) follow(theirs, base Case) {
	before, after := countContents(base.Events), countContents(theirs.Events)
	changed := 0
	for content, n := range before {
		changed += abs(after[content] - n)
	}
	for content, n := range after {
		if before[content] == 0 {
			changed += n
		}
	}
	f.foreign.Events += changed
	f.foreign.Header = f.foreign.Header || theirs.Header() != base.Header()
	f.foreign.Renewed = true
	old, id := f.entries, f.head.DeviceID
	f.adopt(theirs)
	f.head.DeviceID = cmp.Or(f.head.DeviceID, id)
	for _, one := range old {
		fact, ok := one.Event.What.(Observed)
		if !ok {
			continue
		}
		if content := contentOf(one.Event); before[content] > 0 && after[content] == 0 {
			continue // taken out there
		}
		at, last := latestReading(f.entries, one.Event.Source, fact)
		switch {
		case at >= 0 && !last.Read.Before(fact.Read):
		case at >= 0 && last.Answer == fact.Answer && last.Value == fact.Value && !isAnother(last, fact):
			e := f.entries[at].Event
			e.What = last.readAgain(fact)
			f.entries[at].become(e)
		default:
			f.entries = append(f.entries, Entry{Seq: len(f.entries) + 1, Event: one.Event})
		}
	}
}

func countContents(events []Event) map[string]int {
	n := map[string]int{}
	for _, e := range events {
		n[contentOf(e)]++
	}
	return n
}

// takeEvents appends those of their events that neither base nor the open case has, and returns how many.
func (f *File) takeEvents(theirs, base []Event) int {
	have := countContents(base)
	ours := map[string]int{}
	for i := range f.entries {
		ours[contentOf(f.entries[i].Event)]++
	}
	for content, n := range ours {
		have[content] = max(have[content], n)
	}
	came := 0
	for _, e := range theirs {
		if content := contentOf(e); have[content] > 0 {
			have[content]--
			continue
		}
		f.entries = append(f.entries, Entry{Seq: len(f.entries) + 1, Event: e})
		came++
	}
	return came
}

// contentOf is what tells an event from others: all of it, but not how often a fact was read again.
func contentOf(e Event) string {
	if o, ok := e.What.(Observed); ok {
		o.Read = e.Time
		e.What = o
	}
	w := &writer{}
	w.event(&e, time.Time{})
	return w.String()
}

// takeHeader sets the fields of the header that they changed and this program did not.
func (f *File) takeHeader(theirs, base Header) (news bool) {
	ours := f.head.Header()
	merged := ours
	for _, field := range []struct {
		ours         *string
		theirs, base string
	}{
		{&merged.Name, theirs.Name, base.Name},
		{&merged.Device, theirs.Device, base.Device},
		{&merged.Model, theirs.Model, base.Model},
		{&merged.Version, theirs.Version, base.Version},
		{&merged.Country, theirs.Country, base.Country},
		{&merged.Language, theirs.Language, base.Language},
	} {
		if *field.ours == field.base {
			*field.ours = field.theirs
		}
	}
	f.head.setHeader(merged)
	return merged != ours
}

// putAside moves a file that can't be taken in beside the case as a whole, however large it is. A content that
// lies there already may be replaced.
func (f *File) putAside(content []byte) error {
	isWhole := len(content) <= maxFile // else this is only its beginning
	if isWhole && bytes.Equal(content, f.kept) {
		return nil
	}
	path := f.besides()
	if err := f.disk.rename(f.path, path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	if f.foreign.Kept = path; isWhole {
		f.kept = content
	}
	return nil
}

// besides is a new name beside the file for a content that is damaged or foreign.
func (f *File) besides() string {
	base, ending := filename.Cut(f.path)
	base += damagedMark + f.now().UTC().Format(stampLayout)
	to := base + ending
	for n := 2; exists(to); n++ {
		to = fmt.Sprintf("%s-%d%s", base, n, ending)
	}
	return to
}

func abs(n int) int { return max(n, -n) }
