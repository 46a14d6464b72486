// Package phone reads what an iPhone or iPad tells a computer that it is connected to: whether iCloud Backup
// is on, when it last finished, how much space is free, and the like. It asks usbmuxd, the service that holds
// the cables, and through it lockdownd on the phone. Nothing is ever written to a phone: request.go lists all
// that is sent.
//
// The trust between phone and computer is the one that Finder, Apple Devices or usbmuxd made; this package
// never asks for it. The protocol is read from libimobiledevice and pymobiledevice3; it was tried against
// their tools and a fake, not on a phone.
package phone

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
)

// Client asks usbmuxd and the phones behind it. It may be used from several goroutines.
type Client struct {
	// Address is where usbmuxd listens, as AddressOf writes it.
	Address string

	journal *journal      // nil when nobody wants to know
	patient time.Duration // how long one answer may take; 0 for answerTime
}

// Attached is a phone that usbmuxd can reach.
type Attached struct {
	ID       int    // of the connection; it changes when the phone is plugged in again
	Identity string // tells the phone from all others; for nobody's eyes
	Wireless bool   // reached by Wi-Fi and not by cable
}

// muxReply is what usbmuxd answers or tells.
type muxReply struct {
	MessageType    string
	Number         int64
	DeviceID       int64
	Properties     properties
	DeviceList     []muxDevice
	PairRecordData []byte
}

type muxDevice struct {
	DeviceID   int64
	Properties properties
}

type properties struct {
	SerialNumber   string
	ConnectionType string
}

// Results of usbmuxd.
const (
	muxOK         = 0
	muxBadDevice  = 2 // also: no pair record
	muxConnRefuse = 3
)

// maxAttached bounds how many phones count; a hub has fewer.
const maxAttached = 64

// askMux asks usbmuxd on a connection of its own and returns the connection, which belongs to the caller.
func (c *Client) askMux(ctx context.Context, r request, fields map[string]any) (
	w *wire, reply muxReply, err error,
) {
	begin := time.Now()
	defer func() { c.journal.note("usbmuxd "+string(r), outcome(err), begin) }()
	body, err := r.body(fields)
	if err != nil {
		return nil, reply, err
	}
	if w, err = c.dial(ctx); err != nil {
		return nil, reply, err
	}
	if err = w.sendMux(1, body); err == nil {
		reply, err = w.readReply(w.patient)
	}
	if err == nil && reply.MessageType == "Result" && reply.Number != muxOK {
		err = fail(map[int64]Kind{muxBadDevice: Gone, muxConnRefuse: Refused}[reply.Number], "")
		if KindOf(err) == "" {
			err = fail(Refused, "")
		}
	}
	if err != nil {
		w.close()
		return nil, reply, err
	}
	return w, reply, nil
}

// readReply reads the answer to the one request of a connection, or what usbmuxd tells by itself.
func (w *wire) readReply(wait time.Duration) (reply muxReply, err error) {
	body, err := w.readMux(wait)
	if err == nil {
		err = decode(body, &reply)
	}
	return reply, err
}

// Attached lists the phones that are connected, each once: one that is reached by cable and by Wi-Fi counts
// as on the cable.
func (c *Client) Attached(ctx context.Context) ([]Attached, error) {
	w, reply, err := c.askMux(ctx, listDevices, nil)
	if err != nil {
		return nil, err
	}
	w.close()
	if reply.MessageType != "" && len(reply.DeviceList) == 0 {
		return nil, fail(Garbled, "")
	}
	var all []Attached
	for _, d := range reply.DeviceList[:min(len(reply.DeviceList), maxAttached)] {
		one := Attached{
			ID: int(d.DeviceID), Identity: identity(d.Properties.SerialNumber),
			Wireless: d.Properties.ConnectionType == "Network",
		}
		if one.Identity != "" {
			all = append(all, one)
		}
	}
	slices.SortStableFunc(all, func(a, b Attached) int {
		return cmp.Or(cmp.Compare(a.Identity, b.Identity), compareBool(a.Wireless, b.Wireless))
	})
	return slices.CompactFunc(all, func(a, b Attached) bool { return a.Identity == b.Identity }), nil
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// identity writes the identity of a phone as pair records are named: newer ones have a hyphen, which usbmuxd
// may leave out.
func identity(serial string) string {
	serial = plain(serial)
	if len(serial) == 24 && !strings.Contains(serial, "-") {
		return serial[:8] + "-" + serial[8:]
	}
	return serial
}

// Listen calls changed each time when phones come, go, or begin to trust this computer, and once when it
// hears of them at all. It returns when ctx ends or usbmuxd does.
func (c *Client) Listen(ctx context.Context, changed func()) error {
	w, _, err := c.askMux(ctx, listen, nil)
	if err != nil {
		return err
	}
	defer w.close()
	changed()
	for {
		reply, err := w.readReply(0)
		if err != nil {
			return err
		}
		switch reply.MessageType {
		case "Attached", "Detached", "Paired":
			changed()
		}
	}
}

// connectTo opens a port of a phone.
func (c *Client) connectTo(ctx context.Context, a Attached, port int) (*wire, error) {
	swapped := port>>8&0xff | port&0xff<<8 // usbmuxd wants it in the order of the network
	w, reply, err := c.askMux(ctx, connect, map[string]any{"DeviceID": a.ID, "PortNumber": swapped})
	if err == nil && reply.MessageType != "Result" {
		w.close()
		err = fail(Garbled, "")
	}
	if err != nil {
		return nil, err
	}
	return w, nil
}

// pairRecord is the part of a pair record that a session needs; certificates and keys are PEM.
type pairRecord struct {
	HostID            string
	SystemBUID        string
	HostCertificate   []byte
	HostPrivateKey    []byte
	DeviceCertificate []byte
}

// pairRecord reads the record of the trust between a phone and this computer. A phone without one is
// NotTrusted.
func (c *Client) pairRecord(ctx context.Context, a Attached) (pairRecord, error) {
	var record pairRecord
	w, reply, err := c.askMux(ctx, readPairRecord, map[string]any{"PairRecordID": a.Identity})
	switch KindOf(err) {
	case "":
	case Gone, Refused:
		if w == nil && reply.MessageType == "Result" { // a connection that broke has no result
			return record, &Fault{Kind: NotTrusted, Err: err}
		}
		return record, err
	default:
		return record, err
	}
	w.close()
	if len(reply.PairRecordData) == 0 {
		return record, fail(NotTrusted, "")
	}
	if err := decode(reply.PairRecordData, &record); err != nil {
		return record, err
	}
	if record.HostID == "" || len(record.DeviceCertificate) == 0 {
		return record, fail(NotTrusted, "")
	}
	return record, nil
}
