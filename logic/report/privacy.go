package report

import (
	"strings"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/redaction"
)

// redactor makes the redactor of a case: it knows the names of the case, its devices and the people who share.
func (p *page) redactor(c *casefile.Case) *redaction.Redactor {
	names := []string{c.Name}
	for i := range c.Events {
		counted, ok := c.Events[i].What.(casefile.Counted)
		if !ok {
			continue
		}
		in := &counted.Inputs
		for _, d := range in.Devices {
			names = append(names, d.Name)
		}
		for _, person := range in.People {
			names = append(names, person.Name)
		}
	}
	return redaction.New(names, redaction.Keep{Names: p.o.Names, Accounts: p.o.Accounts}, func(k redaction.Kind) string {
		return p.word("report.left-out." + string(k))
	})
}

// A pasted text may be a log of hours, of which maxQuoteRunes are shown. So much of it is redacted, and its last part,
// in which something may have been cut in two, is never shown.
const (
	maxRedacted = 2 * maxQuoteRunes // runes
	maxCut      = 400               // runes
)

// quote returns what a person typed or pasted, redacted.
func (p *page) quote(text string) *Quote {
	runes := []rune(text)
	if len(runes) <= maxRedacted {
		return &Quote{quoteLines(p.redact.Text(text))}
	}
	shown := []rune(p.redact.Text(string(runes[:maxRedacted])))
	return &Quote{quoteLines(string(shown[:max(len(shown)-maxCut, 0)]) + "…")}
}

// leftOut counts in words what was left out: "3 names, 1 e-mail address". It is empty for nothing.
func (p *page) leftOut() string {
	left := p.redact.Left()
	var list []string
	for _, kind := range redaction.Kinds {
		if n := left[kind]; n > 0 {
			list = append(list, p.words.Count("report.left-out.count."+string(kind), n))
		}
	}
	return strings.Join(list, ", ")
}
