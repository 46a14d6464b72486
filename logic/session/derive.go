package session

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/match"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

// Library is what stays the same for all cases: the knowledge base, the price list and the words of the program's language.
type Library struct {
	Base    *knowledge.Base
	Plans   *prices.List
	Planner *storage.Data // with the same prices
	Words   *words.Catalog
	Phrase  *phrase.Book // with the same base, prices and words

	// Warning is why the person's own price list was left out; nil when there is no such list or it is used.
	Warning error

	// Readable says whether what shows the view has letters for a text in another language; nil when it has for all. It is set
	// before the first view is derived.
	Readable func(text string) bool

	matcher func() *match.Matcher // made when it is first needed

	whole *diagnosis.Core // of the newest iPhone
	mu    sync.Mutex
	cores []compiled // the one that was used last at the end

	meanings map[string]*match.Match // of texts; nil where none is sure
}

// NewLibrary joins a loaded knowledge base, the data of the storage planner and a catalog of words. The error says why the base can't be
// decided on; a base that passed the linter can.
func NewLibrary(base *knowledge.Base, data *storage.Data, w *words.Catalog) (*Library, error) {
	whole, err := diagnosis.New(diagnosis.FromKnowledge(base, apple.Device{Kind: apple.IPhone}))
	if err != nil {
		return nil, err
	}
	return &Library{
		Base: base, Plans: data.Prices, Planner: data, Words: w, Phrase: phrase.New(base, data.Prices, w),
		matcher: sync.OnceValue(func() *match.Matcher { return match.New(base) }),
		whole:   whole, meanings: map[string]*match.Match{},
	}, nil
}

// Known is what a case's file may refer to.
func (l *Library) Known() casefile.Known { return known{l.Base, l.Plans} }

type known struct {
	*knowledge.Base
	plans *prices.List
}

// KnowsCountry reports whether a text names a market, or a country for which Apple lists no price.
func (k known) KnowsCountry(country string) bool {
	if _, ok := k.plans.Market(country); ok {
		return true
	}
	region, err := language.ParseRegion(country)
	return err == nil && region.IsCountry()
}

// Core returns the compiled model for a device; the newest iPhone's stands in where a device leaves too little to decide.
func (l *Library) Core(d apple.Device) *diagnosis.Core {
	d.Language = "" // decides nothing
	l.mu.Lock()
	defer l.mu.Unlock()
	var c compiled
	if at := slices.IndexFunc(l.cores, func(c compiled) bool { return c.device == d }); at >= 0 {
		c = l.cores[at]
		l.cores = slices.Delete(l.cores, at, at+1)
	} else {
		c = l.compile(d)
		if len(l.cores) == mostCores {
			l.cores = slices.Delete(l.cores, 0, 1)
		}
	}
	l.cores = append(l.cores, c)
	return c.core
}

// compiled is the model for a device.
type compiled struct {
	device apple.Device
	core   *diagnosis.Core
}

func (l *Library) compile(d apple.Device) compiled {
	core, err := diagnosis.New(diagnosis.FromKnowledge(l.Base, d))
	if err != nil {
		core = l.whole
	}
	return compiled{d, core}
}

// mostCores is how many compiled models are kept. Each takes most of a megabyte and some milliseconds to make, and all
// that a window shows is of one device.
const mostCores = 4

// Derive computes the state that all views show. The same library, case and time give the same view. The time decides the
// answers that go by the age of a fact, such as that of the last backup.
func (l *Library) Derive(c casefile.Case, now time.Time) *View {
	v, account, progress := l.outline(c, now)
	l.readEvidence(v, account.Pieces, progress.results)
	l.leaveOut(v)
	core := l.Core(v.Device)
	d := core.Decide(v.Evidence)
	ledger := core.Ledger(v.Evidence)
	v.EvidenceCount = ledger.Len()
	v.Gates = d.Gates
	if v.State.Stage != StageSolved && v.State.Stage != StageNothingWrong {
		v.Options = append(v.State.steps(d.Options[0].Minutes), d.Options...)
	}
	v.askUnclear()
	if next, ok := v.Next(); ok {
		v.MinutesLeft = next.Minutes
		v.Exhausted = next.Kind == diagnosis.StepSupport
	}
	described := map[int]Reason{}
	for i, b := range d.Beliefs {
		likely := Likely{Cause: l.Base.Cause(b.Cause), P: b.P}
		if i < reasonsFor {
			likely.Reasons = l.reasons(v, ledger.Of(b.Cause), described)
		}
		v.Likely = append(v.Likely, likely)
	}
	v.Found = v.found()
	v.Verdict = l.verdict(v, d.Beliefs)
	v.Finding = l.finding(v)
	l.saidAndTried(v)
	l.checklist(v, progress)
	return v
}

// outline derives what needs no beliefs: the device, what holds for each check, and how far the case is.
func (l *Library) outline(c casefile.Case, now time.Time) (*View, casefile.Account, *progress) {
	c.Events = slices.Clone(c.Events)
	l.recognize(c.Events)
	c = c.Filled(l.Known())
	v := &View{Case: c, Device: c.Target(), At: now, order: c.InOrder(now)}
	v.Newer = l.Base.IsNewer(v.Device.Version)
	if v.Wordless = l.wordless(v.Device.Language); v.Wordless != WordsShown {
		v.Device.Language = ""
	}
	l.space(v)
	account := casefile.Weigh(&v.Case, l.Base, l.statements(v), now)
	v.Checks = account.Checks
	v.speed = v.measured()
	v.Plan.CountMeasured(v.speed)
	v.Plan.Managed = v.Checks["plan-paid"].Answer == "managed"
	progress := l.progress(&v.Case, v.order, now)
	v.State, v.failure = progress.state(now), progress.failure
	v.Ahead = v.ahead()
	if v.Solved = v.State.Stage == StageSolved; v.Solved {
		v.SolvedBy = v.State.Fix
	}
	v.SecondProblems = l.secondProblems(v)
	v.State.Problems = l.problems(v)
	if l.isNothingWrong(v) {
		v.State.Stage = StageNothingWrong
	}
	return v, account, progress
}

// reasonsFor is for how many of the most likely causes the reasons are worked out.
const reasonsFor = 8

// wordless says why the words of a language can't be shown, if so.
func (l *Library) wordless(language string) Wordless {
	if language == "" {
		return WordsShown
	}
	switch alphabet, err := l.Base.Alphabet(language); {
	case err != nil:
		return WordsMissing
	case l.Readable != nil && !l.Readable(alphabet):
		return WordsNoFont
	}
	return WordsShown
}

// InEnglish is the view with the labels of the phone in English, for what has no letters of its language.
func (l *Library) InEnglish(v *View) *View {
	c := v.Case
	c.Language = ""
	out := l.Derive(c, v.At)
	out.Case.Language, out.Wordless = v.Case.Language, WordsNoFont
	return out
}

var outcomes = map[casefile.Outcome]diagnosis.Outcome{
	casefile.Done:   diagnosis.Unsure, // until a proof tells more
	casefile.Failed: diagnosis.Failed, casefile.Unsure: diagnosis.Unsure, casefile.Declined: diagnosis.Declined,
	// nothing was tried, so nothing follows for the causes
	casefile.Already: diagnosis.Declined, casefile.NotFound: diagnosis.Declined,
}

// readEvidence fills in the case as the diagnosis core reads it, and for each piece of evidence the index of its event.
// Results tell what came of changes in the end.
func (l *Library) readEvidence(v *View, pieces []casefile.Piece, results map[int]result) {
	place := make([]int, len(v.order))
	for i, event := range v.order {
		place[event] = i
	}
	void := l.readAlready(v)
	v.Evidence, v.events = make([]diagnosis.Evidence, 0, len(pieces)), make([]int, 0, len(pieces))
	for _, piece := range pieces {
		if void[piece.Event] {
			continue
		}
		var e diagnosis.Evidence
		event := &v.Case.Events[piece.Event]
		behind := piece.Event
		switch what := event.What.(type) {
		case casefile.Tried:
			e = diagnosis.Evidence{Kind: diagnosis.Tried, Subject: what.Fix, Outcome: outcomes[what.Outcome]}
			if r, ok := results[piece.Event]; ok {
				e.Outcome, behind = r.outcome, r.event
			}
		case casefile.Proved:
			continue // results have it
		case casefile.Said:
			var says bool
			if e, says = l.noticed(v, what); !says {
				continue
			}
		case casefile.Confirmed:
			if hasLapsed(event.Time, v.At) {
				continue
			}
			e = diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: what.Gate}
		case casefile.Observed:
			var says bool
			if e, says = l.read(v, piece, &what); !says {
				continue
			}
		default:
			e = diagnosis.Evidence{Kind: diagnosis.Answered, Subject: piece.Check, Answer: piece.Answer}
			if k := l.Base.Check(piece.Check); k != nil {
				e.Twice = saidBefore(&v.Case, v.order[:place[piece.Event]], k) == piece.Answer
			}
		}
		v.Evidence, v.events = append(v.Evidence, e), append(v.events, behind)
	}
}

// SaidBefore is what the person answered last to a check, empty when a fix may have changed it since.
func (v *View) SaidBefore(k *knowledge.Check) string {
	return saidBefore(&v.Case, v.order, k)
}

// saidBefore is SaidBefore among some events of a case, in the order of their times.
func saidBefore(c *casefile.Case, order []int, k *knowledge.Check) string {
	for _, i := range slices.Backward(order) {
		switch what := c.Events[i].What.(type) {
		case casefile.Answered:
			if what.Check == k.ID {
				return what.Answer
			}
		case casefile.Tried:
			if what.IsDone() && slices.Contains(k.StaleAfter, what.Fix) {
				return ""
			}
		}
	}
	return ""
}

// reasons turns a ledger into words, strongest first. What reads as one sentence is one reason. Described keeps
// the words of events for other causes.
func (l *Library) reasons(v *View, ledger []diagnosis.Weight, described map[int]Reason) []Reason {
	const usual = 1 // decibans alone, below which a thing is as usual under the cause as under the others
	var list []Reason
	alone, places := map[string]float64{}, map[string]int{}
	for _, w := range ledger {
		at := v.events[w.Evidence]
		r, ok := described[at]
		if !ok {
			e := &v.Case.Events[at]
			r = Reason{Event: at, What: l.Phrase.Describe(e, v.Device), Brief: l.Phrase.Brief(e, v.Device)}
			described[at] = r
		}
		alone[r.What] += w.Alone
		if i, has := places[r.What]; has {
			list[i].Event, list[i].Decibans = at, list[i].Decibans+w.Decibans
			continue
		}
		r.Decibans = w.Decibans
		places[r.What] = len(list)
		list = append(list, r)
	}
	list = slices.DeleteFunc(list, func(r Reason) bool { return r.Decibans > 0 && alone[r.What] < usual })
	for i := range list {
		list[i].Strength = strengthOf(list[i].Decibans)
	}
	slices.SortStableFunc(list, func(a, b Reason) int {
		return cmp.Compare(max(b.Decibans, -b.Decibans), max(a.Decibans, -a.Decibans))
	})
	return list
}

// strengthOf says a weight of evidence in a word.
func strengthOf(decibans float64) Strength {
	switch size := max(decibans, -decibans); {
	case size < 3:
		return Hint
	case size < 10:
		return Speaks
	default:
		return Strong
	}
}

func (l *Library) saidAndTried(v *View) {
	for _, i := range v.order {
		e := &v.Case.Events[i]
		switch what := e.What.(type) {
		case casefile.Said:
			v.Messages = append(v.Messages, l.said(what))
		case casefile.Tried:
			if f := l.Base.Fix(what.Fix); f != nil {
				v.Tried = append(v.Tried, Tried{f, what.Outcome, e.Time})
			}
		}
	}
}
