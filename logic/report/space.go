package report

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
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

func (p *page) space() []string {
	n, v := p.view.Numbers, &p.view.Plan.Verdict
	if n.Plan < 0 && n.Used < 0 && n.Next < 0 {
		return p.outlook(false)
	}
	list := []string{
		p.word("report.storage.used", "Used", p.bytes(n.Used), "Plan", p.bytes(n.Plan)),
		p.word("report.storage.next", "Next", p.bytes(n.Next)),
	}
	if v.Answer == storage.AnswerOdd {
		return append(list, p.warnings()...)
	}
	short := max(n.Used, 0) + max(n.Next, 0) - n.Plan
	switch {
	case n.Plan >= 0 && short > 0:
		list = append(list, p.word("report.storage.short", "Short", p.bytes(short)))
	case p.fromNumbers():
		list = append(list, p.word("report.storage.fits", "Room", p.bytes(-short)))
		if v.Answer == storage.AnswerFitsAlone {
			list = append(list, p.word("storage.others", "Missing", p.bytes(v.Missing)))
		}
	case !v.Counted:
		list = append(list, p.word("report.storage.open"))
	}
	o, named := p.cheapest()
	if named = named && n.Used >= 0 && n.Next >= 0 && !o.Current && o.Capacity > n.Plan; named {
		list = append(list, p.plan(o))
	}
	return append(append(list, p.warnings()...), p.outlook(named)...)
}

// fromNumbers reports whether all three numbers are known, so that the answer follows from them alone.
func (p *page) fromNumbers() bool {
	n := p.view.Numbers
	return n.Plan >= 0 && n.Used >= 0 && n.Next >= 0
}

// cheapest is the cheapest way to hold everything now.
func (p *page) cheapest() (*storage.Offer, bool) {
	plan := p.view.Plan
	i := plan.Choices[0].Cheap
	if i < 0 || !plan.Verdict.Counted {
		return nil, false
	}
	return &plan.Offers[i], true
}

// warnings says what is odd about the numbers.
func (p *page) warnings() []string {
	plan := p.view.Plan
	var list []string
	for _, one := range []struct {
		holds bool
		key   string
	}{
		{plan.Has(storage.RemarkOverPlan), "storage.warning.over-plan"},
		{plan.Has(storage.RemarkOddPlan), "storage.warning.odd-plan"},
		{plan.Has(storage.RemarkHugeUse), string(storage.RemarkHugeUse)},
		{plan.Has(storage.RemarkHugeBackup), string(storage.RemarkHugeBackup)},
		{plan.Verdict.Close, "storage.warning.close"},
	} {
		if one.holds {
			list = append(list, p.word(one.key))
		}
	}
	return list
}

// plan names the cheapest plan that would do and its price, if the list has one for the country.
func (p *page) plan(o *storage.Offer) string {
	size := p.phrase.OfferName(o)
	if !o.HasPrice {
		return p.word("report.storage.plan", "Plan", size)
	}
	text := p.word("report.storage.plan.price", "Plan", size, "Price", inert(prices.FormatPrice(o.Month, p.words.Locale())),
		"Market", inert(p.view.Market.Name), "Date", p.words.Day(p.view.Market.Date))
	if tax := p.view.Market.Tax; tax == prices.TaxAdded || tax == prices.TaxSomeStates {
		text += " " + p.word("report.tax."+string(tax))
	}
	return text
}

func (p *page) bytes(n int64) string {
	if n < 0 {
		return p.word("size.unknown")
	}
	return storage.FormatBytes(n, p.words.Locale())
}

// content are the parts of what is in iCloud and of what the next backups add, as far as they were told, with their origin.
func (p *page) content() []Fact {
	plan := p.view.Plan
	if !slices.ContainsFunc(p.view.Case.Events, func(e casefile.Event) bool { return e.Storage.Content != "" }) {
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
	found := p.view.Plan.CleanUp(p.view.ComputerBackup())
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
	p.paragraph(p.text(key, "Freed", p.phrase.Span(found.Freed), "Missing", p.bytes(found.Missing)))
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
