package applestatus

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"backupdoctor/logic/words"
)

// Bounds of what is taken from a feed, so that a hostile one costs nothing. The real one has about 70 services.
const (
	maxFeed     = 2 << 20 // bytes
	maxServices = 500
	maxEvents   = 50  // of one service
	maxText     = 300 // characters of a name or message
)

// Service is one line of Apple's status page, as far as it concerns a backup.
type Service struct {
	Part   part
	Name   string // as the page says it
	Events []Event
}

// part says what a service is to a backup.
type part int

const (
	backups  part = iota // iCloud Backup itself
	signIns              // iCloud's own account service
	accounts             // the Apple Account
	plans                // buying storage
)

// listing is what a feed says.
type listing struct {
	services []Service // those that concern a backup, by their parts
	// elsewhere is set when another service has an event that is not surely over. It may be one that concerns a backup, under a
	// name that is not known here.
	elsewhere bool
}

// isWhole reports whether a feed can say that all is fine: it names all that must be so, or nothing is amiss anywhere.
func (l *listing) isWhole() bool {
	has := func(p part) bool { return slices.ContainsFunc(l.services, func(s Service) bool { return s.Part == p }) }
	return has(backups) && (has(signIns) && has(accounts) || (has(signIns) || has(accounts)) && !l.elsewhere)
}

// Event is a disturbance or a maintenance.
type Event struct {
	Live    bool      // going on now, as the feed says it
	Planned bool      // announced
	Unknown bool      // the feed says a word about its state that is not known here
	Begin   time.Time // UTC; zero when not told
	End     time.Time // UTC; zero when not told
	Users   string    // who is affected, in Apple's words
	Message string    // in Apple's words
}

// isDuring reports whether a planned event should be going on at a time, by its own times.
func (e *Event) isDuring(at time.Time) bool {
	return e.Planned && !e.Begin.IsZero() && !e.Begin.After(at) && (e.End.IsZero() || e.End.After(at))
}

// partOf tells what a service is by its name, folded: letters and digits in lower case. The names in other languages are those
// of the phone's own pages; Apple's status page in these languages has not been seen. What is not recognized leads to the feed of
// the United States.
var partOf = map[string]part{
	"icloudbackup":             backups,
	"copiadeseguridadenicloud": backups,
	"sauvegardeicloud":         backups,
	"icloudバックアップ":             backups,
	"backupdoicloud":           backups,
	"icloud云备份":                backups,
	"icloudaccountsignin":      signIns,
	"appleaccount":             accounts,
	"cuentadeapple":            accounts,
	"compteapple":              accounts,
	"contaapple":               accounts,
	"apple账户":                  accounts,
	"appleid":                  accounts, // until 2024
	"icloudstorageupgrades":    plans,
}

// The words for the state of an event. Resolved events stay on the list.
var (
	liveWords    = []string{"ongoing"}
	endedWords   = []string{"resolved", "completed"}
	plannedWords = []string{"upcoming", "scheduled"}
)

// feed is the form of Apple's file; unknown keys are ignored.
type feed struct {
	Services []struct {
		Name   string     `json:"serviceName"`
		Events []rawEvent `json:"events"`
	} `json:"services"`
}

type rawEvent struct {
	Status  string  `json:"eventStatus"`
	Begin   *number `json:"epochStartDate"`
	End     *number `json:"epochEndDate"`
	Users   string  `json:"usersAffected"`
	Message string  `json:"message"`
}

// number is a number of milliseconds, in quotes or without.
type number int64

// UnmarshalJSON reads the number; another form counts as none.
func (n *number) UnmarshalJSON(text []byte) error {
	var x float64
	if json.Unmarshal(bytes.Trim(text, `"`), &x) == nil && x > 0 && x < 1e14 {
		*n = number(x)
	}
	return nil
}

// call is the name of the function around the data, as the older form of the feed has it.
var call = regexp.MustCompile(`^[A-Za-z_$][\w$.]{0,60}\(`)

// parse reads a feed: bare JSON, or JSON handed to a function. An error says why the text is no feed.
func parse(text []byte, read time.Time) (*listing, error) {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	if head := call.Find(text); head != nil {
		text = bytes.TrimRight(bytes.TrimPrefix(text, head), "; \t\r\n")
		text = bytes.TrimSuffix(text, []byte(")"))
	}
	if len(text) == 0 || text[0] != '{' {
		return nil, words.Fail("evidence.status.no-feed")
	}
	var f feed
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, words.Wrap(err, "evidence.status.no-feed")
	}
	if len(f.Services) == 0 || len(f.Services) > maxServices {
		return nil, words.Fail("evidence.status.no-feed")
	}
	l := &listing{}
	for _, s := range f.Services {
		name := clean(s.Name)
		p, concerns := partOf[fold(name)]
		service := Service{Part: p, Name: name}
		for _, e := range s.Events[:min(len(s.Events), maxEvents)] {
			event := e.event()
			service.Events = append(service.Events, event)
			l.elsewhere = l.elsewhere || !concerns && (event.Live || event.Unknown || event.isDuring(read))
		}
		if concerns {
			l.services = append(l.services, service)
		}
	}
	slices.SortStableFunc(l.services, func(a, b Service) int { return int(a.Part) - int(b.Part) })
	return l, nil
}

func (e *rawEvent) event() Event {
	status := strings.ToLower(strings.TrimSpace(e.Status))
	live, ended, planned := slices.Contains(liveWords, status), slices.Contains(endedWords, status),
		slices.Contains(plannedWords, status)
	return Event{
		Live: live, Planned: planned, Unknown: !live && !ended && !planned,
		Begin: moment(e.Begin), End: moment(e.End),
		Users: clean(e.Users), Message: clean(e.Message),
	}
}

func moment(ms *number) time.Time {
	if ms == nil || *ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(*ms)).UTC()
}

var tag = regexp.MustCompile(`<[^<>]{0,200}>`)

// clean returns a text of the feed as plain characters in one line, cut to a bearable length.
func clean(text string) string {
	text = tag.ReplaceAllString(html.UnescapeString(text), " ")
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > maxText {
		return string(runes[:maxText-1]) + "…"
	}
	return string(runes)
}

// fold returns letters and digits in lower case.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
