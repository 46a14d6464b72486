package terminal

import (
	"reflect"
	"slices"

	"backupdoctor/logic/report"
	pages "backupdoctor/logic/session/guide"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// storage asks for the numbers that the phone shows, says what follows from them, and offers to say more.
func (g *guide) storage() {
	before := g.s.View().Plan.Inputs
	in, next := before.Clone(), before.First().Next
	for _, ask := range []struct {
		key string
		to  *size.Amount
	}{{"plan", &in.Plan}, {"used", &in.Used}, {"next", &next}} {
		if ask.key == "used" && in.Used != before.Used {
			continue // it came with the plan
		}
		if !g.size(ask.key, ask.to, &in) {
			break // the input ended; the numbers before it are kept
		}
	}
	if next != before.First().Next {
		in.EditDevice(0, func(d *storage.Device) { d.Next = next })
	}
	if reflect.DeepEqual(in, before) {
		g.say("text.storage.same")
	} else {
		g.settle(g.s.Count(in, nil))
	}
	if g.over {
		return
	}
	g.showSpace()
	g.askNumbers()
	before = g.s.View().Plan.Inputs
	g.menu(g.text("text.storage.more"), g.parts)
	if !reflect.DeepEqual(g.s.View().Plan.Inputs, before) {
		g.showSpace()
	}
}

// askNumbers asks each open question about the numbers once. Enter leaves it open.
func (g *guide) askNumbers() {
	asked := map[string]bool{}
	for !g.over {
		open := g.pages.NumberQuestions(g.s.View())
		i := slices.IndexFunc(open, func(q pages.NumberQuestion) bool { return len(q.Choices) > 0 && !asked[q.Text] })
		if i < 0 {
			return
		}
		q := open[i]
		asked[q.Text] = true
		g.out.blank()
		if g.pickOption(&item{
			name: q.Text, options: q.Choices,
			choose: func(in *storage.Inputs, option int) { *in = q.Pick(*in, option) },
		}) {
			g.showSpace()
		}
	}
}

// showSpace prints what follows from the storage numbers, as the report does.
func (g *guide) showSpace() {
	g.out.blank()
	for _, line := range report.Space(g.lib, g.s.View()) {
		g.out.line(line)
	}
}

// size asks for one size until it can be read. Enter keeps what is known, a minus forgets it. The whole line
// of the phone's storage bar, "3.2 GB of 5 GB", gives plan and used at once. False at the end of the input.
func (g *guide) size(key string, to *size.Amount, in *storage.Inputs) bool {
	for {
		line, ok := g.reply(g.text("text.storage."+key, "Known", g.lib.Phrase.Amount(*to)))
		switch {
		case !ok:
			return false
		case line == "":
			return true
		case line == "-":
			*to = size.Amount{}
			return true
		}
		r, err := size.Parse(line, size.Hints{Locale: g.words.Locale()})
		switch {
		case err != nil:
			g.out.line(g.words.Sentence(err))
		case r.Form == size.Usage && key == "plan":
			in.Used, in.Plan = size.Of(r.Low, size.Phone), size.Of(r.Total, size.Phone)
			return true
		case r.Form == size.OneSize || r.Form == size.TwoSizes:
			*to = size.Amount{Range: r.Range(), From: size.Phone}
			return true
		default:
			g.say("storage.amount.one")
		}
	}
}
