package storage

import (
	"cmp"
	"fmt"
	"slices"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/size"
)

// candidates are the actions that can free something here, in the order of the file.
func (p *Plan) candidates() []Candidate {
	var list []Candidate
	for i := range p.data.Actions {
		a := &p.data.Actions[i]
		if a.Since != (apple.Version{}) && p.system.Major > 0 && p.system.Major < a.Since.Major {
			continue
		}
		minutes := (a.Minutes[0] + a.Minutes[1]) / 2
		if a.Each {
			if each := p.eachDevice(a, minutes); each != nil {
				list = append(list, each...)
				continue
			}
		}
		gain, typical := p.gain(a)
		if gain.High > 0 {
			list = append(list, Candidate{
				ID: a.ID, Action: a, Device: -1, Gain: gain, Typical: typical, Minutes: minutes,
				IsRead: !typical && a.Share.Low == 1 && isRead(p.holds(a)),
			})
		}
	}
	for i := range list {
		list[i].Gain = list[i].Gain.Min(size.Exactly(p.Need.High)) // none frees more than there may be at all
	}
	p.shareRest(list)
	return list
}

// isRead reports whether an amount is one number that somebody read or typed.
func isRead(a size.Amount) bool { return a.IsRead() && a.From <= size.Typed }

// eachDevice makes one candidate for each backup of a device that is gone, the largest first.
func (p *Plan) eachDevice(a *Action, minutes float64) []Candidate {
	var list []Candidate
	for i := range p.Inputs.Devices {
		if d := &p.Inputs.Devices[i]; d.Gone && d.Last.Known() && d.Last.High > 0 {
			id := fmt.Sprintf("%s.%d", a.ID, i+1)
			list = append(list, Candidate{
				ID: id, Action: a, Device: i, Gain: d.Last.Range, IsRead: isRead(d.Last), Minutes: minutes,
			})
		}
	}
	slices.SortStableFunc(list, func(a, b Candidate) int { return cmp.Compare(b.Gain.Low, a.Gain.Low) })
	return list[:min(len(list), oldDevices)]
}

// gain returns the size that an action frees: a share of its class, or the typical gain when the size of the
// class is not known. A typical gain is limited to the used storage that nobody has named.
func (p *Plan) gain(a *Action) (gain size.Range, typical bool) {
	base := p.holds(a)
	if base.Known() && !a.Each {
		return base.Times(a.Share.Low, a.Share.Likely, a.Share.High), base.From == size.Assumed
	}
	rest := p.Parts[Rest]
	if a.Class == Backups && !a.Each || !rest.Known() {
		return size.Range{}, false
	}
	return a.Typical.Min(rest.Range), true
}

// holds returns the size of the class of an action. What is in the first device's backup counts, too;
// when its size was read as a whole, photos and messages count as far as they are described.
func (p *Plan) holds(a *Action) size.Amount {
	first := p.Inputs.First()
	if a.Class == Backups {
		if !p.Next.Known() {
			return first.Last
		}
		return first.Last.Add(p.Next)
	}
	held := p.Parts[a.Class].Add(p.Coming[a.Class])
	if a.Class != Photos && a.Class != Messages || !first.Next.Known() {
		return held
	}
	if sync := map[Class]Switch{Photos: first.PhotosSync, Messages: first.MessagesSync}[a.Class]; sync != On {
		if inside := first.Holds(p.data.Sizes)[a.Class]; inside.Known() {
			backup := first.Last.Add(first.Next)
			held = held.Add(size.Amount{Range: inside.Min(backup.Range), From: inside.From})
		}
	}
	return held
}

// shareRest keeps the typical gains together within what is used and not named: each may count on an equal
// part.
func (p *Plan) shareRest(list []Candidate) {
	n := int64(0)
	for i := range list {
		if p.unnamed(&list[i]) {
			n++
		}
	}
	rest := p.Parts[Rest]
	for i := range list {
		if k := &list[i]; p.unnamed(k) && rest.Known() {
			k.Gain.Low = min(k.Gain.Low, rest.Low/n)
		}
	}
}
