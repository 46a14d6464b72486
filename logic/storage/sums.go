package storage

import "backupdoctor/logic/size"

// sums are what is used now, what the next backups add, and the need, which is both together.
type sums struct {
	Used size.Amount // what counts against the plan now
	Next size.Amount // what the next backup of the first device adds
	Adds size.Amount // what the next backups of all devices and people add, the first device included

	// Waiting is what waits for upload to iCloud Photos: it uses space as soon as there is some. It is a part of
	// Adds.
	Waiting size.Range

	// Need is what the plan must hold: all that is used, the next backups, and what waits.
	Need size.Amount

	// Parts are what Used is made of, by class, as far as it is known; Coming are the parts of Adds.
	Parts, Coming [Classes]size.Amount

	// Over is the excess of the parts over the number that the phone shows as used. The phone's number counts.
	Over int64

	base [Classes]size.Range // what grows, by class

	// typicalApps is set when Next rests on a typical size of app data; least is what surely comes beside it.
	typicalApps bool
	least       int64
}

// sum adds everything up.
func sum(in *Inputs, s *Sizes) sums {
	var t sums
	t.inCloud(in, s)
	for i := range in.Devices {
		t.device(in, s, i)
	}
	if len(in.Devices) == 0 {
		t.first(&Device{}, in, s)
	}
	for _, p := range in.People {
		if !p.Apart {
			t.Parts[People], t.Coming[People] = t.Parts[People].Add(p.Used), t.Coming[People].Add(p.Adds)
			t.grow(People, p.Used.Plus(p.Adds.Range))
		}
	}
	var parts size.Amount
	for c := range Classes {
		parts = parts.Add(t.Parts[c])
		t.Adds = t.Adds.Add(t.Coming[c])
	}
	if in.Used.Known() {
		t.Used = in.Used
		if rest := in.Used.Likely - parts.Likely; rest > 0 {
			t.Parts[Rest] = size.Amount{Range: in.Used.Less(parts.Range), From: in.Used.From}
			t.grow(Rest, t.Parts[Rest].Range)
		} else {
			t.Over = -rest
		}
	} else {
		t.Used = parts
	}
	t.Need = t.Used.Add(t.Adds)
	for _, a := range []*size.Amount{&t.Need, &t.Next, &t.Adds} { // a range less a wide one may be in disorder
		a.Range = a.Sorted()
	}
	for c := range Classes {
		t.Coming[c].Range = t.Coming[c].Sorted()
	}
	return t
}

// inCloud counts what is in iCloud outside of backups. A library that several devices share counts once: as
// large as the largest of them, unless it is known.
func (t *sums) inCloud(in *Inputs, s *Sizes) {
	for c := range InICloud {
		t.Parts[c] = in.Cloud[c]
	}
	for i := range in.Devices {
		d := &in.Devices[i]
		held := d.Holds(s)
		for _, one := range []struct {
			class Class
			sync  Switch
		}{{Photos, d.PhotosSync}, {Messages, d.MessagesSync}} {
			if one.sync == On && !d.Gone && !in.Cloud[one.class].Known() && held[one.class].Known() {
				p := &t.Parts[one.class]
				*p = size.Amount{Range: p.Max(held[one.class].Range), From: max(p.From, held[one.class].From)}
			}
		}
	}
	for c := range InICloud {
		t.grow(Class(c), t.Parts[c].Range)
	}
}

func (t *sums) grow(c Class, more size.Range) { t.base[c] = t.base[c].Plus(more) }

// device counts the backup of a device: its size in iCloud, and the size that the next one adds. A Next
// Backup Size that was read counts as it is. Otherwise the next backup adds the difference between the whole
// backup and the one in iCloud, since later backups add only changes.
func (t *sums) device(in *Inputs, s *Sizes, i int) {
	d := &in.Devices[i]
	t.Parts[Backups] = t.Parts[Backups].Add(d.Last)
	if d.Says.Waiting > 0 && d.PhotosSync != Off && !d.Gone {
		waiting := times(find(s.Photo, d.Says.Format), d.Says.Waiting)
		t.Waiting = t.Waiting.Plus(waiting)
		t.Coming[Photos] = t.Coming[Photos].Add(size.Amount{Range: waiting, From: size.Described})
		t.grow(Photos, waiting)
	}
	switch {
	case d.Gone:
	case i == 0:
		t.first(d, in, s)
	case d.Next.Known():
		t.Coming[Backups] = t.Coming[Backups].Add(d.Next)
		t.grow(Backups, d.Last.Plus(d.Next.Range))
	case d.Backup == Off:
	default:
		t.estimated(d, s, size.Amount{})
	}
}

// first counts the backup of the device that the case is about. The backup counts even when it is off, since
// the person wants one.
func (t *sums) first(d *Device, in *Inputs, s *Sizes) {
	if d.Next.Known() {
		t.Next = d.Next
		t.Coming[Backups] = t.Coming[Backups].Add(d.Next)
		t.grow(Backups, d.Last.Plus(d.Next.Range))
		return
	}
	// WhatsApp keeps a copy of its own in iCloud, and its data are in the device's backup as well (M).
	var chats size.Amount
	if w := in.Cloud[WhatsApp]; w.Known() && !d.Apps.Known() {
		chats = size.Amount{Range: size.Range{Low: 0, Likely: w.Likely, High: w.High}, From: w.From}
	}
	t.Next = t.estimated(d, s, chats)
	if parts, typical := d.backup(s); typical {
		t.typicalApps, t.least = true, max(parts[Photos].Low+parts[Messages].Low-d.Last.High, 0)
	}
}

// estimated adds the backup of a device whose next size is not known, and returns the size that the backup
// adds. The last backup is subtracted from the classes of the whole one in turn: app data, messages, photos.
// Chats are added to the app data.
func (t *sums) estimated(d *Device, s *Sizes, chats size.Amount) size.Amount {
	parts, _ := d.backup(s)
	parts[Backups] = parts[Backups].Add(chats)
	var whole size.Amount
	for c := range Classes {
		whole = whole.Add(parts[c])
		t.grow(Class(c), parts[c].Range)
	}
	left, adds := d.Last.Range, size.Amount{From: whole.From}
	for _, c := range []Class{Backups, Messages, Photos} {
		more := size.Minus(parts[c].Range, left)
		left = size.Minus(left, parts[c].Range)
		if parts[c].Known() {
			t.Coming[c] = t.Coming[c].Add(size.Amount{Range: more, From: parts[c].From})
			adds.Range = adds.Plus(more)
		}
	}
	return adds
}
