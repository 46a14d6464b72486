package terminal_test

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// counted is what the newest storage event of a case's file holds.
func counted(t tb, path string) storage.Inputs {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v", err)
	}
	c, err := casefile.Parse(path, data, nil)
	if err != nil {
		t.Fatalf("the file is no case: %v", err)
	}
	if i := c.LatestCounted(time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)); i >= 0 {
		return c.Events[i].What.(casefile.Counted).Inputs
	}
	return storage.Inputs{}
}

// leaves are the paths of all that inputs hold.
func leaves(of reflect.Type, path string) []string {
	for of.Kind() == reflect.Slice && of.Elem().Kind() == reflect.Struct {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct || of == reflect.TypeFor[size.Amount]() {
		return []string{path}
	}
	var list []string
	for f := range of.Fields() {
		list = append(list, leaves(f.Type, strings.TrimPrefix(path+"."+f.Name, "."))...)
	}
	return list
}

// Whatever a person can say about storage in the window, they can type in the terminal.
func TestEverythingAboutStorageCanBeTyped(t *testing.T) {
	const gb = 1e9
	phone := func(bytes int64) size.Amount { return size.Of(bytes, size.Phone) }
	typed := func(bytes int64) size.Amount { return size.Of(bytes, size.Typed) }
	first := func(in *storage.Inputs) storage.Device { return in.First() }
	second := func(in *storage.Inputs) storage.Device {
		if len(in.Devices) != 2 {
			return storage.Device{}
		}
		return in.Devices[1]
	}
	person := func(in *storage.Inputs) storage.Person {
		if len(in.People) != 1 {
			return storage.Person{}
		}
		return in.People[0]
	}
	more := func(lines ...string) []string { return append([]string{"", "", ""}, lines...) } // past the three numbers
	device := func(lines ...string) []string { return append(more("3", "1", "1"), lines...) }
	other := func(lines ...string) []string { return append(more("4", "1", "1"), lines...) }
	for path, way := range map[string]struct {
		lines []string
		holds func(in *storage.Inputs) bool
	}{
		"Plan":   {[]string{"50 GB"}, func(in *storage.Inputs) bool { return in.Plan == phone(50*gb) }},
		"Used":   {[]string{"", "3 to 4 GB"}, func(in *storage.Inputs) bool { return in.Used.Range == size.Between(3*gb, 3.5*gb, 4*gb) }},
		"Bundle": {more("5", "3"), func(in *storage.Inputs) bool { return in.Bundle == "family" && in.Plan.Likely == 200*gb }},
		"Cloud": {more("1", "1", "1.2 GB", "7", "3 GB"), func(in *storage.Inputs) bool {
			return in.Cloud[storage.Photos] == phone(1.2*gb) && in.Cloud[storage.Other] == phone(3*gb)
		}},
		"Settled": {[]string{"20 GB", "15 GB", "1 GB", "3"}, func(in *storage.Inputs) bool {
			return in.Plan.Likely == 20*gb && len(in.Settled) == 1
		}},
		"Growth":    {more("7", "1 GB"), func(in *storage.Inputs) bool { return in.TypedGrowth() == typed(gb) }},
		"NewDevice": {more("6", "2"), func(in *storage.Inputs) bool { return in.NewDevice == storage.On }},
		"Upload":    {more("8", "lots", "6,5 Mbit/s"), func(in *storage.Inputs) bool { return in.Upload == 6.5 }},
		"Window":    {more("9", "10 h"), func(in *storage.Inputs) bool { return in.Window == 10 }},
		"OffActions": {[]string{"5 GB", "4.9 GB", "3 GB", "10", "1", "1", "2"}, func(in *storage.Inputs) bool {
			return len(in.OffActions) == 1
		}},
		"Copies": {[]string{"5 GB", "4.9 GB", "3 GB", "10", "1", "2", "2"}, func(in *storage.Inputs) bool {
			return len(in.Copies) == 1
		}},

		"Devices.Next":         {[]string{"", "", "+4.8 GB"}, func(in *storage.Inputs) bool { return first(in).Next == phone(4.8*gb) }},
		"Devices.PhotosSync":   {more("2", "1", "2"), func(in *storage.Inputs) bool { return first(in).PhotosSync == storage.On }},
		"Devices.MessagesSync": {more("2", "2", "3"), func(in *storage.Inputs) bool { return first(in).MessagesSync == storage.Off }},
		"Devices.Last":         {more("2", "3", "2 GB"), func(in *storage.Inputs) bool { return first(in).Last == phone(2*gb) }},
		"Devices.Photos":       {more("2", "4", "20 GB"), func(in *storage.Inputs) bool { return first(in).Photos == phone(20*gb) }},
		"Devices.Messages":     {more("2", "5", "3 TB", "3 GB"), func(in *storage.Inputs) bool { return first(in).Messages == phone(3*gb) }},
		"Devices.Apps":         {more("2", "6", "4 GB"), func(in *storage.Inputs) bool { return first(in).Apps == phone(4*gb) }},

		"Devices.Says.Photos":   {more("2", "7", "3,000"), func(in *storage.Inputs) bool { return first(in).Says.Photos == 3000 }},
		"Devices.Says.Format":   {more("2", "8", "3"), func(in *storage.Inputs) bool { return first(in).Says.Format == "12mp" }},
		"Devices.Says.Messages": {more("2", "9", "2"), func(in *storage.Inputs) bool { return first(in).Says.Messages != "" }},
		"Devices.Says.Apps":     {more("2", "10", "2"), func(in *storage.Inputs) bool { return first(in).Says.Apps != "" }},
		"Devices.Says.Waiting":  {more("2", "11", "1,200"), func(in *storage.Inputs) bool { return first(in).Says.Waiting == 1200 }},
		"Devices.Says.Video.Minutes": {more("2", "12", "1", "12"), func(in *storage.Inputs) bool {
			return slices.Equal(first(in).Says.Video, []storage.Footage{{Minutes: 12}})
		}},
		"Devices.Says.Video.Mode": {more("2", "12", "1", "12", "2", "3"), func(in *storage.Inputs) bool {
			return len(first(in).Says.Video) == 1 && first(in).Says.Video[0].Mode != ""
		}},

		"Devices.Name":   {device("1", "Old iPad"), func(in *storage.Inputs) bool { return second(in).Name == "Old iPad" }},
		"Devices.Kind":   {device("2", "3"), func(in *storage.Inputs) bool { return second(in).Kind == apple.IPad }},
		"Devices.Gone":   {device("3", "2"), func(in *storage.Inputs) bool { return second(in).Gone }},
		"Devices.Backup": {device("4", "3"), func(in *storage.Inputs) bool { return second(in).Backup == storage.Off }},

		"People.Name":  {other("1", "Ada"), func(in *storage.Inputs) bool { return person(in).Name == "Ada" }},
		"People.Apart": {other("2", "2"), func(in *storage.Inputs) bool { return person(in).Apart }},
		"People.Used":  {other("3", "41 GB"), func(in *storage.Inputs) bool { return person(in).Used == typed(41*gb) }},
		"People.Adds":  {other("4", "2 GB"), func(in *storage.Inputs) bool { return person(in).Adds == typed(2*gb) }},
	} {
		t.Run(path, func(t *testing.T) {
			file := write(t, "case.toml", head)
			o := talk(t, file, append([]string{"", "s"}, way.lines...)...)
			if in := counted(t, file); o.code != 0 || o.err != "" || !way.holds(&in) {
				t.Errorf("%q makes %+v:\n%s", way.lines, in, o.out)
			}
		})
		covered[path] = true
	}
	for _, path := range leaves(reflect.TypeFor[storage.Inputs](), "") {
		if !covered[path] {
			t.Errorf("nobody has tried to type %s", path)
		}
	}
}

// covered are the paths that the table above has.
var covered = map[string]bool{}

// Another device and a person can be taken out again, and what was said can be forgotten.
func TestWhatIsSaidAboutStorageCanBeTakenBack(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
	}{
		{"a device", []string{"3", "1", "1", "8", "3 GB", "12"}},
		{"a person", []string{"4", "1", "1", "3", "3 GB", "5"}},
		{"a size", []string{"1", "3", "3 GB", "3", "-"}},
		{"a speed", []string{"8", "6", "8", "-"}},
		{"a kind of video", []string{"2", "12", "1", "12", "1", "-"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := write(t, "case.toml", head)
			o := talk(t, file, append([]string{"", "s", "5 GB", "3 GB", ""}, tt.lines...)...)
			in := counted(t, file)
			for i := range in.Devices { // an empty first device says nothing
				if !reflect.DeepEqual(in.Devices[i], storage.Device{}) {
					t.Errorf("a device is left: %+v", in.Devices[i])
				}
			}
			in.Devices = nil
			want := storage.Inputs{Plan: size.Of(5e9, size.Phone), Used: size.Of(3e9, size.Phone)}
			if len(in.People) == 0 {
				in.People = nil
			}
			if len(in.OffActions)+len(in.Copies) == 0 {
				in.OffActions, in.Copies = nil, nil
			}
			if !reflect.DeepEqual(in, want) {
				t.Errorf("%+v is left:\n%s", in, o.out)
			}
		})
	}
}

// Wherever a size is asked for, q leaves and keeps what was said, h helps, and no command is taken for a size.
func TestCommandsWorkWhereSizesAreAskedFor(t *testing.T) {
	for name, lines := range map[string][]string{
		"the plan":       {"s", "h", "u", "q"},
		"what is used":   {"s", "5 GB", "help", "back", "quit"},
		"the next":       {"s", "4.8 GB of 5 GB", "h", "undo", "q"},
		"a size of more": {"s", "4.8 GB of 5 GB", "3 GB", "1", "1", "h", "redo", "q"},
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, "case.toml", head+"[[event]]\ncomplaint = \"slow-or-stuck\"\n")
			out := play(t, t.TempDir(), strings.Join(lines, "\n")+"\n", "text", path).out
			if strings.Contains(out, "isn’t a size") || !strings.Contains(out, "Answer this question first") ||
				strings.Count(out, "Commands: a number answers") != 2 || !strings.Contains(out, "The case is saved in") {
				t.Errorf("it says\n%s", out)
			}
			if in := counted(t, path); len(lines) > 4 && in.Plan.Likely != 5*size.GB {
				t.Errorf("the plan that was typed before q is %+v", in.Plan)
			}
		})
	}
}

// The lines to choose from say as much as those of the window.
func TestTheLinesAboutStorageSayWhatIsKnown(t *testing.T) {
	o := talk(t, write(t, "case.toml", head), "", "s", "5 GB", "4.8 GB", "1.9 GB", "")
	for _, want := range []string{
		"What is on this iPhone: 1.9 GB\n", "Other devices: None\n", "Family: None\n", "Apple One: None\n",
		"Now: not known.",
	} {
		if !strings.Contains(o.out, want) {
			t.Errorf("%q is missing:\n%s", want, o.out)
		}
	}
}
