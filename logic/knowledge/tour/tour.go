// Package tour turns a walk over the screens into the pages that a device shows on the way, with all words in the phone's
// language. The result is plain data: the packages that draw it need no knowledge base.
package tour

import (
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
)

// Tour is a walk as a device shows it: plain data for who draws the pages.
type Tour struct {
	Device apple.Device  // a known one
	App    string        // name of the Settings app
	Act    knowledge.Act // what the step does with the last stop
	Clock  string        // of the device; empty for any time
	Plain  bool          // the marks have no numbers, as no lines belong to them
	Shots  []Shot        // one for each stop of the walk
}

// Shot is one page of a tour with the rows that stand there on the way.
type Shot struct {
	Screen  string         // id of the screen
	Title   string         // of the page; empty when the base does not know the page
	Back    string         // title of the page before; empty on the first one
	Account string         // on the first page of Settings: title of the page behind the person's row
	Stop    screens.Stop   // the row of the walk
	Rows    []screens.Stop // as they stand on the page
	Mark    int            // index of Stop in Rows; -1 for none
	Sheet   bool           // the rows are choices that come up over the page before
	Ahead   *Shot          // on the first page of Settings: the page that Stop opens, or nil; without a mark
}

// New shows a walk on a device. A row that exists only in a state of the phone stands there when the walk
// leads to a row of that state; the row that it replaces does not stand there then.
func New(b *knowledge.Base, walk []screens.Stop, act knowledge.Act, d apple.Device) Tour {
	d = b.Known(d)
	tour := Tour{Device: d, Act: act}
	if root, err := b.Page(screens.Root, d); err == nil {
		tour.App = root.Title
	}
	back := ""
	for _, stop := range walk {
		shot := newShot(b, stop, walk, d)
		if last := len(tour.Shots) - 1; last >= 0 && tour.Shots[last].Screen == shot.Screen { // another row of the same page
			back = tour.Shots[last].Back
		}
		shot.Back, back = back, shot.Title
		if shot.Screen == screens.Root {
			shot.Account, shot.Ahead = account(b, shot.Rows, d), ahead(b, stop.Row, d)
		}
		tour.Shots = append(tour.Shots, shot)
	}
	return tour
}

// SetDate shows a date at the last stop, such as the time of the last backup, in the place of "[date]".
func (t *Tour) SetDate(date string) {
	if len(t.Shots) == 0 || t.Shots[len(t.Shots)-1].Mark < 0 {
		return
	}
	last := &t.Shots[len(t.Shots)-1]
	last.Rows = slices.Clone(last.Rows)
	row := &last.Rows[last.Mark]
	row.Label, row.Guess = screens.FilledIn(row.Label, date), screens.FilledIn(row.Guess, date)
}

func newShot(b *knowledge.Base, stop screens.Stop, walk []screens.Stop, d apple.Device) Shot {
	s := Shot{Screen: stop.Screen.ID, Stop: stop, Mark: -1}
	page, err := b.Page(s.Screen, d)
	if err != nil { // the linter proves that this does not happen; the row to tap is still right
		page.Rows = []screens.Stop{stop}
	}
	s.Title = page.Title
	var replaced []string
	for _, row := range page.Rows {
		if row.Row.State != "" && row.Row.InsteadOf != "" && inState(walk, row.Row.State) {
			replaced = append(replaced, row.Row.InsteadOf)
		}
	}
	for _, row := range page.Rows {
		if row.Row == stop.Row {
			s.Mark = len(s.Rows)
		} else if !stands(row.Row, walk) || slices.Contains(replaced, row.Row.ID) {
			continue
		}
		s.Sheet = s.Sheet || row.Row.Kind == screens.RowSheet
		s.Rows = append(s.Rows, row)
	}
	return s
}

// stands reports whether a row stands there on a walk.
func stands(row *screens.Row, walk []screens.Stop) bool {
	return row.State == "" || inState(walk, row.State)
}

// inState reports whether a walk leads to a row of a state.
func inState(walk []screens.Stop, state string) bool {
	return slices.ContainsFunc(walk, func(s screens.Stop) bool { return s.Row.State == state })
}

// account returns the title of the page behind the first card that opens one.
func account(b *knowledge.Base, rows []screens.Stop, d apple.Device) string {
	for _, row := range rows {
		if row.Row.Kind == screens.RowCard && row.Row.Leads != "" {
			if page, err := b.Page(row.Row.Leads, d); err == nil {
				return page.Title
			}
		}
	}
	return ""
}

// ahead returns the page that a row opens, or nil when it opens none or only choices.
func ahead(b *knowledge.Base, row *screens.Row, d apple.Device) *Shot {
	screen := b.Screen(row.Leads)
	if screen == nil || len(screen.Rows) == 0 {
		return nil
	}
	nowhere := screens.Stop{Screen: screen, Row: &screens.Row{}}
	s := newShot(b, nowhere, []screens.Stop{nowhere}, d)
	if s.Sheet || len(s.Rows) == 0 {
		return nil
	}
	return &s
}
