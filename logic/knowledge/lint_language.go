package knowledge

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// LanguageReport says how far the words of a language go.
type LanguageReport struct {
	Language *Language
	Walks    int // proven with the words of this language
	// Labels of the screens by how sure their words are; labels for a person's own texts do not count.
	Sure, Guessed, Missing int
}

// languageList checks the languages that the base names; their words are in files of their own.
func (l *linter) languageList() {
	for i := range l.b.Languages {
		e := &l.b.Languages[i]
		if !languageForm.MatchString(e.ID) {
			l.say(e.at, e.ID, "id", "a language tag such as de or pt-BR", "id is %q", e.ID)
		}
		if strings.TrimSpace(e.Name) == "" {
			l.say(e.at, e.ID, "name", "the name of the language", "name is missing")
		}
		if e.Like != "" && e.Like != l.b.Meta.Language && l.b.Language(e.Like) == nil || e.Like == e.ID {
			l.say(e.at, e.ID, "like", "the id of another language, or that of the base", "like is %q", e.Like)
		}
	}
}

// proveLanguages reads the words of every language, checks each, and on request proves every walk with them. Words that are
// missing are counted; words that are wrong are defects.
func (b *Base) proveLanguages(walks bool) ([]LanguageReport, Defects) {
	var reports []LanguageReport
	l := &linter{b: b}
	for i := range b.Languages {
		language := &b.Languages[i]
		words, defects, err := b.readWords(language.ID)
		if errors.Is(err, fs.ErrNotExist) {
			l.say(language.at, language.ID, "id", "the file "+LanguagesFolder+"/"+language.ID+".toml", "the language has no file with its words")
			continue
		} else if err != nil {
			l.say(language.at, language.ID, "id", "a file that can be read", "the words can't be read: %v", err)
			continue
		}
		if l.defects = append(l.defects, defects...); len(defects) > 0 {
			continue
		}
		l.words(language, &words)
		report := LanguageReport{Language: language}
		report.count(b, language)
		if walks {
			proven, unproven := b.proveWalks(language.ID)
			report.Walks, l.defects = proven, append(l.defects, unproven...)
		}
		reports = append(reports, report)
	}
	return reports, l.defects.sort()
}

// words checks the file of one language.
func (l *linter) words(language *Language, w *Words) {
	id := language.ID
	if language.Like == "" {
		for _, need := range []struct{ key, text string }{{"decimal", w.Decimal}, {"gigabyte", w.Gigabyte}, {"used", w.Used}} {
			if need.text == "" {
				l.say(w.at, id, need.key, "how this language writes amounts", "%s is missing", need.key)
			}
		}
	}
	if w.Used != "" && (!strings.Contains(w.Used, "{used}") || !strings.Contains(w.Used, "{total}")) {
		l.say(w.at, id, "used", "{used} and {total}", "used is %q", w.Used)
	}
	places := l.places()
	devices := l.b.Devices()
	for i := range w.Words {
		word, key := &w.Words[i], element("word", i)
		l.when(w.at, id, key, word.When)
		l.word(w.at, id, key, word, places)
		for j := range w.Words[:i] {
			if other := &w.Words[j]; other.Of == word.Of && sameSpot(other, word) && slices.ContainsFunc(devices, func(d Device) bool {
				return other.Holds(d) && word.Holds(d)
			}) {
				l.say(w.at, id, key, "since, until, device or at that tell them apart", "there are two words for %q", shorten(word.Of))
			}
		}
	}
}

// sameSpot reports whether two words are for the same place.
func sameSpot(a, b *Word) bool {
	return len(a.At) == 0 && len(b.At) == 0 || slices.ContainsFunc(a.At, func(at string) bool { return slices.Contains(b.At, at) })
}

// word checks one word of a language.
func (l *linter) word(at place, id, key string, word *Word, places map[string][]string) {
	switch where, known := places[word.Of]; {
	case word.Of == "":
		l.say(at, id, key+".of", "a label of the screens", "of is missing")
	case !known:
		l.say(at, id, key+".of", "a label as the screens have it, with its placeholders", "no screen says %q", shorten(word.Of))
	default:
		for j, ref := range word.At {
			if !slices.Contains(where, ref) {
				l.say(at, id, element(key+".at", j), "a row as screen.row, or a screen, where that label stands", "%q does not say %q", ref, shorten(word.Of))
			}
		}
	}
	if strings.TrimSpace(word.Text) == "" {
		l.say(at, id, key+".text", "the words on the phone", "the text of %q is empty", shorten(word.Of))
	}
	if strings.HasPrefix(word.Text, "(") && !strings.HasPrefix(word.Of, "(") {
		l.say(at, id, key+".text", "the words alone", "%q is a remark, not words", shorten(word.Text))
	}
	if !gradeForm.MatchString(word.Grade) {
		l.say(at, id, key+".grade", gradeWant, "grade of %q is %q", shorten(word.Of), word.Grade)
	}
	wanted := placeholders(word.Of)
	for _, name := range placeholders(word.Text) {
		if !slices.Contains(wanted, name) {
			l.say(at, id, key+".text", "only the placeholders of the label", "%q holds the placeholder {%s}", shorten(word.Text), shorten(name))
		}
	}
	if !slices.Equal(bracketed(word.Of), bracketed(word.Text)) {
		l.say(at, id, key+".text", "the same [texts of the person's own]", "%q and %q differ in what stands in brackets", shorten(word.Of), shorten(word.Text))
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

// places tells where each label and example value stands, by its text: rows as "screen.row", titles as the screen.
func (l *linter) places() map[string][]string {
	found := map[string][]string{}
	l.b.eachLabel(func(at string, label Label) { found[label.Text] = append(found[label.Text], at) })
	for i := range l.b.Screens {
		screen := &l.b.Screens[i]
		for j := range screen.Rows {
			if row := &screen.Rows[j]; row.Value != "" {
				found[row.Value] = append(found[row.Value], screen.ID+"."+row.ID)
			}
		}
	}
	return found
}

// eachLabel visits every label that has words of the phone.
func (b *Base) eachLabel(visit func(at string, label Label)) {
	labels := func(at string, labels []Label) {
		for _, label := range labels {
			if !Own(label.Text) {
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
func (r *LanguageReport) count(b *Base, language *Language) {
	type spot struct{ at, text string }
	seen := map[spot]bool{}
	devices := b.Devices()
	b.eachLabel(func(at string, label Label) {
		for _, d := range slices.Backward(devices) {
			if !label.Holds(d) || seen[spot{at, label.Text}] {
				continue
			}
			seen[spot{at, label.Text}] = true
			d.Language = language.ID
			switch b.word(label.Text, at, d).Doubt {
			case Sure:
				r.Sure++
			case Guessed:
				r.Guessed++
			case Unknown:
				r.Missing++
			}
		}
	})
}

// proveWalks walks every step's route on every device in one language.
func (b *Base) proveWalks(language string) (int, Defects) {
	p := &prover{b: b, found: map[provenAt]*onDevices{}}
	for _, device := range b.Devices() {
		device.Language = language
		for _, step := range b.steps() {
			if step.Holds(device) && step.Route != "" {
				p.route(step, device)
			}
		}
	}
	return p.walks, p.defects()
}
