package report

import (
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/redaction"
)

// latest returns the indexes of the latest events of a kind, in their order, and the number of earlier ones
// that are left out.
func (p *page) latest(most int, listed func(what casefile.What) bool) (list []int, earlier int) {
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

// isFinding reports whether an event tells about the device: an answer, storage numbers or a fact that a machine read.
// What was only put off tells nothing.
func isFinding(what casefile.What) bool {
	switch what := what.(type) {
	case casefile.Answered:
		return what.Answer != casefile.NotNow
	case casefile.Counted, casefile.Observed:
		return true
	}
	return false
}

// isAct reports whether an event tells of an act: a fix that was tried, a confirmation before it, or a look at the result.
// What was only put off was not tried.
func isAct(what casefile.What) bool {
	switch what := what.(type) {
	case casefile.Tried:
		return what.Outcome != casefile.Declined
	case casefile.Confirmed, casefile.Proved:
		return true
	}
	return false
}

// addEarlier adds a remark that n earlier events are left out.
func (p *page) addEarlier(n int) {
	if n > 0 {
		p.addParagraph(rich(p.words.Count("report.earlier", n)))
	}
}

// addMessages quotes each message of the phone with its meaning.
func (p *page) addMessages() {
	p.addHeading("report.says")
	events, earlier := p.latest(mostMessages, isMessage)
	if len(events) == 0 {
		p.addParagraph(p.text("report.says.nothing"))
		return
	}
	p.addEarlier(earlier)
	list := &List{}
	for _, i := range events {
		e := &p.view.Case.Events[i]
		list.Items = append(list.Items, Item{rich(p.originText(e)), p.messageBlocks(e.What.(casefile.Said))})
	}
	p.add(list)
}

// messageBlocks returns the blocks below a message: the quotation, the meaning and the typed text.
func (p *page) messageBlocks(said casefile.Said) []Block {
	under := func(key string, values ...any) Block { return &Paragraph{p.text(key, values...)} }
	if said.Complaint != "" || said.Elsewhere != "" {
		return p.complaintBlocks(said)
	}
	m := p.base.Message(said.Message)
	if m == nil {
		var blocks []Block
		if said.Message != "" {
			blocks = append(blocks, under("report.unknown", "ID", p.free(said.Message)))
		}
		if said.Text != "" || said.Message == "" {
			blocks = append(blocks, p.quote(said.Text))
		}
		if said.Message == "" {
			blocks = append(blocks, under("report.unrecognized"))
		}
		return blocks
	}
	blocks := []Block{&Quote{quoteLines(p.base.Fill(m.Text, p.view.Device))}}
	if m.Means != "" {
		blocks = append(blocks, &Paragraph{rich(unbold(p.guide.Meaning(p.view, m)))})
	}
	if m.NotFault {
		blocks = append(blocks, under("report.not-a-fault"))
	}
	if said.Text == "" || said.Text == m.Text || !p.o.Names && redaction.HasWordsOf(said.Text, m.Text) {
		return blocks
	}
	return p.asTyped(blocks, said)
}

// asTyped adds what a person typed to what it means; without names it is left out, since it may be a whole letter.
func (p *page) asTyped(blocks []Block, said casefile.Said) []Block {
	if !p.o.Names {
		p.redact.Drop(redaction.Texts)
		return append(blocks, &Paragraph{p.text("report.as-typed.left-out")})
	}
	return append(blocks, &Paragraph{p.text("report.as-typed")}, p.quote(said.Text))
}

// complaintBlocks returns the blocks below a complaint, or below a message that is not iCloud Backup's with what to do about it.
func (p *page) complaintBlocks(said casefile.Said) []Block {
	var blocks []Block
	c, e := p.base.Complaint(said.Complaint), p.base.Elsewhere(said.Elsewhere)
	switch {
	case c != nil:
		key := "report.complaint"
		if said.Text != "" {
			key = "report.complaint.typed"
		}
		blocks = append(blocks, &Paragraph{p.text(key, "Complaint", p.fill(c.Title))})
	case e != nil:
		blocks = append(blocks, &Paragraph{p.text("report.elsewhere", "Title", p.fill(e.Title))}, &Paragraph{rich(p.fill(e.Text))})
		for _, do := range e.Do {
			blocks = append(blocks, &Paragraph{rich(p.fill(do))})
		}
	default:
		blocks = append(blocks, &Paragraph{p.text("report.unknown", "ID", p.free(said.Complaint+said.Elsewhere))})
	}
	if said.Text == "" {
		return blocks
	}
	return p.asTyped(blocks, said)
}

// addRecords adds events, by their indexes, with their source and time. The words of an event come from what,
// and a remark on event i from note.
func (p *page) addRecords(list []int, what, note func(i int) string) {
	r := &Records{What: p.word("report.column.what"), Source: p.word("report.column.source"), Time: p.word("report.column.time")}
	for _, i := range list {
		e := &p.view.Case.Events[i]
		text := what(i)
		row := Record{What: rich(text), Source: p.sourceText(e), Time: p.timeText(knownAt(e))}
		row.Origin = p.originText(e)
		line := p.word("report.entry", "What", text, "Origin", row.Origin)
		if row.Note = note(i); row.Note != "" {
			line += " " + p.word("report.entry.note", "Note", row.Note)
		}
		row.line = rich(line)
		r.Rows = append(r.Rows, row)
	}
	if !slices.ContainsFunc(r.Rows, func(row Record) bool { return row.Source != "" }) {
		r.Source = ""
	}
	p.add(r)
}

// addFindings lists the answers and storage numbers, of the latter after the first what changed.
func (p *page) addFindings() {
	p.addHeading("report.found")
	events, earlier := p.latest(mostRecords, isFinding)
	if len(events) == 0 {
		p.addParagraph(p.text("report.found.nothing"))
		return
	}
	p.addEarlier(earlier)
	p.addRecords(events, func(i int) string {
		e := &p.view.Case.Events[i]
		check, answer := answerOf(e.What)
		k := p.base.Check(check)
		switch {
		case check == "":
			if _, read := e.What.(casefile.Observed); read {
				return p.free(unbold(p.phrase.Describe(e, p.view.Device)))
			}
			return unbold(p.phrase.DescribeChange(e, p.view.Case.Events[events[0]:i], p.view.Device))
		case k == nil:
			return p.word("report.unknown", "ID", p.free(check+": "+answer))
		case answer == "":
			return p.free(unbold(p.phrase.Describe(e, p.view.Device)))
		}
		return p.word("report.answer", "Question", p.fill(k.Question), "Answer", p.free(p.phrase.AnswerLabel(k, answer, p.view.Device)))
	}, p.replacedNote)
}

// answerOf returns the check that an event answers, if any, and the answer.
func answerOf(what casefile.What) (check, answer string) {
	switch what := what.(type) {
	case casefile.Answered:
		return what.Check, what.Answer
	case casefile.Observed:
		return what.Check, what.Answer
	}
	return "", ""
}

// knownAt is when an event happened, or when a machine last read its fact.
func knownAt(e *casefile.Event) time.Time {
	if o, ok := e.What.(casefile.Observed); ok {
		return o.Read
	}
	return e.Time
}

// replacedNote returns a remark on event i when a later event replaces it or when somebody else says something else, or else
// an empty text.
func (p *page) replacedNote(i int) string {
	events := p.view.Case.Events
	for _, later := range events[i+1:] {
		if replaces(&later, &events[i]) {
			return p.word("report.again")
		}
	}
	check, _ := answerOf(events[i].What)
	given, ok := p.view.Checks[check]
	k := p.base.Check(check)
	if !ok || k == nil {
		return ""
	}
	against := given.Contradictions()
	if given.Event != i {
		if !slices.ContainsFunc(against, func(o casefile.Opinion) bool { return o.Event == i }) {
			return ""
		}
		against = []casefile.Opinion{given.Opinion}
	}
	if len(against) == 0 {
		return ""
	}
	other := p.phrase.Opinion(against[0], k, p.view.Device, p.now.Location())
	return p.word("report.contradicted", "Other", p.free(other))
}

// replaces reports whether an event takes the place of an earlier one: of the same subject and, when a machine read it, from
// the same source.
func replaces(later, e *casefile.Event) bool {
	switch what := e.What.(type) {
	case casefile.Answered:
		said, ok := later.What.(casefile.Answered)
		return ok && said.Check == what.Check
	case casefile.Counted:
		_, ok := later.What.(casefile.Counted)
		return ok
	case casefile.Observed:
		o, ok := later.What.(casefile.Observed)
		return ok && later.Source == e.Source && o.Check == what.Check && o.Fact == what.Fact
	}
	return false
}

// addActs lists the fixes with their outcomes, and the confirmations.
func (p *page) addActs() {
	p.addHeading("report.tried")
	events, earlier := p.latest(mostRecords, isAct)
	if len(events) == 0 {
		p.addParagraph(p.text("report.tried.nothing"))
		return
	}
	p.addEarlier(earlier)
	p.addRecords(events, func(i int) string {
		e := &p.view.Case.Events[i]
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
