package tomlfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"backupdoctor/logic/words"
)

// market is an entry as a price list has it.
type market struct {
	ID        string            `toml:"id,required"`
	Name      string            `toml:"name"`
	Gigabytes int64             `toml:"gigabytes" range:"1..1000"`
	Share     [3]float64        `toml:"share" range:"0..1"`
	Since     time.Time         `toml:"since,date"`
	Price     map[string]string `toml:"price"`
	Note      *string           `toml:"note"`
	Size      size              `toml:"size"`

	At Place
}

// size is a type that reads itself.
type size int64

func (s *size) DecodeTOML(value any) error {
	switch value := value.(type) {
	case int64:
		*s = size(value)
		return nil
	case string:
		if n, err := fmt.Sscanf(value, "%d GB", s); n == 1 && err == nil {
			*s *= 1e9
			return nil
		}
	}
	return Problem{What: words.Say("case-file.no-size", "Size", value), Want: words.Say("case-file.want.size"), Class: Unknown}
}

type list struct {
	Meta struct {
		Date  time.Time `toml:"date"`
		Sound bool      `toml:"sound"`
		Level int8      `toml:"level"`
	} `toml:"meta"`
	Markets []market `toml:"market"`
}

func TestWhatIsWrongIsToldWithItsLine(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // problems, one a line
	}{
		{"nothing", "[meta]\ndate = 2026-11-23\n[[market]]\nid = \"us\"\nshare = [0, 0.5, 1]\nsize = \"5 GB\"", ""},
		{"an unknown section", "[mta]\n", `f.toml:1: unknown section "mta"; want one of market, meta`},
		{
			"an unknown key", "[[market]]\nid = 'us'\n\nnme = 1\n",
			`f.toml:4: us: unknown key "nme"; want one of gigabytes, id, name, note, price, share, since, size`,
		},
		{"a missing key", "[meta]\n\n[[market]]\nname = 'x'", "f.toml:3: id is missing"},
		{"an empty text", "[[market]]\nname = 'x'\nid = ''", "f.toml:3: id is empty"},
		{"another kind", "[[market]]\nid = 'us'\nname = 7", "f.toml:3: us: name is the integer 7; want a string in quotes"},
		{"a table for a text", "[[market]]\nid = 'us'\n[market.name]", "f.toml:3: us: name is a table; want a string in quotes"},
		{
			"a value in a table of its own", "[[market]]\nid = 'us'\n[[market]]\nid = 'de'\n[market.price]\na = '1'\nb = 2",
			"f.toml:7: de: price.b is the integer 2; want a string in quotes",
		},
		{"an element", "[[market]]\nid = 'us'\nshare = [\n0,\n1, # one\n'2']", "f.toml:6: us: share[2] is a string; want a finite number"},
		{"too few", "[[market]]\nid = 'us'\nshare = [1]", "f.toml:3: us: share is an array of 1; want an array of 3 numbers"},
		{"a number out of range", "[[market]]\nid = 'us'\ngigabytes = 2000", "f.toml:3: us: gigabytes is 2000, but must be from 1 to 1000"},
		{"not a number", "[[market]]\nid = 'us'\nshare = [0,nan,1]", "f.toml:3: us: share[1] is the number NaN; want a finite number"},
		{"a number that is too large", "[meta]\nlevel = 300", "f.toml:2: meta.level is the integer 300; want a whole number"},
		{"a date with a time", "[[market]]\nid = 'us'\nsince = 2026-01-02T00:00:00Z", "f.toml:3: us: since must be a date without a time"},
		{
			"a time of day", "[meta]\ndate = 10:15:00",
			"f.toml:2: meta.date is a date; want a time such as 2026-11-23T10:15:00Z",
		},
		{"a type of its own", "[[market]]\nid = 'us'\nsize = 'big'", `f.toml:3: us: big is not a size; want bytes, or a text such as "4.8 GB"`},
		{"one table for many", "[market]\nid = 'us'", "f.toml:1: market is a table; want entries that start with [[market]]"},
		{"an entry that is none", "market = [\n1]", "f.toml:2: market[0] is the integer 1; want a table"},
		{"an inline entry", "market = [\n{id = 'us'}, {id = 'de',\nname = 1}]", "f.toml:3: de: name is the integer 1; want a string in quotes"},
		{"a quoted key", "[[market]]\nid = 'us'\n\"a.\\\"b\" = 1", "f.toml:3: us: unknown key \"a.\"b\"; want one of gigabytes, id, name, note, price, share, since, size"},
		{"behind strings of many lines", "[[market]]\nid = '''\nus'''\nname = \"\"\"a\n\\\"\"\"\n\"\"\"\ngigabytes = ''", "f.toml:7: us: gigabytes is a string; want a whole number"},
		{
			"two at once, by line", "[[market]]\nname = 1\nid = 'us'\ngigabytes = 0.5",
			"f.toml:2: us: name is the integer 1; want a string in quotes\nf.toml:4: us: gigabytes is the number 0.5; want a whole number",
		},
		{"no TOML", "[meta]\n\ndate =\n", "f.toml:3: not TOML: expected value but found '\\n' instead"},
		{"no UTF-8", "[meta]\n# \xff", "f.toml:2: the text is not UTF-8"},
		{"a mark of the byte order", "\ufeffmeta = 1", "f.toml:1: meta is the integer 1; want a table"},
		{"the end of lines of another system", "[meta]\r\ndate = 1\r\n", "f.toml:2: meta.date is the integer 1; want a time such as 2026-11-23T10:15:00Z"},
		{"a deep array", "x = " + strings.Repeat("[", 40), "f.toml:1: arrays and tables are nested more than 32 deep; want a flatter layout"},
		{"a long key", "[a]\n" + strings.Repeat("a.", 40) + "b = 1", "f.toml:2: a key has more than 12 parts; want a flatter layout"},
		{"a large file", strings.Repeat("#\n", 1<<20), "f.toml:1: the file is larger than 1 MiB; want a smaller file"},
		{"many values", "x = [" + strings.Repeat("1,", 500_000) + "]", "f.toml:1: the file has more than 50000 values; want a flatter layout"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			top, err := Parse("f.toml", []byte(tt.text), Limits{})
			if err == nil {
				top.Bind(&list{})
				err = top.Err()
			}
			got := ""
			if err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("told\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestValuesArriveInTheStruct(t *testing.T) {
	top, err := Parse("f.toml", []byte(`
		[meta]
		date = 2026-11-23T10:15:00+01:00
		sound = true
		level = -3
		[[market]]
		id = "us"
		note = "n"
		gigabytes = 50
		share = [0, 0.5, 1]
		since = 2026-09-16
		price = { "2tb" = "9.99", small = "0.99" }
		size = "5 GB"
		[[market]]
		id = "de"
		size = 7`), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got list
	if top.Bind(&got); top.Err() != nil {
		t.Fatal(top.Err())
	}
	if want := time.Date(2026, 11, 23, 9, 15, 0, 0, time.UTC); got.Meta.Date != want || !got.Meta.Sound || got.Meta.Level != -3 {
		t.Errorf("meta is %+v", got.Meta)
	}
	us, de := got.Markets[0], got.Markets[1]
	if us.ID != "us" || *us.Note != "n" || us.Gigabytes != 50 || us.Share != [3]float64{0, 0.5, 1} || us.Size != 5e9 ||
		us.Price["2tb"] != "9.99" || !us.Since.Equal(time.Date(2026, 9, 16, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("the first market is %+v", us)
	}
	if de.Note != nil || de.Size != 7 {
		t.Errorf("the second market is %+v", de)
	}
	if us.At.Line("") != 6 || us.At.Line("price.small") != 12 || us.At.Line("name") != 6 || de.At.Line("size") != 16 {
		t.Errorf("the lines are %d, %d, %d and %d", us.At.Line(""), us.At.Line("price.small"), us.At.Line("name"), de.At.Line("size"))
	}
}

// event is read by hand: its kind decides which keys it has.
func readEvent(t *Table) (kind, text string) {
	t.Need("kind", &kind)
	if kind == "said" {
		t.Take("text", &text)
	}
	t.Finish("time")
	return kind, text
}

func TestATableIsReadByHand(t *testing.T) {
	top, err := Parse("c.toml", []byte(`
[[event]]
kind = "said"
text = "full"
[[event]]
kind = "tried"
text = "full"
[[event]]
text = 5
[[event.device]]
id = "old"
[[event.device]]
size = 5`), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var events []*Table
	if !top.Take("event", &events) || len(events) != 3 {
		t.Fatalf("%d events", len(events))
	}
	if kind, text := readEvent(events[0]); kind != "said" || text != "full" {
		t.Errorf("read %q and %q", kind, text)
	}
	readEvent(events[1])
	var devices []*Table
	if !events[2].Take("device", &devices) || len(devices) != 2 || !events[2].Has("text") || events[2].Has("device.id") {
		t.Fatalf("%d devices", len(devices))
	}
	var text string
	if events[2].Take("text", &text) || events[2].Take("kind", &text) {
		t.Error("took a number and a key that is missing")
	}
	readEvent(events[2])
	devices[1].Wrong("size", words.Say("case-file.negative", "Key", "size"), words.Sentence{})
	devices[0].Report(devices[0].Problem(Unknown, "size", words.Say("case-file.no-sizes"), words.Sentence{}))
	top.Finish()
	const want = `c.toml:7: unknown key "text"; want one of kind, time
c.toml:8: kind is missing
c.toml:9: text is the integer 5; want a string in quotes
c.toml:10: old: the sizes are missing
c.toml:13: size is negative`
	if err := top.Err(); err == nil || err.Error() != want {
		t.Errorf("told\n%v\nwant\n%s", err, want)
	}
}

func TestAFaultyValueHasNoSecondProblem(t *testing.T) {
	top, err := Parse("f.toml", []byte("[[market]]\nid = 'us'\nname = 1\nshare = [0, 'x', 1]\n[[market]]\nid = 'de'"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var all list
	top.Bind(&all)
	us, de := all.Markets[0].At, all.Markets[1].At
	for key, want := range map[string]bool{"name": true, "share": true, "share[1]": true, "share[0]": false, "id": false, "": false} {
		if us.HasProblem(key) != want {
			t.Errorf("a problem with %q: %v", key, !want)
		}
	}
	if de.HasProblem("name") || (Place{}).HasProblem("name") {
		t.Error("a problem of one entry counts for another")
	}
	for _, key := range []string{"name", "share", "id", ""} {
		us.Wrong(key, words.Say("case-file.missing", "Key", "it"), words.Sentence{})
	}
	if problems, _ := errors.AsType[Problems](top.Err()); len(problems) != 4 { // two of binding; id and the entry itself
		t.Errorf("told\n%v", problems)
	}
}

func TestProblemsAreOrderedAndCounted(t *testing.T) {
	var all Problems
	for i := range 25 {
		all = append(all, Problem{File: "b", Line: 25 - i, What: words.Quote("x"), Class: Unknown})
	}
	all = append(all, Problem{File: "a", What: words.Quote("z")}, Problem{File: "b", Line: 25, What: words.Quote("x")}, Problem{What: words.Quote("y")})
	sorted := all.Sorted()
	if len(sorted) != 27 || sorted[0].Error() != "y" || sorted[1].Error() != "a: z" || sorted[2].Error() != "b:1: x" {
		t.Errorf("sorted as\n%v", sorted)
	}
	if text := sorted.Error(); !strings.HasSuffix(text, "b:18: x\nand 7 more") || strings.Count(text, "\n") != 20 {
		t.Errorf("told\n%s", text)
	}
	if !all.Has(Unknown) || all.Has(Damaged) {
		t.Error("the classes are mixed up")
	}
}

func TestOnlyRegularFilesAreRead(t *testing.T) {
	files := fstest.MapFS{
		"good.toml":  {Data: []byte("a = 1")},
		"pipe.toml":  {Mode: fs.ModeNamedPipe},
		"large.toml": {Data: []byte(strings.Repeat("#", 200))},
		"empty.toml": {},
	}
	var told []string
	for _, name := range []string{"good.toml", "pipe.toml", "large.toml", "empty.toml", "none.toml"} {
		if _, err := Read(files, name, Limits{Bytes: 100}); err != nil {
			told = append(told, err.Error())
		}
	}
	if want := []string{
		"pipe.toml can’t be read: this is a folder, a pipe or a device, not a file",
		"large.toml:1: the file is larger than 100 bytes; want a smaller file",
		"none.toml can’t be read: there is no none.toml",
	}; !slices.Equal(told, want) {
		t.Errorf("told\n%s", strings.Join(told, "\n"))
	}
}

// TestDeepTextsEndSoon has what kills the TOML library: it calls itself for every level, and copies the keys
// above.
func TestDeepTextsEndSoon(t *testing.T) {
	for _, text := range []string{
		"x=" + strings.Repeat("{a=", 10_000), "x=" + strings.Repeat("[", 1<<20-2), strings.Repeat("a.", 500_000) + "b=1",
		"[" + strings.Repeat("a.", 500_000) + "b]", strings.Repeat("[[", 1<<18), strings.Repeat("x = [\n", 100_000),
		"x = [\"\"\"\n" + strings.Repeat("[", 1000) + "\"\"\", " + strings.Repeat("[", 1000),
		"x = '\n" + "y = " + strings.Repeat("[", 1000) + "'",
	} {
		start := time.Now()
		_, err := Parse("f.toml", []byte(text), Limits{})
		problems, ok := errors.AsType[Problems](err)
		if !ok || !problems.Has(Damaged) || time.Since(start) > 5*time.Second {
			t.Errorf("%.30q… gives %v after %v", text, err, time.Since(start))
		}
	}
}

func TestKeysThatNothingReadsAreStrange(t *testing.T) {
	for _, test := range []struct {
		text string
		want Class
	}{
		{"x = 1", Strange},
		{"[x]", Strange},
		{"[[market]]\nid = 'us'\nx = 1", Strange},
		{"market = 1", Wrong},
		{"[[market]]\nid = 'us'\nsize = 'big'", Unknown}, // the class that the type itself gives
	} {
		top, err := Parse("f.toml", []byte(test.text), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		top.Bind(&list{})
		problems, _ := errors.AsType[Problems](top.Err())
		if len(problems) != 1 || !problems.Has(test.want) {
			t.Errorf("%q has the problems %v, want one of the class %d", test.text, problems, test.want)
		}
	}
	top, err := Parse("f.toml", []byte("x = 1"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	top.Finish()
	if problems, _ := errors.AsType[Problems](top.Err()); !problems.Has(Strange) {
		t.Errorf("a key that is left over by hand is %v", problems)
	}
}

// pair is a type that finds several things wrong with itself.
type pair struct{}

func (*pair) DecodeTOML(any) error {
	return Problems{
		{Key: "left", What: words.Say("toml-file.kind", "Kind", "odd")},
		{What: words.Say("toml-file.missing", "Key", "right"), Class: Unknown},
	}
}

// once is a type that knows no places.
type once struct{}

func (*once) DecodeTOML(any) error { return errors.New("broken") }

func TestATypeTellsWhatIsWrongWithIt(t *testing.T) {
	top, err := Parse("f.toml", []byte("[a]\npair = {right = 1,\nleft = 2}\nonce = [1, 2]"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		A struct {
			Pair pair   `toml:"pair"`
			Once []once `toml:"once"`
		} `toml:"a"`
	}
	const want = `f.toml:2: right is missing
f.toml:3: a.pair.left is odd
f.toml:4: a.once[0]: broken
f.toml:4: a.once[1]: broken`
	if top.Bind(&file); top.Err() == nil || top.Err().Error() != want {
		t.Errorf("told\n%v\nwant\n%s", top.Err(), want)
	}
}

func TestIDsHaveOneFormAndOneEntry(t *testing.T) {
	top, err := Parse("f.toml", []byte("[[market]]\nid = 'us'\n[[market]]\nid = 'a--b'\n[[market]]\n\nid = 'us'\n[[market]]"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var file list
	top.Bind(&file)
	ids := IDs{}
	for _, m := range file.Markets {
		ids.Check(m.At, m.ID)
	}
	problems, _ := errors.AsType[Problems](top.Err())
	var lines []int
	for _, problem := range problems {
		lines = append(lines, problem.Line)
	}
	if !slices.Equal(lines, []int{4, 7, 8}) || !strings.Contains(problems[1].Error(), "1") || len(ids) != 2 {
		t.Errorf("told\n%v", problems)
	}
}

func TestAFileOfTheSystemIsNamedByItsPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.toml")
	if err := os.WriteFile(path, []byte("\nx ="), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadFile(path, Limits{}); err == nil || !strings.HasPrefix(err.Error(), path+":2: not TOML") {
		t.Errorf("the error is %v", err)
	}
	if _, err := ReadFile(filepath.Dir(path), Limits{}); err == nil || !strings.Contains(err.Error(), "not a file") {
		t.Errorf("the error for a folder is %v", err)
	}
	if _, err := ReadFile(path+"x", Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the error for no file is %v", err)
	}
}
