package phrase

import (
	"slices"
	"strings"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// Describe puts an event into a short phrase: what was asked and said, or done and found.
func (b *Book) Describe(e *casefile.Event, d knowledge.Device) string {
	switch e.Kind {
	case casefile.KindAnswer:
		if k := b.base.Check(e.Check); k != nil {
			return b.words.Text("event.answer", "Check", b.base.Fill(k.Question, d), "Answer", b.AnswerLabel(k, e.Answer, d))
		}
	case casefile.KindFix:
		if f := b.base.Fix(e.Fix); f != nil {
			return b.words.Text("event.fix", "Fix", b.base.Fill(f.Title, d), "Outcome", b.words.Text("outcome."+string(e.Outcome)))
		}
	case casefile.KindMessage:
		if m := b.base.Message(e.Message); m != nil {
			return b.words.Text("event.message", "Message", b.base.Fill(m.Text, d))
		}
		return b.words.Text("event.message", "Message", e.Text)
	case casefile.KindConfirm:
		if fix, ok := diagnosis.LossFix(e.Gate); ok {
			if f := b.base.Fix(fix); f != nil {
				return b.words.Text("event.loss", "Fix", b.base.Fill(f.Title, d))
			}
		}
		if g := b.base.Gate(e.Gate); g != nil {
			return b.words.Text("event.gate", "Gate", b.base.Fill(g.Confirm, d))
		}
	case casefile.KindStorage:
		if n := e.Storage; n.Plan < 0 && n.Used < 0 && n.Next < 0 {
			return b.words.Text("event.content")
		}
		return b.words.Text("event.storage", "Used", b.SizeKnown(e.Storage.Used), "Plan", b.SizeKnown(e.Storage.Plan), "Next", b.SizeKnown(e.Storage.Next))
	}
	return b.words.Text("event.unknown")
}

// storageParts are the words for what a line of storage content is about, by its first word.
var storageParts = map[string]string{
	"device": "plan-pane.devices", "person": "plan-pane.family", "cloud": "plan-pane.cloud", "bundle": "plan-pane.bundle",
	"growth": "plan-pane.growth", "upload": "plan-pane.time.title", "window": "plan-pane.time.title",
	"off": "plan-pane.cleanup.title", "copy": "plan-pane.cleanup.title", "new-device": "plan-pane.new-device",
}

// DescribeChange is Describe for an event that followed others: of storage numbers it says only what they changed.
func (b *Book) DescribeChange(e *casefile.Event, before []casefile.Event, d knowledge.Device) string {
	var old *casefile.Storage
	for i := range before {
		if before[i].Kind == casefile.KindStorage {
			old = &before[i].Storage
		}
	}
	if e.Kind != casefile.KindStorage || old == nil {
		return b.Describe(e, d)
	}
	var parts []string
	for _, one := range []struct {
		key      string
		was, now int64
	}{{"event.storage.plan", old.Plan, e.Storage.Plan}, {"event.storage.used", old.Used, e.Storage.Used}, {"event.storage.next", old.Next, e.Storage.Next}} {
		if one.was != one.now {
			parts = append(parts, b.words.Text(one.key, "Size", b.SizeKnown(one.now)))
		}
	}
	for _, about := range changedLines(old.Content, e.Storage.Content) {
		key := storageParts[about]
		if about == "device 1" {
			key = "event.storage.device"
		}
		if name := b.words.Text(key); key != "" && !slices.Contains(parts, name) {
			parts = append(parts, name)
		}
	}
	if len(parts) == 0 {
		return b.Describe(e, d)
	}
	return b.words.Text("event.storage.change", "Change", strings.Join(parts, ", "))
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

// Brief is Describe in as few words as will do beside a cause: the row of the checklist with the answer.
func (b *Book) Brief(e *casefile.Event, d knowledge.Device) string {
	switch e.Kind {
	case casefile.KindAnswer:
		k := b.base.Check(e.Check)
		if k == nil {
			break
		}
		title := b.base.Fill(k.Title, d)
		for _, a := range k.Answers {
			if a.ID == e.Answer && a.Status == knowledge.Fine {
				return title // it names the good state
			}
		}
		return b.words.Text("brief.answer", "Check", title, "Answer", b.AnswerLabel(k, e.Answer, d))
	case casefile.KindMessage:
		return b.words.Text("brief.message", "Device", d.Name())
	case casefile.KindStorage:
		return b.words.Text("brief.storage")
	}
	return b.Describe(e, d)
}

// AnswerLabel is the label of an answer, also of the two that every check has.
func (b *Book) AnswerLabel(k *knowledge.Check, answer string, d knowledge.Device) string {
	for _, a := range k.Answers {
		if a.ID == answer {
			return b.base.Fill(a.Label, d)
		}
	}
	switch answer {
	case casefile.CantTell:
		return b.words.Text("answer.cant-tell")
	case casefile.NotNow:
		return b.words.Text("answer.not-now")
	}
	return answer
}
