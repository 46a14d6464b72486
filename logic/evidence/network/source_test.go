package network

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"backupdoctor/logic/evidence"
)

// serveTLS answers handshakes with a certificate that an organization issued, and returns the port.
func serveTLS(t *testing.T, organization string) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	name := pkix.Name{Organization: []string{organization}, CommonName: organization + " CA"}
	cert := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: name, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, cert, cert, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}})
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
			go func() {
				defer c.Close()
				_ = c.(*tls.Conn).Handshake()
			}()
		}
	}()
	return port(l)
}

func port(l net.Listener) string {
	_, p, _ := net.SplitHostPort(l.Addr().String())
	return p
}

// serveSilence accepts connections and never says a word.
func serveSilence(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return port(l)
}

// serveNames answers questions for addresses of IPv4 as the table says; a name without an entry does not exist.
func serveNames(t *testing.T, table map[string]string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	go func() {
		for buffer := make([]byte, 2048); ; {
			n, from, err := conn.ReadFrom(buffer)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buffer[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			q := m.Questions[0]
			answer, known := table[strings.TrimSuffix(strings.ToLower(q.Name.String()), ".")]
			m.Response, m.Additionals = true, nil
			if !known {
				m.RCode = dnsmessage.RCodeNameError
			} else if ip := net.ParseIP(answer).To4(); ip != nil && q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 1},
					Body:   &dnsmessage.AResource{A: [4]byte(ip)},
				}}
			}
			if len(m.Answers) == 0 { // who is in charge of the name, as a server says it that has no such address
				m.Authorities = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: dnsmessage.TypeSOA, Class: q.Class},
					Body:   &dnsmessage.SOAResource{NS: q.Name, MBox: q.Name, MinTTL: 1},
				}}
			}
			if reply, err := m.Pack(); err == nil {
				_, _ = conn.WriteTo(reply, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func TestWhatTheNetworkMeans(t *testing.T) {
	good, inspector, silent := serveTLS(t, "Apple Inc."), serveTLS(t, "Corporate \x1bProxy"), serveSilence(t)
	success := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "<HTML><BODY>Success</BODY></HTML>")
	}))
	t.Cleanup(success.Close)
	hotel := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://hotel.invalid/login", http.StatusFound)
	}))
	t.Cleanup(hotel.Close)
	names := func(apple string) map[string]string {
		return map[string]string{"one.test": apple, "two.test": "127.0.0.1", "three.test": "127.0.0.1", "other.test": "127.0.0.1"}
	}
	nobody := map[string]string{}
	only := map[string]string{"other.test": "127.0.0.1"}
	tests := []struct {
		name   string
		names  map[string]string
		hosts  []string
		page   string
		answer string // empty: no fact
		says   string
	}{
		{"all is well", names("127.0.0.1"), []string{"one.test:" + good, "two.test:" + good}, success.URL, "reached", "tried: 2"},
		{"somebody inspects", names("127.0.0.1"), []string{"one.test:" + good, "two.test:" + inspector}, success.URL, "warning", "“Corporate Proxy”"},
		{"a name leads to 0.0.0.0", names("0.0.0.0"), []string{"one.test:" + good, "two.test:" + good}, success.URL, "fails", "filter keeps this computer from one.test."},
		{"a name leads into the home", names("192.168.1.1"), []string{"one.test:" + good, "two.test:" + good}, success.URL, "fails", "filter keeps this computer from one.test."},
		{"Apple's names don't exist, others do", only, []string{"one.test:" + good, "two.test:" + good}, success.URL, "fails", "filter keeps this computer from one.test, two.test."},
		{"one server of three is silent", names("127.0.0.1"), []string{"one.test:" + silent, "two.test:" + good, "three.test:" + good}, success.URL, "", "one.test"},
		{"a name is not found, nor is any other", map[string]string{"two.test": "127.0.0.1", "three.test": "127.0.0.1"}, []string{"one.test:" + good, "two.test:" + good, "three.test:" + good}, success.URL, "", "one.test"},
		{"all are silent", names("127.0.0.1"), []string{"one.test:" + silent, "two.test:" + silent}, success.URL, "fails", "No answer from one.test, two.test."},
		{"a sign-in page", names("127.0.0.1"), []string{"one.test:" + silent}, hotel.URL, "login-page", "sign-in page"},
		{"no internet", nobody, []string{"one.test:" + good}, "http://127.0.0.1:1/", "", "no internet"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			ctx, stop := context.WithTimeout(context.Background(), 1500*time.Millisecond)
			defer stop()
			s := &Source{Hosts: test.hosts, signIn: test.page, control: "other.test", resolver: serveNames(t, test.names)}
			r := s.Look(ctx, evidence.About{})
			said := r.What.String()
			for _, more := range r.More {
				said += "\n" + more.String()
			}
			if !strings.Contains(said, test.says) {
				t.Errorf("%q is not said in %q", test.says, said)
			}
			if test.answer == "" {
				if r.State == evidence.Found || len(r.Reading.Facts) > 0 {
					t.Errorf("%+v", r)
				}
				return
			}
			if len(r.Reading.Facts) != 1 || r.Reading.Facts[0].Answer != test.answer {
				t.Errorf("%+v, asked %+v", r.Reading, r.Asked)
			}
			if r.Asks.IsZero() {
				t.Error("nobody asks whether the phone is on this network")
			}
		})
	}
}

// Where programs go out through a proxy, a closed way says nothing; an inspected one does.
func TestAClosedWayBesideAProxyIsUnknown(t *testing.T) {
	success := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "Success") }))
	t.Cleanup(success.Close)
	for port, answer := range map[string]string{"1": "", serveTLS(t, "Proxy Ltd."): "warning", serveTLS(t, "Apple Inc."): "reached"} {
		names := serveNames(t, map[string]string{"one.test": "127.0.0.1", "other.test": "127.0.0.1"})
		s := &Source{
			Hosts: []string{"one.test:" + port}, signIn: success.URL, control: "other.test", resolver: names,
			proxied: func() bool { return true },
		}
		r := s.Look(context.Background(), evidence.About{})
		if answer == "" && (r.State != evidence.Failed || !strings.Contains(r.What.String(), "proxy")) {
			t.Errorf("%s: %v", r.State.Name(), r.What)
		}
		if answer != "" && (len(r.Reading.Facts) != 1 || r.Reading.Facts[0].Answer != answer) {
			t.Errorf("%+v, want %s", r.Reading, answer)
		}
	}
}

// What a name server, a server or a page says never ends the program, and never takes longer than it may.
func TestOddServersAreBorne(t *testing.T) {
	huge := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	}))
	defer huge.Close()
	nonsense, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer nonsense.Close()
	go func() {
		for {
			c, err := nonsense.Accept()
			if err != nil {
				return
			}
			_, _ = c.Write([]byte("HTTP/1.0 200 OK\r\n\r\nhello"))
			_ = c.Close()
		}
	}()
	s := &Source{
		Hosts:    []string{"a.test:" + port(nonsense), "b.test:99999", "", ":", "127.0.0.1:" + port(nonsense)},
		signIn:   huge.URL,
		control:  "other.test",
		resolver: serveNames(t, map[string]string{"a.test": "127.0.0.1", "b.test": "127.0.0.1", "other.test": "127.0.0.1"}),
	}
	begin := time.Now()
	r := s.Look(context.Background(), evidence.About{})
	if took := time.Since(begin); took > s.Limit() {
		t.Errorf("took %v", took)
	}
	if r.What.IsZero() {
		t.Errorf("%+v", r)
	}
}

// Nothing but names, handshakes and the one page is asked.
func TestOnlyTheListIsAsked(t *testing.T) {
	var asked []string
	var mu sync.Mutex
	note := func(name string) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, name)
	}
	s := &Source{
		resolver: asker(note),
		client:   &http.Client{Transport: roundTrip(func(r *http.Request) { note(r.URL.String()) })},
	}
	r := s.Look(context.Background(), evidence.About{Country: "DE"})
	allowed := map[string]bool{signInPage: true, controlName: true}
	for _, host := range appleHosts {
		allowed[host] = true
	}
	for _, name := range asked {
		if !allowed[name] {
			t.Errorf("asked %s", name)
		}
	}
	if len(asked) < len(allowed) || r.State != evidence.Needs {
		t.Errorf("asked only %v: %+v", asked, r)
	}
}

// broken is a resolver with a defect.
type broken struct{}

func (broken) LookupNetIP(context.Context, string, string) ([]netip.Addr, error) { panic("a defect") }

// A defect in the test of one server is told and says nothing of the network.
func TestADefectIsNoFinding(t *testing.T) {
	s := &Source{Hosts: []string{"one.test"}, signIn: "http://127.0.0.1:1/", resolver: broken{}}
	board := evidence.NewBoard(time.Now, func(evidence.Status) {}, s)
	defer board.Close()
	board.Turn(ID, true)
	board.Look(evidence.About{})
	board.Wait()
	r := board.Statuses()[0].Report
	if r.State != evidence.Failed || len(r.Reading.Facts) > 0 || r.Asked[0].Answered != "a defect" {
		t.Errorf("%+v", r)
	}
}
