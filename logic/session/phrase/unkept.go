package phrase

import (
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
)

// mostUnkept is how many changes are told that are not on the disk.
const mostUnkept = 10

// Unkept introduces what only the open case has and its file lacks, and lists these events: the first ten and how many
// more.
func (b *Book) Unkept(missing []casefile.Event, d apple.Device) (says string, events []string) {
	if len(missing) == 0 {
		return b.words.Text("leave.not-kept.details"), nil
	}
	for i := range missing {
		if i == mostUnkept {
			events = append(events, b.words.Text("leave.more", "Count", len(missing)-i))
			break
		}
		events = append(events, b.Describe(&missing[i], d))
	}
	return b.words.Text("leave.not-kept"), events
}
