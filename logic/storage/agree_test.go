package storage

import (
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// Whatever is said, a plan that holds everything is never told to be too small by the choice beside it: the
// cheapest way to have enough now is then the present plan, or one that is smaller or costs less.
func TestTheChoiceAgreesWithTheAnswer(t *testing.T) {
	d := shipped(t)
	us := marketOf(t, d, "us")
	rapid.Check(t, func(t *rapid.T) {
		in := drawInputs(t, d)
		if rapid.Bool().Draw(t, "little used") {
			in.Used = size.Of(rapid.Int64Range(0, 5*size.GB).Draw(t, "used"), size.Phone)
		}
		market := rapid.SampledFrom([]prices.Market{us, {}}).Draw(t, "market")
		p := Make(in, market, apple.Version{}, d)
		for i := range p.Offers {
			o := &p.Offers[i]
			if !o.Current || p.Verdict.fit != fits || p.Verdict.Missing > 0 {
				continue
			}
			best := p.Choices[0].Cheap
			if best < 0 {
				t.Fatalf("the plan of %d holds %d, and nothing is said to", o.Capacity, p.Need.Likely)
			}
			if c := &p.Offers[best]; compareOffers(c, o) > 0 || c.Capacity > o.Capacity && compareOffers(c, o) >= 0 {
				t.Fatalf("the plan of %d holds %d, and the cheapest is said to be %d", o.Capacity, p.Need.Likely, c.Capacity)
			}
		}
	})
}

// Nobody can share the free storage: what others use is in their own iCloud, and is no part of this account.
func TestNobodySharesTheFreeStorage(t *testing.T) {
	d := shipped(t)
	us := marketOf(t, d, "us")
	in := Inputs{Plan: size.Of(5*size.GB, size.Phone), Used: size.Of(18*size.GB/10, size.Phone), Devices: []Device{{Next: size.Of(21*size.GB/10, size.Phone)}}}
	in.People = []Person{{Used: size.Of(3*size.GB, size.Typed)}}
	p := Make(in, us, apple.Version{}, d)
	if got := p.named(p.Choices[0].Cheap); got != "free" {
		t.Errorf("3.9 GB fit into the free storage, and the cheapest is %s", got)
	}
	if p.Over != 0 || p.Need.Likely != 39*size.GB/10 || !p.Family.Free {
		t.Errorf("the parts exceed by %d, the need is %d, the family pays: %v", p.Over, p.Need.Likely, !p.Family.Free)
	}
	if p.Inputs.People[0].Apart {
		t.Error("what was said of the person is changed")
	}
	in.Plan = size.Of(50*size.GB, size.Phone)
	if p := Make(in, us, apple.Version{}, d); p.Over == 0 {
		t.Error("in a shared plan, what others use is a part of what is used")
	}
}

// Two ways that each may free nearly all that is there free no more than that together.
func TestACleanUpFreesNoMoreThanThereIs(t *testing.T) {
	d := shipped(t)
	in := Inputs{Plan: size.Of(5*size.GB, size.Phone), Used: size.Of(48*size.GB/10, size.Phone), Devices: []Device{{Next: size.Of(size.GB, size.Phone)}}}
	c := Make(in, prices.Market{}, apple.Version{Major: 18}, d).CleanUp(false)
	// All of the 4.8 GB that nobody has named, and seven tenths of the next backup, of which apps are left out.
	if c.Freed.High != in.Used.High+7*size.GB/10 {
		t.Errorf("of 4.8 GB that nobody has named and a backup of 1 GB, %+v are freed", c.Freed)
	}
	for _, k := range c.Candidates {
		if k.Gain.High > in.Used.High {
			t.Errorf("%s frees %+v of 4.8 GB", k.ID, k.Gain)
		}
		if g, _ := c.ByFix(k.Action.Fix); k.Action.Class != Backups && g.Gain.High > in.Used.High {
			t.Errorf("%s frees %+v of 4.8 GB with all its ways", k.Action.Fix, g.Gain)
		}
	}
}
