package storage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Bounds of what is kept in a case, far above any household.
const (
	MaxDevices = 40
	maxNotes   = 600 // lines
	maxBytes   = 48 << 10
	maxName    = 80 // characters

	MaxPhotos  = 10_000_000 // of one device
	MaxVideos  = 12         // modes of video of one device
	MaxMinutes = 1_000_000  // of video of one mode
)

// Write puts the inputs into the form in which a case keeps them: the three sizes that the phone shows, in bytes with -1 for
// not known, and one line of text for everything else. Read brings the same inputs back. Equal inputs give equal lines.
func (in Inputs) Write() (plan, used, next int64, content string) {
	in = in.bounded()
	plan, used, next = bare(in.Plan), bare(in.Used), bare(in.First().Next)
	return plan, used, next, strings.Join(in.notes(), "\n")
}

// bare is a size that needs no line of its own, or -1.
func bare(a Amount) int64 {
	if !a.Known() || !a.Exact() {
		return -1
	}
	return a.Likely
}

// notes are the lines, in their fixed order.
func (in Inputs) notes() []string {
	var n notes
	n.top("plan", in.Plan)
	n.top("used", in.Used)
	n.top("next", in.First().Next)
	n.word("bundle", in.Bundle)
	n.position("new-device", in.NewDevice)
	n.speed("upload", in.Upload)
	n.speed("window", in.Window)
	for c := range in.Cloud {
		n.amount("cloud "+Class(c).name(), in.Cloud[c])
	}
	for c := range in.Growth {
		n.amount("growth "+Class(c).name(), in.Growth[c])
	}
	for i := range in.Devices {
		n.device(fmt.Sprintf("device %d ", i+1), &in.Devices[i], i == 0)
	}
	for i, p := range in.People {
		at := fmt.Sprintf("person %d ", i+1)
		before := len(n)
		n.word(at+"name", CleanName(p.Name))
		n.amount(at+"used", p.Used)
		n.amount(at+"adds", p.Adds)
		if p.Apart || len(n) == before {
			n.word(at+"shares", map[bool]string{true: "no", false: "yes"}[p.Apart])
		}
	}
	for _, id := range sortedIDs(in.OffActions) {
		n.word("off", id)
	}
	for _, id := range sortedIDs(in.Copies) {
		n.word("copy", id)
	}
	return n
}

func sortedIDs(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// notes collects lines.
type notes []string

func (n *notes) word(key, value string) {
	if value != "" {
		*n = append(*n, key+" "+value)
	}
}

func (n *notes) position(key string, s Switch) {
	if s == On || s == Off {
		n.word(key, switchNames[s])
	}
}

func (n *notes) speed(key string, x float64) {
	if x > 0 {
		n.word(key, strconv.FormatFloat(x, 'f', -1, 64))
	}
}

// top is one of the three sizes: only its origin, when it is exact, and that only when it was not read off the phone.
func (n *notes) top(key string, a Amount) {
	switch {
	case !a.Known():
	case !a.Exact():
		n.amount(key, a)
	case a.From != Phone:
		n.word(key, a.From.name())
	}
}

func (n *notes) amount(key string, a Amount) {
	if !a.Known() {
		return
	}
	size := underscored(a.Likely)
	if !a.Exact() {
		size = underscored(a.Low) + ".." + underscored(a.Likely) + ".." + underscored(a.High)
	}
	n.word(key, size+" "+a.From.name())
}

func (n *notes) device(at string, d *Device, first bool) {
	before := len(*n)
	n.word(at+"name", CleanName(d.Name))
	n.word(at+"kind", d.Kind)
	if d.Gone {
		n.word(at+"gone", "yes")
	}
	n.position(at+"backup", d.Backup)
	n.position(at+"photos-sync", d.PhotosSync)
	n.position(at+"messages-sync", d.MessagesSync)
	n.amount(at+"last", d.Last)
	if !first {
		n.amount(at+"next", d.Next)
	}
	n.amount(at+"photos", d.Photos)
	n.amount(at+"messages", d.Messages)
	n.amount(at+"apps", d.Apps)
	if d.Says.Photos > 0 {
		n.word(at+"photo-count", strconv.Itoa(d.Says.Photos))
	}
	n.word(at+"photo-format", d.Says.Format)
	for _, f := range d.Says.Video {
		n.word(at+"video", fmt.Sprintf("%s %d", orAny(f.Mode), f.Minutes))
	}
	n.word(at+"messages-level", d.Says.Messages)
	n.word(at+"apps-level", d.Says.Apps)
	if len(*n) == before && !first {
		n.word(at+"gone", "no")
	}
}

// orAny names the mix of modes, which is the first of the list of sizes.
func orAny(mode string) string {
	if mode == "" {
		return "any"
	}
	return mode
}

func underscored(bytes int64) string {
	digits := strconv.FormatInt(bytes, 10)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('_')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// CleanName makes a name fit for one line: without line ends and other control characters, at most 80 characters.
func CleanName(name string) string {
	name = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, "\ufffd"))), " ")
	if runes := []rune(name); len(runes) > maxName {
		name = strings.TrimSpace(string(runes[:maxName]))
	}
	return name
}
