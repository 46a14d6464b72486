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
type input struct{ r *bufio.Reader }

func newInput(r io.Reader) *input { return &input{bufio.NewReader(r)} }

// line returns the next line without its end and without what a terminal adds around it; false at the end of
// the input.
func (i *input) line() (string, bool) {
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
