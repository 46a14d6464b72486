package storage

import (
	"strconv"

	"github.com/bojanz/currency"

	"backupdoctor/logic/size"
)

// line is one line of the plan as a table for a spreadsheet.
type line struct {
	Section string // key of its heading
	Key     string // key of what it is; empty when Name says it
	Name    string // a name that is not translated: of a device, a person, a bundle, or the title of an action

	Size  size.Amount // unknown when it has none
	Other HoursRange  // what is no size, in Unit
	Unit  string      // key of the unit of Other; empty for none

	HasPrice bool
	Month    currency.Amount
	Year     currency.Amount

	HasFull bool
	Full    Span // when a plan is no longer enough

	Notes []string // keys of words on it
}

// The sections of the table.
const (
	sectionUsed    = "storage.table.used"
	sectionAdds    = "storage.table.adds"
	sectionSums    = "storage.table.sums"
	sectionPlans   = "storage.table.plans"
	sectionFamily  = "storage.table.family"
	sectionCleanUp = "storage.table.cleanup"
	sectionTime    = "storage.table.time"
)

// lines are the table: what is used, what the next backups add, the sums, the plans that can be had, the
// family, the clean-up when one is needed, and how long it takes. Classes of which nothing is known are left
// out.
func (p *Plan) lines(computerBackup bool, title func(k *Candidate) string) []line {
	lines := append(p.contentLines(), p.sumLines()...)
	lines = append(lines, p.planLines()...)
	lines = append(lines, p.familyLines()...)
	if p.Verdict.Missing > 0 {
		for _, k := range p.CleanUp(computerBackup).Candidates {
			if k.Standing == Proposed {
				lines = append(lines, line{
					Section: sectionCleanUp, Name: title(&k), Size: size.Amount{
						Range: k.Gain,
						From:  size.Described,
					},
					Notes: []string{k.Action.Loss.Key()},
				})
			}
		}
	}
	return append(lines, p.timeLines()...)
}

// contentLines are the parts of both sums.
func (p *Plan) contentLines() []line {
	var lines []line
	for c := range Classes {
		if a := p.Parts[c]; a.Known() && Class(c) != Backups && Class(c) != People {
			lines = append(lines, line{Section: sectionUsed, Key: Class(c).Key(), Size: a})
		}
	}
	for i := range p.Inputs.Devices {
		if d := &p.Inputs.Devices[i]; d.Last.Known() {
			line := line{Section: sectionUsed, Key: Backups.Key(), Name: d.Name, Size: d.Last}
			if d.Gone {
				line.Notes = []string{"storage.table.gone"}
			}
			lines = append(lines, line)
		}
	}
	for _, person := range p.people {
		if person.Used.Known() && !person.Apart {
			lines = append(lines, line{Section: sectionUsed, Key: People.Key(), Name: person.Name, Size: person.Used})
		}
	}
	for c := range Classes {
		if a := p.Coming[c]; a.Known() {
			lines = append(lines, line{Section: sectionAdds, Key: Class(c).Key(), Size: a})
		}
	}
	return lines
}

func (p *Plan) sumLines() []line {
	var lines []line
	for _, one := range []struct {
		key  string
		size size.Amount
	}{
		{"storage.sum.plan", p.Inputs.Plan},
		{"storage.sum.used", p.Used},
		{"storage.sum.next", p.Next},
		{"storage.sum.adds", p.Adds},
		{"storage.sum.need", p.Need},
		{"storage.sum.monthly", size.Amount{Range: p.Monthly, From: size.Assumed}},
	} {
		if one.size.Known() && (p.HasForecast || one.key != "storage.sum.monthly") {
			lines = append(lines, line{Section: sectionSums, Key: one.key, Size: one.size})
		}
	}
	return lines
}

func (p *Plan) planLines() []line {
	lines := make([]line, 0, len(p.Offers))
	for i := range p.Offers {
		o := &p.Offers[i]
		line := line{
			Section: sectionPlans, Key: "storage.offer.plan", Name: o.Bundle.Name, Size: size.Of(o.Capacity,
				size.Evidence),
			HasPrice: o.HasPrice && !o.Free, Month: o.Month, Year: o.Year, Notes: []string{o.fit.key()},
			HasFull: p.Used.Known() && p.HasForecast, Full: o.FullIn,
		}
		switch {
		case o.Free && o.Bundle.ID == "":
			line.Key = "storage.offer.free"
		case o.NoPlan:
			line.Key = "storage.offer.bundle"
		case o.Bundle.ID != "":
			line.Key = "storage.offer.both"
		}
		if o.Current {
			line.Notes = append(line.Notes, "storage.table.current")
		}
		for _, c := range p.Choices {
			if c.Cheap == i {
				line.Notes = append(line.Notes, "storage.cheapest."+strconv.Itoa(c.Months))
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// familyLines are what people use apart, and what each way of dividing the family costs.
func (p *Plan) familyLines() []line {
	var lines []line
	for _, person := range p.people {
		if person.Used.Known() && person.Apart {
			lines = append(lines, line{
				Section: sectionFamily, Key: People.Key(), Name: person.Name, Size: person.Used.Add(person.Adds),
				Notes: []string{"storage.table.apart"},
			})
		}
	}
	if !p.HasFamily {
		return lines
	}
	for _, one := range []struct {
		key   string
		split *Split
	}{
		{"storage.family.apart", p.Family.Apart},
		{"storage.family.together", p.Family.Together},
		{"storage.family.best", &p.Family.Split},
	} {
		if s := one.split; s != nil {
			line := line{Section: sectionFamily, Key: one.key, HasPrice: !s.Free, Month: s.Month, Year: s.Year}
			if s.Free {
				line.Notes = []string{"storage.offer.free"}
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// timeLines are how long it takes to send and to bring back.
func (p *Plan) timeLines() []line {
	if !p.HasTransfer {
		return nil
	}
	nights := func(n [3]int) HoursRange { return HoursRange{float64(n[0]), float64(n[1]), float64(n[2])} }
	t := &p.Transfer
	return []line{
		{Section: sectionTime, Key: "storage.time.backup", Other: t.Upload, Unit: "storage.unit.hours"},
		{Section: sectionTime, Key: "storage.time.backup", Other: nights(t.Nights), Unit: "storage.unit.nights"},
		{Section: sectionTime, Key: "storage.time.restore", Other: t.Restore, Unit: "storage.unit.hours"},
		{Section: sectionTime, Key: "storage.time.restore", Other: nights(t.Back), Unit: "storage.unit.nights"},
	}
}
