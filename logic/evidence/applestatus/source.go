// Package applestatus reads Apple's system status page: whether Apple reports a problem with iCloud Backup or with accounts.
//
// The page is built from a file with one entry for each service, first seen as described in the public repositories that read
// it; the form was checked on 2026-11-27. Whatever goes wrong leaves the answer unknown: never "fine", never "down".
package applestatus

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/web"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// ID names the source.
const ID = settings.AppleStatus

// Page is Apple's page for people.
const Page = "https://www.apple.com/support/systemstatus/"

// feedAddress is where the feed of a region is; {region} stands for a tag such as en_US.
const feedAddress = Page + "data/system_status_{region}.js"

// home is the region whose feed is known to exist and whose names are known.
const home = "en_US"

// Source reads the feed.
type Source struct {
	// Address takes the place of Apple's address; {region} in it stands for a tag such as en_US.
	Address string
	// Client makes the requests; nil for one with the proxy of the system.
	Client *http.Client
	// Kept is a file that keeps the last feed, so that a start soon after another one asks nobody; empty for none.
	Kept string
	Now  func() time.Time
}

// ID implements evidence.Source.
func (s *Source) ID() string { return ID }

// Limit implements evidence.Source.
func (s *Source) Limit() time.Duration { return 8 * time.Second }

// Discloses implements evidence.Discloser.
func (s *Source) Discloses() words.Sentence {
	return words.Say("evidence.status.privacy", "Host", web.Host(cmp.Or(s.Address, feedAddress)))
}

// Look implements evidence.Source: it reads the feed of the person's region, and that of the United States if the former can't
// be read or does not name iCloud Backup.
func (s *Source) Look(ctx context.Context, about evidence.About) evidence.Report {
	var asked []evidence.Exchange
	var failed error
	addresses := s.addresses(about.Country)
	if services, read := s.kept(addresses, about.Fresh); services != nil {
		return judge(services, read)
	}
	for _, address := range addresses {
		begin := time.Now()
		body, answered, err := web.Get(ctx, s.Client, address, maxFeed)
		var services []Service
		if err == nil {
			services, err = parse(body)
		}
		if err == nil && !names(services, backups, accounts) {
			err = words.Fail("evidence.status.no-backup") // "no problem" must be seen for both
		}
		if err != nil {
			answered += ", " + err.Error()
		}
		asked = append(asked, evidence.Exchange{
			Asked: http.MethodGet + " " + address, Answered: strings.TrimPrefix(answered, ", "), Took: time.Since(begin),
		})
		if err == nil {
			report := judge(services, s.Now())
			report.Asked = asked
			s.keep(address, body)
			return report
		}
		failed = err
	}
	report := evidence.Failure(words.Say("evidence.status.unknown", "Error", failed), asked...)
	report.Page = Page
	return report
}

// names reports whether a feed has services of all these parts.
func names(services []Service, parts ...part) bool {
	return !slices.ContainsFunc(parts, func(p part) bool {
		return !slices.ContainsFunc(services, func(s Service) bool { return s.Part == p })
	})
}

// addresses are those of the feeds to try, the best first.
func (s *Source) addresses(country string) []string {
	pattern := cmp.Or(s.Address, feedAddress)
	regions := []string{home}
	if r := region(country); r != "" && r != home {
		regions = []string{r, home}
	}
	if !strings.Contains(pattern, "{region}") {
		regions = regions[:1]
	}
	var list []string
	for _, r := range regions {
		list = append(list, strings.ReplaceAll(pattern, "{region}", r))
	}
	return list
}

// region is the tag of the feed of a country: its likeliest language and the country, such as de_DE.
func region(country string) string {
	r, err := language.ParseRegion(country)
	if err != nil || len(country) != 2 {
		return ""
	}
	tag, err := language.Compose(r)
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	return base.String() + "_" + r.String()
}
