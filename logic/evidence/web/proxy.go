package web

import (
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/mattn/go-ieproxy"
	"golang.org/x/net/http/httpproxy"

	"backupdoctor/logic/outside"
)

// systemProxy returns the function that chooses the proxy of a request: as the variables of the environment say, or else as the
// settings of the system do. On Windows and macOS a script that chooses the proxy is followed, too; on GNOME it is not, since
// nothing here can run it.
func systemProxy() func(*http.Request) (*url.URL, error) {
	environment := httpproxy.FromEnvironment()
	if environment.HTTPProxy != "" || environment.HTTPSProxy != "" {
		return http.ProxyFromEnvironment
	}
	if desktop := desktopProxy(outside.Computer{}.ProxySettings()); desktop != nil {
		choose := desktop.ProxyFunc()
		return func(r *http.Request) (*url.URL, error) { return choose(r.URL) }
	}
	return ieproxy.GetProxyFunc()
}

// desktopProxy reads the proxy settings of GNOME, a key and a value a line. It is nil when no proxy is set by hand.
func desktopProxy(settings string) *httpproxy.Config {
	values := map[string]string{}
	for line := range strings.Lines(settings) {
		schema, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		key, value, _ := strings.Cut(rest, " ")
		values[strings.TrimPrefix(schema, "org.gnome.system.proxy")+"."+key] = value
	}
	server := func(kind, scheme string) string {
		host, port := strings.Trim(values["."+kind+".host"], "'"), values["."+kind+".port"]
		if host == "" || port == "" || port == "0" {
			return ""
		}
		return scheme + "://" + net.JoinHostPort(host, port)
	}
	config := &httpproxy.Config{HTTPProxy: server("http", "http"), HTTPSProxy: server("https", "http")}
	if socks := server("socks", "socks5"); socks != "" {
		if config.HTTPProxy == "" {
			config.HTTPProxy = socks
		}
		if config.HTTPSProxy == "" {
			config.HTTPSProxy = socks
		}
	}
	if values[".mode"] != "'manual'" || config.HTTPProxy == "" && config.HTTPSProxy == "" {
		return nil
	}
	var direct []string
	for host := range strings.SplitSeq(strings.Trim(values[".ignore-hosts"], "[]"), ",") {
		direct = append(direct, strings.TrimPrefix(strings.Trim(strings.TrimSpace(host), "'"), "*"))
	}
	config.NoProxy = strings.Join(direct, ",")
	return config
}
