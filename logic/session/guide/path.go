package guide

import (
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"

	"backupdoctor/logic/apple"
)

// Path returns a route as the labels to follow, from Settings on, and as numbered lines. Without a route both
// are empty.
func (g *Guide) Path(route string, act knowledge.Act, d apple.Device) (labels []string, lines []Line) {
	if route == "" {
		return nil, nil
	}
	stops, err := g.base.Walk(route, d)
	if err != nil || len(stops) == 0 {
		return nil, nil // the linter proves that this does not happen for a step of this device
	}
	labels = []string{g.settings(d)}
	lines = []Line{{1, knowledge.StepLine, g.words.Text("way.open", "Label", labels[0])}}
	if act == "" {
		act = knowledge.ActLook
	}
	for i, stop := range stops {
		labels = append(labels, g.spoken(stop.Label, stop.Words()))
		do := knowledge.ActTap
		if i == len(stops)-1 {
			do = act
		}
		key := lineKey(stop, do)
		if key == "way.look-date" {
			stop.Label = leading(stop.Label)
		}
		text := g.words.Text(key, "Label", g.spoken(stop.Label, stop.Quoted()))
		if screens.IsOwnText(stop.Label) || stop.Row.OwnWords { // these are no words on the screen, which one could look for
			text = strings.ReplaceAll(text, "**", "")
		}
		text = g.doubted(text, stop, d)
		if stop.Seek != "" {
			text = g.words.Text("way.seek", "Line", text, "Seek", stop.Seek)
		}
		lines = append(lines, Line{i + 2, knowledge.StepLine, text})
	}
	return labels, lines
}

// lineKey is the key of the line that says what to do with a row on the way.
func lineKey(stop screens.Stop, act knowledge.Act) string {
	switch {
	case stop.Row.Kind == screens.RowCard && stop.Screen.ID == screens.Root:
		return "way.tap-top"
	case stop.Row.Kind == screens.RowInfo:
		return "way.info"
	case act != knowledge.ActLook:
		return "way." + string(act)
	case stop.Row.Kind == screens.RowLink: // what is asked for stands on the page behind
		return "way.tap"
	case stop.Row.Kind == screens.RowOption:
		return "way.look-option"
	case leading(stop.Label) != "":
		return "way.look-date"
	}
	return "way." + string(act)
}

// spoken returns a label that stands for a text of the person's own as words, such as "your name"; all other labels
// as given.
func (g *Guide) spoken(label, given string) string {
	switch {
	case label == ownName:
		return g.words.Text("way.your-name")
	case screens.IsOwnText(label):
		return label[1 : len(label)-1]
	}
	return screens.Filled(given)
}

// leading returns the words of a label in front of its date, such as those of "Last successful backup: [date]"; empty
// for other labels.
func leading(label string) string {
	before, _, found := strings.Cut(label, "[date]")
	if !found || strings.TrimSpace(before) == "" {
		return ""
	}
	return strings.TrimRight(before, " \u00a0\u202f:：")
}

// ownName is the label that stands for the person's name.
const ownName = "[name]"

// settings returns the name of the Settings app on a device.
func (g *Guide) settings(d apple.Device) string {
	if page, err := g.base.Page(screens.Root, d); err == nil {
		return page.Title
	}
	return g.words.Text("way.settings")
}

// doubted returns a line with help to find its row when the label of the row is not sure: a guess of the
// label, or the position of the row. Other lines stay as they are.
func (g *Guide) doubted(line string, stop screens.Stop, d apple.Device) string {
	switch stop.Doubt {
	case screens.Guessed:
		return g.words.Text("way.guess", "Line", line, "Language", g.phrase.Language(d.Language), "Guess", screens.Filled(stop.Guess))
	case screens.Unknown:
		at := positionOf(g.base, stop, d)
		row := g.words.Text("way.row." + string(at.kind))
		switch {
		case at.above == "":
			return g.words.Text("way.place.number", "Line", line, "Row", row, "Number", at.number)
		case at.below == 1:
			return g.words.Text("way.place.below", "Line", line, "Row", row, "Above", at.above)
		default:
			return g.words.Text("way.place.farther", "Line", line, "Row", row, "Above", at.above, "Count", at.below)
		}
	}
	return line
}

// position is where a row stands on its page, for a person who can't read its label there.
type position struct {
	kind   screens.RowKind
	number int    // from 1 at the top of the page; heads and feet do not count
	above  string // the nearest label above it whose words are sure; empty when there is none
	below  int    // how many rows below that one it stands, from 1
}

// positionOf finds a stop on its page as it is on the device.
func positionOf(b *knowledge.Base, stop screens.Stop, d apple.Device) position {
	p := position{kind: stop.Row.Kind}
	page, err := b.Page(stop.Screen.ID, d)
	if err != nil {
		return p
	}
	for _, row := range page.Rows {
		if row.Row == stop.Row {
			break
		}
		if row.Row.State != "" || row.Row.Kind == screens.RowHead || row.Row.Kind == screens.RowFoot || row.Row.Kind == screens.RowInfo {
			continue
		}
		p.number++
		p.below++
		if row.Doubt == screens.Sure && !screens.IsOwnText(row.Label) {
			p.above, p.below = row.Label, 0
		}
	}
	p.number++
	if p.below++; p.above == "" {
		p.below = 0
	}
	return p
}
