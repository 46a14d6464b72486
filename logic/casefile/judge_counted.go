package casefile

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

// Bounds of the inputs that a case keeps, beside those of the storage planner itself; far above any
// household.
const (
	maxIDs   = 200 // clean-up actions that are ruled out or have a copy
	maxHours = 24  // a night
)

// Count brings inputs into the one form that a case keeps. The error says why a case can't keep them.
func Count(in storage.Inputs) (Counted, error) {
	j := &judge{}
	j.counted(&in)
	return Counted{in}, faultError(j.faults)
}

// counted brings the inputs into the one form that a case keeps, so that equal inputs are equal values, and
// finds what can't be kept. Keys of faults are paths from the event on, such as device[1].photo-count,
// counted from 0.
func (j *judge) counted(in *storage.Inputs) {
	*in = in.Clone()
	some := j.amounts("", []namedAmount{{"plan", &in.Plan}, {"used", &in.Used}})
	j.id("bundle", &in.Bundle)
	j.position("new-device", &in.NewDevice)
	j.speed("upload", &in.Upload, storage.SpeedRule.Most)
	j.speed("window", &in.Window, maxHours)
	for c := range in.Cloud {
		some = j.amounts("cloud.", []namedAmount{{storage.Class(c).String(), &in.Cloud[c]}}) || some
	}
	for c := range in.Growth {
		some = j.amounts("growth.", []namedAmount{{storage.Class(c).String(), &in.Growth[c]}}) || some
	}
	j.tooMany("device", len(in.Devices), storage.MaxDevices)
	for i := range in.Devices {
		j.device(i, &in.Devices[i])
	}
	if len(in.Devices) == 1 && isBlank(&in.Devices[0]) {
		in.Devices = nil
	}
	j.tooMany("person", len(in.People), storage.MaxPeople)
	for i := range in.People {
		p := &in.People[i]
		p.Name = storage.CleanName(p.Name)
		j.amounts(fmt.Sprintf("person[%d].", i), []namedAmount{{"used", &p.Used}, {"adds", &p.Adds}})
	}
	in.OffActions, in.Copies = j.ids("ruled-out", in.OffActions), j.ids("copies", in.Copies)
	in.Settled = j.ids("settled", in.Settled)
	in.Devices, in.People = nilIfEmpty(in.Devices), nilIfEmpty(in.People)
	some = some || in.Bundle != "" || in.NewDevice != storage.NotKnown || in.Upload > 0 || in.Window > 0
	if !some && len(in.Devices)+len(in.People)+len(in.OffActions)+len(in.Copies) == 0 {
		j.wrong("plan", words.Say("case-file.no-sizes"), words.Say("case-file.want.some-size"))
	}
}

// isBlank reports whether nothing is known of a device.
func isBlank(d *storage.Device) bool { return reflect.DeepEqual(*d, storage.Device{}) }

func nilIfEmpty[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

func (j *judge) device(i int, d *storage.Device) {
	at := fmt.Sprintf("device[%d].", i)
	d.Name = storage.CleanName(d.Name)
	j.id(at+"kind", &d.Kind)
	j.position(at+"backup", &d.Backup)
	j.position(at+"photos-sync", &d.PhotosSync)
	j.position(at+"messages-sync", &d.MessagesSync)
	next := at + "next"
	if i == 0 {
		next = "next"
	}
	j.amounts(at, []namedAmount{
		{"last", &d.Last}, {"photos", &d.Photos}, {"messages", &d.Messages}, {"apps", &d.Apps},
	})
	j.amounts("", []namedAmount{{next, &d.Next}})
	j.count(at+"photo-count", d.Says.Photos, int(storage.PhotosRule.Most))
	j.id(at+"photo-format", &d.Says.Format)
	j.count(at+"waiting-count", d.Says.Waiting, int(storage.PhotosRule.Most))
	j.id(at+"messages-level", &d.Says.Messages)
	j.id(at+"apps-level", &d.Says.Apps)
	j.tooMany(at+"video", len(d.Says.Video), storage.MaxVideos)
	d.Says.Video = nilIfEmpty(d.Says.Video)
	for k := range d.Says.Video {
		f := &d.Says.Video[k]
		j.id(fmt.Sprintf("%svideo[%d].mode", at, k), &f.Mode)
		j.count(fmt.Sprintf("%svideo[%d].minutes", at, k), f.Minutes, int(storage.MinutesRule.Most))
	}
}

type namedAmount struct {
	key    string
	amount *size.Amount
}

// amounts checks amounts and reports whether one of them is known.
func (j *judge) amounts(at string, list []namedAmount) (some bool) {
	for _, one := range list {
		a := one.amount
		switch {
		case a.From <= size.Unknown || a.From > size.Assumed:
			*a = size.Amount{}
			continue
		case a.High > size.Max:
			j.wrong(at+one.key, words.Say("case-file.over-plan", "Size", one.key), words.Say("case-file.want.size"))
		case a.Low < 0:
			j.wrong(at+one.key, words.Say("case-file.negative", "Key", one.key), words.Say("case-file.want.size"))
		case a.Low > a.Likely || a.Likely > a.High:
			j.wrong(at+one.key, words.Say("case-file.falling", "Key", one.key), words.Sentence{})
		}
		some = true
	}
	return some
}

// idText is how ids of the storage planner's data are written.
var idText = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)

func (j *judge) id(key string, id *string) {
	if *id != "" && (len(*id) > maxLabel || !idText.MatchString(*id)) {
		j.wrong(key, words.Say("case-file.no-id", "ID", clip(*id)), words.Sentence{})
	}
}

func (j *judge) ids(key string, list []string) []string {
	slices.Sort(list)
	list = nilIfEmpty(slices.Compact(list))
	j.tooMany(key, len(list), maxIDs)
	for _, id := range list {
		if id == "" {
			j.wrong(key, words.Say("case-file.no-id", "ID", clip(id)), words.Sentence{})
		}
		j.id(key, &id)
	}
	return list
}

func (j *judge) position(key string, s *storage.Switch) {
	if *s < storage.NotKnown || *s > storage.Off {
		j.wrong(key, words.Say("case-file.no-switch", "Key", key), words.Sentence{})
	}
}

func (j *judge) speed(key string, x *float64, most float64) {
	if math.IsNaN(*x) || *x < 0 || *x > most {
		j.wrong(key, words.Say("case-file.number-range", "Key", key, "Most", most), words.Sentence{})
	}
	if *x == 0 {
		*x = 0 // a negative zero would not be the same value
	}
}

func (j *judge) count(key string, n, most int) {
	if n < 0 || n > most {
		j.wrong(key, words.Say("case-file.number-range", "Key", key, "Most", most), words.Sentence{})
	}
}

func (j *judge) tooMany(key string, n, most int) {
	if n > most {
		j.wrong(key, words.Say("case-file.too-many", "Key", key, "Most", most), words.Sentence{})
	}
}
