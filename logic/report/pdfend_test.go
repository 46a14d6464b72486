package report_test

import (
	"fmt"
	"strings"
	"testing"

	"backupdoctor/logic/report"
)

// However long a report is, its last page is no page of closing lines alone.
func TestTheClosingLinesAreNotAPageOfTheirOwn(t *testing.T) {
	lib := small(t)
	v := lib.Derive(anna(), now)
	v.Options, v.MinutesLeft = decided, decided[0].Minutes
	for more := range 55 {
		d := report.New(lib, v, now, planned)
		foot, last := len(d.Blocks)-1, d.Blocks[len(d.Blocks)-2]
		if _, ok := d.Blocks[foot].(*report.Foot); !ok {
			t.Fatalf("the page ends with %T", d.Blocks[foot])
		}
		list, ok := last.(*report.List)
		if !ok {
			t.Fatalf("before its end it has %T", last)
		}
		for i := range more {
			list.Items = append(list.Items, report.Item{Text: report.Text{{Words: fmt.Sprintf("line number %d.", i)}}})
		}
		pages := pdfPages(t, pdfOf(t, d))
		end := folded(pages[len(pages)-1])
		if more > 0 && !strings.Contains(end, folded(fmt.Sprintf("line number %d.", more-1))) {
			t.Errorf("with %d more lines the last page is only\n%s", more, pages[len(pages)-1])
		}
	}
}
