package casefile

import (
	"fmt"
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/storage/planner"
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
		j.wrong("time", "the time is out of range", "a year from 1 to 9999")
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
		j.wrong("kind", fmt.Sprintf("the event has values of another kind than %s", e.Kind), "only those of its kind")
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

func (j *judge) wrong(key, what, want string) {
	j.faults = append(j.faults, fault{key: key, what: what, want: want})
}

func (j *judge) unknown(key, what, want string) {
	j.faults = append(j.faults, fault{key: key, what: what, want: want, class: unknown})
}

// name tidies an id and reports whether there is one to look up.
func (j *judge) name(key string, id *string) bool {
	*id = tidy(*id)
	switch {
	case *id == "":
		j.wrong(key, key+" is missing", fmt.Sprintf(`%s = "…"`, key))
		return false
	case len(*id) > maxLabel:
		j.wrong(key, fmt.Sprintf("%s is longer than %d bytes", key, maxLabel), "an id")
		return false
	}
	return j.known != nil
}

func (j *judge) answer(e *Event) {
	e.Answer = strings.ToLower(tidy(e.Answer))
	if e.Answer == "" || len(e.Answer) > maxLabel {
		j.wrong("answer", "the answer is missing or too long", fmt.Sprintf("%q, %q or an answer of the check", CantTell, NotNow))
	}
	if !j.name("check", &e.Check) {
		return
	}
	check := j.known.Check(e.Check)
	if check == nil {
		j.unknown("check", fmt.Sprintf("there is no check %s", clip(e.Check)), "the id or reference of a check")
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
	j.unknown("answer", fmt.Sprintf("%s is not an answer of %s", clip(e.Answer), check.ID),
		"one of "+strings.Join(append(ids, CantTell, NotNow), ", "))
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
	j.unknown("fix", fmt.Sprintf("there is no fix %s", clip(e.Fix)), "the id of a fix")
}

func (j *judge) message(e *Event) {
	e.Text = strings.ToValidUTF8(e.Text, "\ufffd")
	if len(e.Text) > maxText {
		j.wrong("text", fmt.Sprintf("the text is longer than %d KiB", maxText>>10), "only the message itself")
	}
	if e.Message = tidy(e.Message); e.Message == "" {
		if strings.TrimSpace(e.Text) == "" {
			j.wrong("message", "the message is missing", `message = "…" with an id, or text = "…" with what the phone says`)
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
	j.unknown("message", fmt.Sprintf("there is no message %s", clip(e.Message)), "the id or reference of a message")
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
	j.unknown("gate", fmt.Sprintf("there is no gate %s", clip(e.Gate)),
		fmt.Sprintf("the id of a gate, or %s and the id of a fix", LossPrefix))
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
			j.wrong(size.key, size.key+" is larger than any plan", `bytes, or a text such as "4.8 GB"`)
		}
	}
	if !some && s.Content == "" {
		j.wrong("plan", "the sizes are missing", "at least one of plan, used, next and content")
	}
	if s.Content == "" {
		return
	}
	in, err := planner.Read(s.Plan, s.Used, s.Next, s.Content)
	if err != nil {
		j.wrong("content", "content: "+err.Error(), "")
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
	what := fmt.Sprintf("%s %s is not known", key, clip(string(word)))
	if said == "" {
		what = key + " is missing"
	}
	j.wrong(key, what, "one of "+strings.Join(names, ", "))
	return said
}
