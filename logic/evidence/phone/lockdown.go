package phone

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/pem"
	"errors"
	"strings"
	"time"
)

// lockdownPort is where lockdownd listens on a phone.
const lockdownPort = 62078

// lockdown is a conversation with lockdownd.
type lockdown struct {
	*wire
	client  *Client
	phone   Attached
	record  pairRecord
	session string // its id; empty before trust was shown, and when nothing more can be asked
}

// reply is what lockdownd answers.
type reply struct {
	Request          string
	Error            string
	Type             string
	Key              string
	Domain           string
	Value            any
	SessionID        string
	EnableSessionSSL bool
	Port             int64
	EnableServiceSSL bool
}

// openLockdown begins a conversation and makes sure that it is with lockdownd.
func (c *Client) openLockdown(ctx context.Context, a Attached) (*lockdown, error) {
	w, err := c.connectTo(ctx, a, lockdownPort)
	if err != nil {
		return nil, err
	}
	l := &lockdown{wire: w, client: c, phone: a}
	r, err := l.ask(queryType, nil, l.patient)
	if err == nil && r.Type != "com.apple.mobile.lockdown" {
		err = fail(Garbled, "")
	}
	if err != nil {
		l.close()
		return nil, err
	}
	return l, nil
}

// ask asks lockdownd and waits for the answer so long. An error that lockdownd answers with is a *Fault.
func (l *lockdown) ask(what request, fields map[string]any, wait time.Duration) (r reply, err error) {
	begin, asked := time.Now(), "lockdownd "+string(what)
	for _, key := range []string{"Domain", "Key", "Service"} {
		if name, ok := fields[key].(string); ok {
			asked += " " + name
		}
	}
	defer func() {
		answered := outcome(err)
		if err == nil && what == getValue {
			answered = typeName(r.Value)
		}
		l.client.journal.note(asked, answered, begin)
		if isLost(err) {
			l.session = ""
		}
	}()
	body, err := what.body(fields)
	if err != nil {
		return r, err
	}
	if err = l.sendFrame(body); err != nil {
		return r, err
	}
	answer, err := l.readFrame(wait)
	if err != nil {
		return r, err
	}
	if err = decodeReply(answer, &r); err != nil {
		return r, err
	}
	if r.Error != "" {
		return r, answeredWith(r.Error)
	}
	if r.Request != "" && r.Request != string(what) {
		return r, fail(Garbled, "")
	}
	for key, echoed := range map[string]string{"Key": r.Key, "Domain": r.Domain} {
		if echoed != "" && fields[key] != nil && fields[key] != echoed { // the answer to another question
			return r, fail(Garbled, "")
		}
	}
	return r, nil
}

// decodeReply reads an answer of lockdownd, which always is XML.
func decodeReply(answer []byte, r *reply) error {
	if bytes.HasPrefix(answer, []byte("bplist")) {
		return fail(Garbled, "")
	}
	return decode(answer, r)
}

// value asks for one value, or for all of a domain when key is empty.
func (l *lockdown) value(domain, key string, wait time.Duration) (any, error) {
	fields := map[string]any{}
	if domain != "" {
		fields["Domain"] = domain
	}
	if key != "" {
		fields["Key"] = key
	}
	r, err := l.ask(getValue, fields, wait)
	if err == nil && r.Value == nil {
		err = fail(Missing, "")
	}
	return r.Value, err
}

// startSession shows the phone that it trusts this computer, and goes on in secret.
func (l *lockdown) startSession() error {
	record, err := l.client.pairRecord(l.ctx, l.phone)
	if err != nil {
		return err
	}
	fields := map[string]any{"HostID": record.HostID, "SystemBUID": record.SystemBUID}
	r, err := l.ask(startSession, fields, l.patient)
	if err != nil {
		return err
	}
	if r.SessionID == "" || !r.EnableSessionSSL { // without a certificate nobody knows who is speaking
		return fail(Garbled, "")
	}
	if err := l.secure(record); err != nil {
		return err
	}
	l.record, l.session = record, r.SessionID
	return nil
}

// endSession tells the phone that nothing more is asked; what it says to that does not matter.
func (l *lockdown) endSession() {
	if l.session != "" {
		_, _ = l.ask(stopSession, map[string]any{"SessionID": l.session}, l.patient)
	}
	l.close()
}

// secure goes on by TLS with the phone whose certificate stands in the record, and nobody else.
func (w *wire) secure(record pairRecord) error {
	device, _ := pem.Decode(record.DeviceCertificate)
	own, err := tls.X509KeyPair(record.HostCertificate, record.HostPrivateKey)
	if device == nil || err != nil {
		return &Fault{Kind: NotTrusted, Err: err}
	}
	conn := tls.Client(w.Conn, &tls.Config{
		InsecureSkipVerify: true, //nolint:gosec // phones sign for themselves; VerifyConnection compares
		VerifyConnection: func(state tls.ConnectionState) error {
			if len(state.PeerCertificates) == 0 || !bytes.Equal(state.PeerCertificates[0].Raw, device.Bytes) {
				return fail(Impostor, "")
			}
			return nil
		},
		GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
			return &own, nil
		},
	})
	if err := w.SetDeadline(time.Now().Add(w.patient)); err != nil {
		return broken(w.ctx, err)
	}
	if err := conn.HandshakeContext(w.ctx); err != nil {
		if _, odd := errors.AsType[tls.RecordHeaderError](err); odd {
			return &Fault{Kind: Garbled, Err: err}
		}
		if _, refused := errors.AsType[tls.AlertError](err); refused {
			return &Fault{Kind: Refused, Err: err}
		}
		return broken(w.ctx, err)
	}
	if err := w.SetDeadline(time.Time{}); err != nil {
		return broken(w.ctx, err)
	}
	w.Conn = conn
	return nil
}

// start starts a service of the phone and connects to it.
func (l *lockdown) start(service string) (*wire, error) {
	r, err := l.ask(startService, map[string]any{"Service": service}, l.patient)
	if err != nil {
		return nil, err
	}
	if r.Port <= 0 || r.Port > 0xffff {
		return nil, fail(Garbled, "")
	}
	w, err := l.client.connectTo(l.ctx, l.phone, int(r.Port))
	if err != nil {
		return nil, err
	}
	if r.EnableServiceSSL {
		if err := w.secure(l.record); err != nil {
			w.close()
			return nil, err
		}
	}
	return w, nil
}

// shortName is a service or domain without what all have in common.
func shortName(name string) string { return strings.TrimPrefix(name, "com.apple.") }
