package report

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"backupdoctor/logic/casefile"
)

// redactor takes names and accounts out of texts that people typed or pasted, unless the options put them in.
// It rather takes out too much, since a report goes to strangers.
type redactor struct {
	names, accounts bool // put in
	word            lexicon
	known           map[string]bool // folded words of the names in the case
	left            LeftOut
}

func newRedactor(c *casefile.Case, names, accounts bool, word lexicon) *redactor {
	r := &redactor{names: names, accounts: accounts, word: word, known: map[string]bool{}}
	r.learn(c.Name)
	for i := range c.Events {
		counted, ok := c.Events[i].What.(casefile.Counted)
		if !ok {
			continue
		}
		in := &counted.Inputs
		for _, d := range in.Devices {
			r.learn(d.Name)
		}
		for _, p := range in.People {
			r.learn(p.Name)
		}
	}
	return r
}

// token matches a word with its combining marks.
var token = regexp.MustCompile(`[\p{L}\p{N}\p{M}]+`)

// impersonal holds words of names that identify nobody.
var impersonal = wordSet("iphone ipad ipod phone tablet device apple icloud backup my mine old new the and of for in on an at to no " +
	"first second third work home case test pro max mini plus air se mein neu alt von der die das mon le la de your this s")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// fold returns a word without case and accents, so that all ways of writing the word are equal.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(word))
}

// visible drops characters without width, which could hide a word from the search.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || r >= '\uE000' && r <= '\uE00F' { // the latter are our own marks
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// learn adds the words of a name to the known ones.
func (r *redactor) learn(name string) {
	for _, word := range token.FindAllString(visible(name), -1) {
		f := fold(word)
		if len([]rune(f)) < 2 && isSpaced(f) || impersonal[f] {
			continue
		}
		r.known[f] = true
		if stem := strings.TrimSuffix(f, "s"); len([]rune(stem)) > 2 { // "Annas iPhone" tells of Anna
			r.known[stem] = true
		}
	}
}

// isName reports whether a word is a known name or contains one.
func (r *redactor) isName(word string) bool {
	f := fold(word)
	if r.known[f] || r.known[strings.TrimSuffix(f, "s")] {
		return true
	}
	if impersonal[f] {
		return false
	}
	for name := range r.known {
		if (len([]rune(name)) > 4 || !isSpaced(name)) && strings.Contains(f, name) {
			return true
		}
	}
	return false
}

// isSpaced reports whether the script of a word puts spaces between words.
func isSpaced(word string) bool {
	for _, r := range word {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return false
		}
	}
	return true
}

// name returns a name, or the words for a name that is left out.
func (r *redactor) name(text string) string {
	text = oneLine(text)
	if text == "" || r.names {
		return text
	}
	r.left.Names++
	return r.word("report.left-out.name")
}

// free returns a text of any kind without names and accounts.
func (r *redactor) free(text string) string {
	text = visible(text)
	if !r.accounts {
		text = r.withoutAccounts(text)
	}
	if !r.names {
		text = r.withoutNames(text)
	}
	return r.spell(text)
}

// A name that the case does not know is recognised by the words beside it, as in the names that phones give
// themselves in their languages: "Anna's iPhone", "Annas iPhone", "iPhone von Anna", "AnnaのiPhone"; or "Dear
// Anna", or the network "Smith".
const (
	person  = `\p{Lu}[\p{L}\p{M}.’'-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}.’'-]*){0,3}`
	devices = `(?i:iPhones?|iPads?|iPods?|MacBook|Mac|Apple Watch|Watch|phone|Handy)`
)

// nameContexts match a name between the words beside it; the second of the three groups is the name.
var nameContexts = []*regexp.Regexp{
	regexp.MustCompile(`()(\p{Lu}[\p{L}\p{M}-]+s)([ \t-]+` + devices + `)`),
	regexp.MustCompile(`()([\p{L}\p{M}]+)([的の][ \t]*` + devices + `)`),
	regexp.MustCompile(`()([\p{L}\p{M}.-]+(?:[ \t]+[\p{L}\p{M}.-]+){0,2})(['’](?i:s)?(?:-|[ \t]+(?:\p{L}+[ \t]+)?)` + devices + `)`),
	regexp.MustCompile(`(` + devices + `[ \t]+(?:von|de|di|do|da|du|van|of|af|fra|d['’])[ \t]*)(` + person + `)()`),
	regexp.MustCompile(`(?m)((?:^|[^\p{L}])(?i:hello|hi|dear|hey|hallo|liebe|lieber|bonjour|cher|chère|hola|querida|querido|ciao|cara|caro|mr|mrs|ms|miss|` +
		`dr|herr|herrn|frau|mme|mlle|sr|sra|sig|name is|regards|thanks|cheers|grüße|gruß)[.,!]*\s+)(` + person + `)()`),
	regexp.MustCompile(`(?m)((?:^|[^\p{L}])(?i:name|ssid|owner|signed|from|to|contact|von|an|besitzer)[ \t]*[:=][ \t]*)([^\n,;]{1,80})()`),
	regexp.MustCompile(`((?i:iphone|ipad|device|backup|network|wi-?fi|netzwerk|gerät|backups? for|backup von)[ \t]+["“”„«‚‘'])([^"“”«»‘’'\n]{1,60})(["“”»‘’'])`),
}

func (r *redactor) withoutNames(text string) string {
	for _, re := range nameContexts {
		text = r.replace(text, re, nameMark, &r.left.Names, couldBeName)
	}
	return token.ReplaceAllStringFunc(text, func(word string) string {
		if !r.isName(word) {
			return word
		}
		r.left.Names++
		return nameMark
	})
}

// pronouns match the end of a text that is no name: "your iPhone" belongs to nobody.
var pronouns = regexp.MustCompile(`(?:[你您我他她它谁]|你们|我们|あなた|わたし|私|自分|お使い)$`)

// couldBeName reports whether one of the words could be a name.
func couldBeName(found string) bool {
	if pronouns.MatchString(found) {
		return false
	}
	for _, word := range token.FindAllString(found, -1) {
		if !impersonal[fold(word)] {
			return true
		}
	}
	return false
}

// replace puts a mark in place of the second of the three groups of each match that matches agrees to, and
// counts in n.
func (r *redactor) replace(text string, find *regexp.Regexp, mark string, n *int, matches func(found string) bool) string {
	return find.ReplaceAllStringFunc(text, func(whole string) string {
		m := find.FindStringSubmatch(whole)
		if len(m) != 4 || !matches(m[2]) || strings.Trim(m[2], nameMark+accountMark+numberMark+pathMark+linkMark+" \t") == "" {
			return whole
		}
		*n++
		return m[1] + mark + m[3]
	})
}
