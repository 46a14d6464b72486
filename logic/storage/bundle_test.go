package storage

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// Apple's rules for the moment of subscribing: a bundle that is larger than the plan takes its place, one as
// large does after a trial, a smaller one adds.
func TestWhatSubscribingMakesOfAPlan(t *testing.T) {
	d := shipped(t)
	const gb, tb = size.GB, size.TB
	for _, c := range []struct {
		plan   int64
		bundle string
		rule   bundleRule
		total  int64
	}{
		{5 * gb, "individual", bundleOpen, 50 * gb},
		{50 * gb, "individual", bundleEquals, 50 * gb},
		{200 * gb, "individual", bundleAdds, 250 * gb},
		{50 * gb, "family", bundleReplaces, 200 * gb},
		{200 * gb, "family", bundleEquals, 200 * gb},
		{2 * tb, "family", bundleAdds, 2200 * gb},
		{200 * gb, "premier", bundleReplaces, 2 * tb},
		{2 * tb, "premier", bundleEquals, 2 * tb},
		{6 * tb, "premier", bundleAdds, 8 * tb},
		{12 * tb, "premier", bundleAdds, 14 * tb},
	} {
		in := Inputs{Plan: size.Of(c.plan, size.Phone)}
		var got Bundled
		for _, b := range Make(in, marketOf(t, d, "us"), apple.Version{}, d).Bundles() {
			if b.Bundle.ID == c.bundle {
				got = b
			}
		}
		if strings.TrimPrefix(got.Rule, "storage.bundle.") != string(c.rule) || got.Total != c.total || !got.HasPrice || got.Held {
			t.Errorf("%d with %s: %+v, want %s and %d", c.plan, c.bundle, got, c.rule, c.total)
		}
		with := in.WithBundle(c.bundle, d.Prices)
		if with.Plan.Likely != c.total || with.Bundle != c.bundle {
			t.Errorf("%d with %s makes %d", c.plan, c.bundle, with.Plan.Likely)
		}
		if got := Make(with, marketOf(t, d, "us"), apple.Version{}, d); got.isAsked(notWithBundle) {
			t.Errorf("%d with %s is called odd", c.plan, c.bundle)
		}
	}
	odd := Inputs{Plan: size.Of(50*gb, size.Phone), Bundle: "family"}
	if got := Make(odd, prices.Market{}, apple.Version{}, d); !got.isAsked(notWithBundle) || got.isAsked(notSold) {
		t.Errorf("50 GB with a bundle of 200 GB: %v", got.Questions)
	}
	if got := odd.WithBundle("premier", d.Prices).Plan.Likely; got != 2*tb {
		t.Errorf("from a contradiction to Premier makes %d", got)
	}
	if got := (Inputs{}).WithBundle("family", d.Prices).Plan; got.Likely != 200*gb || got.From != size.Described {
		t.Errorf("the bundle alone makes %+v", got)
	}
}

// Whatever bundle an account takes up and gives back, its storage is one that can be had, never above the 14
// TB of Apple, and a plan that stays beside a bundle is there without it.
func TestBundlesComeAndGo(t *testing.T) {
	d := shipped(t)
	list := d.Prices
	rapid.Check(t, func(t *rapid.T) {
		plan := rapid.SampledFrom(list.Plans).Draw(t, "plan")
		in := Inputs{Plan: size.Of(plan.Capacity, size.Phone)}
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			id := rapid.SampledFrom([]string{"", "individual", "family", "premier"}).Draw(t, "bundle")
			before, ok := in.ownPlan(list)
			held := in.Bundle
			in = in.WithBundle(id, list)
			after, still := in.ownPlan(list)
			if !ok || !still || in.Plan.Likely > 14*size.TB {
				t.Fatalf("%q makes %d of %d", id, in.Plan.Likely, before)
			}
			p := Make(in, prices.Market{}, apple.Version{}, d)
			if !slices.ContainsFunc(p.Offers, func(o Offer) bool { return o.Current }) {
				t.Fatalf("%d is not among the offers", in.Plan.Likely)
			}
			b, has := list.Bundle(id)
			if has && rapid.Bool().Draw(t, "buys") { // whatever plan somebody buys now adds
				more := rapid.SampledFrom(list.Plans[1:]).Draw(t, "more")
				bought := in.Clone()
				bought.Plan = size.Of(b.Capacity+more.Capacity, size.Phone)
				if got, ok := bought.ownPlan(list); !ok || got != more.Capacity {
					t.Fatalf("%d beside %s is not understood", more.Capacity, id)
				}
				if p := Make(bought, prices.Market{}, apple.Version{}, d); p.isAsked(notWithBundle) || p.isAsked(notSold) {
					t.Fatalf("%d beside %s is called odd: %v", more.Capacity, id, p.Questions)
				}
				if got := bought.WithBundle("", list).Plan.Likely; got != more.Capacity {
					t.Fatalf("without %s %d is left, %d was bought", id, got, more.Capacity)
				}
			}
			kept := !has || before > b.Capacity || id == held
			if kept && after != before || !kept && after != list.Plans[0].Capacity {
				t.Fatalf("%q leaves a plan of %d, it was %d", id, after, before)
			}
		}
	})
}

// A size that only one bundle explains is what the account has: naming the bundle changes nothing.
func TestASizeThatABundleExplainsStays(t *testing.T) {
	d := shipped(t)
	for _, c := range []struct {
		gb     int64
		bundle string // the only one; empty for several
	}{
		{100, "individual"},
		{400, "family"},
		{4000, "premier"},
		{6050, "individual"},
		{8000, "premier"},
		{250, ""},
		{2050, ""},
		{2200, ""},
	} {
		in := Inputs{Plan: size.Of(c.gb*size.GB, size.Phone)}
		p := Make(in, marketOf(t, d, "us"), apple.Version{}, d)
		if !p.Has(RemarkBundleUnsaid) || p.isAsked(notSold) {
			t.Errorf("%d GB: remarks %v", c.gb, p.Remarks)
		}
		current := slices.ContainsFunc(p.Offers, func(o Offer) bool { return o.Current && o.Bundle.ID == c.bundle })
		if current != (c.bundle != "") {
			t.Errorf("%d GB with %q is what the account has: %v", c.gb, c.bundle, current)
		}
		named := in.WithBundle(c.bundle, d.Prices)
		if c.bundle != "" && (named.Plan != in.Plan || Make(named, prices.Market{}, apple.Version{}, d).isAsked(notWithBundle)) {
			t.Errorf("naming %s makes %d GB of %d", c.bundle, named.Plan.Likely/size.GB, c.gb)
		}
	}
}

// What one person in a family uses changes neither what another needs nor what the account itself needs.
func TestFamilyNumbersAreNotMixed(t *testing.T) {
	d := shipped(t)
	us := marketOf(t, d, "us")
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.Int64Range(0, 2*size.TB)
		in := Inputs{Devices: []Device{{Next: size.Of(sizes.Draw(t, "next"), size.Phone), Last: size.Of(sizes.Draw(t, "last"), size.Phone)}}}
		alone := Make(in, us, apple.Version{}, d)
		for range rapid.IntRange(1, MaxPeople).Draw(t, "people") {
			in.People = append(in.People, Person{
				Used: size.Of(sizes.Draw(t, "used"), size.Typed), Adds: size.Of(sizes.Draw(t, "adds"), size.Typed), Apart: rapid.Bool().Draw(t, "apart"),
			})
		}
		p := Make(in, us, apple.Version{}, d)
		if !p.HasFamily {
			if p.Need.Likely <= 12*size.TB {
				t.Fatal("no way for the family")
			}
			return
		}
		if p.Family.Own != alone.Need.Range || p.Next != alone.Next {
			t.Fatalf("the account needs %+v with a family, %+v without", p.Family.Own, alone.Need.Range)
		}
		for i, person := range in.People {
			if p.Family.Apart == nil {
				continue
			}
			single := Make(Inputs{Used: person.Used, Devices: []Device{{Next: person.Adds}}}, us, apple.Version{}, d)
			want, got := single.named(single.Choices[0].Cheap), (&Plan{Offers: p.Family.Singles}).named(p.Family.Apart.Alone[i])
			if got != want {
				t.Fatalf("person %d alone takes %s, want %s", i, got, want)
			}
		}
		for _, way := range []*Split{p.Family.Apart, p.Family.Together} {
			if way != nil && less(way, &p.Family.Split) {
				t.Fatalf("a way for %v is cheaper than the cheapest, %v", way.Month, p.Family.Month)
			}
		}
	})
}
