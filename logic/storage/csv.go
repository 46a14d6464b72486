package storage

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"backupdoctor/logic/size"
	"backupdoctor/logic/words"
)

// texter turns a key with its values into words, as words.Catalog.Text does.
type texter func(key string, values ...any) string

// WriteCSV writes the plan as comma-separated values for a spreadsheet (RFC 4180): sizes in GB, hours and
// prices as plain numbers with a point, months from now as "2029-03". Names that a spreadsheet would take for
// a formula get an apostrophe in front. Title words a way to make room; computerBackup is as for CleanUp.
func (p *Plan) WriteCSV(w io.Writer, computerBackup bool, now time.Time, title func(k *Candidate) string,
	text texter,
) error {
	lines := p.lines(computerBackup, title)
	out := csv.NewWriter(w)
	head := []string{
		text("storage.csv.section"), text("storage.csv.item"), text("storage.csv.low"), text("storage.csv.likely"),
		text("storage.csv.high"), text("storage.csv.unit"), text("storage.csv.from"), text("storage.csv.month"),
		text("storage.csv.year"), text("storage.csv.currency"), text("storage.csv.full.earliest"),
		text("storage.csv.full.likely"),
		text("storage.csv.full.latest"), text("storage.csv.note"),
	}
	rows := [][]string{head}
	for i := range lines {
		rows = append(rows, lines[i].cells(now, text))
	}
	for _, row := range rows {
		for i := range row {
			row[i] = noFormula(row[i])
		}
		if err := out.Write(row); err != nil {
			return words.Wrap(err, "storage.csv.error")
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return words.Wrap(err, "storage.csv.error")
	}
	return nil
}

// cells are a line in the columns of the table.
func (l *line) cells(now time.Time, text texter) []string {
	row := make([]string, 14)
	row[0], row[1] = text(l.Section), label(l, text)
	switch {
	case l.Size.Known():
		row[2], row[3], row[4] = gigabytes(l.Size.Low), gigabytes(l.Size.Likely), gigabytes(l.Size.High)
		row[5] = text("storage.unit.gb")
		if l.Section != sectionPlans {
			row[6] = text(l.Size.From.Key())
		}
	case l.Unit != "":
		row[2], row[3], row[4] = decimal(l.Other.Low), decimal(l.Other.Likely), decimal(l.Other.High)
		row[5] = text(l.Unit)
	}
	if l.HasPrice {
		row[7], row[8], row[9] = l.Month.Number(), l.Year.Number(), l.Month.CurrencyCode()
	}
	if l.HasFull {
		row[10], row[11], row[12] = yearMonth(now, l.Full.Earliest), yearMonth(now, l.Full.Likely), yearMonth(now,
			l.Full.Latest)
	}
	notes := make([]string, len(l.Notes))
	for i, key := range l.Notes {
		notes[i] = text(key)
	}
	row[13] = strings.Join(notes, "; ")
	return row
}

// yearMonth is a month from now as a spreadsheet sorts it; empty for never.
func yearMonth(now time.Time, months float64) string {
	at, ok := Date(now, months)
	if !ok {
		return ""
	}
	return at.Format("2006-01")
}

// decimal is a number with at most two decimals.
func decimal(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64)
}

// label is what a line is about.
func label(l *line, text texter) string {
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
	return strconv.FormatFloat(float64(bytes)/float64(size.GB), 'f', -1, 64)
}

// noFormula puts an apostrophe before what a spreadsheet takes for a formula; East Asian ones read the wide signs,
// too.
func noFormula(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
