//go:build e2e && linux

package e2e

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"backupdoctor/logic/settings"
)

// building is locked while a program is compiled, for tests that run at the same time want the same one.
var building sync.Mutex

// Build compiles a program of this module, named by its folder below the module's root, and returns the
// binary. The check that the window is touched from its own goroutine alone stays in, unlike in the program
// people get.
func Build(t testing.TB, folder string) string {
	t.Helper()
	building.Lock()
	defer building.Unlock()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(filepath.Join(root, folder))
	if folder == "." {
		name = "backupdoctor"
	}
	binary := filepath.Join(root, "build", name+"-e2e")
	cmd := exec.Command("make", "build", "BINARY="+binary, "MAIN=./"+folder, "CHECKS=on")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "MAKEFLAGS=", "MAKELEVEL=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// Launch says how a program is started.
type Launch struct {
	Binary    string
	Args      []string
	Env       []string // NAME=value, before the defaults of Start
	Home      string   // the person's home folder; empty for a fresh one
	Unchecked bool     // the test itself judges what the program logs
}

// Program is a program that runs on a screen.
type Program struct {
	Home string // its home folder; BACKUPDOCTOR_HOME is the folder "cases" in it

	screen *Screen
	cmd    *exec.Cmd
	log    *transcript
	done   chan struct{} // closed when the program has ended
}

// Start starts a program with a light theme, one pixel a unit, and no way to the network. It ends with the
// test, which then fails if the program has logged any of its Troubles.
func (s *Screen) Start(t testing.TB, launch Launch) *Program {
	t.Helper()
	if launch.Home == "" {
		launch.Home = t.TempDir()
	}
	runtime := t.TempDir()
	for _, dir := range []string{filepath.Join(launch.Home, ".cache"), filepath.Join(launch.Home, "cases")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	// The program asks no machine, unless settings are there already.
	kept := filepath.Join(launch.Home, "cases", settings.FileName)
	if _, err := os.Stat(kept); errors.Is(err, fs.ErrNotExist) {
		if err := os.WriteFile(kept, []byte("[status]\noff = true\n[network]\noff = true\n[phone]\noff = true\n[upload]\noff = true\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := &Program{Home: launch.Home, screen: s, log: &transcript{}, done: make(chan struct{})}
	p.cmd = exec.Command(launch.Binary, launch.Args...)
	p.cmd.Dir = launch.Home
	const nowhere = "http://127.0.0.1:9" // the discard port: refused at once
	p.cmd.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + launch.Home, "XDG_RUNTIME_DIR=" + runtime,
		"BACKUPDOCTOR_HOME=" + filepath.Join(launch.Home, "cases"),
		"DISPLAY=" + s.display, "DBUS_SESSION_BUS_ADDRESS=" + s.bus,
		"LANG=en_US.UTF-8", "TZ=UTC", "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_SCALE=1", "FYNE_THEME=light",
		"HTTP_PROXY=" + nowhere, "HTTPS_PROXY=" + nowhere,
	}, launch.Env...)
	p.cmd.Stdout, p.cmd.Stderr = p.log, p.log
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = p.cmd.Wait()
		close(p.done)
	}()
	t.Cleanup(func() {
		if picture := s.picture(); t.Failed() && picture != nil {
			s.save("failed-"+strings.ReplaceAll(t.Name(), "/", "-"), picture)
		}
		p.Kill()
		if !launch.Unchecked {
			for _, line := range p.troubles() {
				t.Errorf("%s logged: %s", filepath.Base(launch.Binary), line)
			}
		}
		if t.Failed() {
			t.Logf("%s logged:\n%s", filepath.Base(launch.Binary), p.Log())
		}
	})
	return p
}

// Log returns what the program has printed so far.
func (p *Program) Log() string { return p.log.String() }

// troubles returns the lines of the log, each with the next three, that tell of a crash, of a call from the
// wrong goroutine, or of an error that the toolkit noticed.
func (p *Program) troubles() []string {
	var found []string
	lines := strings.Split(p.Log(), "\n")
	for i, line := range lines {
		for _, sign := range []string{
			"Error in Fyne call thread", "Fyne error:", "panic:", "fatal error:", "SIGSEGV",
		} {
			if strings.Contains(line, sign) {
				found = append(found, strings.Join(lines[i:min(i+4, len(lines))], "\n"))
				break
			}
		}
	}
	return found
}

// Kill ends the program at once, as a power cut does; it may have ended before.
func (p *Program) Kill() {
	_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
	<-p.done
}

// Exit waits until the program has ended by itself, and returns its exit code.
func (p *Program) Exit(limit time.Duration) (int, error) {
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode(), nil
	case <-time.After(limit):
		return 0, errors.New("the program is still running")
	}
}

// Window waits until the program shows a window with these words in its title, and has drawn it.
func (p *Program) Window(t testing.TB, title string) *Window {
	t.Helper()
	w, err := p.window(title, slow)
	if err != nil {
		t.Fatalf("no window %q: %v\n%s", title, err, p.Log())
	}
	w.t = t
	return w
}

func (p *Program) window(title string, limit time.Duration) (*Window, error) {
	var w *Window
	var ended error
	pid := strconv.Itoa(p.cmd.Process.Pid)
	err := wait(limit, func() bool {
		select {
		case <-p.done:
			ended = errors.New("the program has ended")
			return true
		default:
		}
		out, err := p.screen.xdotool("search", "--all", "--onlyvisible", "--pid", pid, "--name", title)
		if err != nil || out == "" {
			return false
		}
		ids := strings.Fields(out)
		w = &Window{t: p.screen.t, screen: p.screen, id: ids[len(ids)-1]}
		picture, err := w.look()
		return err == nil && !plain(picture)
	})
	if ended != nil {
		return nil, ended
	}
	return w, err
}
