package storage

// The checks of the knowledge base that the numbers answer, and their answers.
const (
	CheckNextBackupFits = "next-backup-fits"
	AnswerFits          = "fits"
	AnswerDoesNotFit    = "does-not-fit"

	CheckICloudSpace = "icloud-space"
	AnswerFull       = "full"
	AnswerLittle     = "little"
	AnswerPlenty     = "plenty"
)

const (
	// FullUpTo is the free space up to which iCloud counts as full (E: no backup worth the name fits into it).
	FullUpTo = 50 * MB
	// LittleBelow is the free space below which it is little: even small backups without photos take about this much
	// (E: typical ones take 0.5 to 8 GB).
	LittleBelow = 500 * MB
)

// Evidence is what the assessment says to the diagnosis: answer ids by check id. A check that the numbers do not decide is
// left out.
//
// icloud-space is full when at most FullUpTo is free or as much is used as the plan has, little when less than
// LittleBelow is free, plenty otherwise. It needs plan and used, not the next backup.
func (a Assessment) Evidence() map[string]string {
	answers := map[string]string{}
	switch a.Fit {
	case Fits:
		answers[CheckNextBackupFits] = AnswerFits
	case DoesNotFit:
		answers[CheckNextBackupFits] = AnswerDoesNotFit
	}
	if a.FreeKnown {
		switch {
		case a.Free <= FullUpTo:
			answers[CheckICloudSpace] = AnswerFull
		case a.Free < LittleBelow:
			answers[CheckICloudSpace] = AnswerLittle
		default:
			answers[CheckICloudSpace] = AnswerPlenty
		}
	}
	return answers
}
