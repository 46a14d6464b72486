package lab

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Table is a result: a title, a note about the method, columns and rows. The first column is text, the
// others are numbers.
type Table struct {
	Title string
	Note  string
	Head  []string
	Rows  [][]string
}

// Text writes the table with aligned columns.
func (t *Table) Text(w io.Writer) error {
	width := make([]int, len(t.Head))
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", t.Title, t.Note)
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		for i, cell := range row {
			gap := strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				fmt.Fprintf(&b, "  %s%s", cell, gap)
			} else {
				fmt.Fprintf(&b, "  %s%s", gap, cell)
			}
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// Markdown writes the table for a page.
func (t *Table) Markdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s.** %s\n\n", t.Title, t.Note)
	line := func(cells []string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	line(t.Head)
	rule := make([]string, len(t.Head))
	for i := range rule {
		rule[i] = "---:"
	}
	rule[0] = "---"
	line(rule)
	for _, row := range t.Rows {
		line(row)
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// CSV writes the table as comma-separated values, the title in the first column.
func (t *Table) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	all := append([][]string{append([]string{"table"}, t.Head...)}, t.Rows...)
	for i, row := range all {
		if i > 0 {
			row = append([]string{t.Title}, row...)
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
