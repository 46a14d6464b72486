package session

import (
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session/phrase"
)

const (
	// namedAfter is how many pieces of evidence are needed before a cause is named.
	namedAfter = 3
	// namedFrom is the belief from which a cause is named after fewer.
	namedFrom = 0.8
	// foundFrom is the belief from which a cause counts as found: it is likelier than all others together.
	foundFrom = 0.5
	// ruledOutBelow is the belief below which a cause counts as ruled out.
	ruledOutBelow = 0.05
)

// finding says in words what is known about the cause. Disputed causes are never named.
func (l *Library) finding(v *View) phrase.Finding {
	if f := v.Found; f != nil && !v.Solved {
		then := phrase.ThenLater
		switch {
		case v.State.Stage == StageProving:
			then = phrase.ThenNow
		case v.State.ByHand:
			then = phrase.ThenNight
		}
		return l.Phrase.Changed(f.Cause, f.Fix, v.State.Since, then, v.Device)
	} else if f != nil && f.Cause != nil {
		return l.Phrase.WhatItWas(f.Cause, v.Device)
	}
	if v.Solved || v.State.Stage == StageNothingWrong {
		return phrase.Finding{Head: l.StateText(v.State)}
	}
	var first *Likely
	more := 0
	for i := range v.Likely {
		c := &v.Likely[i]
		switch {
		case c.Cause.ID == knowledge.OtherCause || c.Cause.Disputed:
		case first == nil:
			first = c
		case c.P >= ruledOutBelow:
			more++
		}
	}
	switch {
	case first == nil || v.EvidenceCount < namedAfter && first.P < namedFrom:
		return l.Phrase.TooEarly()
	case first.P < ruledOutBelow:
		return l.Phrase.NoUsualCause()
	}
	return l.Phrase.MostLikely(first.Cause, more, v.Device)
}
