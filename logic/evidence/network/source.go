// Package network tests whether Apple's servers can be reached from the network of this computer: what the phone meets if it is
// on the same Wi-Fi. It looks names up, connects and shakes hands; it sends no request but the one for a sign-in page, and
// nothing about a person.
//
// Apple names the servers and says that its services refuse connections that somebody inspects on the way:
// support.apple.com/101555.
package network

import (
	"cmp"
	"context"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/web"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// ID names the source.
const ID = settings.ThisNetwork

// each is how long the test of one server may take.
const each = 3 * time.Second

// The servers that are tested, a part of Apple's list for iCloud and accounts.
var appleHosts = []string{
	"setup.icloud.com", "gateway.icloud.com", "www.icloud.com", "cvws.icloud-content.com",
	"gsa.apple.com", "idmsa.apple.com",
}

const (
	// signInPage answers "Success" unless the network puts a page of its own in its place.
	signInPage = "http://captive.apple.com/hotspot-detect.html"
	// controlName is a name of somebody else: where it is found and Apple's are not, a filter stands between.
	controlName = "example.com"
	// apple is the organization that issues the certificates of Apple's servers.
	apple = "Apple Inc."
)

// resolver looks names up.
type resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// Source tests the network.
type Source struct {
	Hosts []string // names, each with or without a port, at most 32 of them; empty for Apple's

	signIn   string       // address of the page that answers "Success"; empty for Apple's
	control  string       // a name of somebody else; empty for the usual one
	resolver resolver     // nil for the system's
	client   *http.Client // nil for one with the proxy of the system
	proxied  func() bool  // nil asks the system
}

// ID implements evidence.Source.
func (s *Source) ID() string { return ID }

// Limit implements evidence.Source.
func (s *Source) Limit() time.Duration { return 3 * each }

// Discloses implements evidence.Discloser.
func (s *Source) Discloses() words.Sentence {
	return words.Say("evidence.network.privacy", "Hosts", strings.Join(s.hosts(), ", "),
		"Control", controlName, "Page", web.Host(signInPage))
}

// hosts are the servers that are tested.
func (s *Source) hosts() []string {
	if len(s.Hosts) == 0 {
		return appleHosts
	}
	return s.Hosts[:min(len(s.Hosts), maxHosts)]
}

// Look implements evidence.Source: it tests all servers side by side and says what the worst of them means.
func (s *Source) Look(ctx context.Context, _ evidence.About) evidence.Report {
	hosts := s.hosts()
	var (
		all     evidence.Crew
		results = make([]result, len(hosts))
		page    signIn
		others  lookup
	)
	for i, host := range hosts {
		all.Go(func() { results[i] = s.test(ctx, host) })
	}
	all.Go(func() { page = s.askSignIn(ctx) })
	all.Go(func() { others = s.find(ctx, cmp.Or(s.control, controlName)) })
	all.Wait()
	return judge(results, page, others, s.isProxied(hosts[0]))
}

// isProxied reports whether the programs of this computer reach a server through a proxy, which this test does not use.
func (s *Source) isProxied(host string) bool {
	if s.proxied != nil {
		return s.proxied()
	}
	return web.IsProxied("https://" + host + "/")
}

const maxHosts = 32

// The check that the network answers, and the answers.
const (
	check    = "network-reach"
	reached  = "reached"
	watched  = "warning"
	refused  = "fails"
	signPage = "login-page"
)

// judge says what the results mean together. Facts are those of this computer's network, so that the person is asked whether
// the phone is on the same. Where a proxy stands between, a way that is closed says nothing: the phone may use the proxy, too.
func judge(results []result, page signIn, others lookup, proxied bool) evidence.Report {
	slices.SortStableFunc(results, func(a, b result) int { return int(b.fault) - int(a.fault) })
	report := evidence.Report{State: evidence.Found, Asks: words.Say("evidence.network.same")}
	answer, works := reached, 0
	var names []string
	for _, r := range results {
		report.Asked = append(report.Asked, r.asked...)
		if r.fault == none {
			works++
		} else {
			names = append(names, r.name)
		}
		if r.lacksIPv6 {
			report.More = append(report.More, words.Say("evidence.network.no-ipv6", "Host", r.name))
		}
	}
	report.Asked = append(report.Asked, page.asked, others.asked)
	worst := results[0]
	switch {
	case page.intercepted:
		answer, report.What = signPage, words.Say("evidence.network.sign-in")
	case worst.fault == intercepted:
		answer, report.What = watched, words.Say("evidence.network.intercepted", "Host", worst.name, "Issuer", worst.issuer)
	case works == 0 && !others.found && !page.answered:
		return evidence.Report{State: evidence.Needs, What: words.Say("evidence.network.offline"), Asked: report.Asked}
	case proxied && works < len(results):
		return evidence.Failure(words.Say("evidence.network.proxied"), report.Asked...)
	case worst.fault == blocked && others.found:
		answer, report.What = refused, words.Say("evidence.network.blocked", "Hosts", strings.Join(names, ", "))
	case works == len(results):
		report.What = words.Say("evidence.network.reached", "Count", works)
	case 2*works < len(results):
		answer, report.What = refused, words.Say("evidence.network.unreachable", "Hosts", strings.Join(names, ", "))
	default: // some servers can be down without any fault of the network: nothing is known
		some := evidence.Failure(words.Say("evidence.network.unreachable", "Hosts", strings.Join(names, ", ")), report.Asked...)
		some.More = report.More
		return some
	}
	report.Brief = words.Say("evidence.network.brief.reached")
	if report.Trouble = answer != reached; report.Trouble {
		report.Brief = words.Say("evidence.network.brief.trouble")
	}
	report.Reading = casefile.Reading{Source: casefile.FromNetwork, Facts: []casefile.Observed{{
		Check: check, Answer: answer, How: casefile.HowMeasured,
	}}}
	return report
}
