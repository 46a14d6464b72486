package knowledge

import (
	"strconv"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Walk gives the rows to tap on this device, from the first page of Settings to the row that the route is
// about. When the route can't be walked there, the error is tomlfile.Problems with everything that hinders
// it; a row that no screen has is of the class Unknown.
func (b *Base) Walk(routeID string, d apple.Device) ([]screens.Stop, error) {
	route := b.Route(routeID)
	if route == nil {
		return nil, words.Fail("knowledge.no-route", "ID", strconv.Quote(routeID))
	}
	d = b.Known(d)
	var problems tomlfile.Problems
	wrong := func(class tomlfile.Class, key string, what, want words.Sentence) {
		problems = append(problems, route.At.Problem(class, key, what, want))
	}
	chosen := -1
	for i := range route.Walks {
		switch {
		case !route.Walks[i].IsFor(d):
		case chosen >= 0:
			wrong(tomlfile.Wrong, element("walk", i), words.Say("knowledge.two-walks"),
				words.Say("knowledge.want.tell-apart"))
			return nil, problems
		default:
			chosen = i
		}
	}
	if chosen < 0 {
		wrong(tomlfile.Wrong, "walk", words.Say("knowledge.no-walk"), words.Say("knowledge.want.walk"))
		return nil, problems
	}
	rows := route.Walks[chosen].Rows
	if len(rows) == 0 {
		wrong(tomlfile.Wrong, element("walk", chosen), words.Say("knowledge.empty-walk"),
			words.Say("knowledge.want.row"))
	}
	stops := make([]screens.Stop, 0, len(rows))
	for i, ref := range rows {
		var before *screens.Stop
		if len(stops) == i && i > 0 {
			before = &stops[i-1]
		}
		stop, flaws := b.stop(ref, before, i == 0, d)
		for _, f := range flaws {
			wrong(f.class, element(element("walk", chosen)+".rows", i), f.what, f.want)
		}
		if stop.Row != nil {
			stops = append(stops, stop)
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return stops, nil
}

// flaw is why a row can't be a stop of a walk.
type flaw struct {
	class      tomlfile.Class
	what, want words.Sentence
}

// stop makes the row a stop on a known device. Before is the stop that must lead to it; nil for the first one
// and behind one that does not exist.
func (b *Base) stop(ref string, before *screens.Stop, first bool, d apple.Device) (screens.Stop, []flaw) {
	var flaws []flaw
	say := func(what, want words.Sentence) { flaws = append(flaws, flaw{tomlfile.Wrong, what, want}) }
	screenID, _, _ := strings.Cut(ref, ".")
	if first && screenID != screens.Root {
		say(words.Say("knowledge.odd-start", "Screen", strconv.Quote(screenID)),
			words.Say("knowledge.want.start", "Screen", strconv.Quote(screens.Root)))
	}
	if before != nil && before.Row.Leads != screenID {
		say(words.Say("knowledge.leads", "Row", strconv.Quote(before.Screen.ID+"."+before.Row.ID),
			"Leads", strconv.Quote(before.Row.Leads), "Screen", strconv.Quote(screenID)),
			words.Say("knowledge.want.leads", "Screen", strconv.Quote(screenID)))
	}
	screen, row := b.Screen(screenID), b.Row(ref)
	if screen == nil || row == nil {
		return screens.Stop{}, append(flaws, flaw{
			tomlfile.Unknown, words.Say("knowledge.no-row", "Row",
				strconv.Quote(ref)), words.Say("knowledge.want.row-id"),
		})
	}
	if !screen.IsFor(d) || !row.IsFor(d) {
		say(words.Say("knowledge.absent-row", "Row", strconv.Quote(ref)),
			words.Say("knowledge.want.present-row"))
	}
	label, err := b.labelOn(row.Labels, ref, row.OwnWords, d)
	if err != nil {
		say(words.Say("knowledge.labels", "Row", strconv.Quote(ref)), words.Say("knowledge.want.one-label"))
	}
	return screens.Stop{Screen: screen, Row: row, Wording: label, Value: b.value(row, ref, d)}, flaws
}

// Label returns the words of a row, given as "screen.row", on this device. Without a label for the device,
// Label returns the last one listed and an error.
func (b *Base) Label(rowRef string, d apple.Device) (screens.Wording, error) {
	row := b.Row(rowRef)
	if row == nil {
		return screens.Wording{}, words.Fail("knowledge.no-row", "Row", strconv.Quote(rowRef))
	}
	return b.labelOn(row.Labels, rowRef, row.OwnWords, b.Known(d))
}

// Page shows a screen as it is on this device. When a title or label is missing there or not the only one,
// the error is tomlfile.Problems.
func (b *Base) Page(screenID string, d apple.Device) (screens.Page, error) {
	screen := b.Screen(screenID)
	if screen == nil {
		return screens.Page{}, words.Fail("knowledge.no-screen", "ID", strconv.Quote(screenID))
	}
	d = b.Known(d)
	var problems tomlfile.Problems
	wrong := func(key string, what words.Sentence) {
		want := words.Say("knowledge.want.one-title")
		if key != "title" {
			want = words.Say("knowledge.want.one-label")
		}
		problems = append(problems, screen.At.Problem(tomlfile.Wrong, key, what, want))
	}
	title, err := b.labelOn(screen.Titles, screen.ID, false, d)
	if err != nil {
		wrong("title", words.Say("knowledge.titles"))
	}
	page := screens.Page{Screen: screen, Title: title.Quoted()}
	for i := range screen.Rows {
		row := &screen.Rows[i]
		if !row.IsFor(d) {
			continue
		}
		ref := screen.ID + "." + row.ID
		label, err := b.labelOn(row.Labels, ref, row.OwnWords, d)
		if err != nil {
			wrong(element("row", i)+".label", words.Say("knowledge.labels", "Row", strconv.Quote(row.ID)))
		}
		page.Rows = append(page.Rows, screens.Stop{
			Screen: screen, Row: row, Wording: label,
			Value: b.value(row, ref, d),
		})
	}
	if len(problems) > 0 {
		return screens.Page{}, problems
	}
	return page, nil
}

// labelOn returns the words of the only label for the device, which must be known. at is the place of the
// label, as in Word.At; with own the words are the same in every language.
func (b *Base) labelOn(labels []screens.Label, at string, own bool, d apple.Device) (screens.Wording, error) {
	held, label := 0, screens.Label{}
	for i := range labels {
		if labels[i].IsFor(d) {
			held++
			label = labels[i]
		}
	}
	if held == 0 && len(labels) > 0 {
		label = labels[len(labels)-1]
	}
	if own {
		d.Language = ""
	}
	wording := b.Word(label.Text, at, d)
	if !label.IsProven(d.Version) {
		wording.Seek = named(label.Seek, d)
	}
	if held != 1 {
		return wording, words.Fail("knowledge.not-one", "Device", d.Name(), "Version", d.Version.String(),
			"Count", held)
	}
	return wording, nil
}

// element is the path of an element of an array.
func element(key string, i int) string { return key + "[" + strconv.Itoa(i) + "]" }
