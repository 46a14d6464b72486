package phrase

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// Describe puts an event into a short phrase: what was asked and said, or done and found.
func (b *Book) Describe(e *casefile.Event, d apple.Device) string {
	switch what := e.What.(type) {
	case casefile.Answered:
		if k := b.base.Check(what.Check); k != nil {
			return b.answered(k, b.AnswerLabel(k, what.Answer, d), d)
		}
	case casefile.Tried:
		if f := b.base.Fix(what.Fix); f != nil {
			return b.words.Text("event.fix", "Fix", b.base.Fill(f.Title, d), "Outcome",
				b.words.Text("outcome."+string(what.Outcome)))
		}
	case casefile.Said:
		return b.said(what, d)
	case casefile.Confirmed:
		if fix, ok := diagnosis.LossFix(what.Gate); ok {
			if f := b.base.Fix(fix); f != nil {
				return b.words.Text("event.loss", "Fix", b.base.Fill(f.Title, d))
			}
		}
		if g := b.base.Gate(what.Gate); g != nil {
			return b.words.Text("event.gate", "Gate", b.base.Fill(g.Confirm, d))
		}
	case casefile.Counted:
		in := &what.Inputs
		used, plan, next := b.exact(in.Used), b.exact(in.Plan), b.exact(in.First().Next)
		if !isExact(in.Used) && !isExact(in.Plan) && !isExact(in.First().Next) {
			return b.words.Text("event.content")
		}
		return b.words.Text("event.storage", "Used", used, "Plan", plan, "Next", next)
	case casefile.Proved:
		return b.base.Fill(b.words.Text("event.proof", "Seen", b.words.Text("seen."+string(what.Seen))), d)
	case casefile.Observed:
		return b.observed(what, d)
	}
	return b.words.Text("event.unknown")
}

// said says what a person complained about, or what the phone says.
func (b *Book) said(what casefile.Said, d apple.Device) string {
	if c := b.base.Complaint(what.Complaint); c != nil {
		return b.words.Text("event.complaint", "Complaint", b.base.Fill(c.Title, d))
	}
	if e := b.base.Elsewhere(what.Elsewhere); e != nil {
		return b.words.Text("event.elsewhere", "Title", b.base.Fill(e.Title, d))
	}
	if m := b.base.Message(what.Message); m != nil {
		return b.words.Text("event.message", "Message", b.base.Fill(m.Text, d))
	}
	return b.words.Text("event.message", "Message", what.Text)
}

// Backup says when a backup finished, as it was told: midnight stands for the day alone.
func (b *Book) Backup(t time.Time, at *time.Location) string {
	t = t.In(at)
	if t.Hour() == 0 && t.Minute() == 0 {
		return b.words.Day(t)
	}
	return b.words.Time(t)
}

func isExact(a size.Amount) bool { return a.Known() && a.Exact() }

// exact writes a size that is known exactly, any other as not known.
func (b *Book) exact(a size.Amount) string {
	if !isExact(a) {
		return b.SizeKnown(-1)
	}
	return b.SizeKnown(a.Likely)
}

// DescribeChange is Describe for an event that followed others: of storage numbers it says only what they
// changed.
func (b *Book) DescribeChange(e *casefile.Event, before []casefile.Event, d apple.Device) string {
	counted, ok := e.What.(casefile.Counted)
	if !ok {
		return b.Describe(e, d)
	}
	for _, earlier := range slices.Backward(before) {
		last, ok := earlier.What.(casefile.Counted)
		if !ok {
			continue
		}
		if parts := b.changes(last.Inputs, counted.Inputs); len(parts) > 0 {
			return b.words.Text("event.storage.change", "Change", strings.Join(parts, ", "))
		}
		break
	}
	return b.Describe(e, d)
}

// changes names the parts of inputs that differ, in the order in which a case keeps them.
func (b *Book) changes(old, now storage.Inputs) (parts []string) {
	add := func(changed bool, text string) {
		if changed && !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	change := func(key string, was, is size.Amount) {
		exact := isExact(was) || isExact(is)
		add(exact && b.exact(was) != b.exact(is), b.words.Text(key, "Size", b.exact(is)))
	}
	change("event.storage.plan", old.Plan, now.Plan)
	change("event.storage.used", old.Used, now.Used)
	change("event.storage.next", old.First().Next, now.First().Next)
	differ := func(key string, was, is any) { add(!reflect.DeepEqual(was, is), b.words.Text(key)) }
	differ("storage-pane.bundle", old.Bundle, now.Bundle)
	differ("storage-pane.new-device", old.NewDevice, now.NewDevice)
	differ("storage-pane.time.title", [2]float64{old.Upload, old.Window}, [2]float64{now.Upload, now.Window})
	differ("storage-pane.cloud", old.Cloud, now.Cloud)
	differ("storage-pane.growth", old.Growth, now.Growth)
	first, others := devices(old)
	firstNow, othersNow := devices(now)
	differ("event.storage.device", first, firstNow)
	differ("storage-pane.devices", others, othersNow)
	differ("storage-pane.family", old.People, now.People)
	differ("storage-pane.cleanup.title", old.OffActions, now.OffActions)
	differ("storage-pane.cleanup.title", old.Copies, now.Copies)
	differ("event.storage.settled", old.Settled, now.Settled)
	return parts
}

// devices parts the first device, less the next backup, from the others.
func devices(in storage.Inputs) (first storage.Device, others []storage.Device) {
	first = in.First()
	first.Next = size.Amount{}
	if len(in.Devices) > 1 {
		others = in.Devices[1:]
	}
	return first, others
}

// Brief is Describe in as few words as will do beside a cause: the row of the checklist with the answer.
func (b *Book) Brief(e *casefile.Event, d apple.Device) string {
	switch what := e.What.(type) {
	case casefile.Answered:
		k := b.base.Check(what.Check)
		if k == nil {
			break
		}
		return b.words.Text("brief.answer", "Check", b.base.Fill(k.Short, d), "Answer", b.AnswerLabel(k, what.Answer, d))
	case casefile.Observed:
		if what.Answer != "" {
			return b.Brief(&casefile.Event{What: casefile.Answered{Check: what.Check, Answer: what.Answer}}, d)
		}
	case casefile.Said:
		if c := b.base.Complaint(what.Complaint); c != nil {
			return b.base.Fill(c.Short, d)
		}
		return b.words.Text("brief.message", "Device", d.Name())
	case casefile.Counted:
		return b.words.Text("brief.storage")
	}
	return b.Describe(e, d)
}

// AnswerLabel is the label of an answer, also of the two that every check has.
func (b *Book) AnswerLabel(k *knowledge.Check, answer string, d apple.Device) string {
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
