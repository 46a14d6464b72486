package casefile

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/storage"
)

// Account is a case in the order in which things became known, and what holds for each check after all that a
// person said and machines read. It is derived by Weigh.
type Account struct {
	Pieces []Piece
	Checks map[string]Standing // by id of the check; only those with an answer
}

// Piece is an event that counts for the diagnosis. An event without a place among the pieces is overruled or
// was replaced by a later one, or it says nothing about causes.
type Piece struct {
	Event int // index in the case's events
	// Check and Answer are set when the event answers a check. A Counted is a piece for each check that it
	// answers.
	Check, Answer string
	// Reader is the machine that read the answer; empty for a person.
	Reader Source
}

// Opinion is an answer to a check and its giver.
type Opinion struct {
	Event  int // index in the case's events
	Source Source
	Answer string
	Time   time.Time // UTC, when it was said, or last read so
	IsRead bool      // a machine read it
	// Outdated is set when a fix that may have changed the answer was tried since.
	Outdated bool
}

// isStatement reports whether the answer tells about the device. A person who can't tell now overrules
// nobody.
func (o Opinion) isStatement() bool {
	return o.Answer != "" && o.Answer != CantTell && o.Answer != NotNow
}

// Standing is what holds for a check.
type Standing struct {
	Opinion
	// Others are the latest answers of all other givers, the person first and then as they were read, the newest
	// first.
	Others []Opinion
}

// Contradictions are the others that say something else of the same time: an answer from before a fix that may
// have changed it contradicts nobody.
func (s Standing) Contradictions() []Opinion {
	agrees := func(o Opinion) bool { return !o.isStatement() || o.Outdated || o.Answer == s.Answer }
	return slices.DeleteFunc(slices.Clone(s.Others), agrees)
}

// Weigh decides what counts of a case. Of one giver the latest answer to a check counts, of a machine the one
// read last. A person overrules machines, whoever came first, until the person takes the answer back or can't
// tell. Between machines the one that read last counts, so that the same fact from two sources counts once.
//
// After a fix that may have changed the answer all look anew: a machine's later reading holds against a
// person's earlier answer. For the diagnosis answers before and after such a fix count each for its time.
//
// Numbers tells what a Counted, by its index in the events, says to the diagnosis, by check. What the latest
// one says holds; it is the person's, and is as old as the last Counted that changed it or the sizes behind
// it. Values that are moments get the age that they have now, and what a person said of today is of that day
// from the next on. With a nil known no fix changes any answer, and nothing has an age.
func Weigh(c *Case, known Known, numbers func(event int) map[string]storage.Statement, now time.Time) Account {
	w := &weighing{
		c: c, known: known, counted: toldByNumbers(c, numbers, now), now: now, heard: map[string]*hearing{},
	}
	marks := timeline(c, now)
	w.all = make([]weighed, 0, len(marks))
	for _, m := range marks {
		w.take(m)
	}
	return Account{Pieces: w.pieces(), Checks: w.standings()}
}

// mark is a moment of an event: when it happened, or when a fact was last read again.
type mark struct {
	event int
	time  time.Time
}

// timeline orders events by their time. A reading stands where its time belongs, and a second time where it was
// last read.
func timeline(c *Case, now time.Time) []mark {
	all := make([]mark, 0, len(c.Events))
	times := c.times(now)
	for i := range c.Events {
		e := &c.Events[i]
		o, ok := e.What.(Observed)
		if !ok {
			all = append(all, mark{i, times[i]})
			continue
		}
		all = append(all, mark{i, e.Time})
		if o.Read.After(e.Time) {
			all = append(all, mark{i, o.Read})
		}
	}
	order := func(a, b mark) int { return cmp.Or(a.time.Compare(b.time), cmp.Compare(a.event, b.event)) }
	if !slices.IsSortedFunc(all, order) {
		slices.SortStableFunc(all, order)
	}
	return all
}

// toldByNumbers finds for the answers that follow from the latest numbers the Counted that said them first, without
// a change since: answers by check, by the index of that event.
func toldByNumbers(
	c *Case, numbers func(event int) map[string]storage.Statement, now time.Time,
) map[int]map[string]string {
	all := c.countedInOrder(now)
	if len(all) == 0 {
		return nil
	}
	latest := all[len(all)-1]
	holds := numbers(latest)
	since := map[string]int{} // by check
	left := maps.Clone(holds)
	for _, i := range slices.Backward(all) {
		if len(left) == 0 {
			break
		}
		said := holds
		if i != latest {
			said = numbers(i)
		}
		for check, now := range left {
			if said[check] == now {
				since[check] = i
			} else {
				delete(left, check)
			}
		}
	}
	answers := map[int]map[string]string{}
	for check, i := range since {
		if answers[i] == nil {
			answers[i] = map[string]string{}
		}
		answers[i][check] = holds[check].Answer
	}
	return answers
}

type weighing struct {
	c       *Case
	known   Known
	counted map[int]map[string]string // answers by check, by the event that gave them
	now     time.Time

	heard map[string]*hearing // by check that has an answer
	all   []weighed
}

// weighed is a possible piece.
type weighed struct {
	Piece
	hearing *hearing // of the check; nil without one
	epoch   int
}

func (w *weighing) take(m mark) {
	e := &w.c.Events[m.event]
	switch what := e.What.(type) {
	case Answered:
		h := w.of(what.Check)
		w.answer(h, what.Check, "", Opinion{
			Event: m.event, Source: e.Source, Answer: w.answerSince(h.check, what, e.Time), Time: e.Time,
		})
	case Counted:
		answers, tells := w.counted[m.event]
		if !tells {
			return
		}
		for _, check := range slices.Sorted(maps.Keys(answers)) {
			w.answer(w.of(check), check, "", Opinion{
				Event: m.event, Source: e.Source, Answer: answers[check], Time: e.Time,
			})
		}
	case Observed:
		w.observe(m, e.Source, &what)
	case Tried:
		if e.IsAhead(w.now) {
			return
		}
		w.all = append(w.all, weighed{Piece: Piece{Event: m.event}})
		w.try(what)
	default:
		w.all = append(w.all, weighed{Piece: Piece{Event: m.event}})
	}
}

// observe takes a fact: the answer to its check, or what follows from the error of a failed backup. The
// failure itself counts as the message that the device shows for it.
func (w *weighing) observe(m mark, source Source, o *Observed) {
	read := func(check, answer string, at time.Time) {
		w.answer(w.of(check), check, source, Opinion{
			Event: m.event, Source: source, Answer: answer, Time: at, IsRead: true,
		})
	}
	switch {
	case o.Check != "":
		read(o.Check, w.answerOf(o, source), m.time)
	case o.Fact == FactFailure && m.time.Equal(w.c.Events[m.event].Time):
		says := w.says(o)
		for _, check := range slices.Sorted(maps.Keys(says)) {
			read(check, says[check], o.At)
		}
		w.all = append(w.all, weighed{Piece: Piece{Event: m.event, Reader: source}})
	}
}

// says are the answers that follow from the error of a failed backup.
func (w *weighing) says(o *Observed) map[string]string {
	number, ok := o.Failure()
	if !ok || w.known == nil {
		return nil
	}
	if code := w.known.Code(number); code != nil {
		return code.Says
	}
	return nil
}

// of is all that was said of a check.
func (w *weighing) of(check string) *hearing {
	h := w.heard[check]
	if h == nil {
		h = &hearing{epochs: make([]epoch, 1)}
		if w.known != nil {
			h.check = w.known.Check(check)
		}
		w.heard[check] = h
	}
	return h
}

func (w *weighing) answer(h *hearing, check string, reader Source, o Opinion) {
	h.say(reader, o)
	w.all = append(w.all, weighed{
		Piece{Event: o.Event, Check: check, Answer: o.Answer, Reader: reader}, h, len(h.epochs) - 1,
	})
}

// answerOf is the answer of a fact: as read, or by the age of its value. One that was last read too long ago has none.
func (w *weighing) answerOf(o *Observed, source Source) string {
	if w.known == nil {
		return o.Answer
	}
	check := w.known.Check(o.Check)
	switch {
	case check == nil:
		return o.Answer
	case check.Lapses(string(source), w.now.Sub(o.Read)):
		return ""
	case o.Answer != "":
		return o.Answer
	}
	at, ok := o.Moment()
	if !ok {
		return ""
	}
	return check.AnswerByAge(w.now.Sub(at))
}

// answerSince is what became of an answer by age that a person gave without a moment, such as "today": on
// the day on which it was said it holds, and then it grows old.
func (w *weighing) answerSince(check *knowledge.Check, a Answered, said time.Time) string {
	if check == nil || said.IsZero() {
		return a.Answer
	}
	given := check.Answer(a.Answer)
	midnight := startOfDay(said.In(w.now.Location()))
	if given == nil || len(given.Days) == 0 || w.now.Before(midnight.AddDate(0, 0, 1)) {
		return a.Answer
	}
	since := midnight.AddDate(0, 0, -int(given.Days[0]))
	return cmp.Or(check.AnswerByAge(w.now.Sub(since)), a.Answer)
}

func startOfDay(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// try begins a new epoch of all checks whose answer the fix may have changed.
func (w *weighing) try(t Tried) {
	if !t.IsDone() {
		return
	}
	for _, h := range w.heard {
		if h.check != nil && slices.Contains(h.check.StaleAfter, t.Fix) {
			h.epochs = append(h.epochs, nil)
		}
	}
}

// pieces are those of the possible pieces that count.
func (w *weighing) pieces() []Piece {
	var pieces []Piece
	for i := range w.all {
		one := &w.all[i]
		if one.hearing != nil {
			best := one.hearing.epochs[one.epoch].best()
			if best == nil || best.reader != one.Reader || best.Event != one.Event || best.counts {
				continue
			}
			best.counts = true
		}
		pieces = append(pieces, one.Piece)
	}
	return pieces
}

func (w *weighing) standings() map[string]Standing {
	checks := map[string]Standing{}
	for check, h := range w.heard {
		if standing, ok := h.standing(); ok {
			checks[check] = standing
		}
	}
	return checks
}
