package fakephone

import (
	"net"
	"sync"
	"time"

	"howett.net/plist"
)

// Results of usbmuxd.
const (
	resultOK        = 0
	resultBadCall   = 1
	resultBadDevice = 2
	resultRefused   = 3
)

// serve answers requests to usbmuxd until one of them opens a port of a phone.
func (h *Hub) serve(c net.Conn) {
	for {
		tag, body, err := readMux(c)
		if err != nil {
			return
		}
		what, _ := body["MessageType"].(string)
		h.note(what)
		switch what {
		case "ListDevices":
			writeMux(c, tag, map[string]any{"DeviceList": h.list()})
		case "ReadBUID":
			writeMux(c, tag, map[string]any{"BUID": buid})
		case "ReadPairRecord":
			udid, _ := body["PairRecordID"].(string)
			p := h.byIdentity(udid)
			if p == nil || p.is(Untrusted) {
				writeMux(c, tag, result(resultBadDevice))
				continue
			}
			writeMux(c, tag, map[string]any{"PairRecordData": h.trust.record})
		case "Listen":
			h.listen(c, tag)
		case "Connect":
			if !h.connect(c, tag, body) {
				return
			}
		default:
			writeMux(c, tag, result(resultBadCall))
		}
	}
}

func result(n int) map[string]any { return map[string]any{"MessageType": "Result", "Number": n} }

func (h *Hub) list() []any {
	h.mu.Lock()
	defer h.mu.Unlock()
	list := []any{}
	for id, a := range h.attached {
		list = append(list, a.event(id))
	}
	return list
}

func (h *Hub) listen(c net.Conn, tag uint32) {
	h.mu.Lock()
	defer h.mu.Unlock()
	writeMux(c, tag, result(resultOK))
	h.listeners[c] = &sync.Mutex{}
	for id, a := range h.attached {
		writeMux(c, 0, a.event(id))
	}
}

// connect opens a port of a phone and serves it to the end; true: it could not, and usbmuxd goes on.
func (h *Hub) connect(c net.Conn, tag uint32, body map[string]any) bool {
	id, _ := body["DeviceID"].(uint64)
	swapped, _ := body["PortNumber"].(uint64)
	port := int(swapped>>8&0xff | swapped&0xff<<8)
	a := h.lookUp(int(id))
	if a == nil {
		writeMux(c, tag, result(resultBadDevice))
		return true
	}
	serve := map[int]func(net.Conn, *Phone){
		lockdownPort: h.lockdown, logPort: h.syslog, profilePort: h.profiles,
	}[port]
	if serve == nil {
		writeMux(c, tag, result(resultRefused))
		return true
	}
	h.mu.Lock()
	a.conns = append(a.conns, c)
	h.mu.Unlock()
	writeMux(c, tag, result(resultOK))
	serve(c, a.phone)
	return false
}

// Ports of a phone.
const (
	lockdownPort = 62078
	logPort      = 50001
	profilePort  = 50002
)

// lockdown answers as lockdownd.
func (h *Hub) lockdown(c net.Conn, p *Phone) {
	trusted := false
	for plain := c; ; {
		body, err := readFrame(c)
		if err != nil {
			return
		}
		what, _ := body["Request"].(string)
		service, _ := body["Service"].(string)
		if service != "" {
			what += " " + service
		}
		h.note(what)
		reply := h.reply(p, body, trusted)
		if !h.answer(c, p, reply, plist.XMLFormat) {
			return
		}
		switch {
		case what == "StartSession" && reply["Error"] == nil:
			switch {
			case p.is(TLSReset):
				return
			case p.is(TLSNoise):
				_, _ = c.Write([]byte("HTTP/1.1 400 Bad Request\r\n\r\n"))
				return
			}
			if c, err = h.over(plain, p); err != nil {
				return
			}
			trusted = true
		case what == "StopSession":
			c, trusted = plain, false
		case what == "Goodbye":
			return
		}
	}
}

// refusals are the errors by which a session does not start.
var refusals = map[Fault]string{
	Locked: "PasswordProtected", TrustAsked: "PairingDialogResponsePending", TrustDenied: "UserDeniedPairing",
	TrustRemoved: "InvalidHostID", Untrusted: "InvalidHostID",
}

func (h *Hub) reply(p *Phone, body map[string]any, trusted bool) map[string]any {
	what, _ := body["Request"].(string)
	reply := map[string]any{"Request": what}
	switch what {
	case "QueryType":
		reply["Type"] = "com.apple.mobile.lockdown"
	case "GetValue":
		domain, _ := body["Domain"].(string)
		key, _ := body["Key"].(string)
		for k, v := range map[string]string{"Domain": domain, "Key": key} {
			if v != "" {
				reply[k] = v
			}
		}
		if value, wrong := p.value(domain, key, trusted); wrong != "" {
			reply["Error"] = wrong
		} else {
			reply["Value"] = value
		}
	case "StartSession", "ValidatePair", "Pair":
		for f, name := range refusals {
			if p.is(f) {
				reply["Error"] = name
				return reply
			}
		}
		if what == "StartSession" {
			reply["SessionID"], reply["EnableSessionSSL"] = "AAAA-BBBB", true
		}
	case "StartService":
		service, _ := body["Service"].(string)
		port := map[string]int{
			"com.apple.syslog_relay": logPort, "com.apple.mobile.MCInstall": profilePort,
		}[service]
		switch {
		case !trusted:
			reply["Error"] = "SessionInactive"
		case port == 0 || p.is(NoService):
			reply["Error"] = "InvalidService"
		default:
			reply["Port"], reply["EnableServiceSSL"], reply["Service"] = port, !p.isOpen(), service
		}
	case "StopSession", "Goodbye":
	default:
		reply["Error"] = "InvalidRequest"
	}
	return reply
}

// serviceOver is the connection of a service as it told the computer: with TLS or without.
func (h *Hub) serviceOver(c net.Conn, p *Phone) (net.Conn, error) {
	if p.isOpen() {
		return c, nil
	}
	return h.over(c, p)
}

// syslog sends the log of the phone.
func (h *Hub) syslog(c net.Conn, p *Phone) {
	c, err := h.serviceOver(c, p)
	if err != nil {
		return
	}
	more := make(chan struct{}, 1)
	p.mu.Lock()
	p.followers[more] = true
	p.mu.Unlock()
	gone := make(chan struct{})
	h.work.Go(func() {
		h.hang(c)
		close(gone)
	})
	defer func() {
		p.mu.Lock()
		delete(p.followers, more)
		p.mu.Unlock()
		_ = c.Close()
	}()
	for sent := 0; ; {
		p.mu.Lock()
		lines := p.log[sent:]
		sent = len(p.log)
		p.mu.Unlock()
		for _, line := range lines {
			if _, err := c.Write([]byte(line + "\n\x00")); err != nil {
				return
			}
		}
		select {
		case <-more:
		case <-gone:
			return
		case <-time.After(time.Minute):
		}
	}
}

// profiles answers as the service of profiles, in binary lists as phones do.
func (h *Hub) profiles(c net.Conn, p *Phone) {
	c, err := h.serviceOver(c, p)
	if err != nil {
		return
	}
	for {
		body, err := readFrame(c)
		if err != nil {
			return
		}
		what, _ := body["RequestType"].(string)
		h.note(what)
		reply := map[string]any{"Status": "Acknowledged"}
		switch what {
		case "GetProfileList":
			p.mu.Lock()
			reply["OrderedIdentifiers"] = p.profiles
			p.mu.Unlock()
		case "GetCloudConfiguration":
			supervised, _ := p.value("com.apple.mobile.chaperone", "DeviceIsChaperoned", true)
			reply["CloudConfiguration"] = map[string]any{"IsSupervised": supervised == true}
		default:
			reply["Status"] = "Error"
		}
		if !h.answer(c, p, reply, plist.BinaryFormat) {
			return
		}
	}
}
