package lint

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

var languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// judgeMessages checks what the phone says.
func (l *linter) judgeMessages() {
	codes := map[int]string{}
	for i := range l.b.Messages {
		m := &l.b.Messages[i]
		l.judgeChoice(m.At, m.ID, "exact", m.Exact, "lint.want.exact", "yes", "close", "memory")
		l.judgeWhen(m.At, m.ID, "", m.When)
		for j, form := range m.Forms {
			if strings.TrimSpace(form) == "" {
				l.report(m.At, m.ID, element("forms", j), words.Say("lint.empty-form"),
					words.Say("lint.want.wording"))
			}
		}
		for j, local := range m.Localised {
			l.judgeLocalised(m, element("localised", j), local)
		}
		for j, code := range m.Codes {
			if other, taken := codes[code]; taken {
				l.report(m.At, m.ID, element("codes", j),
					words.Say("lint.code", "Code", code, "Message", quoted(other)),
					words.Say("lint.want.one-code"))
			}
			codes[code] = m.ID
		}
		l.judgeSpoken(m.At, m.ID, likelihood{m.Base, m.Given}, m.Why)
	}
	l.judgeMessageSums()
	l.judgeWordings()
}

// judgeCodes checks the errors of the phone's log: each once, and each failure with the message that Settings shows.
func (l *linter) judgeCodes() {
	seen := map[int]bool{}
	for i := range l.b.Codes {
		c := &l.b.Codes[i]
		id := strconv.Itoa(c.Number)
		if seen[c.Number] {
			l.report(c.At, id, "number", words.Say("lint.code.twice", "Code", c.Number), words.Say("lint.want.code.once"))
		}
		seen[c.Number] = true
		if !c.NoFault && l.b.Shown(c.Number) == nil {
			l.report(c.At, id, "number", words.Say("lint.code.unshown", "Code", c.Number), words.Say("lint.want.code.shown"))
		}
		l.judgeSaid(c.At, id, "says", c.Says)
	}
}

// judgeSpoken checks the likelihoods of a message or a complaint, and their reasons.
func (l *linter) judgeSpoken(at tomlfile.Place, id string, s likelihood, why string) {
	l.judgeChance(at, id, "base", s.base, leastSaid)
	l.judgeReason(at, id, "why", why)
	seen := map[string]bool{}
	for j, row := range s.given {
		key := element("given", j)
		l.judgeRowCauses(at, id, key, row.Causes, seen)
		l.judgeChance(at, id, key+".p", row.P, leastSaid)
		l.judgeReason(at, id, key+".why", row.Why)
	}
}

// judgeLocalised checks a message in another language.
func (l *linter) judgeLocalised(m *knowledge.Message, key string, local knowledge.Localised) {
	if !languageForm.MatchString(local.Lang) {
		l.report(m.At, m.ID, key+".lang", valueIs("lang", local.Lang), words.Say("lint.want.tag"))
	}
	if strings.TrimSpace(local.Text) == "" {
		l.report(m.At, m.ID, key+".text", words.Say("lint.empty-localised"), words.Say("lint.want.localised"))
	}
	l.judgeGrade(m.At, m.ID, key+".grade", local.Grade, valueIs("grade", local.Grade))
}

// judgeMessageSums checks for every cause that the messages leave room for the phone that says nothing.
func (l *linter) judgeMessageSums() {
	var all []likelihood
	for i := range l.b.Messages {
		all = append(all, likelihood{l.b.Messages[i].Base, l.b.Messages[i].Given})
	}
	l.judgeSums("lint.said-sum", all)
}

// likelihood is what is said with a likelihood under each cause.
type likelihood struct {
	base  knowledge.Chance
	given []knowledge.CauseRow
}

// judgeSums checks for every cause that the likelihoods of all that may be said stay below 1. The key is of the problem.
func (l *linter) judgeSums(key string, all []likelihood) {
	for i := range l.b.Causes {
		c := &l.b.Causes[i]
		sum := 0.0
		for _, one := range all {
			p := one.base
			for _, row := range one.given {
				if slices.Contains(row.Causes, c.ID) {
					p = row.P
				}
			}
			sum += float64(p)
		}
		if sum >= mostSaid {
			l.report(c.At, c.ID, "", words.Say(key, "Sum", strconv.FormatFloat(sum, 'g', 4, 64)),
				words.Say("lint.want.sum-below", "Most", number(mostSaid)))
		}
	}
}

var rowKinds = []screens.RowKind{
	screens.RowLink, screens.RowValue, screens.RowSwitch, screens.RowButton, screens.RowRed, screens.RowText,
	screens.RowCard, screens.RowOption, screens.RowSheet, screens.RowHead, screens.RowFoot, screens.RowInfo,
}

// judgeScreens checks the pages of Settings and the routes over them.
func (l *linter) judgeScreens() {
	for i := range l.b.Screens {
		s := &l.b.Screens[i]
		l.judgeWhen(s.At, s.ID, "", s.When)
		l.judgeGrade(s.At, s.ID, "order_grade", s.Order, valueIs("order_grade", s.Order))
		l.judgeLabels(s.At, s.ID, "title", s.Titles)
		seen := map[string]bool{}
		for j := range s.Rows {
			l.judgeRow(s, j, seen)
		}
	}
	for i := range l.b.Routes {
		r := &l.b.Routes[i]
		if len(r.Walks) == 0 {
			l.report(r.At, r.ID, "walk", words.Say("lint.no-walk"), words.Say("lint.want.walk"))
		}
		for j := range r.Walks {
			key := element("walk", j)
			l.judgeWhen(r.At, r.ID, key, r.Walks[j].When)
			for k, ref := range r.Walks[j].Rows {
				if l.b.Row(ref) == nil {
					l.report(r.At, r.ID, element(key+".rows", k), absent("row", ref),
						words.Say("knowledge.want.row-id"))
				}
			}
		}
	}
}

// judgeRow checks row j of a screen; seen are the ids of the rows above it.
func (l *linter) judgeRow(s *screens.Screen, j int, seen map[string]bool) {
	row, key := &s.Rows[j], element("row", j)
	say := func(name string, what, want words.Sentence) { l.report(s.At, s.ID, key+name, what, want) }
	switch {
	case !idForm.MatchString(row.ID):
		say(".id", words.Say("lint.malformed-row", "ID", quoted(row.ID)), words.Say("lint.want.id"))
	case seen[row.ID]:
		say(".id", words.Say("lint.row-twice", "ID", quoted(row.ID)), words.Say("lint.want.id-on-screen"))
	}
	seen[row.ID] = true
	if !slices.Contains(rowKinds, row.Kind) {
		say(".kind", words.Say("lint.row-kind", "ID", quoted(row.ID), "Value", quoted(string(row.Kind))),
			words.Say("lint.want.row-kind"))
	}
	if row.Leads != "" && l.b.Screen(row.Leads) == nil {
		say(".leads", words.Say("lint.leads", "ID", quoted(row.ID), "Screen", quoted(row.Leads)),
			idOf("screen"))
	}
	if row.Block < 0 {
		say(".block", words.Say("lint.block", "ID", quoted(row.ID), "Value", row.Block),
			words.Say("lint.want.from-zero"))
	}
	if row.Value != "" {
		l.judgeText(s.At, s.ID, key+".value", row.Value)
	}
	l.judgeWhen(s.At, s.ID, key, row.When)
	l.judgeLabels(s.At, s.ID, key+".label", row.Labels)
}

func (l *linter) judgeLabels(at tomlfile.Place, id, key string, labels []screens.Label) {
	if len(labels) == 0 {
		l.report(at, id, key, missing(key), words.Say("lint.want.label"))
	}
	for i := range labels {
		label, where := &labels[i], element(key, i)
		switch {
		case strings.TrimSpace(label.Text) == "":
			l.report(at, id, where+".text", words.Say("lint.empty-label"), words.Say("lint.want.phone-words"))
		case strings.Contains(label.Text, "{row:"):
			l.report(at, id, where+".text", words.Say("lint.row-in-label"), words.Say("lint.want.plain-label"))
		default:
			l.judgeText(at, id, where+".text", label.Text)
		}
		grade := words.Say("lint.label-grade", "Label", quoted(shorten(label.Text)), "Value",
			quoted(label.Grade))
		l.judgeGrade(at, id, where+".grade", label.Grade, grade)
		l.judgeSeen(at, id, where, label.Seen)
		l.judgeText(at, id, where+".seek", label.Seek)
		l.judgeWhen(at, id, where, label.When)
	}
}
