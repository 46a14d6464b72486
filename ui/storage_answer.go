package ui

import (
	"strings"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/widgets"
)

// answer says first what the numbers mean.
func (p *storagePane) answer(v *session.View) {
	d, plan := p.desk, v.Plan
	tone, title, text := widgets.ToneNeutral, d.Text("storage.title.ask"), d.Text("storage.ask", "Device", v.Device.Name())
	p.verdict.WithButton(nil)
	verdict := &plan.Verdict
	switch verdict.Answer {
	case storage.AnswerOdd:
		title, text = d.Text("storage.title.odd"), d.Text("storage.odd")
	case storage.AnswerShort:
		tone, title, text = widgets.ToneBad, p.shortSentence(plan), p.wayForward(plan)
		if verdict.Over.Low > 0 {
			text = d.Text("storage.over.meaning") + " " + text
		}
		p.offerRoom(plan)
	case storage.AnswerFits:
		tone, title, text = widgets.ToneOK, p.fitsSentence(plan), d.Text("storage.fits")
		text += " " + d.Text("storage.fits.until", "Full", p.fullIn(plan.FullIn))
	case storage.AnswerFitsAlone:
		tone, title = widgets.ToneWarn, d.Text("storage.title.others")
		text = d.Text("storage.others", "Missing", p.size(plan.Verdict.Missing)) + " " + p.wayForward(plan)
		p.offerRoom(plan)
	case storage.AnswerNeed:
		title, text = d.Text("storage.title.need", "Need", p.span(plan.Need.Range)), p.enoughSentence(plan)
	case storage.AnswerOpen:
		if plan.Inputs.Plan.Known() && plan.Used.Known() { // a typical size stands in for the next backup
			text = d.Text(string(storage.RemarkNextAssumed))
		}
	}
	parts := []string{text}
	if verdict.Answer != storage.AnswerOdd { // nothing is reckoned with a number that can't be right
		parts = []string{p.sum(plan), text}
	}
	if verdict.Close {
		parts = append(parts, d.Text("storage.warning.close"))
	}
	p.title.SetText(title)
	p.verdict.SetTone(tone)
	p.verdict.SetText(strings.TrimSpace(strings.Join(parts, " ")))
}

// shortSentence says how much is missing for the next backup: where it is sure from how much to how much, otherwise what is
// likely, and at least what it is larger than the plan while nobody has said what is used.
func (p *storagePane) shortSentence(plan *storage.Plan) string {
	v := &plan.Verdict
	switch {
	case v.Over.Low > 0:
		return p.desk.Text("storage.title.over", "Over", p.span(v.Over))
	case !v.HasFree:
		return p.desk.Text("storage.title.short.least", "Short", p.size(v.Short.Likely))
	case !v.Sure:
		return p.desk.Text("storage.title.short.likely", "Short", p.size(v.Short.Likely))
	}
	return p.desk.Text("storage.title.short", "Short", p.span(v.Short))
}

func (p *storagePane) fitsSentence(plan *storage.Plan) string {
	v := &plan.Verdict
	if !v.Sure {
		return p.desk.Text("storage.title.fits.likely", "Room", p.size(v.Headroom.Likely))
	}
	return p.desk.Text("storage.title.fits", "Room", p.span(v.Headroom))
}

// sum compares what is needed with what is free; empty when one of them is not known.
func (p *storagePane) sum(plan *storage.Plan) string {
	v, next := &plan.Verdict, p.span(plan.Next.Range)
	switch {
	case !v.HasFree || v.Typical:
		return ""
	case v.Over.Low > 0:
		return p.desk.Text("storage.sum.over", "Next", next, "Short", p.span(v.Short))
	case v.Free.High == 0:
		return p.desk.Text("storage.sum.full", "Next", next)
	}
	return p.desk.Text("storage.sum", "Next", next, "Free", p.span(v.Free))
}

// offerRoom puts a button beside the answer that leads to the ways to make room.
func (p *storagePane) offerRoom(plan *storage.Plan) {
	if p.cleanUp.proposed() > 0 && plan.Verdict.Missing > 0 {
		p.verdict.WithButton(p.room)
	}
}

// makeRoom leads to the first of the ways to make room.
func (p *storagePane) makeRoom() {
	p.scroll.Reveal(p.cleanUp.content)
	if row := p.cleanUp.first(); row != nil {
		p.window.Canvas().Focus(row.tick)
	}
}

// wayForward says how to have enough: by making room, or by which plan until when.
func (p *storagePane) wayForward(plan *storage.Plan) string {
	holds := p.enoughSentence(plan)
	if n := p.cleanUp.proposed(); n > 0 {
		return p.desk.Words.Count("plan-pane.rooms", n) + " " + holds
	}
	return holds
}

// enoughSentence names the cheapest plan that is enough, and until when it is.
func (p *storagePane) enoughSentence(plan *storage.Plan) string {
	i := plan.Choices[0].Cheap
	if i < 0 {
		return p.desk.Text("storage.short.none")
	}
	o := &plan.Offers[i]
	offer := p.offer(o)
	if at, near := p.desk.Phrase.Moment(o.FullIn.Likely, p.now()); near {
		return p.desk.Text("storage.holds.until", "Offer", offer, "Date", at)
	}
	return p.desk.Text("storage.holds.beyond", "Offer", offer, "Year", p.desk.Phrase.FarYear(p.now()))
}
