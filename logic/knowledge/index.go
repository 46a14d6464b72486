package knowledge

import (
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
)

// index finds entries by id or ref.
type index struct {
	groups     map[string]*Group
	causes     map[string]*Cause
	checks     map[string]*Check
	fixes      map[string]*Fix
	gates      map[string]*Gate
	messages   map[string]*Message
	complaints map[string]*Complaint
	elsewheres map[string]*Elsewhere
	screens    map[string]*screens.Screen
	rows       map[string]*screens.Row // by "screen.row"
	routes     map[string]*screens.Route
	sources    map[string]*Source
	languages  map[string]*screens.Language
	codes      map[int]*Code
	shown      map[int]*Message // in Settings, by code
	versions   []apple.Version  // versions with different texts or screens, oldest first
}

// indexed returns the index and builds it at the first call. It is safe for concurrent use.
func (b *Base) indexed() *index {
	b.once.Do(func() {
		ix := &index{rows: map[string]*screens.Row{}}
		ix.groups = keyed(b.Groups, func(e *Group) (string, string) { return e.ID, "" })
		ix.causes = keyed(b.Causes, func(e *Cause) (string, string) { return e.ID, e.Ref })
		ix.checks = keyed(b.Checks, func(e *Check) (string, string) { return e.ID, e.Ref })
		ix.fixes = keyed(b.Fixes, func(e *Fix) (string, string) { return e.ID, e.Ref })
		ix.gates = keyed(b.Gates, func(e *Gate) (string, string) { return e.ID, "" })
		ix.messages = keyed(b.Messages, func(e *Message) (string, string) { return e.ID, e.Ref })
		ix.complaints = keyed(b.Complaints, func(e *Complaint) (string, string) { return e.ID, e.Ref })
		ix.elsewheres = keyed(b.Elsewheres, func(e *Elsewhere) (string, string) { return e.ID, "" })
		ix.screens = keyed(b.Screens, func(e *screens.Screen) (string, string) { return e.ID, "" })
		ix.routes = keyed(b.Routes, func(e *screens.Route) (string, string) { return e.ID, "" })
		ix.sources = keyed(b.Sources, func(e *Source) (string, string) { return e.ID, "" })
		ix.languages = keyed(b.Languages, func(e *screens.Language) (string, string) { return e.ID, "" })
		ix.codes, ix.shown = map[int]*Code{}, map[int]*Message{}
		for i := range b.Codes {
			ix.codes[b.Codes[i].Number] = &b.Codes[i]
		}
		for i := range b.Messages {
			for _, code := range b.Messages[i].Codes {
				ix.shown[code] = &b.Messages[i]
			}
		}
		for i := range b.Screens {
			screen := &b.Screens[i]
			for j := range screen.Rows {
				name := screen.ID + "." + screen.Rows[j].ID
				if ix.rows[name] == nil {
					ix.rows[name] = &screen.Rows[j]
				}
			}
		}
		ix.versions = b.boundaries()
		b.index = ix
	})
	return b.index
}

// keyed maps lower-case ids and refs to the entries. Ids win over refs, the first entry over later ones.
func keyed[T any](list []T, names func(*T) (id, ref string)) map[string]*T {
	found := make(map[string]*T, 2*len(list))
	add := func(name string, e *T) {
		if name = strings.ToLower(name); name != "" && found[name] == nil {
			found[name] = e
		}
	}
	for i := range list {
		id, _ := names(&list[i])
		add(id, &list[i])
	}
	for i := range list {
		_, ref := names(&list[i])
		add(ref, &list[i])
	}
	return found
}

// Group finds a group by id; nil when there is none. The other look-ups work the same; where entries have a
// ref (C02, Q05, MSG01) they take it too. Case does not matter.
func (b *Base) Group(id string) *Group { return b.indexed().groups[strings.ToLower(id)] }

// Cause finds a cause by id or ref.
func (b *Base) Cause(id string) *Cause { return b.indexed().causes[strings.ToLower(id)] }

// Check finds a check by id or ref.
func (b *Base) Check(id string) *Check { return b.indexed().checks[strings.ToLower(id)] }

// Fix finds a fix by id.
func (b *Base) Fix(id string) *Fix { return b.indexed().fixes[strings.ToLower(id)] }

// Gate finds a gate by id.
func (b *Base) Gate(id string) *Gate { return b.indexed().gates[strings.ToLower(id)] }

// Message finds a message by id or ref.
func (b *Base) Message(id string) *Message { return b.indexed().messages[strings.ToLower(id)] }

// Complaint finds a complaint by id or ref.
func (b *Base) Complaint(id string) *Complaint { return b.indexed().complaints[strings.ToLower(id)] }

// Elsewhere finds a kind of message that is not ours by id.
func (b *Base) Elsewhere(id string) *Elsewhere { return b.indexed().elsewheres[strings.ToLower(id)] }

// Code finds an error of the phone's log by its number in MBErrorDomain; nil for one that is not known.
func (b *Base) Code(number int) *Code { return b.indexed().codes[number] }

// Shown is the message that an error of the phone's log leads to; nil for one without a message.
func (b *Base) Shown(number int) *Message { return b.indexed().shown[number] }

// Screen finds a screen by id.
func (b *Base) Screen(id string) *screens.Screen { return b.indexed().screens[strings.ToLower(id)] }

// Route finds a route by id.
func (b *Base) Route(id string) *screens.Route { return b.indexed().routes[strings.ToLower(id)] }

// Row finds a row of a screen, given as "screen.row" in its exact case.
func (b *Base) Row(ref string) *screens.Row { return b.indexed().rows[ref] }

// Source finds a source by id.
func (b *Base) Source(id string) *Source { return b.indexed().sources[strings.ToLower(id)] }

// Answer finds an answer of the check by id; nil when there is none.
func (c *Check) Answer(id string) *Answer {
	for i := range c.Answers {
		if c.Answers[i].ID == id {
			return &c.Answers[i]
		}
	}
	return nil
}
