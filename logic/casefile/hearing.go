package casefile

import (
	"slices"

	"backupdoctor/logic/knowledge"
)

// hearing is all that was said of one check, by epochs, of which there is at least one.
type hearing struct {
	check  *knowledge.Check // nil when it is not known
	epochs []epoch
}

// epoch holds the latest opinion of each giver. It ends with a fix that may have changed the answer.
type epoch []given

// given is an opinion with its giver.
type given struct {
	reader Source // the machine; empty for a person
	Opinion
	counts bool // it is a piece already
}

// say takes an opinion in the present epoch.
func (h *hearing) say(reader Source, o Opinion) {
	now := &h.epochs[len(h.epochs)-1]
	if g := now.by(reader); g != nil {
		g.Opinion = o
		return
	}
	*now = append(*now, given{reader: reader, Opinion: o})
}

// by returns what a giver said; nil when it said nothing.
func (e epoch) by(reader Source) *given {
	for i := range e {
		if e[i].reader == reader {
			return &e[i]
		}
	}
	return nil
}

// best is the opinion that counts: the person's, if it is a statement, else the one that a machine read last; nil
// without any.
func (e epoch) best() *given {
	person := e.by("")
	if person != nil && person.isStatement() {
		return person
	}
	var best *given
	for _, source := range machines {
		if g := e.by(source); g != nil && g.isStatement() && (best == nil || g.Time.After(best.Time)) {
			best = g
		}
	}
	if best == nil {
		return person
	}
	return best
}

// standing is what holds for the check; false when nobody said anything.
func (h *hearing) standing() (Standing, bool) {
	now := len(h.epochs) - 1
	for at, e := range slices.Backward(h.epochs) {
		if best := e.best(); best != nil {
			standing := Standing{Opinion: best.Opinion, Others: h.others(best.reader)}
			standing.Outdated = at < now
			return standing, true
		}
	}
	return Standing{}, false
}

// others are the latest opinions of all givers but one.
func (h *hearing) others(but Source) []Opinion {
	var others []Opinion
	for _, source := range append([]Source{""}, machines...) {
		if source == but {
			continue
		}
		for at, e := range slices.Backward(h.epochs) {
			g := e.by(source)
			if g == nil {
				continue
			}
			if g.Answer != "" {
				o := g.Opinion
				o.Outdated = at < len(h.epochs)-1
				others = append(others, o)
			}
			break
		}
	}
	slices.SortStableFunc(others, func(a, b Opinion) int {
		if a.IsRead != b.IsRead {
			if a.IsRead {
				return 1
			}
			return -1
		}
		return b.Time.Compare(a.Time)
	})
	return others
}
