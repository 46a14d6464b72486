// Package instance lets a second start of the program hand its case to the window that is open already. Both
// meet at a socket in a folder of the person's own, so that nobody else on the computer and nobody on the
// network can speak to it. Where there can be no such socket, each start opens a window of its own.
package instance

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Bounds of what passes.
const (
	longest = 32 << 10 // bytes of a path; more than any system allows
	patient = 2 * time.Second
)

// taken is the answer to a path that the window takes.
const taken = "taken\n"

// place is where the windows of one data folder are found. The runtime folder is the better place: it is on no
// network, is gone after a restart, and its name is short enough for a socket.
func place(home string, getenv func(string) string) string {
	runtime := getenv("XDG_RUNTIME_DIR")
	if runtime == "" {
		return filepath.Join(home, "window-socket")
	}
	sum := sha256.Sum256([]byte(home))
	return filepath.Join(runtime, "backupdoctor-"+hex.EncodeToString(sum[:8])+".socket")
}

// Hand hands the path of a case to the window of the data folder home, and reports whether it was taken. It
// returns false at once when there is no such window, and after two seconds when the window is stuck.
func Hand(ctx context.Context, home string, getenv func(string) string, path string) bool {
	full, err := filepath.Abs(path)
	if err != nil || strings.ContainsAny(full, "\n\r") {
		return false
	}
	ctx, stop := context.WithTimeout(ctx, patient)
	defer stop()
	line, err := new(net.Dialer).DialContext(ctx, "unix", place(home, getenv))
	if err != nil {
		return false
	}
	defer line.Close()
	if line.SetDeadline(time.Now().Add(patient)) != nil {
		return false
	}
	if _, err := io.WriteString(line, full+"\n"); err != nil {
		return false
	}
	answer, err := bufio.NewReader(io.LimitReader(line, int64(len(taken)))).ReadString('\n')
	return err == nil && answer == taken
}

// Listen calls opened, one call after another, with each path that other starts hand over, until stop is
// called. It fails when another window of the data folder listens already, or there can be no socket.
func Listen(ctx context.Context, home string, getenv func(string) string, opened func(path string)) (stop func(), err error) {
	at := place(home, getenv)
	if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil { // the first start of all has no data folder yet
		return nil, err
	}
	socket, err := new(net.ListenConfig).Listen(ctx, "unix", at)
	if err != nil {
		if info, missing := os.Lstat(at); missing != nil || info.Mode()&os.ModeSocket == 0 {
			return nil, err
		}
		if line, silent := new(net.Dialer).DialContext(ctx, "unix", at); silent == nil {
			_ = line.Close() // nothing was said
			return nil, err
		}
		// Nobody answers: it is left from a program that was killed.
		if err := os.Remove(at); err != nil {
			return nil, err
		}
		if socket, err = new(net.ListenConfig).Listen(ctx, "unix", at); err != nil {
			return nil, err
		}
	}
	if err := os.Chmod(at, 0o600); err != nil {
		_ = socket.Close() // the other error is told
		return nil, err
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			line, err := socket.Accept()
			if err != nil {
				return
			}
			answer(line, opened)
		}
	}()
	return func() {
		_ = socket.Close() // this removes the socket; nobody can do more
		<-ended
	}, nil
}

// answer reads one path and hands it over. Who sends anything else, or nothing in time, is not answered.
func answer(line net.Conn, opened func(path string)) {
	defer line.Close()
	if line.SetDeadline(time.Now().Add(patient)) != nil {
		return
	}
	text, err := bufio.NewReader(io.LimitReader(line, longest)).ReadString('\n')
	path := strings.TrimSuffix(text, "\n")
	if err != nil || !filepath.IsAbs(path) || strings.ContainsRune(path, 0) {
		return
	}
	opened(path)
	_, _ = io.WriteString(line, taken) // the other start opens its own window when it can't read this
}
