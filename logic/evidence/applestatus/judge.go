package applestatus

import (
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/words"
)

// The check that the page answers, and the answers.
const (
	check        = "apple-status"
	allFine      = "all-fine"
	backupEvent  = "backup-event"
	accountEvent = "account-event"
)

// recent is how long an event that is over is still told: a backup may have failed because of it.
const recent = 7 * 24 * time.Hour

// judge says what a feed means for a backup; read is when it was read. Trouble with iCloud Backup comes before trouble with
// accounts. A state or a name that is not known here leaves the answer unknown, unless there is trouble in words that are known.
func judge(l *listing, read time.Time) evidence.Report {
	var answer string
	var since time.Time
	var live, ended []words.Sentence
	unclear := false
	for _, s := range l.services {
		for _, e := range s.Events {
			switch {
			case e.Live:
				live = append(live, begun(s, e))
				if e.Message != "" {
					live = append(live, words.Say("evidence.status.apple-says", "Message", e.Message))
				}
				if answer == "" && s.Part != plans {
					answer, since = map[part]string{backups: backupEvent, signIns: accountEvent, accounts: accountEvent}[s.Part], e.Begin
				}
			case e.Unknown, e.isDuring(read):
				unclear = unclear || s.Part != plans
			case !e.End.IsZero() && read.Sub(e.End) < recent && !e.End.After(read):
				ended = append(ended, words.Say("evidence.status.ended", "Service", s.Name, "End", evidence.Moment(e.End)))
			}
		}
	}
	if answer == "" && (unclear || !l.isWhole()) {
		return unknown(unclear)
	}
	brief := words.Say("evidence.status.brief.trouble")
	if answer == "" {
		brief = words.Say("evidence.status.brief.fine")
		answer, live = allFine, append([]words.Sentence{words.Say("evidence.status.fine")}, live...)
	}
	return evidence.Report{
		State: evidence.Found, Trouble: answer != allFine, Brief: brief, Page: Page, What: live[0], More: append(live[1:], ended...),
		Reading: casefile.Reading{Source: casefile.FromStatus, Time: read, Facts: []casefile.Observed{{
			Check: check, Answer: answer, At: since, How: casefile.HowPublished,
		}}},
	}
}

func begun(s Service, e Event) words.Sentence {
	if e.Begin.IsZero() {
		return words.Say("evidence.status.live", "Service", s.Name)
	}
	return words.Say("evidence.status.live.since", "Service", s.Name, "Begin", evidence.Moment(e.Begin))
}

// unknown is the report on a feed that does not tell whether all is fine: because of the state of an event, or of names.
func unknown(unclear bool) evidence.Report {
	why := words.Say("evidence.status.no-backup")
	if unclear {
		why = words.Say("evidence.status.unclear")
	}
	report := evidence.Failure(why)
	report.Page = Page
	return report
}
