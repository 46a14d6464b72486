package storage

import (
	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/widgets"
)

// tones are the looks of the answers; those that are missing are neutral.
var tones = map[storage.Answer]widgets.Tone{
	storage.AnswerShort:     widgets.ToneBad,
	storage.AnswerFits:      widgets.ToneOK,
	storage.AnswerFitsAlone: widgets.ToneWarn,
}

// answer shows the verdict above everything. While too little is known, it says what to type.
func (p *Pane) answer(v *session.View) {
	d, plan := p.desk, v.Plan
	said := d.Phrase.Verdict(plan, &p.cleanUp.found, p.now(), func(k *storage.Candidate) string {
		return p.wayTitle(v, k)
	})
	if plan.Verdict.Answer == storage.AnswerOpen {
		said.Title = d.Text("storage.title.ask")
		if !plan.Inputs.Plan.Known() || !plan.Used.Known() {
			said.Text = d.Text("storage.ask", "Device", v.Device.Name())
		}
	}
	p.title.SetText(said.Title)
	p.verdict.SetTone(tones[plan.Verdict.Answer])
	p.verdict.SetText(said.String())
}
