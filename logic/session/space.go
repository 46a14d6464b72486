package session

import (
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/storage"
)

// Unknown stands for a storage number that nobody has read yet.
const Unknown = -1

// assess compares the numbers of a storage event with the plans of the case's market.
func (l *Library) assess(c *casefile.Case, s casefile.Storage) (storage.Assessment, storage.Market) {
	market, _ := l.Plans.Market(c.Country)
	return storage.Assess(storage.Input{Plan: s.Plan, Used: s.Used, Next: s.Next}, market, l.Plans), market
}

// storageEvidence is what a storage event says to the diagnosis: answers by check.
func (l *Library) storageEvidence(c *casefile.Case, s casefile.Storage) map[string]string {
	a, _ := l.assess(c, s)
	return storage.Evidence(a)
}

// space derives the storage view from the latest storage event.
func (l *Library) space(v *View) {
	v.Numbers = casefile.Storage{Plan: Unknown, Used: Unknown, Next: Unknown}
	for _, e := range v.Case.Events {
		if e.Kind == casefile.KindStorage {
			v.Numbers = e.Storage
		}
	}
	v.Space, v.Market = l.assess(&v.Case, v.Numbers)
}

// bytes writes a size, or that it is not known.
func (l *Library) bytes(n int64) string {
	if n < 0 {
		return l.Words.Text("size.unknown")
	}
	return storage.FormatBytes(n, l.Words.Locale())
}
