// Package upload measures how fast this computer sends: what the phone has about, too, if it is on the same Wi-Fi. It sends random
// bytes to the servers that Apple runs for its own tool networkQuality, and nothing about a person.
//
// The addresses and the form of the configuration are those of github.com/network-quality; they were checked in public programs
// on 2026-11-27. Whatever goes wrong leaves the speed unknown.
package upload

import (
	"cmp"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/web"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// ID names the source.
const ID = settings.UploadSpeed

// configuration is where Apple's addresses for the test stand.
const configuration = "https://mensura.cdn-apple.com/api/v1/gm/config"

// Bounds of one test.
const (
	most      = 25_000_000      // bytes that are sent, the price that people are told
	longest   = 8 * time.Second // of sending
	asking    = 4 * time.Second // for the configuration
	maxConfig = 64 << 10        // bytes of the configuration
	margin    = 2 * time.Second // for what has to end
	kilobyte  = 1000            // as people count
	megabyte  = 1000 * kilobyte // likewise
	megabit   = megabyte / 8    // likewise, in bytes
)

// Source measures.
type Source struct {
	// Address takes the place of the address of Apple's configuration.
	Address string
	// Client makes the requests; nil for one with the proxy of the system.
	Client *http.Client

	limits limits // zero for the usual ones
}

// limits bound one test.
type limits struct {
	bytes int64
	time  time.Duration
}

// ID implements evidence.Source.
func (s *Source) ID() string { return ID }

// Limit implements evidence.Source.
func (s *Source) Limit() time.Duration { return asking + longest + margin }

// Cost implements evidence.Costly.
func (s *Source) Cost() words.Sentence {
	return words.Say("evidence.upload.cost", "Megabytes", most/megabyte, "Seconds", int(longest.Seconds()))
}

// Discloses implements evidence.Discloser.
func (s *Source) Discloses() words.Sentence {
	return words.Say("evidence.upload.privacy", "Host", web.Host(cmp.Or(s.Address, configuration)))
}

// Look implements evidence.Source.
func (s *Source) Look(ctx context.Context, about evidence.About) evidence.Report {
	var asked []evidence.Exchange
	target, exchange, err := s.target(ctx)
	asked = append(asked, exchange)
	if err != nil {
		return failure(err, asked)
	}
	own := limits{cmp.Or(s.limits.bytes, most), cmp.Or(s.limits.time, longest)}
	m := newMeasuring(target, s.sender(target), own)
	speed, exchange, err := m.run(ctx, about.Progress)
	asked = append(asked, exchange)
	if err != nil {
		return failure(err, asked)
	}
	return judge(speed, m.sent, asked)
}

func failure(err error, asked []evidence.Exchange) evidence.Report {
	return evidence.Failure(words.Say("evidence.upload.unknown", "Error", err), asked...)
}

// target asks where to send to.
func (s *Source) target(ctx context.Context) (*url.URL, evidence.Exchange, error) {
	ctx, stop := context.WithTimeout(ctx, asking)
	defer stop()
	address, begin := cmp.Or(s.Address, configuration), time.Now()
	body, answered, err := web.Get(ctx, s.Client, address, maxConfig)
	var target *url.URL
	if err == nil {
		target, err = parse(body, address)
	}
	exchange := evidence.Exchange{Asked: http.MethodGet + " " + address, Answered: answered, Took: time.Since(begin)}
	if err != nil {
		exchange.Answered = strings.TrimPrefix(answered+", "+err.Error(), ", ")
	}
	return target, exchange, err
}

// parse reads the configuration that came from an address, and returns where to send to. An address that leads elsewhere is
// refused: nobody else is to be sent anything.
func parse(body []byte, from string) (*url.URL, error) {
	var config struct {
		URLs struct {
			Upload string `json:"https_upload_url"`
		} `json:"urls"`
	}
	if err := json.Unmarshal(body, &config); err != nil || config.URLs.Upload == "" {
		return nil, words.Fail("evidence.upload.no-config")
	}
	first, err := web.Parse(from)
	if err != nil {
		return nil, err
	}
	target, err := web.Parse(config.URLs.Upload)
	if err != nil || target.User != nil || target.Scheme != first.Scheme || !isSameParty(target.Host, first.Host) {
		return nil, words.Fail("evidence.upload.elsewhere")
	}
	return target, nil
}

// appleDomains are those in which Apple runs the test.
var appleDomains = []string{".apple.com", ".cdn-apple.com", ".aaplimg.com"}

// isSameParty reports whether two servers, each with or without a port, are one, or are both Apple's.
func isSameParty(one, other string) bool {
	if strings.EqualFold(one, other) {
		return true
	}
	isApple := func(host string) bool {
		name := host
		if n, port, err := net.SplitHostPort(host); err == nil && port == "443" {
			name = n
		}
		for _, domain := range appleDomains {
			if strings.HasSuffix(strings.ToLower(name), domain) {
				return true
			}
		}
		return false
	}
	return isApple(one) && isApple(other)
}

// sender is the client that sends. It uses HTTP/1.1, because in HTTP/2 all streams share one connection, in which the slowest
// part of the way holds all up and the server's window hides how fast the line is.
func (s *Source) sender(target *url.URL) *http.Client {
	if s.Client != nil {
		return web.Client(s.Client, target)
	}
	transport := web.Transport()
	transport.Protocols = new(http.Protocols)
	transport.Protocols.SetHTTP1(true)
	transport.ForceAttemptHTTP2 = false
	transport.MaxIdleConnsPerHost = streams
	return web.Client(&http.Client{Transport: transport}, target)
}

// The check that the speed answers, and the answers: below 2, up to 10 and above 10 Mbit/s, as their labels say.
const (
	check  = "upload-speed"
	slow   = "slow"
	medium = "medium"
	fast   = "fast"

	slowBelow = 2
	fastAbove = 10
)

// judge says what a speed in Mbit/s means. It is that of this computer, so that the person is asked whether the phone is on the
// same network.
func judge(speed float64, sent int64, asked []evidence.Exchange) evidence.Report {
	answer := medium
	switch {
	case speed < slowBelow:
		answer = slow
	case speed > fastAbove:
		answer = fast
	}
	return evidence.Report{
		State: evidence.Found, Trouble: answer == slow, Brief: words.Say("evidence.upload.brief", "Speed", evidence.Figure(speed)),
		What: words.Say("evidence.upload.found", "Speed", evidence.Figure(speed), "Megabytes", evidence.Figure(float64(sent)/megabyte)),
		Asks: words.Say("evidence.network.same"), Asked: asked,
		Reading: casefile.Reading{Source: casefile.FromNetwork, Facts: []casefile.Observed{{
			Check: check, Answer: answer, Value: value(speed), How: casefile.HowMeasured,
		}}},
	}
}

// value writes a speed as the storage planner reads it.
func value(speed float64) string { return strconv.FormatFloat(speed, 'f', 2, 64) + " Mbit/s" }
