package simulation

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Summary is what a policy cost a group of patients.
type Summary struct {
	Patients int
	Mean     float64 // minutes
	StdErr   float64 // standard error of the mean, minutes
	Median   float64 // minutes
	P90      float64 // minutes that nine of ten stay below
	Steps    float64 // mean number of steps
	Support  float64 // share that ended with handing over
	Risky    float64 // share that met a step which can lose settings or data
}

// Summarize boils visits down.
func Summarize(visits []Visit) Summary {
	n := float64(len(visits))
	minutes := make([]float64, len(visits))
	s := Summary{Patients: len(visits)}
	for i, v := range visits {
		minutes[i] = v.Minutes
		s.Mean += v.Minutes / n
		s.Steps += float64(v.Steps) / n
		if v.Support {
			s.Support += 1 / n
		}
		if v.Risky {
			s.Risky += 1 / n
		}
	}
	for _, x := range minutes {
		s.StdErr += (x - s.Mean) * (x - s.Mean)
	}
	s.StdErr = math.Sqrt(s.StdErr / max(n-1, 1) / n)
	s.Median, s.P90 = Quantile(minutes, 0.5), Quantile(minutes, 0.9)
	return s
}

// Quantile returns the value below which the share q of the numbers lies, between neighbors in proportion; 0
// of none.
func Quantile(numbers []float64, q float64) float64 {
	if len(numbers) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(numbers))
	at := q * float64(len(sorted)-1)
	low := int(at)
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}

// Group is a number of patients that are drawn one by one, each from a generator of its own, so that a group
// is the same whoever is treated and in whatever order.
type Group struct {
	Clinic *Clinic
	Size   int
	Seed   uint64
}

// Random makes the random numbers of one patient, model or path: stream tells them apart. The same seed and
// stream give the same numbers.
func Random(seed, stream uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed, stream)) //nolint:gosec // simulations must repeat
}

// Patient draws the i-th patient of the group.
func (g *Group) Patient(i int) Patient {
	return g.Clinic.Draw(Random(g.Seed, uint64(i)))
}

// Treat leads every patient of the group through a policy on all processors; done is told after each patient
// and may be nil. It ends early with the error of ctx.
func (g *Group) Treat(ctx context.Context, policy Policy, done func()) ([]Visit, error) {
	visits := make([]Visit, g.Size)
	err := Spread(ctx, g.Size, func(i int) (err error) {
		p := g.Patient(i)
		visits[i], err = g.Clinic.Treat(&p, policy)
		visits[i].Patient = i
		if done != nil {
			done()
		}
		return err
	})
	return visits, err
}

// Spread calls work for 0 to n-1 on all processors until ctx is done or a call fails, and returns the first
// error.
func Spread(ctx context.Context, n int, work func(i int) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		all.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := work(i); err != nil {
					stop(err)
				}
			}
		})
	}
	all.Wait()
	return context.Cause(ctx)
}
