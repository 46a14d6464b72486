package storage

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
)

// formulaStarts are what spreadsheets take for the beginning of a formula, or skip before one.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// Whatever names and sizes a person gives, the table is read back as it was written, every name is in it, and a
// spreadsheet finds no formula in it.
func FuzzCSV(f *testing.F) {
	d := shipped(f)
	us := marketOf(f, d, "us")
	f.Add("=1+1", "@sum(a1)", "Delete\r\n-old", uint64(5e9), uint64(48e8), uint64(3e9), uint64(1e9), uint8(0))
	f.Add("\tcmd|' /c calc'!A0", "a\"b,c;d\n", "＝1", uint64(0), uint64(1e15), uint64(0), uint64(7), uint8(7))
	f.Add("", "\xff\ufeff", "'", uint64(2e12), uint64(1e12), uint64(1e9), uint64(0), uint8(0xfa))
	f.Fuzz(func(t *testing.T, device, person, title string, plan, used, next, last uint64, kinds uint8) {
		amount := func(bytes uint64) size.Amount {
			return size.Of(int64(bytes%uint64(2*size.Max)), size.Origin(1+int(kinds)%int(size.Assumed)))
		}
		in := Inputs{
			Plan: amount(plan), Used: amount(used), Upload: float64(kinds % 40),
			Devices: []Device{{Next: amount(next)}, {Name: device, Gone: kinds&1 > 0, Last: amount(last)}},
			People:  []Person{{Name: person, Used: amount(last), Apart: kinds&2 > 0}},
		}
		if kinds&4 > 0 {
			in.Bundle = "family"
		}
		if kinds&8 > 0 {
			in.Cloud[Mail] = amount(used)
		}
		p := Make(in, us, apple.Version{}, d)
		var out strings.Builder
		now := time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)
		if err := p.WriteCSV(&out, kinds&16 > 0, now, func(*Candidate) string { return title }, echo); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll() // each row must have as many cells as the first
		if err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
		for _, row := range rows {
			for _, cell := range row {
				_, err := strconv.ParseFloat(cell, 64)
				if cell != "" && strings.ContainsRune(formulaStarts, []rune(cell)[0]) && err != nil {
					t.Fatalf("a spreadsheet takes %q for a formula", cell)
				}
			}
		}
		// The reader of the test makes one line end of the two.
		for _, name := range []string{device, person} {
			if !slices.ContainsFunc(rows, func(row []string) bool {
				return strings.Contains(row[1], strings.ReplaceAll(name, "\r\n", "\n"))
			}) {
				t.Fatalf("%q is not in the table:\n%s", name, out.String())
			}
		}
	})
}
