// Package words turns keys into sentences in the program's language, and writes numbers, minutes and dates as
// that language does. The window, the terminal and the report share one Catalog, so one translation serves
// all three.
package words

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// maxFile bounds a translation file, in bytes.
const maxFile = 1 << 20

// source is the language in which every key has a text.
var source = language.English

// Catalog holds the texts of one language, and the English texts where that language lacks them. A catalog is
// safe for concurrent use.
type Catalog struct {
	localizer *i18n.Localizer
	locale    language.Tag
	printer   *message.Printer
	keys      []string
	languages []Language
	content   func(key, text string) string // translates texts of data files; nil leaves them as they are
}

// Load reads all <language>.json files of a folder and returns the catalog for the language that fits the
// locale best. Numbers and dates follow the locale even where the texts fall back to English.
func Load(fsys fs.FS, dir string, locale language.Tag) (*Catalog, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.json"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no translation files in %s", dir)
	}
	bundle := i18n.NewBundle(source)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	c := &Catalog{locale: locale, printer: message.NewPrinter(locale)}
	var files []*i18n.MessageFile
	for _, name := range names {
		info, err := fs.Stat(fsys, name)
		if err != nil {
			return nil, err
		}
		if info.Size() > maxFile {
			return nil, fmt.Errorf("%s: larger than %d bytes", name, maxFile)
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		file, err := bundle.ParseMessageFileBytes(data, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, file)
		if file.Tag == source {
			for _, m := range file.Messages {
				c.keys = append(c.keys, m.ID)
			}
		}
		if name := nameOf(file); name != "" {
			c.languages = append(c.languages, Language{Tag: file.Tag, Name: name})
		}
	}
	sort.Strings(c.keys)
	c.content = contentOf(c, files)
	if isPseudo(locale) {
		for _, file := range files {
			if file.Tag != source {
				continue
			}
			for _, m := range file.Messages {
				if err := bundle.AddMessages(source, pseudoMessage(m)); err != nil {
					return nil, fmt.Errorf("%s: %w", file.Path, err)
				}
			}
		}
		locale = source // the messages of the pseudo-language stand in place of the English ones
	}
	c.localizer = i18n.NewLocalizer(bundle, locale.String(), source.String())
	return c, nil
}

// Language is a language that has a translation file.
type Language struct {
	Tag  language.Tag
	Name string // in the language itself
}

// Languages returns all languages that have a translation file, in the order of the files.
func (c *Catalog) Languages() []Language { return slices.Clone(c.languages) }

// nameOf returns the name of a translation file's language in the language itself.
func nameOf(file *i18n.MessageFile) string {
	for _, m := range file.Messages {
		if m.ID == "language.name" {
			return m.Other
		}
	}
	return ""
}

// Keys returns every key of the source language, sorted.
func (c *Catalog) Keys() []string { return slices.Clone(c.keys) }

// Has reports whether the key has a text.
func (c *Catalog) Has(key string) bool {
	_, found := slices.BinarySearch(c.keys, key)
	return found
}

// Locale returns the locale of numbers, money and dates.
func (c *Catalog) Locale() language.Tag { return c.locale }

// Text returns the sentence of a key. Values are pairs: a name, and the value for {{.Name}} in the sentence.
// A missing key comes back in brackets, so that nobody overlooks the defect.
func (c *Catalog) Text(key string, values ...any) string {
	return c.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: pairs(values)})
}

// Count is Text for a sentence in the plural form of a number, which stands for {{.Count}}.
func (c *Catalog) Count(key string, n int, values ...any) string {
	data := pairs(values)
	data["Count"] = c.Number(float64(n), 0)
	return c.localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: data})
}

func (c *Catalog) localize(config *i18n.LocalizeConfig) string {
	if c.localizer == nil {
		return "[" + config.MessageID + "]"
	}
	text, err := c.localizer.Localize(config)
	if err != nil && text == "" {
		return "[" + config.MessageID + "]"
	}
	return text
}

func pairs(values []any) map[string]any {
	data := make(map[string]any, len(values)/2+1)
	for i := 0; i+1 < len(values); i += 2 {
		data[fmt.Sprint(values[i])] = values[i+1]
	}
	return data
}

// Number writes a number with at most the given decimals.
func (c *Catalog) Number(x float64, decimals int) string {
	return c.printer.Sprint(number.Decimal(x, number.MaxFractionDigits(decimals)))
}

// Plain writes a number with at most the given decimals and without marks for thousands, as people type it.
func (c *Catalog) Plain(x float64, decimals int) string {
	return c.printer.Sprint(number.Decimal(x, number.MaxFractionDigits(decimals), number.NoSeparator()))
}

// Percent writes a share of 1 as whole percent. A share near 0 reads as below one, and a share near 1 as
// above 99.
func (c *Catalog) Percent(share float64) string {
	if share > 0 && share < 0.01 {
		return c.Text("percent.below-one")
	}
	if share < 1 && share > 0.99 {
		return c.Text("percent.above-99")
	}
	return c.Text("percent", "Number", c.Number(share*100, 0))
}

// Minutes writes a rough length of time: minutes up to an hour and a half, then hours.
func (c *Catalog) Minutes(m float64) string {
	switch {
	case m < 0.75:
		return c.Text("minutes.below-one")
	case m < 90:
		return c.Count("minutes", int(m+0.5))
	default:
		return c.Count("hours", int(m/60+0.5))
	}
}

// MinuteRange writes a range of minutes from least to most.
func (c *Catalog) MinuteRange(least, most float64) string {
	from, to := int(least+0.5), int(most+0.5)
	if to <= 1 {
		return c.Text("minutes.about-one")
	}
	if from == to {
		return c.Count("minutes.about", to)
	}
	if from < 1 {
		return c.Count("minutes.up-to", to)
	}
	return c.Count("minutes.range", to, "From", c.Number(float64(from), 0))
}

// Time writes a moment in the time zone of t.
func (c *Catalog) Time(t time.Time) string {
	if t.IsZero() {
		return c.Text("time.unknown")
	}
	return c.Text("time.full", "Day", t.Day(), "Month", c.month(t), "Year", t.Year(), "Clock", c.Clock(t))
}

// Clock writes the time of day of t.
func (c *Catalog) Clock(t time.Time) string { return t.Format("15:04") }

// Day writes the date of t without a time of day.
func (c *Catalog) Day(t time.Time) string {
	return c.Text("time.day", "Day", t.Day(), "Month", c.month(t), "Year", t.Year())
}

// Edition writes the name of an edition: a date, such as 2026-11-27, as the day; any other name stays as it is.
func (c *Catalog) Edition(name string) string {
	t, err := time.Parse(time.DateOnly, name)
	if err != nil {
		return name
	}
	return c.Day(t)
}

// month returns the name of the month of t, in short.
func (c *Catalog) month(t time.Time) string {
	return c.Text("month." + strings.ToLower(t.Month().String()[:3]))
}
