package guide

import (
	"maps"
	"slices"
	"strings"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// NumberQuestion is an open question about storage numbers, in words.
type NumberQuestion struct {
	storage.Question
	Text  string // the question, with the sizes that may be meant
	Where string // where the phone shows the number; empty where that is not known
	// Choices are the sizes that may be meant, and at the end that it is so where a person may settle it.
	Choices []string
}

// Pick returns inputs with one of the choices taken, by its index.
func (q *NumberQuestion) Pick(in storage.Inputs, choice int) storage.Inputs {
	if choice < len(q.Guesses) {
		in.Plan = size.Of(q.Guesses[choice], size.Phone)
		return in
	}
	return in.Settle(q.Question)
}

// routesOf are the routes to the numbers in question, where it is not the bar with plan and use.
var routesOf = map[storage.Doubtful]string{
	storage.TooLargeNext: "next-backup-size", storage.FamilyExceeds: "family",
}

// NumberQuestions words the open questions about storage numbers, the important first.
func (g *Guide) NumberQuestions(v *session.View) []NumberQuestion {
	var list []NumberQuestion
	for _, q := range v.Plan.Questions {
		asked := NumberQuestion{Question: q}
		for _, guess := range q.Guesses {
			asked.Choices = append(asked.Choices, g.phrase.Size(guess))
		}
		key := string(q.About)
		if len(asked.Choices) > 0 {
			key = "storage.question.guess." + strings.TrimPrefix(key, "storage.question.")
		}
		asked.Text = g.words.Text(key, "Size", g.phrase.Size(q.Size), "Other", g.phrase.Size(q.Other),
			"Device", v.Device.Name(), "Guesses", strings.Join(asked.Choices, g.words.Text("storage.question.or")))
		if q.Settles {
			asked.Choices = append(asked.Choices, g.words.Text("storage.question.settle"))
		}
		route := routesOf[q.About]
		if route == "" {
			route = "storage-bar"
		}
		if path, _ := g.Path(route, "", v.Device); len(path) > 0 {
			asked.Where = g.words.Text("storage.question.where", "Path", strings.Join(path, " › "))
		}
		list = append(list, asked)
	}
	return list
}

// against are answers to one check of which one comes from a look and the other from numbers, and both can't
// be right. Between nothing and little free, and between fitting and still counting, lies no more than
// rounding and time.
var against = [][2]string{
	{"full", "plenty"},
	{"little", "plenty"},
	{"fits", "does-not-fit"},
	{"fits", "far-too-large"},
}

// overruled finds an answer of the person that numbers typed later contradict; sizes that only follow from a
// description contradict nobody. An answer after the numbers is a second look, and settles it; a fix between the
// two may have changed what is so.
func (g *Guide) overruled(v *session.View) (Doubt, bool) {
	statements := v.Plan.Evidence()
	for _, id := range slices.Sorted(maps.Keys(statements)) {
		k, holds := g.base.Check(id), statements[id].Answer
		if k == nil || !statements[id].IsRead || v.Checks[id].Answer != holds || v.Checks[id].Outdated {
			continue
		}
		said := v.SaidBefore(k)
		if !slices.ContainsFunc(against, func(two [2]string) bool {
			return said == two[0] && holds == two[1] || said == two[1] && holds == two[0]
		}) {
			continue
		}
		return Doubt{
			Step: Step{Kind: diagnosis.StepCheck, ID: id},
			Text: g.words.Text("causes.doubt.numbers-say", "Check", g.base.Fill(k.Short, v.Device),
				"Said", g.phrase.AnswerLabel(k, said, v.Device), "Numbers", g.phrase.AnswerLabel(k, holds, v.Device)),
		}, true
	}
	return Doubt{}, false
}
