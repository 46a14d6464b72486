package phrase

import (
	"cmp"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
)

// factNames are the keys of sentences about named facts.
var factNames = map[string]string{
	casefile.FactModel: "fact.model", casefile.FactVersion: "fact.version",
	casefile.FactCountry: "fact.country", casefile.FactLanguage: "fact.language",
}

// observed puts a fact that a machine read into a short phrase.
func (b *Book) observed(o casefile.Observed, d apple.Device) string {
	k := b.base.Check(o.Check)
	switch {
	case k != nil && o.Answer != "" && o.How == casefile.HowMeasured && o.Value != "":
		answer := b.words.Text("fact.measured", "Answer", b.AnswerLabel(k, o.Answer, d), "Value", o.Value)
		return b.answered(k, answer, d)
	case k != nil && o.Answer != "":
		return b.answered(k, b.AnswerLabel(k, o.Answer, d), d)
	case k != nil:
		return b.answered(k, b.value(o.Value), d)
	case o.Fact == casefile.FactFailure:
		return b.failed(o, d)
	case factNames[o.Fact] != "":
		return b.words.Text(factNames[o.Fact], "Value", b.named(o))
	case o.Fact != "":
		return b.words.Text("fact.other", "Fact", o.Fact, "Value", o.Value)
	}
	return b.words.Text("event.unknown")
}

// named is the value of a named fact as people say it: a language and a country by name.
func (b *Book) named(o casefile.Observed) string {
	switch o.Fact {
	case casefile.FactLanguage:
		return cmp.Or(b.Language(o.Value), o.Value)
	case casefile.FactCountry:
		return cmp.Or(b.CountryName(o.Value), o.Value)
	}
	return o.Value
}

// failed says which error a backup had, and what it means.
func (b *Book) failed(o casefile.Observed, d apple.Device) string {
	key, means := "fact.failure", b.words.Text("fact.failure.unknown")
	if number, ok := o.Failure(); ok {
		if code := b.base.Code(number); code != nil {
			means = b.base.Fill(code.Means, d)
			if code.NoFault {
				key = "fact.failure.none"
			}
		}
	}
	return b.words.Text(key, "Code", o.Value, "Means", means, "Time", b.words.Time(o.At.Local()))
}

// answered puts a check and an answer in words into one phrase.
func (b *Book) answered(k *knowledge.Check, answer string, d apple.Device) string {
	return b.words.Text("event.answer", "Check", b.base.Fill(k.Question, d), "Answer", answer)
}

// value writes a moment as people do, any other value as it was read.
func (b *Book) value(text string) string {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return b.words.Time(at.Local())
	}
	return text
}

// Opinion is a sentence part about an answer, its giver and its time:
// "the iPhone says “It is on” (Nov 23, 2026, 10:41)". The time is that of the location.
func (b *Book) Opinion(o casefile.Opinion, k *knowledge.Check, d apple.Device, at *time.Location) string {
	return b.words.Text("fact.says."+string(o.Source), "Device", d.Name(), "Answer", b.AnswerLabel(k, o.Answer, d),
		"Time", b.words.Time(o.Time.In(at)))
}

// FactWord is the fact beside the title of a checklist row; word is the answer in a word or two. An answer that a
// machine read gets its source: "Off, from the iPhone". Answers that contradict each other stand side by side: "you:
// “Off”, iPhone: “On”?".
func (b *Book) FactWord(s casefile.Standing, k *knowledge.Check, d apple.Device, word string) string {
	short := func(o casefile.Opinion) string {
		answer := b.AnswerLabel(k, o.Answer, d)
		return b.words.Text("fact.short."+string(o.Source), "Device", d.Name(), "Answer", answer)
	}
	if others := s.Contradictions(); len(others) > 0 {
		return b.words.Text("fact.row.contradicted", "One", short(s.Opinion), "Other", short(others[0]))
	}
	if !s.IsRead {
		return word
	}
	return b.words.Text("fact.row", "Answer", word, "From", b.words.Text("fact.from."+string(s.Source), "Device", d.Name()))
}
