package knowledge

// Condition names answers to a check on which a fix depends. The latest answer to the check counts.
type Condition struct {
	Check   string   `toml:"check"`
	Answers []string `toml:"answers"`
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
