package storage

import "backupdoctor/logic/size"

// Holds returns the content of the device by class, as far as it is known or described: only Photos, Messages
// and Backups (app data and settings) are set.
func (d *Device) Holds(s *Sizes) [Classes]size.Amount {
	var c [Classes]size.Amount
	c[Photos], c[Messages], c[Backups] = d.Photos, d.Messages, d.Apps
	if !c[Photos].Known() && (d.Says.Photos > 0 || len(d.Says.Video) > 0) {
		c[Photos] = size.Amount{Range: d.Says.Estimate(s), From: size.Described}
	}
	if !c[Messages].Known() && d.Says.Messages != "" {
		c[Messages] = size.Amount{Range: find(s.Messages, d.Says.Messages), From: size.Described}
	}
	if !c[Backups].Known() && d.Says.Apps != "" {
		c[Backups] = size.Amount{Range: find(s.Apps, d.Says.Apps), From: size.Described}
	}
	return c
}

// Estimate returns the size of the described photos and videos.
func (d *Description) Estimate(s *Sizes) size.Range {
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

// backup returns the content of a whole backup of the device by class: photos and messages only where they
// are not synced. Without app data the typical size counts, and typical is true; its origin is Described when
// photos or messages are known, otherwise Assumed.
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
