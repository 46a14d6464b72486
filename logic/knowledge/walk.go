package knowledge

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Root is the id of the screen where every walk starts: the first page of Settings.
const Root = "settings"

// Stop is one row on a walk, or one row of a page.
type Stop struct {
	Screen *Screen
	Row    *Row
	Wording
	Value string // the example value as the device shows it; empty when there is none or its words aren't known
}

// Page is a screen as it looks on one device: its title and the rows it has there, in order.
type Page struct {
	Screen *Screen
	Title  string // in quotation marks where the phone's own words aren't known
	Rows   []Stop
}

// Known is the device whose texts and screens d gets: an unknown version, or one newer than all that the base knows,
// counts as the newest, one older than all as the oldest; an unknown kind counts as iPhone, an unknown language as American
// English.
func (b *Base) Known(d Device) Device {
	if d.Kind == "" {
		d.Kind = IPhone
	}
	if d.Language != "" {
		if language := b.Language(d.Language); language != nil {
			d.Language = language.ID
		} else {
			d.Language = ""
		}
	}
	versions := b.look().versions
	if len(versions) == 0 {
		return d
	}
	oldest, newest := versions[0], versions[len(versions)-1]
	switch {
	case d.Version.IsZero() || d.Version.Major > newest.Major:
		d.Version = newest
	case d.Version.Compare(oldest) < 0:
		d.Version = oldest
	}
	return d
}

// Walk gives the rows to tap on this device, from the first page of Settings to the row that the route is about. It fails
// when the route does not exist or can't be walked there.
func (b *Base) Walk(routeID string, d Device) ([]Stop, error) {
	route := b.Route(routeID)
	if route == nil {
		return nil, fmt.Errorf("there is no route %q", routeID)
	}
	d = b.Known(d)
	stops, flaws := b.trace(route, d)
	if len(flaws) > 0 {
		return nil, fmt.Errorf("route %q on %s %s: %s", route.ID, d.Name(), d.Version, flaws[0].what)
	}
	return stops, nil
}

// Label is what a row, given as "screen.row", says on this device. When no label is meant for the device it is the last one
// listed, with an error.
func (b *Base) Label(rowRef string, d Device) (Wording, error) {
	row := b.look().rows[rowRef]
	if row == nil {
		return Wording{}, fmt.Errorf("there is no row %q", rowRef)
	}
	return b.only(row.Labels, rowRef, row.OwnWords, b.Known(d))
}

// Page shows a screen as it is on this device.
func (b *Base) Page(screenID string, d Device) (Page, error) {
	screen := b.Screen(screenID)
	if screen == nil {
		return Page{}, fmt.Errorf("there is no screen %q", screenID)
	}
	d = b.Known(d)
	title, err := b.only(screen.Titles, screen.ID, false, d)
	if err != nil {
		return Page{}, fmt.Errorf("title of screen %q: %w", screenID, err)
	}
	page := Page{Screen: screen, Title: title.Quoted()}
	for i := range screen.Rows {
		row := &screen.Rows[i]
		if !row.Holds(d) {
			continue
		}
		ref := screen.ID + "." + row.ID
		label, err := b.only(row.Labels, ref, row.OwnWords, d)
		if err != nil {
			return Page{}, fmt.Errorf("row %q of screen %q: %w", row.ID, screenID, err)
		}
		page.Rows = append(page.Rows, Stop{Screen: screen, Row: row, Wording: label, Value: b.value(row, ref, d)})
	}
	return page, nil
}

// errNoLabel says that none or several labels are meant for a device.
var errNoLabel = errors.New("not exactly one label holds")

// only is what the one label says that holds for the device, which must be known. at is where it stands, as in Word.At; own
// says that its words are the same in every language.
func (b *Base) only(labels []Label, at string, own bool, d Device) (Wording, error) {
	held, text := 0, ""
	for i := range labels {
		if labels[i].Holds(d) {
			held++
			text = labels[i].Text
		}
	}
	if held == 0 && len(labels) > 0 {
		text = labels[len(labels)-1].Text
	}
	if own {
		d.Language = ""
	}
	wording := b.word(text, at, d)
	if held != 1 {
		return wording, fmt.Errorf("%w for %s %s (%d do)", errNoLabel, d.Name(), d.Version, held)
	}
	return wording, nil
}

// flaw is why a route can't be walked: the key in the route, and the words.
type flaw struct {
	key, what, want string
	dangling        bool // the row does not exist at all, on no device
}

// trace follows the route on a known device and says all that hinders it.
func (b *Base) trace(route *Route, d Device) ([]Stop, []flaw) {
	chosen := -1
	for i := range route.Walks {
		if !route.Walks[i].Holds(d) {
			continue
		}
		if chosen >= 0 {
			return nil, []flaw{{key: element("walk", i), what: "more than one walk holds", want: "since, until or device that tell the walks apart"}}
		}
		chosen = i
	}
	if chosen < 0 {
		return nil, []flaw{{key: "walk", what: "no walk holds", want: "a walk for these devices"}}
	}
	var stops []Stop
	var flaws []flaw
	rows := route.Walks[chosen].Rows
	if len(rows) == 0 {
		flaws = append(flaws, flaw{key: element("walk", chosen), what: "the walk has no rows", want: "at least one row"})
	}
	for i, ref := range rows {
		say := func(want, what string, args ...any) {
			flaws = append(flaws, flaw{key: fmt.Sprintf("walk[%d].rows[%d]", chosen, i), what: fmt.Sprintf(what, args...), want: want})
		}
		screenID, _, _ := strings.Cut(ref, ".")
		if i == 0 && screenID != Root {
			say(fmt.Sprintf("a row of %q first", Root), "the walk starts on %q", screenID)
		}
		if i > 0 && len(stops) == i && stops[i-1].Row.Leads != screenID {
			say(fmt.Sprintf("leads = %q on that row, or another walk", screenID), "row %q leads to %q, not to %q",
				rows[i-1], stops[i-1].Row.Leads, screenID)
		}
		screen, row := b.look().screens[screenID], b.look().rows[ref]
		if screen == nil || row == nil {
			say("the id of a screen and of a row on it, as screen.row", "there is no row %q", ref)
			flaws[len(flaws)-1].dangling = true
			continue
		}
		if !screen.Holds(d) || !row.Holds(d) {
			say("a walk over rows that these devices have", "row %q is not there", ref)
		}
		label, err := b.only(row.Labels, ref, row.OwnWords, d)
		if err != nil {
			say("one label for each version and device", "row %q has not exactly one label", ref)
		}
		stops = append(stops, Stop{Screen: screen, Row: row, Wording: label, Value: b.value(row, ref, d)})
	}
	return stops, flaws
}

// splits are the versions that can differ in any text or screen: those named in the meta data, and both sides of every
// since and until between them.
func (b *Base) splits() []Version {
	var all []Version
	for _, text := range b.Meta.Versions {
		if v, err := ParseVersion(text); err == nil && !v.IsZero() {
			all = append(all, v)
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortFunc(all, Version.Compare)
	oldest, newest := all[0], all[len(all)-1]
	add := func(v Version) {
		if v.Compare(oldest) >= 0 && v.Major <= newest.Major {
			all = append(all, v)
		}
	}
	b.whens(func(w When) {
		if v, err := ParseVersion(w.Since); err == nil && !v.IsZero() {
			add(v)
			if v.Minor > 0 {
				add(Version{v.Major, v.Minor - 1})
			}
		}
		if v, err := ParseVersion(w.Until); err == nil && !v.IsZero() {
			if strings.Contains(w.Until, ".") {
				add(v)
				add(Version{v.Major, v.Minor + 1})
			} else {
				add(v)
				add(Version{v.Major + 1, 0})
			}
		}
	})
	slices.SortFunc(all, Version.Compare)
	return slices.Compact(all)
}

// whens visits every limit to versions and devices in the base.
func (b *Base) whens(visit func(When)) {
	lines := func(lines []Line) {
		for i := range lines {
			visit(lines[i].When)
		}
	}
	labels := func(labels []Label) {
		for i := range labels {
			visit(labels[i].When)
		}
	}
	for _, step := range b.steps() {
		visit(step.When)
		lines(step.Lines)
	}
	for i := range b.Gates {
		lines(b.Gates[i].Lines)
	}
	for i := range b.Screens {
		screen := &b.Screens[i]
		visit(screen.When)
		labels(screen.Titles)
		for j := range screen.Rows {
			visit(screen.Rows[j].When)
			labels(screen.Rows[j].Labels)
		}
	}
	for i := range b.Routes {
		for _, walk := range b.Routes[i].Walks {
			visit(walk.When)
		}
	}
}

// steps are the checks and then the fixes, as steps.
func (b *Base) steps() []*Step {
	steps := make([]*Step, 0, len(b.Checks)+len(b.Fixes))
	for i := range b.Checks {
		steps = append(steps, &b.Checks[i].Step)
	}
	for i := range b.Fixes {
		steps = append(steps, &b.Fixes[i].Step)
	}
	return steps
}
