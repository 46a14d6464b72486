package phone

import (
	"bytes"
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// maxLine bounds a line of the log, in bytes; what is longer is cut.
const maxLine = 64 << 10

// Follow reads the log of a phone that trusts this computer, line by line, until ctx ends or the phone goes
// away; the error says why it ended. It works on the cable; by Wi-Fi a phone may refuse. A line belongs to
// the receiver only during the call.
func (c *Client) Follow(ctx context.Context, a Attached, line func([]byte)) error {
	l, err := c.openLockdown(ctx, a)
	if err != nil {
		return err
	}
	defer l.endSession()
	if err := l.startSession(); err != nil {
		return err
	}
	w, err := l.start(logService)
	if err != nil {
		return err
	}
	defer w.close()
	return w.followLines(line)
}

// followLines hands lines on, however long the phone has none. They end with a line feed, a zero, or both.
func (w *wire) followLines(line func([]byte)) error {
	if err := w.SetReadDeadline(time.Time{}); err != nil {
		return broken(w.ctx, err)
	}
	var kept []byte
	for buffer := make([]byte, 16<<10); ; {
		n, err := w.Read(buffer)
		for rest := buffer[:n]; len(rest) > 0; {
			end := bytes.IndexAny(rest, "\n\x00")
			part := rest
			if end >= 0 {
				part = rest[:end]
			}
			kept = append(kept, part[:min(len(part), maxLine-len(kept))]...)
			if end < 0 {
				break
			}
			if len(kept) > 0 {
				line(kept)
			}
			kept, rest = kept[:0], rest[end+1:]
		}
		if err != nil {
			return broken(w.ctx, err)
		}
	}
}

// LogLine is what a line of the log tells about a backup.
type LogLine struct {
	Process string // such as backupd
	Domain  string // of the error, such as MBErrorDomain
	Code    int
}

// The head of a line is "Nov 27 10:41:12 Name process(part)[123] <Notice>: ". Names may have blanks.
var (
	logProcess = regexp.MustCompile(`([\w.-]{1,64})(?:\([^()\[\]]{0,64}\))?\[\d{1,9}\](?: <\w{1,16}>)?:`)
	logCode    = regexp.MustCompile(`\b(MBErrorDomain|CKErrorDomain)\W{1,3}(?:Code=)?(\d{1,9})\b`)
)

// severalErrors is the code of an error that stands for those inside it.
const severalErrors = 2

// ParseLog reads a line with an error of a backup; ok is false for any other line. It is iCloud Backup's if
// Process is backupd. Of an error that stands for several, one of those inside counts.
func ParseLog(line []byte) (l LogLine, ok bool) {
	if !bytes.Contains(line, []byte("ErrorDomain")) { // nearly all lines
		return l, false
	}
	if process := logProcess.FindSubmatch(line); process != nil {
		l.Process = strings.ToValidUTF8(string(process[1]), "")
	}
	all := logCode.FindAllSubmatch(line, -1)
	if len(all) == 0 || l.Process == "" {
		return LogLine{}, false
	}
	for _, found := range all {
		code, err := strconv.Atoi(string(found[2]))
		if err == nil && (l.Domain == "" || l.Code == severalErrors) {
			l.Domain, l.Code = string(found[1]), code
		}
	}
	return l, l.Domain != ""
}
