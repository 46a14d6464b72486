package ui

import (
	"slices"
	"strings"

	"backupdoctor/logic/session"
	"backupdoctor/logic/storage"
	"backupdoctor/ui/widgets"
)

// answer says first what the numbers mean.
func (p *storagePane) answer(v *session.View) {
	d, plan := p.desk, v.Plan
	tone, title, text := widgets.ToneNeutral, d.text("storage.title.ask"), d.text("storage.ask", "Device", v.Device.Name())
	p.verdict.WithButton(nil)
	switch v.Room() {
	case session.RoomOdd:
		title, text = d.text("storage.title.odd"), d.text("storage.odd")
	case session.RoomShort:
		tone, title, text = widgets.ToneBad, p.short(plan), p.wayForward(plan)
		if over(plan) {
			text = d.text("storage.over.meaning") + " " + text
		}
		p.offerRoom(plan)
	case session.RoomFits:
		tone, title, text = widgets.ToneOK, p.fits(plan), d.text("storage.fits")
		text += " " + d.text("storage.fits.until", "Full", p.fullIn(plan.FullIn))
	case session.RoomOthers:
		tone, title = widgets.ToneWarn, d.text("storage.title.others")
		text = d.text("storage.others", "Missing", p.size(plan.Missing())) + " " + p.wayForward(plan)
		p.offerRoom(plan)
	case session.RoomNeed:
		title, text = d.text("storage.title.need", "Need", p.span(plan.Need.Range)), p.holds(plan)
	case session.RoomAsk:
		if plan.Inputs.Plan.Known() && plan.Used.Known() { // a typical size stands in for the next backup
			text = d.text("planner.remark.next-assumed")
		}
	}
	parts := []string{text}
	if v.Room() != session.RoomOdd { // nothing is reckoned with a number that can't be right
		parts = []string{p.sum(plan), text}
	}
	if slices.Contains(v.Space.Warnings, storage.WarnClose) {
		parts = append(parts, d.text(string(storage.WarnClose)))
	}
	p.title.SetText(title)
	p.verdict.SetTone(tone)
	p.verdict.SetText(strings.TrimSpace(strings.Join(parts, " ")))
}

// short says how much is missing for the next backup: where it is sure from how much to how much, otherwise what is likely,
// and at least what it is larger than the plan while nobody has said what is used.
func (p *storagePane) short(plan *storage.Plan) string {
	switch {
	case over(plan):
		used, total := plan.Used, plan.Inputs.Plan.Likely
		return p.desk.text("storage.title.over", "Over", p.span(storage.Between(used.Low-total, used.Likely-total, used.High-total)))
	case !plan.Used.Known():
		return p.desk.text("storage.title.short.least", "Short", p.size(plan.Short))
	case !plan.Sure:
		return p.desk.text("storage.title.short.likely", "Short", p.size(plan.Short))
	}
	need, total := plan.Used.Plus(plan.Next.Range), plan.Inputs.Plan.Likely
	return p.desk.text("storage.title.short", "Short", p.span(storage.Between(need.Low-total, plan.Short, need.High-total)))
}

func (p *storagePane) fits(plan *storage.Plan) string {
	need, total := plan.Used.Plus(plan.Next.Range), plan.Inputs.Plan.Likely
	if !plan.Sure {
		return p.desk.text("storage.title.fits.likely", "Room", p.size(total-need.Likely))
	}
	return p.desk.text("storage.title.fits", "Room", p.span(storage.Between(total-need.High, total-need.Likely, total-need.Low)))
}

// sum compares what is needed with what is free; empty when one of them is not known.
func (p *storagePane) sum(plan *storage.Plan) string {
	if !plan.FreeKnown || plan.Next.From == storage.Assumed {
		return ""
	}
	next, total := p.span(plan.Next.Range), plan.Inputs.Plan.Likely
	if over(plan) {
		need := plan.Used.Plus(plan.Next.Range)
		return p.desk.text("storage.sum.over", "Next", next, "Short", p.span(storage.Between(need.Low-total, need.Likely-total, need.High-total)))
	}
	if plan.Used.Low >= total {
		return p.desk.text("storage.sum.full", "Next", next)
	}
	free := storage.Between(total-plan.Used.High, total-plan.Used.Likely, total-plan.Used.Low)
	return p.desk.text("storage.sum", "Next", next, "Free", p.span(free))
}

// over reports whether surely more is in iCloud than the plan holds, even without a backup.
func over(plan *storage.Plan) bool {
	return plan.Inputs.Plan.Known() && plan.Used.Known() && plan.Used.Low > plan.Inputs.Plan.Likely
}

// offerRoom puts a button beside the answer that leads to the ways to make room.
func (p *storagePane) offerRoom(plan *storage.Plan) {
	if p.cleanUp.proposed() > 0 && plan.Missing() > 0 {
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
	holds := p.holds(plan)
	if n := p.cleanUp.proposed(); n > 0 {
		return p.desk.words.Count("plan-pane.rooms", n) + " " + holds
	}
	return holds
}

// holds names the cheapest plan that is enough, and until when it is.
func (p *storagePane) holds(plan *storage.Plan) string {
	i := plan.Choices[0].Cheap
	if i < 0 {
		return p.desk.text("storage.short.none")
	}
	o := &plan.Offers[i]
	offer := p.offer(o)
	if at, near := p.desk.phrase.Moment(o.FullIn.Likely, p.now()); near {
		return p.desk.text("storage.holds.until", "Offer", offer, "Date", at)
	}
	return p.desk.text("storage.holds.beyond", "Offer", offer, "Year", p.desk.phrase.FarYear(p.now()))
}
