package session

import (
	"backupdoctor/logic/storage"
)

// Room is what the storage numbers come to: whether there is room for the next backup.
type Room int

// The answers.
const (
	RoomAsk    Room = iota // too little is known
	RoomOdd                // a number can't be right; nothing is reckoned with it
	RoomNeed               // how much is needed, but not what there is
	RoomShort              // the next backup does not fit
	RoomFits               // it fits
	RoomOthers             // it fits, but not together with the next backups of other devices and people
)

// Room tells it from the whole storage plan. A typical size that stands in for the next backup decides nothing, unless every
// size would not fit.
func (v *View) Room() Room {
	plan := v.Plan
	told := plan.Next.From != storage.Assumed
	switch {
	case v.Space.Odd():
		return RoomOdd
	case !plan.Inputs.Plan.Known():
		if told && plan.Used.Known() {
			return RoomNeed
		}
	case plan.Fit == storage.DoesNotFit && (told || plan.Sure):
		return RoomShort
	case plan.Fit == storage.Fits && told && plan.Missing() > 0:
		return RoomOthers
	case plan.Fit == storage.Fits && told:
		return RoomFits
	}
	return RoomAsk
}
