package storage

import (
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
)

// Somebody is told to pay less only when the smaller plan is enough for a year, whatever is still in doubt.
func TestASmallerPlanIsNamedWhenNothingIsInDoubt(t *testing.T) {
	d := shipped(t)
	us := marketOf(t, d, "us")
	plenty := read(2*size.TB, 20*size.GB, 3*size.GB)
	for _, c := range []struct {
		name   string
		change func(in *Inputs)
		want   string // plan, empty for none
	}{
		{"plenty of room", func(*Inputs) {}, "50gb"},
		{"it grows", func(in *Inputs) { in.Growth[Photos] = size.Of(5*size.GB, size.Phone) }, "200gb"},
		{"it grows out of every smaller plan", func(in *Inputs) { in.Growth[Photos] = size.Of(90*size.GB, size.Phone) }, ""},
		{"an estimate that may be too low", func(in *Inputs) {
			in.Used = size.Amount{Range: size.Between(10*size.GB, 20*size.GB, 100*size.GB), From: size.Described}
		}, "200gb"},
		{"nobody knows the apps", func(in *Inputs) {
			in.Devices[0] = Device{Photos: size.Of(size.GB, size.Phone), Messages: size.Of(size.GB, size.Phone)}
		}, ""},
		{"the plan is not known", func(in *Inputs) { in.Plan = size.Amount{} }, ""},
		{"the backup does not fit", func(in *Inputs) { in.Used = size.Of(2*size.TB-size.GB, size.Phone) }, ""},
		{"somebody else does not fit", func(in *Inputs) {
			in.People = []Person{{Used: size.Of(2*size.TB-10*size.GB, size.Phone)}}
		}, ""},
		{"the smallest plan already", func(in *Inputs) { in.Plan, in.Used = size.Of(5*size.GB, size.Phone), size.Of(0, size.Phone) }, ""},
	} {
		in := plenty.Clone()
		c.change(&in)
		got := ""
		if o := Make(in, us, apple.Version{}, d).Smaller(); o != nil {
			got = o.Plan.ID
		}
		if got != c.want {
			t.Errorf("%s: the smaller plan is %q, want %q", c.name, got, c.want)
		}
	}
	managed := Make(plenty, us, apple.Version{}, d)
	if managed.Managed = true; managed.Smaller() != nil {
		t.Error("who can't buy storage is told of a smaller plan")
	}
	named := 0
	rapid.Check(t, func(t *rapid.T) {
		in := drawInputs(t, d)
		if rapid.IntRange(0, 3).Draw(t, "much room") > 0 {
			in = read(rapid.SampledFrom([]int64{200 * size.GB, 2 * size.TB, 6 * size.TB}).Draw(t, "plan"),
				rapid.Int64Range(0, 250*size.GB).Draw(t, "used"), rapid.Int64Range(0, 20*size.GB).Draw(t, "next"))
		}
		p := Make(in, us, apple.Version{}, d)
		o := p.Smaller()
		if o == nil {
			return
		}
		if need := p.At(12).High; o.Capacity < need {
			t.Fatalf("%v holds less than the %v of in a year", o.Capacity, need)
		}
		named++
		if !p.Verdict.Sure || p.Verdict.Close || !p.HasForecast || len(p.Questions) > 0 {
			t.Fatalf("a smaller plan is named in doubt: %+v, %+v", p.Verdict, p.Questions)
		}
	})
	if named == 0 {
		t.Error("of all that was drawn, nothing had a smaller plan")
	}
}
