package storage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// familySection lists other people, who share the plan or could, and finds the cheapest way for all.
type familySection struct {
	pane    *Pane
	fold    *widgets.Fold
	list    *fyne.Container
	blocks  []*personBlock
	another *widgets.Button
	results *fyne.Container
}

// personBlock is one of them.
type personBlock struct {
	section    *familySection
	index      int
	fold       *widgets.Fold
	name       *nameField
	used, adds *amountField
	shares     *form.Choice
}

func newFamilySection(p *Pane) *familySection {
	d := p.desk
	s := &familySection{pane: p, list: flow.NewColumn(theme.SpaceXS), results: flow.NewColumn(theme.SpaceXS)}
	s.another = widgets.NewFlushLink(d.Text("plan-pane.family.add"), s.add)
	s.fold = p.newFold(d.Text("plan-pane.family"), flow.NewColumn(theme.SpaceS,
		widgets.NewCaption(d.Text("plan-pane.family.about")), s.list, s.another, s.results))
	return s
}

// add puts another person into the case and the cursor into the name.
func (s *familySection) add() {
	s.pane.record(nil, func(in *storage.Inputs) { *in = in.SetPerson(len(in.People), storage.Person{}) })
	if len(s.blocks) == 0 {
		return
	}
	b := s.blocks[len(s.blocks)-1]
	b.fold.SetOpen(true)
	s.pane.relayout()
	s.pane.focus(b.name.entry)
}

func (s *familySection) show(v *session.View) {
	d, people := s.pane.desk, v.Plan.Inputs.People
	s.fold.SetSummary(d.Text("plan-pane.none"))
	if len(people) > 0 {
		s.fold.SetSummary(d.Words.Count("plan-pane.family.count", len(people)))
	}
	for len(s.blocks) > len(people) {
		s.blocks[len(s.blocks)-1].reset()
		s.blocks = s.blocks[:len(s.blocks)-1]
	}
	if !s.fold.Open() && len(s.blocks) == 0 {
		return // nobody has asked for it
	}
	for len(s.blocks) < len(people) {
		s.blocks = append(s.blocks, s.newBlock(len(s.blocks)))
	}
	s.list.Objects = nil
	for i, b := range s.blocks {
		b.show(&people[i])
		s.list.Add(b.fold.Object)
	}
	s.another.Hidden = len(people) >= storage.MaxPeople
	s.ways(v)
}

// ways compares what the family pays alone, together, and in the cheapest way.
func (s *familySection) ways(v *session.View) {
	d, plan := s.pane.desk, v.Plan
	s.results.Objects = nil
	if len(plan.Inputs.People) == 0 {
		return
	}
	for _, r := range plan.Remarks {
		if r.Key == storage.RemarkFreeNotShared {
			s.results.Add(widgets.NewCaption(s.pane.remark(r)))
		}
	}
	switch {
	case !plan.Verdict.Counted:
		s.results.Add(widgets.NewCaption(d.Text("plan-pane.family.own-missing")))
		return
	case !plan.HasFamily:
		key := "plan-pane.family.missing"
		if s.known(plan) {
			key = "plan-pane.family.no-way"
		}
		s.results.Add(widgets.NewCaption(d.Text(key)))
		return
	}
	f := &plan.Family
	s.results.Add(widgets.NewCaption(d.Text("plan-pane.family.own", "Size", s.pane.span(f.Own))))
	for _, one := range []struct {
		key   string
		split *storage.Split
	}{{"planner.family.apart", f.Apart}, {"planner.family.together", f.Together}} {
		price := d.Text("plan-pane.family.none")
		if one.split != nil {
			price = d.Phrase.SplitPrice(one.split)
		}
		s.results.Add(widgets.NewParagraph(d.Text("plan-pane.family.way", "Way", d.Text(one.key), "Price", price)))
	}
	s.results.Add(widgets.NewCallout(widgets.ToneOK, s.best(plan)))
}

// known reports whether everybody's use is known.
func (s *familySection) known(plan *storage.Plan) bool {
	for _, person := range plan.Inputs.People {
		if !person.Used.Known() {
			return false
		}
	}
	return true
}

// best says who shares what in the cheapest way.
func (s *familySection) best(plan *storage.Plan) string {
	d, f := s.pane.desk, &plan.Family
	lines := []string{d.Text("plan-pane.family.best", "Price", d.Phrase.SplitPrice(&f.Split))}
	alone := func(name string, o *storage.Offer) {
		lines = append(lines, d.Text("plan-pane.family.alone", "Name", name, "Offer", s.pane.offer(o)))
	}
	var together []string
	for i, in := range f.In {
		if in {
			together = append(together, s.nameOf(plan, i))
		}
	}
	pool := &plan.Offers[f.Pool]
	if len(together) > 0 {
		lines = append(lines, d.Text("plan-pane.family.share", "Names", strings.Join(together, ", "), "Offer", s.pane.offer(pool)))
	} else {
		alone(d.Text("plan-pane.family.you"), pool)
	}
	for i, at := range f.Alone {
		if at >= 0 {
			alone(s.nameOf(plan, i), &f.Singles[at])
		}
	}
	if !f.Sure {
		lines = append(lines, d.Text("plan-pane.family.perhaps"))
	}
	return strings.Join(lines, "\n")
}

// nameOf is the name of a person, or a number for one without.
func (s *familySection) nameOf(plan *storage.Plan, i int) string {
	if name := plan.Inputs.People[i].Name; name != "" {
		return name
	}
	return s.pane.desk.Text("plan-pane.person.number", "Number", i+1)
}

// reset makes all blocks anew.
func (s *familySection) reset() {
	for _, b := range s.blocks {
		b.reset()
	}
	s.blocks = nil
}

func (s *familySection) newBlock(index int) *personBlock {
	p, d := s.pane, s.pane.desk
	b := &personBlock{section: s, index: index}
	b.name = newNameField(p, d.Text("plan-pane.name"), d.Text("plan-pane.person.name.hint"), func(in *storage.Inputs, name string) {
		withPerson(in, b.index, func(person *storage.Person) { person.Name = name })
	})
	field := func(key string, of func(person *storage.Person) *storage.Amount) *amountField {
		return newAmountField(p, d.Text(key), storage.Typed, func(in *storage.Inputs, a storage.Amount) {
			withPerson(in, b.index, func(person *storage.Person) { *of(person) = a })
		}).atMost(d.Prices.Most(), "plan-pane.most.account")
	}
	b.used = field("plan-pane.person.used", func(person *storage.Person) *storage.Amount { return &person.Used })
	b.adds = field("plan-pane.person.adds", func(person *storage.Person) *storage.Amount { return &person.Adds })
	b.shares = form.NewChoice(d.Text("plan-pane.person.shares"), []string{d.Text("plan-pane.person.shares.yes"), d.Text("plan-pane.person.shares.no")}, func(i int) {
		b.change(func(person *storage.Person) { person.Apart = i == 1 })
	})
	b.fold = p.newFold("", flow.NewInset(0, 0, theme.SpaceS, tickIndent, flow.NewColumn(theme.SpaceS,
		flow.NewGrid(rowWidth, theme.SpaceS, b.name.content, b.shares.Object, b.used.cell, b.adds.cell),
		widgets.NewFlushLink(d.Text("plan-pane.person.remove"), b.remove))))
	return b
}

// withPerson edits person i, adding them if they are missing.
func withPerson(in *storage.Inputs, i int, change func(person *storage.Person)) {
	var person storage.Person
	if i < len(in.People) {
		person = in.People[i]
	}
	change(&person)
	*in = in.SetPerson(i, person)
}

// change records a choice about the person.
func (b *personBlock) change(change func(person *storage.Person)) {
	b.section.pane.record(nil, func(in *storage.Inputs) { withPerson(in, b.index, change) })
}

// remove takes the person out of the case; undo brings them back.
func (b *personBlock) remove() {
	s, at := b.section, b.index
	b.reset()
	s.blocks = slices.Delete(s.blocks, at, at+1)
	for _, behind := range s.blocks[at:] {
		behind.index--
	}
	s.pane.record(nil, func(in *storage.Inputs) { *in = in.WithoutPerson(at) })
	s.pane.focus(s.another)
}

func (b *personBlock) show(v *storage.Person) {
	p := b.section.pane
	b.fold.SetTitle(b.section.nameOf(p.desk.View().Plan, b.index))
	how := 0
	if v.Apart {
		how = 1
	}
	summary := p.desk.Text([2]string{"plan-pane.person.shares.yes", "plan-pane.person.shares.no"}[how])
	if v.Used.Known() {
		summary = p.span(v.Used.Range) + ", " + summary
	}
	b.fold.SetSummary(summary)
	b.name.SetValue(v.Name)
	b.used.SetValue(v.Used, storage.Amount{})
	b.adds.SetValue(v.Adds, storage.Amount{})
	b.shares.SetValue(how)
}

// reset takes the fields out of the unread ones.
func (b *personBlock) reset() {
	b.used.Reset()
	b.adds.Reset()
}
