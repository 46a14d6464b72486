package casefile

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile/filename"
)

// edit changes the file as an editor does that knows nothing of this program.
func edit(t fails, path string, change func(c *Case)) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	c, err := Parse(path, data, nil)
	must(t, err)
	change(&c)
	must(t, os.WriteFile(path, Format(c), 0o600))
}

func onDisk(t fails, path string) Case {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	c, err := Parse(path, data, nil)
	must(t, err)
	return c
}

// Two windows, an editor and a program that removes locks do what they like with one case: no event is lost, none comes twice.
func TestNoEventIsLostBetweenPrograms(t *testing.T) {
	rounds := 1000
	if testing.Short() {
		rounds = 150
	}
	first := rand.Uint64()
	for i := range rounds {
		if playPrograms(t, first+uint64(i)); t.Failed() {
			t.Fatalf("seed %d", first+uint64(i))
		}
	}
}

func playPrograms(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 2))
	dir := t.TempDir()
	path := filepath.Join(dir, "anna.toml")
	clock := noon()
	var wanted []string
	text := func() string {
		wanted = append(wanted, fmt.Sprint("text", len(wanted)))
		clock.time = clock.time.Add(time.Second)
		return wanted[len(wanted)-1]
	}
	begun, _, err := Open(path, nil, clock.now)
	must(t, err)
	must(t, begun.Append(said(text())))
	windows := [2]*File{begun, nil}
	for range 25 {
		i := r.IntN(2)
		w := windows[i]
		switch r.IntN(7) {
		case 0, 1: // an answer
			if w == nil || w.ReadOnly() {
				continue
			}
			var failed *SaveError
			if err := w.Append(said(text())); err != nil && !(errors.As(err, &failed) && failed.Reason == InUse) {
				t.Fatal(err)
			}
		case 2: // an editor
			e := Event{Time: moment(clock.time), Source: FromPerson, What: Said{Text: text()}}
			edit(t, path, func(c *Case) { c.Events = append(c.Events, e) })
		case 3: // a program that tidies up
			if err := os.Remove(path + lockSuffix); err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Fatal(err)
			}
		case 4: // a window opens
			if w == nil {
				opened, notice, err := Open(path, nil, clock.now)
				must(t, err)
				if notice.Recovered || notice.Fresh {
					t.Fatal(notice.String())
				}
				windows[i] = opened
			}
		case 5: // a window that has saved everything closes
			if w != nil && !w.Unsaved() {
				must(t, w.Close())
				windows[i] = nil
			}
		case 6: // a window looks at the file
			if w != nil {
				if _, err := w.Absorb(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for range 2 { // who can't save now can when the other window is closed
		for i, w := range windows {
			if w != nil && (w.ReadOnly() || w.Save() == nil) {
				must(t, w.Close())
				windows[i] = nil
			}
		}
	}
	if windows != [2]*File{} {
		t.Fatal("a window can't save though it is alone")
	}
	have := map[string]int{}
	for _, e := range onDisk(t, path).Events {
		have[textOf(e)]++
	}
	for _, want := range wanted {
		if have[want] != 1 {
			t.Errorf("%s is there %d times", want, have[want])
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(dir, "*"+damagedMark+"*")); len(kept) > 0 {
		t.Errorf("kept aside: %v", kept)
	}
}

func TestAnOpenCaseTakesInWhatAnEditorWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("one")))
	must(t, f.Append(said("two")))
	edit(t, path, func(c *Case) {
		c.Model = "iPhone 13"
		c.Events = append(c.Events, Event{Time: at(12, 5), Source: FromPerson, What: Said{Text: "foreign"}})
	})
	out, err := f.Absorb()
	must(t, err)
	if out.Events != 1 || !out.Header || out.Kept != "" {
		t.Errorf("%+v", out)
	}
	if c := f.Case(); texts(c) != "one two foreign" || c.Model != "iPhone 13" {
		t.Errorf("%q, %q", texts(c), c.Model)
	}
	if out, err = f.Absorb(); err != nil || out != (Foreign{}) {
		t.Errorf("the same again: %+v, %v", out, err)
	}
	turned, err := f.Undo() // what the person did here, not what came in
	must(t, err)
	if len(turned) != 1 || textOf(turned[0].Event) != "two" || texts(onDisk(t, path)) != "one foreign" {
		t.Errorf("undo took %+v, left %q", turned, texts(onDisk(t, path)))
	}
	// Who changed the same field on both sides keeps what was typed here.
	edit(t, path, func(c *Case) { c.Name, c.Version = "Theirs", "18.1" })
	h := f.Case()
	header := h.Header()
	header.Name = "Ours"
	must(t, f.SetHeader(header))
	if c := onDisk(t, path); c.Name != "Ours" || c.Version != "18.1" {
		t.Errorf("%q, %q", c.Name, c.Version)
	}
	must(t, f.Close())
}

// What somebody removed in the file stays in the open case: nothing is dropped because another program wrote an older copy.
func TestAnOlderCopyTakesNothingAway(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("one")))
	older, err := os.ReadFile(path)
	must(t, err)
	must(t, f.Append(said("two")))
	must(t, os.WriteFile(path, older, 0o600))
	must(t, f.Append(said("three")))
	if got := texts(onDisk(t, path)); got != "one two three" {
		t.Errorf("%q", got)
	}
	must(t, os.Remove(path))
	must(t, f.Append(said("four")))
	if got := texts(onDisk(t, path)); got != "one two three four" {
		t.Errorf("after the file was removed: %q", got)
	}
	must(t, f.Close())
}

// A content that is no case is moved beside it, once, before it is replaced. A look at the file alone changes
// nothing.
func TestAForeignContentIsKept(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("one")))
	kept := func() []string {
		list, _ := filepath.Glob(filepath.Join(dir, "*"+damagedMark+"*"))
		return list
	}
	const foreign = "[case]\nname = \"half a sentence"
	must(t, os.WriteFile(path, []byte(foreign), 0o600))
	for range 2 {
		if out, err := f.Absorb(); err != nil || out != (Foreign{}) || len(kept()) > 0 {
			t.Fatalf("a look: %+v, %v, %v", out, err, kept())
		}
	}
	must(t, f.Append(said("two")))
	if got := texts(onDisk(t, path)); got != "one two" {
		t.Errorf("%q", got)
	}
	out, err := f.Absorb()
	must(t, err)
	if kept, err := os.ReadFile(out.Kept); err != nil || string(kept) != foreign {
		t.Errorf("%q, %v", kept, err)
	}
	must(t, os.WriteFile(path, []byte(foreign), 0o600))
	must(t, f.Append(said("three")))
	if len(kept()) != 1 || !strings.HasSuffix(out.Kept, filename.Old) {
		t.Errorf("%v", kept())
	}
	must(t, f.Close())
}

// A foreign file that is too large to be read stays whole, each time.
func TestAForeignFileThatIsTooLargeIsKeptWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "anna.toml")
	f := open(t, path, nil)
	must(t, f.Append(said("one")))
	ends := []string{"first", "second"}
	for _, end := range ends {
		large := strings.Repeat("# a note\n", maxFile/9+1) + end
		must(t, os.WriteFile(path, []byte(large), 0o600))
		must(t, f.Append(said(end)))
		out, err := f.Absorb()
		must(t, err)
		if kept, err := os.ReadFile(out.Kept); err != nil || string(kept) != large {
			t.Errorf("%s: %d of %d bytes are kept, %v", end, len(kept), len(large), err)
		}
	}
	if got := texts(onDisk(t, path)); got != "one first second" {
		t.Errorf("%q", got)
	}
	must(t, f.Close())
}

// Facts that were read again are the same facts.
func TestTheAgeOfAFactIsNoForeignEvent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anna.toml")
	f := open(t, path, nil)
	read := func(minute int) {
		_, err := f.Observe(Reading{Source: FromPhone, Time: at(12, minute), Facts: []Observed{{Fact: FactVersion, Value: "18.1"}}})
		must(t, err)
	}
	read(0)
	edit(t, path, func(c *Case) {
		c.Events = append(c.Events, Event{Time: at(12, 5), Source: FromPerson, What: Said{Text: "foreign"}})
	})
	read(30)
	must(t, f.Append(said("one")))
	if c := onDisk(t, path); len(c.Events) != 3 {
		t.Errorf("%+v", c.Events)
	}
	must(t, f.Close())
}

// What somebody else wrote and does not fit, a text or all of it together, stays whole beside the case.
func TestAForeignContentThatDoesNotFitIsKept(t *testing.T) {
	big := said(strings.Repeat("x", maxText))
	for name, add := range map[string]func(t *testing.T, f *File) []Event{
		"a text that is too long": func(*testing.T, *File) []Event {
			return []Event{said("short"), said(strings.Repeat("y", maxText+1))}
		},
		"more than a case takes, together": func(t *testing.T, f *File) (theirs []Event) {
			must(t, f.Append(big, big, big, big, big, big, big, big))
			for i := range maxFile/maxText - 7 {
				theirs = append(theirs, said(strings.Repeat("z", maxText-100)+strconv.Itoa(i)))
			}
			return theirs
		},
	} {
		path := filepath.Join(t.TempDir(), "anna.toml")
		f := open(t, path, nil)
		must(t, f.Append(said("one")))
		c := onDisk(t, path)
		for _, e := range add(t, f) {
			e.Time, e.Source = c.Created, FromPerson
			c.Events = append(c.Events, e)
		}
		foreign := Format(c)
		must(t, os.WriteFile(path, foreign, 0o600))
		before := texts(f.Case())
		must(t, f.Append(said("mine")))
		out, err := f.Absorb()
		must(t, err)
		if kept, err := os.ReadFile(out.Kept); err != nil || !bytes.Equal(kept, foreign) {
			t.Errorf("%s: of %d bytes %d are kept, %v", name, len(foreign), len(kept), err)
		}
		if got := texts(onDisk(t, path)); got != before+" mine" {
			t.Errorf("%s: the case has %d bytes of texts, want those of before and one more", name, len(got))
		}
		must(t, f.Close())
	}
}
