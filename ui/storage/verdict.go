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
	said := d.Phrase.Verdict(plan, &p.cleanUp.found, p.now())
	if plan.Verdict.Answer == storage.AnswerOpen {
		said.Title = d.Text("storage.title.ask")
		if !plan.Inputs.Plan.Known() || !plan.Used.Known() {
			said.Text = d.Text("storage.ask", "Device", v.Device.Name())
		}
	}
	p.title.SetText(said.Title)
	p.verdict.SetTone(tones[plan.Verdict.Answer])
	p.verdict.SetText(said.String())
	p.verdict.WithButton(nil)
	if p.cleanUp.found.Enough() > 0 && plan.Verdict.Answer.IsShort() {
		p.verdict.WithButton(p.room)
	}
}

// makeRoom scrolls to the first way to make room and gives it the focus.
func (p *Pane) makeRoom() {
	p.scroll.Reveal(p.cleanUp.content)
	if row := p.cleanUp.first(); row != nil {
		p.window.Canvas().Focus(row.tick)
	}
}
