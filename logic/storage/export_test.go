package storage

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
