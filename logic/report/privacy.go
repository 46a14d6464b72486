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
