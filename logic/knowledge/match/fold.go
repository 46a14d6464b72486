package match

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold writes a text as Find compares it: texts that fold alike are one wording.
func Fold(text string) string {
	list, _ := cut(text)
	return strings.Join(list, " ")
}

// cut cuts a text into folded words, so that a message is known again however it was typed or pasted: case,
// accents, punctuation, line breaks, kinds of space, hyphen and apostrophe do not matter, contractions are
// written out, and iPhone and iPad are one word. Chinese and Japanese, which have no spaces, and Korean, which
// hangs endings on its words, become overlapping pairs of characters; traditional characters are written as
// simplified ones. open reports that the text ends inside a word, which may still be typed.
func cut(text string) (list []string, open bool) {
	c := cutter{}
	runes := []rune(plain(text))
	for i, r := range runes {
		switch {
		case wide(r):
			c.endWord()
			c.run = append(c.run, r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			c.endRun()
			c.word = append(c.word, r)
		case r == '\'' && len(c.word) > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i+1]) && !wide(runes[i+1]):
			c.word = append(c.word, r)
		default:
			c.endWord() // blanks inside Chinese and Japanese are line breaks, and people set those of Korean as they like
		}
	}
	open = len(c.word) > 0 || (len(runes) > 0 && wide(runes[len(runes)-1]))
	c.endWord()
	c.endRun()
	return joined(c.list, open), open
}

// plain removes the differences between characters that mean the same.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("’‘ʼ`´′＇", r):
			return '\''
		case unicode.Is(unicode.Cf, r): // soft hyphens, word joiners, marks of direction
			return -1
		}
		return r
	}, text)
	decomposed := norm.NFKD.String(spelled.Replace(strings.ToLower(text)))
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && r != '\u3099' && r != '\u309a' { // the voicing marks make other kana
			return -1
		}
		return r
	}, decomposed)
	return strings.Map(func(r rune) rune {
		if pair, ok := toSimplified[r]; ok {
			return pair
		}
		return r
	}, strings.ReplaceAll(norm.NFC.String(bare), "ß", "ss"))
}

// spelled are names as people write them in their own script.
var spelled = strings.NewReplacer(
	"айфон", " iphone ", "айклауд", " icloud ", "아이폰", " iphone ", "아이클라우드", " icloud ",
	"アイフォン", " iphone ", "アイクラウド", " icloud ",
)

// wide reports characters of scripts that are read in pairs.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー'
}

// cutter collects words.
type cutter struct {
	list []string
	word []rune
	run  []rune
}

// endRun turns a run of Chinese, Japanese or Korean characters into pairs.
func (c *cutter) endRun() {
	if len(c.run) == 1 {
		c.list = append(c.list, string(c.run))
	}
	for i := 0; i+1 < len(c.run); i++ {
		c.list = append(c.list, string(c.run[i:i+2]))
	}
	c.run = c.run[:0]
}

func (c *cutter) endWord() {
	if len(c.word) == 0 {
		return
	}
	word := string(c.word)
	c.word = c.word[:0]
	stem, negated := strings.CutSuffix(word, "n't")
	if !negated {
		stem, negated = withoutApostrophe(word)
	}
	switch {
	case negated && stem == "ca", word == "cannot":
		c.list = append(c.list, "can", "not")
	case negated && stem == "wo":
		c.list = append(c.list, "will", "not")
	case negated && stem != "":
		c.list = append(c.list, stem, "not")
	default:
		for part := range strings.SplitSeq(word, "'") {
			if part != "" {
				c.list = append(c.list, same(part))
			}
		}
	}
}

// withoutApostrophe takes "couldnt" for "couldn't".
func withoutApostrophe(word string) (stem string, ok bool) {
	switch word {
	case "cant", "wont", "dont", "couldnt", "wouldnt", "isnt", "wasnt", "arent", "werent", "hasnt", "havent", "didnt", "doesnt":
		return strings.TrimSuffix(word, "nt"), true
	}
	return "", false
}

// same maps words that mean the same in a message to one of them.
func same(word string) string {
	switch word {
	case "iphone", "ipad", "ipod", "phone", "tablet":
		return "device"
	case "ios", "ipados":
		return "system"
	case "wlan", "wifinetwerk":
		return "wifi"
	case "reservekopie", "reservekopieen", "backups", "sicherung", "respaldo", "respaldos":
		return "backup"
	case "gray", "grayed", "greyed":
		return "grey"
	}
	for _, r := range word {
		if !unicode.IsDigit(r) {
			return word
		}
	}
	return "#" // numbers differ from phone to phone
}

// pairs are words written both apart and together.
var pairs = map[string]map[string]string{
	"back":  {"up": "backup"},
	"wi":    {"fi": "wifi"},
	"e":     {"mail": "email"},
	"apple": {"id": "appleid", "account": "appleid"},
}

// joined writes pairs as one word, also when the second is still being typed, and what is called a copy for safety.
func joined(list []string, open bool) []string {
	out := list[:0]
	for i := 0; i < len(list); i++ {
		if i+2 < len(list) && strings.HasPrefix(list[i], "copia") && list[i+1] == "de" && strings.HasPrefix(list[i+2], "segur") {
			out = append(out, "backup")
			i += 2
			continue
		}
		if i+1 < len(list) {
			if word := pair(list[i], list[i+1], open && i+2 == len(list)); word != "" {
				out = append(out, word)
				i++
				continue
			}
		}
		out = append(out, list[i])
	}
	return out
}

func pair(first, second string, open bool) string {
	for end, word := range pairs[first] {
		if second == end || open && strings.HasPrefix(end, second) {
			return word
		}
	}
	return ""
}

// filler reports English words that say little about which message it is, among them those people put around
// one.
func filler(word string) bool {
	switch word {
	case "a", "an", "and", "are", "at", "be", "been", "because", "but", "by", "can", "could", "did", "do", "does", "for", "from", "get",
		"gets", "has", "have", "how", "i", "if", "in", "is", "it", "its", "just", "keeps", "me", "message", "my", "not", "now", "of", "on",
		"or", "please", "s", "said", "say", "says", "so", "that", "the", "there", "this", "to", "was", "were", "what", "when", "where",
		"why", "will", "with", "you", "your", "device", "system", "#":
		return true
	}
	return false
}
