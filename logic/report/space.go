package report

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// Space returns what follows from the storage numbers as plain sentences: used, next backup, the verdict, and
// the cheapest plan that is enough. Without numbers there are no sentences.
func Space(lib *session.Library, v *session.View) []string {
	lines := newPage(lib, v, countedAt(v), Options{}).storageLines()
	for i, line := range lines {
		lines[i] = rich(line).String()
	}
	return lines
}

// addStorage adds the storage numbers with the verdict, the content and the clean-up, as far as they are
// known.
func (p *page) addStorage() {
	lines := p.storageLines()
	content := p.contentFacts()
	if len(lines)+len(content) == 0 {
		return
	}
	p.addHeading("report.storage")
	if len(lines) > 0 {
		list := &List{}
		for _, line := range lines {
			list.Items = append(list.Items, Item{Text: rich(line)})
		}
		p.add(list)
	}
	if len(content) > 0 {
		p.add(&Heading{3, p.word("report.storage.content")})
		p.add(&Facts{content})
	}
	p.addCleanUp()
}

// storageLines returns the numbers, the verdict in the words of the window, and what follows from the whole
// plan. A number that can't be right is told, and nothing follows from it.
func (p *page) storageLines() []string {
	plan := p.view.Plan
	in, next := &plan.Inputs, plan.Inputs.First().Next
	var list []string
	if in.Plan.Known() || in.Used.Known() || next.Known() {
		list = append(list,
			p.word("report.storage.used", "Used", p.phrase.Amount(in.Used), "Plan", p.phrase.Amount(in.Plan)),
			p.word("report.storage.next", "Next", p.phrase.Amount(next)))
	} else if !plan.Verdict.Counted {
		return nil
	}
	if plan.Verdict.Counted && !(in.Used.Known() && next.Known()) {
		list = append(list, p.word("report.storage.need", "Used", p.phrase.Span(plan.Used.Range),
			"Next", p.phrase.Span(plan.Next.Range), "Origin", p.word(plan.Need.From.Key())))
	}
	verdict := p.phrase.Verdict(plan, &p.cleaning, p.now, p.wayTitle)
	list = append(append(append(list, p.verdictLines(&verdict)...), p.questionLines()...), p.remarkLines()...)
	if plan.Verdict.Answer == storage.AnswerOdd || len(plan.Questions) > 0 {
		return list
	}
	return append(list, p.outlookLines(verdict.Offer != nil)...)
}

// verdictLines returns the verdict as lines of the list.
func (p *page) verdictLines(verdict *phrase.Verdict) []string {
	var list []string
	head := strings.TrimSpace(verdict.Title + " " + verdict.Sum)
	if verdict.Title != "" {
		head = strings.TrimSpace(p.word("report.storage.verdict", "Title", verdict.Title) + " " + verdict.Sum)
	}
	text := verdict.Text
	if verdict.Offer != nil && verdict.Offer.HasPrice {
		text += " " + p.phrase.Prices(p.view.Market)
	}
	for _, line := range []string{head, text, verdict.Close} {
		if line != "" {
			list = append(list, line)
		}
	}
	return list
}

// questionLines returns the open questions about numbers, each with the place where the phone shows it.
func (p *page) questionLines() []string {
	var list []string
	for _, q := range p.guide.NumberQuestions(p.view) {
		list = append(list, strings.TrimSpace(q.Text+" "+q.Where))
	}
	return list
}

// remarkLines returns a line for each remark on how numbers go together.
func (p *page) remarkLines() []string {
	var list []string
	for _, r := range p.view.Plan.Remarks {
		switch r.Key {
		case storage.RemarkPartsExceed, storage.RemarkBundleUnsaid, storage.RemarkFreeNotShared:
			list = append(list, p.word(string(r.Key), "Size", p.phrase.Size(r.Bytes)))
		}
	}
	return list
}

// hasContent reports whether an event tells more about storage than the numbers that the phone shows.
func hasContent(e casefile.Event) bool {
	counted, ok := e.What.(casefile.Counted)
	return ok && !counted.Inputs.IsBare()
}

// contentFacts returns the known parts of what is in iCloud and of what the next backups add, with their
// origin.
func (p *page) contentFacts() []Fact {
	plan := p.view.Plan
	if !slices.ContainsFunc(p.view.Case.Events, hasContent) {
		return nil
	}
	var facts []Fact
	add := func(name string, a size.Amount) {
		if a.Known() {
			facts = append(facts, Fact{name, p.text("report.storage.part", "Size", p.phrase.Span(a.Range), "Origin", p.word(a.From.Key()))})
		}
	}
	for c := range storage.Class(storage.Classes) {
		if c != storage.Backups && c != storage.People {
			add(p.word("report.storage.holds", "What", p.word(c.Key())), plan.Parts[c])
		}
	}
	for i := range plan.Inputs.Devices {
		d := &plan.Inputs.Devices[i]
		add(p.contentName(storage.Backups, p.deviceName(i)), d.Last)
	}
	for i, person := range plan.Inputs.People {
		name := p.contentName(storage.People, p.personName(i))
		if plan.Apart(i) {
			name = literal(p.word("report.storage.apart", "What", inert(name)))
		}
		add(name, person.Used)
	}
	for c := range storage.Class(storage.Classes) {
		if c != storage.Backups || plan.Next.From > size.Typed {
			add(p.word("report.storage.adds", "What", p.word(c.Key())), plan.Coming[c])
		}
	}
	return facts
}

// contentName returns the name of a part of the content that belongs to a device or a person.
func (p *page) contentName(c storage.Class, name string) string {
	if name == "" {
		return p.word(c.Key())
	}
	return literal(p.word("report.storage.of", "What", p.word(c.Key()), "Name", inert(name)))
}

// deviceName returns the name of a device of the plan. The first device is that of the case and needs no
// name.
func (p *page) deviceName(i int) string {
	if i == 0 {
		return ""
	}
	name := p.view.Plan.Inputs.Devices[i].Name
	if name != "" && p.isLeftOut(name) {
		name = ""
	}
	return p.phrase.DeviceName(oneLine(name), i+1)
}

// isLeftOut reports whether a name is left out of the page, and counts it then.
func (p *page) isLeftOut(name string) bool { return p.redact.Name(oneLine(name)) != oneLine(name) }

// wayTitle returns the title of a way to make room, with the device that it is for.
func (p *page) wayTitle(k *storage.Candidate) string {
	name := ""
	if k.Device >= 0 {
		name = inert(p.deviceName(k.Device))
	}
	return p.phrase.CleanUpTitle(p.fill(k.Action.Title), name)
}

// addCleanUp lists, for the owner, what frees storage without paying, with the path to each.
func (p *page) addCleanUp() {
	if p.view.Plan.Verdict.Answer == storage.AnswerOdd || p.o.For != ForOwner {
		return
	}
	found := &p.cleaning
	list := &List{}
	for i := range found.Candidates {
		k := &found.Candidates[i]
		if k.Standing != storage.Proposed {
			continue
		}
		title := p.wayTitle(k)
		item := Item{Text: p.text("report.clean-up.item", "Title", title, "Gain", p.phrase.Gain(k.Gain, k.IsRead),
			"Minutes", p.words.Minutes(k.Minutes))}
		item.Under = append(item.Under, &Paragraph{rich(oneLine(p.base.Fill(k.Action.How, p.view.Device)))})
		if path, _ := p.guide.Path(k.Action.Route, "", p.view.Device); len(path) > 0 {
			item.Under = append(item.Under, &Paragraph{p.text("storage-pane.cleanup.route", "Path", inert(strings.Join(path, " › ")))})
		}
		item.Under = append(item.Under, &Paragraph{p.text("storage-pane.cleanup.loses", "Loses", p.fill(k.Action.Loses))})
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 0 {
		return
	}
	p.add(&Heading{3, p.word("report.clean-up")})
	p.addParagraph(rich(p.phrase.CleanUp(found)))
	p.add(list)
	p.addParagraph(p.text("report.clean-up.computer", "About", p.word("storage-pane.cleanup.computer.about")))
}

// usesLetter reports whether people in a country print on US Letter; without a country, in the country of the
// locale.
func usesLetter(country string, locale language.Tag) bool {
	if country == "" {
		region, _ := locale.Region()
		country = region.String()
	}
	return slices.Contains(strings.Fields("US CA MX PH CL CO CR DO GT NI PA PR SV VE"), strings.ToUpper(country))
}
