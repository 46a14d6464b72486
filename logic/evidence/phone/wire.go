package phone

import (
	"cmp"
	"context"
	"encoding/binary"
	"io"
	"net"
	"time"
)

// Bounds of what is read, in bytes. The largest answer to the questions that are asked is a pair record of
// about 10 KB.
const (
	maxFrame = 1 << 20
	muxHead  = 16
)

// answerTime is how long one answer may take; a phone answers in milliseconds.
const answerTime = 5 * time.Second

// wire is a connection of which every read ends: by a deadline, by its context, or by a frame that is too
// long.
type wire struct {
	net.Conn
	ctx     context.Context //nolint:containedctx // the connection lives as long as the look
	release func() bool
	patient time.Duration // how long one answer may take
}

// dial connects to usbmuxd. The connection is closed when ctx ends.
func (c *Client) dial(ctx context.Context) (*wire, error) {
	kind, place := network(c.Address)
	patient := cmp.Or(c.patient, answerTime)
	d := net.Dialer{Timeout: patient}
	conn, err := d.DialContext(ctx, kind, place)
	if err != nil {
		if ctx.Err() != nil {
			return nil, broken(ctx, err)
		}
		return nil, &Fault{Kind: NoService, Err: err}
	}
	return &wire{conn, ctx, context.AfterFunc(ctx, func() { _ = conn.Close() }), patient}, nil
}

// close ends the connection.
func (w *wire) close() {
	w.release()
	_ = w.Close()
}

// fill reads exactly len(into) bytes within a time; 0 waits for as long as the context lives.
func (w *wire) fill(into []byte, wait time.Duration) error {
	var until time.Time
	if wait > 0 {
		until = time.Now().Add(wait)
	}
	if err := w.SetReadDeadline(until); err != nil {
		return broken(w.ctx, err)
	}
	if _, err := io.ReadFull(w.Conn, into); err != nil {
		return broken(w.ctx, err)
	}
	return nil
}

// send writes all of a frame.
func (w *wire) send(frame []byte) error {
	if err := w.SetWriteDeadline(time.Now().Add(w.patient)); err != nil {
		return broken(w.ctx, err)
	}
	if _, err := w.Write(frame); err != nil {
		return broken(w.ctx, err)
	}
	return nil
}

// The versions and types of frames of usbmuxd: only those with a property list are used.
const (
	muxVersion = 1
	muxPlist   = 8
)

// sendMux writes a frame of usbmuxd: length, version, type and tag, little-endian, then a property list.
func (w *wire) sendMux(tag uint32, body []byte) error {
	frame := make([]byte, 0, muxHead+len(body))
	length := uint32(muxHead + len(body))
	for _, n := range []uint32{length, muxVersion, muxPlist, tag} {
		frame = binary.LittleEndian.AppendUint32(frame, n)
	}
	return w.send(append(frame, body...))
}

// readMux reads a frame of usbmuxd; its tag says nothing new, as a connection has one request. wait is for its first byte, 0 for any time; the rest must follow soon.
func (w *wire) readMux(wait time.Duration) ([]byte, error) {
	head := make([]byte, muxHead)
	if err := w.fill(head[:1], wait); err != nil {
		return nil, err
	}
	if err := w.fill(head[1:], w.patient); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(head)
	version, kind := binary.LittleEndian.Uint32(head[4:]), binary.LittleEndian.Uint32(head[8:])
	if length < muxHead || length > muxHead+maxFrame || version != muxVersion || kind != muxPlist {
		return nil, fail(Garbled, "")
	}
	body := make([]byte, length-muxHead)
	return body, w.fill(body, w.patient)
}

// sendFrame writes a frame of lockdownd and its services: the length, big-endian, then a property list.
func (w *wire) sendFrame(body []byte) error {
	frame := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	return w.send(append(frame, body...))
}

// readFrame reads a frame of lockdownd or a service, that begins within a time.
func (w *wire) readFrame(wait time.Duration) ([]byte, error) {
	head := make([]byte, 4)
	if err := w.fill(head, wait); err != nil {
		return nil, err
	}
	length := binary.BigEndian.Uint32(head)
	if length == 0 || length > maxFrame {
		return nil, fail(Garbled, "")
	}
	body := make([]byte, length)
	return body, w.fill(body, w.patient)
}
