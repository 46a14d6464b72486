package casefile

import (
	"strconv"
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Known is the part of the knowledge base that events refer to. Each look-up takes an id or a reference such
// as Q02 or MSG01 and returns nil for an id that is not known. *knowledge.Base is one. A nil Known leaves ids
// unchecked.
type Known interface {
	Check(id string) *knowledge.Check
	Fix(id string) *knowledge.Fix
	Message(id string) *knowledge.Message
	Complaint(id string) *knowledge.Complaint
	Elsewhere(id string) *knowledge.Elsewhere
	Gate(id string) *knowledge.Gate
	Code(number int) *knowledge.Code
	Language(id string) *screens.Language
}

// Countries may be implemented by a Known: it tells whether a text names a market of the price list or
// another country. Without it countries stay unchecked.
type Countries interface {
	KnowsCountry(country string) bool
}

// lossPrefix stands before the id of a fix in the gate of a Confirmed: the page that tells the losses of this
// fix.
const lossPrefix = "loss:"

// maxText bounds the text of a message, in bytes.
const maxText = 64 << 10

var (
	sources = []Source{FromPerson, FromPhone, FromStatus, FromNetwork, FromBackup, FromStorage}
	// witnesses are the sources that can see a backup in iCloud.
	witnesses = []Source{FromPerson, FromPhone}
	machines  = []Source{FromPhone, FromBackup, FromStatus, FromNetwork}
	kinds     = []kind{kindAnswer, kindFix, kindMessage, kindConfirm, kindStorage, kindObservation, kindProof}
	outcomes  = []Outcome{Done, Failed, Unsure, Declined, Already, NotFound}
	seen      = []Seen{SeenFinished, SeenRunning, SeenError, SeenOldDate, SeenStopped}
	hows      = []How{howRead, HowMeasured, HowPublished}
)

// judge tidies the event, turns references into ids, and returns the faults of the event.
func (e *Event) judge(known Known) []fault {
	j := &judge{known: known}
	e.Time = moment(e.Time)
	if !inRange(e.Time) {
		j.wrong("time", words.Say("case-file.time-range"), words.Say("case-file.want.year"))
	}
	if e.Source == "" {
		e.Source = FromPerson
	}
	e.Source = oneOf(j, "source", e.Source, sources)
	switch what := e.What.(type) {
	case Answered:
		j.answered(&what)
		e.What = what
	case Tried:
		j.tried(&what)
		e.What = what
	case Said:
		j.said(&what)
		e.What = what
	case Confirmed:
		j.confirmed(&what)
		e.What = what
	case Counted:
		j.counted(&what.Inputs)
		e.What = what
	case Observed:
		j.observed(e, &what)
		e.What = what
	case Proved:
		oneOf(j, "source", e.Source, witnesses)
		j.proved(&what)
		e.What = what
	default:
		j.wrong("kind", words.Say("case-file.missing", "Key", "kind"), oneOfThese(names(kinds)))
	}
	return j.faults
}

// judge collects the faults of one event.
type judge struct {
	known  Known
	faults []fault
}

func (j *judge) wrong(key string, what, want words.Sentence) {
	j.faults = append(j.faults, fault{key: key, what: what, want: want})
}

func (j *judge) unknown(key string, what, want words.Sentence) {
	j.faults = append(j.faults, fault{key: key, what: what, want: want, class: tomlfile.Unknown})
}

// name tidies an id and reports whether it can be looked up.
func (j *judge) name(key string, id *string) bool {
	*id = tidy(*id)
	switch {
	case *id == "":
		j.wrong(key, words.Say("case-file.missing", "Key", key), words.Quote(key+` = "…"`))
		return false
	case len(*id) > maxLabel:
		j.wrong(key, words.Say("case-file.too-long", "Key", key, "Most", maxLabel), words.Say("case-file.want.id"))
		return false
	}
	return j.known != nil
}

func (j *judge) answered(a *Answered) {
	a.Answer = strings.ToLower(tidy(a.Answer))
	if a.Answer == "" || len(a.Answer) > maxLabel {
		j.wrong("answer", words.Say("case-file.no-answer"),
			words.Say("case-file.want.answer", "CantTell", CantTell, "NotNow", NotNow))
	}
	if check := j.check(&a.Check); check != nil && a.Answer != CantTell && a.Answer != NotNow {
		j.answer(check, &a.Answer, CantTell, NotNow)
	}
}

// check looks a check up and turns a reference into its id; nil when it can't be looked up or is not known.
func (j *judge) check(id *string) *knowledge.Check {
	if !j.name("check", id) {
		return nil
	}
	check := j.known.Check(*id)
	if check == nil {
		j.unknown("check", words.Say("case-file.no-check", "ID", clip(*id)), words.Say("case-file.want.check"))
		return nil
	}
	*id = check.ID
	return check
}

// answer spells an answer as the check does. More are the other answers that would do.
func (j *judge) answer(check *knowledge.Check, answer *string, more ...string) {
	if *answer == "" {
		return
	}
	var ids []string
	for i := range check.Answers {
		if strings.EqualFold(check.Answers[i].ID, *answer) {
			*answer = check.Answers[i].ID
			return
		}
		ids = append(ids, check.Answers[i].ID)
	}
	j.unknown("answer", words.Say("case-file.other-answer", "Answer", clip(*answer), "Check", check.ID),
		oneOfThese(append(ids, more...)))
}

// worked is how people write Done who say more than they can know.
const worked Outcome = "worked"

func (j *judge) tried(t *Tried) {
	if Outcome(strings.ToLower(tidy(string(t.Outcome)))) == worked {
		t.Outcome = Done
	}
	t.Outcome = oneOf(j, "outcome", t.Outcome, outcomes)
	if !j.name("fix", &t.Fix) {
		return
	}
	if fix := j.known.Fix(t.Fix); fix != nil {
		t.Fix = fix.ID
		return
	}
	j.unknown("fix", words.Say("case-file.no-fix", "ID", clip(t.Fix)), words.Say("case-file.want.fix"))
}

func (j *judge) said(s *Said) {
	s.Text = strings.ToValidUTF8(s.Text, "\ufffd")
	if len(s.Text) > maxText {
		j.wrong("text", words.Say("case-file.long-message", "Most", maxText>>10),
			words.Say("case-file.want.message-only"))
	}
	ids := map[string]*string{"message": &s.Message, "complaint": &s.Complaint, "elsewhere": &s.Elsewhere}
	var named []string
	for _, key := range []string{"message", "complaint", "elsewhere"} {
		if *ids[key] = tidy(*ids[key]); *ids[key] != "" {
			named = append(named, key)
		}
	}
	switch {
	case len(named) > 1:
		j.wrong(named[1], words.Say("case-file.two-said", "First", named[0], "Second", named[1]),
			words.Say("case-file.want.one"))
		return
	case len(named) == 0:
		if strings.TrimSpace(s.Text) == "" {
			j.wrong("message", words.Say("case-file.no-message"), words.Say("case-file.want.message-or-text"))
		}
		return
	}
	key, id := named[0], ids[named[0]]
	if !j.name(key, id) {
		return
	}
	known, what, want := "", words.Sentence{}, words.Sentence{}
	switch key {
	case "message":
		what, want = words.Say("case-file.unknown-message", "ID", clip(*id)), words.Say("case-file.want.message")
		if m := j.known.Message(*id); m != nil {
			known = m.ID
		}
	case "complaint":
		what, want = words.Say("case-file.unknown-complaint", "ID", clip(*id)), words.Say("case-file.want.complaint")
		if c := j.known.Complaint(*id); c != nil {
			known = c.ID
		}
	case "elsewhere":
		what, want = words.Say("case-file.unknown-elsewhere", "ID", clip(*id)), words.Say("case-file.want.elsewhere")
		if e := j.known.Elsewhere(*id); e != nil {
			known = e.ID
		}
	}
	if known == "" {
		j.unknown(key, what, want)
		return
	}
	*id = known
}

func (j *judge) confirmed(c *Confirmed) {
	if !j.name("gate", &c.Gate) {
		return
	}
	if id, loss := strings.CutPrefix(c.Gate, lossPrefix); loss {
		if fix := j.known.Fix(strings.TrimSpace(id)); fix != nil {
			c.Gate = lossPrefix + fix.ID
			return
		}
	} else if gate := j.known.Gate(c.Gate); gate != nil {
		c.Gate = gate.ID
		return
	}
	j.unknown("gate", words.Say("case-file.no-gate", "ID", clip(c.Gate)),
		words.Say("case-file.want.gate", "Prefix", lossPrefix))
}

func (j *judge) observed(e *Event, o *Observed) {
	e.Source = oneOf(j, "source", e.Source, machines)
	if o.How == "" {
		o.How = howRead
	}
	o.How = oneOf(j, "how", o.How, hows)
	o.Value, o.Answer = tidy(o.Value), strings.ToLower(tidy(o.Answer))
	for key, text := range map[string]string{"value": o.Value, "answer": o.Answer} {
		if len(text) > maxLabel {
			j.faults = append(j.faults, tooLong(key))
		}
	}
	o.At, o.Read = moment(o.At), moment(o.Read)
	if o.Fact = tidy(o.Fact); o.Fact == FactFailure {
		j.failure(e, o)
	}
	if o.Read.IsZero() {
		o.Read = e.Time
	}
	if !inRange(o.At) || !inRange(o.Read) || o.Read.Before(e.Time) {
		j.wrong("read", words.Say("case-file.observed-before"), words.Say("case-file.want.year"))
	}
	if o.Fact != "" {
		j.name("fact", &o.Fact)
		if o.Check != "" || o.Answer != "" {
			j.wrong("fact", words.Say("case-file.check-and-fact"), words.Say("case-file.want.one"))
		}
		if o.Value == "" {
			j.wrong("value", words.Say("case-file.missing", "Key", "value"), words.Quote(`value = "…"`))
		}
		return
	}
	if check := j.check(&o.Check); check != nil {
		j.answer(check, &o.Answer)
	}
	if o.Answer == "" && o.Value == "" || o.Answer == CantTell || o.Answer == NotNow {
		j.wrong("answer", words.Say("case-file.missing", "Key", "answer"), words.Say("case-file.want.observed"))
	}
}

// failure checks a backup that failed: it has the number of its error, and it failed before the event, for a
// failure that is still to come would outlast each backup that finishes.
func (j *judge) failure(e *Event, o *Observed) {
	switch number, ok := o.Failure(); {
	case ok && number >= 0:
		o.Value = strconv.Itoa(number)
	case o.Value != "":
		j.wrong("value", words.Say("case-file.no-error-number", "Word", clip(o.Value)),
			words.Say("case-file.want.error-number"))
	}
	switch later := o.At.Sub(e.Time); {
	case o.At.IsZero():
		j.wrong("at", words.Say("case-file.missing", "Key", "at"), words.Say("case-file.want.time"))
	case e.Time.IsZero():
		e.Time = o.At
	case later > sameFailure:
		j.wrong("at", words.Say("case-file.failed-later"), words.Say("case-file.want.not-later"))
	case later > 0:
		o.At = e.Time
	}
}

func (j *judge) proved(p *Proved) {
	p.Seen = oneOf(j, "seen", p.Seen, seen)
	if p.Backup = moment(p.Backup); !inRange(p.Backup) {
		j.wrong("backup", words.Say("case-file.time-range"), words.Say("case-file.want.year"))
	}
}

// oneOf finds a word in its list, whatever its case.
func oneOf[T ~string](j *judge, key string, word T, list []T) T {
	want := T(strings.ToLower(tidy(string(word))))
	for _, candidate := range list {
		if want == candidate {
			return candidate
		}
	}
	what := words.Say("case-file.unknown-word", "Key", key, "Word", clip(string(word)))
	if want == "" {
		what = words.Say("case-file.missing", "Key", key)
	}
	j.wrong(key, what, oneOfThese(names(list)))
	return want
}

func names[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, word := range list {
		all[i] = string(word)
	}
	return all
}

func oneOfThese(names []string) words.Sentence {
	return words.Say("case-file.want.one-of", "List", strings.Join(names, ", "))
}
