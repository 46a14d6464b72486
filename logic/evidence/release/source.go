// Package release asks, when a person wants to know, which version of the program is the newest. It asks one address, that of
// whoever built the program, and gets no file; a program that was built without an address asks nobody.
package release

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/web"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/words"
)

// ID names the source.
const ID = settings.Releases

// Bounds of one look.
const (
	longest   = 10 * time.Second
	maxAnswer = 512 << 10 // bytes; GitHub tells of each file of a release, and the notes on it
	maxLink   = 300       // bytes of the address of a page
)

// Source asks for the newest release.
type Source struct {
	// Address tells of the newest release, in the form in which GitHub does.
	Address string
	// Version is the one that runs, such as 1.2.3.
	Version string
	// Client makes the request; nil for one with the proxy of the system.
	Client *http.Client
}

// ID implements evidence.Source.
func (s *Source) ID() string { return ID }

// Limit implements evidence.Source.
func (s *Source) Limit() time.Duration { return longest }

// Discloses implements evidence.Discloser.
func (s *Source) Discloses() words.Sentence {
	return words.Say("release.privacy", "Host", web.Host(s.Address))
}

// Look implements evidence.Source. The report has a page when there is a newer version.
func (s *Source) Look(ctx context.Context, _ evidence.About) evidence.Report {
	begin := time.Now()
	body, answered, err := web.Get(ctx, s.Client, s.Address, maxAnswer)
	var report evidence.Report
	if err == nil {
		report, err = s.judge(body)
	}
	if err != nil {
		report = evidence.Failure(words.Say("release.unknown", "Error", err))
		answered = strings.TrimPrefix(answered+", "+err.Error(), ", ")
	}
	report.Asked = []evidence.Exchange{{Asked: http.MethodGet + " " + s.Address, Answered: answered, Took: time.Since(begin)}}
	return report
}

// answer is what GitHub says of a release, as far as it matters here.
type answer struct {
	Tag        string `json:"tag_name"` // v1.2.3
	Page       string `json:"html_url"`
	Draft      bool   `json:"draft"`
	Prerelease bool   `json:"prerelease"`
}

// judge compares the release that an answer tells of with the one that runs.
func (s *Source) judge(body []byte) (evidence.Report, error) {
	var a answer
	if err := json.Unmarshal(body, &a); err != nil {
		return evidence.Report{}, words.Wrap(err, "release.none")
	}
	newest, number := parse(a.Tag)
	if newest == nil || a.Draft || a.Prerelease {
		return evidence.Report{}, words.Fail("release.none")
	}
	own, _ := parse(s.Version)
	report := evidence.Report{State: evidence.Found, What: words.Say("release.newest")}
	switch slices.Compare(newest, own) {
	case -1:
		report.What = words.Say("release.older", "Newest", number)
	case 1:
		report.What = words.Say("release.newer", "Newest", number, "Version", s.Version)
		var err error
		if report.Page, err = s.page(a.Page); err != nil {
			return evidence.Report{}, err
		}
	}
	return report, nil
}

// page is the address of a page for people, if it is one of the server that was asked: GitHub answers at api.github.com and
// shows its pages at github.com.
func (s *Source) page(link string) (string, error) {
	asked, err := url.Parse(s.Address)
	if err != nil {
		return "", words.Fail("evidence.address", "Address", s.Address)
	}
	u, err := url.Parse(link)
	isOdd := func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) }
	if err != nil || len(link) > maxLink || strings.ContainsFunc(link, isOdd) || u.Scheme != "https" || u.User != nil ||
		u.Hostname() != strings.TrimPrefix(asked.Hostname(), "api.") {
		return "", words.Fail("release.elsewhere")
	}
	return u.String(), nil
}

// form is what a version looks like. Others, such as 2.0.0-rc.1, are no releases for everybody.
var form = regexp.MustCompile(`^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})$`)

// parse reads a version: its three numbers, and how people write it; nil for any other text.
func parse(tag string) (numbers []int, text string) {
	m := form.FindStringSubmatch(tag)
	if m == nil {
		return nil, ""
	}
	for _, part := range m[1:] {
		n, _ := strconv.Atoi(part) // nine digits
		numbers = append(numbers, n)
	}
	return numbers, strings.TrimPrefix(tag, "v")
}
