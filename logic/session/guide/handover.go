package guide

import (
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

// Apple's pages for who waits for Apple.
const (
	SupportPage = "https://getsupport.apple.com"
	StatusPage  = "https://www.apple.com/support/systemstatus/"
)

// Handover is what a person takes along to Apple Support.
type Handover struct {
	Tried []string // the fixes with what came of them, in their order
	Ready []string // what will be asked
}

// Handover tells what was tried in a case and what to have ready.
func (g *Guide) Handover(v *session.View) Handover {
	var h Handover
	last := map[string]int{} // event of the latest outcome of each fix
	order := v.Case.InOrder(v.At)
	for _, i := range order {
		if tried, ok := v.Case.Events[i].What.(casefile.Tried); ok && tried.IsDone() {
			last[tried.Fix] = i
		}
	}
	for _, i := range order {
		e := &v.Case.Events[i]
		if tried, ok := e.What.(casefile.Tried); ok && last[tried.Fix] == i && tried.IsDone() {
			h.Tried = append(h.Tried, g.phrase.Describe(e, v.Device))
		}
	}
	model := v.Case.Model
	if model == "" {
		model = v.Device.Name()
	}
	key := "handover.ready.device"
	if v.Case.Version == "" {
		key = "handover.ready.device.unknown"
	}
	h.Ready = append(h.Ready,
		g.words.Text(key, "Model", model, "System", v.Device.System(), "Version", v.Case.Version))
	for _, i := range slices.Backward(order) {
		if said, ok := v.Case.Events[i].What.(casefile.Said); ok && said.Message != "" {
			if m := g.base.Message(said.Message); m != nil {
				text := g.base.Fill(m.Text, v.Device)
				h.Ready = append(h.Ready, g.words.Text("handover.ready.message", "Message", text))
				break
			}
		}
	}
	for _, key := range []string{"handover.ready.serial", "handover.ready.account"} {
		h.Ready = append(h.Ready, g.words.Text(key, "Device", v.Device.Name()))
	}
	return h
}
