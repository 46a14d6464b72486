package phone

import (
	"context"
	"maps"
	"slices"

	"backupdoctor/logic/evidence"
)

// Describe implements evidence.Describer: it lists all keys of the domains that are asked, as the phone gives
// them to everybody and to a computer that it trusts, with the types of their values. Values are dropped as
// soon as they come.
func (s *Source) Describe(ctx context.Context) []evidence.Exchange {
	j := &journal{}
	c := &Client{Address: s.Address, journal: j, patient: s.patient}
	a, err := c.one(ctx)
	if err != nil {
		return j.exchanges()
	}
	l, err := c.openLockdown(ctx, a)
	if err != nil {
		return j.exchanges()
	}
	defer func() { l.endSession() }()
	all := l.describe("open")
	if err := l.startSession(); err == nil {
		all = append(all, l.describe("trusted")...)
	}
	return append(j.exchanges(), all...)
}

// describe lists the keys of all domains, after a word that says who may know them.
func (l *lockdown) describe(word string) []evidence.Exchange {
	var all []evidence.Exchange
	for _, domain := range []string{"", backupDomain, schoolDomain, wordsDomain, diskDomain} {
		name := word
		if domain != "" {
			name += " " + domain
		}
		value, err := l.value(domain, "", l.patient*slowness)
		keys, ok := value.(map[string]any)
		if !ok {
			all = append(all, evidence.Exchange{Asked: name, Answered: outcome(err)})
		}
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			one := evidence.Exchange{Asked: name + " " + plain(key), Answered: typeName(keys[key])}
			all = append(all, one)
		}
		if isLost(err) {
			break
		}
	}
	return all
}
