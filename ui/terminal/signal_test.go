//go:build !windows

package terminal_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
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

// Nobody reads what the program prints, as when a terminal is paused: the second Ctrl C ends it, and the case is kept.
func TestASecondSignalEndsAProgramThatCannotPrint(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := write(t, "case.toml", head)
	out, full, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	command := exec.Command(program, "text", "-knowledge", small, path)
	command.Env = append(os.Environ(), childVariable+"=1", "LANG=en_US.UTF-8", casefile.HomeVariable+"="+t.TempDir(),
		"USBMUXD_SOCKET_ADDRESS=127.0.0.1:1")
	command.Stdin = strings.NewReader("Not enough iCloud storage\n\n1\n" + strings.Repeat("h\n", 2000))
	command.Stdout = full
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Process.Kill() })
	_ = full.Close()
	ended := make(chan struct{})
	go func() {
		_ = command.Wait() // ended by a signal
		close(ended)
	}()
	for range int(hang / time.Second) {
		if strings.Contains(told(t, path), "says=") {
			_ = command.Process.Signal(os.Interrupt)
		}
		select {
		case <-ended:
			return
		case <-time.After(time.Second):
		}
	}
	t.Fatal("it does not end")
}
