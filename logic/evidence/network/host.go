package network

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"
	"unicode"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/web"
)

// fault is what is wrong with the way to a server, the worse the larger.
type fault int

const (
	none        fault = iota
	unreachable       // no connection, or no handshake
	blocked           // its name leads nowhere on purpose: a filter
	intercepted       // somebody else answers in its place
)

// result is what the test of one server found.
type result struct {
	name      string
	fault     fault
	issuer    string // of the certificate, when intercepted
	lacksIPv6 bool   // it has addresses of IPv6, and none answers, while one of IPv4 does
	asked     []evidence.Exchange
}

// test looks the server up, connects and shakes hands, for IPv4 and IPv6 apart.
func (s *Source) test(ctx context.Context, host string) result {
	ctx, stop := context.WithTimeout(ctx, each)
	defer stop()
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = host, "443"
	}
	r := result{name: name}
	four, errFour := s.lookUp(ctx, &r, "ip4", name)
	six, errSix := s.lookUp(ctx, &r, "ip6", name)
	usable := func(list []netip.Addr) []netip.Addr {
		var some []netip.Addr
		for _, a := range list {
			if !s.leadsNowhere(a) {
				some = append(some, a)
			}
		}
		return some
	}
	four, sixKnown, found := usable(four), usable(six), len(four)+len(six)
	switch {
	case found == 0 && notFound(errFour) && notFound(errSix), found > 0 && len(four)+len(sixKnown) == 0:
		r.fault = blocked
		return r
	case found == 0:
		r.fault = unreachable
		return r
	}
	r.fault = unreachable
	way := func(list []netip.Addr) (works bool) {
		for _, a := range list[:min(len(list), 2)] {
			issuer, err := s.shakeHands(ctx, &r, name, net.JoinHostPort(a.String(), port))
			if err != nil {
				continue
			}
			if !strings.EqualFold(issuer, apple) {
				r.fault, r.issuer = intercepted, issuer
			} else if r.fault == unreachable {
				r.fault = none
			}
			return true
		}
		return false
	}
	worksFour := way(four)
	worksSix := way(sixKnown)
	r.lacksIPv6 = len(sixKnown) > 0 && !worksSix && worksFour
	return r
}

// leadsNowhere reports whether a filter gives this address instead of the true one. Loopback is right for servers of settings.
func (s *Source) leadsNowhere(a netip.Addr) bool {
	return a.IsUnspecified() || a.IsPrivate() || a.IsLoopback() && len(s.Hosts) == 0 || a.IsLinkLocalUnicast()
}

func (s *Source) lookUp(ctx context.Context, r *result, network, name string) ([]netip.Addr, error) {
	begin := time.Now()
	list, err := s.resolve(ctx, network, name)
	r.asked = append(r.asked, exchange(dns(network, name), begin, fmt.Sprint(list), err))
	return list, err
}

func (s *Source) resolve(ctx context.Context, network, name string) ([]netip.Addr, error) {
	if a, err := netip.ParseAddr(name); err == nil {
		if a.Is4() == (network == "ip4") {
			return []netip.Addr{a}, nil
		}
		return nil, nil // the other kind of addresses
	}
	if s.resolver != nil {
		return s.resolver.LookupNetIP(ctx, network, name)
	}
	list, err := net.DefaultResolver.LookupNetIP(ctx, network, name)
	for i := range list {
		list[i] = list[i].Unmap()
	}
	return list, err
}

// lookup is what the search for a name of somebody else found.
type lookup struct {
	found bool
	asked evidence.Exchange
}

func (s *Source) find(ctx context.Context, name string) lookup {
	ctx, stop := context.WithTimeout(ctx, each)
	defer stop()
	begin := time.Now()
	list, err := s.resolve(ctx, "ip4", name)
	return lookup{err == nil && len(list) > 0, exchange(dns("ip4", name), begin, fmt.Sprint(list), err)}
}

// shakeHands connects to an address and returns the organization that issued the certificate that the server shows. Whether
// the system trusts that issuer does not matter here: Apple's own services trust only Apple.
func (s *Source) shakeHands(ctx context.Context, r *result, name, address string) (issuer string, err error) {
	begin := time.Now()
	defer func() { r.asked = append(r.asked, exchange("TLS "+name+" at "+address, begin, issuer, err)) }()
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", address)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	client := tls.Client(conn, &tls.Config{ServerName: name, InsecureSkipVerify: true}) //nolint:gosec // only the name of the issuer is wanted, nothing is sent
	if err := client.HandshakeContext(ctx); err != nil {
		return "", err
	}
	leaf := client.ConnectionState().PeerCertificates[0]
	if len(leaf.Issuer.Organization) > 0 {
		return readable(leaf.Issuer.Organization[0]), nil
	}
	return readable(leaf.Issuer.CommonName), nil
}

// signIn is what the page for networks with a sign-in page said.
type signIn struct {
	answered    bool
	intercepted bool // another page came in its place
	asked       evidence.Exchange
}

func (s *Source) askSignIn(ctx context.Context) (page signIn) {
	ctx, stop := context.WithTimeout(ctx, each)
	defer stop()
	address, begin := s.signIn, time.Now()
	if address == "" {
		address = signInPage
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		page.asked = exchange("GET "+address, begin, "", err)
		return page
	}
	client := web.Client(s.client, request.URL)
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, err := client.Do(request)
	if err != nil {
		page.asked = exchange("GET "+address, begin, "", err)
		return page
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, 64<<10))
	page.asked = exchange("GET "+address, begin, fmt.Sprintf("%d, %d bytes", response.StatusCode, len(body)), err)
	page.answered = err == nil
	page.intercepted = err == nil && response.StatusCode < 500 && !strings.Contains(string(body), "Success")
	return page
}

func exchange(asked string, begin time.Time, answered string, err error) evidence.Exchange {
	if err != nil {
		answered = web.Plain(err)
	}
	return evidence.Exchange{Asked: asked, Answered: answered, Took: time.Since(begin)}
}

// notFound reports whether the name server says that there is no such name, or gives no address of this kind.
func notFound(err error) bool {
	var dns *net.DNSError
	return err == nil || errors.As(err, &dns) && dns.IsNotFound
}

// readable returns a name of a certificate in one line of bearable length.
func readable(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	name = strings.Join(strings.Fields(name), " ")
	if runes := []rune(name); len(runes) > 80 {
		return string(runes[:79]) + "…"
	}
	return name
}

// dns names a question to a name server.
func dns(network, name string) string { return "DNS " + network + " " + name }
