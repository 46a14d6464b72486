package storage

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/form"
	"backupdoctor/ui/paint"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// familySection lists other people, who share the plan or could, and finds the cheapest way for all.
type familySection struct {
	pane    *Pane
	fold    *widgets.Fold
	list    *form.List[storage.Person]
	results *fyne.Container
}

// personBlock is one other person.
type personBlock struct {
	section    *familySection
	item       *form.Item[storage.Person]
	fold       *widgets.Fold
	name       *form.Field[string]
	used, adds *amountField
	shares     *form.Choice
}

func newFamilySection(p *Pane) *familySection {
	d := p.desk
	s := &familySection{pane: p, results: flow.NewColumn(theme.SpaceXS)}
	s.list = form.NewList(storage.MaxPeople, d.Text("storage-pane.family.add"), s.add, s.newBlock)
	s.fold = p.newFold(d.Text("storage-pane.family"), flow.NewColumn(theme.SpaceS,
		paint.NewCaption(d.Text("storage-pane.family.about")), s.list.Object, s.results))
	return s
}

// add puts another person into the case and the cursor into the name.
func (s *familySection) add() {
	s.pane.record(nil, func(in *storage.Inputs) { in.EditPerson(len(in.People), func(*storage.Person) {}) })
	showLast(s.pane, s.list)
}

// show brings the blocks and the comparison up to date.
func (s *familySection) show(v *session.View) {
	d, people := s.pane.desk, v.Plan.Inputs.People
	s.fold.SetSummary(d.Text("storage-pane.none"))
	if len(people) > 0 {
		s.fold.SetSummary(d.Words.Count("storage-pane.family.count", len(people)))
	}
	if s.fold.Open() || len(s.list.Blocks()) > 0 {
		s.list.Show(people) // blocks are made when somebody asks for them
		s.compare(v)
	}
}

// compare shows what the family pays alone, together, and in the cheapest way.
func (s *familySection) compare(v *session.View) {
	d, plan := s.pane.desk, v.Plan
	s.results.Objects = nil
	if len(plan.Inputs.People) == 0 {
		return
	}
	for _, r := range plan.Remarks {
		if r.Key == storage.RemarkFreeNotShared {
			s.results.Add(paint.NewCaption(s.pane.remark(r)))
		}
	}
	switch {
	case !plan.Verdict.Counted:
		s.results.Add(paint.NewCaption(d.Text("storage-pane.family.own-missing")))
		return
	case !plan.HasFamily:
		key := "storage-pane.family.missing"
		if s.known(plan) {
			key = "storage-pane.family.no-way"
		}
		s.results.Add(paint.NewCaption(d.Text(key)))
		return
	}
	f := &plan.Family
	s.results.Add(paint.NewCaption(d.Text("storage-pane.family.own", "Size", s.pane.span(f.Own))))
	for _, one := range []struct {
		key   string
		split *storage.Split
	}{{"storage.family.apart", f.Apart}, {"storage.family.together", f.Together}} {
		price := d.Text("storage-pane.family.none")
		if one.split != nil {
			price = d.Phrase.SplitPrice(one.split)
		}
		s.results.Add(paint.NewParagraph(d.Text("storage-pane.family.way", "Way", d.Text(one.key),
			"Price", price)))
	}
	s.results.Add(widgets.NewCallout(widgets.ToneOK, s.best(plan)))
}

// known reports whether the use of all people is known.
func (s *familySection) known(plan *storage.Plan) bool {
	for _, person := range plan.Inputs.People {
		if !person.Used.Known() {
			return false
		}
	}
	return true
}

// best returns who shares which plan in the cheapest way, a line for each.
func (s *familySection) best(plan *storage.Plan) string {
	d := s.pane.desk
	lines := []string{d.Text("storage-pane.family.best", "Price", d.Phrase.SplitPrice(&plan.Family.Split))}
	lines = append(lines, d.Phrase.Split(plan, func(i int) string { return s.nameOf(plan, i) })...)
	return strings.Join(lines, "\n")
}

// nameOf returns the name of a person, or a number for a person without one.
func (s *familySection) nameOf(plan *storage.Plan, i int) string {
	return s.pane.desk.Phrase.PersonName(plan.Inputs.People[i].Name, i+1)
}

// newBlock makes the block of a person.
func (s *familySection) newBlock(item *form.Item[storage.Person]) form.Block[storage.Person] {
	p, d := s.pane, s.pane.desk
	b := &personBlock{section: s, item: item}
	b.name = p.newName("storage-pane.person.name.hint", func(in *storage.Inputs, name string) {
		in.EditPerson(b.item.Index(), func(person *storage.Person) { person.Name = name })
	})
	field := func(key string, of func(person *storage.Person) *size.Amount) *amountField {
		return newAmountField(p, d.Text(key), size.Typed, func(in *storage.Inputs, a size.Amount) {
			in.EditPerson(b.item.Index(), func(person *storage.Person) { *of(person) = a })
		}).atMost(d.Prices.Most(), "storage-pane.most.account")
	}
	b.used = field("storage-pane.person.used", func(person *storage.Person) *size.Amount { return &person.Used })
	b.adds = field("storage-pane.person.adds", func(person *storage.Person) *size.Amount { return &person.Adds })
	b.shares = form.NewChoice(d.Text("storage-pane.person.shares"),
		[]string{d.Text("storage-pane.person.shares.yes"), d.Text("storage-pane.person.shares.no")}, func(i int) {
			b.change(func(person *storage.Person) { person.Apart = i == 1 })
		})
	b.fold = p.newFold("", flow.NewInset(0, 0, theme.SpaceS, tickIndent, flow.NewColumn(theme.SpaceS,
		flow.NewGrid(rowWidth, theme.SpaceS, b.name.Object, b.shares.Object, b.used.Object, b.adds.Object),
		widgets.NewFlushLink(d.Text("storage-pane.person.remove"), b.remove))))
	return b
}

// change records a choice about the person.
func (b *personBlock) change(change func(person *storage.Person)) {
	b.section.pane.record(nil, func(in *storage.Inputs) { in.EditPerson(b.item.Index(), change) })
}

// remove takes the person out of the case; undo brings them back.
func (b *personBlock) remove() {
	s, at := b.section, b.item.Index()
	b.item.Remove()
	s.pane.record(nil, func(in *storage.Inputs) { *in = in.WithoutPerson(at) })
	s.pane.focus(s.list.Add)
}

// Fold returns the heading with the fields.
func (b *personBlock) Fold() *widgets.Fold { return b.fold }

// FirstField returns the entry for the name.
func (b *personBlock) FirstField() fyne.Focusable { return b.name.Control }

// Reset lets go of the fields.
func (b *personBlock) Reset() { b.section.pane.drop(b.used, b.adds) }

// Show brings the fields up to date.
func (b *personBlock) Show(v *storage.Person) {
	p := b.section.pane
	b.fold.SetTitle(b.section.nameOf(p.desk.View().Plan, b.item.Index()))
	how := 0
	if v.Apart {
		how = 1
	}
	summary := p.desk.Text([2]string{"storage-pane.person.shares.yes", "storage-pane.person.shares.no"}[how])
	if v.Used.Known() {
		summary = p.span(v.Used.Range) + ", " + summary
	}
	b.fold.SetSummary(summary)
	b.name.SetValue(v.Name)
	b.used.SetValue(v.Used, size.Amount{})
	b.adds.SetValue(v.Adds, size.Amount{})
	b.shares.SetValue(how)
}
