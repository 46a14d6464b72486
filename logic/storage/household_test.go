package storage

import (
	"fmt"
	"math"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// named is an offer as the table writes it: "200gb+individual 2.99".
func (p *Plan) named(i int) string {
	if i < 0 {
		return ""
	}
	o := p.Offers[i]
	name := o.Plan.ID
	switch {
	case o.NoPlan:
		name = o.Bundle.ID
	case o.Bundle.ID != "":
		name += "+" + o.Bundle.ID
	}
	switch {
	case o.Free:
		return name
	case !o.HasPrice:
		return name + " ?"
	default:
		return name + " " + o.Month.Number()
	}
}

// Times as in the table of the facts, with 0.7 of the speed: 5 GB at 10 Mbit/s 1.6 h, 200 GB at 2 Mbit/s
// 317.5 h.
func TestHours(t *testing.T) {
	for _, c := range []struct {
		gb    int64
		speed float64
		want  string
	}{
		{1, 2, "1.6"},
		{1, 100, "0.0"},
		{5, 10, "1.6"},
		{10, 2, "15.9"},
		{10, 50, "0.6"},
		{20, 5, "12.7"},
		{50, 20, "7.9"},
		{100, 10, "31.7"},
		{200, 2, "317.5"},
		{200, 100, "6.3"},
	} {
		if got := fmt.Sprintf("%.1f", hours(c.gb*size.GB, c.speed, 0.7)); got != c.want {
			t.Errorf("%d GB at %v Mbit/s take %s h, want %s", c.gb, c.speed, got, c.want)
		}
	}
	if !math.IsInf(hours(1, 0, 0.7), 1) || hours(0, 0, 0.7) != 0 {
		t.Error("without a speed it never ends, without content it is done at once")
	}
}

// 20 GB at 5 Mbit/s: 20 × 8000 / (5 × 0.8 × 3600) = 11.1 h, with 0.65 13.7 h, with 0.5 17.8 h; nights of 8
// hours 2, 2 and 3.
func TestTransfer(t *testing.T) {
	d := shipped(t)
	in := Inputs{Used: size.Of(size.GB, size.Phone), Upload: 5, Devices: []Device{{Next: size.Of(20*size.GB, size.Phone), Last: size.Of(10*size.GB, size.Phone)}}}
	p := Make(in, prices.Market{}, apple.Version{}, d)
	if !p.HasTransfer {
		t.Fatal("no times with a speed")
	}
	if got := fmt.Sprintf("%.1f %.1f %.1f", p.Transfer.Upload.Low, p.Transfer.Upload.Likely, p.Transfer.Upload.High); got != "11.1 13.7 17.8" {
		t.Errorf("hours are %s", got)
	}
	if p.Transfer.Nights != [3]int{2, 2, 3} || p.Transfer.Estimate {
		t.Errorf("nights %v, estimate %v", p.Transfer.Nights, p.Transfer.Estimate)
	}
	// The whole is 30 GB: half as much again.
	if got := fmt.Sprintf("%.1f", p.Transfer.Restore.Likely); got != "20.5" || p.Transfer.Whole.Likely != 30*size.GB {
		t.Errorf("the restore of %d takes %s h", p.Transfer.Whole.Likely, got)
	}
	// 30 GB: 8000 × 30 / (5 × 0.8 × 3600) = 16.7 h to 26.7 h, in nights of 8 hours.
	if p.Transfer.Back != [3]int{3, 3, 4} {
		t.Errorf("the restore takes %v nights", p.Transfer.Back)
	}
	in.Window = 18
	if p := Make(in, prices.Market{}, apple.Version{}, d); p.Transfer.Nights != [3]int{1, 1, 1} {
		t.Errorf("with 18 hours it takes %v nights", p.Transfer.Nights)
	}
	in.Upload = 0
	if Make(in, prices.Market{}, apple.Version{}, d).HasTransfer {
		t.Error("times without a speed")
	}
}
