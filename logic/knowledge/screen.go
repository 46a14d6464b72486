package knowledge

import (
	"backupdoctor/logic/tomlfile"

	"backupdoctor/logic/apple"
)

// Label is the text of a row or title on some versions and devices.
type Label struct {
	Text  string `toml:"text"`
	Grade string `toml:"grade"`
	apple.When
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
