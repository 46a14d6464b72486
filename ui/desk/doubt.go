package desk

import (
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
)

// doubt is what does not fit together in a view. Finding it takes as long as all the rest of a redraw, and two panes show it.
type doubt struct {
	of    *session.View
	found pages.Doubt
	is    bool
}

// Doubt is guide.Guide.Doubt in logic/session, found once for each view.
func (d *Desk) Doubt(v *session.View) (pages.Doubt, bool) {
	if d.doubt.of != v {
		found, is := d.Guide.Doubt(v)
		d.doubt = doubt{v, found, is}
	}
	return d.doubt.found, d.doubt.is
}
