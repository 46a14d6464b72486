package phrase

import (
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// Gain writes what a way to make room frees. Only a size that somebody read stands as it is; an estimate is told
// as one.
func (b *Book) Gain(gain size.Range, isRead bool) string {
	if isRead {
		return b.Span(gain)
	}
	return b.words.Text("storage.cleanup.about", "Gain", b.Span(gain))
}

// CleanUp says what must go, and what the proposed ways to make room free together: of an estimate only the end that
// decides, since the other one takes what is used and what is still to come together.
func (b *Book) CleanUp(c *storage.CleanUp) string {
	missing, freed := b.Size(c.Missing), b.Span(c.Freed)
	if !c.IsRead {
		freed = b.Size(c.Freed.Low)
	}
	key := "storage.cleanup.perhaps"
	switch {
	case c.Freed.High == 0:
		key = "storage.cleanup.nothing"
	case c.Reached:
		return b.words.Count(either(c.IsRead, "storage.cleanup.enough", "storage.cleanup.enough.likely"), c.Enough(),
			"Missing", missing, "Freed", freed, "Minutes", b.words.Minutes(c.Minutes))
	case c.Freed.High < c.Missing:
		key = either(c.IsRead, "storage.cleanup.short", "storage.cleanup.short.likely")
		if !c.IsRead {
			freed = b.Size(c.Freed.High)
		}
	}
	return b.words.Text(key, "Missing", missing, "Freed", freed)
}

// FixRoom says what a fix frees in iCloud, and what must go.
func (b *Book) FixRoom(g *storage.FixGain, missing int64) string {
	key := "guide.room.perhaps"
	switch {
	case g.Enough:
		key = either(g.IsRead, "guide.room.enough", "guide.room.enough.likely")
	case g.Hopeless:
		key = either(g.IsRead, "guide.room.hopeless", "guide.room.hopeless.likely")
	case g.Partly:
		key = either(g.IsRead, "guide.room.partly", "guide.room.partly.likely")
	}
	return b.words.Text(key, "Gain", b.Span(g.Gain), "Most", b.Size(g.Gain.High), "Missing", b.Size(missing))
}

// either is the key of a sentence that is sure, or of the one that says the same as probable.
func either(isSure bool, sure, likely string) string {
	if isSure {
		return sure
	}
	return likely
}
