package release

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/evidence"
)

// released is what GitHub's API says of a newest release, shortened.
func released(tag, page string) string {
	return fmt.Sprintf(`{"url":"https://api.github.com/repos/o/n/releases/1","html_url":%q,"id":1,"author":{"login":"o"},
		"node_id":"RE_1","tag_name":%q,"target_commitish":"main","name":"One","draft":false,"immutable":false,"prerelease":false,
		"published_at":"2026-11-27T10:00:00Z","assets":[{"name":"a.deb","size":1,"digest":null}],"body":"Notes"}`, page, tag)
}

const page = "https://127.0.0.1/o/n/releases/tag/one"

func look(t *testing.T, version, body string) evidence.Report {
	t.Helper()
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests++
		if r.Method != http.MethodGet || r.ContentLength > 0 || strings.Contains(fmt.Sprint(r.URL, r.Header), version) {
			t.Errorf("%s %s %v tells more than the question", r.Method, r.URL, r.Header)
		}
		_, _ = w.Write([]byte(body))
	}))
	defer server.Close()
	source := Source{Address: server.URL + "/repos/o/n/releases/latest", Version: version}
	report := source.Look(context.Background(), evidence.About{})
	if requests != 1 || len(report.Asked) != 1 || !strings.Contains(report.Asked[0].Asked, source.Address) {
		t.Errorf("%d requests, told as %v", requests, report.Asked)
	}
	return report
}

func TestVersionsAreComparedByTheirNumbers(t *testing.T) {
	for _, c := range []struct{ own, newest, want string }{
		{"0.1.0", "v0.2.0", "There is a newer version, 0.2.0. You have 0.1.0."},
		{"0.9.0", "v0.10.0", "There is a newer version, 0.10.0. You have 0.9.0."},
		{"1.9.9", "2.0.0", "There is a newer version, 2.0.0. You have 1.9.9."},
		{"1.0.1", "v1.0.2", "There is a newer version, 1.0.2. You have 1.0.1."},
		{"1.2.3", "v1.2.3", "This is the newest version."},
		{"1.2.3", "v1.2.2", "The newest version there is 1.2.2, which is older than yours."},
		{"1.10.0", "v1.9.9", "The newest version there is 1.9.9, which is older than yours."},
	} {
		report := look(t, c.own, released(c.newest, page))
		wantPage := ""
		if strings.Contains(c.want, "newer") {
			wantPage = page
		}
		if report.State != evidence.Found || report.What.String() != c.want || report.Page != wantPage {
			t.Errorf("%s to %s: %v, %s, page %q", c.own, c.newest, report.State, report.What, report.Page)
		}
	}
}

// What is no release for everybody, or comes from elsewhere, is told as not known, and leads nowhere.
func TestHostileAnswersLeadNowhere(t *testing.T) {
	for name, body := range map[string]string{
		"huge":                       `{"body":"` + strings.Repeat("x", maxAnswer) + `"}`,
		"empty":                      "",
		"a sign-in page":             "<html>Welcome to the Wi-Fi",
		"a list":                     "[" + released("v9.0.0", page) + "]",
		"a number for a name":        `{"tag_name":9,"html_url":"` + page + `"}`,
		"no name":                    `{"message":"API rate limit exceeded"}`,
		"a draft":                    strings.Replace(released("v9.0.0", page), `"draft":false`, `"draft":true`, 1),
		"a trial":                    strings.Replace(released("v9.0.0", page), `"prerelease":false`, `"prerelease":true`, 1),
		"a trial by its name":        released("v9.0.0-rc.1", page),
		"a version of two numbers":   released("v9.0", page),
		"a version out of bounds":    released("v99999999999999999999.0.0", page),
		"an order to the terminal":   released("v9.0.0\x1b]0;owned\a", page),
		"a line after the version":   released("v9.0.0\nCall +1 555 0100", page),
		"an invisible turn of lines": released("v9.0.0\u202e", page),
		"no page":                    released("v9.0.0", ""),
		"a page without encryption":  released("v9.0.0", "http://127.0.0.1/o"),
		"a page elsewhere":           released("v9.0.0", "https://127.0.0.1.evil.test/o"),
		"a page with a name before":  released("v9.0.0", "https://127.0.0.1@evil.test/o"),
		"a password in the page":     released("v9.0.0", "https://me:secret@127.0.0.1/o"),
		"a file":                     released("v9.0.0", "file:///etc/passwd"),
		"a script":                   released("v9.0.0", "javascript:alert(1)"),
		"a page with control":        released("v9.0.0", "https://127.0.0.1/o\x7f\r\n"),
		"a page with hidden signs":   released("v9.0.0", "https://127.0.0.1/\u200bo"),
		"a very long page":           released("v9.0.0", "https://127.0.0.1/"+strings.Repeat("o", maxLink)),
	} {
		report := look(t, "1.2.3", body)
		told := report.What.String()
		if report.State != evidence.Failed || report.Page != "" || !strings.HasPrefix(told, "Whether there is a newer version isn’t known. (") {
			t.Errorf("%s: %v, %s, page %q", name, report.State, told, report.Page)
		}
		if len(told) > 400 || strings.ContainsAny(told+report.Asked[0].Answered, "\x1b\a\r\n\u202e\u200b") {
			t.Errorf("%s is told as %q", name, told)
		}
	}
}

// A server that only dribbles is left when the time of a look is over, one that refuses or sends elsewhere is told as such.
func TestServersThatDoNotAnswer(t *testing.T) {
	silent := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = w.Write([]byte(" "))
			_ = http.NewResponseController(w).Flush()
			time.Sleep(10 * time.Millisecond)
		}
	}))
	defer silent.Close()
	refuses := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, released("v9.0.0", page), http.StatusForbidden)
	}))
	defer refuses.Close()
	moved := httptest.NewServer(http.RedirectHandler("https://elsewhere.test/", http.StatusFound))
	defer moved.Close()
	closed := httptest.NewServer(nil)
	closed.Close()
	for address, want := range map[string]string{
		silent.URL: "no answer in time", refuses.URL: "answered with 403", moved.URL: "sent elsewhere", closed.URL: "refused",
		"ftp://127.0.0.1/": "not a web address",
	} {
		ctx, stop := context.WithTimeout(context.Background(), 300*time.Millisecond)
		begin := time.Now()
		report := (&Source{Address: address, Version: "1.2.3"}).Look(ctx, evidence.About{})
		stop()
		if report.State != evidence.Failed || !strings.Contains(report.What.String(), want) || report.Page != "" {
			t.Errorf("%s: %v, %s", address, report.State, report.What)
		}
		if took := time.Since(begin); took > 3*time.Second {
			t.Errorf("%s took %v", address, took)
		}
	}
}

// GitHub answers at one name and shows its pages at another.
func TestThePageOfGitHub(t *testing.T) {
	s := Source{Address: "https://api.github.com/repos/o/n/releases/latest", Version: "0.1.0"}
	report, err := s.judge([]byte(released("v0.2.0", "https://github.com/o/n/releases/tag/v0.2.0")))
	if err != nil || report.Page != "https://github.com/o/n/releases/tag/v0.2.0" {
		t.Errorf("%v, %v", report, err)
	}
	if told := s.Discloses().String(); !strings.Contains(told, " from api.github.com.") {
		t.Error(told)
	}
}
