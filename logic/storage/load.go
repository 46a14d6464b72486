package storage

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// maxFile bounds a price file; Apple's full list is about 30 kB.
const maxFile = 1 << 20

// LoadPlans reads a price list. It is strict: unknown keys, missing or falling prices, ids used twice, unknown currencies
// and unreadable amounts are all reported together as Problems. Any other error means that the file can't be read.
func LoadPlans(fsys fs.FS, path string) (*PriceList, error) {
	r, doc, err := open(fsys, path)
	if err != nil {
		return nil, err
	}
	list := &PriceList{}
	r.sections(doc, "meta", "plan", "market")
	meta := r.meta(doc)
	list.Date, list.Source = meta.origin()
	list.CheckAfter = time.Duration(meta.whole("check_after_days", 1, 3650)) * 24 * time.Hour
	meta.text("check_after_why")
	for _, gb := range list64(meta, "bundles_gb") {
		list.Bundles = append(list.Bundles, gb*GB)
	}
	meta.text("bundles_why")
	meta.finish()
	list.Plans = r.plans(doc)
	list.Markets = r.markets(doc, list.Plans)
	for i := range list.Markets {
		list.Markets[i].Date, list.Markets[i].Source = list.Date, list.Source
	}
	if err := r.result(); err != nil {
		return nil, err
	}
	return list, nil
}

// Overlay reads a person's own price file and returns a new list in which its markets replace those with the same id, or
// are added. The file holds [meta] with date and source, and whole [[market]] entries; it is checked as strictly as the
// list itself. The plans stay as they are.
func (l *PriceList) Overlay(fsys fs.FS, path string) (*PriceList, error) {
	r, doc, err := open(fsys, path)
	if err != nil {
		return nil, err
	}
	r.sections(doc, "meta", "market")
	meta := r.meta(doc)
	date, source := meta.origin()
	meta.finish()
	markets := r.markets(doc, l.Plans)
	if err := r.result(); err != nil {
		return nil, err
	}
	merged := *l
	merged.Markets = slices.Clone(l.Markets)
	for _, own := range markets {
		own.Date, own.Source, own.Own = date, source, true
		i := slices.IndexFunc(merged.Markets, func(m Market) bool { return m.ID == own.ID })
		if i < 0 {
			merged.Markets = append(merged.Markets, own)
		} else {
			merged.Markets[i] = own
		}
	}
	return &merged, nil
}

// open reads and decodes the file; a syntax error is returned as Problems.
func open(fsys fs.FS, path string) (*reader, map[string]any, error) {
	file, err := fsys.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("price list: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, nil, fmt.Errorf("price list: %w", err)
	}
	if len(data) > maxFile {
		return nil, nil, Problems{{File: path, Text: fmt.Sprintf("larger than %d bytes", maxFile)}}
	}
	if !utf8.Valid(data) {
		return nil, nil, Problems{{File: path, Text: "not a UTF-8 text"}}
	}
	text := string(data)
	var doc map[string]any
	if _, err := toml.Decode(text, &doc); err != nil {
		problem := Problem{File: path, Text: err.Error()}
		var syntax toml.ParseError
		if errors.As(err, &syntax) {
			problem.Line, problem.Text = syntax.Position.Line, syntax.Message
			if problem.Text == "" {
				problem.Text = syntax.Error()
			}
		}
		return nil, nil, Problems{problem}
	}
	return &reader{file: path, lines: indexLines(text)}, doc, nil
}

// result is nil or all problems by line.
func (r *reader) result() error {
	if len(r.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(r.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return r.problems
}

// sections reports everything on the top level that is not one of names.
func (r *reader) sections(doc map[string]any, names ...string) {
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		if !slices.Contains(names, key) {
			r.problem(r.lines.find(key), key, "unknown section; known are %s", strings.Join(names, ", "))
		}
	}
}

// meta returns the [meta] table, an empty one when it is missing.
func (r *reader) meta(doc map[string]any) *entry {
	fields, ok := doc["meta"].(map[string]any)
	if !ok {
		fields = map[string]any{}
		r.problem(r.lines.find("meta"), "meta", "there is no [meta] table")
	}
	return r.entry("meta", 0, fields)
}

// origin reads where the prices come from.
func (e *entry) origin() (time.Time, string) {
	date := e.date("date")
	source := e.text("source")
	if address, err := url.Parse(source); source != "" && (err != nil || address.Scheme != "https" || address.Host == "") {
		e.wrong("source", "source %q is not an https address", source)
	}
	e.remark("source_why")
	return date, source
}

// list64 reads sizes of bundles in GB.
func list64(e *entry, key string) []int64 {
	sizes := list[int64](e, key, true, "a list of whole numbers")
	for _, gb := range sizes {
		if gb < 1 || gb > MaxAmount/GB {
			e.wrong(key, "%s: %d is not a size from 1 to %d GB", key, gb, MaxAmount/GB)
			return nil
		}
	}
	return sizes
}
