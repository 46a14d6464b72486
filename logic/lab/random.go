package lab

import (
	"fmt"
	"math"
	"math/rand/v2"

	"backupdoctor/logic/diagnosis"
)

// Shape is the size of a random model.
type Shape struct{ Causes, Checks, Fixes int }

// String returns the size as 60/80/60.
func (s Shape) String() string { return fmt.Sprintf("%d/%d/%d", s.Causes, s.Checks, s.Fixes) }

// RandomModel draws a troubleshooting problem like the real one: skewed priors, checks that single out a few
// causes, fixes that cure one cause well and sometimes a neighbour a little, and support at 90 minutes. The
// same generator state gives the same model.
func RandomModel(r *rand.Rand, s Shape) diagnosis.Model {
	m := diagnosis.Model{ServiceMinutes: 90}
	for h := range s.Causes {
		m.Causes = append(m.Causes, diagnosis.Cause{ID: fmt.Sprintf("c%d", h), Prior: r.ExpFloat64() + 0.05})
	}
	for k := range s.Checks {
		m.Checks = append(m.Checks, randomCheck(r, k, s.Causes))
	}
	for f := range s.Fixes {
		m.Fixes = append(m.Fixes, randomFix(r, f, s.Causes))
	}
	return m
}

// logUniform draws between a and b so that each factor is equally likely.
func logUniform(r *rand.Rand, a, b float64) float64 {
	return a * math.Exp(r.Float64()*math.Log(b/a))
}

func randomCheck(r *rand.Rand, k, causes int) diagnosis.Check {
	check := diagnosis.Check{
		ID: fmt.Sprintf("q%d", k), Minutes: logUniform(r, 0.3, 5), Answers: []string{"yes", "no"},
	}
	three := r.Float64() < 0.25
	if three {
		check.Answers = append(check.Answers, "partly")
	}
	usual := 0.03 + 0.17*r.Float64()
	for h := range causes {
		yes := usual
		if h == k%causes || r.Float64() < 0.2 {
			yes = 0.7 + 0.27*r.Float64()
		}
		row := []float64{yes, 1 - yes}
		if three {
			row = []float64{yes * 0.7, (1 - yes) * 0.8, yes*0.3 + (1-yes)*0.2}
		}
		check.P = append(check.P, row)
	}
	return check
}

func randomFix(r *rand.Rand, f, causes int) diagnosis.Fix {
	fix := diagnosis.Fix{ID: fmt.Sprintf("f%d", f), Minutes: logUniform(r, 1, 30), Cure: make([]float64, causes)}
	fix.Cure[f%causes] = 0.6 + 0.38*r.Float64()
	for h := range causes {
		if h != f%causes && r.Float64() < 1.5/float64(causes) {
			fix.Cure[h] = 0.1 + 0.6*r.Float64()
		}
	}
	return fix
}
