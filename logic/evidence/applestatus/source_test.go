package applestatus

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/words"
)

var now = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)

// ms is a moment some hours before now in the feed's milliseconds.
func ms(hours int) int64 { return now.Add(-time.Duration(hours) * time.Hour).UnixMilli() }

// page is a feed with these events of iCloud Backup and of accounts.
func page(backup, account string) string {
	return fmt.Sprintf(`{"drpost":true,"drMessage":null,"services":[
		{"redirectUrl":null,"events":[],"serviceName":"App Store"},
		{"redirectUrl":null,"events":[%s],"serviceName":"iCloud Backup"},
		{"redirectUrl":null,"events":[%s],"serviceName":"iCloud Account &amp; Sign In"},
		{"redirectUrl":null,"events":[],"serviceName":"iCloud Storage Upgrades"}]}`, backup, account)
}

// translated is a feed in another language: iCloud Backup by this name, the Apple Account, and iCloud's account service by a name
// that is not known.
func translated(name, backup, unnamed string) string {
	return fmt.Sprintf(`{"services":[{"serviceName":%q,"events":[%s]},{"serviceName":"Apple Account","events":[]},
		{"serviceName":"iCloud-Anmeldung","events":[%s]}]}`, name, backup, unnamed)
}

func event(status string, begin, end any) string {
	return fmt.Sprintf(`{"usersAffected":"Some users are affected","epochStartDate":%v,"epochEndDate":%v,"messageId":"1","statusType":"Issue",
		"datePosted":"11/27/2026 08:00 PST","startDate":"x","endDate":null,"affectedServices":null,"eventStatus":%q,
		"message":"Users are experiencing a problem with this service. <b>We are investigating</b>\n&amp; will update."}`, begin, end, status)
}

func text(sentences ...words.Sentence) string {
	var lines []string
	for _, s := range sentences {
		lines = append(lines, s.String())
	}
	return strings.Join(lines, "\n")
}

func TestWhatThePageMeans(t *testing.T) {
	time.Local = time.UTC
	live, over := event("ongoing", ms(3), "null"), event("resolved", ms(30), ms(26))
	tests := []struct {
		name, feed string
		answer     string // empty: nothing is known
		says       []string
	}{
		{"all is fine", page("", ""), "all-fine", []string{"Apple reports no problem"}},
		{"handed to a function", "jsonCallback(" + page("", "") + ");\n", "all-fine", nil},
		{"trouble with backups", page(live, ""), "backup-event", []string{"iCloud Backup", "Nov 27, 2026, 09:00", "We are investigating & will update."}},
		{"trouble with accounts", page("", live), "account-event", []string{"iCloud Account & Sign In"}},
		{"both", page(live, live), "backup-event", []string{"iCloud Account & Sign In"}},
		{
			"accounts stand first on the page", `{"services":[{"serviceName":"iCloud Account &amp; Sign In","events":[` + live + `]},` +
				`{"serviceName":"iCloud Storage Upgrades","events":[` + live + `]},{"serviceName":"iCloud Backup","events":[` + live + `]}]}`,
			"backup-event",
			[]string{"will update.”\niCloud Account & Sign In: ", "will update.”\niCloud Storage Upgrades: "},
		},
		{"over since yesterday", page(over, ""), "all-fine", []string{"iCloud Backup", "Nov 26, 2026, 10:00"}},
		{"over for weeks", page(event("resolved", ms(900), ms(890)), ""), "all-fine", nil},
		{"a new word for its state", page(event("smoldering", ms(3), "null"), ""), "", []string{"not clear"}},
		{"a new word beside live trouble", page(event("smoldering", ms(3), "null")+","+live, ""), "backup-event", nil},
		{"planned", page(event("upcoming", ms(-30), "null"), ""), "all-fine", nil},
		{"planned for now", page(event("scheduled", ms(1), ms(-1)), ""), "", nil},
		{"planned, and over by its own times", page(event("scheduled", ms(9), ms(8)), ""), "all-fine", nil},
		{"the account service in other words", strings.Replace(page("", event("ongoing", ms(1), "null")), "iCloud Account &amp; Sign In", "iCloud-Account und Anmelden", 1), "", nil},
		{"times in quotes", page(event("ongoing", fmt.Sprintf(`"%d"`, ms(3)), "null"), ""), "backup-event", []string{"09:00"}},
		{"no times", page(event("ongoing", "null", "null"), ""), "backup-event", []string{"iCloud Backup"}},
		{"nonsense for times", page(event("ongoing", `{"a":[1]}`, "1e99"), ""), "backup-event", nil},
		{"an outage in one name, the others unknown", `{"services":[{"serviceName":"iCloud Backup","events":[` + live + `]}]}`, "backup-event", nil},
		{"all fine in one name, the others unknown", `{"services":[{"serviceName":"iCloud Backup","events":[]}]}`, "", nil},
		{"no such service", `{"services":[{"serviceName":"App Store","events":[]}]}`, "", []string{"iCloud Backup"}},
		{"no services", `{"services":[]}`, "", nil},
		{"a sign-in page", "<html><body>Welcome to the hotel</body></html>", "", nil},
		{"cut off", page("", "")[:200], "", nil},
		{"empty", "", "", nil},
		{"another form", `[1,2,3]`, "", nil},
		{"deep", strings.Repeat(`{"services":[`, 20000), "", nil},
		{"too large", page("", "") + strings.Repeat(" ", maxFeed), "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, test.feed) }))
			defer server.Close()
			r := (&Source{Address: server.URL, Now: func() time.Time { return now }}).Look(context.Background(), evidence.About{})
			said := text(append([]words.Sentence{r.What}, r.More...)...)
			if test.answer == "" {
				if r.State != evidence.Failed || len(r.Reading.Facts) > 0 || said == "" {
					t.Fatalf("%s, %+v, %q", r.State.Name(), r.Reading, said)
				}
			} else if r.State != evidence.Found || len(r.Reading.Facts) != 1 || r.Reading.Facts[0].Answer != test.answer {
				t.Fatalf("%s, %+v, %q", r.State.Name(), r.Reading, said)
			}
			for _, part := range test.says {
				if !strings.Contains(said, part) {
					t.Errorf("%q is not said in %q", part, said)
				}
			}
			if strings.ContainsAny(said, "<>") || test.name == "over for weeks" && len(r.More) > 0 {
				t.Errorf("said: %q", said)
			}
		})
	}
}

func TestBadServersLeaveTheAnswerUnknown(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, page("", "")) }))
	defer elsewhere.Close()
	for name, serve := range map[string]http.HandlerFunc{
		"redirects elsewhere": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, elsewhere.URL, http.StatusFound) },
		"redirects for ever":  func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusFound) },
		"an error":            func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) },
		"hangs":               func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"drips": func(w http.ResponseWriter, r *http.Request) {
			for range 100 {
				fmt.Fprint(w, " ")
				w.(http.Flusher).Flush()
				select {
				case <-r.Context().Done():
					return
				case <-time.After(50 * time.Millisecond):
				}
			}
		},
		"hangs up": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(serve)
			defer server.Close()
			ctx, stop := context.WithTimeout(context.Background(), 300*time.Millisecond)
			defer stop()
			r := (&Source{Address: server.URL, Now: time.Now}).Look(ctx, evidence.About{})
			if r.State != evidence.Failed || r.What.IsZero() || len(r.Reading.Facts) > 0 || len(r.Asked) != 1 {
				t.Errorf("%+v", r)
			}
			server.CloseClientConnections()
		})
	}
	intercepted := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, page("", "")) }))
	defer intercepted.Close()
	intercepted.Config.ErrorLog = log.New(io.Discard, "", 0)
	r := (&Source{Address: intercepted.URL, Now: time.Now}).Look(context.Background(), evidence.About{})
	if r.State != evidence.Failed || !strings.Contains(r.What.String(), "certificate") {
		t.Errorf("somebody answers in Apple's place: %s, %v", r.State.Name(), r.What)
	}
	r = (&Source{Address: "file:///etc/passwd", Now: time.Now}).Look(context.Background(), evidence.About{})
	if r.State != evidence.Failed {
		t.Errorf("%+v", r)
	}
}

// The feed of the person's region is asked first; one that is not there or names nothing known leads to the one of the United States.
func TestTheRegionOfThePerson(t *testing.T) {
	for name, test := range map[string]struct {
		country, german string
		paths           string
		answer          string
	}{
		"in the United States":                    {"US", "", "/en_US", "all-fine"},
		"country not known":                       {"", "", "/en_US", "all-fine"},
		"in Germany":                              {"DE", page(event("ongoing", ms(1), "null"), ""), "/de_DE", "backup-event"},
		"in Germany, without a feed":              {"de", "", "/de_DE /en_US", "all-fine"},
		"in Germany, other names":                 {"DE", `{"services":[{"serviceName":"Datensicherung","events":[]}]}`, "/de_DE /en_US", "all-fine"},
		"nowhere":                                 {"../x", "", "/en_US", "all-fine"},
		"in Germany, in Apple's words there":      {"DE", translated("iCloud-Backup", event("ongoing", ms(1), "null"), ""), "/de_DE", "backup-event"},
		"in Germany, nothing is amiss":            {"DE", translated("iCloud-Backup", "", ""), "/de_DE", "all-fine"},
		"in Germany, something unnamed is amiss":  {"DE", translated("iCloud-Backup", "", event("ongoing", ms(1), "null")), "/de_DE /en_US", "all-fine"},
		"in Germany, something unnamed was amiss": {"DE", translated("iCloud-Backup", "", event("resolved", ms(2), ms(1))), "/de_DE", "all-fine"},
		"in Germany, a word nobody knows":         {"DE", page(event("smoldering", ms(1), "null"), ""), "/de_DE /en_US", "all-fine"},
	} {
		t.Run(name, func(t *testing.T) {
			var paths []string
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				paths = append(paths, r.URL.Path)
				switch {
				case r.URL.Path == "/en_US":
					fmt.Fprint(w, page("", ""))
				case r.URL.Path == "/de_DE" && test.german != "":
					fmt.Fprint(w, test.german)
				default:
					http.NotFound(w, r)
				}
			}))
			defer server.Close()
			source := &Source{Address: server.URL + "/{region}", Now: time.Now}
			r := source.Look(context.Background(), evidence.About{Country: test.country})
			if got := strings.Join(paths, " "); got != test.paths || r.Reading.Facts[0].Answer != test.answer {
				t.Errorf("asked %s, %+v", got, r)
			}
			if said := text(r.More...); strings.Contains(said, "United States") != (len(paths) > 1) {
				t.Errorf("asked %v and said %q", paths, said)
			}
		})
	}
}

func TestAFeedIsKeptForAShortTime(t *testing.T) {
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		requests++
		fmt.Fprint(w, page("", ""))
	}))
	defer server.Close()
	clock := time.Now()
	kept := filepath.Join(t.TempDir(), "new", "apple-status")
	source := &Source{Address: server.URL, Now: func() time.Time { return clock }, Kept: kept}
	look := func(about evidence.About, want int) evidence.Report {
		t.Helper()
		r := source.Look(context.Background(), about)
		if r.State != evidence.Found || requests != want {
			t.Fatalf("%s after %d requests, want %d", r.State.Name(), requests, want)
		}
		return r
	}
	look(evidence.About{}, 1)
	read := look(evidence.About{}, 1).Reading.Time
	if !read.Equal(clock) {
		t.Errorf("read at %v", read)
	}
	look(evidence.About{Fresh: true}, 2)
	clock = clock.Add(time.Hour)
	look(evidence.About{}, 3)
	if err := os.WriteFile(kept, []byte(server.URL+" "+clock.UTC().Format(time.RFC3339Nano)+"\nbroken"), 0o600); err != nil {
		t.Fatal(err)
	}
	look(evidence.About{}, 4)
}

func FuzzFeed(f *testing.F) {
	f.Add(page(event("ongoing", ms(1), "null"), event("resolved", ms(9), ms(8))))
	f.Add("jsonCallback(" + page("", "") + ");")
	f.Add(`{"services":[{"serviceName":"iCloud&nbsp;Backup","events":[{"eventStatus":"ongoing","epochStartDate":"1"}]}]}`)
	f.Fuzz(func(t *testing.T, feed string) {
		l, err := parse([]byte(feed), now)
		if err != nil {
			return
		}
		r := judge(l, now)
		if (r.State == evidence.Found) != (len(r.Reading.Facts) == 1) || r.What.IsZero() {
			t.Fatalf("%+v", r)
		}
		for _, s := range append(r.More, r.What) {
			if line := s.String(); len([]rune(line)) > 3*maxText || strings.ContainsAny(line, "\n\r\x1b") {
				t.Fatalf("%q", line)
			}
		}
	})
}
