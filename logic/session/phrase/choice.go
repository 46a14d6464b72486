package phrase

import (
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/storage"
)

// Choice is a list to choose one thing from. The first option stands for nothing chosen.
type Choice struct {
	Options []string // in the program's language
	ids     []string // what the options stand for; the first is empty
}

// ID returns what an option stands for; empty for nothing chosen.
func (c Choice) ID(option int) string { return c.ids[option] }

// At returns the option for an id; 0 when no option stands for it.
func (c Choice) At(id string) int { return max(slices.Index(c.ids, id), 0) }

func (c *Choice) add(id, option string) {
	c.ids, c.Options = append(c.ids, id), append(c.Options, option)
}

// Levels are the typical sizes that describe a content.
func (b *Book) Levels(list []storage.Size) Choice {
	var c Choice
	c.add("", b.words.Text("storage-pane.not-said"))
	for _, s := range list {
		c.add(s.ID, b.words.Text(s.Key))
	}
	return c
}

// Bundles are Apple's bundles with storage in them.
func (b *Book) Bundles() Choice {
	var c Choice
	c.add("", b.words.Text("storage-pane.none"))
	for _, one := range b.prices.Bundles {
		c.add(one.ID, one.Name)
	}
	return c
}

// DeviceKinds are the kinds of device that an account can have a backup of.
func (b *Book) DeviceKinds() Choice {
	var c Choice
	c.add("", b.words.Text("storage-pane.not-said"))
	for _, kind := range []string{apple.IPhone, apple.IPad} {
		c.add(kind, apple.Device{Kind: kind}.Name())
	}
	return c
}

// Positions are the positions of a switch of the phone, in the order of storage.Switch.
func (b *Book) Positions() []string {
	return []string{
		storage.NotKnown: b.words.Text("storage-pane.not-said"),
		storage.On:       b.words.Text("storage-pane.on"), storage.Off: b.words.Text("storage-pane.off"),
	}
}

// CleanUpTitle returns the title of a way to make room. Where it deletes the backup of a device with a name,
// that is the title.
func (b *Book) CleanUpTitle(title, name string) string {
	if name == "" {
		return title
	}
	return b.words.Text("storage-pane.cleanup.device", "Name", name)
}

// FirstName is the name that a new case of a kind of device has until a person gives it another.
func (b *Book) FirstName(kind string) string {
	if kind == apple.IPad {
		return b.words.Text("case.first.ipad")
	}
	return b.words.Text("case.first")
}

// IsFirstName reports whether a name is a first name, with a number behind it or not.
func (b *Book) IsFirstName(name, kind string) bool {
	first := b.FirstName(kind)
	var n int
	if rest, ok := strings.CutPrefix(name, first); ok && rest != "" {
		n, _ = strconv.Atoi(strings.TrimSpace(rest))
	}
	return name == first || n > 1 && name == b.words.Text("case.first.more", "Name", first, "Number", n)
}

// FreeName is the first name, with a number behind it where another case has the name.
func (b *Book) FreeName(kind string, taken []string) string {
	first := b.FirstName(kind)
	name := first
	for n := 2; slices.Contains(taken, name); n++ {
		name = b.words.Text("case.first.more", "Name", first, "Number", n)
	}
	return name
}

// DeviceName returns the name of a device, or its number, from 1, where it has none.
func (b *Book) DeviceName(name string, number int) string {
	if name != "" {
		return name
	}
	return b.words.Text("storage-pane.device.number", "Number", number)
}

// PersonName returns the name of a person, or their number, from 1, where they have none.
func (b *Book) PersonName(name string, number int) string {
	if name != "" {
		return name
	}
	return b.words.Text("storage-pane.person.number", "Number", number)
}
