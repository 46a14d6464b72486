package session

// VerdictOf lets tests weigh beliefs without deriving a view of each.
var VerdictOf = verdictOf
