package prices

import (
	"io/fs"
	"maps"
	"slices"
	"time"

	"github.com/bojanz/currency"

	"backupdoctor/logic/storage/datafile"
)

// Load reads a price list. It is strict: unknown keys, missing or falling prices, ids used twice, unknown currencies
// and unreadable amounts are all reported together as Problems. Any other error means that the file can't be read.
func Load(fsys fs.FS, path string) (*List, error) {
	r, err := datafile.Open(fsys, path)
	if err != nil {
		return nil, err
	}
	list := &List{}
	r.Sections("meta", "plan", "bundle", "market")
	meta := r.Section("meta")
	list.Date, list.Source = origin(meta)
	list.CheckAfter = time.Duration(meta.Whole("check_after_days", 1, 3650)) * 24 * time.Hour
	meta.Text("check_after_why")
	meta.Finish()
	list.Plans = plans(r)
	list.Markets = markets(r, list.Plans)
	list.Bundles = bundles(r, list.Markets)
	for i := range list.Markets {
		list.Markets[i].Date, list.Markets[i].Source = list.Date, list.Source
	}
	if err := r.Result(); err != nil {
		return nil, err
	}
	return list, nil
}

// Overlay reads a person's own price file and returns a new list in which its markets replace those with the same id, or
// are added. The file holds [meta] with date and source, and whole [[market]] entries; it is checked as strictly as the
// list itself. The plans stay as they are.
func (l *List) Overlay(fsys fs.FS, path string) (*List, error) {
	r, err := datafile.Open(fsys, path)
	if err != nil {
		return nil, err
	}
	r.Sections("meta", "market")
	meta := r.Section("meta")
	date, source := origin(meta)
	meta.Finish()
	own := markets(r, l.Plans)
	if err := r.Result(); err != nil {
		return nil, err
	}
	merged := *l
	merged.Markets = slices.Clone(l.Markets)
	for _, m := range own {
		m.Date, m.Source, m.Own = date, source, true
		i := slices.IndexFunc(merged.Markets, func(old Market) bool { return old.ID == m.ID })
		if i < 0 {
			merged.Markets = append(merged.Markets, m)
		} else {
			merged.Markets[i] = m
		}
	}
	return &merged, nil
}

// origin reads where the prices come from.
func origin(meta *datafile.Table) (time.Time, string) {
	date, source := meta.Date("date"), meta.Address("source")
	meta.Remark("source_why")
	return date, source
}

// bundles reads the [[bundle]] entries: the Apple One bundles by rising storage.
func bundles(r *datafile.Reader, markets []Market) []Bundle {
	var list []Bundle
	seen := map[string]int{}
	for i, t := range r.Entries("bundle") {
		b := Bundle{ID: t.ID(seen), Name: t.Text("name"), Capacity: t.Whole("capacity_gb", 1, mostGB) * gb}
		b.prices = bundlePrices(t, markets)
		t.Remark("why")
		t.Finish()
		if i > 0 && b.Capacity > 0 && b.Capacity <= list[i-1].Capacity {
			t.Wrong("capacity_gb", "data-file.bundle-order")
		}
		list = append(list, b)
	}
	return list
}

// bundlePrices reads what a bundle costs in the markets where that is known.
func bundlePrices(t *datafile.Table, markets []Market) map[string]Price {
	table, _ := datafile.Take[map[string]any](t, "price", false, "data-file.kind.market-prices")
	prices := map[string]Price{}
	for _, id := range slices.Sorted(maps.Keys(table)) {
		i := slices.IndexFunc(markets, func(m Market) bool { return m.ID == id })
		if i < 0 {
			t.Wrong("price", "data-file.no-market", "ID", id)
			continue
		}
		digits, ok := currency.GetDigits(markets[i].Currency)
		if !ok {
			continue // reported with the market
		}
		if p, fine := price(t, id, table[id], markets[i].Currency, digits); fine {
			prices[id] = p
		}
	}
	return prices
}
