package phone

import (
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"slices"
	"testing"
	"time"
	"unicode/utf8"

	"howett.net/plist"
)

// said is a connection on which everything was said already.
type said struct {
	net.Conn
	*bytes.Reader
}

func (s said) Read(b []byte) (int, error)    { return s.Reader.Read(b) }
func (said) SetReadDeadline(time.Time) error { return nil }
func wireOf(t *testing.T, data []byte) *wire {
	return &wire{Conn: said{Reader: bytes.NewReader(data)}, ctx: t.Context(), patient: time.Second}
}

func mux(length, version, kind uint32, body string) []byte {
	var b []byte
	for _, n := range []uint32{length, version, kind, 1} {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return append(b, body...)
}

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0">`
	muxList = xmlHead + `<dict><key>DeviceList</key><array><dict><key>DeviceID</key><integer>1</integer>` +
		`<key>Properties</key><dict><key>SerialNumber</key><string>x</string></dict></dict></array></dict></plist>`
	aValue = xmlHead + `<dict><key>Request</key><string>GetValue</string>` +
		`<key>Key</key><string>ProductType</string><key>Value</key><string>iPhone13,2</string></dict></plist>`
	anError  = xmlHead + `<dict><key>Error</key><string>GetProhibited</string></dict></plist>`
	aBoolean = xmlHead + `<dict><key>Value</key><true/></dict></plist>`
)

// Whatever usbmuxd says, a frame is read or refused, and never more than was bounded.
func FuzzFrame(f *testing.F) {
	whole := mux(uint32(muxHead+len(muxList)), 1, 8, muxList)
	f.Add(whole)
	f.Add(whole[:30])
	f.Add(mux(0, 1, 8, ""))
	f.Add(mux(16, 1, 8, ""))
	f.Add(mux(0xffffffff, 1, 8, muxList))
	f.Add(mux(20, 2, 3, "abcd"))
	f.Fuzz(func(t *testing.T, data []byte) {
		w := wireOf(t, data)
		body, err := w.readMux(time.Second)
		if err != nil {
			if KindOf(err) != Garbled && KindOf(err) != Gone {
				t.Errorf("%v", err)
			}
			return
		}
		if len(body) > maxFrame || !bytes.Contains(data, body) {
			t.Errorf("%d bytes of %d", len(body), len(data))
		}
		var reply muxReply
		if err := decode(body, &reply); err != nil && KindOf(err) != Garbled {
			t.Errorf("%v", err)
		}
		rest, err := io.ReadAll(w.Conn.(said).Reader)
		if err != nil || len(rest)+muxHead+len(body) != len(data) {
			t.Errorf("%d of %d bytes are left", len(rest), len(data))
		}
	})
}

// Whatever a phone answers, a value is what it is or it is unknown: no text is longer than a case keeps, and
// no number out of its range becomes a fact.
func FuzzLockdownReply(f *testing.F) {
	for _, text := range []string{aValue, anError, aBoolean, xmlHead, "", "bplist00", "<a>", "{a=b;}"} {
		f.Add([]byte(text))
	}
	for _, v := range []any{
		uint64(1) << 63, -5, 1e300, "x", []any{1}, map[string]any{"a": 1}, time.Now(), []byte{1},
	} {
		for _, form := range []int{plist.XMLFormat, plist.BinaryFormat} {
			text, err := plist.Marshal(map[string]any{"Value": v}, form)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var r reply
		if err := decodeReply(data, &r); err != nil {
			if KindOf(err) != Garbled {
				t.Errorf("%v", err)
			}
			return
		}
		d := Device{Read: time.Now()}
		for _, q := range append(slices.Clip(open), confidential...) {
			q.take(&d, r.Value)
		}
		for _, text := range []string{d.Product, d.Version, d.Build, d.Language} {
			if len(text) > maxText || !utf8.ValidString(text) {
				t.Errorf("%q", text)
			}
		}
		if d.Free != nil && (*d.Free < 0 || *d.Free > maxBytes) ||
			!d.LastBackup.IsZero() && d.LastBackup.After(d.Read.Add(maxAhead)) {
			t.Errorf("%+v", d)
		}
		d.tell()
		d.facts()
		var p profileReply
		_ = decode(data, &p)
		var record pairRecord
		_ = decode(data, &record)
	})
}

// Whatever stands in the log, only the code of a backup's error is taken from it.
func FuzzLogLine(f *testing.F) {
	for _, line := range logLines {
		f.Add([]byte(line.text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		w := wireOf(t, data)
		if err := w.followLines(func(line []byte) {
			n += len(line)
			l, ok := ParseLog(line)
			if ok && (l.Process == "" || l.Domain == "" || l.Code < 0 ||
				!bytes.Contains(line, []byte(l.Domain))) {
				t.Errorf("%q: %+v", line, l)
			}
			if len(line) > maxLine || bytes.ContainsAny(line, "\n\x00") {
				t.Errorf("a line of %d bytes", len(line))
			}
		}); KindOf(err) != Gone {
			t.Errorf("%v", err)
		}
		if n > len(data) {
			t.Errorf("%d bytes of %d", n, len(data))
		}
	})
}
