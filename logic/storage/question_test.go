package storage

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// settled returns in with all open questions settled that a person may settle.
func settled(t testing.TB, d *Data, in Inputs) Inputs {
	t.Helper()
	for range 10 {
		open := slices.DeleteFunc(Make(in, prices.Market{}, apple.Version{}, d).Questions,
			func(q Question) bool { return !q.Settles })
		if len(open) == 0 {
			return in
		}
		in = in.Settle(open[0])
	}
	t.Fatal("questions never end")
	return in
}

// Numbers that contradict each other or what Apple sells are questions, and say nothing of the space.
func TestDoubtfulNumbersAreAsked(t *testing.T) {
	d := shipped(t)
	family := func(in Inputs, each ...int64) Inputs {
		for _, gb := range each {
			in.People = append(in.People, Person{Used: size.Of(gb*size.GB, size.Typed)})
		}
		return in
	}
	bundle := func(in Inputs, id string) Inputs { in.Bundle = id; return in }
	gb := func(plan, used, next float64) Inputs {
		return read(int64(plan*1e9), int64(used*1e9), int64(next*1e9))
	}
	for _, c := range []struct {
		name    string
		in      Inputs
		want    Doubtful // empty for none
		guesses []int64  // GB
	}{
		{"a plan that lacks a zero", gb(20, 15, 1), notSold, []int64{200, 2000}},
		{"the phone's size for the plan", gb(128, 90, 4), notSold, []int64{50, 200}},
		{"another phone's size", gb(256, 90, 4), notSold, []int64{200, 2000}},
		{"a plan of old times", gb(1000, 900, 4), notSold, []int64{200, 2000}},
		{"five hundred", gb(500, 300, 4), notSold, []int64{5, 50}},
		{"more than Apple sells", gb(20_000, 300, 4), notSold, []int64{200, 2000}},
		{"above the plan", gb(5, 48, 3), overPlan, nil},
		{"above the plan, and nothing else known", gb(200, 210, -1), overPlan, nil},
		{"two TB typed for 200 GB of use", gb(200, 2000, 3), overPlan, nil},
		{"a small plan beside a large bundle", bundle(gb(5, 4, 1), "premier"), notWithBundle, []int64{2000}},
		{"the own plan for all", bundle(gb(50, 40, 1), "family"), notWithBundle, []int64{200, 250}},
		{"a backup larger than any device", gb(12_000, 4, 2500), TooLargeNext, nil},
		{"more than an account can have", gb(5, 90_000, 1), tooMuchUsed, nil},
		{"a family above what is used", family(gb(200, 100, 2), 80, 60), FamilyExceeds, nil},
		{"a family above the plan", family(read(200*size.GB, -1, 2*size.GB), 150, 90), FamilyExceeds, nil},

		{"what fits", gb(200, 100, 2), "", nil},
		{"full to the rounding", gb(5, 5.05, 1), "", nil},
		{"TB to the rounding", gb(2000, 2005, 1), "", nil},
		{"plan and bundle", gb(250, 100, 2), "", nil},
		{"plan and bundle that is named", bundle(gb(250, 100, 2), "individual"), "", nil},
		{"the bundle alone", bundle(gb(2000, 100, 2), "premier"), "", nil},
		{"a family within", family(gb(200, 100, 2), 40, 30), "", nil},
		{"a family apart from the free storage", family(gb(5, 4, 1), 4, 4), "", nil},
		{"nothing known", Inputs{}, "", nil},
	} {
		p := Make(c.in, prices.Market{}, apple.Version{}, d)
		var about []Doubtful
		for _, q := range p.Questions {
			about = append(about, q.About)
		}
		if c.want == "" && len(about) > 0 || c.want != "" && !slices.Equal(about, []Doubtful{c.want}) {
			t.Errorf("%s: asks %v, want %q", c.name, about, c.want)
			continue
		}
		if c.want == "" {
			continue
		}
		var guesses []int64
		for _, bytes := range p.Questions[0].Guesses {
			guesses = append(guesses, bytes/size.GB)
		}
		if !slices.Equal(guesses, c.guesses) {
			t.Errorf("%s: guesses %v, want %v", c.name, guesses, c.guesses)
		}
		if e := p.Evidence(); len(e) > 0 {
			t.Errorf("%s: says %v while a number is in question", c.name, e)
		}
	}
}

// What is settled stays so until the number changes, and counts then like any other.
func TestASettledNumberIsNotAskedAgain(t *testing.T) {
	d := shipped(t)
	in := read(20*size.GB, 15*size.GB, size.GB)
	open := Make(in, prices.Market{}, apple.Version{}, d).Questions
	in = in.Settle(open[0])
	p := Make(in, prices.Market{}, apple.Version{}, d)
	if len(p.Questions) > 0 || p.Verdict.Answer != AnswerFits || answersOf(p)[checkNextBackupFits] != answerFits {
		t.Errorf("20 GB, confirmed: asks %v, answers %d", p.Questions, p.Verdict.Answer)
	}
	in.Used = size.Of(16*size.GB, size.Phone)
	if p := Make(in, prices.Market{}, apple.Version{}, d); len(p.Questions) > 0 {
		t.Errorf("another number brings back %v", p.Questions)
	}
	in.Plan = size.Of(30*size.GB, size.Phone)
	if p := Make(in, prices.Market{}, apple.Version{}, d); !p.isAsked(notSold) {
		t.Error("another plan that is not sold is taken for settled")
	}
	huge := Make(read(5*size.GB, 90*size.TB, size.GB), prices.Market{}, apple.Version{}, d).Questions[0]
	in = read(5*size.GB, 90*size.TB, size.GB).Settle(huge)
	if p := Make(in, prices.Market{}, apple.Version{}, d); huge.Settles || !p.isAsked(tooMuchUsed) {
		t.Error("what can't be is settled")
	}
}

// A device of which is known how much it holds makes no larger backup.
func TestABackupIsNoLargerThanTheDevice(t *testing.T) {
	d := shipped(t)
	in := read(2*size.TB, size.TB, 600*size.GB)
	if p := MakeWithin(in, prices.Market{}, apple.Version{}, 512*size.GB, d); !p.isAsked(TooLargeNext) {
		t.Error("600 GB of a phone with 512 GB are not asked about")
	}
	if p := Make(in, prices.Market{}, apple.Version{}, d); len(p.Questions) > 0 {
		t.Errorf("600 GB of a phone that nobody knows: %v", p.Questions)
	}
}

// Whatever the numbers are, questions end: each guess is a plan that can be had, and each confirmation is kept.
func TestQuestionsEnd(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		in := drawInputs(t, d)
		for range 20 {
			p := Make(in, prices.Market{}, apple.Version{}, d)
			i := slices.IndexFunc(p.Questions, func(q Question) bool { return q.Settles })
			if i < 0 {
				return
			}
			q := p.Questions[i]
			if n := len(q.Guesses); n > 0 && rapid.Bool().Draw(t, "guess") {
				in.Plan = size.Of(q.Guesses[rapid.IntRange(0, n-1).Draw(t, "which")], size.Phone)
				if after := Make(in, prices.Market{}, apple.Version{}, d); after.isAsked(q.About) {
					t.Fatalf("%v is guessed, and asked about: %v", in.Plan, after.Questions)
				}
				continue
			}
			in = in.Settle(q)
		}
		t.Fatal("questions never end")
	})
}
