package match

import (
	"cmp"
	"math"
	"slices"
)

// score says how well a form explains the text, from 0 to 1, and what share of the form the text has. Two readings
// are tried and the better one counts: the text holds the form, perhaps among other words; or the text is a part of
// the form, as while typing.
func (q *query) score(f *form) (score, covered float64) {
	if q.length == 0 {
		return 0, 0
	}
	loose, content := q.overlap(f)
	if !content || loose < leastScore*math.Min(f.weight, q.weight) {
		return 0, 0
	}
	aligned := q.align(f)
	if f.name && q.length > 1 {
		return q.named(f, aligned), aligned / f.weight
	}
	score = math.Max(q.contained(f, aligned), q.part(f, math.Max(aligned, looseFit*loose)))
	return math.Round(math.Min(score, 1)*1e6) / 1e6, aligned / f.weight
}

// named scores a name in a text: beside another word of its subject it tells what the text is about, alone it may.
func (q *query) named(f *form, aligned float64) float64 {
	const beside, alone = 0.8, 0.6
	if aligned < 0.95*f.weight {
		return 0
	}
	for n := range q.m.terms {
		t := &q.m.terms[n]
		exact := slices.ContainsFunc(q.places[n], func(at found) bool { return at.fit == 1 })
		if exact && n != f.words[0] && !t.filler && slices.Contains(t.of, f.subject) {
			return beside
		}
	}
	return alone
}

// contained reads the text as one that holds the whole form. Short forms must be there completely, long ones
// may lack a little, and the more stands around a form the less a short one counts.
func (q *query) contained(f *form, aligned float64) float64 {
	covered := aligned / f.weight
	least := 0.7
	switch len(f.words) {
	case 1:
		const unmistakable = 10 // letters: "Nutzungsbedingungen" may stand anywhere, "Never" only alone
		const spoken = 8        // words: in a short sentence of a person one word tells the trouble
		most := 2
		if f.loose {
			most = spoken
		}
		if q.length > most && len(q.m.terms[f.words[0]].runes) < unmistakable {
			return 0
		}
		least = 0.95
	case 2:
		least = 0.93
	case 3:
		least = 0.8
	}
	if covered < least {
		return 0
	}
	explained := math.Min(aligned/q.weight, 1)
	return covered * (explained + (1-explained)*f.weight/(f.weight+noise/2))
}

// part reads the text as a part of the form: nearly all its words must be there.
func (q *query) part(f *form, fits float64) float64 {
	explained := fits / q.weight
	if explained < 0.8 {
		return 0
	}
	return math.Min(explained, 1) * (0.4 + 0.55*math.Min(fits/f.weight, 1))
}

// overlap is the weight of the form's words that the text has, in any order, and whether any of them says
// something.
func (q *query) overlap(f *form) (weight float64, content bool) {
	for _, n := range f.words {
		if len(q.places[n]) == 0 {
			continue
		}
		best := 0.0
		for _, place := range q.places[n] {
			best = math.Max(best, place.fit)
		}
		t := &q.m.terms[n]
		weight += best * t.weight
		content = content || !t.filler
	}
	return weight, content
}

// align is the weight of the best run of the form's words that the text has in the same order, less a little
// for every other word in between, the more it says (local alignment).
func (q *query) align(f *form) float64 {
	type step struct {
		found
		number int
	}
	var steps []step
	for i, n := range f.words {
		if slices.Contains(f.words[:i], n) {
			continue
		}
		for _, place := range q.places[n] {
			steps = append(steps, step{place, n})
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.at, b.at) })

	gap := gapShare * f.weight / float64(len(f.words))
	// tail[j] is the best weight of a run that ends with word j of the form, plus the gap cost up to its
	// place, so that runs that end at different places compare.
	tail := make([]float64, len(f.words))
	for j := range tail {
		tail[j] = math.Inf(-1)
	}
	fresh := make([]float64, len(f.words)) // tails of the place being read, which must not follow each other
	best := 0.0
	for i := 0; i < len(steps); {
		at := steps[i].at
		for j := range fresh {
			fresh[j] = math.Inf(-1)
		}
		for ; i < len(steps) && steps[i].at == at; i++ {
			weight := steps[i].fit * q.m.terms[steps[i].number].weight
			before := math.Inf(-1)
			for j, n := range f.words {
				if n == steps[i].number {
					run := weight + math.Max(0, before-gap*q.before[at])
					best = math.Max(best, run)
					fresh[j] = math.Max(fresh[j], run+gap*q.before[at+1])
				}
				before = math.Max(before, tail[j])
			}
		}
		for j := range tail {
			tail[j] = math.Max(tail[j], fresh[j])
		}
	}
	return best
}
