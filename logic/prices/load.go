package prices

import (
	"io/fs"
	"net/url"
	"slices"
	"time"

	"backupdoctor/logic/tomlfile"
)

// listFile is the whole list as its file has it.
type listFile struct {
	Meta struct {
		origin

		CheckAfter int    `toml:"check_after_days,required" range:"1..3650"`
		Why        string `toml:"check_after_why,required"`
	} `toml:"meta,required"`
	Plans   []planEntry   `toml:"plan"`
	Markets []marketEntry `toml:"market"`
	Bundles []bundleEntry `toml:"bundle"`

	At tomlfile.Place
}

// ownFile is a person's own file: markets only.
type ownFile struct {
	Meta    origin        `toml:"meta,required"`
	Markets []marketEntry `toml:"market"`

	At tomlfile.Place
}

// origin says where prices come from.
type origin struct {
	Date      time.Time `toml:"date,required,date"`
	Source    string    `toml:"source,required"`
	SourceWhy string    `toml:"source_why"`

	At tomlfile.Place
}

// planEntry is a [[plan]].
type planEntry struct {
	ID       string `toml:"id,required"`
	Capacity int64  `toml:"capacity_gb,required" range:"1..100000"`
	Free     bool   `toml:"free"`

	At tomlfile.Place
}

// marketEntry is a [[market]].
type marketEntry struct {
	ID        string            `toml:"id,required"`
	Name      string            `toml:"name,required"`
	Countries []string          `toml:"countries"`
	Currency  string            `toml:"currency,required"`
	Tax       Tax               `toml:"tax,required"`
	Note      string            `toml:"note"`
	Prices    map[string]string `toml:"price,required"` // by plan

	At tomlfile.Place
}

// bundleEntry is a [[bundle]].
type bundleEntry struct {
	ID       string            `toml:"id,required"`
	Name     string            `toml:"name,required"`
	Capacity int64             `toml:"capacity_gb,required" range:"1..100000"`
	Prices   map[string]string `toml:"price"`    // by market
	NotSold  []string          `toml:"not_sold"` // markets

	At tomlfile.Place
}

// Load reads a price list. It is strict: unknown keys, missing or falling prices, ids used twice, unknown
// currencies and unreadable amounts are all reported together as tomlfile.Problems. Any other error means
// that the file can't be read.
func Load(fsys fs.FS, path string) (*List, error) {
	top, err := tomlfile.Read(fsys, path, tomlfile.Limits{})
	if err != nil {
		return nil, err
	}
	var file listFile
	top.Bind(&file)
	file.Meta.checkSource()
	list := &List{
		Date: file.Meta.Date, Source: file.Meta.Source,
		CheckAfter: time.Duration(file.Meta.CheckAfter) * 24 * time.Hour,
	}
	list.Plans = plans(file.Plans, file.At)
	list.Markets = markets(file.Markets, list.Plans, file.At)
	list.Bundles = bundles(file.Bundles, list.Markets)
	for i := range list.Markets {
		list.Markets[i].Date, list.Markets[i].Source = list.Date, list.Source
	}
	if err := top.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

// Overlay reads a person's own price file and returns a new list in which its markets replace those with the
// same id, or are added. The file holds [meta] with date and source, and whole [[market]] entries; it is
// checked as strictly as the list itself. The plans stay as they are.
func (l *List) Overlay(fsys fs.FS, path string) (*List, error) {
	top, err := tomlfile.Read(fsys, path, tomlfile.Limits{})
	if err != nil {
		return nil, err
	}
	var file ownFile
	top.Bind(&file)
	file.Meta.checkSource()
	own := markets(file.Markets, l.Plans, file.At)
	if err := top.Err(); err != nil {
		return nil, err
	}
	merged := *l
	merged.Markets = slices.Clone(l.Markets)
	for _, m := range own {
		m.Date, m.Source, m.Own = file.Meta.Date, file.Meta.Source, true
		i := slices.IndexFunc(merged.Markets, func(old Market) bool { return old.ID == m.ID })
		if i < 0 {
			merged.Markets = append(merged.Markets, m)
		} else {
			merged.Markets[i] = m
		}
	}
	return &merged, nil
}

// checkSource reports a source that is no https address.
func (o *origin) checkSource() {
	if address, err := url.Parse(o.Source); o.Source != "" &&
		(err != nil || address.Scheme != "https" || address.Host == "") {
		o.At.Reject("source", "data-file.no-address", "Key", "source", "Value", o.Source)
	}
}
