package tomlfile

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// layout has the fields of a struct for binding.
type layout struct {
	fields   map[string]field // by key
	names    []string         // keys, sorted
	required []string
	place    []int // index of the field of type Place; nil without one
}

// field is a field of a struct with the demands of its tags.
type field struct {
	index       []int
	required    bool
	date        bool // a date without a time of day
	ranged      bool
	least, most float64 // when ranged
}

var layouts sync.Map // reflect.Type to *layout

func layoutOf(t reflect.Type) *layout {
	if known, ok := layouts.Load(t); ok {
		return known.(*layout)
	}
	l := &layout{fields: map[string]field{}}
	for _, one := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(one.Tag.Get("toml"), ",")
		if name == "" {
			if one.Type == placeType && one.IsExported() && l.place == nil {
				l.place = one.Index
			}
			continue
		}
		f := field{index: one.Index}
		for option := range strings.SplitSeq(options, ",") {
			f.required = f.required || option == "required"
			f.date = f.date || option == "date"
		}
		if bounds := one.Tag.Get("range"); bounds != "" {
			f.ranged = true
			f.least, f.most = readRange(bounds)
		}
		l.fields[name] = f
		l.names = append(l.names, name)
		if f.required {
			l.required = append(l.required, name)
		}
	}
	slices.Sort(l.names)
	known, _ := layouts.LoadOrStore(t, l)
	return known.(*layout)
}

// readRange reads "1..100". A tag that can't be read is a mistake in the program; it lets no number pass.
func readRange(bounds string) (least, most float64) {
	low, high, _ := strings.Cut(bounds, "..")
	least, err := strconv.ParseFloat(low, 64)
	if err == nil {
		most, err = strconv.ParseFloat(high, 64)
	}
	if err != nil {
		return math.Inf(1), math.Inf(-1)
	}
	return least, most
}
