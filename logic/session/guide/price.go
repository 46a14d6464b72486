package guide

import (
	"strings"

	"github.com/bojanz/currency"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
)

// changePlan is the route to the screen that sells larger plans.
const changePlan = "change-plan"

// planPrice returns a sentence with the price of a larger plan in the market of the case: of the cheapest way
// to hold everything, or of the cheapest plan while the numbers are not known. Without a market the sentence
// is empty.
func (g *Guide) planPrice(v *session.View) string {
	say := func(key, size string, month currency.Amount) string {
		return g.words.Text(key, "Size", size, "Price", prices.FormatPrice(month, g.words.Locale()),
			"Country", g.phrase.CountryName(v.Case.Country))
	}
	if v.Plan.Managed {
		return ""
	}
	if best := v.Plan.Choices[0].Cheap; best >= 0 && v.Plan.Verdict.Counted {
		if o := &v.Plan.Offers[best]; o.HasPrice {
			return say("guide.price", g.phrase.OfferName(o), o.Month)
		}
		return ""
	}
	for _, plan := range g.lib.Plans.Plans {
		if price, ok := v.Market.Price(plan.ID); ok {
			return say("guide.price.from", g.phrase.Size(plan.Capacity), price.Month)
		}
	}
	return ""
}

// Meaning says what a message means here: with what is free in iCloud, where the message says that it is full and
// the case has the numbers.
func (g *Guide) Meaning(v *session.View, m *knowledge.Message) string {
	means := g.base.Fill(m.Means, v.Device)
	if !m.Space {
		return means
	}
	return strings.TrimSpace(means + " " + g.phrase.FreeSpace(v.Plan))
}

// roomNote returns a sentence about what a fix frees in iCloud here, and what must go; empty for a fix that
// frees nothing, and while the numbers are not known.
func (g *Guide) roomNote(v *session.View, fix string) string {
	if !v.Plan.Verdict.IsKnown() {
		return ""
	}
	found := v.Plan.CleanUp(v.ComputerBackup())
	gain, ok := found.ByFix(fix)
	if !ok {
		return ""
	}
	return g.phrase.FixRoom(&gain, found.Missing)
}
