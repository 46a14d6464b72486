package diagnosis_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/lab"
)

func yesNo(id string, minutes float64, yes ...float64) diagnosis.Check {
	k := diagnosis.Check{ID: id, Minutes: minutes, Answers: []string{"yes", "no"}}
	for _, p := range yes {
		k.P = append(k.P, []float64{p, 1 - p})
	}
	return k
}

func answer(check, a string) diagnosis.Evidence {
	return diagnosis.Evidence{Kind: diagnosis.Answered, Subject: check, Answer: a}
}

func tried(fix string, o diagnosis.Outcome) diagnosis.Evidence {
	return diagnosis.Evidence{Kind: diagnosis.Tried, Subject: fix, Outcome: o}
}

// night is two conditions of a nightly backup, a switch, and something else.
func night() diagnosis.Model {
	return diagnosis.Model{
		Causes: []diagnosis.Cause{
			{ID: "power", Prior: 4},
			{ID: "lock", Prior: 4},
			{ID: "full", Prior: 4},
			{ID: "other", Prior: 1},
		},
		Checks: []diagnosis.Check{
			yesNo("charging", 0.5, 0.05, 0.95, 0.95, 0.9),
			yesNo("locks", 0.5, 0.95, 0.05, 0.95, 0.9),
			yesNo("by-hand", 4, 0.95, 0.95, 0.03, 0.1),
		},
		Fixes: []diagnosis.Fix{
			{ID: "plug-in", Minutes: 3, Cure: []float64{0.9, 0, 0, 0}},
			{ID: "auto-lock", Minutes: 3, Cure: []float64{0, 0.9, 0, 0}},
			{ID: "more-room", Minutes: 12, Cure: []float64{0, 0, 0.9, 0}},
		},
		ServiceMinutes: 90,
	}
}

func coreOf(t *testing.T, m diagnosis.Model) *diagnosis.Core {
	t.Helper()
	core, err := diagnosis.New(m)
	if err != nil {
		t.Fatal(err)
	}
	return core
}

func beliefIn(t *testing.T, core *diagnosis.Core, cause string, list ...diagnosis.Evidence) float64 {
	t.Helper()
	for _, b := range core.Decide(list).Beliefs {
		if b.Cause == cause {
			return b.P
		}
	}
	t.Fatalf("there is no cause %s", cause)
	return 0
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func TestABackupByHandTellsTheCausesApart(t *testing.T) {
	core := coreOf(t, night())
	yes, no := answer("by-hand", "yes"), answer("by-hand", "no")
	if p := beliefIn(t, core, "power", yes) + beliefIn(t, core, "lock", yes); p < 0.95 {
		t.Errorf("a backup by hand finishes, yet the causes that stop only automatic ones have %.2f", p)
	}
	if p := beliefIn(t, core, "full", no) + beliefIn(t, core, "other", no); p < 0.9 {
		t.Errorf("a backup by hand fails, yet the causes that stop every backup have %.2f", p)
	}
}

func TestAnAnswerCountsForItsTime(t *testing.T) {
	m := night()
	m.Checks[0].Stale = []string{"plug-in"}
	core := coreOf(t, m)
	before := []diagnosis.Evidence{answer("charging", "no"), tried("plug-in", diagnosis.Failed)}
	same := append(slices.Clone(before), answer("charging", "no"))
	near(t, "belief when the same is seen again", beliefIn(t, core, "power", same...), beliefIn(t, core, "power", before...))
	mended := append(slices.Clone(before), answer("charging", "yes"))
	if a, b := beliefIn(t, core, "power", mended...), beliefIn(t, core, "power", before...); a >= b {
		t.Errorf("it charges now, yet the belief that it does not went from %v to %v", b, a)
	}
	// Both answers count: 0.1 of power are left by the fix, which did not charge before it and charges now.
	power, lock := 4*0.95*0.1*0.05, 4*0.05*0.95
	near(t, "belief when something else is seen", beliefIn(t, core, "power", mended...), power/(power+lock+lock+1*0.1*0.9))
	declined := []diagnosis.Evidence{answer("charging", "no"), tried("plug-in", diagnosis.Declined), answer("charging", "yes")}
	near(t, "belief after a correction, the fix declined", beliefIn(t, core, "power", declined...),
		beliefIn(t, core, "power", answer("charging", "yes")))
	// Within one time the last answer counts.
	near(t, "belief after a correction", beliefIn(t, core, "power", answer("charging", "no"), answer("charging", "yes")),
		beliefIn(t, core, "power", answer("charging", "yes")))
	for _, o := range core.Decide(before).Options {
		if o.ID == "charging" {
			t.Error("a check is proposed again although nothing new would come of it")
		}
	}
	near(t, "belief when a fix failed twice", beliefIn(t, core, "power", tried("plug-in", diagnosis.Failed), tried("plug-in", diagnosis.Failed)),
		beliefIn(t, core, "power", tried("plug-in", diagnosis.Failed)))
}

// TestTwoCausesAreFollowedExactly compares with numbers worked out by hand: power and lock together, one check each.
func TestTwoCausesAreFollowedExactly(t *testing.T) {
	m := night()
	m.Causes[3].Prior = 4
	m.Pairs = []diagnosis.Pair{{A: "power", B: "lock", Prior: 4}}
	core := coreOf(t, m)
	near(t, "prior of power, with half of the pair", beliefIn(t, core, "power"), 1.5/5)
	// Not charging: 0.95 for power, 0.05 for full and lock, 0.1 for other; for the pair 1 − 0.05·0.95, as "no" is rarer.
	pair := 1 - 0.05*0.95
	sum := 0.95 + 0.05 + 0.05 + 0.1 + pair
	near(t, "power when it does not charge", beliefIn(t, core, "power", answer("charging", "no")), (0.95+pair/2)/sum)
	// Plugging in fails: it leaves 0.1 of power, and of the pair 0.1 with both and 0.9 with only the lock.
	sum = 0.1*0.95 + 0.05 + 0.05 + 0.1 + pair
	got := beliefIn(t, core, "lock", answer("charging", "no"), tried("plug-in", diagnosis.Failed))
	near(t, "lock after plugging in failed", got, (0.05+0.9*pair+0.1*pair/2)/sum)
}

func TestWithTwoCausesBothAreMended(t *testing.T) {
	m := night()
	m.Pairs = []diagnosis.Pair{{A: "power", B: "lock", Prior: 1}}
	core := coreOf(t, m)
	list := []diagnosis.Evidence{answer("charging", "no"), answer("locks", "no"), answer("by-hand", "yes")}
	var order []string
	for range 2 {
		d := core.Decide(list)
		next, _ := d.Next()
		order = append(order, next.ID)
		list = append(list, tried(next.ID, diagnosis.Failed))
	}
	if !slices.Contains(order, "plug-in") || !slices.Contains(order, "auto-lock") {
		t.Errorf("with both conditions missing the fixes are %v", order)
	}
}

func TestChangesNameTheAnswersThatMatter(t *testing.T) {
	core := coreOf(t, night())
	list := []diagnosis.Evidence{answer("by-hand", "yes"), answer("charging", "no")}
	changes, err := core.Changes(context.Background(), list)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, c := range changes {
		if c.Evidence.Subject == "by-hand" || c.Evidence.Subject == "charging" {
			t.Errorf("%v is answered already", c.Evidence)
		}
		found = found || c.Evidence == answer("locks", "no") && c.NewTop
	}
	if len(changes) > 0 && !found {
		t.Errorf("an open lock would make another cause likely, but the changes are %v", changes)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if _, err := core.Changes(stopped, nil); err == nil {
		t.Error("a stopped search returned changes")
	}
}

func TestPutOffStepsComeBackBeforeHandingOver(t *testing.T) {
	m := night()
	m.Fixes = nil
	m.Checks = m.Checks[:1]
	m.ServiceMinutes = 1
	core := coreOf(t, m)
	d := core.Decide([]diagnosis.Evidence{answer("charging", diagnosis.NotNow)})
	if !slices.ContainsFunc(d.Options, func(o diagnosis.Option) bool { return o.ID == "charging" && o.Again }) {
		t.Errorf("the check that was put off is not offered again: %v", d.Options)
	}
}

func TestRiskyFixesWaitForTheirGates(t *testing.T) {
	m := night()
	m.Gates = []diagnosis.Gate{{ID: "copy", Minutes: 10}, {ID: diagnosis.LossGate("erase"), Minutes: 0.5}, {ID: diagnosis.LossGate("reset"), Minutes: 0.5}}
	m.Fixes = []diagnosis.Fix{
		{ID: "erase", Minutes: 2, Cure: []float64{0.99, 0.99, 0.99, 0.99}, Risk: diagnosis.LosesData, Gates: []string{"copy", diagnosis.LossGate("erase")}},
		{ID: "reset", Minutes: 2, Cure: []float64{0.9, 0, 0, 0}, Risk: diagnosis.LosesSettings, Gates: []string{diagnosis.LossGate("reset")}},
		{ID: "slow", Minutes: 20, Cure: []float64{0.95, 0.9, 0.9, 0.9}},
	}
	m.Checks = nil
	core := coreOf(t, m)
	first, _ := core.Blocks(nil, "erase")
	if !slices.Equal(first.Harmless, []string{"slow"}) || first.Gate != "copy" {
		t.Errorf("before erasing stand %+v, want the harmless fix and the copy", first)
	}
	if b, ok := core.Blocks(nil, "reset"); ok || !slices.Equal(b.Harmless, []string{"slow"}) {
		t.Errorf("before the reset stands %+v, want the harmless fix with the better chance", b)
	}
	d := core.Decide(nil)
	if next, _ := d.Next(); next.ID != "slow" {
		t.Errorf("next is %v, want the harmless fix although it is slower", next)
	}
	list := []diagnosis.Evidence{tried("slow", diagnosis.Declined), tried("reset", diagnosis.Declined)}
	var way []string
	for range 3 {
		d := core.Decide(list)
		next, _ := d.Next()
		way = append(way, next.ID)
		list = append(list, diagnosis.Evidence{Kind: diagnosis.Confirmed, Subject: next.ID})
	}
	if got := strings.Join(way, " "); got != "copy loss:erase erase" {
		t.Errorf("the way to the erasing is %q", got)
	}
	if b, _ := core.Blocks([]diagnosis.Evidence{tried("slow", diagnosis.Failed), answer("x", "y")}, "reset"); b.Pointless {
		t.Errorf("a reset that may help is called pointless: %+v", b)
	}
}

// TestARiskyFixThatCantHelpNeverComes: the only fix left cures a cause that is all but excluded.
func TestARiskyFixThatCantHelpNeverComes(t *testing.T) {
	m := night()
	m.Gates = []diagnosis.Gate{{ID: diagnosis.LossGate("reset"), Minutes: 0.5}}
	m.Fixes = []diagnosis.Fix{{ID: "reset", Minutes: 10, Cure: []float64{0.9, 0, 0, 0}, Risk: diagnosis.LosesSettings, Gates: []string{diagnosis.LossGate("reset")}}}
	core := coreOf(t, m)
	list := []diagnosis.Evidence{answer("charging", "yes"), answer("by-hand", "no")}
	for _, o := range core.Decide(list).Options {
		if o.ID == "reset" || o.For == "reset" {
			t.Errorf("%v is proposed", o)
		}
	}
	if b, _ := core.Blocks(list, "reset"); !b.Pointless {
		t.Error("the reset is not called pointless")
	}
}

// TestEfficientOrderIsOptimal: with fixes that cure different causes, any order that is not by chance per minute costs more
// (Kadane & Simon 1977), and the core finds the best one.
func TestEfficientOrderIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		m := diagnosis.Model{ServiceMinutes: 200}
		for h := range 5 {
			id := string(rune('a' + h))
			m.Causes = append(m.Causes, diagnosis.Cause{ID: id, Prior: 0.1 + r.Float64()})
			cure := make([]float64, 5)
			cure[h] = 1
			m.Fixes = append(m.Fixes, diagnosis.Fix{ID: id, Minutes: 1 + 9*r.Float64(), Cure: cure})
		}
		core := coreOf(t, m)
		expected := math.Inf(1)
		for _, o := range core.Decide(nil).Options {
			expected = math.Min(expected, o.Minutes)
		}
		if best := lab.Optimum(&m); math.Abs(expected-best) > 1e-9 {
			t.Fatalf("the core expects %v minutes, the optimum is %v", expected, best)
		}
	}
}

func BenchmarkDecide(b *testing.B) {
	for _, size := range []lab.Shape{{Causes: 22, Checks: 18, Fixes: 21}, {Causes: 60, Checks: 80, Fixes: 60}, {Causes: 600, Checks: 800, Fixes: 600}} {
		core, err := diagnosis.New(lab.RandomModel(rand.New(rand.NewPCG(1, 2)), size))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size.String(), func(b *testing.B) {
			for b.Loop() {
				core.Decide(nil)
			}
		})
	}
}

// Whether the phone shows a message is settled by the message itself, whichever came first, and by a complaint that
// tells of one.
func TestAMessageSettlesWhetherThereIsOne(t *testing.T) {
	m := night()
	m.Symptoms = []diagnosis.Symptom{
		{ID: "full", P: []float64{0.02, 0.02, 0.6, 0.1}, MessageShown: true},
		{ID: "fails", P: []float64{0.1, 0.1, 0.3, 0.3}, Own: true, MessageShown: true},
		{ID: "old", P: []float64{0.5, 0.5, 0.1, 0.1}, Own: true},
	}
	k := yesNo("message", 0.3, 0.02, 0.02, 0.6, 0.1)
	k.MessageShown = []bool{true, false}
	m.Checks = append(m.Checks, k)
	m.Pairs = []diagnosis.Pair{{A: "power", B: "full", Prior: 1}}
	core := coreOf(t, m)
	noticed := func(id string) diagnosis.Evidence { return diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: id} }
	for _, said := range []string{"full", "fails"} {
		want := beliefIn(t, core, "full", noticed(said))
		for _, word := range []string{"yes", "no"} {
			near(t, said+" after "+word, beliefIn(t, core, "full", answer("message", word), noticed(said)), want)
			near(t, said+" before "+word, beliefIn(t, core, "full", noticed(said), answer("message", word)), want)
		}
		if offers(core, "message", noticed(said)) {
			t.Errorf("after %s it is asked whether there is a message", said)
		}
	}
	if !offers(core, "message", noticed("old")) {
		t.Error("a complaint that tells of no message closes the question")
	}
	// Of two causes the message is about either: as with the messages themselves.
	before, _ := core.Beliefs(nil)
	after, _ := core.Beliefs([]diagnosis.Evidence{answer("message", "no")})
	chance := (4*0.98 + 4*0.98 + 4*0.4 + 0.9 + (0.98+0.4)/2) / 14
	near(t, "lock without a message", after[1], before[1]*0.98/chance)
}

// TestWhatAFixLeavesOfTwoCausesIsCounted compares with minutes worked out by hand: half of the phones lack power, half
// lack power and a lock. The fix that is done first has nothing to do with either, so that the rest is only estimated.
func TestWhatAFixLeavesOfTwoCausesIsCounted(t *testing.T) {
	const service = 90.0
	for _, also := range []float64{0, 0.3} { // the chance that plugging in ends the trouble with the lock, too
		m := diagnosis.Model{
			Causes: []diagnosis.Cause{{ID: "power", Prior: 0.5}, {ID: "lock", Prior: 1e-15}, {ID: "full", Prior: 1e-15}},
			Pairs:  []diagnosis.Pair{{A: "power", B: "lock", Prior: 0.5}},
			Fixes: []diagnosis.Fix{
				{ID: "plug-in", Minutes: 3, Cure: []float64{0.9, also, 0}},
				{ID: "auto-lock", Minutes: 5, Cure: []float64{0, 0.8, 0}},
				{ID: "more-room", Minutes: 12, Cure: []float64{0, 0, 0.9}},
			},
			ServiceMinutes: service,
		}
		// Plugging in ends 0.9 of the first half. Of the second half it ends some and leaves 0.9 of the others with the lock
		// alone, of which setting the lock ends 0.8.
		after := 1 - 0.5*0.9 - 0.5*0.9*also
		left := after - 0.5*0.9*(1-also)*0.8
		want := 12 + 3 + 5*after + service*left
		options := coreOf(t, m).Decide(nil).Options
		at := slices.IndexFunc(options, func(o diagnosis.Option) bool { return o.ID == "more-room" })
		if at < 0 || math.Abs(options[at].Minutes-want) > 1e-6 {
			t.Errorf("with %v it takes %v, want %v minutes", also, options, want)
		}
	}
}

// TestAGateIsPaidForOnce compares with minutes worked out by hand: two fixes stand behind one backup on a computer. A fix that
// has nothing to do with it comes first, so that both are only estimated.
func TestAGateIsPaidForOnce(t *testing.T) {
	m := diagnosis.Model{
		Causes: []diagnosis.Cause{{ID: "damage", Prior: 0.5}, {ID: "settings", Prior: 0.5}, {ID: "full", Prior: 1e-15}},
		Gates:  []diagnosis.Gate{{ID: "copy", Minutes: 10}},
		Fixes: []diagnosis.Fix{
			{ID: "erase", Minutes: 5, Cure: []float64{0.9, 0, 0}, Risk: diagnosis.LosesSettings, Gates: []string{"copy"}},
			{ID: "reset", Minutes: 6, Cure: []float64{0, 0.8, 0}, Risk: diagnosis.LosesSettings, Gates: []string{"copy"}},
			{ID: "more-room", Minutes: 12, Cure: []float64{0, 0, 0.9}},
		},
		ServiceMinutes: 90,
	}
	// Erasing comes first and ends 0.9 of one half, resetting 0.8 of the other.
	want := 12 + (10 + 5) + 6*0.55 + 90*0.15
	for _, o := range coreOf(t, m).Decide(nil).Options {
		if o.ID == "more-room" {
			if math.Abs(o.Minutes-want) > 1e-6 {
				t.Errorf("it takes %v minutes, want %v", o.Minutes, want)
			}
			return
		}
	}
	t.Error("the fix is not among the options")
}

// A fix that is said to have worked is a sign for the causes that it cures, but people err.
func TestWhatWorkedIsASign(t *testing.T) {
	core := coreOf(t, night())
	const err = 0.03 // of reports that a fix worked or not
	worked := func(cure float64) float64 { return cure*(1-err) + (1-cure)*err }
	sum := 4*worked(0.9) + 4*worked(0) + 4*worked(0) + 1*worked(0)
	near(t, "power after plugging in worked", beliefIn(t, core, "power", tried("plug-in", diagnosis.Worked)), 4*worked(0.9)/sum)
}
