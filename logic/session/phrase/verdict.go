package phrase

import (
	"strings"
	"time"

	"backupdoctor/logic/prices"
	"backupdoctor/logic/storage"
)

// Verdict is a storage verdict in words. The marks ** stand around what is to be bold.
type Verdict struct {
	Title string // a headline without a full stop; empty while too little is known
	Sum   string // what is needed and what is free; empty when one of them is not known
	Text  string // what follows from it, and what to do
	Close string // a warning that the phone's rounding could turn the answer; empty when it can't

	// Offer is the way to have enough storage that Text names; nil when it names none.
	Offer *storage.Offer
}

// String joins everything below the headline.
func (v *Verdict) String() string {
	return strings.TrimSpace(strings.Join([]string{v.Sum, v.Text, v.Close}, " "))
}

// Verdict words the verdict of a plan. It names the ways that cost nothing first, as far as they are or may be
// enough, then the cheapest offer that is, with the month until which it is, counted from now. Title words a
// clean-up.
func (b *Book) Verdict(plan *storage.Plan, cleanUp *storage.CleanUp, now time.Time,
	title func(k *storage.Candidate) string,
) Verdict {
	v := &plan.Verdict
	var out Verdict
	if v.Answer != storage.AnswerOdd { // nothing is reckoned with a number that can't be right
		out.Sum = b.sum(plan)
	}
	if v.Close {
		out.Close = b.words.Text("storage.warning.close")
	}
	switch v.Answer {
	case storage.AnswerOdd:
		out.Title, out.Text = b.words.Text("storage.title.odd"), b.words.Text("storage.odd")
	case storage.AnswerShort:
		out.Title = b.shortTitle(v)
		out.enough(b, plan, now)
		out.offerLast(b, b.rooms(plan, cleanUp, title))
		if plan.Waiting.Likely > 0 {
			out.Text = b.words.Text("storage.waiting", "Size", b.Span(plan.Waiting)) + " " + out.Text
		}
		if v.Full {
			out.Text = b.words.Text("storage.full.meaning") + " " + out.Text
		}
	case storage.AnswerFits:
		out.Title = b.fitsTitle(v)
		out.fits(b, plan, now)
	case storage.AnswerFitsAlone:
		waits := plan.Waiting.Likely > 0 && plan.Adds.Likely == plan.Next.Likely+plan.Waiting.Likely
		key := map[bool]string{false: "storage.others", true: "storage.uploads"}[waits]
		out.Title = b.words.Text(map[bool]string{false: "storage.title.others", true: "storage.title.uploads"}[waits])
		out.enough(b, plan, now)
		out.offerLast(b, b.rooms(plan, cleanUp, title))
		out.Text = b.words.Text(key, "Missing", b.Size(v.Missing)) + " " + out.Text
	case storage.AnswerNeed:
		out.Title = b.words.Text("storage.title.need", "Need", b.Span(plan.Need.Range))
		out.enough(b, plan, now)
	case storage.AnswerOpen:
		out.Text = b.words.Text("report.storage.open")
		if plan.Inputs.Plan.Known() && plan.Used.Known() { // a typical size stands in for the next backup
			out.Text = b.words.Text(string(storage.RemarkNextAssumed))
		}
	}
	return out
}

// shortTitle says how much is missing for the next backup: where it is sure from how much to how much,
// otherwise what is likely, and at least what it is larger than the plan while nobody has said what is used.
func (b *Book) shortTitle(v *storage.Verdict) string {
	switch {
	case v.Over.Low > 0:
		return b.words.Text("storage.title.over", "Over", b.Span(v.Over))
	case !v.HasFree:
		return b.words.Text("storage.title.short.least", "Short", b.Size(v.Short.Likely))
	case !v.Sure:
		return b.words.Text("storage.title.short.likely", "Short", b.Size(v.Short.Likely))
	}
	return b.words.Text("storage.title.short", "Short", b.Span(v.Short))
}

// fits says that storage is no obstacle, and until when the plan is enough. Where the phone's rounding could
// turn the answer, it says that instead.
func (v *Verdict) fits(b *Book, plan *storage.Plan, now time.Time) {
	var parts []string
	if plan.Verdict.Close {
		v.Close = b.words.Text("storage.warning.just")
	} else {
		parts = append(parts, b.words.Text("storage.fits"))
	}
	if plan.HasForecast {
		parts = append(parts, b.words.Text("storage.fits.until", "Full", b.FullIn(plan.FullIn, now)))
	}
	v.Text = strings.Join(parts, " ")
}

func (b *Book) fitsTitle(v *storage.Verdict) string {
	switch {
	case v.Close:
		return b.words.Text("storage.title.just")
	case !v.Sure:
		return b.words.Text("storage.title.fits.likely", "Room", b.Size(v.Headroom.Likely))
	}
	return b.words.Text("storage.title.fits", "Room", b.Span(v.Headroom))
}

// sum compares what is needed with what is free; empty when one of them is not known.
func (b *Book) sum(plan *storage.Plan) string {
	v, next := &plan.Verdict, b.Span(plan.Next.Range)
	switch {
	case !v.HasFree || v.Typical:
		return ""
	case v.Over.Low > 0:
		return b.words.Text("storage.sum.over", "Next", next, "Short", b.Span(v.Short))
	case v.Free.High == 0:
		return b.words.Text("storage.sum.full", "Next", next)
	}
	return b.words.Text("storage.sum", "Next", next, "Free", b.Span(v.Free))
}

// rooms says how to have enough without paying, or how that may be; empty when no way is known.
func (b *Book) rooms(plan *storage.Plan, cleanUp *storage.CleanUp,
	title func(k *storage.Candidate) string,
) string {
	n := cleanUp.Enough()
	switch {
	case plan.Inputs.NewDevice == storage.On && len(plan.WayOut.Broken) == 0 && !plan.Managed:
		return b.words.Text("storage-pane.room.lent") // loses nothing
	case n == 1:
		key := either(cleanUp.IsRead, "storage-pane.room", "storage-pane.room.likely")
		if cleanUp.Candidates[0].Action.Loss == storage.LosesData {
			key = either(cleanUp.IsRead, "storage-pane.room.data", "storage-pane.room.data.likely")
		}
		return b.words.Text(key, "Title", title(&cleanUp.Candidates[0]))
	case n > 1:
		return b.words.Count(either(cleanUp.IsRead, "storage-pane.rooms", "storage-pane.rooms.likely"), n)
	case cleanUp.Missing > 0 && cleanUp.Freed.Likely >= cleanUp.Missing:
		return b.words.Text("storage-pane.room.perhaps")
	case cleanUp.WithCopies:
		return b.words.Text("storage-pane.room.copies")
	}
	return ""
}

// offerLast puts the ways that cost nothing before the offer that is paid for.
func (v *Verdict) offerLast(b *Book, rooms string) {
	switch {
	case rooms == "":
	case v.Offer == nil:
		v.Text = rooms + " " + v.Text
	default:
		v.Text = rooms + " " + b.words.Text("storage-pane.room.else", "Offer", v.Text)
	}
}

// enough names the cheapest offer that is enough, and until when it is.
func (v *Verdict) enough(b *Book, plan *storage.Plan, now time.Time) {
	i := plan.Choices[0].Cheap
	switch {
	case plan.Managed:
		v.Text = b.words.Text("storage.managed")
		return
	case i < 0:
		v.Text = b.words.Text("storage.short.none")
		return
	}
	v.Offer = &plan.Offers[i]
	offer := b.Offer(v.Offer)
	at, near := b.Moment(v.Offer.FullIn.Likely, now)
	safe := plan.Choices[0].Careful
	switch {
	case v.Offer.Tight && safe >= 0 && safe != i:
		v.Text = b.words.Text("storage.holds.just", "Offer", offer, "Safe", b.Offer(&plan.Offers[safe]))
	case !plan.HasForecast:
		v.Text = b.words.Text("storage.holds.now", "Offer", offer)
	case near:
		v.Text = b.words.Text("storage.holds.until", "Offer", offer, "Date", at)
	default:
		v.Text = b.words.Text("storage.holds.beyond", "Offer", offer)
	}
}

// Prices says from when the prices of a market are, and how they stand to tax.
func (b *Book) Prices(m prices.Market) string {
	key := "storage.prices"
	if m.Own {
		key = "storage.prices.own"
	}
	return b.words.Text(key, "Date", b.words.Day(m.Date), "Tax", b.words.Text("tax."+string(m.Tax)))
}
