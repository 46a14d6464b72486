package storage

import (
	"math"

	"backupdoctor/logic/size"
)

// Transfer is how long a backup and a restore take. Low is the quickest.
type Transfer struct {
	Speed    float64    // Mbit/s counted with
	Measured bool       // the speed was measured, and not said by the person
	Window   float64    // hours a night counted with
	Upload   HoursRange // hours for the next backup
	Nights   [3]int     // for it: quickest, likely, slowest; at least one when there is something to send
	Whole    size.Range // bytes of a whole restore
	Restore  HoursRange // hours until all of it is back
	Back     [3]int     // nights for that, as Nights
	Basic    HoursRange // hours until the device can be used, before the rest has come
	Estimate bool       // the sizes are not read off the phone
}

// maxSpeed is the fastest line that is taken for real, in Mbit/s.
const maxSpeed = 100_000

// hours is how long bytes take at a speed in Mbit/s of which the share efficiency reaches iCloud:
// GB × 8000 ÷ (speed × efficiency × 3600). It is never without a speed.
func hours(bytes int64, speed, efficiency float64) float64 {
	if bytes <= 0 {
		return 0
	}
	if !(speed > 0 && efficiency > 0) {
		return never
	}
	return float64(bytes) / 1e9 * 8000 / (speed * efficiency * 3600)
}

// nights is how many windows of some hours it takes.
func nights(hours HoursRange, window float64) (n [3]int) {
	for i, h := range []float64{hours.Low, hours.Likely, hours.High} {
		n[i] = int(math.Min(math.Ceil(h/window-1e-9), 1e6))
	}
	return n
}

// CountMeasured counts with a speed in Mbit/s that was measured, unless the person said one.
func (p *Plan) CountMeasured(speed float64) {
	if p.Inputs.Upload > 0 {
		return
	}
	p.Transfer, p.HasTransfer = p.transfer(speed, p.data.Sizes)
	p.Transfer.Measured = p.HasTransfer
}

// transfer works the times out; false without a speed.
func (p *Plan) transfer(speed float64, s *Sizes) (Transfer, bool) {
	if !(speed > 0 && speed <= maxSpeed) {
		return Transfer{}, false
	}
	window := p.Inputs.Window
	if !(window > 0 && window <= 24) {
		window = s.Transfer.Window
	}
	e := s.Transfer.Efficiency
	hours := func(r size.Range, speed float64) HoursRange {
		return HoursRange{
			hours(r.Low, speed, e.High), hours(r.Likely, speed, e.Likely),
			hours(r.High, speed, e.Low),
		}
	}
	d := p.Inputs.First()
	whole := p.Next.Plus(d.Last.Range)
	t := Transfer{
		Speed: speed, Window: window, Upload: hours(p.Next.Range, speed), Whole: whole,
		Restore:  hours(whole, speed*s.Transfer.Download),
		Basic:    HoursRange{s.Transfer.Basic.Low / 60, s.Transfer.Basic.Likely / 60, s.Transfer.Basic.High / 60},
		Estimate: p.Next.From > size.Typed || d.Last.From > size.Typed,
	}
	t.Restore = HoursRange{
		math.Max(t.Restore.Low, t.Basic.Low), math.Max(t.Restore.Likely, t.Basic.Likely),
		math.Max(t.Restore.High, t.Basic.High),
	}
	t.Nights, t.Back = nights(t.Upload, window), nights(t.Restore, window)
	return t, true
}
