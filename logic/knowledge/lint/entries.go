package lint

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

func (l *linter) judgeMeta() {
	meta := &l.b.Meta
	say := func(key string, what, want words.Sentence) { l.report(meta.At, "", key, what, want) }
	if meta.Version == "" {
		say("version", words.Say("lint.no-version"), words.Say("lint.want.version-key"))
	}
	if meta.Language == "" {
		say("language", words.Say("lint.no-language"), words.Say("lint.want.language-key"))
	}
	if meta.ServiceMinutes <= 0 {
		say("service_minutes", valueIs("service_minutes", meta.ServiceMinutes),
			words.Say("lint.want.minutes-above"))
	}
	if meta.WaitWeight < 0 || meta.WaitWeight > 1 {
		say("wait_weight", valueIs("wait_weight", meta.WaitWeight),
			words.Say("lint.want.number", "Least", "0", "Most", "1"))
	}
	if !(meta.DollarMinutes >= 0 && meta.DollarMinutes <= 60) {
		say("dollar_minutes", valueIs("dollar_minutes", meta.DollarMinutes),
			words.Say("lint.want.minutes", "Least", "0", "Most", "60"))
	}
	l.judgeReason(meta.At, "", "why", meta.Why)
	if len(meta.Versions) == 0 {
		say("versions", missing("versions"), words.Say("lint.want.versions"))
	}
	l.judgeRefs(meta.At, "", "unseen", words.Say("lint.want.later-version"), meta.Unseen, func(version string) bool {
		return slices.Index(meta.Versions, version) > 0
	})
	last := apple.Version{}
	for i, text := range meta.Versions {
		key := element("versions", i)
		version, err := apple.ParseVersion(text)
		switch {
		case err != nil || version.IsZero():
			say(key, words.Say("lint.bad-version", "Text", quoted(text)),
				words.Say("lint.want.version", "Example", `"18"`))
		case version.Compare(last) <= 0:
			say(key, words.Say("lint.version-order", "Version", version.String(), "Before", last.String()),
				words.Say("lint.want.oldest-first"))
		}
		last = version
	}
}

// identity is what tells an entry from the others of its section.
type identity struct {
	at      tomlfile.Place
	id, ref string
}

// judgeIdentities checks ids and refs: present, well formed, unique in their section.
func (l *linter) judgeIdentities() {
	b := l.b
	distinct(l, "group", b.Groups, idForm, "",
		func(e *knowledge.Group) identity { return identity{e.At, e.ID, ""} })
	distinct(l, "cause", b.Causes, idForm, `C\d\d`,
		func(e *knowledge.Cause) identity { return identity{e.At, e.ID, e.Ref} })
	distinct(l, "check", b.Checks, idForm, `Q\d\d`,
		func(e *knowledge.Check) identity { return identity{e.At, e.ID, e.Ref} })
	distinct(l, "fix", b.Fixes, idForm, `F\d\d`,
		func(e *knowledge.Fix) identity { return identity{e.At, e.ID, e.Ref} })
	distinct(l, "gate", b.Gates, idForm, "",
		func(e *knowledge.Gate) identity { return identity{e.At, e.ID, ""} })
	distinct(l, "message", b.Messages, idForm, `MSG\d\d[a-z]?`,
		func(e *knowledge.Message) identity { return identity{e.At, e.ID, e.Ref} })
	distinct(l, "complaint", b.Complaints, idForm, `SAY\d\d`,
		func(e *knowledge.Complaint) identity { return identity{e.At, e.ID, e.Ref} })
	distinct(l, "elsewhere", b.Elsewheres, idForm, "",
		func(e *knowledge.Elsewhere) identity { return identity{e.At, e.ID, ""} })
	distinct(l, "screen", b.Screens, idForm, "",
		func(e *screens.Screen) identity { return identity{e.At, e.ID, ""} })
	distinct(l, "route", b.Routes, idForm, "",
		func(e *screens.Route) identity { return identity{e.At, e.ID, ""} })
	distinct(l, "language", b.Languages, languageForm, "",
		func(e *screens.Language) identity { return identity{e.At, e.ID, ""} })
	distinct(l, "source", b.Sources, sourceForm, "",
		func(e *knowledge.Source) identity { return identity{e.At, e.ID, ""} })
}

func distinct[T any](l *linter, section string, list []T, form *regexp.Regexp, refForm string, of func(*T) identity) {
	first := map[string]tomlfile.Place{}
	ref := regexp.MustCompile("^" + refForm + "$")
	for i := range list {
		e := of(&list[i])
		switch {
		case e.id == "":
			l.report(e.at, "", "id", words.Say("lint.no-id", "Section", section), words.Say("lint.want.new-id"))
		case !form.MatchString(e.id):
			l.report(e.at, e.id, "id", malformed("id", e.id), words.Say("lint.want.id"))
		}
		if e.ref != "" && !ref.MatchString(e.ref) {
			l.report(e.at, e.id, "ref", malformed("ref", e.ref), words.Say("lint.want.form", "Form", refForm))
		}
		for _, key := range []string{"id", "ref"} {
			name := strings.ToLower(e.id)
			if key == "ref" {
				name = strings.ToLower(e.ref)
			}
			if name == "" {
				continue
			}
			if other, taken := first[name]; taken {
				what := words.Say("lint.used", "Key", key, "Name", quoted(name), "Section", section,
					"File", other.File(), "Line", other.Line(""))
				l.report(e.at, e.id, key, what, words.Say("lint.want.own-name"))
				continue
			}
			first[name] = e.at
		}
	}
}

func malformed(key, value string) words.Sentence {
	return words.Say("lint.malformed", "Key", key, "Value", quoted(value))
}

// judgeTexts checks every text for people: present where needed, printable, with known placeholders and
// paired marks.
func (l *linter) judgeTexts() {
	eachText(l.b, func(t text) {
		if strings.TrimSpace(t.text) == "" {
			if t.required {
				l.report(t.at, t.id, t.key, missing(t.key), words.Say("lint.want.text"))
			}
			return
		}
		l.judgeText(t.at, t.id, t.key, t.text)
		l.judgeWording(t)
	})
}

// judgeWording finds words that people stumble over.
func (l *linter) judgeWording(t text) {
	if strings.ContainsAny(t.text, "[]") {
		l.report(t.at, t.id, t.key, words.Say("lint.brackets-in-text", "Key", t.key), words.Say("lint.want.no-brackets"))
	}
	if word := oddWord(t.text); word != "" && l.b.Meta.Language == "en" {
		l.report(t.at, t.id, t.key, words.Say("lint.odd-word", "Key", t.key, "Word", quoted(word)),
			words.Say("lint.want.american", "Word", oddWords[strings.ToLower(word)]))
	}
	if word := repeatedWord(t.text); word != "" {
		l.report(t.at, t.id, t.key, words.Say("lint.repeated-word", "Key", t.key, "Word", quoted(word)),
			words.Say("lint.want.once"))
	}
}

func (l *linter) judgeText(at tomlfile.Place, id, key, text string) {
	if r := unprintable(text); r != 0 {
		code := strings.ToUpper(strconv.FormatInt(int64(r), 16))
		code = strings.Repeat("0", max(4-len(code), 0)) + code
		l.report(at, id, key, words.Say("lint.character", "Key", key, "Character", strconv.QuoteRune(r), "Code",
			code),
			words.Say("lint.want.font"))
	}
	if strings.Count(text, "**")%2 != 0 {
		l.report(at, id, key, words.Say("lint.odd-marks", "Key", key), words.Say("lint.want.marks"))
	}
	for _, name := range placeholders(text) {
		ref, isRow := strings.CutPrefix(name, "row:")
		switch {
		case name == "device", name == "system":
		case isRow && l.b.Row(ref) != nil:
		case isRow:
			l.report(at, id, key, words.Say("lint.no-row-in-text", "Key", key, "Row", shorten(ref)),
				words.Say("knowledge.want.row-id"))
		default:
			l.report(at, id, key, words.Say("lint.placeholder", "Key", key, "Name", "{"+shorten(name)+"}"),
				words.Say("lint.want.placeholder"))
		}
	}
}

// judgeSources checks the register of sources and every reference to it.
func (l *linter) judgeSources() {
	for i := range l.b.Sources {
		e := &l.b.Sources[i]
		if strings.TrimSpace(e.Title) == "" {
			l.report(e.At, e.ID, "title", missing("title"), words.Say("lint.want.source-title"))
		}
		l.judgeGrade(e.At, e.ID, "grade", e.Grade, valueIs("grade", e.Grade))
	}
	for i := range l.b.Causes {
		e := &l.b.Causes[i]
		l.judgeClaim(e.At, e.ID, e.Sources, e.ID != knowledge.OtherCause)
	}
	for i := range l.b.Messages {
		e := &l.b.Messages[i]
		l.judgeClaim(e.At, e.ID, e.Sources, e.Exact == "yes")
	}
	for i := range l.b.Checks {
		l.judgeClaim(l.b.Checks[i].At, l.b.Checks[i].ID, l.b.Checks[i].Sources, true)
	}
	for i := range l.b.Fixes {
		l.judgeClaim(l.b.Fixes[i].At, l.b.Fixes[i].ID, l.b.Fixes[i].Sources, true)
	}
	for i := range l.b.Gates {
		l.judgeClaim(l.b.Gates[i].At, l.b.Gates[i].ID, l.b.Gates[i].Sources, true)
	}
}
