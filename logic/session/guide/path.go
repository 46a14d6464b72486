package guide

import (
	"backupdoctor/logic/knowledge"

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
		labels = append(labels, stop.Words())
		key := "way.tap"
		switch {
		case stop.Row.Kind == knowledge.RowInfo:
			key = "way.info"
		case i == len(stops)-1:
			key = "way." + string(act)
		}
		text := g.doubted(g.words.Text(key, "Label", stop.Quoted()), stop, d)
		lines = append(lines, Line{i + 2, knowledge.StepLine, text})
	}
	return labels, lines
}

// settings returns the name of the Settings app on a device.
func (g *Guide) settings(d apple.Device) string {
	if page, err := g.base.Page(knowledge.Root, d); err == nil {
		return page.Title
	}
	return g.words.Text("way.settings")
}

// doubted returns a line with help to find its row when the label of the row is not sure: a guess of the
// label, or the position of the row. Other lines stay as they are.
func (g *Guide) doubted(line string, stop knowledge.Stop, d apple.Device) string {
	switch stop.Doubt {
	case knowledge.Guessed:
		return g.words.Text("way.guess", "Line", line, "Language", g.phrase.Language(d.Language), "Guess", stop.Guess)
	case knowledge.Unknown:
		at := g.base.Position(stop, d)
		row := g.words.Text("way.row." + string(at.Kind))
		switch {
		case at.Above == "":
			return g.words.Text("way.place.number", "Line", line, "Row", row, "Number", at.Number)
		case at.Below == 1:
			return g.words.Text("way.place.below", "Line", line, "Row", row, "Above", at.Above)
		default:
			return g.words.Text("way.place.farther", "Line", line, "Row", row, "Above", at.Above, "Count", at.Below)
		}
	}
	return line
}
