package planner

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/bojanz/currency"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/storage"
)

// Line is one line of the plan as a table: for a report, for a spreadsheet, for the clipboard.
type Line struct {
	Section string // key of its heading
	Key     string // key of what it is; empty when Name says it
	Name    string // a name that is not translated: of a device, a person, a bundle, or the title of an action
	Size    Amount // unknown when it has none

	HasPrice bool
	Month    currency.Amount
	Year     currency.Amount

	Note string // key of a word on it; empty for none
}

// The sections of the table.
const (
	sectionUsed    = "planner.table.used"
	sectionAdds    = "planner.table.adds"
	sectionSums    = "planner.table.sums"
	sectionPlans   = "planner.table.plans"
	sectionCleanUp = "planner.table.cleanup"
)

// Lines are the table: what is used, what the next backups add, the sums, the plans that can be had, and the clean-up when
// one is needed. Classes of which nothing is known are left out.
func (p *Plan) Lines(system knowledge.Version, computerBackup bool) []Line {
	var lines []Line
	for c := range Classes {
		if a := p.Parts[c]; a.Known() && Class(c) != Backups {
			lines = append(lines, Line{Section: sectionUsed, Key: Class(c).Key(), Size: a})
		}
	}
	for i := range p.Inputs.Devices {
		if d := &p.Inputs.Devices[i]; d.Last.Known() {
			line := Line{Section: sectionUsed, Key: Backups.Key(), Name: d.Name, Size: d.Last}
			if d.Gone {
				line.Note = "planner.table.gone"
			}
			lines = append(lines, line)
		}
	}
	for c := range Classes {
		if a := p.Coming[c]; a.Known() {
			lines = append(lines, Line{Section: sectionAdds, Key: Class(c).Key(), Size: a})
		}
	}
	for _, one := range []struct {
		key  string
		size Amount
	}{
		{"planner.sum.plan", p.Inputs.Plan},
		{"planner.sum.used", p.Used},
		{"planner.sum.next", p.Next},
		{"planner.sum.need", p.Need},
		{"planner.sum.monthly", Amount{p.Monthly, Assumed}},
	} {
		if one.size.Known() {
			lines = append(lines, Line{Section: sectionSums, Key: one.key, Size: one.size})
		}
	}
	lines = append(lines, p.planLines()...)
	if p.Missing() > 0 {
		for _, k := range p.CleanUp(system, computerBackup).Candidates {
			if k.Standing == Proposed {
				lines = append(lines, Line{
					Section: sectionCleanUp, Name: k.Action.Title, Size: Amount{k.Gain, Described},
					Note: k.Action.Loss.Key(),
				})
			}
		}
	}
	return lines
}

func (p *Plan) planLines() []Line {
	lines := make([]Line, 0, len(p.Offers))
	for i := range p.Offers {
		o := &p.Offers[i]
		line := Line{
			Section: sectionPlans, Key: "planner.offer.plan", Name: o.Bundle.Name, Size: Of(o.Capacity, Evidence),
			HasPrice: o.HasPrice && !o.Free, Month: o.Month, Year: o.Year, Note: FitKey(o.Fit),
		}
		switch {
		case o.Free && o.Bundle.ID == "":
			line.Key = "planner.offer.free"
		case o.NoPlan:
			line.Key = "planner.offer.bundle"
		case o.Bundle.ID != "":
			line.Key = "planner.offer.both"
		}
		lines = append(lines, line)
	}
	return lines
}

// FitKey is the translation key of a comparison.
func FitKey(f storage.Fit) string {
	switch f {
	case storage.Fits:
		return "planner.fit.fits"
	case storage.DoesNotFit:
		return "planner.fit.does-not-fit"
	default:
		return "planner.fit.unknown"
	}
}

// Text turns a key with its values into words, as words.Catalog.Text does.
type Text func(key string, values ...any) string

// WriteCSV writes the lines as comma-separated values for a spreadsheet (RFC 4180): sizes in GB and prices as plain numbers
// with a point. Names that a spreadsheet would take for a formula get an apostrophe in front.
func WriteCSV(w io.Writer, lines []Line, text Text) error {
	out := csv.NewWriter(w)
	head := []string{
		text("planner.csv.section"), text("planner.csv.item"), text("planner.csv.low"), text("planner.csv.likely"),
		text("planner.csv.high"), text("planner.csv.from"), text("planner.csv.month"), text("planner.csv.year"),
		text("planner.csv.currency"), text("planner.csv.note"),
	}
	if err := out.Write(head); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	for _, l := range lines {
		row := make([]string, len(head))
		row[0], row[1] = text(l.Section), label(&l, text)
		if l.Size.Known() {
			row[2], row[3], row[4] = gigabytes(l.Size.Low), gigabytes(l.Size.Likely), gigabytes(l.Size.High)
			if l.Section != sectionPlans {
				row[5] = text(l.Size.From.Key())
			}
		}
		if l.HasPrice {
			row[6], row[7], row[8] = l.Month.Number(), l.Year.Number(), l.Month.CurrencyCode()
		}
		if l.Note != "" {
			row[9] = text(l.Note)
		}
		for i := range row {
			row[i] = noFormula(row[i])
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("write the table: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// label is what a line is about.
func label(l *Line, text Text) string {
	switch {
	case l.Key == "":
		return l.Name
	case l.Name == "":
		return text(l.Key)
	default:
		return text(l.Key) + ": " + l.Name
	}
}

func gigabytes(bytes int64) string {
	return strconv.FormatFloat(float64(bytes)/float64(storage.GB), 'f', -1, 64)
}

func noFormula(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
