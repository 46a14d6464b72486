package storage

import (
	"errors"
	"io/fs"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// Data holds the prices, the typical sizes and the clean-up actions. It is never changed after loading.
type Data struct {
	Prices  *prices.List
	Sizes   *Sizes
	Actions []Action
}

// LoadData reads the sizes and the clean-up actions from their files and joins them with the prices. Problems
// of both files come back together.
func LoadData(fsys fs.FS, sizes, cleanup string, prices *prices.List) (*Data, error) {
	s, err1 := loadSizes(fsys, sizes)
	actions, err2 := loadActions(fsys, cleanup)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	return &Data{Prices: prices, Sizes: s, Actions: actions}, nil
}

// Plan is the result of the inputs: sums, verdict, offers, family, forecast and transfer. It is derived as a
// whole and never changed.
type Plan struct {
	Inputs Inputs
	Market prices.Market
	sums

	Verdict Verdict

	// HasForecast says that what comes can be told. A full iCloud takes nothing more, so its size does not show
	// how fast it grows; only what the person says does.
	HasForecast bool

	Monthly size.Range           // what comes each month
	Growth  [Classes]size.Amount // the same by class
	FullIn  Span                 // when the present plan no longer holds what comes; only with Inputs.Plan known

	Offers   []Offer // by rising storage
	Choices  [len(horizons)]Choice
	Family   Family // only with HasFamily
	WayOut   WayOut
	Transfer Transfer // only with HasTransfer

	HasFamily, HasTransfer bool

	// Managed says that an organization manages the account, which then can't buy storage (A27). Whoever knows it
	// sets it.
	Managed bool

	Remarks   []Remark
	Questions []Question // open ones

	system apple.Version // of the first device
	room   int64         // the most that the first device can hold, in bytes
	shared bool          // somebody shares the plan, so the free one is none
	people []Person      // as they count: nobody shares a free plan
	data   *Data
}

// MakeWithin derives the plan. The zero Market gives offers without prices. System is that of the first device; the
// zero version is not known. Room is the most that the device can hold, in bytes; MostOfDevice when nothing is known.
func MakeWithin(in Inputs, market prices.Market, system apple.Version, room int64, data *Data) *Plan {
	in = in.bounded()
	counted := in.withBundle(data.Prices).settled(data.Prices)
	p := &Plan{
		Inputs: in, Market: market, sums: sum(&counted, data.Sizes), people: counted.People,
		system: system, room: room, data: data,
	}
	for _, person := range p.people {
		p.shared = p.shared || !person.Apart
	}
	p.Monthly, p.Growth = growth(&in, &p.sums, data.Sizes)
	p.Questions = p.questions()
	p.Verdict = p.verdict()
	p.HasForecast = !p.Verdict.Full || in.TypedGrowth().Known()
	if in.Plan.Known() {
		p.FullIn = p.until(in.Plan.Likely)
	}
	p.Offers = offers(&counted, market, data.Prices)
	for i := range p.Offers {
		p.rate(&p.Offers[i])
	}
	p.choose()
	p.Family, p.HasFamily = p.family(market, data.Prices)
	p.WayOut = p.wayOut(&data.Sizes.Temporary)
	p.Transfer, p.HasTransfer = p.transfer(in.Upload, data.Sizes)
	p.Remarks = p.remarks()
	return p
}

// Apart reports whether what one of the people uses is in an iCloud of their own, and no part of this plan:
// because they keep one, or because nobody can share the free storage.
func (p *Plan) Apart(person int) bool { return p.people[person].Apart }

// bounded limits every size to size.Max, so that no sum overflows.
func (in Inputs) bounded() Inputs {
	in = in.Clone()
	bound := func(a *size.Amount) {
		a.Range = size.Between(min(a.Low, size.Max), min(a.Likely, size.Max), min(a.High, size.Max))
		if a.From < size.Unknown || a.From > size.Assumed {
			a.From = size.Unknown
		}
		if !a.Known() {
			a.Range = size.Range{}
		}
	}
	bound(&in.Plan)
	bound(&in.Used)
	for c := range in.Cloud {
		bound(&in.Cloud[c])
	}
	for c := range in.Growth {
		bound(&in.Growth[c])
	}
	for i := range in.Devices {
		d := &in.Devices[i]
		for _, a := range []*size.Amount{&d.Last, &d.Next, &d.Photos, &d.Messages, &d.Apps} {
			bound(a)
		}
	}
	for i := range in.People {
		bound(&in.People[i].Used)
		bound(&in.People[i].Adds)
	}
	return in
}
