package casefile

import (
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

// Known is the part of the knowledge base that events refer to. Each look-up takes an id or a reference such as Q02 or
// MSG01 and returns nil for what it does not know. *knowledge.Base is one. A nil Known leaves ids unchecked.
type Known interface {
	Check(id string) *knowledge.Check
	Fix(id string) *knowledge.Fix
	Message(id string) *knowledge.Message
	Gate(id string) *knowledge.Gate
	Language(id string) *knowledge.Language
}

// Countries may be part of what is Known: whether a text names a market of the price list or another country. Without it
// countries stay unchecked.
type Countries interface {
	KnowsCountry(country string) bool
}

// LossPrefix stands before the id of a fix in the gate of a confirm event: the page that says what this fix loses.
const LossPrefix = "loss:"

// maxText bounds what the phone says, in bytes.
const maxText = 64 << 10

var (
	sources  = []Source{FromPerson, FromPhone, FromStatus, FromNetwork, FromBackup, FromStorage}
	kinds    = []Kind{KindAnswer, KindFix, KindMessage, KindConfirm, KindStorage}
	outcomes = []Outcome{Worked, Failed, Unsure, Declined, NotFound}
)

// judge tidies the event, turns references into ids, and says what is wrong with it.
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
	e.Kind = oneOf(j, "kind", e.Kind, kinds)
	clean := Event{Time: e.Time, Source: e.Source, Kind: e.Kind}
	switch e.Kind {
	case KindAnswer:
		clean.Check, clean.Answer = e.Check, e.Answer
		j.answer(&clean)
	case KindFix:
		clean.Fix, clean.Outcome = e.Fix, e.Outcome
		j.fix(&clean)
	case KindMessage:
		clean.Message, clean.Text = e.Message, e.Text
		j.message(&clean)
	case KindConfirm:
		clean.Gate = e.Gate
		j.gate(&clean)
	case KindStorage:
		clean.Storage = e.Storage
		j.storage(&clean.Storage)
	default:
		return j.faults
	}
	if rest := *e; rest.without(e.Kind) != (Event{}) {
		j.wrong("kind", words.Say("case-file.mixed", "Kind", e.Kind), words.Say("case-file.want.own-kind"))
	}
	*e = clean
	return j.faults
}

// without is the event less everything that an event of the kind has.
func (e *Event) without(kind Kind) Event {
	rest := *e
	rest.Time, rest.Source, rest.Kind = Event{}.Time, "", ""
	switch kind {
	case KindAnswer:
		rest.Check, rest.Answer = "", ""
	case KindFix:
		rest.Fix, rest.Outcome = "", ""
	case KindMessage:
		rest.Message, rest.Text = "", ""
	case KindConfirm:
		rest.Gate = ""
	case KindStorage:
		rest.Storage = Storage{}
	}
	return rest
}

// judge collects what is wrong with one event.
type judge struct {
	known  Known
	faults []fault
}

func (j *judge) wrong(key string, what, want words.Sentence) {
	j.faults = append(j.faults, fault{key: key, what: what, want: want})
}

func (j *judge) unknown(key string, what, want words.Sentence) {
	j.faults = append(j.faults, fault{key: key, what: what, want: want, class: unknown})
}

// name tidies an id and reports whether there is one to look up.
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

func (j *judge) answer(e *Event) {
	e.Answer = strings.ToLower(tidy(e.Answer))
	if e.Answer == "" || len(e.Answer) > maxLabel {
		j.wrong("answer", words.Say("case-file.no-answer"), words.Say("case-file.want.answer", "CantTell", CantTell, "NotNow", NotNow))
	}
	if !j.name("check", &e.Check) {
		return
	}
	check := j.known.Check(e.Check)
	if check == nil {
		j.unknown("check", words.Say("case-file.no-check", "ID", clip(e.Check)), words.Say("case-file.want.check"))
		return
	}
	e.Check = check.ID
	if e.Answer == "" || e.Answer == CantTell || e.Answer == NotNow {
		return
	}
	var ids []string
	for i := range check.Answers {
		if strings.EqualFold(check.Answers[i].ID, e.Answer) {
			e.Answer = check.Answers[i].ID
			return
		}
		ids = append(ids, check.Answers[i].ID)
	}
	j.unknown("answer", words.Say("case-file.other-answer", "Answer", clip(e.Answer), "Check", check.ID), oneOfThese(append(ids, CantTell, NotNow)))
}

func (j *judge) fix(e *Event) {
	e.Outcome = oneOf(j, "outcome", e.Outcome, outcomes)
	if !j.name("fix", &e.Fix) {
		return
	}
	if fix := j.known.Fix(e.Fix); fix != nil {
		e.Fix = fix.ID
		return
	}
	j.unknown("fix", words.Say("case-file.no-fix", "ID", clip(e.Fix)), words.Say("case-file.want.fix"))
}

func (j *judge) message(e *Event) {
	e.Text = strings.ToValidUTF8(e.Text, "\ufffd")
	if len(e.Text) > maxText {
		j.wrong("text", words.Say("case-file.long-message", "Most", maxText>>10), words.Say("case-file.want.message-only"))
	}
	if e.Message = tidy(e.Message); e.Message == "" {
		if strings.TrimSpace(e.Text) == "" {
			j.wrong("message", words.Say("case-file.no-message"), words.Say("case-file.want.message-or-text"))
		}
		return
	}
	if !j.name("message", &e.Message) {
		return
	}
	if message := j.known.Message(e.Message); message != nil {
		e.Message = message.ID
		return
	}
	j.unknown("message", words.Say("case-file.unknown-message", "ID", clip(e.Message)), words.Say("case-file.want.message"))
}

func (j *judge) gate(e *Event) {
	if !j.name("gate", &e.Gate) {
		return
	}
	if id, loss := strings.CutPrefix(e.Gate, LossPrefix); loss {
		if fix := j.known.Fix(strings.TrimSpace(id)); fix != nil {
			e.Gate = LossPrefix + fix.ID
			return
		}
	} else if gate := j.known.Gate(e.Gate); gate != nil {
		e.Gate = gate.ID
		return
	}
	j.unknown("gate", words.Say("case-file.no-gate", "ID", clip(e.Gate)), words.Say("case-file.want.gate", "Prefix", LossPrefix))
}

func (j *judge) storage(s *Storage) {
	some := false
	for _, size := range []struct {
		key   string
		bytes *int64
	}{{"plan", &s.Plan}, {"used", &s.Used}, {"next", &s.Next}} {
		*size.bytes = max(*size.bytes, -1)
		some = some || *size.bytes >= 0
		if *size.bytes > storage.MaxAmount {
			j.wrong(size.key, words.Say("case-file.over-plan", "Size", size.key), words.Say("case-file.want.size"))
		}
	}
	if !some && s.Content == "" {
		j.wrong("plan", words.Say("case-file.no-sizes"), words.Say("case-file.want.some-size"))
	}
	if s.Content == "" {
		return
	}
	in, err := storage.Read(s.Plan, s.Used, s.Next, s.Content)
	if err != nil {
		j.wrong("content", words.Say("case-file.content", "Error", err), words.Sentence{})
		return
	}
	s.Plan, s.Used, s.Next, s.Content = in.Write()
}

// oneOf finds a word in its list, whatever its case.
func oneOf[T ~string](j *judge, key string, word T, list []T) T {
	said := T(strings.ToLower(tidy(string(word))))
	names := make([]string, len(list))
	for i, candidate := range list {
		if said == candidate {
			return candidate
		}
		names[i] = string(candidate)
	}
	what := words.Say("case-file.unknown-word", "Key", key, "Word", clip(string(word)))
	if said == "" {
		what = words.Say("case-file.missing", "Key", key)
	}
	j.wrong(key, what, oneOfThese(names))
	return said
}

func oneOfThese(names []string) words.Sentence {
	return words.Say("case-file.want.one-of", "List", strings.Join(names, ", "))
}
