package redaction

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// A name that the redactor does not know is recognized by the words beside it, as in the names that phones give
// themselves in their languages: "Anna's iPhone", "Annas iPhone", "iPhone von Anna", "AnnaのiPhone"; or "Dear
// Anna", or the network "Smith".
const (
	nameWord = `(?:\p{L}\.)*\p{L}[\p{L}\p{M}\p{N}'-]*\.?`
	personIt = `(?P<it>` + nameWord + `(?: (?:& )?` + nameWord + `){0,4})`
	unspaced = `[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{N}A-Za-z・·ー-]`
)

// contexts are the rules for names, by what stands beside them.
var contexts = sync.OnceValue(func() []rule {
	return []rule{
		// a device and its owner
		by(devices, before, Names, `(?i)(?P<it>[\p{L}\p{M}.-]+(?: [\p{L}\p{M}.&-]+){0,2})'(?:s|`+
			`n?[ıiuü]n)?(?:-| +(?:\p{L}+ +)?)`, person),
		by(devices, before, Names, `(?P<it>(?:\p{Lu}[\p{L}\p{M}-]+ )?\p{L}[\p{L}\p{M}-]+s)[ -]+`, genitive),
		by(devices, before, Names, `(?P<it>\p{Lu}[\p{L}\p{M}]+)-`, person),
		by(devices, before, Names, `"?(?P<it>`+unspaced+`{1,20})"?[的の의] ?(?:古い|旧|老|新しい|新|`+
			`오래된 |새 )?"?`, cjk),
		by(devices, behind, Names, `(?i)(?: +(?:`+ofWords+`) +| +d'| +(?:dell|all)'| +الخاص ب-?ـ? ?|`+
			` +لـ ?)`+personIt, person),
		by(devices, behind, Names, ` ?[(\[] ?(?P<it>[^()\[\]\n]{1,60})[)\]]`, aside),
		by(devices, behind, Names, `(?i) +(?:-|named|called|namens|nommé|llamado) +`+personIt, capital),
		by(devices, behind, Names, ` +(?P<it>[\p{Cyrillic}\p{Arabic}]+)`, capital),
		by(devices, behind, Names, `: *(?P<it>`+nameWord+`(?: `+nameWord+`)?)(?:$|[\n,;.])`, capital),
		by(devices, behind, Names, ` *"(?P<it>[^"\n]{1,60})"`, tells),
		// networks
		by(networks, behind, Names, `(?i)(?:[ -]?`+
			`(?:`+nameWords+`))?`+separator+`"?(?P<it>[^"\n,;]{1,60})`, tells),
		by(networks, behind, Names, `(?i)(?: (?:called|named|name|namens|is|nommé|llamada|chiamata|`+
			`chamada|genaamd))?`+quotedIt, tells),
		by(networks, behind, Names, `(?i) (?:is )?(?:called|named|heißt|s'appelle|se llama|si chiama|`+
			`se chama|heet|heter) +`+personIt, person),
		by(networks, before, Names, `"(?P<it>[^"\n]{1,60})" `, tells),
		by(networks, behind, Names, ` +(?P<it>[\p{L}\p{N}][\p{L}\p{N}'_-]*)`, network),
		by(joins, behind, Names, ` +["']?(?P<it>[\p{L}\p{N}][\p{L}\p{N}'_-]*)`, network),
		// letters
		by(hellos, behind, Names, ` +(?P<it>\p{L}[\p{L}\p{M}'-]*(?: \p{L}[\p{L}\p{M}'-]*)?)[,!]`, person),
		by(hellos, behind, Names, `[,!]? +`+personIt, capital),
		by(forms, behind, Names, `\.? +`+personIt, capital),
		by(goodbyes, behind, Names, `[,.!]*\s+`+personIt, capital),
		by(bonds, behind, Names, ` +"?`+personIt, capital),
		by(bonds, behind, Names, quotedIt, tells),
		by(intros, behind, Names, ` +`+personIt, person),
		by(introsUnspaced, behind, Names, ` ?(?P<it>[\p{Han}\p{Katakana}\p{Hiragana}\p{Hangul}·・ー]{1,12}?)`+
			`(?:です|といいます|と申します|입니다|이에요|예요|라고|[, 。.!\n]|$)`, cjk),
		by(families, behind, Names, ` *: *(?P<it>\p{Lu}[\p{L}\p{M}'-]+(?:,? (?:& |and |und |et |y |e |`+
			`en )?\p{Lu}[\p{L}\p{M}'-]+)*)`, tells),
		by(people, behind, Names, ` *[:=] *(?P<it>[^\n,;]{1,80})`, tells),
		by(tenderHeads, behind, Names, `(?m) ?(?P<it>[\p{Han}·]{1,8}?)(?:先生|女士|小姐|[:,!\s]|$)`, cjk),
		by(honorifics, before, Names, `(?P<it>[\p{Han}\p{Katakana}\p{Hiragana}\p{Hangul}]{1,12}) ?`, cjk),
	}
})

// particles stand inside of names.
var particles = wordSet("von van de der den da dos das du del della di la le el al bin ibn ter zu zum af")

// joints stand between two names, the second of which begins with a capital: "Anna and Ben", but "Anna and nothing else".
var joints = wordSet("& and und et y e ed en och og i oraz ve и")

// person takes out the run of words from the first to the last that are not ordinary, in any case.
func person(found string) (from, to int) { return run(found, false) }

// genitive is person for a run that ends in a name: "dieses iPhone" does not.
func genitive(found string) (from, to int) {
	if from, to = person(found); to < len(found) {
		return 0, 0
	}
	return from, to
}

// capital is person for names that begin with a capital, as far as their script has capitals.
func capital(found string) (from, to int) { return run(found, true) }

func run(found string, capitals bool) (from, to int) {
	started, joined, offset := false, false, 0
	for i, word := range strings.Split(found, " ") {
		if i > 0 {
			offset++
		}
		begin := offset
		offset += len(word)
		core := strings.Trim(word, `.'-`)
		plain := isPlain(word, core) || (capitals || joined) && isLower(word)
		switch {
		case started && isJoint(word):
			joined = true
		case plain && started && particles[fold(core)]: // goes on if a name follows
		case plain && started:
			return from, to
		case !plain:
			if !started {
				from, started = begin, true
			}
			to = offset
			tail := core[strings.LastIndexAny(core, ".-")+1:] // an initial or a short form ends no sentence
			if strings.HasSuffix(word, ".") && len(tail) > 3 {
				return from, to
			}
		}
	}
	return from, to
}

// isJoint reports whether a word stands between two names. A capital alone, such as "E", is an initial.
func isJoint(word string) bool { return joints[word] || len(word) > 1 && joints[fold(word)] }

// nameSign matches an initial, and what begins as O'Neill does.
var nameSign = regexp.MustCompile(`^\p{Lu}(?:\.|'\p{Lu}.*)$`)

// isPlain reports whether a word, of which the core has no sign at its ends, is no part of a name.
func isPlain(word, core string) bool {
	stem, rest, _ := strings.Cut(core, "'")
	if nameSign.MatchString(word) {
		return rest != "" && isOrdinaryWord(rest)
	}
	return isOrdinaryWord(core) || isOrdinaryWord(stem) || stem == ""
}

// cjk takes out a text of a script without spaces unless it is an ordinary word, such as the word for you.
func cjk(found string) (from, to int) {
	if isOrdinary(found) || nobody.MatchString(found) {
		return 0, 0
	}
	return 0, len(found)
}

// nobody matches a text of a script without spaces in which no name stands: "your" belongs to nobody, and some words end
// like a form of address.
var nobody = regexp.MustCompile(`(?:[你您我他她它谁私]|你们|我们|あなた|わたし|自分|お使い|お客|` +
	`[皆同仕多模]|^선생)$`)

// aside takes out what stands in brackets beside a device, unless it is ordinary or tells of a model.
func aside(found string) (from, to int) {
	words := strings.FieldsSeq(found)
	for word := range words {
		if modelWord.MatchString(word) || countDigits(word) > 0 {
			return 0, 0
		}
	}
	return tells(found)
}

// network takes out the name of a network: a word with a capital, a digit or a sign inside of it, as no label has.
func network(found string) (from, to int) {
	for i, r := range found {
		if i > 0 && (unicode.IsUpper(r) || r == '_' || r == '-') || unicode.IsDigit(r) || !isSpaced(r) {
			return tells(found)
		}
	}
	return 0, 0
}
