package planner

// content is what the device holds by class, as far as it is known or described: only Photos, Messages and Backups (app
// data and settings) are set.
func (d *Device) content(s *Sizes) [Classes]Amount {
	var c [Classes]Amount
	c[Photos], c[Messages], c[Backups] = d.Photos, d.Messages, d.Apps
	if !c[Photos].Known() && (d.Says.Photos > 0 || len(d.Says.Video) > 0) {
		c[Photos] = Amount{d.Says.pictures(s), Described}
	}
	if !c[Messages].Known() && d.Says.Messages != "" {
		c[Messages] = Amount{find(s.Messages, d.Says.Messages), Described}
	}
	if !c[Backups].Known() && d.Says.Apps != "" {
		c[Backups] = Amount{find(s.Apps, d.Says.Apps), Described}
	}
	return c
}

// pictures is the size of the photos and videos that are described.
func (d *Description) pictures(s *Sizes) Range {
	sum := times(find(s.Photo, d.Format), d.Photos)
	for _, f := range d.Video {
		sum = sum.Plus(times(find(s.Video, f.Mode), f.Minutes))
	}
	return sum
}

func times(r Range, n int) Range {
	f := float64(max(n, 0))
	return r.Times(f, f, f)
}

// Estimate is the size of the photos and videos that a description tells of, for showing beside its fields.
func (d *Description) Estimate(s *Sizes) Range { return d.pictures(s) }

// backup is what the whole backup of a device holds, by class: photos and messages only where they are not synced. Told
// is false when nothing about the content is known and the typical size stands in.
func (d *Device) backup(s *Sizes) (parts [Classes]Amount, told bool) {
	c := d.content(s)
	told = c[Photos].Known() || c[Messages].Known() || c[Backups].Known()
	parts[Backups] = c[Backups]
	if !c[Backups].Known() {
		parts[Backups] = Amount{s.Apps[0].Bytes, Assumed}
	}
	if d.PhotosSync != On {
		parts[Photos] = c[Photos]
	}
	if d.MessagesSync != On {
		parts[Messages] = c[Messages]
	}
	return parts, told
}
