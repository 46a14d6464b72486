package desk

import (
	"cmp"
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/session"
)

// DeviceParts returns model, system and country of the case, as far as they are known.
func (d *Desk) DeviceParts(v *session.View) []string {
	parts := []string{v.Case.Model}
	if parts[0] == "" {
		parts[0] = v.Device.Name()
	}
	if version := v.Device.Version.String(); version != "" {
		parts = append(parts, v.Device.System()+" "+version)
	} else {
		parts = append(parts, d.Text("bar.version-unknown", "System", v.Device.System()))
	}
	if country := d.Phrase.Country(v.Case.Country); country != "" {
		parts = append(parts, country)
	}
	return parts
}

// DeviceKinds returns the kinds of device, with their names, in the order of the lists.
func (d *Desk) DeviceKinds() (kinds, names []string) {
	kinds = []string{apple.IPhone, apple.IPad}
	for _, kind := range kinds {
		names = append(names, apple.Device{Kind: kind}.Name())
	}
	return kinds, names
}

// PhoneLanguages returns the languages that a phone can be set to, with their names. The first is English,
// with an empty id.
func (d *Desk) PhoneLanguages() (ids, names []string) {
	ids = d.Phrase.Languages()
	if own := d.View().Case.Language; !slices.Contains(ids, own) {
		ids = append(ids, own)
	}
	for _, id := range ids {
		names = append(names, cmp.Or(d.Phrase.Language(id), id))
	}
	return ids, names
}

// Versions returns the system versions that the screens are known for, newest first.
func (d *Desk) Versions() []string {
	list := slices.Clone(d.Base.Meta.Versions)
	slices.Reverse(list)
	return list
}
