package storage

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"backupdoctor/logic/words"
)

// NoteError says which line of the kept inputs can't be read, and why.
type NoteError struct {
	Line int // from 1; 0 for all of them
	Text string
	What words.Sentence
}

// Error is the problem in English.
func (e *NoteError) Error() string { return words.English(e) }

// Tell names the line and the reason.
func (e *NoteError) Tell(c *words.Catalog) string {
	if e.Line == 0 {
		return e.What.Tell(c)
	}
	return c.Text("content-file.line", "Line", e.Line, "Text", strconv.Quote(e.Text), "What", e.What.Tell(c))
}

// Read makes inputs of what Write gave. A size below zero is not known. The error is a *NoteError.
func Read(plan, used, next int64, content string) (Inputs, error) {
	n := &note{}
	for _, one := range []struct {
		to    *Amount
		bytes int64
	}{{&n.in.Plan, plan}, {&n.in.Used, used}, {&n.next, next}} {
		if one.bytes >= 0 {
			*one.to = Of(one.bytes, Phone)
		}
	}
	if len(content) > maxBytes {
		return Inputs{}, &NoteError{What: words.Say("content-file.too-large", "Most", maxBytes)}
	}
	if content != "" {
		for i, line := range strings.Split(content, "\n") {
			if what := n.line(i, line); !what.IsZero() {
				return Inputs{}, &NoteError{Line: i + 1, Text: shortened(line), What: what}
			}
		}
	}
	if n.next.Known() {
		if len(n.in.Devices) == 0 {
			n.in.Devices = []Device{{}}
		}
		n.in.Devices[0].Next = n.next
	}
	slices.Sort(n.in.OffActions)
	slices.Sort(n.in.Copies)
	return n.in, nil
}

// note is the inputs while they are read.
type note struct {
	in   Inputs
	next Amount
}

// line reads one line; the answer says what is wrong with it, nothing when it is fine.
func (n *note) line(i int, line string) words.Sentence {
	if i >= maxNotes {
		return words.Say("content-file.many-lines", "Most", maxNotes)
	}
	if !utf8.ValidString(line) {
		return words.Say("content-file.no-utf8")
	}
	key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	rest = strings.TrimSpace(rest)
	if size, ok := map[string]*Amount{"plan": &n.in.Plan, "used": &n.in.Used, "next": &n.next}[key]; ok {
		return top(size, rest)
	}
	switch key {
	case "bundle":
		return id(&n.in.Bundle, rest)
	case "new-device":
		return position(&n.in.NewDevice, rest)
	case "upload":
		return speed(&n.in.Upload, rest, MaxSpeed)
	case "window":
		return speed(&n.in.Window, rest, 24)
	case "off":
		return ids(&n.in.OffActions, rest)
	case "copy":
		return ids(&n.in.Copies, rest)
	case "cloud":
		return ofClass(n.in.Cloud[:], rest)
	case "growth":
		return ofClass(n.in.Growth[:], rest)
	case "device":
		return numbered(rest, MaxDevices, n.device)
	case "person":
		return numbered(rest, MaxPeople, n.person)
	default:
		return words.Say("content-file.unknown")
	}
}

// ofClass reads a class with its amount; the list tells which classes there are.
func ofClass(list []Amount, rest string) words.Sentence {
	name, size, _ := strings.Cut(rest, " ")
	c, ok := classOf(name)
	if !ok || int(c) >= len(list) {
		return words.Say("content-file.no-class", "Class", shortened(name))
	}
	return amount(&list[c], size)
}

// numbered reads the number after device or person: those that are there, or the next one.
func numbered(rest string, limit int, read func(i int, key, value string) words.Sentence) words.Sentence {
	number, rest, _ := strings.Cut(rest, " ")
	i, err := strconv.Atoi(number)
	if err != nil || i < 1 || i > limit {
		return words.Say("content-file.number", "Most", limit)
	}
	key, value, _ := strings.Cut(strings.TrimSpace(rest), " ")
	return read(i-1, key, strings.TrimSpace(value))
}

func (n *note) device(i int, key, value string) words.Sentence {
	for len(n.in.Devices) <= i {
		n.in.Devices = append(n.in.Devices, Device{})
	}
	d := &n.in.Devices[i]
	sizes := map[string]*Amount{"last": &d.Last, "photos": &d.Photos, "messages": &d.Messages, "apps": &d.Apps}
	if i > 0 { // that of the first stands beside plan and used
		sizes["next"] = &d.Next
	}
	if to, ok := sizes[key]; ok {
		return amount(to, value)
	}
	if to, ok := map[string]*Switch{"backup": &d.Backup, "photos-sync": &d.PhotosSync, "messages-sync": &d.MessagesSync}[key]; ok {
		return position(to, value)
	}
	if to, ok := map[string]*string{
		"kind": &d.Kind, "photo-format": &d.Says.Format, "messages-level": &d.Says.Messages, "apps-level": &d.Says.Apps,
	}[key]; ok {
		return id(to, value)
	}
	switch key {
	case "name":
		d.Name = CleanName(value)
		return words.Sentence{}
	case "gone":
		return yes(&d.Gone, value)
	case "photo-count":
		return count(&d.Says.Photos, value, MaxPhotos)
	case "video":
		return video(&d.Says.Video, value)
	default:
		return words.Say("content-file.device-key", "Key", shortened(key))
	}
}

func (n *note) person(i int, key, value string) words.Sentence {
	for len(n.in.People) <= i {
		n.in.People = append(n.in.People, Person{})
	}
	p := &n.in.People[i]
	switch key {
	case "name":
		p.Name = CleanName(value)
		return words.Sentence{}
	case "used":
		return amount(&p.Used, value)
	case "adds":
		return amount(&p.Adds, value)
	case "shares":
		shares := true
		what := yes(&shares, value)
		p.Apart = !shares
		return what
	default:
		return words.Say("content-file.person-key", "Key", shortened(key))
	}
}
