// Package lint proves a knowledge base: every reference has a target, every number lies in its bounds, every
// text can be shown, and every step can be walked on all its devices. The messages are sentences of the
// translation files, with file, line and the right form: authors of entries learn the rules from them. A new
// rule belongs to the entries that it judges: causes.go, steps.go, phone.go, cases.go, language.go, or
// entries.go for all entries.
package lint

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Report is the result of Lint.
type Report struct {
	Files    int               // files read
	Walks    int               // walks proven: one for each step with a route, version and device
	Problems tomlfile.Problems // ordered; empty when the base is sound

	Languages []LanguageReport // the other languages of phones
}

// Load reads a knowledge base that nobody has proven yet. When anything is wrong with it, except with the
// words of other languages, the error is tomlfile.Problems with all that was found.
func Load(fsys fs.FS, dir string) (*knowledge.Base, error) {
	b, report, err := prove(fsys, dir, false)
	if err == nil && len(report.Problems) > 0 {
		err = report.Problems
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// Lint reads a knowledge base and reports everything that is wrong with it. The base returned is what could
// be read. When a file is no TOML at all, the meaning of the rest is not judged, since whatever that file
// defines would be missed. The error says why the folder can't be read.
func Lint(fsys fs.FS, dir string) (*knowledge.Base, Report, error) { return prove(fsys, dir, true) }

// prove is Lint with or without the words of the languages. Walks are proven with them only when the base
// alone is sound: what hinders a walk in English hinders it in every language.
func prove(fsys fs.FS, dir string, languages bool) (*knowledge.Base, Report, error) {
	b, err := knowledge.LoadWithCases(fsys, dir)
	problems, ok := errors.AsType[tomlfile.Problems](err)
	if err != nil && !ok {
		return nil, Report{}, err
	}
	report := Report{Files: b.Files}
	if !problems.Has(tomlfile.Damaged) {
		walks, meaning := judge(b, len(problems) == 0)
		report.Walks = walks
		problems = append(problems, meaning...)
		if languages {
			spoken, wrong := proveLanguages(b, len(problems) == 0)
			report.Languages, problems = spoken, append(problems, wrong...)
			report.Files += len(spoken)
		}
	}
	report.Problems = problems.Sorted().Bounded()
	return b, report, nil
}

// judge judges what the entries of a base mean, proves every walk, and returns how many walks it proved with
// all problems found. Problems of values that could not be read are left out. Rules that take all entries
// together wait until the base is whole.
func judge(b *knowledge.Base, whole bool) (walks int, problems tomlfile.Problems) {
	l := &linter{b: b}
	l.judgeMeta()
	l.judgeIdentities()
	l.judgeTexts()
	l.judgeSources()
	l.judgeCauses()
	l.judgeChecks()
	l.judgeFixes()
	l.judgeGates()
	l.judgeMessages()
	l.judgeCodes()
	l.judgeComplaints()
	l.judgeScreens()
	l.judgeLanguages()
	l.judgePairs()
	l.judgeContradictions()
	l.judgeSampleCases()
	if whole {
		l.judgeSeparation()
	}
	walks, unproven := proveWalks(b)
	return walks, append(l.problems, unproven...).Sorted()
}

// linter collects problems.
type linter struct {
	b        *knowledge.Base
	problems tomlfile.Problems
}

// mostPrior is the largest weight of a cause. The common ones have about 30: one of a thousand is a slip, and would leave
// nothing for the others.
const mostPrior = 1000

// report adds a problem with a key of the entry with the id, unless the value of the key could not be read.
func (l *linter) report(at tomlfile.Place, id, key string, what, want words.Sentence) {
	problem := at.Problem(tomlfile.Wrong, key, what, want)
	problem.Where = id
	if !problem.IsConsequence() {
		l.problems = append(l.problems, problem)
	}
}

// valueIs says what a value is: texts in quotation marks.
func valueIs(key string, value any) words.Sentence {
	return words.Say("lint.is", "Key", key, "Value", quoted(value))
}

func missing(key string) words.Sentence { return words.Say("lint.missing", "Key", key) }

// quoted writes a value for a problem.
func quoted(value any) string {
	switch value := value.(type) {
	case string:
		return strconv.Quote(value)
	case float64:
		return strconv.FormatFloat(value, 'g', -1, 64)
	case int:
		return strconv.Itoa(value)
	}
	return ""
}

// number writes a number as people do, without an exponent.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// element is the path of an element of an array.
func element(key string, i int) string { return key + "[" + strconv.Itoa(i) + "]" }

// join is the path of a key in a table.
func join(table, key string) string {
	if table == "" {
		return key
	}
	return table + "." + key
}

// Forms of ids, refs and reasons.
var (
	idForm     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	sourceForm = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)
	gradeForm  = regexp.MustCompile(`^(A'|A′|A|B|C|M|E)$`)
	whyForm    = regexp.MustCompile(`^(A'|A′|A|B|C|M|E)([ ,/+]+(A'|A′|A|B|C|M|E))*: \S`)
)

// judgeReason checks a reason: the grade of evidence, a colon, the words.
func (l *linter) judgeReason(at tomlfile.Place, id, key, value string) {
	switch {
	case value == "":
		l.report(at, id, key, missing(key), words.Say("lint.want.reason"))
	case !whyForm.MatchString(value):
		l.report(at, id, key, words.Say("lint.no-grade", "Key", key, "Text", quoted(shorten(value))),
			words.Say("lint.want.graded"))
	}
}

// judgeGrade checks a grade of evidence at key; what says whose it is.
func (l *linter) judgeGrade(at tomlfile.Place, id, key, value string, what words.Sentence) {
	if !gradeForm.MatchString(value) {
		l.report(at, id, key, what, words.Say("lint.want.grade"))
	}
}

// absent says that nothing has the id.
func absent(section, id string) words.Sentence {
	return words.Say("lint.absent", "Section", section, "ID", quoted(id))
}

// idOf wishes for the id of an entry.
func idOf(section string) words.Sentence {
	return words.Say("lint.want.id-of", "Section", section)
}

// judgeMinutes checks a span of attended minutes and its reason.
func (l *linter) judgeMinutes(at tomlfile.Place, id string, minutes [2]float64, why string) {
	if minutes[0] <= 0 || minutes[1] > 240 || minutes[0] > minutes[1] {
		l.report(at, id, "minutes", words.Say("lint.minutes", "Least", quoted(minutes[0]), "Most",
			quoted(minutes[1])),
			words.Say("lint.want.span"))
	}
	l.judgeReason(at, id, "minutes_why", why)
}

// judgeLines checks the instructions of a step or gate.
func (l *linter) judgeLines(at tomlfile.Place, id string, lines []knowledge.Line) {
	for i := range lines {
		line, key := &lines[i], element("line", i)
		switch line.Kind {
		case knowledge.StepLine, knowledge.NoteLine, knowledge.CautionLine:
		default:
			l.report(at, id, key+".kind", words.Say("lint.line-kind", "Number", i+1, "Value",
				quoted(string(line.Kind))),
				words.Say("lint.want.line-kind"))
		}
		if n := sentences(line.Text); line.Kind == knowledge.StepLine && n > 2 {
			l.report(at, id, key+".text", words.Say("lint.long-line", "Number", i+1, "Count", n),
				words.Say("lint.want.two-sentences"))
		}
		l.judgeWhen(at, id, key, line.When)
	}
}

// judgeChoice checks a value that has only few forms; the key of the wish lists them.
func (l *linter) judgeChoice(at tomlfile.Place, id, key, value, want string, allowed ...string) {
	if !slices.Contains(allowed, value) {
		name := key[strings.LastIndexByte(key, '.')+1:]
		l.report(at, id, key, valueIs(name, value), words.Say(want))
	}
}

// judgeWhen checks a limit to versions and devices.
func (l *linter) judgeWhen(at tomlfile.Place, id, key string, w apple.When) {
	since, err := apple.ParseVersion(w.Since)
	if err != nil {
		l.report(at, id, join(key, "since"), valueIs("since", w.Since),
			words.Say("lint.want.version", "Example", `"18.4"`))
	}
	until, err2 := apple.ParseVersion(w.Until)
	if err2 != nil {
		l.report(at, id, join(key, "until"), valueIs("until", w.Until),
			words.Say("lint.want.version", "Example", `"18.3"`))
	}
	if err == nil && err2 == nil && w.Until != "" && w.Since != "" &&
		!(apple.When{Until: w.Until}).IsFor(apple.Device{Version: since}) {
		l.report(at, id, join(key, "until"), words.Say("lint.until-before", "Until", until.String(), "Since",
			since.String()),
			words.Say("lint.want.later"))
	}
	l.judgeChoice(at, id, join(key, "device"), w.Device, "lint.want.device", "", apple.IPhone, apple.IPad)
	l.judgeChoice(at, id, join(key, "home_button"), w.HomeButton, "lint.want.yes-no", "", "yes", "no")
	l.judgeChoice(at, id, join(key, "unlock"), w.Unlock, "lint.want.unlock", "", apple.FaceID,
		apple.TouchID)
	l.judgeChoice(at, id, join(key, "restart"), w.Restart, "lint.want.restart", "", apple.BySide, apple.ByVolume,
		apple.ByHome)
	l.judgeChoice(at, id, join(key, "model"), w.Model, "lint.want.model", "", "known", "unknown")
	l.judgeChoice(at, id, join(key, "power_mode"), w.PowerMode, "lint.want.yes-no", "", "yes", "no")
	l.judgeChoice(at, id, join(key, "adaptive"), w.Adaptive, "lint.want.adaptive", "", apple.AdaptiveOn,
		apple.AdaptiveOff)
}

// shorten keeps long texts out of problems.
func shorten(text string) string {
	runes := []rune(text)
	if len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return text
}
