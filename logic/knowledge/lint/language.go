package lint

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// LanguageReport says how far the words of a language go.
type LanguageReport struct {
	Language *screens.Language
	Walks    int // proven with the words of this language
	// Labels of the screens by how sure their words are; labels for a person's own texts do not count.
	Sure, Guessed, Missing int
}

// judgeLanguages checks the languages that the base names; their words are in files of their own.
func (l *linter) judgeLanguages() {
	for i := range l.b.Languages {
		e := &l.b.Languages[i]
		if !languageForm.MatchString(e.ID) {
			l.report(e.At, e.ID, "id", valueIs("id", e.ID), words.Say("lint.want.tag"))
		}
		if strings.TrimSpace(e.Name) == "" {
			l.report(e.At, e.ID, "name", missing("name"), words.Say("lint.want.language-name"))
		}
		if e.Like != "" && e.Like != l.b.Meta.Language && l.b.Language(e.Like) == nil || e.Like == e.ID {
			l.report(e.At, e.ID, "like", valueIs("like", e.Like), words.Say("lint.want.like"))
		}
	}
}

// proveLanguages reads the words of every language, checks each, and on request proves every walk with them.
// Words that are missing are counted; words that are wrong are problems.
func proveLanguages(b *knowledge.Base, walks bool) ([]LanguageReport, tomlfile.Problems) {
	var reports []LanguageReport
	l := &linter{b: b}
	for i := range b.Languages {
		language := &b.Languages[i]
		w, err := b.ReadWords(language.ID)
		problems, ok := errors.AsType[tomlfile.Problems](err)
		at, pathKnown := errors.AsType[*fs.PathError](err)
		switch {
		case pathKnown && errors.Is(err, fs.ErrNotExist):
			l.report(language.At, language.ID, "id", words.Say("lint.no-words"),
				words.Say("lint.want.words", "File", at.Path))
			continue
		case err != nil && !ok:
			l.report(language.At, language.ID, "id", words.Say("lint.unreadable-words", "Error", err),
				words.Say("lint.want.readable"))
			continue
		}
		if l.problems = append(l.problems, problems...); len(problems) > 0 {
			continue
		}
		l.judgeWords(language, &w)
		report := LanguageReport{Language: language}
		report.count(b, language)
		if walks {
			proven, unproven := proveWalksIn(b, language.ID)
			report.Walks, l.problems = proven, append(l.problems, unproven...)
		}
		reports = append(reports, report)
	}
	return reports, l.problems
}

// judgeWords checks the file of one language.
func (l *linter) judgeWords(language *screens.Language, w *screens.Words) {
	id := language.ID
	if language.Like == "" {
		for _, need := range []struct{ key, text string }{
			{"decimal", w.Decimal},
			{"gigabyte", w.Gigabyte},
			{"used", w.Used},
			{"date", w.Date},
		} {
			if need.text == "" {
				l.report(w.At, id, need.key, missing(need.key), words.Say("lint.want.amounts"))
			}
		}
	}
	if w.Used != "" && (!strings.Contains(w.Used, "{used}") || !strings.Contains(w.Used, "{total}")) {
		l.report(w.At, id, "used", valueIs("used", w.Used), words.Say("lint.want.used"))
	}
	l.judgeDate(id, w)
	places := places(l.b)
	devices := l.b.Devices()
	for i := range w.Words {
		word, key := &w.Words[i], element("word", i)
		l.judgeWhen(w.At, id, key, word.When)
		l.judgeWord(w.At, id, key, word, places)
		for j := range w.Words[:i] {
			if other := &w.Words[j]; other.Of == word.Of && sameSpot(other, word) &&
				slices.ContainsFunc(devices, func(d apple.Device) bool { return other.IsFor(d) && word.IsFor(d) }) {
				l.report(w.At, id, key, words.Say("lint.two-words", "Label", quoted(shorten(word.Of))),
					words.Say("lint.want.words-apart"))
			}
		}
	}
}

// judgeDate checks the short date of a language.
func (l *linter) judgeDate(id string, w *screens.Words) {
	for _, part := range []string{"{day}", "{month}", "{year}"} {
		if w.Date != "" && strings.Count(w.Date, part) != 1 {
			l.report(w.At, id, "date", valueIs("date", w.Date), words.Say("lint.want.date"))
			return
		}
	}
}

// sameSpot tells whether two words are for the same place.
func sameSpot(a, b *screens.Word) bool {
	return len(a.At) == 0 && len(b.At) == 0 ||
		slices.ContainsFunc(a.At, func(at string) bool { return slices.Contains(b.At, at) })
}

// judgeWord checks one word of a language; places are where labels stand.
func (l *linter) judgeWord(at tomlfile.Place, id, key string, word *screens.Word, places map[string][]string) {
	of, text := quoted(shorten(word.Of)), quoted(shorten(word.Text))
	say := func(name string, what, want words.Sentence) { l.report(at, id, key+name, what, want) }
	switch where, known := places[word.Of]; {
	case word.Of == "":
		say(".of", missing("of"), words.Say("lint.want.screen-label"))
	case !known:
		say(".of", words.Say("lint.unknown-label", "Label", of), words.Say("lint.want.exact-label"))
	default:
		for j, ref := range word.At {
			if !slices.Contains(where, ref) {
				l.report(at, id, element(key+".at", j),
					words.Say("lint.not-said", "Row", quoted(ref), "Label", of),
					words.Say("lint.want.spot"))
			}
		}
	}
	if strings.TrimSpace(word.Text) == "" {
		say(".text", words.Say("lint.empty-word", "Label", of), words.Say("lint.want.phone-words"))
	}
	if strings.HasPrefix(word.Text, "(") && !strings.HasPrefix(word.Of, "(") {
		say(".text", words.Say("lint.remark", "Text", text), words.Say("lint.want.words-alone"))
	}
	l.judgeGrade(at, id, key+".grade", word.Grade,
		words.Say("lint.word-grade", "Label", of, "Value", quoted(word.Grade)))
	l.judgeSeen(at, id, key, word.Seen)
	wanted := placeholders(word.Of)
	for _, name := range placeholders(word.Text) {
		if !slices.Contains(wanted, name) {
			say(".text", words.Say("lint.word-placeholder", "Text", text, "Name", "{"+shorten(name)+"}"),
				words.Say("lint.want.label-placeholders"))
		}
	}
	if !slices.Equal(bracketed(word.Of), bracketed(word.Text)) {
		say(".text", words.Say("lint.brackets", "Label", of, "Text", text), words.Say("lint.want.brackets"))
	}
}

// bracketed are the [texts] in a label, in their order.
func bracketed(text string) []string {
	var list []string
	for {
		_, rest, found := strings.Cut(text, "[")
		if !found {
			return list
		}
		inside, after, _ := strings.Cut(rest, "]")
		list = append(list, inside)
		text = after
	}
}

// places tells where each label and example value stands, by its text: rows as "screen.row", titles as the
// screen.
func places(b *knowledge.Base) map[string][]string {
	found := map[string][]string{}
	eachLabel(b, func(at string, label screens.Label) { found[label.Text] = append(found[label.Text], at) })
	for i := range b.Screens {
		screen := &b.Screens[i]
		for j := range screen.Rows {
			if row := &screen.Rows[j]; row.Value != "" {
				found[row.Value] = append(found[row.Value], screen.ID+"."+row.ID)
			}
		}
	}
	return found
}

// eachLabel visits every label that has words of the phone.
func eachLabel(b *knowledge.Base, visit func(at string, label screens.Label)) {
	labels := func(at string, labels []screens.Label) {
		for _, label := range labels {
			if !screens.IsOwnText(label.Text) {
				visit(at, label)
			}
		}
	}
	for i := range b.Screens {
		screen := &b.Screens[i]
		labels(screen.ID, screen.Titles)
		for j := range screen.Rows {
			if row := &screen.Rows[j]; !row.OwnWords {
				labels(screen.ID+"."+row.ID, row.Labels)
			}
		}
	}
}

// count counts labels, each text at each place once, on the newest device that shows it.
func (r *LanguageReport) count(b *knowledge.Base, language *screens.Language) {
	type spot struct{ at, text string }
	seen := map[spot]bool{}
	devices := b.Devices()
	eachLabel(b, func(at string, label screens.Label) {
		for _, d := range slices.Backward(devices) {
			if !label.IsFor(d) || seen[spot{at, label.Text}] {
				continue
			}
			seen[spot{at, label.Text}] = true
			d.Language = language.ID
			switch b.Word(label.Text, at, d).Doubt {
			case screens.Sure:
				r.Sure++
			case screens.Guessed:
				r.Guessed++
			case screens.Unknown:
				r.Missing++
			}
		}
	})
}
