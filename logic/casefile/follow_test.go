package casefile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestACaseForReadingFollowsTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	writer := open(t, path, nil)
	must(t, writer.Append(said("one")))
	reader, notice, err := Open(path, nil, noon().now)
	must(t, err)
	if !notice.InUse {
		t.Fatal("two windows have the case")
	}
	must(t, writer.Append(said("two")))
	out, err := reader.Absorb()
	must(t, err)
	if out.Events != 1 || texts(reader.Case()) != "one two" {
		t.Errorf("%+v, %q", out, texts(reader.Case()))
	}
	must(t, errors.Join(reader.Close(), writer.Close()))
}

// What the other window replaces and takes out counts too, and the facts that were read here stay.
func TestACaseForReadingTellsWhatCameAndWent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	writer := open(t, path, nil)
	must(t, writer.Append(said("one")))
	must(t, writer.Append(said("two")))
	reader, _, err := Open(path, nil, noon().now)
	must(t, err)
	read := func(f *File, minute int, value string) {
		t.Helper()
		_, err := f.Observe(Reading{
			Source: FromPhone, Time: at(12, minute), Identity: "serial",
			Facts: []Observed{{Fact: FactVersion, Value: value}},
		})
		must(t, err)
	}
	versions := func() (list []string) {
		for _, e := range reader.Case().Events {
			if o, ok := e.What.(Observed); ok {
				list = append(list, fmt.Sprint(o.Value, " ", o.Read.Minute()))
			}
		}
		return list
	}
	look := func(events int, has, facts string) {
		t.Helper()
		out, err := reader.Absorb()
		must(t, err)
		if got := strings.Trim(texts(reader.Case()), " "); out.Events != events || got != has {
			t.Errorf("%+v, %q, want %d events, %q", out, got, events, has)
		}
		if got := strings.Join(versions(), ", "); got != facts {
			t.Errorf("the facts are %s, want %s", got, facts)
		}
	}
	read(reader, 1, "18.1")
	_, err = writer.Undo()
	must(t, err)
	must(t, writer.Append(said("three"))) // as many events as before
	look(2, "one three", "18.1 1")
	read(reader, 20, "18.1")
	_, err = writer.Undo()
	must(t, err)
	look(1, "one", "18.1 20")
	read(writer, 30, "18.1")
	look(1, "one", "18.1 30")
	read(reader, 40, "18.2")
	read(reader, 41, "18.2")
	read(writer, 42, "18.1")
	read(writer, 59, "18.1") // long enough for a save
	if out, err := reader.Absorb(); err != nil || out.Events != 0 || !out.Renewed {
		t.Errorf("facts that were only read again: %+v, %v", out, err)
	}
	must(t, errors.Join(reader.Close(), writer.Close()))
}

// Each backup that failed counts in a window that follows another, also with the same error, and none twice.
func TestACaseForReadingKeepsEachFailure(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	writer := open(t, path, nil)
	must(t, writer.Append(said("one")))
	reader, _, err := Open(path, nil, noon().now)
	must(t, err)
	fails := func(f *File, when time.Time) {
		t.Helper()
		observe(t, f, Reading{
			Source: FromPhone, Time: when, Identity: "serial",
			Facts: []Observed{{Fact: FactFailure, Value: "303", At: when}},
		}, 1)
	}
	look := func(want ...int) {
		t.Helper()
		_, err := reader.Absorb()
		must(t, err)
		var minutes []int
		for _, e := range reader.Case().Events {
			if o, ok := e.What.(Observed); ok {
				minutes = append(minutes, o.At.Minute())
			}
		}
		if !slices.Equal(minutes, want) {
			t.Errorf("backups failed at %v, want %v", minutes, want)
		}
	}
	fails(writer, at(12, 1))
	look(1)
	fails(reader, at(12, 30))
	must(t, writer.Append(said("two")))
	look(1, 30)
	fails(writer, at(12, 30).Add(-time.Second)) // the same, as the other window heard it
	look(1, 30-1)
	must(t, errors.Join(reader.Close(), writer.Close()))
}

func TestAWatchedFileTells(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("one")))
	told := make(chan struct{}, 100)
	stop := f.Watch(func() { told <- struct{}{} })
	defer stop()
	wait := func(what string) {
		t.Helper()
		for end := time.After(time.Minute); ; {
			select {
			case <-told:
				if out, err := f.Absorb(); err != nil {
					t.Fatal(err)
				} else if out.Events > 0 {
					return
				}
			case <-end:
				t.Fatalf("nobody told of %s", what)
			}
		}
	}
	foreign := func(text string, hour int) func(c *Case) {
		return func(c *Case) {
			c.Events = append(c.Events, Event{Time: at(hour, 5), Source: FromPerson, What: Said{Text: text}})
		}
	}
	edit(t, path, foreign("an editor", 12))
	wait("an editor that writes into the file")
	c := onDisk(t, path)
	foreign("replaced", 13)(&c)
	must(t, os.WriteFile(path+".tmp", Format(c), 0o600))
	must(t, os.Rename(path+".tmp", path))
	wait("a program that replaces the file")
	stop()
	for len(told) > 0 {
		<-told
	}
	edit(t, path, foreign("unseen", 14))
	time.Sleep(3 * calm)
	if len(told) > 0 {
		t.Error("a watch that was stopped told something")
	}
	if got := texts(f.Case()); got != "one an editor replaced" {
		t.Errorf("%q", got)
	}
	must(t, f.Close())
}
