package casefile

import (
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/apple"
)

// Filled returns the case with facts in the header fields that are empty: of each fact the one read last. A
// value that does not fit its field is left out, and so is the model of an iPhone when the person says iPad. A
// model tells the kind of device, too.
func (c *Case) Filled(known Known) Case {
	filled := *c
	read := map[string]time.Time{}
	for _, e := range c.Events {
		o, ok := e.What.(Observed)
		if !ok || o.Fact == "" || o.Read.Before(read[o.Fact]) {
			continue
		}
		h := filled.Header()
		field, empty := map[string]*string{
			FactModel: &h.Model, FactVersion: &h.Version, FactCountry: &h.Country, FactLanguage: &h.Language,
		}[o.Fact], map[string]string{
			FactModel: c.Model, FactVersion: c.Version, FactCountry: c.Country, FactLanguage: c.Language,
		}[o.Fact]
		if field == nil || empty != "" {
			continue
		}
		if o.Fact == FactModel && c.Device == apple.IPad && kindOfModel(o.Value, apple.IPad) != apple.IPad {
			continue // the person knows better
		}
		*field = o.Value
		switch o.Fact {
		case FactLanguage:
			*field = nearest(known, o.Value)
		case FactModel:
			h.Device = kindOfModel(o.Value, h.Device)
		}
		if !slices.ContainsFunc(h.judge(known), func(f fault) bool { return f.key == o.Fact }) {
			filled.setHeader(h)
			read[o.Fact] = o.Read
		}
	}
	return filled
}

// nearest is the known language that is closest to the one that a device is set to: "de" for "de-AT".
func nearest(known Known, tag string) string {
	for id := tag; known != nil && id != ""; id = id[:max(0, strings.LastIndex(id, "-"))] {
		if id == "en" || known.Language(id) != nil {
			return id
		}
	}
	return tag
}

// kindOfModel is the kind of a device with this model, as Apple writes models.
func kindOfModel(model, otherwise string) string {
	for _, kind := range []string{apple.IPhone, apple.IPad} {
		if strings.HasPrefix(strings.ToLower(model), kind) {
			return kind
		}
	}
	return otherwise
}
