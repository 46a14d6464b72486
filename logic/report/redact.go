package report

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/storage"
)

// redactor takes out of what people typed or pasted whatever says who they are, unless it is asked for. It rather takes out
// too much: a report goes to strangers.
type redactor struct {
	names, accounts bool // put in
	word            lexicon
	known           map[string]bool // folded words of the names that the case tells of
	left            LeftOut
}

func newRedactor(c *casefile.Case, names, accounts bool, word lexicon) *redactor {
	r := &redactor{names: names, accounts: accounts, word: word, known: map[string]bool{}}
	r.learn(c.Name)
	read := map[string]bool{"": true}
	for i := range c.Events {
		e := &c.Events[i]
		if e.Kind != casefile.KindStorage || read[e.Storage.Content] {
			continue
		}
		read[e.Storage.Content] = true
		in, err := storage.Read(e.Storage.Plan, e.Storage.Used, e.Storage.Next, e.Storage.Content)
		if err != nil {
			continue // what can't be read is not shown either
		}
		for _, d := range in.Devices {
			r.learn(d.Name)
		}
		for _, p := range in.People {
			r.learn(p.Name)
		}
	}
	return r
}

// token is a word with its combining marks.
var token = regexp.MustCompile(`[\p{L}\p{N}\p{M}]+`)

// impersonal are words of names that tell nothing about a person.
var impersonal = wordSet("iphone ipad ipod phone tablet device apple icloud backup my mine old new the and of for in on an at to no " +
	"first second third work home case test pro max mini plus air se mein neu alt von der die das mon le la de your this s")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// fold makes the ways of writing a word equal: letters without case and accents.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(word))
}

// visible drops characters that take no room; they could hide a word from the search.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || r >= '\uE000' && r <= '\uE00F' { // the latter are our own marks
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// learn remembers the words of a name.
func (r *redactor) learn(name string) {
	for _, word := range token.FindAllString(visible(name), -1) {
		f := fold(word)
		if len([]rune(f)) < 2 && spaced(f) || impersonal[f] {
			continue
		}
		r.known[f] = true
		if stem := strings.TrimSuffix(f, "s"); len([]rune(stem)) > 2 { // "Annas iPhone" tells of Anna
			r.known[stem] = true
		}
	}
}

// person reports whether a word is one of the names, or one is part of it.
func (r *redactor) person(word string) bool {
	f := fold(word)
	if r.known[f] || r.known[strings.TrimSuffix(f, "s")] {
		return true
	}
	if impersonal[f] {
		return false
	}
	for name := range r.known {
		if (len([]rune(name)) > 4 || !spaced(name)) && strings.Contains(f, name) {
			return true
		}
	}
	return false
}

// spaced reports whether the script of a word puts spaces between words.
func spaced(word string) bool {
	for _, r := range word {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return false
		}
	}
	return true
}

// name is a name: it is shown only when names are put in.
func (r *redactor) name(text string) string {
	text = oneLine(text)
	if text == "" || r.names {
		return text
	}
	r.left.Names++
	return r.word("report.left-out.name")
}

// free is text of any kind.
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

// A name that the case does not tell of is known by what stands beside it, as in the names that phones give themselves in their
// languages: "Anna's iPhone", "Annas iPhone", "iPhone von Anna", "AnnaのiPhone"; "Dear Anna", the network "Smith".
const (
	person  = `\p{Lu}[\p{L}\p{M}.’'-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}.’'-]*){0,3}`
	devices = `(?i:iPhones?|iPads?|iPods?|MacBook|Mac|Apple Watch|Watch|phone|Handy)`
)

var besides = []*regexp.Regexp{
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
	for _, re := range besides {
		text = r.replace(text, re, nameMark, &r.left.Names, personal)
	}
	return token.ReplaceAllStringFunc(text, func(word string) string {
		if !r.person(word) {
			return word
		}
		r.left.Names++
		return nameMark
	})
}

// pronouns that a name never ends with: "your iPhone" is nobody's.
var pronouns = regexp.MustCompile(`(?:[你您我他她它谁]|你们|我们|あなた|わたし|私|自分|お使い)$`)

// personal reports whether one of the words could be a name.
func personal(found string) bool {
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

// replace puts the mark in place of the middle one of the three groups of each match that holds.
func (r *redactor) replace(text string, find *regexp.Regexp, mark string, n *int, holds func(found string) bool) string {
	return find.ReplaceAllStringFunc(text, func(whole string) string {
		m := find.FindStringSubmatch(whole)
		if len(m) != 4 || !holds(m[2]) || strings.Trim(m[2], nameMark+accountMark+numberMark+pathMark+linkMark+" \t") == "" {
			return whole
		}
		*n++
		return m[1] + mark + m[3]
	})
}
