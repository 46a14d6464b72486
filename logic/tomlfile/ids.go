package tomlfile

import "regexp"

// IDs checks that the ids of the entries of one kind have their form, and that each is there once. It holds
// the entry of every id.
type IDs map[string]Place

var idText = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Check adds the id of an entry and reports what is wrong with it: lower-case letters and digits, joined by
// -. An empty id is for binding to report.
func (ids IDs) Check(at Place, id string) {
	if id == "" {
		return
	}
	if !idText.MatchString(id) {
		at.Reject("id", "toml-file.bad-id", "ID", id)
	}
	first, twice := ids[id]
	if twice {
		at.Reject("id", "toml-file.id-twice", "Line", first.Line(""))
		return
	}
	ids[id] = at
}
