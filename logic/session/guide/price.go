package guide

import (
	"backupdoctor/logic/prices"
	"backupdoctor/logic/session"
)

// changePlan is the route to where a larger plan is bought.
const changePlan = "change-plan"

// planPrice says what a larger plan costs in the market of the case: the cheapest that holds all, or while the numbers are not
// known the cheapest there is. It is empty without a market.
func (g *Guide) planPrice(v *session.View) string {
	row, enough := v.Space.CheapestThatHolds()
	for i := 0; !enough && i < len(v.Space.Rows) && !row.HasPrice; i++ {
		row = v.Space.Rows[i]
	}
	if !row.HasPrice {
		return ""
	}
	key := "guide.price.from"
	if enough {
		key = "guide.price"
	}
	return g.words.Text(key, "Size", g.phrase.Size(row.Plan.Capacity), "Price", prices.FormatPrice(row.Price.Month, g.words.Locale()), "Country", g.phrase.CountryName(v.Case.Country))
}
