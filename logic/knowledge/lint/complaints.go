package lint

import (
	"maps"
	"slices"
	"strings"

	"backupdoctor/logic/knowledge/match"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// judgeComplaints checks what people say themselves, and what is not about iCloud Backup.
func (l *linter) judgeComplaints() {
	var all []likelihood
	for i := range l.b.Complaints {
		c := &l.b.Complaints[i]
		if c.Ref == "" {
			l.report(c.At, c.ID, "ref", missing("ref"), words.Say("lint.want.form", "Form", "SAY01"))
		}
		if l.b.Message(c.ID) != nil { // the core knows both by their ids
			l.report(c.At, c.ID, "id", words.Say("lint.complaint-id"), words.Say("lint.want.own-name"))
		}
		if c.Icon == "" {
			l.report(c.At, c.ID, "icon", missing("icon"), words.Say("lint.want.icon"))
		}
		for j, id := range c.Messages {
			if m := l.b.Message(id); m == nil || m.ID != id {
				l.report(c.At, c.ID, element("messages", j), absent("message", id), idOf("message"))
			}
		}
		l.judgeWordLists(c.At, c.ID, "words", c.Words)
		l.judgeSpoken(c.At, c.ID, likelihood{c.Base, c.Given}, c.Why)
		all = append(all, likelihood{c.Base, c.Given})
	}
	l.judgeSums("lint.complaint-sum", all)
	for i := range l.b.Elsewheres {
		e := &l.b.Elsewheres[i]
		if len(e.Do) == 0 {
			l.report(e.At, e.ID, "do", missing("do"), words.Say("lint.want.text"))
		}
		l.judgeWordLists(e.At, e.ID, "words", e.Words)
		l.judgeReason(e.At, e.ID, "why", e.Why)
	}
}

// judgeWordLists checks the words at key that people type, by language.
func (l *linter) judgeWordLists(at tomlfile.Place, id, key string, list map[string][]string) {
	for _, language := range slices.Sorted(maps.Keys(list)) {
		where := join(key, language)
		if !languageForm.MatchString(language) {
			l.report(at, id, where, valueIs(where, language), words.Say("lint.want.tag"))
		}
		for j, text := range list[language] {
			if strings.TrimSpace(text) == "" {
				l.report(at, id, element(where, j), words.Say("lint.empty-form"), words.Say("lint.want.wording"))
			}
		}
	}
}

// judgeWordings checks that no two messages, and no two of what people say, share a wording: neither could be told for
// sure. A message and a complaint may share one.
func (l *linter) judgeWordings() {
	messages, said := map[string]string{}, map[string]string{}
	judge := func(first map[string]string, at tomlfile.Place, id, key, text string) {
		folded := match.Fold(text)
		if other, taken := first[folded]; taken && other != id && folded != "" {
			l.report(at, id, key, words.Say("lint.wording", "Text", quoted(shorten(text)), "Message", quoted(other)),
				words.Say("lint.want.own-wording"))
			return
		}
		first[folded] = id
	}
	for i := range l.b.Messages {
		m := &l.b.Messages[i]
		for _, text := range match.Wordings(m) {
			judge(messages, m.At, m.ID, "forms", text)
		}
	}
	every := func(at tomlfile.Place, id string, list map[string][]string) {
		for _, language := range slices.Sorted(maps.Keys(list)) {
			for _, text := range list[language] {
				judge(said, at, id, "words."+language, text)
			}
		}
	}
	for i := range l.b.Complaints {
		every(l.b.Complaints[i].At, l.b.Complaints[i].ID, l.b.Complaints[i].Words)
	}
	for i := range l.b.Elsewheres {
		every(l.b.Elsewheres[i].At, l.b.Elsewheres[i].ID, l.b.Elsewheres[i].Words)
	}
}
