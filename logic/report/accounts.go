package report

import (
	"regexp"
	"strings"
	"unicode"
)

// A mark stands for a part that is left out until all parts are found, so that no part is searched twice and
// no typed text can be taken for a mark. Marks are characters of the private use area.
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

// spell replaces the marks by words. Several marks of one kind in a row become one.
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

// secret is a kind of text that identifies an account or a device. The expression has three groups; the
// second group is taken out where matches agrees.
type secret struct {
	mark    string // stands for the text that is taken out
	find    *regexp.Regexp
	matches func(found string) bool
}

const (
	address  = `[^\s<>()\[\]{}"“”„«»,;:]+` // the characters of an address
	labelled = `[ \t]*(?:number|no\.?|nr\.?|nummer)?[ \t]*[:=#][ \t]*)([^\n,;]{2,80})()`
)

// secrets are searched in this order: a kind that contains other kinds comes first.
var secrets = []secret{
	{linkMark, regexp.MustCompile(`(?i)()((?:https?://|www\.)[^\s"“”<>]*[^\s"“”<>.,;:!?)\]])()`), isPrivate},
	{pathMark, regexp.MustCompile(`(?m)((?:^|[\s"'“„(=,:]))((?:file:/{1,3}|~?/|[A-Za-z]:[\\/]|\\\\)[^\s/\\](?:[^\n"<>|]*[/\\])?[^\s"<>|]*)()`), always},
	{accountMark, regexp.MustCompile(`()(` + address + `(?:[@＠]|[ \t]*[(\[](?i:at)[)\]][ \t]*)` + address + `)()`), always},
	{accountMark, regexp.MustCompile(`(?m)((?:^|\s))([@＠][\p{L}\p{N}_.]{3,})()`), always},
	{accountMark, regexp.MustCompile(`(?i)(\b(?:apple ?id|apple[ -]?account|icloud[ -]?account|account|user(?:[ -]?name)?|login|konto|benutzer(?:name)?|compte|cuenta)` + labelled), always},
	{numberMark, regexp.MustCompile(`(?i)(\b(?:serial|s/n|imei ?2?|meid|iccid|eid|udid|ecid|uuid|seriennummer)` + labelled), hasDigits(1)},
	{numberMark, regexp.MustCompile(`(?i)(\b(?:phone|tel|telephone|mobile|telefon|handy)` + labelled), hasDigits(4)},
	{numberMark, regexp.MustCompile(`(?i)(\b(?:serial|s/n|imei|meid|iccid|eid|udid|ecid)(?:[ \t]+(?:number|no\.?|is))*[ \t]+)([a-z0-9-]{4,})()`), hasDigits(1)},
	{numberMark, regexp.MustCompile(`(?i)()(\b[0-9a-f]{8}-(?:[0-9a-f]{16}|(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b)()`), always},
	{numberMark, regexp.MustCompile(`(?i)()(\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b)()`), always},
	{numberMark, regexp.MustCompile(`(?i)()((?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]+)()`), always},
	{numberMark, regexp.MustCompile(`()(\b\d{1,3}(?:\.\d{1,3}){3}\b)()`), always},
	{numberMark, regexp.MustCompile(`()([\p{L}\p{N}]{8,})()`), isSerial},
	{numberMark, regexp.MustCompile(`()(\+?\(?\p{Nd}[\p{Nd} \t\x{00A0}\x{202F}().\-–/]*\p{Nd})()`), isNumber},
}

func always(string) bool { return true }

// applePage matches a link to a page of Apple, which anybody may read. Any other link may give access to
// shared things.
var applePage = regexp.MustCompile(`(?i)^(?:https?://)?(?:[a-z0-9-]+\.)*apple\.com(?:[/?#]|$)`)

// isPrivate reports whether a link may give access to shared things.
func isPrivate(link string) bool { return !applePage.MatchString(link) }

// hasDigits returns a check for texts with at least n digits.
func hasDigits(n int) func(string) bool {
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

// productName matches a word with digits that is the name of a product and no serial number.
var productName = regexp.MustCompile(`(?i)^(?:iphone|ipad|ipados|ios|icloud)[a-z0-9]{0,6}$`)

// isSerial reports whether a word may be a serial number of Apple: letters and digits, or capitals without
// vowels.
func isSerial(word string) bool {
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
		return !productName.MatchString(word)
	}
	return n == 0 && capitals >= 10 && capitals == letters
}

// date matches a day, with or without the hour after the day.
var date = regexp.MustCompile(`^(?:(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d))(?:[ \t]+\d{1,2})?$`)

// leastDigits is the least number of digits of a telephone number or the number of a device.
const leastDigits = 7

// isNumber reports whether a text is a long number and no date: a telephone number, an IMEI and the like.
func isNumber(found string) bool {
	return countDigits(found) >= leastDigits && !date.MatchString(found)
}

func (r *redactor) withoutAccounts(text string) string {
	for _, s := range secrets {
		text = r.replace(text, s.find, s.mark, &r.left.Accounts, s.matches)
	}
	return text
}

// modelWord matches a word of the name of a model: "iPhone 13 Pro Max", "iPad Pro 12.9-inch (4th
// generation)", "iPhone14,5", "A2633".
var modelWord = regexp.MustCompile(`(?i)^[("+]*(?:iphone|ipad|ipod|touch|pro|max|plus|mini|air|se|xs|xr|x|gen|generation|inch|wi-?fi|cellular|` +
	`(?:iphone|ipad)\d{1,2}[a-e]?(?:,\d{1,2})?|\d{1,2}[a-e]?|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.,]\d|\d{1,2}(?:[.,]\d)?[-"”]?(?:inch|in)?|[ma]\d{1,2}x?|a\d{4}|` +
	`\d{1,4}(?:gb|tb)|\d{2,4}|gb|tb)?[)",.+]*$`)

// model returns the name of a model without the words that no model has.
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
		if markWords[word] == "" && !modelWord.MatchString(word) {
			r.left.Names++
			list[i] = nameMark
		}
	}
	return r.spell(strings.Join(list, " "))
}
