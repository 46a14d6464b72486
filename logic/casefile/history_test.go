package casefile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/storage"
)

// clock is a clock that stands still until it is moved.
type clock struct{ time time.Time }

func (c *clock) now() time.Time { return c.time }

func noon() *clock { return &clock{at(12, 0)} }

// fails is what *testing.T and *rapid.T have in common.
type fails interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func open(t fails, path string, known Known) *File {
	t.Helper()
	f, notice, err := Open(path, known, noon().now)
	if err != nil {
		t.Fatal(err)
	}
	if !notice.IsZero() || notice.String() != "" {
		t.Fatalf("a notice about nothing: %s", notice.String())
	}
	return f
}

func must(t fails, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func said(text string) Event { return Event{What: Said{Text: text}} }

// textOf is the text of a message.
func textOf(e Event) string {
	s, _ := e.What.(Said)
	return s.Text
}

func texts(c Case) string {
	var list []string
	for _, e := range c.Events {
		list = append(list, textOf(e))
	}
	return strings.Join(list, " ")
}

func TestUndoAndRedoInEveryOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	steps := []struct {
		name string
		do   func() error
		want string
	}{
		{"three events", func() error { return errors.Join(f.Append(said("a")), f.Append(said("b")), f.Append(said("c"))) }, "a b c"},
		{"remove one in the middle", func() error { return f.Remove(2) }, "a c"},
		{"remove the first", func() error { return f.Remove(1) }, "c"},
		{"add", func() error { return f.Append(said("d"), said("e")) }, "c d e"},
		{"bring the middle one back first", func() error { return f.Restore(2) }, "b c d e"},
		{"then the first", func() error { return f.Restore(1) }, "a b c d e"},
		{"restore what is there", func() error { return f.Restore(1) }, "a b c d e"},
		{"undo the two restores", func() error { return errors.Join(undo(f), undo(f)) }, "c d e"},
		{"undo what was added together", func() error { return undo(f) }, "c"},
		{"redo it", func() error { return redo(f) }, "c d e"},
		{"redo a restore", func() error { return redo(f) }, "b c d e"},
		{"something new ends the redo", func() error { return errors.Join(f.Remove(5), want(ErrNothingToRedo, redo(f))) }, "b c d"},
		{"undo all", func() error {
			for f.CanUndo() {
				if err := undo(f); err != nil {
					return err
				}
			}
			return want(ErrNothingToUndo, undo(f))
		}, ""},
		{"no such event", func() error { return errors.Join(want(ErrNoEvent, f.Remove(0)), want(ErrNoEvent, f.Restore(6))) }, ""},
	}
	for _, step := range steps {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if got := texts(f.Case()); got != step.want {
			t.Fatalf("%s: the case has %q, want %q", step.name, got, step.want)
		}
		onDisk, err := readCase(path)
		if err != nil || texts(onDisk) != step.want {
			t.Fatalf("%s: the file has %q, want %q (%v)", step.name, texts(onDisk), step.want, err)
		}
	}
}

func undo(f *File) error { _, err := f.Undo(); return err }

func redo(f *File) error { _, err := f.Redo(); return err }

// want is nil if the error is the one expected.
func want(expected, err error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return fmt.Errorf("%w, want %w", cmp.Or(err, errors.New("no error")), expected)
}

func TestUndoAfterReopeningTakesBackTheLatestEvent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("a"), said("b")))
	must(t, f.Close())
	f = open(t, path, nil)
	turned, err := f.Undo()
	if err != nil || len(turned) != 1 || turned[0].Seq != 2 || !turned[0].Removed || textOf(turned[0].Event) != "b" {
		t.Errorf("undo turned %+v, %v", turned, err)
	}
	if got := texts(f.Case()); got != "a" {
		t.Errorf("the case has %q", got)
	}
}

// TestAnySequenceOfChangesEqualsAModel compares an open case, and the file that it leaves, with a list and a history that
// keep whole states.
func TestAnySequenceOfChangesEqualsAModel(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	run := 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		path := filepath.Join(dir, fmt.Sprintf("%d.toml", run))
		f := open(t, path, nil)
		f.disk.write = func(path string, content []byte) error { return os.WriteFile(path, content, 0o600) } // syncing takes long
		f.disk.settle = func(string) error { return nil }
		type entry struct {
			event Event
			gone  bool
		}
		var model []entry
		type whole struct {
			gone []bool // entries that did not exist yet count as gone
			head Header
		}
		var past, future []whole
		must(t, f.Save()) // before that, the header is how the case begins
		head := header(f)
		gone := func() whole {
			state := whole{make([]bool, len(model)), head}
			for i := range model {
				state.gone[i] = model[i].gone
			}
			return state
		}
		set := func(state whole) {
			for i := range model {
				model[i].gone = i >= len(state.gone) || state.gone[i]
			}
			head = state.head
		}
		turn := func(name string, turn func(int) error, to bool) func(*rapid.T) {
			return func(t *rapid.T) {
				seq := rapid.IntRange(0, len(model)+1).Draw(t, name)
				err := turn(seq)
				if seq < 1 || seq > len(model) {
					must(t, want(ErrNoEvent, err))
					return
				}
				must(t, err)
				if model[seq-1].gone != to {
					past, future = append(past, gone()), nil
					model[seq-1].gone = to
				}
			}
		}
		t.Repeat(map[string]func(*rapid.T){
			"append": func(t *rapid.T) {
				events := rapid.SliceOfN(anyAct, 1, 3).Draw(t, "events")
				must(t, f.Append(events...))
				past, future = append(past, gone()), nil
				for _, e := range events {
					if e.Time.IsZero() {
						e.Time = at(12, 0)
					}
					model = append(model, entry{event: e})
				}
			},
			"header": func(t *rapid.T) {
				h := Header{
					Name: rapid.SampledFrom([]string{"Anna", "Ben"}).Draw(t, "name"), Device: "ipad",
					Version: rapid.SampledFrom([]string{"", "17.5", "18"}).Draw(t, "version"),
				}
				h.Language = rapid.SampledFrom([]string{"", "de"}).Draw(t, "language")
				must(t, f.SetHeader(h))
				if h != head {
					past, future, head = append(past, gone()), nil, h
				}
			},
			"remove":  turn("remove", func(seq int) error { return f.Remove(seq) }, true),
			"restore": turn("restore", f.Restore, false),
			"undo": func(t *rapid.T) {
				err := undo(f)
				if len(past) == 0 {
					must(t, want(ErrNothingToUndo, err))
					return
				}
				must(t, err)
				future = append(future, gone())
				set(past[len(past)-1])
				past = past[:len(past)-1]
			},
			"redo": func(t *rapid.T) {
				err := redo(f)
				if len(future) == 0 {
					must(t, want(ErrNothingToRedo, err))
					return
				}
				must(t, err)
				past = append(past, gone())
				set(future[len(future)-1])
				future = future[:len(future)-1]
			},
			"": func(t *rapid.T) {
				var events []Event
				for i, e := range f.Entries() {
					if e.Seq != i+1 || e.Removed != model[i].gone || !reflect.DeepEqual(e.Event, model[i].event) {
						t.Fatalf("entry %d is %+v, want %+v", i+1, e, model[i])
					}
					if !e.Removed {
						events = append(events, e.Event)
					}
				}
				if got := f.Case().Events; !reflect.DeepEqual(got, events) {
					t.Fatalf("the case has %+v, want %+v", got, events)
				}
				if on, err := os.ReadFile(path); err != nil || !bytes.Equal(on, Format(f.Case())) {
					t.Fatalf("%v, the file holds\n%s\nwant\n%s", err, on, Format(f.Case()))
				}
				if got := header(f); got != head {
					t.Fatalf("the header is %+v, want %+v", got, head)
				}
				if f.CanUndo() != (len(past) > 0) || f.CanRedo() != (len(future) > 0) {
					t.Fatalf("can undo %v, redo %v, with %d and %d changes", f.CanUndo(), f.CanRedo(), len(past), len(future))
				}
			},
		})
		last := f.Case()
		must(t, f.Save())
		must(t, f.Close())
		again := open(t, path, nil)
		if got := again.Case(); !reflect.DeepEqual(got, last) {
			t.Fatalf("opened again: %+v, want %+v", got, last)
		}
		must(t, again.Close())
	})
}

func TestAppendRefusesWhatCouldNotBeReadAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, shipped(t))
	must(t, f.Append(Event{What: Answered{Check: "q09", Answer: "off"}}))
	answered := Answered{Check: "low-data-mode", Answer: "off"}
	if got := f.Case().Events[0]; got.What != answered || got.Time != at(12, 0) || got.Source != FromPerson {
		t.Errorf("the event became %+v", got)
	}
	bad := []Event{
		{},
		{What: Answered{Check: "low-data-mode", Answer: "perhaps"}},
		{What: Tried{Fix: "pray", Outcome: Done}},
		{What: Said{Text: strings.Repeat("x", maxText+1)}},
		{What: Counted{}},
		{What: Counted{storage.Inputs{Upload: -1}}},
		{Source: FromPerson, What: Observed{Check: "low-data-mode", Answer: "on"}},
		{Time: time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC), What: Said{Text: "x"}},
	}
	for _, e := range bad {
		if err := f.Append(said("good"), e); err == nil {
			t.Errorf("took %+v", e)
		}
	}
	if n := len(f.Entries()); n != 1 {
		t.Errorf("%d events, want the one from before: all or none are added", n)
	}
}

func TestACaseIsFullBeforeItIsTooLargeToRead(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	many := make([]Event, maxEvents)
	for i := range many {
		many[i] = said("x")
	}
	must(t, f.Append(many...))
	must(t, want(ErrFull, f.Append(said("y"))))
	must(t, f.Remove(1))
	must(t, f.Append(said("y")))
	must(t, want(ErrFull, f.Restore(1)))
	must(t, f.Close())
	f = open(t, path, nil)
	if n := len(f.Case().Events); n != maxEvents {
		t.Errorf("%d events came back", n)
	}
	must(t, f.Close())

	large := open(t, filepath.Join(t.TempDir(), "large.toml"), nil)
	chunk := []Event{said(strings.Repeat("x", maxText))}
	for len(chunk) < 8 {
		chunk = append(chunk, said(strings.Repeat("\x01", maxText))) // six bytes each in the file
	}
	var err error
	for n := 0; err == nil && n < 10; n++ {
		err = large.Append(chunk...)
	}
	must(t, want(ErrFull, err))
	must(t, large.Close())
	open(t, large.Path(), nil)
}

func TestAmendReplacesWhatWasAppendedLast(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("1")))
	must(t, f.Append(said("2")))
	must(t, f.Amend(said("2 and a half")))
	if got := f.Case().Events; len(got) != 2 || textOf(got[1]) != "2 and a half" {
		t.Fatalf("the case has %v", got)
	}
	if _, err := f.Undo(); err != nil || len(f.Case().Events) != 1 {
		t.Fatalf("undo leaves %v, %v", f.Case().Events, err)
	}
	if err := f.Amend(said("x")); !errors.Is(err, ErrNoEvent) {
		t.Errorf("amending what was taken back gives %v", err)
	}
	must(t, f.Close())
	again := open(t, path, nil)
	if got := again.Case().Events; len(got) != 1 || textOf(got[0]) != "1" {
		t.Errorf("the file has %v", got)
	}
}
