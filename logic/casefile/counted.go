package casefile

import (
	"fmt"
	"strconv"

	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// deviceTable is an [[event.device]] of a storage event.
type deviceTable struct {
	Name string `toml:"name"`
	Kind string `toml:"kind"`
	Gone bool   `toml:"gone"`

	Backup       *bool `toml:"backup"`
	PhotosSync   *bool `toml:"photos-sync"`
	MessagesSync *bool `toml:"messages-sync"`

	Last     amount `toml:"last"`
	Next     amount `toml:"next"`
	Photos   amount `toml:"photos"`
	Messages amount `toml:"messages"`
	Apps     amount `toml:"apps"`

	PhotoCount    int          `toml:"photo-count"`
	PhotoFormat   string       `toml:"photo-format"`
	WaitingCount  int          `toml:"waiting-count"`
	Video         []videoTable `toml:"video"`
	MessagesLevel string       `toml:"messages-level"`
	AppsLevel     string       `toml:"apps-level"`
}

type videoTable struct {
	Mode    string `toml:"mode"`
	Minutes int    `toml:"minutes"`
}

// personTable is an [[event.person]] of a storage event.
type personTable struct {
	Name  string `toml:"name"`
	Used  amount `toml:"used"`
	Adds  amount `toml:"adds"`
	Apart bool   `toml:"apart"`
}

// counted reads what the storage planner was told.
func counted(t *tomlfile.Table) Counted {
	var in storage.Inputs
	var next amount
	var newDevice *bool
	t.Take("plan", (*amount)(&in.Plan))
	t.Take("used", (*amount)(&in.Used))
	t.Take("next", &next)
	t.Take("bundle", &in.Bundle)
	t.Take("new-device", &newDevice)
	in.NewDevice = switchOf(newDevice)
	t.Take("upload", &in.Upload)
	t.Take("window", &in.Window)
	t.Take("ruled-out", &in.OffActions)
	t.Take("copies", &in.Copies)
	t.Take("settled", &in.Settled)
	byClass(t, "cloud", in.Cloud[:])
	byClass(t, "growth", in.Growth[:])
	var devices []deviceTable
	t.Take("device", &devices)
	for i := range devices {
		d := devices[i].device()
		if i == 0 && d.Next.Known() {
			t.Wrong("device[0].next", words.Say("case-file.next-of-first"), words.Say("case-file.want.next-above"))
		}
		in.Devices = append(in.Devices, d)
	}
	var people []personTable
	t.Take("person", &people)
	for _, p := range people {
		in.People = append(in.People, storage.Person{
			Name: p.Name, Used: size.Amount(p.Used), Adds: size.Amount(p.Adds), Apart: p.Apart,
		})
	}
	if next.Known() {
		first := in.First()
		first.Next = size.Amount(next)
		in = in.SetFirst(first)
	}
	return Counted{in}
}

// Known reports whether there is a number.
func (a amount) Known() bool { return size.Amount(a).Known() }

func (d *deviceTable) device() storage.Device {
	to := storage.Device{
		Name: d.Name, Kind: d.Kind, Gone: d.Gone,
		Backup: switchOf(d.Backup), PhotosSync: switchOf(d.PhotosSync), MessagesSync: switchOf(d.MessagesSync),
		Last: size.Amount(d.Last), Next: size.Amount(d.Next),
		Photos: size.Amount(d.Photos), Messages: size.Amount(d.Messages), Apps: size.Amount(d.Apps),
		Says: storage.Description{
			Photos: d.PhotoCount, Format: d.PhotoFormat, Waiting: d.WaitingCount,
			Messages: d.MessagesLevel, Apps: d.AppsLevel,
		},
	}
	for _, v := range d.Video {
		to.Says.Video = append(to.Says.Video, storage.Footage{Mode: v.Mode, Minutes: v.Minutes})
	}
	return to
}

// byClass reads amounts by class of content into a list that has a place for each class.
func byClass(t *tomlfile.Table, key string, list []size.Amount) {
	var amounts map[string]amount
	t.Take(key, &amounts)
	var known []string
	for c := range list {
		name := storage.Class(c).String()
		known = append(known, name)
		list[c] = size.Amount(amounts[name])
		delete(amounts, name)
	}
	for name := range amounts {
		t.Wrong(key+"."+name, words.Say("case-file.unknown-word", "Key", key, "Word", clip(name)),
			oneOfThese(known))
	}
}

func switchOf(on *bool) storage.Switch {
	switch {
	case on == nil:
		return storage.NotKnown
	case *on:
		return storage.On
	}
	return storage.Off
}

// counted writes inputs so that they are read as the same ones.
func (w *writer) counted(in storage.Inputs) {
	w.amount("plan", in.Plan)
	w.amount("used", in.Used)
	w.amount("next", in.First().Next)
	w.text("bundle", in.Bundle)
	w.position("new-device", in.NewDevice)
	w.number("upload", in.Upload)
	w.number("window", in.Window)
	w.texts("ruled-out", in.OffActions)
	w.texts("copies", in.Copies)
	w.texts("settled", in.Settled)
	w.byClass("cloud", in.Cloud[:])
	w.byClass("growth", in.Growth[:])
	first := in.First()
	first.Next = size.Amount{}
	for i, d := range in.Devices {
		if i == 0 {
			if d = first; len(in.Devices) == 1 && isBlank(&d) {
				break // next alone says that there is a device
			}
		}
		w.device(&d)
	}
	for _, p := range in.People {
		w.WriteString("[[event.person]]\n")
		w.text("name", p.Name)
		w.amount("used", p.Used)
		w.amount("adds", p.Adds)
		w.yes("apart", p.Apart)
	}
}

func (w *writer) device(d *storage.Device) {
	w.WriteString("[[event.device]]\n")
	w.text("name", d.Name)
	w.text("kind", d.Kind)
	w.yes("gone", d.Gone)
	w.position("backup", d.Backup)
	w.position("photos-sync", d.PhotosSync)
	w.position("messages-sync", d.MessagesSync)
	w.amount("last", d.Last)
	w.amount("next", d.Next)
	w.amount("photos", d.Photos)
	w.amount("messages", d.Messages)
	w.amount("apps", d.Apps)
	if d.Says.Photos != 0 {
		w.line("photo-count", strconv.Itoa(d.Says.Photos))
	}
	w.text("photo-format", d.Says.Format)
	if d.Says.Waiting != 0 {
		w.line("waiting-count", strconv.Itoa(d.Says.Waiting))
	}
	if len(d.Says.Video) > 0 {
		w.WriteString("video = [\n")
		for _, v := range d.Says.Video {
			mode := ""
			if v.Mode != "" {
				mode = "mode = " + quote(v.Mode) + ", "
			}
			fmt.Fprintf(w, "  { %sminutes = %d },\n", mode, v.Minutes)
		}
		w.WriteString("]\n")
	}
	w.text("messages-level", d.Says.Messages)
	w.text("apps-level", d.Says.Apps)
}

func (w *writer) byClass(key string, list []size.Amount) {
	header := "[event." + key + "]\n"
	for c, a := range list {
		if a.Known() {
			w.WriteString(header)
			header = ""
		}
		w.amount(storage.Class(c).String(), a)
	}
}

func (w *writer) position(key string, s storage.Switch) {
	if s != storage.NotKnown {
		w.line(key, strconv.FormatBool(s == storage.On))
	}
}

func (w *writer) yes(key string, yes bool) {
	if yes {
		w.line(key, "true")
	}
}

func (w *writer) number(key string, x float64) {
	if x > 0 {
		w.line(key, strconv.FormatFloat(x, 'f', -1, 64))
	}
}

func (w *writer) texts(key string, list []string) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "%s = [\n", key)
	for _, text := range list {
		fmt.Fprintf(w, "  %s,\n", quote(text))
	}
	w.WriteString("]\n")
}
