package lint

import (
	"slices"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// judgeSeen checks the version that a text was seen in.
func (l *linter) judgeSeen(at tomlfile.Place, id, key, seen string) {
	if _, err := apple.ParseVersion(seen); err != nil {
		l.report(at, id, key+".seen", valueIs("seen", seen), words.Say("lint.want.version", "Example", `"15"`))
	}
}

// unproven proves that people can find every row of a step whose text is from memory. What a destructive step
// names must have been seen on that very version, or can be found as well.
func (p *prover) unproven(step *knowledge.Step, stops []screens.Stop, d apple.Device) {
	destroys := isDestructive(p.b.Fix(step.ID))
	for _, stop := range stops {
		p.seekable(step, stop.Screen, stop.Row, destroys, d)
	}
	if !destroys {
		return
	}
	for _, line := range step.Lines {
		if line.Kind != knowledge.StepLine || !line.IsFor(d) {
			continue
		}
		for _, name := range placeholders(line.Text) {
			ref, _ := strings.CutPrefix(name, "row:")
			page, _, _ := strings.Cut(ref, ".")
			if row := p.b.Row(ref); row != nil {
				p.seekable(step, p.b.Screen(page), row, true, d)
			}
		}
	}
}

// seekable proves that a row that a step names can be found without its text where nobody has seen the text;
// with exact set the text counts only on the version that it was seen on.
func (p *prover) seekable(
	step *knowledge.Step, page *screens.Screen, row *screens.Row, exact bool, d apple.Device,
) {
	for i := range row.Labels {
		label := &row.Labels[i]
		proven := label.Grade != screens.Memory && (!exact || label.IsProven(d.Version))
		if proven || label.Seek != "" || !label.IsFor(d) || row.OwnWords || screens.IsOwnText(label.Text) {
			continue
		}
		what := words.Say("lint.unproven", "Step", quoted(step.ID), "Row", quoted(page.ID+"."+row.ID),
			"Label", quoted(label.Text))
		at := slices.IndexFunc(page.Rows, func(r screens.Row) bool { return r.ID == row.ID })
		key := element(element("row", at)+".label", i)
		p.note(page.At.Problem(tomlfile.Wrong, key, what, words.Say("lint.want.seek")), page.ID, d)
	}
}

// isDestructive reports whether a fix takes something away that does not come back by itself; nil is none.
func isDestructive(f *knowledge.Fix) bool {
	if f == nil {
		return false
	}
	risks := []knowledge.Risk{knowledge.RiskContent, knowledge.RiskSettings, knowledge.RiskData}
	return f.Deletes || slices.Contains(risks, f.Risk)
}
