package report

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
)

// Space says in plain sentences what follows from the storage numbers: used, next backup, whether it fits, and the cheapest
// plan when it does not. Without numbers there is none.
func Space(lib *session.Library, v *session.View) []string {
	lines := newPage(lib, v, said(v), Options{}).space()
	for i, line := range lines {
		lines[i] = rich(line).String()
	}
	return lines
}

// storage sums up the numbers and what is known about the content, when there are any.
func (p *page) storage() {
	lines := p.space()
	content := p.content()
	if len(lines)+len(content) == 0 {
		return
	}
	p.heading("report.storage")
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
	p.cleanUp()
}

// space is the numbers, the verdict in the words of the window, and what follows from the whole plan. Nothing rests on a
// number that can't be right.
func (p *page) space() []string {
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
	verdict := p.phrase.Verdict(plan, &p.cleaning, p.now)
	list = append(append(list, p.verdict(&verdict)...), p.remarks()...)
	if plan.Verdict.Answer == storage.AnswerOdd {
		return list
	}
	return append(list, p.outlook(verdict.Offer != nil)...)
}

// verdict is the verdict as lines of the list.
func (p *page) verdict(said *phrase.Verdict) []string {
	var list []string
	head := strings.TrimSpace(said.Title + " " + said.Sum)
	if said.Title != "" {
		head = strings.TrimSpace(p.word("report.storage.verdict", "Title", said.Title) + " " + said.Sum)
	}
	text := said.Text
	if said.Offer != nil && said.Offer.HasPrice {
		text += " " + p.phrase.Prices(p.view.Market)
	}
	for _, line := range []string{head, text, said.Close} {
		if line != "" {
			list = append(list, line)
		}
	}
	return list
}

// remarks says what is odd about the numbers.
func (p *page) remarks() []string {
	var list []string
	for _, r := range p.view.Plan.Remarks {
		switch r.Key {
		case storage.RemarkHugeUse, storage.RemarkHugeBackup, storage.RemarkOddPlan, storage.RemarkBundlePlan:
			list = append(list, p.word(string(r.Key), "Size", p.phrase.Size(r.Bytes)))
		}
	}
	return list
}

// toldMore reports whether an event tells more about storage than the numbers that the phone shows.
func toldMore(e casefile.Event) bool {
	counted, ok := e.What.(casefile.Counted)
	return ok && !counted.Inputs.IsBare()
}

// content are the parts of what is in iCloud and of what the next backups add, as far as they were told, with their origin.
func (p *page) content() []Fact {
	plan := p.view.Plan
	if !slices.ContainsFunc(p.view.Case.Events, toldMore) {
		return nil
	}
	var facts []Fact
	add := func(name string, a storage.Amount) {
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
		add(p.named(storage.Backups, p.device(i)), d.Last)
	}
	for i, person := range plan.Inputs.People {
		name := p.named(storage.People, p.redact.name(person.Name))
		if plan.Apart(i) {
			name = literal(p.word("report.storage.apart", "What", inert(name)))
		}
		add(name, person.Used)
	}
	for c := range storage.Class(storage.Classes) {
		if c != storage.Backups || plan.Next.From > storage.Typed {
			add(p.word("report.storage.adds", "What", p.word(c.Key())), plan.Coming[c])
		}
	}
	return facts
}

// named is a part of the content that belongs to a device or a person.
func (p *page) named(c storage.Class, name string) string {
	if name == "" {
		return p.word(c.Key())
	}
	return literal(p.word("report.storage.of", "What", p.word(c.Key()), "Name", inert(name)))
}

// device is the name of a device of the plan; the first one is that of the case.
func (p *page) device(i int) string {
	if i == 0 {
		return ""
	}
	return p.redact.name(p.view.Plan.Inputs.Devices[i].Name)
}

// cleanUp lists what makes room without paying, for the owner with the way there.
func (p *page) cleanUp() {
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
		title := p.fill(k.Action.Title)
		if k.Device >= 0 {
			if name := p.device(k.Device); name != "" {
				title = p.word("plan-pane.cleanup.device", "Title", title, "Name", inert(name))
			}
		}
		item := Item{Text: p.text("report.clean-up.item", "Title", title, "Gain", p.phrase.Span(k.Gain),
			"Minutes", p.words.Minutes(k.Minutes))}
		item.Under = append(item.Under, &Paragraph{rich(oneLine(p.base.Fill(k.Action.How, p.view.Device)))})
		if path, _ := p.guide.Path(k.Action.Route, "", p.view.Device); len(path) > 0 {
			item.Under = append(item.Under, &Paragraph{p.text("plan-pane.cleanup.route", "Path", inert(strings.Join(path, " › ")))})
		}
		item.Under = append(item.Under, &Paragraph{p.text("plan-pane.cleanup.loses", "Loses", p.fill(k.Action.Loses))})
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 0 {
		return
	}
	p.add(&Heading{3, p.word("report.clean-up")})
	key := "report.clean-up.frees"
	if !found.Reached {
		key = "report.clean-up.short"
	}
	p.paragraph(p.text(key, "Freed", p.phrase.Span(found.Freed), "Missing", p.phrase.Size(found.Missing)))
	p.add(list)
}

// letter reports whether people print on US Letter where the case is from, or else the locale.
func letter(country string, locale language.Tag) bool {
	if country == "" {
		region, _ := locale.Region()
		country = region.String()
	}
	return slices.Contains(strings.Fields("US CA MX PH CL CO CR DO GT NI PA PR SV VE"), strings.ToUpper(country))
}
