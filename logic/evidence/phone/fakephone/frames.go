package fakephone

import (
	"encoding/binary"
	"errors"
	"io"
	"net"
	"time"

	"howett.net/plist"
)

var errOdd = errors.New("odd frame")

// most bounds the frames that the fake reads, in bytes.
const most = 1 << 20

func readMux(c net.Conn) (tag uint32, body map[string]any, err error) {
	head := make([]byte, 16)
	if _, err := io.ReadFull(c, head); err != nil {
		return 0, nil, err
	}
	n := binary.LittleEndian.Uint32(head)
	version, kind := binary.LittleEndian.Uint32(head[4:]), binary.LittleEndian.Uint32(head[8:])
	if n < 16 || n > most || version != 1 || kind != 8 {
		return 0, nil, errOdd
	}
	text := make([]byte, n-16)
	if _, err := io.ReadFull(c, text); err != nil {
		return 0, nil, err
	}
	_, err = plist.Unmarshal(text, &body)
	return binary.LittleEndian.Uint32(head[12:]), body, err
}

func writeMux(c net.Conn, tag uint32, body map[string]any) {
	text, err := plist.Marshal(body, plist.XMLFormat)
	if err != nil {
		panic(err)
	}
	frame := binary.LittleEndian.AppendUint32(nil, uint32(16+len(text)))
	frame = binary.LittleEndian.AppendUint32(frame, 1)
	frame = binary.LittleEndian.AppendUint32(frame, 8)
	frame = append(binary.LittleEndian.AppendUint32(frame, tag), text...)
	_, _ = c.Write(frame)
}

func readFrame(c net.Conn) (body map[string]any, err error) {
	head := make([]byte, 4)
	if _, err := io.ReadFull(c, head); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint32(head)
	if n > most {
		return nil, errOdd
	}
	text := make([]byte, n)
	if _, err := io.ReadFull(c, text); err != nil {
		return nil, err
	}
	_, err = plist.Unmarshal(text, &body)
	return body, err
}

// answer writes an answer of a phone, with the fault that the phone has now. It reports whether the
// conversation goes on.
func (h *Hub) answer(c net.Conn, p *Phone, body map[string]any, form int) bool {
	f := p.answering()
	switch f {
	case Slow:
		time.Sleep(500 * time.Millisecond)
	case Other:
		body = map[string]any{"Request": "GetValue", "Key": "SomethingElse", "Value": "nothing"}
	case Odd:
		body["Value"], body["Status"] = []any{map[string]any{"a": 1}}, 3
	case Gone:
		h.Detach(p)
		return false
	case Hang:
		return h.hang(c)
	}
	text, err := plist.Marshal(body, form)
	if err != nil {
		panic(err)
	}
	if f == Noise {
		for i := range text {
			text[i] ^= 0x55
		}
	}
	length := uint32(len(text))
	switch f {
	case LengthZero:
		length = 0
	case LengthNone:
		length = 0xffffffff
	case LengthHuge:
		length = 0xfffffff0
	}
	frame := append(binary.BigEndian.AppendUint32(nil, length), text...)
	if f == Half || f == Stuck {
		frame = frame[:len(frame)/2]
	}
	if _, err := c.Write(frame); err != nil {
		return false
	}
	if f == Stuck {
		return h.hang(c)
	}
	return f != Half
}

// hang says nothing until the other side goes away.
func (h *Hub) hang(c net.Conn) bool {
	_, _ = io.Copy(io.Discard, c)
	return false
}
