package ui

import (
	"backupdoctor/logic/storage/planner"
)

// edit changes what the planner was told. What follows is shown at once.
func (p *storagePane) edit(change func(in *planner.Inputs)) {
	in := p.desk.view().Plan.Inputs.Clone()
	change(&in)
	p.desk.tell(p.desk.session.Plan(in))
}

// moved places everything anew after a part became higher or lower.
func (p *storagePane) moved() { p.scroll.Refresh() }

// span writes a size that lies between two, once where both read alike.
func (p *storagePane) span(r planner.Range) string {
	low, high := p.size(r.Low), p.size(r.High)
	if low == high {
		return low
	}
	return p.desk.text("plan-pane.span", "From", low, "To", high)
}

// forget empties the fields of what was typed, also of what could not be read.
func (p *storagePane) forget() {
	for _, f := range []*numberField{p.outlook.growth, p.howLong.speed, p.howLong.window, p.says.photos} {
		f.forget()
	}
	p.says.reset(nil)
	clear(p.cleanUp.rows)
}
