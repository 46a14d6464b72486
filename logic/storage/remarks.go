package storage

import (
	"slices"

	"backupdoctor/logic/size"
)

// RemarkKey names a remark. It is the key of its sentence in the translations.
type RemarkKey string

// The remarks.
const (
	RemarkOverPlan      RemarkKey = "storage.remark.over-plan"       // more is used than the plan has
	RemarkPartsExceed   RemarkKey = "storage.remark.parts-exceed"    // the parts are more than what is used
	RemarkBundleUnsaid  RemarkKey = "storage.remark.bundle-unsaid"   // only Apple One makes this size
	RemarkFreeNotShared RemarkKey = "storage.remark.free-not-shared" // the family can't share the free storage
	RemarkNextAssumed   RemarkKey = "storage.remark.next-assumed"    // the next backup is a typical size
	RemarkPhotosSwitch  RemarkKey = "storage.remark.photos-switch"   // nobody has said whether iCloud Photos is on
	RemarkOptimize      RemarkKey = "storage.remark.optimize"        // Optimize Storage makes no room in iCloud
	RemarkWhatsAppTwice RemarkKey = "storage.remark.whatsapp-twice"  // WhatsApp can count twice
	RemarkWhatsAppRoom  RemarkKey = "storage.remark.whatsapp-room"   // WhatsApp asks for free space first
)

// Remark is something a person should know about the plan.
type Remark struct {
	Key   RemarkKey
	Bytes int64 // for {{.Size}} in the sentence; 0 when it has none
}

// Has reports whether a remark is made.
func (p *Plan) Has(key RemarkKey) bool {
	return slices.ContainsFunc(p.Remarks, func(r Remark) bool { return r.Key == key })
}

// remarks lists what is odd or easily misunderstood about the numbers, the important first. Most of it is
// quiet: a sentence beside the numbers.
func (p *Plan) remarks() []Remark {
	var list []Remark
	say := func(holds bool, key RemarkKey, bytes int64) {
		if holds {
			list = append(list, Remark{key, bytes})
		}
	}
	in, first := &p.Inputs, p.Inputs.First()
	plan := in.Plan
	over := p.Used.Likely - plan.Likely
	say(plan.Known() && over > 0 && !p.isAsked(overPlan) && !p.tooMuch(), RemarkOverPlan, over)
	say(p.Over > size.GB/10 && !p.isAsked(FamilyExceeds), RemarkPartsExceed, p.Over)
	if list := p.data.Prices; plan.Known() && in.Bundle == "" && !isPlan(plan.Likely, list) {
		say(len(makers(plan.Likely, list)) > 0, RemarkBundleUnsaid, plan.Likely)
	}
	sharing := slices.ContainsFunc(in.People, func(person Person) bool { return !person.Apart })
	say(sharing && !p.shared, RemarkFreeNotShared, 0)
	say(p.Verdict.Typical, RemarkNextAssumed, 0)
	say(first.PhotosSync == NotKnown && first.Holds(p.data.Sizes)[Photos].Known() && !first.Next.Known(),
		RemarkPhotosSwitch, 0)
	say(first.PhotosSync == On, RemarkOptimize, 0)
	if w := in.Cloud[WhatsApp]; w.Known() && w.Likely > 0 {
		say(true, RemarkWhatsAppTwice, 0)
		say(true, RemarkWhatsAppRoom, size.Scale(w.Likely, p.data.Sizes.WhatsApp))
	}
	return list
}
