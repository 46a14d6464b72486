package upload

import (
	"context"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"backupdoctor/assets"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/storage"
)

// line is a way to a server that carries so many bytes a second in all.
type line struct {
	mu   sync.Mutex
	free time.Time // when the line has carried all that was handed to it
	rate float64
}

// carry waits until the line has carried so many bytes.
func (l *line) carry(ctx context.Context, bytes int) {
	l.mu.Lock()
	now := time.Now()
	if l.free.Before(now) {
		l.free = now
	}
	l.free = l.free.Add(time.Duration(float64(bytes) / l.rate * float64(time.Second)))
	wait := l.free.Sub(now)
	l.mu.Unlock()
	select {
	case <-time.After(wait):
	case <-ctx.Done():
	}
}

// slurp takes all bytes, at the pace of the line; a nil line is as fast as the computer.
func slurp(l *line, taken *atomic.Int64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for buffer := make([]byte, 4096); ; {
			n, err := r.Body.Read(buffer)
			taken.Add(int64(n))
			if l != nil {
				l.carry(r.Context(), n)
			}
			if err != nil {
				break
			}
		}
		w.WriteHeader(http.StatusOK)
	}
}

// serve plays the servers of the test: config answers for the configuration; in it {server} is the server itself.
func serve(t *testing.T, config string, take http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	mux.HandleFunc("GET /config", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, strings.ReplaceAll(config, "{server}", server.URL))
	})
	mux.HandleFunc("POST /slurp", take)
	t.Cleanup(server.CloseClientConnections)
	return server
}

const usual = `{"version":1,"urls":{"small_https_download_url":"{server}/small","large_https_download_url":"{server}/large",` +
	`"https_upload_url":"{server}/slurp"},"test_endpoint":"one.test"}`

func speedOf(t *testing.T, r evidence.Report) float64 {
	t.Helper()
	if r.State != evidence.Found || len(r.Reading.Facts) != 1 {
		t.Fatalf("%s, %v, asked %v", r.State.Name(), r.What, r.Asked)
	}
	speed, problem := storage.SpeedRule.Parse(r.Reading.Facts[0].Value)
	if !problem.IsZero() {
		t.Fatalf("the planner can't read %q: %v", r.Reading.Facts[0].Value, problem)
	}
	return speed
}

// What is measured is what the line carries: never much more, whatever the buffers on the way hold, and not far less.
func TestTheSpeedIsThatOfTheLine(t *testing.T) {
	for _, test := range []struct {
		mbit   float64
		answer string
	}{{0.8, "slow"}, {5, "medium"}, {40, "fast"}} {
		t.Run(test.answer, func(t *testing.T) {
			t.Parallel()
			var taken atomic.Int64
			server := serve(t, usual, slurp(&line{rate: test.mbit * megabit}, &taken))
			s := &Source{Address: server.URL + "/config", limits: limits{time: 3 * time.Second}}
			r := s.Look(context.Background(), evidence.About{})
			got := speedOf(t, r)
			if got > 1.2*test.mbit || got < 0.4*test.mbit {
				t.Errorf("%.2f Mbit/s on a line of %.2f", got, test.mbit)
			}
			if fact := r.Reading.Facts[0]; fact.Answer != test.answer || r.Asks.IsZero() || r.Trouble != (test.answer == "slow") {
				t.Errorf("%+v, asks %v, trouble %v", fact, r.Asks, r.Trouble)
			}
		})
	}
}

// The data that are sent stay within what was said before, and so does the time; the progress goes from little to all.
func TestTheCostIsKept(t *testing.T) {
	var taken atomic.Int64
	server := serve(t, usual, slurp(nil, &taken))
	var mu sync.Mutex
	var shares []float64
	about := evidence.About{Progress: func(share float64) {
		mu.Lock()
		defer mu.Unlock()
		shares = append(shares, share)
	}}
	s := &Source{Address: server.URL + "/config"}
	r := s.Look(context.Background(), about)
	if speedOf(t, r) <= fastAbove {
		t.Errorf("%v", r.What)
	}
	if !strings.Contains(r.What.String(), "sent up to") { // what was begun at the end may have been left
		t.Errorf("%v", r.What)
	}
	if n := taken.Load(); n > most || n < most/2 {
		t.Errorf("%d bytes were sent, %d were said", n, most)
	}
	begin := time.Now()
	server = serve(t, usual, slurp(&line{rate: megabit}, &taken))
	s = &Source{Address: server.URL + "/config", limits: limits{time: time.Second}}
	s.Look(context.Background(), about)
	if took := time.Since(begin); took > 2*time.Second {
		t.Errorf("a test of a second took %v", took)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(shares) == 0 || shares[len(shares)-1] < 0.5 {
		t.Errorf("the progress was %v", shares)
	}
}

// Whatever goes wrong leaves the speed unknown, with a reason, and nothing is sent to anybody else.
func TestAnyFaultLeavesTheSpeedUnknown(t *testing.T) {
	var strange atomic.Int64
	stranger := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { strange.Add(1) }))
	defer stranger.Close()
	over := make(chan struct{}) // a server that reads nothing does not notice that nobody waits any more
	t.Cleanup(func() { close(over) })
	fine := func(_ http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) }
	tests := []struct {
		name, config string
		take         http.HandlerFunc
		says         string
	}{
		{"another form", `[1]`, fine, "not the configuration"},
		{"a sign-in page", "<html>Welcome to the hotel</html>", fine, "not the configuration"},
		{"no address", `{"urls":{}}`, fine, "not the configuration"},
		{"an address of another kind", `{"urls":{"https_upload_url":7}}`, fine, "not the configuration"},
		{"a stranger's address", `{"urls":{"https_upload_url":"` + stranger.URL + `/slurp"}}`, fine, "somebody else"},
		{"a file", `{"urls":{"https_upload_url":"file:///etc/passwd"}}`, fine, "somebody else"},
		{"another door", `{"urls":{"https_upload_url":"{server}0/slurp"}}`, fine, "somebody else"},
		{"huge", usual + strings.Repeat(" ", maxConfig), fine, "far too large"},
		{"deep", strings.Repeat(`{"urls":`, 5000), fine, "not the configuration"},
		{"refuses", usual, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, "403"},
		{"sends elsewhere", usual, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, stranger.URL, http.StatusFound)
		}, "sent elsewhere"},
		{"hangs up", usual, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "couldn’t be measured"},
		{"hangs up in the middle", usual, func(_ http.ResponseWriter, r *http.Request) {
			if r.ContentLength > 4*firstPiece {
				panic(http.ErrAbortHandler)
			}
			_, _ = io.Copy(io.Discard, r.Body)
		}, "couldn’t be measured"},
		{"never answers", usual, func(_ http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			<-r.Context().Done()
		}, "Too little arrived"},
		{"takes nothing", usual, func(http.ResponseWriter, *http.Request) { <-over }, "Too little arrived"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := serve(t, test.config, test.take)
			s := &Source{Address: server.URL + "/config", limits: limits{time: 700 * time.Millisecond}}
			begin := time.Now()
			r := s.Look(context.Background(), evidence.About{})
			if r.State != evidence.Failed || len(r.Reading.Facts) > 0 || !strings.Contains(r.What.String(), test.says) {
				t.Errorf("%s: %v, %+v", r.State.Name(), r.What, r.Reading)
			}
			if took := time.Since(begin); took > 3*time.Second {
				t.Errorf("took %v", took)
			}
			if len(r.Asked) == 0 {
				t.Error("what was asked is not told")
			}
		})
	}
	if n := strange.Load(); n > 0 {
		t.Errorf("a stranger was asked %d times", n)
	}
}

// Whatever a server does with one piece after the other, the test ends in time, and only what the server has taken counts.
func TestAnyOrderOfFaults(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 15
	}
	for range rounds {
		seed := rand.Uint64()
		var mu sync.Mutex
		chance, kinds := rand.New(rand.NewPCG(seed, 1)), 8
		if chance.IntN(2) == 0 {
			kinds = 2 // a server that only dawdles now and then
		}
		draw := func(n int) int {
			mu.Lock()
			defer mu.Unlock()
			return chance.IntN(n)
		}
		var taken atomic.Int64
		over := make(chan struct{})
		server := serve(t, usual, func(w http.ResponseWriter, r *http.Request) {
			switch draw(kinds) {
			case 0:
				time.Sleep(time.Duration(draw(30)) * time.Millisecond)
				fallthrough
			case 1, 2, 3:
				n, _ := io.Copy(io.Discard, r.Body)
				taken.Add(n)
			case 4:
				n, _ := io.CopyN(io.Discard, r.Body, r.ContentLength/2)
				taken.Add(n)
			case 5:
				w.WriteHeader(http.StatusServiceUnavailable)
			case 6:
				panic(http.ErrAbortHandler)
			case 7:
				<-over
			}
		})
		begin := time.Now()
		s := &Source{Address: server.URL + "/config", limits: limits{bytes: 2 * megabyte, time: 200 * time.Millisecond}}
		r := s.Look(context.Background(), evidence.About{})
		close(over)
		if took := time.Since(begin); took > 5*time.Second {
			t.Fatalf("seed %d: took %v", seed, took)
		}
		var counted, sent int64
		if _, err := fmt.Sscanf(r.Asked[1].Answered, "%d/%d", &counted, &sent); err != nil {
			t.Fatalf("seed %d: %q: %v", seed, r.Asked[1].Answered, err)
		}
		if sent > 2*megabyte || counted > sent || r.State == evidence.Found && counted == 0 || (r.State == evidence.Found) != (len(r.Reading.Facts) == 1) {
			t.Fatalf("seed %d: %d of %d: %+v", seed, counted, sent, r)
		}
		if kinds == 2 && counted > taken.Load() {
			t.Fatalf("seed %d: %d bytes count, the server took %d", seed, counted, taken.Load())
		}
	}
}

// A server with a certificate of its own is not Apple's.
func TestAnInterceptedTestIsUnknown(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer server.Close()
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	r := (&Source{Address: server.URL + "/config"}).Look(context.Background(), evidence.About{})
	if r.State != evidence.Failed || !strings.Contains(r.What.String(), "certificate") {
		t.Errorf("%s: %v", r.State.Name(), r.What)
	}
}

// Stopping ends the test at once.
func TestStoppingStops(t *testing.T) {
	var taken atomic.Int64
	server := serve(t, usual, slurp(&line{rate: megabit}, &taken))
	ctx, stop := context.WithCancel(context.Background())
	time.AfterFunc(300*time.Millisecond, stop)
	begin := time.Now()
	r := (&Source{Address: server.URL + "/config"}).Look(ctx, evidence.About{})
	if took := time.Since(begin); took > 1500*time.Millisecond || r.State != evidence.Failed || len(r.Reading.Facts) > 0 {
		t.Errorf("stopped after %v: %s, %+v", took, r.State.Name(), r.Reading)
	}
}

func TestWhoseServerIsSentTo(t *testing.T) {
	for _, test := range []struct {
		from, to string
		fine     bool
	}{
		{configuration, "https://mensura.cdn-apple.com/api/v1/gm/slurp", true},
		{configuration, "https://uklon5-edge-bx-011.aaplimg.com:443/api/v1/gm/slurp", true},
		{configuration, "http://mensura.cdn-apple.com/api/v1/gm/slurp", false},
		{configuration, "https://mensura.cdn-apple.com.evil.test/slurp", false},
		{configuration, "https://evil-apple.com/slurp", false},
		{configuration, "https://u:p@mensura.cdn-apple.com/slurp", false},
		{configuration, "https://mensura.cdn-apple.com:8443/slurp", false},
		{configuration, "https://127.0.0.1/slurp", false},
		{"https://speed.company.test/config", "https://speed.company.test/up", true},
		{"https://speed.company.test/config", "https://mensura.cdn-apple.com/api/v1/gm/slurp", false},
	} {
		_, err := parse([]byte(fmt.Sprintf(`{"urls":{"https_upload_url":%q}}`, test.to)), test.from)
		if (err == nil) != test.fine {
			t.Errorf("from %s to %s: %v", test.from, test.to, err)
		}
	}
}

// What the source says is in the knowledge base, and the limits are those of the answers.
func TestTheAnswersAreThoseOfTheCheck(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	k := base.Check(check)
	if k == nil {
		t.Fatalf("there is no check %s", check)
	}
	for speed, label := range map[float64]string{
		0.1: "Below 2 Mbit/s", 1.99: "Below 2 Mbit/s", 2: "2 to 10 Mbit/s", 10: "2 to 10 Mbit/s", 10.1: "Above 10 Mbit/s",
	} {
		fact := judge(speed, most, nil).Reading.Facts[0]
		if a := k.Answer(fact.Answer); a == nil || a.Label != label {
			t.Errorf("%v Mbit/s answers %s", speed, fact.Answer)
		}
	}
}

// Whatever a configuration says, it leads to the server that it came from, or to none.
func FuzzConfig(f *testing.F) {
	f.Add(strings.ReplaceAll(usual, "{server}", "https://mensura.cdn-apple.com"))
	f.Add(`{"urls":{"https_upload_url":"https://a.apple.com@evil.test/"}}`)
	f.Add(`{"urls":{"https_upload_url":"https://evil.test\\.apple.com/"}}`)
	f.Fuzz(func(t *testing.T, config string) {
		target, err := parse([]byte(config), configuration)
		if err != nil {
			if err.Error() == "" {
				t.Fatal("no reason")
			}
			return
		}
		host := strings.ToLower(target.Hostname())
		apple := strings.HasSuffix(host, ".apple.com") || strings.HasSuffix(host, ".cdn-apple.com") || strings.HasSuffix(host, ".aaplimg.com")
		if target.Scheme != "https" || target.User != nil || !apple {
			t.Fatalf("%q leads to %s", config, target)
		}
	})
}

// breaking is a way to a server of which the sending part has a defect.
type breaking struct{}

func (breaking) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method == http.MethodPost {
		panic("a defect")
	}
	return http.DefaultTransport.RoundTrip(r)
}

// A defect in a stream is told and gives no speed.
func TestADefectIsNoSpeed(t *testing.T) {
	server := serve(t, usual, slurp(nil, new(atomic.Int64)))
	s := &Source{Address: server.URL + "/config", Client: &http.Client{Transport: breaking{}}}
	board := evidence.NewBoard(time.Now, func(evidence.Status) {}, s)
	defer board.Close()
	board.Turn(ID, true)
	board.Look(evidence.About{}, ID)
	board.Wait()
	r := board.Statuses()[0].Report
	if r.State != evidence.Failed || len(r.Reading.Facts) > 0 || r.Asked[0].Answered != "a defect" {
		t.Errorf("%+v", r)
	}
}
