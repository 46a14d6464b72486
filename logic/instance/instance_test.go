package instance_test

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backupdoctor/logic/instance"
)

// machine is the environment of a person's programs, with or without a runtime folder.
func machine(runtime string) func(string) string {
	return func(name string) string {
		if name == "XDG_RUNTIME_DIR" {
			return runtime
		}
		return ""
	}
}

// folder is one whose name is short enough for a socket.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "w") //nolint:usetesting // the folders of tests have names that are too long
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func TestASecondStartHandsItsCaseOver(t *testing.T) {
	for name, runtime := range map[string]string{"runtime folder": folder(t), "data folder": ""} {
		t.Run(name, func(t *testing.T) {
			home, getenv := folder(t), machine(runtime)
			path := filepath.Join(home, "Jürgens “iPhone” 携帯.backupcase")
			if instance.Hand(t.Context(), home, getenv, path) {
				t.Fatal("nobody took a case")
			}
			var got []string
			stop, err := instance.Listen(t.Context(), home, getenv, func(path string) { got = append(got, path) })
			if err != nil {
				t.Fatal(err)
			}
			if !instance.Hand(t.Context(), home, getenv, path) || !instance.Hand(t.Context(), home, getenv, "case.toml") {
				t.Fatal("the window took no case")
			}
			if instance.Hand(t.Context(), folder(t), getenv, path) {
				t.Error("the window of another data folder took it")
			}
			if again, err := instance.Listen(t.Context(), home, getenv, func(string) {}); err == nil || again != nil {
				t.Error("two windows listen")
			}
			stop()
			here, err := filepath.Abs("case.toml")
			if err != nil || len(got) != 2 || got[0] != path || got[1] != here {
				t.Errorf("the window got %q, %v", got, err)
			}
			if instance.Hand(t.Context(), home, getenv, path) {
				t.Error("a closed window took a case")
			}
		})
	}
}

// TestASocketThatWasLeftIsTakenOver is about a program that was killed.
func TestASocketThatWasLeftIsTakenOver(t *testing.T) {
	home, getenv := folder(t), machine("")
	left, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(home, "window-socket"), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	left.SetUnlinkOnClose(false)
	if err := left.Close(); err != nil {
		t.Fatal(err)
	}
	stop, err := instance.Listen(t.Context(), home, getenv, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	info, err := os.Stat(filepath.Join(home, "window-socket"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may speak to it: %v, %v", info.Mode(), err)
	}
}

// TestTheFirstStartOfAllListens listens where there is no data folder yet.
func TestTheFirstStartOfAllListens(t *testing.T) {
	home := filepath.Join(folder(t), "not", "yet")
	stop, err := instance.Listen(t.Context(), home, machine(""), func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	if !instance.Hand(t.Context(), home, machine(""), filepath.Join(home, "case.toml")) {
		t.Error("the window took no case")
	}
	if info, err := os.Stat(home); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("others may look into the data folder: %v, %v", info.Mode(), err)
	}
}

// TestAFileInTheSocketsPlaceStays keeps what is not ours.
func TestAFileInTheSocketsPlaceStays(t *testing.T) {
	home := folder(t)
	path := filepath.Join(home, "window-socket")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if stop, err := instance.Listen(t.Context(), home, machine(""), func(string) {}); err == nil || stop != nil {
		t.Fatal("it listens where a file is")
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "mine" {
		t.Errorf("the file has %q, %v", kept, err)
	}
}

func TestOnlyAPathIsTaken(t *testing.T) {
	home := folder(t)
	var got []string
	stop, err := instance.Listen(t.Context(), home, machine(""), func(path string) { got = append(got, path) })
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"case.toml\n", "\n", "/a\x00b\n", "/" + strings.Repeat("x", 1<<20) + "\n", "/without an end"} {
		line, err := net.Dial("unix", filepath.Join(home, "window-socket"))
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			_, _ = io.WriteString(line, text)
			_ = line.(*net.UnixConn).CloseWrite()
		}()
		if answer, _ := io.ReadAll(line); len(answer) > 0 {
			t.Errorf("%.20q is answered with %q", text, answer)
		}
		_ = line.Close()
	}
	stop()
	if len(got) > 0 {
		t.Errorf("taken: %.40q", got)
	}
}
