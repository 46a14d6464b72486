package phrase

import (
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
)

// Finding is what is known about the cause of the trouble, without numbers: a headline and a sentence or two.
type Finding struct{ Head, Text string }

// TooEarly is the finding while too little is known to name a cause.
func (b *Book) TooEarly() Finding {
	return Finding{b.words.Text("finding.early"), b.words.Text("finding.early.text")}
}

// NoUsualCause is the finding when none of the known causes fits.
func (b *Book) NoUsualCause() Finding {
	return Finding{b.words.Text("finding.none"), b.words.Text("finding.none.text")}
}

// MostLikely names the likeliest cause and the number of others that are still to be ruled out.
func (b *Book) MostLikely(c *knowledge.Cause, more int, d apple.Device) Finding {
	cause := b.base.Fill(c.Title, d)
	text := b.words.Text("finding.likely.only", "Cause", cause)
	if more > 0 {
		text = b.words.Text("finding.likely.text", "Cause", cause, "More", b.words.Count("finding.more", more))
	}
	return Finding{b.words.Text("finding.likely"), text}
}

// Then says what is still to be seen after a change. Its words are the text "finding.then.…".
type Then string

// The things to see: a backup by hand, any finished one, and one at night after one by hand.
const (
	ThenNow   Then = "now"
	ThenLater Then = "later"
	ThenNight Then = "night"
)

// Changed names the cause that a fix was made against, or the fix alone when the cause is nil.
func (b *Book) Changed(c *knowledge.Cause, f *knowledge.Fix, at time.Time, then Then, d apple.Device) Finding {
	more := b.words.Text("finding.then." + string(then))
	if c == nil {
		text := b.words.Text("finding.did.text", "Fix", b.base.Fill(f.Title, d), "Time", b.words.Time(at), "Then", more)
		return Finding{b.words.Text("finding.did"), text}
	}
	text := b.words.Text("finding.changed.text", "Cause", b.base.Fill(c.Was, d), "Time", b.words.Time(at), "Then", more)
	return Finding{b.words.Text("finding.changed"), text}
}

// WhatItWas names the cause that was changed before a backup finished.
func (b *Book) WhatItWas(c *knowledge.Cause, d apple.Device) Finding {
	text := b.words.Text("finding.was.text", "Cause", b.base.Fill(c.Was, d))
	return Finding{b.words.Text("finding.was"), text}
}
