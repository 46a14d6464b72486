package report

import (
	"regexp"
	"strings"
	"unicode"
)

// marks stand in the place of what is left out until all is done, so that nothing is searched twice and nothing that was typed
// can be taken for one. They are of the private use area.
const (
	nameMark    = "\uE001"
	accountMark = "\uE002"
	numberMark  = "\uE003"
	pathMark    = "\uE004"
	linkMark    = "\uE005"
)

var markWords = map[string]string{
	nameMark: "report.left-out.name", accountMark: "report.left-out.account",
	numberMark: "report.left-out.number", pathMark: "report.left-out.path", linkMark: "report.left-out.link",
}

// spell puts words in the place of the marks; several of one kind in a row are one.
func (r *redactor) spell(text string) string {
	for mark, key := range markWords {
		for _, gap := range []string{" ", "", "’s ", "'s "} {
			for strings.Contains(text, mark+gap+mark) {
				text = strings.ReplaceAll(text, mark+gap+mark, mark)
			}
		}
		text = strings.ReplaceAll(text, mark, r.word(key))
	}
	return text
}

// secret is a kind of what tells an account or a device apart. The middle one of the three groups of the expression is taken
// out, where holds agrees.
type secret struct {
	mark  string // what stands in its place
	find  *regexp.Regexp
	holds func(found string) bool
}

const (
	apart    = `[^\s<>()\[\]{}"“”„«»,;:]+` // what an address is made of
	labelled = `[ \t]*(?:number|no\.?|nr\.?|nummer)?[ \t]*[:=#][ \t]*)([^\n,;]{2,80})()`
)

// secrets in the order in which they are looked for: what holds others comes first.
var secrets = []secret{
	{linkMark, regexp.MustCompile(`(?i)()((?:https?://|www\.)[^\s"“”<>]*[^\s"“”<>.,;:!?)\]])()`), private},
	{pathMark, regexp.MustCompile(`(?m)((?:^|[\s"'“„(=,:]))((?:file:/{1,3}|~?/|[A-Za-z]:[\\/]|\\\\)[^\s/\\](?:[^\n"<>|]*[/\\])?[^\s"<>|]*)()`), always},
	{accountMark, regexp.MustCompile(`()(` + apart + `(?:[@＠]|[ \t]*[(\[](?i:at)[)\]][ \t]*)` + apart + `)()`), always},
	{accountMark, regexp.MustCompile(`(?m)((?:^|\s))([@＠][\p{L}\p{N}_.]{3,})()`), always},
	{accountMark, regexp.MustCompile(`(?i)(\b(?:apple ?id|apple[ -]?account|icloud[ -]?account|account|user(?:[ -]?name)?|login|konto|benutzer(?:name)?|compte|cuenta)` + labelled), always},
	{numberMark, regexp.MustCompile(`(?i)(\b(?:serial|s/n|imei ?2?|meid|iccid|eid|udid|ecid|uuid|seriennummer)` + labelled), digits(1)},
	{numberMark, regexp.MustCompile(`(?i)(\b(?:phone|tel|telephone|mobile|telefon|handy)` + labelled), digits(4)},
	{numberMark, regexp.MustCompile(`(?i)(\b(?:serial|s/n|imei|meid|iccid|eid|udid|ecid)(?:[ \t]+(?:number|no\.?|is))*[ \t]+)([a-z0-9-]{4,})()`), digits(1)},
	{numberMark, regexp.MustCompile(`(?i)()(\b[0-9a-f]{8}-(?:[0-9a-f]{16}|(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b)()`), always},
	{numberMark, regexp.MustCompile(`(?i)()(\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b)()`), always},
	{numberMark, regexp.MustCompile(`(?i)()((?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]+)()`), always},
	{numberMark, regexp.MustCompile(`()(\b\d{1,3}(?:\.\d{1,3}){3}\b)()`), always},
	{numberMark, regexp.MustCompile(`()([\p{L}\p{N}]{8,})()`), serial},
	{numberMark, regexp.MustCompile(`()(\+?\(?\p{Nd}[\p{Nd} \t\x{00A0}\x{202F}().\-–/]*\p{Nd})()`), number},
}

func always(string) bool { return true }

// public is a page of Apple's that anybody may read. Whoever has another link may see what is shared by it.
var public = regexp.MustCompile(`(?i)^(?:https?://)?(?:[a-z0-9-]+\.)*apple\.com(?:[/?#]|$)`)

func private(link string) bool { return !public.MatchString(link) }

// digits holds for what has at least n digits.
func digits(n int) func(string) bool {
	return func(found string) bool { return countDigits(found) >= n }
}

func countDigits(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// product is what a word with digits may begin with without being a serial number.
var product = regexp.MustCompile(`(?i)^(?:iphone|ipad|ipados|ios|icloud)[a-z0-9]{0,6}$`)

// serial holds for words of letters and digits, and for capitals without vowels, as Apple's serial numbers are.
func serial(word string) bool {
	letters, capitals := 0, 0
	for _, r := range word {
		switch {
		case strings.ContainsRune("AEIOU", r) || unicode.IsLower(r):
			letters++
		case unicode.IsUpper(r):
			letters++
			capitals++
		}
	}
	n := countDigits(word)
	if n > 0 && letters > 0 {
		return !product.MatchString(word)
	}
	return n == 0 && capitals >= 10 && capitals == letters
}

// date is a day, perhaps with the hour after it.
var date = regexp.MustCompile(`^(?:(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d))(?:[ \t]+\d{1,2})?$`)

// fewest is how many digits a number of a phone or a device has at least.
const fewest = 7

// number holds for long numbers that are no dates: telephone numbers, IMEI and the like.
func number(found string) bool { return countDigits(found) >= fewest && !date.MatchString(found) }

func (r *redactor) withoutAccounts(text string) string {
	for _, s := range secrets {
		text = r.replace(text, s.find, s.mark, &r.left.Accounts, s.holds)
	}
	return text
}

// part is what the name of a model is made of: "iPhone 13 Pro Max", "iPad Pro 12.9-inch (4th generation)", "iPhone14,5", "A2633".
var part = regexp.MustCompile(`(?i)^[("+]*(?:iphone|ipad|ipod|touch|pro|max|plus|mini|air|se|xs|xr|x|gen|generation|inch|wi-?fi|cellular|` +
	`(?:iphone|ipad)\d{1,2}[a-e]?(?:,\d{1,2})?|\d{1,2}[a-e]?|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.,]\d|\d{1,2}(?:[.,]\d)?[-"”]?(?:inch|in)?|[ma]\d{1,2}x?|a\d{4}|` +
	`\d{1,4}(?:gb|tb)|\d{2,4}|gb|tb)?[)",.+]*$`)

// model is the name of a model. Words that no model has are left out.
func (r *redactor) model(text string) string {
	text = visible(text)
	if !r.accounts {
		text = r.withoutAccounts(text)
	}
	if r.names {
		return r.spell(text)
	}
	list := strings.Fields(text)
	for i, word := range list {
		if markWords[word] == "" && !part.MatchString(word) {
			r.left.Names++
			list[i] = nameMark
		}
	}
	return r.spell(strings.Join(list, " "))
}
