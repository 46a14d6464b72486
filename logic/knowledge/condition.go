package knowledge

import "backupdoctor/logic/tomlfile"

// Condition names answers to a check on which a fix depends. The latest answer to the check counts.
type Condition struct {
	Check   string   `toml:"check"`
	Answers []string `toml:"answers"`
}

// Contradiction is two facts that can't both be so at one time, because the phone can't show both: answers to two
// checks, or answers to one and what the phone says.
type Contradiction struct {
	Answers  []Condition `toml:"answers"`  // two, or one beside messages
	Messages []string    `toml:"messages"` // ids
	Why      string      `toml:"why"`

	At tomlfile.Place
}

// Conditions are the answers that open and shut a fix. They hold in everything that proposes a fix.
type Conditions struct {
	// Needs opens the fix: one of the answers of each condition must have been given.
	Needs []Condition `toml:"needs"`
	// NeverAfter shuts the fix: after one of the answers it would be pointless or do harm.
	NeverAfter []Condition `toml:"never_after"`
	// LockedBy shuts the fix until the answer may have changed: something has to be opened before the fix can
	// work. A fix that failed behind such a lock is proposed again when the lock is gone.
	LockedBy []Condition `toml:"locked_by"`
}
