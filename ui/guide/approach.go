package guide

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/ui/flow"
	"backupdoctor/ui/widgets"
)

// approach is the steps that lead to the present one. In a low window they fold to one line, which unfolds them.
type approach struct {
	object *fyne.Container
	line   *widgets.Button
	steps  []fyne.CanvasObject
}

// newApproach makes the steps that lead to the present one; labels are the places on the way, one for each step.
func (g *Pane) newApproach(labels []string, steps []fyne.CanvasObject) *approach {
	p := &approach{steps: steps}
	words := g.desk.Text("guide.path", "Last", len(steps), "Path", strings.Join(labels[:len(steps)], " › "))
	p.line = widgets.NewFlushLink(words, func() {
		g.unfolded = true
		g.desk.Redraw()
	})
	p.line.Hide()
	p.object = flow.NewColumn(0, append([]fyne.CanvasObject{p.line}, steps...)...)
	return p
}

// fold shows one line in place of the steps, or the steps.
func (p *approach) fold(fold bool) {
	if p.line.Visible() == fold {
		return
	}
	p.line.Hidden = !fold
	for _, step := range p.steps {
		if fold {
			step.Hide()
		} else {
			step.Show()
		}
	}
	p.object.Refresh()
}
