package lab

import (
	"context"
	"fmt"
	"time"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/simulation"
)

// target is a limit that the core must keep.
type target struct {
	what  string
	value string
	limit string
	met   bool
}

// All runs the whole trial: the tables, and a last one that says which targets are met.
func (t *Trial) All(ctx context.Context) ([]Table, error) {
	first, base, err := t.patients(ctx)
	if err != nil {
		return nil, err
	}
	second, small, err := t.smallModels(ctx)
	if err != nil {
		return nil, err
	}
	third, robust, err := t.robustness(ctx)
	if err != nil {
		return nil, err
	}
	doubts, err := t.contradictions(ctx)
	if err != nil {
		return nil, err
	}
	bounds, err := t.bounds(ctx, base["The core"])
	if err != nil {
		return nil, err
	}
	breaches, steps, err := Watch(ctx, t.Core, t.Paths, t.Seed, t.step("gates", t.Paths))
	if err != nil {
		return nil, err
	}
	goals := []target{
		atMost("Mean over the optimum, small models", small["The core"].Mean, 1.03),
		atMost("Worst over the optimum, small models", small["The core"].Max, 1.12),
		atMost("Core over article, mean minutes", base["The core"].Mean/base["Article, from top to bottom"].Mean, 0.6),
		atMost("The same with numbers off by 1.0", robust["Believed numbers off by 1.0"], 0.75),
	}
	for _, size := range []struct {
		Shape
		limit float64
	}{{Shape{60, 80, 60}, 1}, {Shape{600, 800, 600}, 1000}} {
		ms, err := t.fastest(ctx, size.Shape)
		if err != nil {
			return nil, err
		}
		goals = append(goals, target{
			what:  fmt.Sprintf("A decision with %d causes, %d checks, %d fixes", size.Causes, size.Checks, size.Fixes),
			value: fmt.Sprintf("%.2f ms", ms), limit: fmt.Sprintf("at most %g ms", size.limit), met: ms <= size.limit,
		})
	}
	goals = append(goals, target{
		what:  fmt.Sprintf("Breaches of the gates in %d steps of %d paths", steps, t.Paths),
		value: fmt.Sprint(len(breaches)), limit: "0", met: len(breaches) == 0,
	})
	last := Table{
		Title: "Targets",
		Note:  "Times are the fastest of several runs on one processor.",
		Head:  []string{"target", "reached", "wanted", "verdict"},
	}
	for _, g := range goals {
		verdict := "met"
		if !g.met {
			verdict = "missed"
		}
		last.Rows = append(last.Rows, []string{g.what, g.value, g.limit, verdict})
	}
	for _, b := range breaches {
		last.Rows = append(last.Rows, []string{"Breach: " + b, "", "", ""})
	}
	return []Table{first, bounds, second, third, doubts, last}, nil
}

func atMost(what string, value, limit float64) target {
	return target{what, fmt.Sprintf("%.3f", value), fmt.Sprintf("at most %.2f", limit), value <= limit}
}

// fastest returns the milliseconds that one decision takes on a random model of this size, at the start,
// where nothing is excluded yet: the fastest of some runs, since other work on the machine only ever adds.
func (t *Trial) fastest(ctx context.Context, s Shape) (float64, error) {
	core, err := diagnosis.New(RandomModel(simulation.Random(t.Seed, 0), s))
	if err != nil {
		return 0, err
	}
	const runs = 40
	done := t.step("speed", runs)
	best := time.Duration(1<<63 - 1)
	for range runs {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		begin := time.Now()
		core.Decide(nil)
		best = min(best, time.Since(begin))
		done()
	}
	return float64(best) / float64(time.Millisecond), nil
}
