// Package fakephone plays usbmuxd with iPhones on it, for tests and for tools that are tried against it. It
// speaks as Debian's libimobiledevice expects, and it has the faults of cables, phones and their owners on
// demand. Only tests import it.
//
// Its values are those that owners of phones published. No phone has shown that it is complete.
package fakephone

import (
	"crypto/tls"
	"net"
	"slices"
	"strings"
	"sync"
)

// Hub is usbmuxd. All methods may be called from any goroutine.
type Hub struct {
	listener net.Listener
	trust    trust

	mu        sync.Mutex
	next      int
	attached  map[int]*attached
	listeners map[net.Conn]*sync.Mutex
	conns     map[net.Conn]bool
	requests  []string
	work      sync.WaitGroup
}

// attached is a phone on a cable or on the Wi-Fi.
type attached struct {
	phone    *Phone
	wireless bool
	conns    []net.Conn
}

// Start begins to answer at an address: UNIX:/path or host:port, with port 0 for a free one.
func Start(address string) (*Hub, error) {
	network, place := "tcp", address
	if path, ok := strings.CutPrefix(address, "UNIX:"); ok {
		network, place = "unix", path
	}
	l, err := net.Listen(network, place)
	if err != nil {
		return nil, err
	}
	h := &Hub{
		listener: l, trust: sharedTrust(), attached: map[int]*attached{},
		listeners: map[net.Conn]*sync.Mutex{}, conns: map[net.Conn]bool{},
	}
	h.work.Go(h.accept)
	return h, nil
}

// Address is where the hub answers, in the spelling of USBMUXD_SOCKET_ADDRESS.
func (h *Hub) Address() string {
	if h.listener.Addr().Network() == "unix" {
		return "UNIX:" + h.listener.Addr().String()
	}
	return h.listener.Addr().String()
}

// Close ends all connections and returns when nothing runs any more.
func (h *Hub) Close() {
	_ = h.listener.Close()
	h.mu.Lock()
	for c := range h.conns {
		_ = c.Close()
	}
	h.mu.Unlock()
	h.work.Wait()
}

// Attach plugs a phone in, or lets it come by Wi-Fi.
func (h *Hub) Attach(p *Phone, wireless bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.next++
	a := &attached{phone: p, wireless: wireless}
	h.attached[h.next] = a
	h.tell(a.event(h.next))
}

// Detach pulls a phone out, in the middle of whatever is said.
func (h *Hub) Detach(p *Phone) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for id, a := range h.attached {
		if a.phone == p {
			delete(h.attached, id)
			for _, c := range a.conns {
				_ = c.Close()
			}
			h.tell(map[string]any{"MessageType": "Detached", "DeviceID": id})
		}
	}
}

// Requests are all that was asked, in order: the request, and for a service its name.
func (h *Hub) Requests() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.requests)
}

// reading are the requests that leave a phone as it is.
var reading = []string{
	"ListDevices", "Listen", "Connect", "ReadPairRecord", "QueryType", "GetValue", "StartSession", "StopSession",
	"StartService com.apple.syslog_relay", "StartService com.apple.mobile.MCInstall",
	"GetProfileList", "GetCloudConfiguration",
}

// Others are the requests beside those that are known to change nothing on a phone: our own programs make none.
func (h *Hub) Others() []string {
	return slices.DeleteFunc(h.Requests(), func(r string) bool { return slices.Contains(reading, r) })
}

func (h *Hub) note(request string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.requests = append(h.requests, request)
}

func (h *Hub) accept() {
	for {
		c, err := h.listener.Accept()
		if err != nil {
			return
		}
		h.mu.Lock()
		h.conns[c] = true
		h.mu.Unlock()
		h.work.Go(func() {
			defer func() {
				_ = c.Close()
				h.mu.Lock()
				delete(h.conns, c)
				delete(h.listeners, c)
				h.mu.Unlock()
			}()
			h.serve(c)
		})
	}
}

// tell sends an event to all who listen; h.mu is held.
func (h *Hub) tell(event map[string]any) {
	for c, one := range h.listeners {
		h.work.Go(func() {
			one.Lock()
			defer one.Unlock()
			writeMux(c, 0, event)
		})
	}
}

func (h *Hub) lookUp(id int) *attached {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.attached[id]
}

// byIdentity finds the phone of a pair record.
func (h *Hub) byIdentity(udid string) *Phone {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, a := range h.attached {
		if a.phone.UDID == udid {
			return a.phone
		}
	}
	return nil
}

// event is what usbmuxd tells of a phone that is there.
func (a *attached) event(id int) map[string]any {
	return map[string]any{"MessageType": "Attached", "DeviceID": id, "Properties": a.properties(id)}
}

func (a *attached) properties(id int) map[string]any {
	kind := "USB"
	if a.wireless {
		kind = "Network"
	}
	all := map[string]any{
		"DeviceID": id, "SerialNumber": a.phone.UDID, "ConnectionType": kind, "ProductID": 0x12a8, "LocationID": id,
	}
	if a.wireless {
		all["NetworkAddress"] = append([]byte{16, 2, 0, 0, 127, 0, 0, 1}, make([]byte, 144)...)
		all["InterfaceIndex"] = 1
	}
	return all
}

// over puts TLS over a connection, as the phone does it.
func (h *Hub) over(c net.Conn, p *Phone) (net.Conn, error) {
	cert := h.trust.device
	if p.is(Impostor) {
		cert = h.trust.stranger
	}
	s := tls.Server(c, &tls.Config{
		Certificates: []tls.Certificate{cert}, ClientAuth: tls.RequireAnyClientCert,
		MaxVersion: tls.VersionTLS12, VerifyPeerCertificate: h.trust.judge,
	})
	return s, s.Handshake()
}
