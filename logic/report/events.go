package report

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
)

// of are the indexes of the latest events of some kinds, in their order, and how many earlier ones there are.
func (p *page) of(most int, kinds ...casefile.Kind) (list []int, earlier int) {
	for i := range p.view.Case.Events {
		if slices.Contains(kinds, p.view.Case.Events[i].Kind) {
			list = append(list, i)
		}
	}
	earlier = max(len(list)-most, 0)
	return list[earlier:], earlier
}

// earlier says that entries are not shown.
func (p *page) earlier(n int) {
	if n > 0 {
		p.paragraph(rich(p.words.Count("report.earlier", n)))
	}
}

// says quotes each message with its meaning.
func (p *page) says() {
	p.heading("report.says")
	events, earlier := p.of(mostMessages, casefile.KindMessage)
	if len(events) == 0 {
		p.paragraph(p.text("report.says.nothing"))
		return
	}
	p.earlier(earlier)
	list := &List{}
	for _, i := range events {
		e := &p.view.Case.Events[i]
		list.Items = append(list.Items, Item{rich(p.origin(e)), p.message(e)})
	}
	p.add(list)
}

func (p *page) message(e *casefile.Event) []Block {
	under := func(key string, values ...any) Block { return &Paragraph{p.text(key, values...)} }
	m := p.base.Message(e.Message)
	if m == nil {
		var blocks []Block
		if e.Message != "" {
			blocks = append(blocks, under("report.unknown", "ID", p.free(e.Message)))
		}
		if e.Text != "" || e.Message == "" {
			blocks = append(blocks, &Quote{quoteLines(p.redact.free(e.Text))})
		}
		if e.Message == "" {
			blocks = append(blocks, under("report.unrecognized"))
		}
		return blocks
	}
	blocks := []Block{&Quote{quoteLines(p.base.Fill(m.Text, p.view.Device))}}
	if m.Means != "" {
		blocks = append(blocks, &Paragraph{rich(p.fill(m.Means))})
	}
	if m.NotFault {
		blocks = append(blocks, under("report.not-a-fault"))
	}
	if e.Text == "" || e.Text == m.Text || !p.o.Names && saysNoMore(e.Text, m.Text) {
		return blocks
	}
	// The message says it all; what stood around it may be a whole letter.
	if !p.o.Names {
		p.redact.left.Texts++
		return append(blocks, under("report.as-typed.left-out"))
	}
	return append(blocks, under("report.as-typed"), &Quote{quoteLines(p.redact.free(e.Text))})
}

// saysNoMore reports whether a text is made of words of the message alone.
func saysNoMore(text, message string) bool {
	words := map[string]bool{}
	for _, w := range token.FindAllString(message, -1) {
		words[fold(w)] = true
	}
	for _, w := range token.FindAllString(text, -1) {
		if !words[fold(w)] {
			return false
		}
	}
	return true
}

// records collects events with their source and time.
func (p *page) records(list []int, what func(e *casefile.Event) string, note func(i int) string) {
	r := &Records{What: p.word("report.column.what"), Source: p.word("report.column.source"), Time: p.word("report.column.time")}
	for _, i := range list {
		e := &p.view.Case.Events[i]
		said := what(e)
		row := Record{What: rich(said), Source: p.source(e), Time: p.time(e.Time)}
		line := p.word("report.entry", "What", said, "Origin", p.origin(e))
		if row.Note = note(i); row.Note != "" {
			line += " " + p.word("report.entry.note", "Note", row.Note)
		}
		row.line = rich(line)
		r.Rows = append(r.Rows, row)
	}
	p.add(r)
}

// found lists the answers and storage numbers.
func (p *page) found() {
	p.heading("report.found")
	events, earlier := p.of(mostRecords, casefile.KindAnswer, casefile.KindStorage)
	if len(events) == 0 {
		p.paragraph(p.text("report.found.nothing"))
		return
	}
	p.earlier(earlier)
	p.records(events, func(e *casefile.Event) string {
		k := p.base.Check(e.Check)
		switch {
		case e.Kind != casefile.KindAnswer:
			return unbold(p.phrase.Describe(e, p.view.Device))
		case k == nil:
			return p.word("report.unknown", "ID", p.free(e.Check+": "+e.Answer))
		}
		return p.word("report.answer", "Question", p.fill(k.Question), "Answer", p.free(p.phrase.AnswerLabel(k, e.Answer, p.view.Device)))
	}, p.again)
}

// again marks an event that a later one of the same subject takes the place of.
func (p *page) again(i int) string {
	e := &p.view.Case.Events[i]
	for _, later := range p.view.Case.Events[i+1:] {
		if later.Kind == e.Kind && later.Check == e.Check {
			return p.word("report.again")
		}
	}
	return ""
}

// tried lists fixes with their outcomes, and what was confirmed on the way.
func (p *page) tried() {
	p.heading("report.tried")
	events, earlier := p.of(mostRecords, casefile.KindFix, casefile.KindConfirm)
	if len(events) == 0 {
		p.paragraph(p.text("report.tried.nothing"))
		return
	}
	p.earlier(earlier)
	p.records(events, func(e *casefile.Event) string {
		if e.Kind == casefile.KindFix {
			if f := p.base.Fix(e.Fix); f != nil {
				return p.word("report.fix", "Fix", p.fill(f.Title), "Outcome", p.word("outcome."+string(e.Outcome)))
			}
			return p.word("report.unknown", "ID", p.free(e.Fix+": "+string(e.Outcome)))
		}
		if fix, loss := diagnosis.LossFix(e.Gate); loss && p.base.Fix(fix) == nil || !loss && p.base.Gate(e.Gate) == nil {
			return p.word("report.unknown", "ID", p.free(e.Gate))
		}
		return unbold(p.phrase.Describe(e, p.view.Device))
	}, func(int) string { return "" })
}
