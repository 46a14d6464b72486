package storage

import (
	"io/fs"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/storage/datafile"
)

// Sizes is how large things are and how fast they grow. It is never changed after loading.
type Sizes struct {
	Date     time.Time // edition, midnight UTC
	Photo    []Size    // per photo; of each list the first is what counts when nothing is said
	Video    []Size    // per minute
	Messages []Size    // on a device
	Apps     []Size    // in a backup

	growth    [Classes]Range3 // share of the present size by month, low to high
	Transfer  TransferFacts
	WhatsApp  float64 // times its size must be free in iCloud before WhatsApp's own backup runs
	Temporary TemporaryFacts
}

// Size is how large one thing is.
type Size struct {
	ID    string
	Bytes Range
	Grade string // of evidence: A, B, C, M or E
}

// PhotoKey is the translation key of a photo size, by id.
func PhotoKey(id string) string { return "planner.photo." + id }

// VideoKey is the key of a video mode.
func VideoKey(id string) string { return "planner.video." + id }

// MessagesKey is the key of a message level.
func MessagesKey(id string) string { return "planner.messages." + id }

// AppsKey is the key of an app level.
func AppsKey(id string) string { return "planner.apps." + id }

// Range3 is low, likely and high of something that is no size.
type Range3 struct{ Low, Likely, High float64 }

// TransferFacts are what upload and restore times rest on.
type TransferFacts struct {
	Efficiency Range3  // share of the speed that reaches iCloud
	Window     float64 // usual hours a night
	Basic      Range3  // minutes until a restored device can be used; Likely is the middle
	Download   float64 // speed of receiving, in speeds of sending
}

// TemporaryFacts are the rules of Apple's free space for moving to a new device.
type TemporaryFacts struct {
	Days, ExtraDays, KeptDays int    // to restore in, once more on request, and until deletion after the restore
	Since                     string // least version of the system
	Route                     string // id of the route to the button
}

// maxMB is far above the largest thing described, a minute of ProRes.
const maxMB = 100_000

// LoadSizes reads the sizes, as strictly as a price list: all problems come back as datafile.Problems.
func LoadSizes(fsys fs.FS, path string) (*Sizes, error) {
	r, err := datafile.Open(fsys, path)
	if err != nil {
		return nil, err
	}
	s := &Sizes{}
	r.Sections("meta", "photo", "video", "messages", "apps", "growth", "transfer", "whatsapp", "temporary")
	meta := r.Section("meta")
	s.Date = meta.Date("date")
	meta.Finish()
	s.Photo, s.Video = sizes(r, "photo"), sizes(r, "video")
	s.Messages, s.Apps = sizes(r, "messages"), sizes(r, "apps")
	s.readGrowth(r)
	s.readTransfer(r.Section("transfer"))
	w := r.Section("whatsapp")
	s.WhatsApp = decimalOf(w, "factor", 1, 10)
	w.Text("factor_why")
	w.Finish()
	t := r.Section("temporary")
	s.Temporary = TemporaryFacts{
		Days: int(t.Whole("days", 1, 365)), ExtraDays: int(t.Whole("extra_days", 0, 365)), KeptDays: int(t.Whole("kept_days", 0, 365)),
		Since: t.Text("since"), Route: t.Text("route"),
	}
	t.Text("why")
	t.Finish()
	if err := r.Result(); err != nil {
		return nil, err
	}
	return s, nil
}

func sizes(r *datafile.Reader, section string) []Size {
	var list []Size
	seen := map[string]int{}
	for _, t := range r.Entries(section) {
		one := Size{ID: t.ID(seen), Grade: t.Text("grade")}
		if mb := t.Numbers("mb", 3, 0, maxMB); mb != nil {
			one.Bytes = Range{megabytes(mb[0]), megabytes(mb[1]), megabytes(mb[2])}
		}
		if one.Grade != "" && !slices.Contains([]string{"A", "B", "C", "M", "E"}, one.Grade) {
			t.Wrong("grade", "data-file.grade", "Grade", one.Grade)
		}
		t.Text("why")
		t.Finish()
		list = append(list, one)
	}
	if len(list) == 0 {
		r.Missing(section, "data-file.no-entry", "Name", section)
	}
	return list
}

func megabytes(mb float64) int64 { return scale(MB, mb) }

// readGrowth turns months of gathering into shares: the shortest time means the fastest growth.
func (s *Sizes) readGrowth(r *datafile.Reader) {
	var seen [Classes]bool
	for _, t := range r.Entries("growth") {
		name := t.Text("class")
		c, ok := classOf(name)
		months := t.Numbers("months", 3, 1, 1200)
		switch {
		case name == "":
		case !ok:
			t.Wrong("class", "data-file.no-class", "Class", name, "Known", strings.Join(classNames[:], ", "))
		case seen[c]:
			t.Wrong("class", "data-file.class-twice", "Class", name)
		default:
			seen[c] = true
			if months != nil {
				s.growth[c] = Range3{1 / months[2], 1 / months[1], 1 / months[0]}
			}
		}
		t.Text("why")
		t.Finish()
	}
	for c, ok := range seen {
		if !ok {
			r.Missing("growth", "data-file.no-growth", "Class", Class(c).String())
		}
	}
}

func (s *Sizes) readTransfer(t *datafile.Table) {
	if e := t.Numbers("efficiency", 3, 0.01, 1); e != nil {
		s.Transfer.Efficiency = Range3{e[0], e[1], e[2]}
	}
	s.Transfer.Window = decimalOf(t, "window_hours", 1, 24)
	if b := t.Numbers("basic_minutes", 2, 0, 1440); b != nil {
		s.Transfer.Basic = Range3{b[0], (b[0] + b[1]) / 2, b[1]}
	}
	s.Transfer.Download = decimalOf(t, "download_factor", 0.1, 100)
	for _, why := range []string{"efficiency_why", "window_why", "basic_why", "download_why"} {
		t.Text(why)
	}
	t.Finish()
}

// decimalOf reads one number from least to most; 0 after a problem.
func decimalOf(t *datafile.Table, key string, least, most float64) float64 {
	x, ok := datafile.Take[float64](t, key, true, "data-file.kind.decimal")
	if !ok {
		return 0
	}
	if !(x >= least && x <= most) {
		t.Wrong(key, "data-file.range", "Key", key, "Value", x, "Least", least, "Most", most)
		return 0
	}
	return x
}

func classOf(name string) (Class, bool) {
	i := slices.Index(classNames[:], name)
	return Class(i), i >= 0
}

// find returns the entry with the id, and the first one for an empty or unknown id.
func find(list []Size, id string) Range {
	for _, s := range list {
		if s.ID == id {
			return s.Bytes
		}
	}
	return list[0].Bytes
}
