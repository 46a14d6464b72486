package knowledge

import "slices"

// countMessages gives each check that asks whether the phone shows a message, and has no numbers of its own,
// those of all messages together.
func (b *Base) countMessages() {
	for i := range b.Checks {
		k := &b.Checks[i]
		shown := slices.IndexFunc(k.Answers, func(a Answer) bool { return a.MessageShown })
		if shown < 0 || len(k.Answers) != 2 || len(k.Default) > 0 || len(k.Given) > 0 {
			continue
		}
		chances := func(cause string) Chances {
			p := b.messageChance(cause)
			return Chances{k.Answers[shown].ID: p, k.Answers[1-shown].ID: 1 - p}
		}
		k.Default = chances("")
		for _, c := range b.Causes {
			if p := chances(c.ID); p[k.Answers[shown].ID] != k.Default[k.Answers[shown].ID] {
				k.Given = append(k.Given, CheckRow{Causes: []string{c.ID}, P: p, Why: k.DefaultWhy})
			}
		}
	}
}

// MessageCheck is the check that asks whether the phone shows a message; nil without one.
func (b *Base) MessageCheck() *Check {
	for i := range b.Checks {
		if slices.ContainsFunc(b.Checks[i].Answers, func(a Answer) bool { return a.MessageShown }) {
			return &b.Checks[i]
		}
	}
	return nil
}

// messageChance is the chance that the phone shows any message under a cause, and with an empty one under a
// cause that no message names.
func (b *Base) messageChance(cause string) Chance {
	var all Chance
	for i := range b.Messages {
		p := b.Messages[i].Base
		for _, row := range b.Messages[i].Given {
			if slices.Contains(row.Causes, cause) {
				p = row.P
			}
		}
		all += p
	}
	return min(all, 1)
}
