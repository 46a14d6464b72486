package storage

import (
	"encoding/csv"
	"math/bits"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/size"
)

// bruteForce tries every set.
func bruteForce(items []item, need int) (cost int64, ok bool) {
	for set := range 1 << len(items) {
		gain, sum := 0, int64(0)
		for i, it := range items {
			if set>>i&1 == 1 {
				gain, sum = gain+it.gain, sum+it.cost
			}
		}
		if gain >= need && (!ok || sum < cost) {
			cost, ok = sum, true
		}
	}
	return cost, ok
}

func TestKnapsackEqualsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]int{3, 30, 3000}).Draw(t, "most") // small ones collide, large ones do not
		var items []item
		for range rapid.IntRange(0, 15).Draw(t, "items") {
			items = append(items, item{rapid.IntRange(0, most).Draw(t, "gain"), int64(rapid.IntRange(1, most).Draw(t, "cost"))})
		}
		need := rapid.IntRange(0, 8*most).Draw(t, "need")
		want, possible := bruteForce(items, need)
		set, ok := solve(items, need)
		if ok != possible {
			t.Fatalf("found %v, possible %v", ok, possible)
		}
		gain, cost := 0, int64(0)
		for i, it := range items {
			if set>>i&1 == 1 {
				gain, cost = gain+it.gain, cost+it.cost
			}
		}
		if ok && (gain < need || cost != want) || set>>len(items) != 0 {
			t.Fatalf("the set %b gains %d of %d for %d, the cheapest costs %d", set, gain, need, cost, want)
		}
	})
}

func TestKnapsackTakesTheMostItemsThereAre(t *testing.T) {
	items := make([]item, maxItems)
	for i := range items {
		items[i] = item{1 + i*37%500, int64(1 + i*53%400)}
	}
	set, ok := solve(items, 9000)
	gain := 0
	for i, it := range items {
		gain += it.gain * int(set>>i&1)
	}
	if !ok || gain < 9000 || bits.OnesCount64(set) == maxItems {
		t.Errorf("gain %d with %d items", gain, bits.OnesCount64(set))
	}
}

func TestCleanUpKeepsItsPromises(t *testing.T) {
	d := shipped(t)
	ids := make([]string, 0, len(d.Actions))
	for _, a := range d.Actions {
		ids = append(ids, a.ID)
	}
	rapid.Check(t, func(t *rapid.T) {
		in := drawInputs(t, d)
		in.Copies = rapid.SliceOfDistinct(rapid.SampledFrom(ids), rapid.ID[string]).Draw(t, "copies")
		in.OffActions = rapid.SliceOfDistinct(rapid.SampledFrom(ids), rapid.ID[string]).Draw(t, "off")
		computer := rapid.Bool().Draw(t, "computer backup")
		p := Make(in, prices.Market{}, apple.Version{Major: 18}, d)
		c := p.CleanUp(computer)
		var freed int64
		for _, k := range c.Candidates {
			if k.Gain.Low < 0 || k.Gain.Low > k.Gain.Likely || k.Gain.Likely > k.Gain.High {
				t.Fatalf("%s frees %+v", k.ID, k.Gain)
			}
			if g, ok := c.ByFix(k.Action.Fix); g.Gain.High > p.Need.High || ok && g.IsRead && !g.Gain.Exact() {
				t.Fatalf("%s frees %+v of %d", k.Action.Fix, g, p.Need.High)
			}
			if k.Standing != Proposed {
				continue
			}
			if c.IsRead && !k.IsRead {
				t.Fatalf("%s frees an estimate, and the sum is said to be read", k.ID)
			}
			freed += k.Gain.Low
			copied := slices.Contains(in.Copies, k.ID) || k.Action.copy == noCopy || k.Action.copy == lookFirst && (!k.Action.Each || k.Device >= 0)
			if computer && k.Action.copy == computerCopy { // it holds only what is surely not synced
				switch first := in.First(); k.Action.Class {
				case Photos:
					copied = copied || first.PhotosSync == Off && p.Parts[Photos].High == 0
				case Messages:
					copied = copied || first.MessagesSync == Off && p.Parts[Messages].High == 0
				default:
					copied = true
				}
			}
			if !copied || slices.Contains(in.OffActions, k.ID) || c.Missing == 0 {
				t.Fatalf("%s is proposed: copied %v, missing %d", k.ID, copied, c.Missing)
			}
		}
		if most := p.Need.High; c.Freed.High > most || c.Freed.Low > c.Freed.Likely || c.Freed.Likely > c.Freed.High {
			t.Fatalf("%+v are freed of %d", c.Freed, most)
		}
		if c.After.Low != max(p.Need.Low-c.Freed.High, 0) || c.After.High != max(p.Need.High-c.Freed.Low, 0) {
			t.Fatalf("of %+v needed %+v are freed, and %+v are left", p.Need, c.Freed, c.After)
		}
		for i := 1; i < len(c.Candidates); i++ {
			a, b := &c.Candidates[i-1], &c.Candidates[i]
			switch {
			case b.Standing != Proposed:
			case a.Standing != Proposed:
				t.Fatalf("%s is proposed after %s, which is not", b.ID, a.ID)
			case b.Alone && !a.Alone:
				t.Fatalf("%s is enough by itself and stands after %s", b.ID, a.ID)
			case c.Reached && a.Alone == b.Alone && b.Minutes < a.Minutes:
				t.Fatalf("%s is quicker and stands after %s", b.ID, a.ID)
			}
		}
		if c.Reached && freed < c.Missing {
			t.Fatalf("reached, but %d of %d are freed", freed, c.Missing)
		}
		if c.Reached && c.After.Likely > p.Need.Likely-c.Missing {
			t.Fatalf("after it %d are needed of a plan of %d", c.After.Likely, in.Plan.Likely)
		}
	})
}

// What somebody only assumes of a class is freed by the action on it, though nothing of the used storage is unnamed.
func TestAnAssumedClassCanBeFreed(t *testing.T) {
	in := Inputs{Plan: size.Of(5*size.GB, size.Phone), Devices: []Device{{Next: size.Of(size.GB, size.Phone)}}}
	in.Cloud[WhatsApp] = size.Of(5*size.GB, size.Assumed)
	in.Copies = []string{"whatsapp-copy"}
	c := Make(in, prices.Market{}, apple.Version{Major: 18}, shipped(t)).CleanUp(false)
	if c.Missing != size.GB || !c.Reached || c.After.Likely > in.Plan.Likely {
		t.Errorf("%+v", c)
	}
}

// A person on the free plan who has read three numbers off the phone gets help, and can steer it.
func TestTogglingSolvesAgain(t *testing.T) {
	d := shipped(t)
	v := apple.Version{Major: 18}
	in := Inputs{Plan: size.Of(50*size.GB, size.Phone), Used: size.Of(49*size.GB, size.Phone), Devices: []Device{{Next: size.Of(4*size.GB, size.Phone)}}}
	in.Cloud[Photos] = size.Of(40*size.GB, size.Phone)
	proposed := func(in Inputs, computer bool) (ids []string, c CleanUp) {
		c = Make(in, prices.Market{}, v, d).CleanUp(computer)
		for _, k := range c.Candidates {
			if k.Standing == Proposed {
				ids = append(ids, k.ID)
			}
		}
		return ids, c
	}
	// 3 GB are missing. Without copies only deleted and duplicate photos may go, 1 % and 0.5 % of 40 GB, and large apps
	// out of the backup, a tenth of 4 GB. What likely frees the most is first, since all together are not surely enough.
	ids, c := proposed(in, false)
	if c.Reached || !c.WithCopies || c.Missing != 3*size.GB || !slices.Equal(ids, []string{"leave-out-apps", "empty-recently-deleted", "merge-duplicates"}) {
		t.Fatalf("without copies: %v, %+v", ids, c)
	}
	// A backup on a computer does not hold the photos that are in iCloud, and perhaps not the messages.
	ids, c = proposed(in, true)
	if slices.Contains(ids, "long-videos") || slices.Contains(ids, "message-attachments") {
		t.Fatalf("with a backup on a computer: %v, %+v", ids, c)
	}
	if ids, _ := proposed(in.ToggleCopy("long-videos"), true); !slices.Contains(ids, "long-videos") {
		t.Errorf("with a copy of the videos: %v", ids)
	}
	// It holds those that are only on the device: 5 % of 40 GB of videos may go.
	local := in.ToggleAction("leave-out-apps")
	local.Cloud[Photos] = size.Amount{}
	first := Device{Last: size.Of(45*size.GB, size.Phone), Next: size.Of(4*size.GB, size.Phone), Photos: size.Of(40*size.GB, size.Phone), PhotosSync: Off}
	local = local.SetFirst(first)
	ids, c = proposed(local, true)
	if !slices.Contains(ids, "long-videos") {
		t.Fatalf("with a backup of the photos on a computer: %v, %+v", ids, c)
	}
	without := local.ToggleAction("long-videos")
	if ids, c := proposed(without, true); slices.Contains(ids, "long-videos") || c.Reached && c.Freed.Low < c.Missing {
		t.Errorf("ruled out, and still: %v, %+v", ids, c)
	}
	again, _ := proposed(without.ToggleAction("long-videos"), true)
	if !slices.Equal(again, ids) {
		t.Errorf("toggled twice: %v, at first %v", again, ids)
	}
	// As long as nobody has said that photos are not synced, they may be.
	for _, sync := range []Switch{NotKnown, On} {
		first.PhotosSync = sync
		if ids, _ := proposed(local.SetFirst(first), true); slices.Contains(ids, "long-videos") {
			t.Errorf("switch %q: proposes to delete videos that may be only in iCloud: %v", switchNames[sync], ids)
		}
	}
	if ids, _ := proposed(in, true); len(in.OffActions)+len(in.Copies) > 0 || len(ids) == 0 {
		t.Error("toggling has changed the inputs")
	}
}

func TestWayOut(t *testing.T) {
	d := shipped(t)
	full := Inputs{Plan: size.Of(5*size.GB, size.Phone), Used: size.Of(4*size.GB, size.Phone), Devices: []Device{{Next: size.Of(3*size.GB, size.Phone)}}}
	roomy := full
	roomy.Plan = size.Of(50*size.GB, size.Phone)
	for _, c := range []struct {
		name   string
		in     Inputs
		buys   Switch
		system int
		open   []string // beside the account, which only the person can see to
		broken []string
	}{
		{"all met", full, On, 18, nil, nil},
		{"no new device", full, Off, 18, nil, []string{"new-device"}},
		{"not said", full, NotKnown, 18, []string{"new-device"}, nil},
		{"old system", full, On, 14, nil, []string{"system"}},
		{"system not known", full, On, 0, []string{"system"}, nil},
		{"it fits anyway", roomy, On, 18, nil, []string{"larger"}},
		{"nothing read", Inputs{}, On, 18, []string{"larger"}, nil},
	} {
		c.in.NewDevice = c.buys
		w := Make(c.in, prices.Market{}, apple.Version{Major: c.system}, d).WayOut
		bare := func(keys []string) []string {
			var list []string
			for _, key := range keys {
				list = append(list, strings.TrimPrefix(key, "storage.temporary."))
			}
			return list
		}
		if !slices.Equal(bare(w.Open), append(c.open, "account")) || !slices.Equal(bare(w.Broken), c.broken) {
			t.Errorf("%s: %+v", c.name, w)
		}
		if w.Days != 21 || w.ExtraDays != 21 || w.KeptDays != 7 {
			t.Errorf("%s: %+v", c.name, w)
		}
	}
}

// titled leaves the title of an action as it is and adds the device.
func (p *Plan) titled(k *Candidate) string { return k.Action.Title + p.NameOf(k) }

func TestTableIsPlainForSpreadsheets(t *testing.T) {
	d := shipped(t)
	in := Inputs{
		Plan: size.Of(5*size.GB, size.Phone), Used: size.Of(48*size.GB/10, size.Phone),
		Devices: []Device{{Next: size.Of(3*size.GB, size.Phone)}, {Name: `=HYPERLINK("x"), "old"`, Gone: true, Last: size.Of(size.GB, size.Typed)}},
		Copies:  []string{"old-backups.2"},
	}
	p := Make(in, marketOf(t, d, "us"), apple.Version{}, d)
	var out strings.Builder
	if err := p.WriteCSV(&out, true, time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC), p.titled, func(key string, _ ...any) string {
		if key == "storage.class.backups" {
			return "=danger"
		}
		return key
	}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	find := func(section, start string) []string {
		for _, r := range rows {
			if r[0] == section && strings.HasPrefix(r[1], start) {
				return r
			}
		}
		t.Fatalf("no %s %s in\n%s", section, start, out.String())
		return nil
	}
	if r := find(sectionUsed, "'=danger: =HYPERLINK"); r[3] != "1" || r[6] != "storage.origin.typed" || r[13] != "storage.table.gone" {
		t.Errorf("the old backup is %q", r)
	}
	if r := find(sectionSums, "storage.sum.need"); r[3] != "7.8" {
		t.Errorf("the need is %q", r)
	}
	if r := find(sectionPlans, "storage.offer.plan"); r[3] != "50" || r[7] != "0.99" || r[8] != "11.88" || r[9] != "USD" || r[11] == "" {
		t.Errorf("the plan is %q", r)
	}
	find(sectionCleanUp, `Delete backups of devices you no longer own=HYPERLINK("x"), "old"`)
	for _, r := range rows {
		for _, cell := range r {
			if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				t.Errorf("a spreadsheet takes %q for a formula", cell)
			}
		}
	}
}
