package terminal

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// maxLine bounds a line of input, in bytes; the rest of a longer line is dropped.
const maxLine = 64 << 10

// input reads lines that a person types or a script sends.
type input struct {
	r    *bufio.Reader
	stop <-chan struct{} // closed when the program is told to end, which ends the input, too; nil for never
	next chan string     // the line that is being read; nil while none is. It is closed at the end of the input
}

func newInput(r io.Reader) *input { return &input{r: bufio.NewReader(r)} }

// isStopped reports whether the program was told to end.
func (i *input) isStopped() bool {
	select {
	case <-i.stop:
		return true
	default:
		return false
	}
}

// line returns the next line without its end and without what a terminal adds around it; false at the end of
// the input.
func (i *input) line() (string, bool) {
	switch {
	case i.stop == nil:
		return i.read()
	case i.isStopped():
		return "", false
	case i.next == nil:
		next := make(chan string, 1)
		i.next = next
		go func() {
			if line, ok := i.read(); ok {
				next <- line
			}
			close(next)
		}()
	}
	select {
	case line, ok := <-i.next:
		i.next = nil
		return line, ok
	case <-i.stop:
		return "", false
	}
}

// read waits for the next line.
func (i *input) read() (string, bool) {
	var text []byte
	for {
		part, err := i.r.ReadSlice('\n')
		if room := maxLine - len(text); room > 0 {
			text = append(text, part[:min(len(part), room)]...)
		}
		switch {
		case err == nil:
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case len(text) == 0:
			return "", false
		}
		return strings.TrimSpace(clean(string(text))), true
	}
}
