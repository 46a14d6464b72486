package terminal

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	pages "backupdoctor/logic/session/guide"
)

// outlook is the output of next -json: the likely causes and the next steps, best first.
type outlook struct {
	Beliefs []belief `json:"beliefs"`
	Next    []step   `json:"next"` // empty when solved
	Gates   []gate   `json:"gates"`
	Solved  bool     `json:"solved"`
}

type belief struct {
	ID          string  `json:"id"`
	Ref         string  `json:"ref"`
	Probability float64 `json:"probability"` // 0 to 1; all together 1
}

type step struct {
	Kind string `json:"kind"` // check, fix, gate, support, proof or wait
	// ID is empty for support; for proof and wait it names the fix that was changed, if any.
	ID  string `json:"id"`
	For string `json:"for,omitempty"`
	// Answers are what a case may say of the step: answers of a check, outcomes of a fix, what a proof may have seen.
	Answers         []string `json:"answers"`
	ExpectedMinutes float64  `json:"expected_minutes"` // until the trouble is over, with this as the next step
}

type gate struct {
	ID   string `json:"id"`
	Open bool   `json:"open"`
}

// answersTo are the answers, outcomes and things seen that a case may hold about a step; none for a gate.
func answersTo(g *pages.Guide, v *session.View, o diagnosis.Option) []string {
	answers := []string{}
	page := g.Page(v, pages.StepOf(o))
	switch o.Kind {
	case diagnosis.StepCheck:
		for _, a := range page.Answers {
			answers = append(answers, a.ID)
		}
		answers = append(answers, casefile.CantTell, casefile.NotNow)
	case diagnosis.StepFix:
		for _, outcome := range slices.Concat(page.Outcomes, page.Untried, []casefile.Outcome{casefile.Declined}) {
			answers = append(answers, string(outcome))
		}
	case diagnosis.StepProof, diagnosis.StepWait:
		for _, seen := range []casefile.Seen{
			casefile.SeenFinished, casefile.SeenRunning, casefile.SeenError, casefile.SeenOldDate,
		} {
			answers = append(answers, string(seen))
		}
	}
	return answers
}

func outlookOf(g *pages.Guide, v *session.View) outlook {
	o := outlook{Beliefs: []belief{}, Next: []step{}, Gates: []gate{}, Solved: v.Solved}
	for _, c := range v.Likely {
		o.Beliefs = append(o.Beliefs, belief{c.Cause.ID, c.Cause.Ref, c.P})
	}
	for _, s := range v.Options {
		o.Next = append(o.Next, step{string(s.Kind), s.ID, s.For, answersTo(g, v, s), s.Minutes})
	}
	for _, g := range v.Gates {
		o.Gates = append(o.Gates, gate{g.ID, g.Open})
	}
	return o
}

// Bounds of the output for people; the JSON has everything.
const (
	mostShown  = 10
	leastShown = 0.01 // probability
)

// next prints the beliefs and the next steps of a case.
func (p *program) next(o options) error {
	lib, v, err := p.view(o)
	if err != nil {
		return err
	}
	if o.json {
		data, err := json.Marshal(outlookOf(pages.New(lib), v))
		if err != nil {
			return err
		}
		p.out.raw(string(data) + "\n")
		return nil
	}
	if v.State.Stage != session.StageOpen {
		p.out.line(lib.StateText(v.State))
		p.out.blank()
	}
	if !v.IsOver() {
		p.out.line(p.text("cli.next.causes"))
	}
	for i, c := range v.Likely {
		if v.IsOver() || i > 0 && (i == mostShown || c.P < leastShown) {
			break
		}
		p.out.item("  - ", p.text("cli.next.cause", "Percent", p.words.Percent(c.P),
			"Cause", lib.Base.Fill(c.Cause.Title, v.Device), "ID", c.Cause.ID))
	}
	p.steps(lib, v)
	p.gates(lib, v)
	return nil
}

// steps lists the next steps in the order of the report, and then what could be done first instead.
func (p *program) steps(lib *session.Library, v *session.View) {
	plan := pages.New(lib).Plan(v)
	if len(plan) == 0 {
		return
	}
	p.out.blank()
	p.out.line(p.text("cli.next.plan", "Minutes", p.words.Minutes(v.MinutesLeft)))
	for i, s := range plan {
		p.out.item(fmt.Sprintf("%4d. ", i+1), p.text("cli.next.planned", "Step", stepTitle(lib, v, s), "ID", s.ID))
	}
	if len(v.Options) < 2 {
		return
	}
	p.out.blank()
	p.out.line(p.text("cli.next.steps"))
	others := slices.Clone(v.Options[1:min(len(v.Options), mostShown)])
	slices.SortStableFunc(others, func(a, b diagnosis.Option) int {
		return cmp.Compare(math.Round(a.Minutes), math.Round(b.Minutes)) // as they are printed
	})
	for _, s := range others {
		p.out.item("  - ", p.text("cli.next.step", "Step", stepTitle(lib, v, s),
			"Minutes", p.words.Minutes(s.Minutes), "ID", s.ID))
	}
}

// gates lists the gates that were opened, since they change what may be proposed.
func (p *program) gates(lib *session.Library, v *session.View) {
	first := true
	for _, g := range v.Gates {
		if !g.Open {
			continue
		}
		if first {
			p.out.blank()
			p.out.line(p.text("cli.next.gates"))
			first = false
		}
		p.out.item("  - ", pages.New(lib).Page(v, pages.Step{Kind: diagnosis.StepGate, ID: g.ID}).Title)
	}
}

// stepTitle returns the name of a step in a list: the question of a check, or the title.
func stepTitle(lib *session.Library, v *session.View, o diagnosis.Option) string {
	if o.Kind == diagnosis.StepSupport {
		return lib.Words.Text("text.support")
	}
	page := pages.New(lib).Page(v, pages.StepOf(o))
	if o.Kind == diagnosis.StepCheck {
		return lib.Words.Text("text.check", "Question", page.Question)
	}
	return page.Title
}
