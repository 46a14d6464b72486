//go:build e2e && linux

package e2e

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"image"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
)

// machinesOff are the settings that ask no machine.
const machinesOff = "[status]\noff = true\n[network]\noff = true\n[phone]\noff = true\n[upload]\noff = true\n"

// watchedProxy is a proxy that lets nothing through and notes what it is asked for.
type watchedProxy struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func newWatchedProxy(t *testing.T) *watchedProxy {
	p := &watchedProxy{}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.asked = append(p.asked, r.Method+" "+r.RequestURI)
		w.WriteHeader(http.StatusBadGateway)
	}))
	t.Cleanup(p.Close)
	return p
}

func (p *watchedProxy) requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.asked)
}

// connections lists the ends of the program's sockets to other machines and to servers on this one, as they are now.
func (p *Program) connections(t *testing.T) (ends []string) {
	process := filepath.Join("/proc", strconv.Itoa(p.cmd.Process.Pid))
	open := map[string]bool{}
	files, err := os.ReadDir(filepath.Join(process, "fd"))
	if err != nil {
		return nil // it has ended
	}
	for _, file := range files {
		if name, err := os.Readlink(filepath.Join(process, "fd", file.Name())); err == nil {
			open[strings.TrimSuffix(strings.TrimPrefix(name, "socket:["), "]")] = true
		}
	}
	for _, kind := range []string{"tcp", "tcp6", "udp", "udp6"} {
		table, err := os.ReadFile(filepath.Join(process, "net", kind))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(table)) {
			// the columns of proc(5): the third is the other end, the tenth the number of the socket
			if columns := strings.Fields(line); len(columns) > 9 && open[columns[9]] {
				ends = append(ends, kind+" "+columns[2])
			}
		}
	}
	return ends
}

// With everything switched off no socket is opened, whatever is clicked; with the usual settings the program asks for Apple's
// status at the start, and for nothing else.
func TestNobodyElseIsAsked(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		kept  string
		asked []string
	}{
		"off":   {machinesOff, nil},
		"usual": {"[phone]\noff = true\n", []string{"CONNECT www.apple.com:443"}},
	} {
		t.Run(name, func(t *testing.T) {
			proxy := newWatchedProxy(t)
			j := newJobWith(t, test.kept, "HTTP_PROXY="+proxy.URL, "HTTPS_PROXY="+proxy.URL)
			seen := map[string]bool{}
			watch := func(wait time.Duration) {
				for end := time.Now().Add(wait); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
					for _, one := range j.program.connections(t) {
						seen[one] = true
					}
				}
			}
			watch(2 * time.Second)
			j.begin()
			for _, key := range []string{"1", "ctrl+3", "ctrl+4", "ctrl+2", "ctrl+comma"} {
				j.window.Key(key)
				watch(300 * time.Millisecond)
			}
			if got := proxy.requests(); !slices.Equal(got, test.asked) {
				t.Errorf("asked for %v, want %v", got, test.asked)
			}
			_, port, _ := net.SplitHostPort(proxy.Listener.Addr().String())
			number, _ := strconv.Atoi(port)
			allowed := fmt.Sprintf("tcp 0100007F:%04X", number)
			for one := range seen {
				if one != allowed || len(test.asked) == 0 {
					t.Errorf("a socket to %s was open", one)
				}
			}
		})
	}
}

// serveFiltered answers handshakes with a certificate that a filter issued, and returns the address.
func serveFiltered(t *testing.T) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	name := pkix.Name{Organization: []string{"House Filter"}, CommonName: "House Filter CA"}
	form := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: name, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, form, form, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	certificate := tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { _, _ = io.Copy(io.Discard, c); _ = c.Close() }()
		}
	}()
	return l.Addr().String()
}

// A click tests the network, a filter answers in Apple's place, and the person says that the phone is on the same Wi-Fi: the cause
// moves, the page that is open stays.
func TestAFilterInTheRealWindow(t *testing.T) {
	t.Parallel()
	j := newJobWith(t, fmt.Sprintf("[status]\noff = true\n[phone]\noff = true\n[upload]\noff = true\n[network]\nhosts = [%q]\n", serveFiltered(t)))
	j.begin()
	j.events(1, "the complaint")
	before := j.derived()
	j.rest(slow)
	page := part(j.window.Picture(), guidePage)
	j.openSources()
	j.window.Screenshot("filter-sheet")
	j.press("Tab", "Tab", "Tab", "Return") // past two switches, to Look now
	j.rest(12 * time.Second)
	j.window.Screenshot("filter-found")
	j.press("shift+Tab", "shift+Tab", "Return") // Yes, it is on the same Wi-Fi
	c := j.events(2, "the fact")
	if o, _ := c.Events[1].What.(casefile.Observed); o.Check != "network-reach" || o.Answer != "warning" || c.Events[1].Source != casefile.FromNetwork {
		t.Errorf("%+v", c.Events[1])
	}
	j.window.Screenshot("filter-agreed")
	after := j.derived()
	if was, is := before.belief("C06"), after.belief("C06"); is < 2*was {
		t.Errorf("a filter was believed at %.3f and is at %.3f", was, is)
	}
	j.press("Escape")
	j.window.Point(600, 90) // away from any button
	time.Sleep(time.Second)
	if moved := changed(page, part(j.window.Picture(), guidePage)); !moved.Empty() {
		j.window.Screenshot("filter-page")
		t.Errorf("the page changed at %v", moved)
	}
}

// guidePage is the part of the window in which the guide has its page.
var guidePage = image.Rect(310, 170, 880, 640)

// openSources opens the sheet with what the computer can find out, by a click on the strip.
func (j *job) openSources() {
	j.t.Helper()
	before := j.window.Picture()
	j.window.Click(80, 85)
	j.window.WaitForChange(before)
}

// press presses keys, with time for each to be taken.
func (j *job) press(keys ...string) {
	j.t.Helper()
	for _, key := range keys {
		j.window.Key(key)
		time.Sleep(100 * time.Millisecond)
	}
}

// rest waits until the window has not changed for two seconds, at most so long.
func (j *job) rest(most time.Duration) {
	j.t.Helper()
	last, since := j.window.Picture(), time.Now()
	for end := time.Now().Add(most); time.Now().Before(end) && time.Since(since) < 2*time.Second; time.Sleep(100 * time.Millisecond) {
		if now := j.window.Picture(); !changed(last, now).Empty() {
			last, since = now, time.Now()
		}
	}
}

// A click measures the upload, and the speed counts for the case once the person agrees.
func TestTheUploadInTheRealWindow(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.CloseClientConnections)
	mux.HandleFunc("GET /config", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"version":1,"urls":{"https_upload_url":"%s/slurp"}}`, server.URL)
	})
	mux.HandleFunc("POST /slurp", func(_ http.ResponseWriter, r *http.Request) {
		for buffer := make([]byte, 16<<10); ; time.Sleep(20 * time.Millisecond) {
			if _, err := r.Body.Read(buffer); err != nil {
				return
			}
		}
	})
	j := newJobWith(t, fmt.Sprintf("[status]\noff = true\n[phone]\noff = true\n[network]\noff = true\n[upload]\naddress = %q\n", server.URL+"/config"))
	j.begin()
	j.events(1, "the complaint")
	j.openSources()
	j.window.Screenshot("upload-sheet")
	j.press("Tab", "Tab", "Tab", "Tab", "Tab", "Return") // past four switches, to Measure now
	j.window.Screenshot("upload-running")
	j.rest(20 * time.Second)
	j.window.Screenshot("upload-found")
	j.press("shift+Tab", "shift+Tab", "Return") // Yes, it is on the same Wi-Fi
	c := j.events(2, "the speed")
	if o, _ := c.Events[1].What.(casefile.Observed); o.Check != "upload-speed" || !strings.HasSuffix(o.Value, "Mbit/s") {
		t.Errorf("%+v", c.Events[1])
	}
	j.window.Screenshot("upload-agreed")
}
