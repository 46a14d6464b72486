package casefile

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/words"
)

// ErrOtherDevice means that facts come from another device than the one of the case. Nothing was recorded.
var ErrOtherDevice = words.Fail("cases.error.other-device")

// maxFacts bounds the observations of a case, so that a source that changes its mind all the time leaves room
// for a person.
const maxFacts = maxEvents / 2

// saveAgesAfter is how long the age of facts may be known only in memory. Reading a fact again changes
// nothing but its age, and is not worth a save each time.
const saveAgesAfter = 10 * time.Minute

// Reading is what one source read at one time.
type Reading struct {
	Source Source    // a machine: FromPhone, FromStatus, FromNetwork or FromBackup
	Time   time.Time // when the source read the facts; zero for now
	// Identity tells the device from all others, for example by its serial number; empty for a source without a
	// device. A case keeps only a salted hash of it.
	Identity string
	// Facts leave the field Read to File.Observe, which sets it to Time. An empty How counts as howRead.
	Facts []Observed
}

// Observe records the facts of a reading, all or none, and returns how many are news. A fact is recorded once
// per change: the same value and answer from the same source only renews the time when it was last read, and
// a reading that is older than one of the same source says nothing. A fact that a person removed stays
// removed until it changes or the case is opened again. Undo and Redo are not affected. A fact about a check
// or an answer that the knowledge base does not have is an error.
//
// The first reading with an identity gives the case its device; one of another device is refused with
// ErrOtherDevice, and so is a first one whose model is not what the person says. A case that is open for
// reading only takes facts for as long as it is open, and saves nothing.
func (f *File) Observe(r Reading) (news int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if r.Time = moment(r.Time); r.Time.IsZero() {
		r.Time = moment(f.now())
	}
	id := f.head.DeviceID
	if r.Identity != "" {
		if id == "" {
			if f.head.Header().isOther(r.Facts) {
				return 0, ErrOtherDevice
			}
			id = salted(newSalt(), r.Identity)
		} else if salt, _, _ := strings.Cut(id, "."); salted(salt, r.Identity) != id {
			return 0, ErrOtherDevice
		}
	}
	entries, news, renewed, err := f.merge(r)
	if err != nil {
		return 0, err
	}
	old, oldID := f.entries, f.head.DeviceID
	f.entries, f.head.DeviceID = entries, id
	if news > 0 && (f.facts() > maxFacts || f.full()) {
		f.entries, f.head.DeviceID = old, oldID
		return 0, ErrFull
	}
	if renewed && f.agedSince.IsZero() {
		f.agedSince = r.Time
	}
	if f.readOnly || news == 0 && id == oldID && (!renewed || r.Time.Sub(f.agedSince) < saveAgesAfter) {
		return news, nil
	}
	return news, f.save()
}

// merge returns the entries of the case with the facts of a reading: how many are news, and whether others
// were renewed.
func (f *File) merge(r Reading) (entries []Entry, news int, renewed bool, err error) {
	entries = slices.Clone(f.entries)
	for _, fact := range r.Facts {
		fact.Read = r.Time
		e := Event{Time: r.Time, Source: r.Source, What: fact}
		if err := faultError(e.judge(f.known)); err != nil {
			return nil, 0, false, words.Wrap(err, "cases.error.event")
		}
		fact = e.What.(Observed)
		at, last := latestReading(entries, r.Source, fact)
		switch {
		case at >= 0 && r.Time.Before(last.Read):
		case at >= 0 && last.Answer == fact.Answer && last.Value == fact.Value && !isAnother(last, fact):
			again := entries[at].Event
			again.What = last.readAgain(fact)
			entries[at].become(again)
			renewed = true
		default:
			entries = append(entries, Entry{Seq: len(entries) + 1, Event: e})
			news++
		}
	}
	return entries, news, renewed, nil
}

// sameFailure is how far the times may lie apart at which two windows hear of one failure: each notes its own.
// A source tells of one failure a minute at most.
const sameFailure = time.Minute

// isAnother reports whether both tell of a backup that failed with the same error, but not of the same one.
func isAnother(last, now Observed) bool {
	return now.Fact == FactFailure && now.At.Sub(last.At).Abs() >= sameFailure
}

// readAgain is the fact after it was read again as now tells. A failure keeps the time that was noted first.
func (o Observed) readAgain(now Observed) Observed {
	if o.Fact == FactFailure {
		now.At = o.At
	}
	return now
}

// isOther reports whether the facts tell of another model or kind of device than the person does. A model in
// the person's own words tells its kind at most, the kind iPhone alone may be what nobody chose, and who says
// "iPhone 13" may have an iPhone 13 Pro.
func (h Header) isOther(facts []Observed) bool {
	at := slices.IndexFunc(facts, func(o Observed) bool { return o.Fact == FactModel })
	if at < 0 {
		return false
	}
	model, says := strings.ToLower(tidy(facts[at].Value)), strings.ToLower(h.Model)
	said, read := kindOfModel(says, ""), kindOfModel(model, "")
	if h.Device == apple.IPad {
		said = apple.IPad
	}
	return said != "" && read != "" && said != read ||
		apple.IsModel(says) && !strings.HasPrefix(model+" ", says+" ")
}

// latestReading finds the entry that tells how the source read the same fact last, removed or not; at is -1
// for none.
func latestReading(entries []Entry, source Source, fact Observed) (at int, last Observed) {
	at = -1
	for i := range entries {
		o, ok := entries[i].Event.What.(Observed)
		if ok && entries[i].Event.Source == source && o.Check == fact.Check && o.Fact == fact.Fact &&
			!o.Read.Before(last.Read) {
			at, last = i, o
		}
	}
	return at, last
}

// facts counts the observations of the case.
func (f *File) facts() int {
	n := 0
	for i := range f.entries {
		if !f.entries[i].Removed && f.entries[i].Event.IsFact() {
			n++
		}
	}
	return n
}

// newSalt makes equal devices look different in different cases.
func newSalt() string {
	salt := make([]byte, 8)
	_, _ = rand.Read(salt) // never fails
	return hex.EncodeToString(salt)
}

// salted is the form in which a case keeps an identity: the salt, a point and the hash.
func salted(salt, identity string) string {
	hash := sha256.Sum256([]byte(salt + identity))
	return salt + "." + hex.EncodeToString(hash[:16])
}
