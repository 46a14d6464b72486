package storage

import (
	"io/fs"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
	"backupdoctor/logic/tomlfile"
)

// Sizes is how large things are and how fast they grow. It is never changed after loading.
type Sizes struct {
	Date     time.Time // edition, midnight UTC
	Photo    []Size    // per photo; of each list the first is what counts when nothing is said
	Video    []Size    // per minute
	Messages []Size    // on a device
	Apps     []Size    // in a backup

	growth    [Classes]HoursRange // share of the present size by month, low to high
	Transfer  transferFacts
	WhatsApp  float64 // times its size must be free in iCloud before WhatsApp's own backup runs
	Temporary temporaryFacts
}

// Size is how large one thing is.
type Size struct {
	ID    string
	Key   string // of its name in the translations
	Bytes size.Range
	Grade string // of evidence: A, B, C, M or E
}

// HoursRange is low, likely and high of hours, or of a share.
type HoursRange struct{ Low, Likely, High float64 }

// transferFacts are what upload and restore times rest on.
type transferFacts struct {
	Efficiency HoursRange // share of the speed that reaches iCloud
	Window     float64    // usual hours a night
	Basic      HoursRange // minutes until a restored device can be used; Likely is the middle
	Download   float64    // speed of receiving, in speeds of sending
}

// temporaryFacts are the rules of Apple's free space for moving to a new device, as [temporary] has them.
type temporaryFacts struct {
	Days      int    `toml:"days,required" range:"1..365"`       // to restore in
	ExtraDays int    `toml:"extra_days,required" range:"0..365"` // once more on request
	KeptDays  int    `toml:"kept_days,required" range:"0..365"`  // until deletion after the restore
	Since     string `toml:"since,required"`                     // least version of the system
	Route     string `toml:"route,required"`                     // id of the route to the button
	Why       string `toml:"why,required"`

	At    tomlfile.Place
	least apple.Version // Since
}

// sizesFile is the sizes as their file has them. The why keys tell people where a number comes from.
type sizesFile struct {
	Meta struct {
		Date time.Time `toml:"date,required,date"`
	} `toml:"meta,required"`
	Photo    []sizeEntry   `toml:"photo"`
	Video    []sizeEntry   `toml:"video"`
	Messages []sizeEntry   `toml:"messages"`
	Apps     []sizeEntry   `toml:"apps"`
	Growth   []growthEntry `toml:"growth"`
	Transfer transferEntry `toml:"transfer,required"`
	WhatsApp struct {
		Factor float64 `toml:"factor,required" range:"1..10"`
		Why    string  `toml:"factor_why,required"`
	} `toml:"whatsapp,required"`
	Temporary temporaryFacts `toml:"temporary,required"`

	At tomlfile.Place
}

// sizeEntry is a [[photo]], [[video]], [[messages]] or [[apps]]. A minute of ProRes, the largest, is far
// below the bound.
type sizeEntry struct {
	ID    string     `toml:"id,required"`
	MB    [3]float64 `toml:"mb,required" range:"0..100000"`
	Grade string     `toml:"grade,required"`
	Why   string     `toml:"why,required"`

	At tomlfile.Place
}

// growthEntry is a [[growth]]: the months in which as much gathers as there is now.
type growthEntry struct {
	Class  string     `toml:"class,required"`
	Months [3]float64 `toml:"months,required" range:"1..1200"`
	Why    string     `toml:"why,required"`

	At tomlfile.Place
}

// transferEntry is [transfer].
type transferEntry struct {
	Efficiency    [3]float64 `toml:"efficiency,required" range:"0.01..1"`
	EfficiencyWhy string     `toml:"efficiency_why,required"`
	Window        float64    `toml:"window_hours,required" range:"1..24"`
	WindowWhy     string     `toml:"window_why,required"`
	Basic         [2]float64 `toml:"basic_minutes,required" range:"0..1440"`
	BasicWhy      string     `toml:"basic_why,required"`
	Download      float64    `toml:"download_factor,required" range:"0.1..100"`
	DownloadWhy   string     `toml:"download_why,required"`

	At tomlfile.Place
}

// loadSizes reads the sizes, as strictly as a price list: all problems come back as tomlfile.Problems.
func loadSizes(fsys fs.FS, path string) (*Sizes, error) {
	top, err := tomlfile.Read(fsys, path, tomlfile.Limits{})
	if err != nil {
		return nil, err
	}
	var file sizesFile
	top.Bind(&file)
	s := &Sizes{
		Date: file.Meta.Date, WhatsApp: file.WhatsApp.Factor,
		Photo:    sizes("photo", "storage.photo.", file.Photo, file.At),
		Video:    sizes("video", "storage.video.", file.Video, file.At),
		Messages: sizes("messages", "storage.messages.", file.Messages, file.At),
		Apps:     sizes("apps", "storage.apps.", file.Apps, file.At),
		Transfer: file.Transfer.facts(), Temporary: file.Temporary,
	}
	s.Temporary.least = version(file.Temporary.At, file.Temporary.Since)
	s.setGrowth(file.Growth, file.At)
	if err := top.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// sizes checks the entries of one section; names is where their names begin in the translations.
func sizes(section, names string, entries []sizeEntry, at tomlfile.Place) []Size {
	list := make([]Size, 0, len(entries))
	ids := tomlfile.IDs{}
	for _, e := range entries {
		ids.Check(e.At, e.ID)
		rising(e.At, "mb", e.MB[:])
		if e.Grade != "" && !slices.Contains([]string{"A", "B", "C", "M", "E"}, e.Grade) {
			e.At.Reject("grade", "data-file.grade", "Grade", e.Grade)
		}
		list = append(list, Size{
			e.ID, names + e.ID, size.Exactly(size.MB).Times(e.MB[0], e.MB[1], e.MB[2]), e.Grade,
		})
	}
	if len(list) == 0 {
		at.Reject(section, "data-file.no-entry", "Name", section)
	}
	return list
}

// setGrowth turns months of gathering into shares: the shortest time means the fastest growth.
func (s *Sizes) setGrowth(entries []growthEntry, at tomlfile.Place) {
	var seen [Classes]bool
	for _, e := range entries {
		rising(e.At, "months", e.Months[:])
		c, ok := classOf(e.Class)
		switch {
		case e.Class == "":
		case !ok:
			e.At.Reject("class", "data-file.no-class", "Class", e.Class, "Known", strings.Join(classNames[:], ", "))
		case seen[c]:
			e.At.Reject("class", "data-file.class-twice", "Class", e.Class)
		default:
			seen[c] = true
			s.growth[c] = HoursRange{1 / e.Months[2], 1 / e.Months[1], 1 / e.Months[0]}
		}
	}
	for c, ok := range seen {
		if !ok {
			at.Reject("growth", "data-file.no-growth", "Class", Class(c).String())
		}
	}
}

// facts checks the ranges.
func (t *transferEntry) facts() transferFacts {
	rising(t.At, "efficiency", t.Efficiency[:])
	rising(t.At, "basic_minutes", t.Basic[:])
	return transferFacts{
		Efficiency: HoursRange{t.Efficiency[0], t.Efficiency[1], t.Efficiency[2]}, Window: t.Window,
		Basic: HoursRange{t.Basic[0], (t.Basic[0] + t.Basic[1]) / 2, t.Basic[1]}, Download: t.Download,
	}
}

// version reads the least version of the system at the key since; empty means any.
func version(at tomlfile.Place, text string) apple.Version {
	if text == "" {
		return apple.Version{}
	}
	v, err := apple.ParseVersion(text)
	if err != nil {
		at.Reject("since", "data-file.no-version", "Version", text)
	}
	return v
}

// rising reports numbers that fall.
func rising(at tomlfile.Place, key string, numbers []float64) {
	for i := 1; i < len(numbers); i++ {
		if numbers[i] < numbers[i-1] {
			at.Reject(key, "data-file.falls", "Key", key, "Before", numbers[i-1], "Value", numbers[i])
			return
		}
	}
}

func classOf(name string) (Class, bool) {
	i := slices.Index(classNames[:], name)
	return Class(i), i >= 0
}

// find returns the entry with the id, and the first one for an empty or unknown id.
func find(list []Size, id string) size.Range {
	for _, s := range list {
		if s.ID == id {
			return s.Bytes
		}
	}
	return list[0].Bytes
}
