package storage

import (
	"strings"

	"fyne.io/fyne/v2"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/flow"
	"backupdoctor/ui/theme"
	"backupdoctor/ui/widgets"
)

// wayOut asks whether a person sets up a new device, for which Apple lends storage, and lists the conditions.
type wayOut struct {
	pane    *Pane
	tick    *widgets.Tick
	callout *widgets.Callout
	content *fyne.Container
}

func newWayOut(p *Pane) *wayOut {
	o := &wayOut{pane: p, callout: widgets.NewCallout(widgets.ToneNeutral, "")}
	o.tick = p.desk.NewTick(p.desk.Text("storage-pane.new-device"), "", func(on bool) {
		p.record(nil, func(in *storage.Inputs) {
			in.NewDevice = storage.NotKnown
			if on {
				in.NewDevice = storage.On
			}
		})
	})
	o.content = flow.NewColumn(theme.SpaceS, o.tick, o.callout)
	return o
}

func (o *wayOut) show(v *session.View) {
	d, w := o.pane.desk, &v.Plan.WayOut
	on := v.Plan.Inputs.NewDevice == storage.On
	o.tick.SetOn(on)
	o.callout.Hidden = !on
	if !on {
		return
	}
	sentences := func(keys []string) (list []string) {
		for _, key := range keys {
			list = append(list, d.Text(key))
		}
		return list
	}
	if len(w.Broken) > 0 {
		o.callout.SetTone(widgets.ToneNeutral)
		o.callout.SetText(d.Text("storage-pane.way-out.no") + "\n" + strings.Join(sentences(w.Broken), "\n"))
		return
	}
	lines := []string{d.Text("storage-pane.way-out.yes", "Days", w.Days, "Extra", w.ExtraDays, "Kept", w.KeptDays)}
	if len(w.Open) > 0 {
		lines = append(append(lines, d.Text("storage-pane.way-out.if")), sentences(w.Open)...)
	}
	if path := o.pane.path(w.Route, v); path != "" {
		lines = append(lines, path)
	}
	o.callout.SetTone(widgets.ToneOK)
	o.callout.SetText(strings.Join(lines, "\n"))
}
