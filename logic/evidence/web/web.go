// Package web asks a server for a page: bounded, on one host, through the proxy of the system, and with reasons for a failure
// that people can read.
package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"

	"backupdoctor/logic/words"
)

// transport goes through the proxy of the system. It is made when it is first used, since the system is asked for its settings then.
var transport = sync.OnceValue(func() *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.Proxy = systemProxy()
	t.MaxResponseHeaderBytes = 64 << 10
	return t
})

// Transport returns a transport of its own connections for one look, through the proxy of the system.
func Transport() *http.Transport { return transport().Clone() }

// Client returns a client for requests that stay on the host of an address: a redirection elsewhere is the sign-in page of a
// network, or worse. A nil base is a client with the proxy of the system.
func Client(base *http.Client, address *url.URL) *http.Client {
	client := http.Client{Transport: transport()}
	if base != nil {
		client = *base
	}
	client.CheckRedirect = func(next *http.Request, via []*http.Request) error {
		if next.URL.Host != address.Host || next.URL.Scheme != address.Scheme || len(via) >= 3 {
			return words.Fail("evidence.redirected")
		}
		return nil
	}
	return &client
}

// Parse reads the address of a server; any other text is an error.
func Parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return nil, words.Fail("evidence.address", "Address", address)
	}
	return u, nil
}

// Host is the name of the server of an address, for people; the address itself when it names none.
func Host(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Host
	}
	return address
}

// IsProxied reports whether requests to an address go through a proxy.
func IsProxied(address string) bool {
	u, err := Parse(address)
	if err != nil {
		return false
	}
	proxy, err := transport().Proxy(&http.Request{URL: u})
	return err == nil && proxy != nil
}

// Get gets a text of at most so many bytes. answered is the answer in short, without anything personal; it is empty when none
// came. A nil base is a client with the proxy of the system.
func Get(ctx context.Context, base *http.Client, address string, most int) (body []byte, answered string, err error) {
	u, err := Parse(address)
	if err != nil {
		return nil, "", err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, "", words.Fail("evidence.address", "Address", address)
	}
	response, err := Client(base, u).Do(request)
	if err != nil {
		return nil, "", Reason(err)
	}
	defer response.Body.Close()
	body, err = io.ReadAll(io.LimitReader(response.Body, int64(most)+1))
	answered = fmt.Sprintf("%d, %d bytes", response.StatusCode, len(body))
	switch {
	case response.StatusCode != http.StatusOK:
		return nil, answered, words.Fail("evidence.http-status", "Code", response.StatusCode)
	case err != nil:
		return nil, answered, Reason(err)
	case len(body) > most:
		return nil, answered, words.Fail("evidence.too-large")
	}
	return body, answered, nil
}

// Reason is an error of the network in words, without the address, which the report has beside it.
func Reason(err error) error {
	if outer := (*url.Error)(nil); errors.As(err, &outer) {
		err = outer.Err
	}
	var certificate *tls.CertificateVerificationError
	var name *net.DNSError
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return words.Fail("evidence.no-answer")
	case errors.As(err, &certificate):
		return words.Wrap(err, "evidence.certificate")
	case errors.As(err, &name) && name.IsNotFound:
		return words.Wrap(err, "evidence.no-name")
	}
	return errors.New(Plain(err))
}

// Plain is the text of an error of the network without the addresses of this computer and of the machines around it, which tell
// where somebody is. What was asked is told beside it.
func Plain(err error) string {
	var name *net.DNSError
	var way *net.OpError
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return "NXDOMAIN"
	case errors.As(err, &name) && name.IsTimeout, errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	case errors.As(err, &name):
		return "SERVFAIL"
	case errors.As(err, &way) && way.Timeout():
		return "timeout"
	case errors.As(err, &way):
		return way.Op + ": " + Plain(way.Err)
	}
	return err.Error()
}
