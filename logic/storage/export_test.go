package storage

import (
	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
)

// Make is MakeWithin for a device of which nothing is known.
func Make(in Inputs, market prices.Market, system apple.Version, data *Data) *Plan {
	return MakeWithin(in, market, system, MostOfDevice, data)
}

// For the households worked out by hand, which are read as cases are and so can't be tested from inside this
// package.
var (
	Shipped  = shipped
	MarketOf = marketOf
)

// Named is an offer as the table of households writes it.
func (p *Plan) Named(i int) string { return p.named(i) }

// FitKey is the key of the comparison of the next backup with what is free.
func (p *Plan) FitKey() string { return p.Verdict.fit.key() }
