//go:build !windows

package terminal_test

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/ui/terminal"
)

// paper is what a program printed, while it goes on printing.
type paper struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (p *paper) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(b)
}

func (p *paper) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// The system, or Ctrl C, ends the program while it waits for an answer: it says where the case is, or prints a case that
// can't be saved.
func TestASignalLeavesAsQuitDoes(t *testing.T) {
	for _, test := range []struct {
		signal  syscall.Signal
		refused bool
		says    string
	}{{syscall.SIGTERM, false, "The case is saved in"}, {syscall.SIGINT, true, "This is the case"}} {
		path := write(t, "case.toml", head)
		if test.refused {
			block(t, path)
		}
		in, typed := io.Pipe()
		out, errOut := &paper{}, &paper{}
		ended := make(chan int, 1)
		env := map[string]string{casefile.HomeVariable: t.TempDir(), "LANG": "en_US.UTF-8"}
		go func() {
			ended <- terminal.Console{
				In: in, Out: out, Err: errOut, Now: clock(), Getenv: func(name string) string { return env[name] },
			}.Run([]string{"text", "-knowledge", small, path})
		}()
		if _, err := io.WriteString(typed, "Not enough iCloud storage\n\n1\n"); err != nil {
			t.Fatal(err)
		}
		for end := time.Now().Add(hang); !strings.Contains(out.String(), "Did it") && time.Now().Before(end); {
			if strings.Count(out.String(), "> ") >= 4 { // it waits for the next answer
				break
			}
			time.Sleep(time.Millisecond)
		}
		if err := syscall.Kill(syscall.Getpid(), test.signal); err != nil {
			t.Fatal(err)
		}
		select {
		case code := <-ended:
			flat := strings.Join(strings.Fields(out.String()), " ")
			if (code != 0) != test.refused || !strings.Contains(flat, test.says) {
				t.Errorf("%v: code %d, %s, it says\n%s", test.signal, code, errOut, out)
			}
			if got := told(t, path); !test.refused && !strings.Contains(got, "says=") || test.refused && !strings.Contains(out.String(), "[[event]]") {
				t.Errorf("%v: the file tells %q and the page\n%s", test.signal, got, out)
			}
		case <-time.After(hang):
			t.Fatalf("%v does not end it:\n%s", test.signal, out)
		}
		_ = typed.Close()
	}
}
