package session

import (
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
