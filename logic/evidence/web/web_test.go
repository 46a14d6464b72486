package web

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"backupdoctor/logic/outside"
)

// gnome is what the desktop prints about its proxy.
func gnome(mode, http, https, socks, direct string) string {
	return fmt.Sprintf(`org.gnome.system.proxy autoconfig-url ''
org.gnome.system.proxy ignore-hosts %s
org.gnome.system.proxy mode '%s'
org.gnome.system.proxy.ftp host ''
org.gnome.system.proxy.http authentication-password 'secret'
org.gnome.system.proxy.http host '%s'
org.gnome.system.proxy.http port 8080
org.gnome.system.proxy.https host '%s'
org.gnome.system.proxy.https port 8443
org.gnome.system.proxy.socks host '%s'
org.gnome.system.proxy.socks port 1080
`, direct, mode, http, https, socks)
}

func TestTheProxyOfTheDesktop(t *testing.T) {
	const usual = "['localhost', '127.0.0.0/8', '*.intern.test', '::1']"
	for _, test := range []struct{ name, settings, address, want string }{
		{"none", gnome("none", "p.test", "p.test", "", usual), "https://a.test/", "none"},
		{"a script", gnome("auto", "", "", "", usual), "https://a.test/", "none"},
		{"by hand", gnome("manual", "p.test", "q.test", "", usual), "https://a.test/", "http://q.test:8443"},
		{"by hand, without TLS", gnome("manual", "p.test", "q.test", "", usual), "http://a.test/", "http://p.test:8080"},
		{"by hand, of IPv6", gnome("manual", "", "fd00::1", "", usual), "https://a.test/", "http://[fd00::1]:8443"},
		{"by hand, for one kind only", gnome("manual", "p.test", "", "", usual), "https://a.test/", ""},
		{"SOCKS", gnome("manual", "", "", "s.test", usual), "https://a.test/", "socks5://s.test:1080"},
		{"a server that is asked directly", gnome("manual", "p.test", "q.test", "", usual), "https://x.intern.test/", ""},
		{"by hand, and nothing typed", gnome("manual", "", "", "", usual), "https://a.test/", "none"},
		{"no desktop", "", "https://a.test/", "none"},
		{"nonsense", "No such schema\x00 “org.gnome”\n[[[", "https://a.test/", "none"},
	} {
		got, config := "none", desktopProxy(test.settings)
		if config != nil {
			u, err := url.Parse(test.address)
			if err != nil {
				t.Fatal(err)
			}
			got = ""
			if proxy, err := config.ProxyFunc()(u); err == nil && proxy != nil {
				got = proxy.String()
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// The real program of the desktop prints what is read here.
func TestTheProxyOfARealDesktop(t *testing.T) {
	if _, err := exec.LookPath("gsettings"); err != nil {
		t.Skip("there is no gsettings here")
	}
	config := t.TempDir()
	file := filepath.Join(config, "glib-2.0", "settings", "keyfile")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	text := "[system/proxy]\nmode='manual'\n[system/proxy/https]\nhost='proxy.test'\nport=3128\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CONFIG_HOME", config)
	t.Setenv("GSETTINGS_BACKEND", "keyfile")
	printed := outside.Computer{}.ProxySettings()
	if printed == "" {
		t.Skip("the desktop has no proxy settings here")
	}
	if got := desktopProxy(printed); got == nil || got.HTTPSProxy != "http://proxy.test:3128" || !strings.Contains(got.NoProxy, "localhost") {
		t.Errorf("%+v of\n%s", got, printed)
	}
}

// Whatever a server does, a request ends with a reason, stays on its host, and takes in no more than it may.
func TestRequestsAreBounded(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("a stranger was asked") }))
	defer elsewhere.Close()
	intercepted := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer intercepted.Close()
	intercepted.Config.ErrorLog = log.New(io.Discard, "", 0)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/good":
			fmt.Fprint(w, "0123456789")
		case "/moved":
			http.Redirect(w, r, "/good", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/stranger":
			http.Redirect(w, r, elsewhere.URL, http.StatusFound)
		case "/huge":
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		case "/cut":
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "0123")
			panic(http.ErrAbortHandler)
		case "/head":
			for i := range 1000 {
				w.Header().Set(fmt.Sprint("X-", i), strings.Repeat("x", 1000))
			}
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	for address, want := range map[string]string{
		server.URL + "/good": "", server.URL + "/moved": "", server.URL + "/loop": "sent elsewhere",
		server.URL + "/stranger": "sent elsewhere", server.URL + "/huge": "far too large", server.URL + "/cut": "EOF",
		server.URL + "/head": "headers", server.URL + "/none": "404", intercepted.URL: "certificate",
		"https://nowhere.invalid/": "", "file:///etc/passwd": "not a web address", "https://": "not a web address", "%": "not a web address",
	} {
		body, _, err := Get(context.Background(), nil, address, 10)
		if address == "https://nowhere.invalid/" {
			if err == nil {
				t.Errorf("%s answers", address)
			}
			continue
		}
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) || err == nil && string(body) != "0123456789" {
			t.Errorf("%s: %q, %v, want %q", address, body, err, want)
		}
	}
}

// What people may send to somebody who looks for a fault has no address of their computer or their network.
func TestErrorsNameNoAddressOfThePerson(t *testing.T) {
	local, far := &net.TCPAddr{IP: net.ParseIP("2001:db8:7::9"), Port: 50123}, &net.TCPAddr{IP: net.ParseIP("192.168.178.1"), Port: 443}
	reset := &net.OpError{Op: "read", Net: "tcp", Source: local, Addr: far, Err: os.NewSyscallError("read", syscall.ECONNRESET)}
	for name, err := range map[string]error{
		"a reset":          reset,
		"within a request": &url.Error{Op: "Get", URL: "https://a.test/", Err: fmt.Errorf("odd: %w", reset)},
		"a silent name server": &net.DNSError{
			Err: "read udp 10.0.0.7:4711->192.168.178.1:53: i/o timeout", Server: "192.168.178.1:53", Name: "a.test", IsTimeout: true,
		},
		"an angry name server": &net.DNSError{Err: "server misbehaving", Server: "192.168.178.1:53", Name: "a.test"},
		"no such name":         &net.DNSError{Err: "no such host", Server: "192.168.178.1:53", Name: "a.test", IsNotFound: true},
		"a deaf proxy":         &net.OpError{Op: "proxyconnect", Net: "tcp", Err: reset},
	} {
		for _, text := range []string{Plain(err), Reason(err).Error()} {
			if strings.Contains(text, "192.168") || strings.Contains(text, "10.0") || strings.Contains(text, "2001:") || text == "" {
				t.Errorf("%s: %q", name, text)
			}
		}
	}
	if text := Plain(reset); !strings.Contains(text, "reset") {
		t.Errorf("a reset is told as %q", text)
	}
}
