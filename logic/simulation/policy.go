// Package simulation leads people through a diagnosis who exist only in numbers: the sample cases of a
// knowledge base, and patients that are drawn from its probabilities. "backupdoctor lint" examines a
// knowledge base with it. It writes nothing and takes its random numbers from seeds, so that the same base
// gives the same figures.
package simulation

import (
	"sync"

	"backupdoctor/logic/diagnosis"
)

// Policy picks the next step from the evidence so far.
type Policy func(evidence []diagnosis.Evidence) diagnosis.Option

// CorePolicy is the program's own rule.
func CorePolicy(core *diagnosis.Core) Policy {
	return func(e []diagnosis.Evidence) diagnosis.Option {
		d := core.Decide(e)
		next, ok := d.Next()
		if !ok {
			return diagnosis.Option{Kind: diagnosis.StepSupport}
		}
		return next
	}
}

// memoLimit bounds how many decisions a Remembering policy keeps.
const memoLimit = 1 << 20

// Remembering returns a policy that decides once for equal evidence; many patients begin alike. It may be
// used by several goroutines at once if the policy may.
func Remembering(policy Policy) Policy {
	var mu sync.Mutex
	memo := map[string]diagnosis.Option{}
	return func(e []diagnosis.Evidence) diagnosis.Option {
		key := keyOf(e)
		mu.Lock()
		o, ok := memo[key]
		mu.Unlock()
		if ok {
			return o
		}
		o = policy(e)
		mu.Lock()
		if len(memo) < memoLimit {
			memo[key] = o
		}
		mu.Unlock()
		return o
	}
}

func keyOf(evidence []diagnosis.Evidence) string {
	var b []byte
	for _, e := range evidence {
		b = append(b, byte('0'+e.Kind), byte('0'+e.Outcome))
		b = append(append(b, e.Subject...), ' ')
		b = append(append(b, e.Answer...), '\n')
	}
	return string(b)
}
