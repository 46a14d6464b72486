package storage

import (
	"cmp"
	"math"
	"slices"

	"backupdoctor/logic/size"
)

// Standing says why an action is proposed or not.
type Standing int

// The standings.
const (
	Proposed  Standing = iota
	notNeeded          // others are enough at less cost
	RuledOut           // by the person
	NeedsCopy          // it would lose something of which no copy is known
	tooSmall           // its Low is less than 0.1 GB, which the solver does not count
	notSeen            // nobody has said that there is such a thing as the backup of a device that is gone
)

var standingNames = [...]string{"proposed", "not-needed", "ruled-out", "needs-copy", "too-small", "not-seen"}

// Key is the translation key of the standing.
func (s Standing) Key() string { return "storage.standing." + standingNames[s] }

// Candidate is an action for this household.
type Candidate struct {
	ID       string // of the action; for one of several devices with its number: "old-backups.2"
	Action   *Action
	Device   int        // index in Devices, -1 for none
	Gain     size.Range // bytes
	Typical  bool       // the gain is a typical one: nobody has said that there is such a thing
	IsRead   bool       // the gain is a size that somebody read, and no share of one
	Minutes  float64
	Standing Standing
	Alone    bool // it makes enough room by itself
}

// PromiseKey is the translation key of what is true of the action before it is done: what must be saved first,
// or what it takes away.
func (k *Candidate) PromiseKey() string {
	if k.Standing == NeedsCopy {
		return "storage.copy." + string(k.Action.copy)
	}
	return k.Action.Loss.Key()
}

// CleanUp is the cheapest set of actions that brings everything under the present plan.
type CleanUp struct {
	Missing    int64       // what must go
	Candidates []Candidate // what is proposed first; of that what is enough by itself first, then the quickest
	Reached    bool        // the proposed actions are enough, even if each frees only its Low
	WithCopies bool        // they would be if there were copies of everything; only when not Reached
	Freed      size.Range  // by the proposed ones
	IsRead     bool        // what each of the proposed ones frees was read; otherwise Freed is an estimate
	Minutes    float64     // for them
	Regret     float64
	After      size.Range // the need afterwards
	FullIn     Span       // until when that is enough; only when Reached and the plan has a forecast

	plan *Plan
}

// Enough returns the number of proposed actions when they free enough, otherwise 0.
func (c *CleanUp) Enough() int {
	n := 0
	for i := range c.Candidates {
		if c.Reached && c.Candidates[i].Standing == Proposed {
			n++
		}
	}
	return n
}

const (
	unit         = size.GB / 10    // what gains and needs are counted in
	oldDevices   = 32              // how many old devices get an action of their own, the largest backups first
	costAMinute  = 10 * countsMore // costs are whole tenths of minutes, and
	countsMore   = 100             // among sets of equal cost the one with fewer actions is cheaper
	costOfAction = 1
)

// CleanUp chooses the actions. Only the low end of what an action frees counts, so that the set is enough if
// nothing goes wrong; the need counts as likely. computerBackup says that there is a backup of the first
// device on a computer: it holds what is not synced with iCloud. Nothing that loses something is proposed
// without a copy. When the allowed actions are not enough, all that help are proposed, and Reached is false.
func (p *Plan) CleanUp(computerBackup bool) CleanUp {
	c := CleanUp{Missing: p.Verdict.Missing, Candidates: p.candidates(), After: p.Need.Range, plan: p, IsRead: true}
	need := tenths(c.Missing, true)
	for i := range c.Candidates {
		c.Candidates[i].Standing = p.standing(&c.Candidates[i], computerBackup)
	}
	allowed := func(also Standing) (list []item, index []int) {
		for i := range c.Candidates {
			k := &c.Candidates[i]
			if (k.Standing == notNeeded || k.Standing == also) && !slices.Contains(p.Inputs.OffActions, k.ID) {
				cost := int64(math.Round((k.Minutes + k.Action.Regret) * costAMinute))
				list, index = append(list, item{tenths(k.Gain.Low, false), cost + costOfAction}), append(index, i)
			}
		}
		return list, index
	}
	items, index := allowed(notNeeded)
	set, ok := solve(items, need)
	if c.Reached = ok; !ok {
		set = math.MaxUint64
		more, _ := allowed(NeedsCopy)
		_, c.WithCopies = solve(more, need)
	}
	for n, i := range index {
		if set>>n&1 == 1 {
			k := &c.Candidates[i]
			k.Standing = Proposed
			c.Minutes += k.Minutes
			c.Regret += k.Action.Regret
			c.IsRead = c.IsRead && k.IsRead
		}
	}
	c.Freed = p.freed(c.Candidates, func(k *Candidate) bool { return k.Standing == Proposed })
	// The more the actions free, the less is left: the high end of one belongs to the low end of the other.
	c.After = size.Between(p.Need.Low-c.Freed.High, p.Need.Likely-c.Freed.Likely, p.Need.High-c.Freed.Low)
	c.FullIn = p.fullFrom(c.After, p.Inputs.Plan.Likely)
	c.arrange()
	return c
}

// arrange puts what is proposed first: of that what is enough by itself, then the quickest; where all together
// are not enough, what frees the most. The rest keeps its order.
func (c *CleanUp) arrange() {
	for i := range c.Candidates {
		k := &c.Candidates[i]
		k.Alone = c.Missing > 0 && tenths(k.Gain.Low, false) >= tenths(c.Missing, true)
	}
	rank := func(k *Candidate) int {
		switch {
		case k.Standing != Proposed:
			return 2
		case !k.Alone:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(c.Candidates, func(a, b Candidate) int {
		if order := cmp.Compare(rank(&a), rank(&b)); order != 0 || a.Standing != Proposed {
			return order
		}
		if !c.Reached {
			return cmp.Compare(b.Gain.Likely, a.Gain.Likely)
		}
		return cmp.Compare(a.Minutes, b.Minutes)
	})
}

// tenths counts in tenths of a GB: needs are rounded up, gains down.
func tenths(bytes int64, up bool) int {
	if up {
		bytes += unit - 1
	}
	return int(bytes / unit)
}

func (p *Plan) standing(k *Candidate, computerBackup bool) Standing {
	in := &p.Inputs
	copied := k.Action.copy == noCopy || k.Action.copy == lookFirst || slices.Contains(in.Copies, k.ID) ||
		k.Action.copy == computerCopy && computerBackup && p.inBackup(k.Action.Class)
	switch {
	case k.Action.Each && k.Device < 0:
		return notSeen
	case k.Gain.Low < unit:
		return tooSmall
	case !copied:
		return NeedsCopy
	case slices.Contains(in.OffActions, k.ID):
		return RuledOut
	}
	return notNeeded
}

// inBackup reports whether a backup of the first device surely holds what it has of a class: photos and
// messages only where they are not synced with iCloud. As long as nobody has said so, they may be.
func (p *Plan) inBackup(c Class) bool {
	sync, switched := map[Class]Switch{
		Photos:   p.Inputs.First().PhotosSync,
		Messages: p.Inputs.First().MessagesSync,
	}[c]
	return !switched || sync == Off && p.Parts[c].High == 0
}

// freed returns the size that the chosen actions free together. It is limited to the content of each class,
// to the used storage that nobody has named, and to the need.
func (p *Plan) freed(list []Candidate, chosen func(k *Candidate) bool) size.Range {
	var all, unnamed size.Range
	var by [Classes]size.Range
	for i := range list {
		switch k := &list[i]; {
		case !chosen(k):
		case p.unnamed(k):
			unnamed = unnamed.Plus(k.Gain)
		case k.Action.Each: // each has a backup of its own
			all = all.Plus(k.Gain)
		default:
			c := k.Action.Class
			by[c] = by[c].Plus(k.Gain).Min(size.Exactly(p.holds(k.Action).High))
		}
	}
	for _, gain := range by {
		all = all.Plus(gain)
	}
	return all.Plus(unnamed.Min(size.Exactly(p.Parts[Rest].High))).Min(size.Exactly(p.Need.High))
}

// NameOf returns the name of the device that a way to make room is for; empty for no other device, or one
// without a name.
func (p *Plan) NameOf(k *Candidate) string {
	if k.Device < 0 {
		return ""
	}
	return p.Inputs.Devices[k.Device].Name
}

// unnamed reports whether the gain comes out of the used storage that nobody has named: it is typical, and its
// class has no content of its own, not even an assumed one.
func (p *Plan) unnamed(k *Candidate) bool {
	return k.Typical && (k.Action.Each || !p.holds(k.Action).Known())
}

// ToggleAction returns in with an action ruled out, or allowed again.
func (in Inputs) ToggleAction(id string) Inputs {
	in = in.Clone()
	in.OffActions = toggled(in.OffActions, id)
	return in
}

// ToggleCopy returns in with a copy elsewhere of what an action loses, or without.
func (in Inputs) ToggleCopy(id string) Inputs {
	in = in.Clone()
	in.Copies = toggled(in.Copies, id)
	return in
}

func toggled(list []string, id string) []string {
	if i := slices.Index(list, id); i >= 0 {
		return slices.Delete(list, i, i+1)
	}
	list = append(list, id)
	slices.Sort(list)
	return list
}
