package redaction

import (
	"net/netip"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Pieces of the expressions. All of them are matched against a shade.
const (
	address   = `[^\s<>()\[\]{}"',;:=|*]+` // the characters of one side of a mail address
	separator = `(?: ?[:=#]| -) *`         // between a label and its value
	value     = separator + `"?(?P<it>[^\n,;"]{2,80})`
	quotedIt  = ` *["'](?P<it>[^\n"']{1,60})["']`
	wordIt    = ` +(?P<it>[\p{L}\p{N}_.-]{3,40})`
	dotWord   = `(?:dot|punkt|point|punto|ponto|punt|kropka|nokta|точка)`
	spokenDot = ` *(?:[(\[{] ?` + dotWord + ` ?[)\]}]| ` + dotWord + ` ) *`
	codeIt    = `(?P<it>(?:[a-z]-)?\d{3}[ -]?\d{3}|\d{4,8})`
	last      = `[^\s"<>|)\]}']*(?: \p{Lu}[^\s"<>|)\]}',;:]*){0,3}` // the end of a path
	whose     = `(?:the|my|his|her|our|your|der|den|mein|dein|ihr|le|mon|ton|son|votre|el|mi|tu|su|il|mio|` +
		`tuo|suo|o|meu|teu|seu|de|het|mijn|je|uw)`
	is   = ` +(?:is|was|ist|war|lautet|est|était|es|era|è|é|är|er|jest|это) +`
	host = `[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{N}][\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{N}-]*`
)

// accounts are the rules for all but names, in their order: a kind that contains other kinds comes first.
var accounts = sync.OnceValue(func() []rule {
	return []rule{
		// links
		form(Links, "/.", `(?i)\b(?:[a-z][a-z0-9+-]{1,9}:/{2,}|www\.)[^\s"<>]+`, private),
		form(Links, "/", `(?i)\b(?:https?|s?ftp|ssh|smb):(?P<it>//[^\s"<>]+)`, private),
		form(Links, "/", `(?i)(?:^|[^\p{Latin}\p{N}@./-])(?P<it>`+
			`(?:`+host+`\.)+\p{L}{2,12}/[^\s"<>]+)`, private),
		// file paths
		form(Paths, `/\`, `["'](?P<it>(?:file:/|~?/|[A-Za-z]:[\\/]|\\\\)[^\s/\\"'][^"'\n]*)["']`, nil),
		form(Paths, `/\`, `(?:^|[^\p{L}\p{N}\p{Sc}/.%}<\\])(?P<it>(?:file:/{1,3}|~?/|[A-Za-z]:[\\/]|`+
			`\\\\(?:\?\\)?)[^\s/\\](?:[^\n"<>|]*[/\\])?`+last+`)`, nil),
		form(Paths, `/`, `/(?:Users|home|Volumes|private|var|Library|tmp|mnt|media)/[^\s/\\]`+
			`(?:[^\n"<>|]*[/\\])?`+last, nil),
		form(Paths, `$%`, `(?:\$\w+|\$\{\w+\}|%\w+%)[/\\][^\n"<>|]*?`+last, nil),
		form(Paths, `/\`, `(?i)\b(?:users|home|utenti|benutzer|usuarios|utilisateurs|usuários|`+
			`gebruikers|documents and settings)[/\\](?:[^\n"<>|]*[/\\])?`+last, nil),
		form(Paths, `\`, `[^\s"<>|\\]+\\[^\n"<>|\\]+\\(?:[^\n"<>|]*\\)?`+last, nil),
		// mail addresses
		form(Mails, "@", `"[^"\n@]{1,60}"@`+address, nil),
		form(Mails, "@", address+`@`+address, nil),
		by(at, around, Mails, `(?i)`+address+`(?:`+spokenDot+address+`){0,3} *[(\[{] ?`+
			`(?:`+atWords+`) ?[)\]}] *`+address+`(?:`+spokenDot+address+`)*`, nil),
		by(at, around, Mails, `(?i)(?:[\p{L}\p{N}_.+-]+ ){0,2}[\p{L}\p{N}_.+-]+ +`+
			`(?:`+atWords+`) +[\p{L}\p{N}.-]+`+spokenDot+`\p{L}{2,12}`, nil),
		by(at, around, Mails, `[\p{L}\p{N}_.+-]+ +AT +(?:[\p{L}\p{N}-]+\.)+\p{L}{2,12}`, nil),
		by(at, around, Mails, `(?i)[\p{L}\p{N}_+-]+[._+][\p{L}\p{N}_.+-]* +(?:at|arroba|arobase) +`+
			`(?:[\p{L}\p{N}-]+\.)+\p{L}{2,12}`, nil),
		// accounts
		form(Accounts, "@", `(?:^|[\s("',:])(?P<it>@[\p{L}\p{N}_.]{3,})`, nil),
		by(accountNames, behind, Accounts, value, tells),
		by(accountNames, behind, Accounts, quotedIt, tells),
		by(ownAccounts, behind, Accounts, wordIt, tells),
		by(accountNames, behind, Accounts, wordIt, handle),
		by(signedIn, behind, Accounts, ` +"?(?P<it>[\p{Ll}\p{N}][\p{L}\p{N}_.-]{2,40})`, tells),
		// numbers beside their names
		by(serials, behind, Numbers, value, digits(1)),
		by(serials, behind, Numbers, `(?i)(?: +(?:is|ist|est|es|è|`+
			`é))? *[:=#]? *["']?(?P<it>[a-z0-9][a-z0-9-]{3,})`, digits(1)),
		by(telephones, behind, Numbers, value, digits(4)),
		by(codes, behind, Numbers, `[^\d\n]{0,12}?(?P<it>\d[\d -]{2,12}\d)`, nil),
		by(shortCodes, behind, Numbers, ` *:? *"?(?P<it>\d{3}[ -]?\d{3})\b`, nil),
		// The number of an error tells nobody anything about a person, so "error code is" is none of these.
		by(shortCodes, around, Numbers, `(?i)(?:^|[^\p{L}])`+whose+` +(?:code|codice|código)`+is+
			`"?(?P<it>\d{4,8})\b`, nil),
		by(codes, before, Numbers, `(?i)\b`+codeIt+is+`(?:[\p{L}'.-]+ +){0,4}"?(?:[\p{L}'.]+[-'])?`, nil),
		by(shortCodes, before, Numbers, `(?i)\b`+codeIt+is+whose+` +(?:[\p{L}.]+[ -])?"?`, nil),
		// "Use 482-913 to sign in"
		form(Numbers, "0123456789", `(?i)\b(?:use|enter|type|nutze|verwende|gib|utilise[zr]?|`+
			`saisisse[zr]?|usa|ingresa|introduce|inserisci|digite|insira|gebruik|voer|typ) +"?`+codeIt+`"? +(?:to|as|on|in|zum|um|als|ein|pour|comme|`+
			`para|como|per|come|om|voor)\b`, nil),
		by(endings, behind, Numbers, ` *[:"']? *(?P<it>\d{2,4})`, nil),
		form(Numbers, "0123456789", `(?:[•●·]{2}|\*{3})[•*●· -]*(?P<it>\d{2,4})`, nil),
		by(births, behind, Numbers, ` *[:=]? *(?P<it>\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}|`+
			`\d{4} ?[年년] ?\d+ ?[月월] ?\d+ ?[日일]|`+
			`[^\n;\d]{0,20}\d[^\n;]{0,25}?\d{4})`, nil),
		// numbers by their form
		form(Numbers, "0123456789", `\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b`, digits(8)),
		form(Numbers, "0123456789", `(?i)\b[0-9a-f]{8}-(?:[0-9a-f]{16}|`+
			`(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b`, nil),
		// Apple's keys for recovery and passwords for apps
		form(Numbers, "-", `\b[\p{Latin}\p{N}]{4}(?:-[\p{Latin}\p{N}]{4}){3,}\b`, nil),
		form(Numbers, ":.-", `(?i)\b[0-9a-f]{2}(?:[:.-][0-9a-f]{2}){5}\b`, nil),
		form(Numbers, ":", `(?i)(?:^|[^\p{L}\p{N}:.])(?P<it>[0-9a-f]{0,4}:[0-9a-f:.]*:[0-9a-f:.]*`+
			`(?:%[\w-]+)?)`, networkAddress),
		form(Numbers, ".", `\b\d{1,3}(?:\.\d{1,3}){3}\b`, nil),
		form(Places, "0123456789", `\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b`, nil),
		form(Places, "0123456789", `〒? ?\d{3}-\d{4} +\p{Han}[^\s、。,]*`, nil),
		form(Numbers, "", `[\p{Latin}\p{N}]{8,}`, where(isSerial)),
	}
})

// numbers are the numbers of telephones and the like; as they have no other form than that, they come last.
var numbers = sync.OnceValue(func() []rule {
	return []rule{form(Numbers, "0123456789",
		`(?i)(?:tel:)?\+?[(]?\d[\d ().•·_/-]*\d(?: *(?:ext|x|durchwahl|dw|poste|`+
			`int)\.? *\d{1,5}\b)?`, where(isNumber))}
})

// applePage matches a link to a page of Apple, which anybody may read. Any other link may give access to
// shared things.
var applePage = regexp.MustCompile(`(?i)^(?:https?://|//)?(?:[a-z0-9-]+\.)*apple\.com(?:[/?#]|$)`)

// private takes out a link that may give access to shared things, without the signs of the sentence around it.
func private(link string) (from, to int) {
	link = strings.TrimRight(link, `.,;:!?)]}'`)
	if applePage.MatchString(link) || strings.HasPrefix(strings.ToLower(link), "file:") {
		return 0, 0
	}
	return 0, len(link)
}

// tells takes out a value with any word that is not an ordinary one, without blanks at its end.
func tells(found string) (from, to int) {
	if isOrdinary(found) {
		return 0, 0
	}
	return 0, len(strings.TrimRight(found, " .)]"))
}

// handle takes out a word that is made like the name of an account, with a digit or a sign inside.
func handle(found string) (from, to int) {
	if strings.ContainsAny(strings.Trim(found, "-."), "0123456789._") {
		return tells(found)
	}
	return 0, 0
}

// isOrdinary reports whether a text has ordinary words only.
func isOrdinary(text string) bool {
	for _, word := range token.FindAllString(text, -1) {
		if !isOrdinaryWord(word) {
			return false
		}
	}
	return true
}

func isOrdinaryWord(word string) bool {
	f := fold(word)
	return ordinary[f] || alsoNames[f] && isLower(word)
}

// isLower reports whether a word begins with a small letter.
func isLower(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}

// digits takes out a text that has at least n digits.
func digits(n int) func(string) (int, int) {
	return where(func(found string) bool { return countDigits(found) >= n })
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

// networkAddress takes out an IPv6 address, and leaves a time of day and the like.
func networkAddress(found string) (from, to int) {
	trimmed := strings.TrimRight(found, ".")
	if strings.HasSuffix(trimmed, ":") && !strings.HasSuffix(trimmed, "::") {
		trimmed = trimmed[:len(trimmed)-1]
	}
	if _, err := netip.ParseAddr(trimmed); err != nil || strings.Trim(trimmed, ":") == "" {
		return 0, 0
	}
	return 0, len(trimmed)
}

// productName matches a word with digits that is the name of a product and no serial number.
var productName = regexp.MustCompile(`(?i)^(?:ht|iphone|ipad|ipados|ios|icloud|mobilebackup|` +
	`idevicebackup)[a-z0-9]{0,6}$`)

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
var date = regexp.MustCompile(`^(?:(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:` +
	`(?:19|20)\d\d|\d\d))(?: +\d{1,2})?$`)

// leastDigits is the least number of digits of a telephone number or the number of a device.
const leastDigits = 7

// isNumber reports whether a text is a long number and no date: a telephone number, an IMEI and the like.
func isNumber(found string) bool {
	return countDigits(found) >= leastDigits && !date.MatchString(found)
}
