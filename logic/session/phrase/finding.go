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

// Changed names the cause that a change was made against. ShowsNow is set when a backup by hand shows the
// result.
func (b *Book) Changed(c *knowledge.Cause, at time.Time, showsNow bool, d apple.Device) Finding {
	key := "finding.changed.later"
	if showsNow {
		key = "finding.changed.now"
	}
	text := b.words.Text(key, "Cause", b.base.Fill(c.Title, d), "Time", b.words.Time(at))
	return Finding{b.words.Text("finding.changed"), text}
}

// WhatItWas names the cause that was changed before a backup finished.
func (b *Book) WhatItWas(c *knowledge.Cause, d apple.Device) Finding {
	text := b.words.Text("finding.was.text", "Cause", b.base.Fill(c.Title, d))
	return Finding{b.words.Text("finding.was"), text}
}
