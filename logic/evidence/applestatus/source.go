// Package applestatus reads Apple's system status page: whether Apple reports a problem with iCloud Backup or with accounts.
//
// The page is built from a file with one entry for each service, first seen as described in the public repositories that read
// it; the form was checked on 2026-11-27. Whatever goes wrong leaves the answer unknown: never "fine", never "down".
package applestatus

import (
	"cmp"
	"context"
	"net/http"
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
// be read or does not tell.
func (s *Source) Look(ctx context.Context, about evidence.About) evidence.Report {
	addresses := s.addresses(about.Country)
	if report, ok := s.kept(addresses, about.Fresh); ok {
		return report
	}
	var asked []evidence.Exchange
	var report evidence.Report
	for i, address := range addresses {
		one, body, exchange := s.ask(ctx, address, len(addresses)-i)
		asked = append(asked, exchange)
		if report = from(i, one); report.State == evidence.Found {
			s.keep(address, body)
			break
		}
	}
	report.Asked = asked
	return report
}

// from says of a report that it comes from another page than the one of the person's country, which is the first.
func from(page int, report evidence.Report) evidence.Report {
	if page > 0 && report.State == evidence.Found {
		report.More = append(report.More, words.Say("evidence.status.elsewhere"))
	}
	return report
}

// ask reads and judges one feed, in its share of the time: so many are left to be asked.
func (s *Source) ask(ctx context.Context, address string, left int) (evidence.Report, []byte, evidence.Exchange) {
	begin := time.Now()
	ctx, stop := context.WithTimeout(ctx, s.Limit()/time.Duration(left))
	defer stop()
	body, answered, err := web.Get(ctx, s.Client, address, maxFeed)
	var report evidence.Report
	if err == nil {
		var l *listing
		if l, err = parse(body, s.Now()); err == nil {
			report = judge(l, s.Now())
		}
	}
	if err != nil {
		report = evidence.Failure(words.Say("evidence.status.unknown", "Error", err))
		report.Page = Page
	}
	switch {
	case err != nil:
		answered += ", " + err.Error()
	case report.State != evidence.Found:
		answered += ", " + report.What.String()
	}
	return report, body, evidence.Exchange{
		Asked: http.MethodGet + " " + address, Answered: strings.TrimPrefix(answered, ", "), Took: time.Since(begin),
	}
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
