package storage

import "backupdoctor/logic/size"

// Holds is what the device holds by class, as far as it is known or described: only Photos, Messages and
// Backups (app data and settings) are set.
func (d *Device) Holds(s *Sizes) [Classes]size.Amount {
	var c [Classes]size.Amount
	c[Photos], c[Messages], c[Backups] = d.Photos, d.Messages, d.Apps
	if !c[Photos].Known() && (d.Says.Photos > 0 || len(d.Says.Video) > 0) {
		c[Photos] = size.Amount{Range: d.Says.pictures(s), From: size.Described}
	}
	if !c[Messages].Known() && d.Says.Messages != "" {
		c[Messages] = size.Amount{Range: find(s.Messages, d.Says.Messages), From: size.Described}
	}
	if !c[Backups].Known() && d.Says.Apps != "" {
		c[Backups] = size.Amount{Range: find(s.Apps, d.Says.Apps), From: size.Described}
	}
	return c
}

// pictures is the size of the photos and videos that are described.
func (d *Description) pictures(s *Sizes) size.Range {
	sum := times(find(s.Photo, d.Format), d.Photos)
	for _, f := range d.Video {
		sum = sum.Plus(times(find(s.Video, f.Mode), f.Minutes))
	}
	return sum
}

func times(r size.Range, n int) size.Range {
	f := float64(max(n, 0))
	return r.Times(f, f, f)
}

// Estimate is the size of the photos and videos that a description tells of, for showing beside its fields.
func (d *Description) Estimate(s *Sizes) size.Range { return d.pictures(s) }

// backup is what the whole backup of a device holds, by class: photos and messages only where they are not
// synced. When nothing is said of app data, the typical size stands in, and typical is true; it counts as
// described as soon as anything else is.
func (d *Device) backup(s *Sizes) (parts [Classes]size.Amount, typical bool) {
	c := d.Holds(s)
	parts[Backups] = c[Backups]
	if typical = !c[Backups].Known(); typical {
		parts[Backups] = size.Amount{Range: s.Apps[0].Bytes, From: size.Assumed}
		if c[Photos].Known() || c[Messages].Known() {
			parts[Backups].From = size.Described
		}
	}
	if d.PhotosSync != On {
		parts[Photos] = c[Photos]
	}
	if d.MessagesSync != On {
		parts[Messages] = c[Messages]
	}
	return parts, typical
}
