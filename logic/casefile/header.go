package casefile

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Header is the part of a case that a person fills in: its name and its device.
type Header struct {
	Name    string // as the person calls it, at most 200 bytes
	Device  string // apple.IPhone or apple.IPad; empty counts as iPhone
	Model   string // free text, at most 200 bytes
	Version string // as apple.ParseVersion reads it; empty when not known
	Country string // ISO 3166 code in lower case, in older cases the id of a market; empty when not known

	Language string // of the phone: id of a screens.Language; empty for American English
}

// Header returns the header of the case.
func (c *Case) Header() Header {
	return Header{
		Name: c.Name, Device: c.Device, Model: c.Model, Version: c.Version, Country: c.Country,
		Language: c.Language,
	}
}

func (c *Case) setHeader(h Header) {
	c.Name, c.Device, c.Model = h.Name, h.Device, h.Model
	c.Version, c.Country, c.Language = h.Version, h.Country, h.Language
}

// maxLabel bounds the short texts of a case, in bytes.
const maxLabel = 200

// fault is a mistake in one value, whether it came from a file or from the program.
type fault struct {
	key        string         // path from the table on, such as device[1].last
	what, want words.Sentence // want may be the zero sentence
	class      tomlfile.Class
}

func tooLong(key string) fault {
	return fault{
		key: key, what: words.Say("case-file.too-long", "Key", key, "Most", maxLabel),
		want: words.Say("case-file.want.short"),
	}
}

// faultError is the first fault of a value that the program handed in.
func faultError(faults []fault) error {
	if len(faults) == 0 {
		return nil
	}
	return words.Fail("case-file.fault", "What", faults[0].what, "Want", faults[0].want)
}

// judge tidies the header, turns a known language into its id, and returns the faults.
func (h *Header) judge(known Known) []fault {
	var faults []fault
	for _, label := range []struct {
		key  string
		text *string
	}{
		{"name", &h.Name},
		{"device", &h.Device},
		{"model", &h.Model},
		{"version", &h.Version},
		{"country", &h.Country},
		{"language", &h.Language},
	} {
		*label.text = tidy(*label.text)
		if len(*label.text) > maxLabel {
			faults = append(faults, tooLong(label.key))
		}
	}
	switch strings.ToLower(h.Device) {
	case "", apple.IPhone:
		h.Device = apple.IPhone
	case apple.IPad:
		h.Device = apple.IPad
	default:
		faults = append(faults, fault{
			key: "device", what: words.Say("case-file.unknown-word", "Key", "device", "Word", clip(h.Device)),
			want: words.Say("case-file.want.device"),
		})
	}
	if _, err := apple.ParseVersion(h.Version); err != nil {
		faults = append(faults, fault{
			key: "version", what: words.Say("case-file.no-version", "Word", clip(h.Version)),
			want: words.Say("case-file.want.version"),
		})
	}
	if countries, ok := known.(Countries); ok && h.Country != "" && !countries.KnowsCountry(h.Country) {
		faults = append(faults, fault{
			key: "country", what: words.Say("case-file.unknown-word", "Key", "country", "Word", clip(h.Country)),
			want: words.Say("case-file.want.country"), class: tomlfile.Unknown,
		})
	}
	switch {
	case strings.EqualFold(h.Language, "en") || strings.EqualFold(h.Language, "en-US"):
		h.Language = ""
	case known != nil:
		if language := known.Language(h.Language); language != nil { // any other stays, its labels are shown in English
			h.Language = language.ID
		}
	}
	return faults
}

// tidy makes one line of a short text.
func tidy(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// clip quotes a text for a message and shortens it.
func clip(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		text = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", text)
}

// inRange reports whether TOML can write the moment: the year has four digits in UTC.
func inRange(t time.Time) bool {
	year := t.UTC().Year()
	return 1 <= year && year <= 9999
}

// moment is the time in UTC and without the monotonic reading, so that equal moments are equal values.
func moment(t time.Time) time.Time { return t.Round(0).UTC() }
