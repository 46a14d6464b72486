package report

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
)

// of are the indexes of the latest events that the report lists together, in their order, and how many earlier ones there are.
func (p *page) of(most int, listed func(what casefile.What) bool) (list []int, earlier int) {
	for i := range p.view.Case.Events {
		if listed(p.view.Case.Events[i].What) {
			list = append(list, i)
		}
	}
	earlier = max(len(list)-most, 0)
	return list[earlier:], earlier
}

func isMessage(what casefile.What) bool {
	_, ok := what.(casefile.Said)
	return ok
}

// isFinding reports whether an event tells about the device: an answer or storage numbers.
func isFinding(what casefile.What) bool {
	switch what.(type) {
	case casefile.Answered, casefile.Counted:
		return true
	}
	return false
}

// isAct reports whether something was done: a fix, or a step on the way to it.
func isAct(what casefile.What) bool {
	switch what.(type) {
	case casefile.Tried, casefile.Confirmed:
		return true
	}
	return false
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
	events, earlier := p.of(mostMessages, isMessage)
	if len(events) == 0 {
		p.paragraph(p.text("report.says.nothing"))
		return
	}
	p.earlier(earlier)
	list := &List{}
	for _, i := range events {
		e := &p.view.Case.Events[i]
		list.Items = append(list.Items, Item{rich(p.origin(e)), p.message(e.What.(casefile.Said))})
	}
	p.add(list)
}

func (p *page) message(said casefile.Said) []Block {
	under := func(key string, values ...any) Block { return &Paragraph{p.text(key, values...)} }
	m := p.base.Message(said.Message)
	if m == nil {
		var blocks []Block
		if said.Message != "" {
			blocks = append(blocks, under("report.unknown", "ID", p.free(said.Message)))
		}
		if said.Text != "" || said.Message == "" {
			blocks = append(blocks, &Quote{quoteLines(p.redact.free(said.Text))})
		}
		if said.Message == "" {
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
	if said.Text == "" || said.Text == m.Text || !p.o.Names && saysNoMore(said.Text, m.Text) {
		return blocks
	}
	// The message says it all; what stood around it may be a whole letter.
	if !p.o.Names {
		p.redact.left.Texts++
		return append(blocks, under("report.as-typed.left-out"))
	}
	return append(blocks, under("report.as-typed"), &Quote{quoteLines(p.redact.free(said.Text))})
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
	events, earlier := p.of(mostRecords, isFinding)
	if len(events) == 0 {
		p.paragraph(p.text("report.found.nothing"))
		return
	}
	p.earlier(earlier)
	p.records(events, func(e *casefile.Event) string {
		said, ok := e.What.(casefile.Answered)
		if !ok {
			return unbold(p.phrase.Describe(e, p.view.Device))
		}
		k := p.base.Check(said.Check)
		if k == nil {
			return p.word("report.unknown", "ID", p.free(said.Check+": "+said.Answer))
		}
		return p.word("report.answer", "Question", p.fill(k.Question), "Answer", p.free(p.phrase.AnswerLabel(k, said.Answer, p.view.Device)))
	}, p.again)
}

// again marks an event that a later one of the same subject takes the place of.
func (p *page) again(i int) string {
	events := p.view.Case.Events
	said, isAnswer := events[i].What.(casefile.Answered)
	for _, later := range events[i+1:] {
		switch what := later.What.(type) {
		case casefile.Answered:
			if isAnswer && what.Check == said.Check {
				return p.word("report.again")
			}
		case casefile.Counted:
			if !isAnswer {
				return p.word("report.again")
			}
		}
	}
	return ""
}

// tried lists fixes with their outcomes, and what was confirmed on the way.
func (p *page) tried() {
	p.heading("report.tried")
	events, earlier := p.of(mostRecords, isAct)
	if len(events) == 0 {
		p.paragraph(p.text("report.tried.nothing"))
		return
	}
	p.earlier(earlier)
	p.records(events, func(e *casefile.Event) string {
		switch what := e.What.(type) {
		case casefile.Tried:
			if f := p.base.Fix(what.Fix); f != nil {
				return p.word("report.fix", "Fix", p.fill(f.Title), "Outcome", p.word("outcome."+string(what.Outcome)))
			}
			return p.word("report.unknown", "ID", p.free(what.Fix+": "+string(what.Outcome)))
		case casefile.Confirmed:
			fix, loss := diagnosis.LossFix(what.Gate)
			if loss && p.base.Fix(fix) == nil || !loss && p.base.Gate(what.Gate) == nil {
				return p.word("report.unknown", "ID", p.free(what.Gate))
			}
		}
		return unbold(p.phrase.Describe(e, p.view.Device))
	}, func(int) string { return "" })
}
