// Package screens has the pages of Settings as data: screens with their rows and labels, the routes and walks over them, a page
// as one device shows it, and the words of a language. Package knowledge reads them and finds the ones for a device; a new kind
// of row is a constant here and a drawing in the window.
package screens

import (
	"backupdoctor/logic/apple"
	"backupdoctor/logic/tomlfile"
)

// Root is the id of the screen where every walk starts: the first page of Settings.
const Root = "settings"

// Stop is one row on a walk, or one row of a page.
type Stop struct {
	Screen *Screen
	Row    *Row
	Wording
	Value string // example value in the words of the device; empty without known words
}

// Page is a screen as it looks on one device: its title and the rows it has there, in order.
type Page struct {
	Screen *Screen
	Title  string // in quotation marks where the phone's own words aren't known
	Rows   []Stop
}

// Label is the text of a row or title on some versions and devices.
type Label struct {
	Text  string `toml:"text"`
	Grade string `toml:"grade"`
	// Seen is the version that the text was seen in when later ones may have another: "15"; mostly empty.
	Seen string `toml:"seen"`
	// Seek tells how to find the place without the text: "the red row at the bottom". It is shown where the text
	// is not proven.
	Seek string `toml:"seek"`
	apple.When
}

// Memory is the grade of a text that nobody has seen on a device.
const Memory = "M"

// IsProven reports whether the text was seen on the version, or on one before it without a later one that is known.
func (l *Label) IsProven(v apple.Version) bool {
	if l.Grade == Memory {
		return false
	}
	seen, err := apple.ParseVersion(l.Seen)
	return l.Seen == "" || err == nil && v.Major <= seen.Major
}

// RowKind is how a row looks and behaves.
type RowKind string

// The kinds of row, by how they look and what a tap does.
const (
	RowLink   RowKind = "link"
	RowValue  RowKind = "value"
	RowSwitch RowKind = "switch"
	RowButton RowKind = "button"
	RowRed    RowKind = "red"
	RowText   RowKind = "text"
	RowCard   RowKind = "card"
	RowOption RowKind = "option"
	RowSheet  RowKind = "sheet"
	RowHead   RowKind = "head"
	RowFoot   RowKind = "foot"
	RowInfo   RowKind = "info" // the (i) beside a network
)

// Row is one row of a screen.
type Row struct {
	ID     string  `toml:"id"` // unique on its screen
	Kind   RowKind `toml:"kind"`
	Block  int     `toml:"block"` // rows of one block stand in one rounded group
	Leads  string  `toml:"leads"` // screen that opens, or empty
	Value  string  `toml:"value"` // an example value at the right, where it helps; on a switch On or Off
	Labels []Label `toml:"label"`
	apple.When

	// State names the state of the phone in which the row stands there ("signed-out", "restoring"); empty
	// means always. A drawing shows such a row only when the walk leads to it, and then leaves out the row
	// InsteadOf of the same screen.
	State     string `toml:"state"`
	InsteadOf string `toml:"instead_of"`

	// OwnWords marks a label that describes what stands there and is the same in every language.
	OwnWords bool `toml:"own_words"`
}

// Screen is one page of Settings.
type Screen struct {
	ID     string  `toml:"id"`
	Titles []Label `toml:"title"`
	Rows   []Row   `toml:"row"`
	Order  string  `toml:"order_grade"` // grade of the row order
	apple.When

	At tomlfile.Place
}

// Walk is one way through the screens: "screen.row" for each row to tap; the last one may be only looked at.
type Walk struct {
	Rows []string `toml:"rows"`
	apple.When
}

// Route names a place in Settings and the walks that reach it.
type Route struct {
	ID    string `toml:"id"`
	Walks []Walk `toml:"walk"`

	At tomlfile.Place
}
