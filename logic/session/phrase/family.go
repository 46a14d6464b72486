package phrase

import (
	"strings"

	"backupdoctor/logic/storage"
)

// Split says who shares which plan in the cheapest way of a family, a sentence for each; name returns the name
// of one of the people.
func (b *Book) Split(plan *storage.Plan, name func(person int) string) []string {
	f := &plan.Family
	var lines, together []string
	alone := func(name string, o *storage.Offer) {
		lines = append(lines, b.words.Text("storage-pane.family.alone", "Name", name, "Offer", b.Offer(o)))
	}
	for i, in := range f.In {
		if in {
			together = append(together, name(i))
		}
	}
	pool := &plan.Offers[f.Pool]
	if len(together) > 0 {
		lines = append(lines, b.words.Text("storage-pane.family.share", "Names", strings.Join(together, ", "),
			"Offer", b.Offer(pool)))
	} else {
		alone(b.words.Text("storage-pane.family.you"), pool)
	}
	for i, at := range f.Alone {
		if at >= 0 {
			alone(name(i), &f.Singles[at])
		}
	}
	if !f.Sure {
		lines = append(lines, b.words.Text("storage-pane.family.perhaps"))
	}
	return lines
}
