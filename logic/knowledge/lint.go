package knowledge

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Lint judges what the entries mean, proves every walk, and returns how many walks it proved with all defects found.
func (b *Base) Lint() (walks int, defects Defects) {
	l := &linter{b: b}
	l.meta()
	l.identities()
	l.texts()
	l.sources()
	l.causes()
	l.checks()
	l.fixes()
	l.gates()
	l.messages()
	l.screens()
	l.languageList()
	l.together()
	l.patients()
	l.apart()
	walks, unproven := b.Prove()
	return walks, append(l.defects, unproven...).sort()
}

// linter collects defects.
type linter struct {
	b       *Base
	defects Defects
}

func (l *linter) say(at place, id, key, want, what string, args ...any) {
	l.defects = append(l.defects, Defect{
		File: at.file, Line: at.find(key), ID: id, Want: want, What: fmt.Sprintf(what, args...),
		entry: at.line, key: key,
	})
}

// Forms of ids, refs and reasons.
var (
	idForm     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	sourceForm = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)
	gradeForm  = regexp.MustCompile(`^(A'|A′|A|B|C|M|E)$`)
	whyForm    = regexp.MustCompile(`^(A'|A′|A|B|C|M|E)([ ,/+]+(A'|A′|A|B|C|M|E))*: \S`)
)

const gradeWant = "A, A', B, C, M or E"

// why checks a reason: the grade of evidence, a colon, the words.
func (l *linter) why(at place, id, key, value string) {
	switch {
	case value == "":
		l.say(at, id, key, `a reason such as "E: …"`, "%s is missing", key)
	case !whyForm.MatchString(value):
		l.say(at, id, key, "one of "+gradeWant+", a colon and the reason", "%s %q does not start with a grade", key, shorten(value))
	}
}

func (l *linter) meta() {
	meta := &l.b.Meta
	if meta.Version == "" {
		l.say(meta.at, "", "version", `version = "2026-11-23" in [meta]`, "the base has no version")
	}
	if meta.Language == "" {
		l.say(meta.at, "", "language", `language = "en" in [meta]`, "the base has no language")
	}
	if meta.ServiceMinutes <= 0 {
		l.say(meta.at, "", "service_minutes", "minutes above 0", "service_minutes is %g", meta.ServiceMinutes)
	}
	if meta.WaitWeight < 0 || meta.WaitWeight > 1 {
		l.say(meta.at, "", "wait_weight", "a number from 0 to 1", "wait_weight is %g", meta.WaitWeight)
	}
	if !(meta.DollarMinutes >= 0 && meta.DollarMinutes <= 60) {
		l.say(meta.at, "", "dollar_minutes", "minutes from 0 to 60", "dollar_minutes is %g", meta.DollarMinutes)
	}
	l.why(meta.at, "", "why", meta.Why)
	if len(meta.Versions) == 0 {
		l.say(meta.at, "", "versions", `versions such as ["17", "18"]`, "versions is missing")
	}
	last := Version{}
	for i, text := range meta.Versions {
		key := element("versions", i)
		version, err := ParseVersion(text)
		switch {
		case err != nil || version.IsZero():
			l.say(meta.at, "", key, `a version such as "18"`, "%q is no version", text)
		case version.Compare(last) <= 0:
			l.say(meta.at, "", key, "the oldest version first", "version %s stands after %s", version, last)
		}
		last = version
	}
}

// identities checks ids and refs: present, well formed, unique in their section.
func (l *linter) identities() {
	b := l.b
	distinct(l, "group", b.Groups, idForm, "", func(e *Group) (place, string, string) { return e.at, e.ID, "" })
	distinct(l, "cause", b.Causes, idForm, `C\d\d`, func(e *Cause) (place, string, string) { return e.at, e.ID, e.Ref })
	distinct(l, "check", b.Checks, idForm, `Q\d\d`, func(e *Check) (place, string, string) { return e.at, e.ID, e.Ref })
	distinct(l, "fix", b.Fixes, idForm, `F\d\d`, func(e *Fix) (place, string, string) { return e.at, e.ID, e.Ref })
	distinct(l, "gate", b.Gates, idForm, "", func(e *Gate) (place, string, string) { return e.at, e.ID, "" })
	distinct(l, "message", b.Messages, idForm, `MSG\d\d[a-z]?`, func(e *Message) (place, string, string) { return e.at, e.ID, e.Ref })
	distinct(l, "screen", b.Screens, idForm, "", func(e *Screen) (place, string, string) { return e.at, e.ID, "" })
	distinct(l, "route", b.Routes, idForm, "", func(e *Route) (place, string, string) { return e.at, e.ID, "" })
	distinct(l, "language", b.Languages, languageForm, "", func(e *Language) (place, string, string) { return e.at, e.ID, "" })
	distinct(l, "source", b.Sources, sourceForm, "", func(e *Source) (place, string, string) { return e.at, e.ID, "" })
}

func distinct[T any](l *linter, section string, list []T, form *regexp.Regexp, refForm string, names func(*T) (at place, id, ref string)) {
	first := map[string]place{}
	ref := regexp.MustCompile("^" + refForm + "$")
	for i := range list {
		at, id, refName := names(&list[i])
		switch {
		case id == "":
			l.say(at, "", "id", "an id of lower-case words joined by -", "the %s has no id", section)
		case !form.MatchString(id):
			l.say(at, id, "id", "lower-case words joined by -", "id %q is not well formed", id)
		}
		if refName != "" && !ref.MatchString(refName) {
			l.say(at, id, "ref", "the form "+refForm, "ref %q is not well formed", refName)
		}
		for _, key := range []string{"id", "ref"} {
			name := strings.ToLower(id)
			if key == "ref" {
				name = strings.ToLower(refName)
			}
			if name == "" {
				continue
			}
			if other, taken := first[name]; taken {
				l.say(at, id, key, "a name of its own", "%s %q is already used by the %s at %s:%d", key, name, section, other.file, other.line)
				continue
			}
			first[name] = at
		}
	}
}

// texts checks every text for people: present where needed, printable, with known placeholders and paired marks.
func (l *linter) texts() {
	l.b.eachText(func(t text) {
		if strings.TrimSpace(t.text) == "" {
			if t.required {
				l.say(t.at, t.id, t.key, "a text", "%s is missing", t.key)
			}
			return
		}
		l.text(t.at, t.id, t.key, t.text)
	})
}

func (l *linter) text(at place, id, key, text string) {
	if r := unprintable(text); r != 0 {
		l.say(at, id, key, "letters and punctuation of the bundled font", "%s holds the character %q (U+%04X)", key, r, r)
	}
	if strings.Count(text, "**")%2 != 0 {
		l.say(at, id, key, "** on both sides of a label", "%s has an odd number of **", key)
	}
	for _, name := range placeholders(text) {
		ref, isRow := strings.CutPrefix(name, "row:")
		switch {
		case name == "device", name == "system":
		case isRow && l.b.look().rows[ref] != nil:
		case isRow:
			l.say(at, id, key, "the id of a screen and of a row on it, as screen.row", "%s names {row:%s}, which does not exist", key, shorten(ref))
		default:
			l.say(at, id, key, "{device}, {system} or {row:screen.row}", "%s holds the unknown placeholder {%s}", key, shorten(name))
		}
	}
}

// sources checks the register of sources and every reference to it.
func (l *linter) sources() {
	for i := range l.b.Sources {
		e := &l.b.Sources[i]
		if strings.TrimSpace(e.Title) == "" {
			l.say(e.at, e.ID, "title", "the title of the page or file", "title is missing")
		}
		if !gradeForm.MatchString(e.Grade) {
			l.say(e.at, e.ID, "grade", gradeWant, "grade is %q", e.Grade)
		}
	}
	cited := func(at place, id string, sources []string) {
		for i, source := range sources {
			if l.b.Source(source) == nil {
				l.say(at, id, element("sources", i), "the id of a [[source]]", "source %q does not exist", source)
			}
		}
	}
	for i := range l.b.Causes {
		cited(l.b.Causes[i].at, l.b.Causes[i].ID, l.b.Causes[i].Sources)
	}
	for i := range l.b.Messages {
		cited(l.b.Messages[i].at, l.b.Messages[i].ID, l.b.Messages[i].Sources)
	}
	for i := range l.b.Checks {
		cited(l.b.Checks[i].at, l.b.Checks[i].ID, l.b.Checks[i].Sources)
	}
	for i := range l.b.Fixes {
		cited(l.b.Fixes[i].at, l.b.Fixes[i].ID, l.b.Fixes[i].Sources)
	}
	for i := range l.b.Gates {
		cited(l.b.Gates[i].at, l.b.Gates[i].ID, l.b.Gates[i].Sources)
	}
}

// minutes checks a span of attended minutes and its reason.
func (l *linter) minutes(at place, id string, minutes [2]float64, why string) {
	if minutes[0] <= 0 || minutes[1] > 240 || minutes[0] > minutes[1] {
		l.say(at, id, "minutes", "[least, most] in (0, 240]", "minutes is [%g, %g]", minutes[0], minutes[1])
	}
	l.why(at, id, "minutes_why", why)
}

// lines checks the instructions of a step or gate.
func (l *linter) lines(at place, id string, lines []Line) {
	for i := range lines {
		line, key := &lines[i], element("line", i)
		switch line.Kind {
		case StepLine, NoteLine, CautionLine:
		default:
			l.say(at, id, key+".kind", "step, note or caution", "kind of line %d is %q", i+1, string(line.Kind))
		}
		if n := sentences(line.Text); line.Kind == StepLine && n > 2 {
			l.say(at, id, key+".text", "at most two sentences in a numbered line", "line %d has %d sentences", i+1, n)
		}
		l.when(at, id, key, line.When)
	}
}

// when checks a limit to versions and devices.
func (l *linter) when(at place, id, key string, w When) {
	since, err := ParseVersion(w.Since)
	if err != nil {
		l.say(at, id, join(key, "since"), `a version such as "18.4"`, "since is %q", w.Since)
	}
	until, err2 := ParseVersion(w.Until)
	if err2 != nil {
		l.say(at, id, join(key, "until"), `a version such as "18.3"`, "until is %q", w.Until)
	}
	if err == nil && err2 == nil && w.Until != "" && !(When{Until: w.Until}).Holds(Device{Version: since}) && w.Since != "" {
		l.say(at, id, join(key, "until"), "a version from since on", "until %s lies before since %s", until, since)
	}
	if !slices.Contains([]string{"", IPhone, IPad}, w.Device) {
		l.say(at, id, join(key, "device"), "iphone or ipad", "device is %q", w.Device)
	}
	if !slices.Contains([]string{"", "yes", "no"}, w.HomeButton) {
		l.say(at, id, join(key, "home_button"), "yes or no", "home_button is %q", w.HomeButton)
	}
	if !slices.Contains([]string{"", FaceID, TouchID}, w.Unlock) {
		l.say(at, id, join(key, "unlock"), "face or touch", "unlock is %q", w.Unlock)
	}
}

// shorten keeps long texts out of defects.
func shorten(text string) string {
	runes := []rune(text)
	if len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return text
}
