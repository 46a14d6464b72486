package knowledge

import (
	"slices"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
)

// Known returns the device of the base that is closest to d: an unknown version or a version newer than all
// of the base becomes the newest, an older one the oldest; an unknown kind becomes iPhone, an unknown
// language American English.
func (b *Base) Known(d apple.Device) apple.Device {
	if d.Kind == "" {
		d.Kind = apple.IPhone
	}
	if d.Language != "" {
		if language := b.Language(d.Language); language != nil {
			d.Language = language.ID
		} else {
			d.Language = ""
		}
	}
	versions := b.indexed().versions
	if len(versions) == 0 {
		return d
	}
	oldest, newest := versions[0], versions[len(versions)-1]
	switch {
	case d.Version.IsZero() || d.Version.Major > newest.Major:
		d.Version = newest
	case d.Version.Compare(oldest) < 0:
		d.Version = oldest
	}
	return d
}

// IsNewer reports whether a system version is of a later major release than the newest one whose screens are
// known.
func (b *Base) IsNewer(version apple.Version) bool {
	known := b.Meta.Versions
	if len(known) == 0 {
		return false
	}
	newest, err := apple.ParseVersion(known[len(known)-1])
	return err == nil && version.Major > newest.Major
}

// Devices returns all devices with different texts or screens: both kinds, known models and the usual one, on
// every version named in the meta data and on both sides of every since and until of the base.
func (b *Base) Devices() []apple.Device {
	var devices []apple.Device
	for _, body := range bodies {
		for _, version := range b.indexed().versions {
			if version.Major >= body.since && (body.until == 0 || version.Major <= body.until) {
				body.Version = version
				devices = append(devices, body.Device)
			}
		}
	}
	return devices
}

// bodies are models that differ in what they have, with the major versions on which they do.
var bodies = []struct {
	apple.Device
	since, until int // 0 for no limit
}{
	{Device: apple.Device{Kind: apple.IPhone}},
	{Device: apple.Device{Kind: apple.IPhone, KnownModel: true, HomeButton: true, NoPowerMode: true}},
	{Device: apple.Device{Kind: apple.IPhone, KnownModel: true, HomeButton: true, Restart: apple.ByVolume}, until: 15},
	{Device: apple.Device{Kind: apple.IPhone, KnownModel: true, HomeButton: true, Restart: apple.ByHome}, until: 15},
	{Device: apple.Device{Kind: apple.IPhone, KnownModel: true, NoPowerMode: true}, since: 26},
	{Device: apple.Device{Kind: apple.IPhone, KnownModel: true, Adaptive: apple.AdaptiveOff}, since: 26},
	{Device: apple.Device{Kind: apple.IPhone, KnownModel: true, Adaptive: apple.AdaptiveOn}, since: 26},
	{Device: apple.Device{Kind: apple.IPad}},
	{Device: apple.Device{Kind: apple.IPad, KnownModel: true, HomeButton: true}},
	{Device: apple.Device{Kind: apple.IPad, KnownModel: true, Unlock: apple.FaceID}},
}

// boundaries returns the versions that can have different texts or screens: the versions named in the meta
// data, and both sides of every since and until between them.
func (b *Base) boundaries() []apple.Version {
	var all []apple.Version
	for _, text := range b.Meta.Versions {
		if v, err := apple.ParseVersion(text); err == nil && !v.IsZero() {
			all = append(all, v)
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortFunc(all, apple.Version.Compare)
	oldest, newest := all[0], all[len(all)-1]
	add := func(v apple.Version) {
		if v.Compare(oldest) >= 0 && v.Major <= newest.Major {
			all = append(all, v)
		}
	}
	b.eachWhen(func(w apple.When) {
		if v, err := apple.ParseVersion(w.Since); err == nil && !v.IsZero() {
			add(v)
			if v.Minor > 0 {
				add(apple.Version{Major: v.Major, Minor: v.Minor - 1})
			}
		}
		if v, err := apple.ParseVersion(w.Until); err == nil && !v.IsZero() {
			if strings.Contains(w.Until, ".") {
				add(v)
				add(apple.Version{Major: v.Major, Minor: v.Minor + 1})
			} else {
				add(v)
				add(apple.Version{Major: v.Major + 1, Minor: 0})
			}
		}
	})
	slices.SortFunc(all, apple.Version.Compare)
	return slices.Compact(all)
}

// eachWhen visits every limit to versions and devices in the base.
func (b *Base) eachWhen(visit func(apple.When)) {
	lines := func(lines []Line) {
		for i := range lines {
			visit(lines[i].When)
		}
	}
	labels := func(labels []screens.Label) {
		for i := range labels {
			visit(labels[i].When)
		}
	}
	for _, step := range b.Steps() {
		visit(step.When)
		lines(step.Lines)
	}
	for i := range b.Gates {
		lines(b.Gates[i].Lines)
	}
	for i := range b.Screens {
		screen := &b.Screens[i]
		visit(screen.When)
		labels(screen.Titles)
		for j := range screen.Rows {
			visit(screen.Rows[j].When)
			labels(screen.Rows[j].Labels)
		}
	}
	for i := range b.Routes {
		for _, walk := range b.Routes[i].Walks {
			visit(walk.When)
		}
	}
}
