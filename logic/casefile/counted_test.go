package casefile

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/tomlfile"
)

// numbers are the three sizes that the phone shows, in bytes; negative ones are not known.
func numbers(plan, used, next int64) Counted {
	var in storage.Inputs
	for to, bytes := range map[*size.Amount]int64{&in.Plan: plan, &in.Used: used} {
		if bytes >= 0 {
			*to = size.Of(bytes, size.Phone)
		}
	}
	if next >= 0 {
		in.Devices = []storage.Device{{Next: size.Of(next, size.Phone)}}
	}
	return Counted{in}
}

var anyAmount = rapid.Custom(func(t *rapid.T) size.Amount {
	sizes := rapid.OneOf(
		rapid.Int64Range(0, size.Max), rapid.Int64Range(0, 1000),
		rapid.Map(rapid.Int64Range(0, 10_000), func(n int64) int64 { return n * size.MB }),
		rapid.Map(rapid.Int64Range(0, 999), func(n int64) int64 { return n * size.GB / 10 }),
	)
	a := size.Amount{From: size.Origin(rapid.IntRange(0, int(size.Assumed)).Draw(t, "from"))}
	if rapid.Bool().Draw(t, "exact") {
		a.Range = size.Exactly(sizes.Draw(t, "size"))
	} else {
		a.Range = size.Between(sizes.Draw(t, "a"), sizes.Draw(t, "b"), sizes.Draw(t, "c"))
	}
	if a.From == size.Unknown {
		a.Range = size.Range{}
	}
	return a
})

var (
	anySwitch = rapid.SampledFrom([]storage.Switch{storage.NotKnown, storage.On, storage.Off})
	anyID     = rapid.OneOf(rapid.Just(""), rapid.StringMatching(`[a-z0-9]{1,6}([.-][a-z0-9]{1,6}){0,2}`))
	anyName   = rapid.Map(rapid.String(), storage.CleanName)
	anySpeed  = rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(0, maxHours), rapid.Float64Range(0, 1e-9))
)

// fill gives every field of a value that inputs consist of something, so that no field can be forgotten: a
// field of a kind that is not known here fails the test.
func fill(t *rapid.T, v reflect.Value, name string) {
	draw := func(x any) { v.Set(reflect.ValueOf(x)) }
	switch v.Interface().(type) {
	case size.Amount:
		draw(anyAmount.Draw(t, name))
		return
	case storage.Switch:
		draw(anySwitch.Draw(t, name))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), name+"."+v.Type().Field(i).Name)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(t, v.Index(i), name)
		}
	case reflect.Slice:
		n := rapid.IntRange(0, 3).Draw(t, name)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(t, v.Index(i), name)
		}
	case reflect.String:
		if strings.HasSuffix(name, ".Name") {
			draw(anyName.Draw(t, name))
		} else {
			draw(anyID.Draw(t, name))
		}
	case reflect.Bool:
		draw(rapid.Bool().Draw(t, name))
	case reflect.Int:
		draw(rapid.IntRange(0, int(storage.MinutesRule.Most)).Draw(t, name))
	case reflect.Float64:
		draw(anySpeed.Draw(t, name))
	default:
		t.Fatalf("a case may not keep %s, a %s", name, v.Type())
	}
}

// anyInputs are inputs in the form that a case keeps.
var anyInputs = rapid.Custom(func(t *rapid.T) storage.Inputs {
	var in storage.Inputs
	fill(t, reflect.ValueOf(&in).Elem(), "inputs")
	for _, ids := range []*[]string{&in.OffActions, &in.Copies, &in.Settled} {
		for i := range *ids {
			(*ids)[i] += "x" // an empty id is none
		}
	}
	counted, err := Count(in)
	if err != nil {
		t.Skip(err)
	}
	return counted.Inputs
})

func TestInputsOfAnyKindAreReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInputs.Draw(t, "inputs")
		text := Format(Case{Device: "iphone", Events: []Event{{Source: FromStorage, What: Counted{in}}}})
		c, err := Parse("case.toml", text, nil)
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if got := c.Events[0].What.(Counted).Inputs; !reflect.DeepEqual(got, in) {
			t.Fatalf("got  %+v\nwant %+v\n%s", got, in, text)
		}
	})
}

// handwritten is a storage event as a person writes it, with each way to say a size.
const handwritten = `[case]
name = "Grandma"

[[event]]
kind = "storage"
plan = "50 GB"
used = { low = "1 GB", likely = "2 GB", high = 4_000_000_000, from = "described" }
next = "2.1 GB"
bundle = "individual"
new-device = true
upload = 6
window = 7.5
ruled-out = ["long-videos"]
copies = ["mail", "bin", "mail"]

[event.cloud]
photos = { size = "12,4 GB", from = "typed" }
mail = 900_000_000

[event.growth]
rest = "0.4 to 0.6 GB"

[[event.device]]
photos-sync = false
photo-count = 2000
waiting-count = 40
video = [
  { mode = "4k60", minutes = 20 },
]

[[event.device]]
name = " Old   iPad"
kind = "ipad"
gone = true
last = "400 MB to 600 MB"

[[event.person]]
name = "Ben"
used = "3 GB"
apart = true
`

func TestInputsWrittenByHand(t *testing.T) {
	c, err := Parse("c.toml", []byte(handwritten), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := storage.Inputs{
		Plan: size.Of(50e9, size.Phone), Bundle: "individual", NewDevice: storage.On, Upload: 6, Window: 7.5,
		Used:       size.Amount{Range: size.Range{Low: 1e9, Likely: 2e9, High: 4e9}, From: size.Described},
		OffActions: []string{"long-videos"}, Copies: []string{"bin", "mail"},
		Devices: []storage.Device{
			{
				PhotosSync: storage.Off, Next: size.Of(2.1e9, size.Phone),
				Says: storage.Description{Photos: 2000, Waiting: 40, Video: []storage.Footage{{Mode: "4k60", Minutes: 20}}},
			},
			{
				Name: "Old iPad", Kind: "ipad", Gone: true,
				Last: size.Amount{Range: size.Range{Low: 4e8, Likely: 5e8, High: 6e8}, From: size.Phone},
			},
		},
		People: []storage.Person{{Name: "Ben", Used: size.Of(3e9, size.Phone), Apart: true}},
	}
	want.Cloud[storage.Photos], want.Cloud[storage.Mail] = size.Of(12.4e9, size.Typed), size.Of(9e8, size.Phone)
	want.Growth[storage.Rest] = size.Amount{Range: size.Range{Low: 4e8, Likely: 5e8, High: 6e8}, From: size.Phone}
	if got := c.Events[0].What.(Counted).Inputs; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestMistakesInInputsAreLocated(t *testing.T) {
	for _, c := range []struct{ name, old, new, words string }{
		{"class", "photos = {", "pictures = {", `cloud "pictures" is not known; want one of photos,`},
		{"class in iCloud only", "mail = 900", "backups = 900", `cloud "backups" is not known`},
		{"no size", `"12,4 GB"`, `"many"`, `"many" is not a size`},
		{"two ways", `"12,4 GB"`, `"12,400 GB"`, "can be read in two ways"},
		{"negative", "900_000_000", "-1", "mail is negative"},
		{"larger than any plan", `"12,4 GB"`, `"200 TB"`, "is larger than any plan"},
		{"larger in bytes", "900_000_000", "100_000_000_000_001", "mail is larger than any plan"},
		{"origin", `from = "typed"`, `from = "rumor"`, `from "rumor" is not known; want one of phone,`},
		{"origin that is none", `from = "typed"`, `from = "unknown"`, `from "unknown" is not known`},
		{"falling range", `low = "1 GB"`, `low = "3 GB"`, "the sizes of used fall"},
		{"half a range", `low = "1 GB", `, "", "not one size, and not low and high"},
		{"a range in a range", `low = "1 GB"`, `low = "1 to 2 GB"`, "not one size, and not low and high"},
		{"key of a size", `low = "1 GB"`, `lowest = "1 GB"`, `unknown key "used.lowest"`},
		{"switch", "new-device = true", `new-device = "yes"`, "new-device"},
		{"speed", "upload = 6", "upload = 600_000", "upload must be from 0 to 100000"},
		{"no number", "upload = 6", "upload = nan", "upload"},
		{"hours", "window = 7.5", "window = 25", "window must be from 0 to 24"},
		{"id", `"individual"`, `"Not an id"`, `"Not an id" is not an id`},
		{"id in a list", `"bin"`, `"a b"`, `"a b" is not an id`},
		{"count", "photo-count = 2000", "photo-count = -1", "photo-count must be from 0"},
		{"count of what waits", "waiting-count = 40", "waiting-count = -1", "waiting-count must be from 0"},
		{"minutes", "minutes = 20", "minutes = 2_000_000", "minutes must be from 0"},
		{"key of a device", "photo-count = 2000", `colour = "red"`, `unknown key "colour"`},
		{"next in the first device", "photo-count = 2000", `next = "1 GB"`, "next belongs above"},
		{"key of another kind", "upload = 6", `answer = "on"`, `unknown key "answer"`},
		{"too many videos", "  { mode = \"4k60\", minutes = 20 },\n", strings.Repeat("{ minutes = 1 },\n", 13), "more than 12"},
		{"too many devices", "[[event.person]]", strings.Repeat("[[event.device]]\n", 39) + "[[event.person]]", "more than 40"},
		{"too many people", "[[event.person]]", strings.Repeat("[[event.person]]\n", 5) + "[[event.person]]", "more than 5"},
		{"nothing at all", handwritten[strings.Index(handwritten, "plan ="):], "", "the sizes are missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(handwritten, c.old, c.new, 1)
			if text == handwritten {
				t.Fatal("the case changes nothing")
			}
			_, err := Parse("c.toml", []byte(text), nil)
			problems, ok := errors.AsType[tomlfile.Problems](err)
			if !ok || !strings.Contains(err.Error(), c.words) {
				t.Fatalf("want %q in %v", c.words, err)
			}
			line := 1 + strings.Count(text[:max(strings.Index(text, c.new), 0)], "\n")
			if strings.HasPrefix(c.name, "too many") || c.new == "" {
				line = 0 // told where the list begins
			}
			for _, p := range problems {
				if p.Line < 4 || line > 0 && p.Line != line {
					t.Errorf("told of line %d, it is on line %d: %s", p.Line, line, p.What)
				}
			}
		})
	}
}
