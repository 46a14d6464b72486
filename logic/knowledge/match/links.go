package match

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// link is an address as mails and text messages write it: with its scheme, with www, or a bare host and a path.
var link = regexp.MustCompile(`(?i)(?:\b(?:https?|hxxps?)://|\bwww\.)([^\s/?#<>"'()]+)|` +
	`(?:^|[\s(<"'])([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12})/[^\s]`)

// ofApple tells the hosts of Apple's own links, together with those below them.
var ofApple = regexp.MustCompile(`(?:^|\.)(?:(?:apple|icloud)\.com(?:\.cn)?|cdn-apple\.com|apple\.co)$`)

// stranger is the host of a link that is not Apple's.
type stranger struct {
	host      string
	imitating bool // the link bears Apple's name
}

// strangers are the hosts of a text's links that are not Apple's. What stands before an @ is no host.
func strangers(text string) []stranger {
	var list []stranger
	for _, found := range link.FindAllStringSubmatch(text, -1) {
		written := strings.ToLower(found[1] + found[2])
		host, _, _ := strings.Cut(written[strings.LastIndexByte(written, '@')+1:], ":")
		host = strings.Trim(strings.TrimPrefix(host, "www."), ".,;!")
		isName := strings.HasPrefix(host, "com.") // of a program, in a log
		if strings.Contains(host, ".") && !ofApple.MatchString(host) && !isName {
			list = append(list, stranger{host, bearsName(written)})
		}
	}
	return list
}

// bearsName reports Apple's name in a host.
func bearsName(host string) bool {
	parts := strings.FieldsFunc(host, func(r rune) bool { return strings.ContainsRune(".-@:", r) })
	return slices.ContainsFunc(parts, func(part string) bool {
		return part == "apple" || part == "appleid" || strings.Contains(part, "icloud")
	})
}

// readLinks raises the frauds of which a text with a link to a stranger has a bait. The link alone proves nothing,
// since people also say where they have read something; so it is sure only where the link bears Apple's name.
func (m *Matcher) readLinks(text string, best []reading) {
	const perhaps = 0.7
	hosts := strangers(text)
	if len(hosts) == 0 {
		return
	}
	list, _ := cut(link.ReplaceAllString(text, " "))
	for i := range m.subjects {
		e := m.subjects[i].Elsewhere
		if e == nil || !e.Fraud || !hasBait(list, e.Baits) {
			continue
		}
		score, host := math.Max(best[i].score, perhaps), hosts[0].host
		if at := slices.IndexFunc(hosts, func(s stranger) bool { return s.imitating }); at >= 0 {
			score, host = 1, hosts[at].host
		}
		best[i] = reading{form: best[i].form, score: score, weight: math.Inf(1), covered: 1, text: host}
	}
}

// hasBait reports whether one of a text's words begins with a bait.
func hasBait(list, baits []string) bool {
	return slices.ContainsFunc(baits, func(bait string) bool {
		bait = Fold(bait)
		begins := func(word string) bool { return strings.HasPrefix(word, bait) }
		return bait != "" && slices.ContainsFunc(list, begins)
	})
}
