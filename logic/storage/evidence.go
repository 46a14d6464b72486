package storage

import "backupdoctor/logic/size"

// The checks of the knowledge base that the inputs answer, and their answers.
const (
	checkNextBackupFits = "next-backup-fits"
	answerFits          = "fits"
	answerDoesNotFit    = "does-not-fit"
	answerFarTooLarge   = "far-too-large"

	checkICloudSpace = "icloud-space"
	answerFull       = "full"
	answerLittle     = "little"
	answerPlenty     = "plenty"

	checkNewDevice = "new-device"
	answerSoon     = "soon"
	answerNot      = "no"
)

const (
	// fullUpTo is the free space up to which iCloud counts as full (E: no backup worth the name fits into it).
	fullUpTo = 50 * size.MB
	// littleBelow is the free space below which it is little: even small backups without photos take about this
	// much (E: typical ones take 0.5 to 8 GB).
	littleBelow = 500 * size.MB
	// farFrom is what must be missing for a backup that is far too large: what lies in bins is hardly ever as much
	// (E: the clean-ups of deleted photos and files free 0.5 to 5 GB).
	farFrom = 5 * size.GB
)

// Statement is what the inputs say to a check. Equal statements rest on equal sizes.
type Statement struct {
	Answer string        // id of an answer of the check
	From   [2]size.Range // the sizes that it follows from, in bytes; zero where it follows from none
	IsRead bool          // each size was given as a number, and none comes from a description
}

// Evidence is what the inputs say to the diagnosis, by check id. A check that they do not decide is left out,
// and so are those of the space in iCloud while a number is in question.
//
// Only what holds wherever in their ranges the sizes lie is said, and nothing that rests on a typical size.
// What is used counts as a whole only when it is a number of its own: parts that somebody listed may not be
// all, so only shortage follows from them.
func (p *Plan) Evidence() map[string]Statement {
	statements := map[string]Statement{}
	v := &p.Verdict
	if answer := map[Switch]string{On: answerSoon, Off: answerNot}[p.Inputs.NewDevice]; answer != "" {
		statements[checkNewDevice] = Statement{Answer: answer, IsRead: true}
	}
	if len(p.Questions) > 0 {
		return statements
	}
	sizes := [2]size.Range{v.Need, p.Inputs.Plan.Range}
	// The next backup may be larger than the whole plan, whatever is used.
	allRead := isRead(p.Inputs.First().Next) && (isRead(p.Inputs.Used) || !p.Used.Known())
	switch {
	case !v.Sure || v.Close:
	case v.fit == doesNotFit && p.Used.Low+p.leastNext()-p.Inputs.Plan.Likely > farFrom:
		statements[checkNextBackupFits] = Statement{answerFarTooLarge, sizes, allRead}
	case v.fit == doesNotFit:
		statements[checkNextBackupFits] = Statement{answerDoesNotFit, sizes, allRead}
	case p.Inputs.Used.Known():
		statements[checkNextBackupFits] = Statement{answerFits, sizes, allRead}
	}
	if !v.HasFree {
		return statements
	}
	most, least := space(v.Free.High), space(v.Free.Low)
	if most == answerFull || most == least && p.Inputs.Used.Known() {
		statements[checkICloudSpace] = Statement{most, [2]size.Range{v.Free}, isRead(p.Inputs.Used)}
	}
	return statements
}

// space is the answer about a number of free bytes.
func space(free int64) string {
	switch {
	case free <= fullUpTo:
		return answerFull
	case free < littleBelow:
		return answerLittle
	}
	return answerPlenty
}
