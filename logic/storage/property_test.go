package storage

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

func drawRange(t *rapid.T, name string) size.Range {
	sizes := rapid.Int64Range(0, 300*size.GB)
	low := sizes.Draw(t, name)
	if rapid.Bool().Draw(t, name+" exact") {
		return size.Exactly(low)
	}
	return size.Between(low, sizes.Draw(t, name+" likely"), sizes.Draw(t, name+" high"))
}

// drawAmount draws an amount, mostly unknown or known.
func drawAmount(t *rapid.T, name string) size.Amount {
	if rapid.Bool().Draw(t, name+" unknown") {
		return size.Amount{}
	}
	return size.Amount{Range: drawRange(t, name), From: size.Origin(rapid.IntRange(int(size.Phone), int(size.Assumed)).Draw(t, name+" from"))}
}

var switches = rapid.SampledFrom([]Switch{NotKnown, On, Off})

func drawDevice(t *rapid.T, sizes *Sizes) Device {
	d := Device{
		Name: rapid.SampledFrom([]string{"", "Grandma's iPad", "=1+1", "a, \"b\""}).Draw(t, "name"),
		Kind: rapid.SampledFrom([]string{"", apple.IPhone, apple.IPad}).Draw(t, "kind"),
		Gone: rapid.IntRange(0, 4).Draw(t, "gone") == 0, Backup: switches.Draw(t, "backup"),
		PhotosSync: switches.Draw(t, "photos sync"), MessagesSync: switches.Draw(t, "messages sync"),
		Last: drawAmount(t, "last"), Next: drawAmount(t, "next"), Photos: drawAmount(t, "photos"),
		Messages: drawAmount(t, "messages"), Apps: drawAmount(t, "apps"),
	}
	d.Says.Photos = rapid.IntRange(0, 50_000).Draw(t, "count")
	d.Says.Format = drawID(t, sizes.Photo, "format")
	for range rapid.IntRange(0, 2).Draw(t, "videos") {
		d.Says.Video = append(d.Says.Video, Footage{drawID(t, sizes.Video[1:], "mode"), rapid.IntRange(0, 500).Draw(t, "minutes")})
	}
	d.Says.Messages, d.Says.Apps = drawID(t, sizes.Messages, "level"), drawID(t, sizes.Apps, "level")
	return d
}

func drawID(t *rapid.T, list []Size, name string) string {
	if i := rapid.IntRange(-1, len(list)-1).Draw(t, name); i >= 0 {
		return list[i].ID
	}
	return ""
}

func drawInputs(t *rapid.T, d *Data) Inputs {
	in := Inputs{
		Used: drawAmount(t, "used"), NewDevice: switches.Draw(t, "new device"), Upload: float64(rapid.IntRange(0, 200).Draw(t, "upload")),
		Bundle: rapid.SampledFrom([]string{"", "individual", "family", "premier"}).Draw(t, "bundle"),
	}
	if rapid.IntRange(0, 3).Draw(t, "plan known") > 0 {
		in.Plan = size.Of(rapid.SampledFrom(d.Prices.Plans).Draw(t, "plan").Capacity, size.Phone)
	}
	for c := range in.Cloud {
		in.Cloud[c] = drawAmount(t, "cloud")
	}
	if rapid.Bool().Draw(t, "growth") {
		in.Growth[rapid.IntRange(0, Classes-1).Draw(t, "class")] = drawAmount(t, "growth")
	}
	for range rapid.IntRange(0, 3).Draw(t, "devices") {
		in.Devices = append(in.Devices, drawDevice(t, d.Sizes))
	}
	for range rapid.IntRange(0, 3).Draw(t, "people") {
		in.People = append(in.People, Person{
			Name: "Kim", Used: drawAmount(t, "person used"), Adds: drawAmount(t, "person adds"), Apart: rapid.Bool().Draw(t, "apart"),
		})
	}
	return in
}

// amounts are all sizes of the inputs that can be added to.
func amounts(in *Inputs) map[string]*size.Amount {
	all := map[string]*size.Amount{"used": &in.Used}
	for c := range in.Cloud {
		all["cloud "+Class(c).String()] = &in.Cloud[c]
	}
	for i := range in.Devices {
		d, at := &in.Devices[i], string(rune('1'+i))
		all["next "+at], all["photos "+at], all["messages "+at], all["apps "+at] = &d.Next, &d.Photos, &d.Messages, &d.Apps
		if !in.Used.Known() { // otherwise it is a part of what is used: the more of it, the less is to come
			all["last "+at] = &d.Last
		}
	}
	for i := range in.People {
		all["used by "+string(rune('1'+i))], all["adds of "+string(rune('1'+i))] = &in.People[i].Used, &in.People[i].Adds
	}
	return all
}

func TestAddingContentNeverLowersTheNeed(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		in := drawInputs(t, d)
		before := Make(in, prices.Market{}, apple.Version{}, d)
		more := in.Clone()
		list := amounts(&more)
		names := make([]string, 0, len(list))
		for name, a := range list {
			if a.Known() {
				names = append(names, name)
			}
		}
		var added string
		switch {
		case len(names) > 0 && rapid.Bool().Draw(t, "to an amount"):
			added = rapid.SampledFrom(slices.Sorted(slices.Values(names))).Draw(t, "which")
			a := list[added]
			a.Range = a.Plus(drawRange(t, "more"))
		case len(more.Devices) > 0 && rapid.Bool().Draw(t, "to a description"):
			added = "a description"
			says := &more.Devices[rapid.IntRange(0, len(more.Devices)-1).Draw(t, "device")].Says
			says.Photos += rapid.IntRange(0, 1000).Draw(t, "photos")
			says.Waiting += rapid.IntRange(0, 1000).Draw(t, "waiting")
			says.Video = append(says.Video, Footage{"4k60", rapid.IntRange(0, 100).Draw(t, "minutes")})
		default:
			added = "a device"
			if len(more.Devices) == 0 { // the first stands for the one that is always there
				more.Devices = []Device{{}}
			}
			more.Devices = append(more.Devices, drawDevice(t, d.Sizes))
			for _, dev := range more.Devices[len(more.Devices)-1:] {
				if more.Used.Known() && dev.Last.Known() {
					t.Skip("its backup would be a part of what is used")
				}
			}
		}
		after := Make(more, prices.Market{}, apple.Version{}, d)
		if b, a := before.Need, after.Need; a.Low < b.Low || a.Likely < b.Likely || a.High < b.High {
			t.Fatalf("with more of %s the need went from %+v to %+v", added, b, a)
		}
		// When what is used is known as a whole, a new part only gives a name to what grew under another.
		if b, a := before.FullIn, after.FullIn; !in.Used.Known() && in.Plan.Known() && a.Earliest > b.Earliest {
			t.Fatalf("with more of %s the plan lasts at least %v months instead of %v", added, a.Earliest, b.Earliest)
		}
	})
}

// Whatever the sizes turn out to be within their ranges, the need lies within its own.
func TestRangesContainThePoint(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		in := drawInputs(t, d)
		for i := range in.Devices {
			in.Devices[i].Says = Description{} // counts are no ranges
			in.Devices[i].Last.Range = size.Exactly(in.Devices[i].Last.Likely)
			if !in.Devices[i].Apps.Known() { // a typical size is a range of its own
				in.Devices[i].Apps = size.Amount{Range: drawRange(t, "apps"), From: size.Typed}
			}
		}
		if len(in.Devices) == 0 {
			in.Devices = []Device{{Apps: size.Amount{Range: drawRange(t, "apps"), From: size.Typed}}}
		}
		wide := Make(in, prices.Market{}, apple.Version{}, d)
		point := in.Clone()
		for name, a := range amounts(&point) {
			a.Range = size.Exactly(rapid.Int64Range(a.Low, a.High).Draw(t, name))
		}
		exact := Make(point, prices.Market{}, apple.Version{}, d)
		for _, one := range []struct {
			name         string
			wide, narrow size.Range
		}{{"need", wide.Need.Range, exact.Need.Range}, {"used", wide.Used.Range, exact.Used.Range}, {"next", wide.Next.Range, exact.Next.Range}} {
			if one.narrow.Likely < one.wide.Low || one.narrow.Likely > one.wide.High {
				t.Fatalf("%s is %d, outside of %+v", one.name, one.narrow.Likely, one.wide)
			}
		}
	})
}

func TestPlanIsSound(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		in := drawInputs(t, d)
		p := Make(in, rapid.SampledFrom(d.Prices.Markets).Draw(t, "market"), apple.Version{Major: 18}, d)
		var parts size.Range
		for c := range Classes {
			for _, r := range []size.Range{p.Parts[c].Range, p.Coming[c].Range, p.Growth[c].Range} {
				if r.Low < 0 || r.Low > r.Likely || r.Likely > r.High {
					t.Fatalf("class %s has the range %+v", Class(c).String(), r)
				}
			}
			parts = parts.Plus(p.Parts[c].Range)
		}
		if parts.Likely != p.Used.Likely+p.Over {
			t.Fatalf("the parts make %d, used are %d and %d too much", parts.Likely, p.Used.Likely, p.Over)
		}
		if p.Need.Likely != p.Used.Likely+p.Adds.Likely {
			t.Fatalf("need %+v is not used %+v and adds %+v", p.Need, p.Used, p.Adds)
		}
		for _, o := range p.Offers {
			if f := o.FullIn; f.Earliest > f.Likely || f.Likely > f.Latest || (f.Likely == 0) != (p.Need.Likely > o.Capacity || p.Need.Likely == o.Capacity && p.Monthly.Likely > 0) {
				t.Fatalf("%d of storage: full in %+v with %d short, need %+v", o.Capacity, f, o.Short, p.Need)
			}
		}
		for i, one := range p.Chart(36, 12) {
			if i > 0 && one.Need.Likely < p.Chart(36, 12)[i-1].Need.Likely {
				t.Fatal("the need falls")
			}
		}
	})
}

// Turning a switch moves content from one sum to the other; the need stays.
func TestSwitchesMoveAndNeverCountTwice(t *testing.T) {
	d := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		dev := Device{Photos: size.Of(rapid.Int64Range(0, size.TB).Draw(t, "photos"), size.Typed), Messages: size.Of(rapid.Int64Range(0, 50*size.GB).Draw(t, "messages"), size.Typed)}
		dev.Apps = size.Of(rapid.Int64Range(0, 50*size.GB).Draw(t, "apps"), size.Typed)
		class := rapid.SampledFrom([]Class{Photos, Messages}).Draw(t, "class")
		in := Inputs{Devices: []Device{dev}}
		whole := dev.Photos.Likely + dev.Messages.Likely + dev.Apps.Likely
		if rapid.Bool().Draw(t, "read off the phone") {
			in.Used, in.Devices[0].Next = size.Of(7*size.GB, size.Phone), size.Of(whole, size.Phone)
			whole += 7 * size.GB
		}
		before := Make(in, prices.Market{}, apple.Version{}, d)
		turned := in.Flip(0, class, On, d.Sizes)
		after := Make(turned, prices.Market{}, apple.Version{}, d)
		back := Make(turned.Flip(0, class, Off, d.Sizes), prices.Market{}, apple.Version{}, d)
		if before.Need.Likely != whole || after.Need.Likely != whole || back.Need.Likely != whole {
			t.Fatalf("the need of %d is %d, with the switch on %d, off again %d", whole, before.Need.Likely, after.Need.Likely, back.Need.Likely)
		}
		moved := dev.Holds(d.Sizes)[class].Likely
		if after.Next.Likely != before.Next.Likely-moved || after.Used.Likely != before.Used.Likely+moved {
			t.Fatalf("moved %d: used %d to %d, next %d to %d", moved, before.Used.Likely, after.Used.Likely, before.Next.Likely, after.Next.Likely)
		}
		if back.Next.Likely != before.Next.Likely || back.Used.Likely != before.Used.Likely {
			t.Fatal("turned back it is not what it was")
		}
	})
}
