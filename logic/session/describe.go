package session

import (
	"slices"
	"strings"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// Describe puts an event into a short phrase: what was asked and said, or done and found.
func (l *Library) Describe(e *casefile.Event, d knowledge.Device) string {
	switch e.Kind {
	case casefile.KindAnswer:
		if k := l.Base.Check(e.Check); k != nil {
			return l.Words.Text("event.answer", "Check", l.Base.Fill(k.Question, d), "Answer", l.AnswerLabel(k, e.Answer, d))
		}
	case casefile.KindFix:
		if f := l.Base.Fix(e.Fix); f != nil {
			return l.Words.Text("event.fix", "Fix", l.Base.Fill(f.Title, d), "Outcome", l.Words.Text("outcome."+string(e.Outcome)))
		}
	case casefile.KindMessage:
		if m := l.Base.Message(e.Message); m != nil {
			return l.Words.Text("event.message", "Message", l.Base.Fill(m.Text, d))
		}
		return l.Words.Text("event.message", "Message", e.Text)
	case casefile.KindConfirm:
		if fix, ok := diagnosis.LossFix(e.Gate); ok {
			if f := l.Base.Fix(fix); f != nil {
				return l.Words.Text("event.loss", "Fix", l.Base.Fill(f.Title, d))
			}
		}
		if g := l.Base.Gate(e.Gate); g != nil {
			return l.Words.Text("event.gate", "Gate", l.Base.Fill(g.Confirm, d))
		}
	case casefile.KindStorage:
		if n := e.Storage; n.Plan < 0 && n.Used < 0 && n.Next < 0 {
			return l.Words.Text("event.content")
		}
		return l.Words.Text("event.storage", "Used", l.bytes(e.Storage.Used), "Plan", l.bytes(e.Storage.Plan), "Next", l.bytes(e.Storage.Next))
	}
	return l.Words.Text("event.unknown")
}

// storageParts are the words for what a line of storage content is about, by its first word.
var storageParts = map[string]string{
	"device": "plan-pane.devices", "person": "plan-pane.family", "cloud": "plan-pane.cloud", "bundle": "plan-pane.bundle",
	"growth": "plan-pane.growth", "upload": "plan-pane.time.title", "window": "plan-pane.time.title",
	"off": "plan-pane.cleanup.title", "copy": "plan-pane.cleanup.title", "new-device": "plan-pane.new-device",
}

// DescribeChange is Describe for an event that followed others: of storage numbers it says only what they changed.
func (l *Library) DescribeChange(e *casefile.Event, before []casefile.Event, d knowledge.Device) string {
	var old *casefile.Storage
	for i := range before {
		if before[i].Kind == casefile.KindStorage {
			old = &before[i].Storage
		}
	}
	if e.Kind != casefile.KindStorage || old == nil {
		return l.Describe(e, d)
	}
	var parts []string
	for _, one := range []struct {
		key      string
		was, now int64
	}{{"event.storage.plan", old.Plan, e.Storage.Plan}, {"event.storage.used", old.Used, e.Storage.Used}, {"event.storage.next", old.Next, e.Storage.Next}} {
		if one.was != one.now {
			parts = append(parts, l.Words.Text(one.key, "Size", l.bytes(one.now)))
		}
	}
	for _, about := range changedLines(old.Content, e.Storage.Content) {
		key := storageParts[about]
		if about == "device 1" {
			key = "event.storage.device"
		}
		if name := l.Words.Text(key); key != "" && !slices.Contains(parts, name) {
			parts = append(parts, name)
		}
	}
	if len(parts) == 0 {
		return l.Describe(e, d)
	}
	return l.Words.Text("event.storage.change", "Change", strings.Join(parts, ", "))
}

// changedLines are the first words of the lines that are in only one of two contents, in the order of the lines. Of the first
// device, whose case this is, the number is kept.
func changedLines(a, b string) []string {
	var about []string
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		there := strings.Split(pair[1], "\n")
		for line := range strings.SplitSeq(pair[0], "\n") {
			word, _, _ := strings.Cut(line, " ")
			if strings.HasPrefix(line, "device 1 ") {
				word = "device 1"
			}
			if !slices.Contains(there, line) && !slices.Contains(about, word) {
				about = append(about, word)
			}
		}
	}
	return about
}

// brief is Describe in as few words as will do beside a cause: the row of the checklist with the answer.
func (l *Library) brief(e *casefile.Event, d knowledge.Device) string {
	switch e.Kind {
	case casefile.KindAnswer:
		k := l.Base.Check(e.Check)
		if k == nil {
			break
		}
		title := l.Base.Fill(k.Title, d)
		for _, a := range k.Answers {
			if a.ID == e.Answer && a.Status == knowledge.Fine {
				return title // it names the good state
			}
		}
		return l.Words.Text("brief.answer", "Check", title, "Answer", l.AnswerLabel(k, e.Answer, d))
	case casefile.KindMessage:
		return l.Words.Text("brief.message", "Device", d.Name())
	case casefile.KindStorage:
		return l.Words.Text("brief.storage")
	}
	return l.Describe(e, d)
}

// AnswerLabel is the label of an answer, also of the two that every check has.
func (l *Library) AnswerLabel(k *knowledge.Check, answer string, d knowledge.Device) string {
	for _, a := range k.Answers {
		if a.ID == answer {
			return l.Base.Fill(a.Label, d)
		}
	}
	switch answer {
	case casefile.CantTell:
		return l.Words.Text("answer.cant-tell")
	case casefile.NotNow:
		return l.Words.Text("answer.not-now")
	}
	return answer
}
