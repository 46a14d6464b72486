package applestatus

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/evidence"
	"backupdoctor/logic/plainfile"
)

// keptFor is how old a kept feed may be to be taken instead of a new one.
const keptFor = 10 * time.Minute

// kept judges the kept feed, if it is one of these addresses and young enough. fresh asks for a new one.
func (s *Source) kept(addresses []string, fresh bool) (report evidence.Report, ok bool) {
	if s.Kept == "" || fresh {
		return report, false
	}
	text, err := plainfile.Read(s.Kept, maxFeed+1024)
	if err != nil || len(text) > maxFeed+1024 {
		return report, false
	}
	head, body, _ := bytes.Cut(text, []byte("\n"))
	address, at, _ := strings.Cut(string(head), " ")
	read, err := time.Parse(time.RFC3339Nano, at)
	if age := s.Now().Sub(read); err != nil || age < 0 || age > keptFor || !slices.Contains(addresses, address) {
		return report, false
	}
	l, err := parse(body, read)
	if err != nil {
		return report, false
	}
	return from(slices.Index(addresses, address), judge(l, read)), true
}

// keep writes the feed down. Ignore errors: a feed that is not kept is read again.
func (s *Source) keep(address string, body []byte) {
	if s.Kept == "" {
		return
	}
	temp, head := s.Kept+".new", fmt.Sprintf("%s %s\n", address, s.Now().UTC().Format(time.RFC3339Nano))
	if os.MkdirAll(filepath.Dir(s.Kept), 0o700) != nil || plainfile.Write(temp, append([]byte(head), body...)) != nil {
		return
	}
	_ = os.Rename(temp, s.Kept)
}
