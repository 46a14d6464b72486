package phone

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"backupdoctor/logic/knowledge"
)

// page is one screen as it is drawn: the rows that stand there now, and the one to mark.
type page struct {
	id    string // of the screen
	title string
	back  string // title of the screen before; empty on the first one
	rows  []knowledge.Stop
	mark  int // index of the marked row, -1 for none
	sheet bool
}

// pageOf is the screen of stop i of a walk. Rows that stand there only in a state of the phone are left out unless the walk
// leads to a row of that state.
func pageOf(base *knowledge.Base, d knowledge.Device, walk []knowledge.Stop, i int) page {
	stop := walk[i]
	p := page{id: stop.Screen.ID, mark: -1}
	for _, before := range walk[max(i-1, 0):i] { // none before the first
		if earlier, err := base.Page(before.Screen.ID, d); err == nil {
			p.back = shown(earlier.Title)
		}
	}
	full, err := base.Page(stop.Screen.ID, d)
	if err != nil { // the linter proves that this does not happen; the row to tap is still right
		full = knowledge.Page{Screen: stop.Screen, Rows: []knowledge.Stop{stop}}
	}
	p.title = shown(full.Title)
	var replaced []string
	for _, row := range full.Rows {
		if row.Row.State != "" && row.Row.InsteadOf != "" && inState(walk, row.Row.State) {
			replaced = append(replaced, row.Row.InsteadOf)
		}
	}
	for _, row := range full.Rows {
		if row.Row != stop.Row {
			if row.Row.State != "" && !inState(walk, row.Row.State) || slices.Contains(replaced, row.Row.ID) {
				continue
			}
		} else {
			p.mark = len(p.rows)
		}
		p.sheet = p.sheet || row.Row.Kind == knowledge.RowSheet
		p.rows = append(p.rows, row)
	}
	return p
}

// pageAhead is the screen that a row opens, without a mark; false when it opens none.
func pageAhead(base *knowledge.Base, d knowledge.Device, row *knowledge.Row) (page, bool) {
	screen := base.Screen(row.Leads)
	if screen == nil || len(screen.Rows) == 0 {
		return page{}, false
	}
	p := pageOf(base, d, []knowledge.Stop{{Screen: screen, Row: &knowledge.Row{}}}, 0)
	return p, !p.sheet && len(p.rows) > 0
}

func inState(walk []knowledge.Stop, state string) bool {
	return slices.ContainsFunc(walk, func(s knowledge.Stop) bool { return s.Row.State == state })
}

// shown is a label as it is drawn. One that stands for the person's own text loses its brackets and gets a capital; brackets
// inside a sentence stay, so that nobody looks for just that word.
func shown(label string) string {
	if !knowledge.Own(label) {
		return label
	}
	words := label[1 : len(label)-1]
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// switchOn says how a switch stands: as the step wants it when it is the row that the step is about, else as the knowledge
// base has it.
func switchOn(row *knowledge.Row, goal knowledge.Act) bool {
	switch goal {
	case knowledge.ActOn:
		return true
	case knowledge.ActOff:
		return false
	}
	return strings.EqualFold(row.Value, "on")
}
