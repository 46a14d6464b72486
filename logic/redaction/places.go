package redaction

import (
	"strings"
	"sync"
)

// town is what may follow a street and its number: a postcode and a place.
const town = `(?:,? ?\d{4,5}(?: [A-Z]{2}\b)?)?(?:,? \p{Lu}[\p{L}-]+){0,2}`

// places are the rules for postal addresses.
var places = sync.OnceValue(func() []rule {
	return []rule{
		form(Places, "0123456789", `\b\d{1,5}[a-zA-Z]? (?:\p{Lu}[\p{L}'.-]* ){1,3}(?:Street|St|Road|Rd|`+
			`Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|`+
			`Place|Pl|Square|Terrace|Close|Crescent|Highway|Loop|Trail|Parkway|Pkwy|Circle|Cir|Grove|`+
			`Gardens|Row|Mews)\b\.?`+town, nil),
		form(Places, "0123456789", `(?:\b\d{1,5}[a-zA-Z]? )?\p{Lu}[\p{L}\p{N} .,'#-]{1,60}, `+
			`[A-Z]{2} \d{5}(?:-\d{4})?\b`, nil),
		form(Places, "0123456789", `\p{Lu}[\p{L}.-]*(?:straße|strasse|str\.|weg|allee|gasse|ufer|damm|`+
			`straat|laan|plein|gracht|gatan|vägen|gata|vej|gade|gate) ?\d{1,4}`+
			` ?[a-zA-Z]?\b`+town, nil),
		form(Places, "0123456789", `(?:^|[^\p{L}\p{N}])(?P<it>\p{Lu}[\p{L} .-]{2,40} \d{1,4} ?[a-z]?,? `+
			`(?:[A-Z]{1,2}-)?\d{4,5} (?:[A-Z]{2} )?\p{Lu}\p{L}+)`, where(isNoDate)),
		form(Places, "0123456789", `(?i)\b\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\.|`+
			`boulevard|bd|place|chemin|impasse|allée|quai|route|cours) [^\n,;.]{2,40}`, nil),
		form(Places, "0123456789", `(?:^|[^\p{L}])(?P<it>(?:Via|(?i:viale|piazza|corso|largo|calle|c/|`+
			`avenida|avda\.|av\.|plaza|paseo|camino|rua|travessa|praça|ulica|ul\.|улица|ул\.|`+
			`проспект|пр\.))[ ]*\p{Lu}[^\n,;\d]{1,40},? ?(?:n[.º°]+ ?|`+
			`д\. ?)?\d{1,4}[a-zA-Z]?\b)`, where(isNoNetwork)),
		form(Places, "0123456789", `\p{Han}{2,6}[都道府県]\p{Han}{1,10}[市区町村郡][^\s、。,]*`, nil),
		form(Places, "0123456789", `\p{Han}{2,30}[路街道巷弄]\d+号?[^\s,。]*`, nil),
	}
})

// isNoNetwork reports whether a text speaks of no technical thing, as "Via Wi-Fi 6" does.
func isNoNetwork(found string) bool {
	for _, word := range strings.Fields(found)[1:] {
		if ordinary[fold(strings.Trim(word, ",."))] {
			return false
		}
	}
	return true
}

// isNoDate reports whether a text tells no day: "Backup vom 3, 2026 um" and "November 3, 2026 The" have the form of an
// address. A number of the form of a year is one only behind a day of a month or behind ordinary words, since postcodes
// look the same: "Lac 3, 2000 Neuchâtel", "An der Au 7, 2015 Sion".
func isNoDate(found string) bool {
	all := token.FindAllString(found, -1)
	for i, word := range all {
		isYear := len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20"))
		before := all[max(i-2, 0)]
		f := fold(before)
		if isYear && (months[f] || impersonal[f] || isLower(before) && isOrdinaryWord(before)) {
			return false
		}
	}
	return true
}
