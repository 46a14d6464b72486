package phone

import (
	"cmp"
	"context"
	"strconv"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/words"
)

const (
	// askEvery is how long to wait between two questions for the last backup while people are awake. lockdownd ends a
	// connection after a minute of silence, so each question has one of its own.
	askEvery = 5 * time.Second
	// askAtNight is the same between sleepFrom and sleepUntil, by the clock of this computer: nobody waits for the answer.
	askAtNight            = time.Minute
	sleepFrom, sleepUntil = 23, 7
	// sameFailure is how long the lines of the log about one failure may lie apart.
	sameFailure = time.Minute
	// settles is how long to wait for a line that names a failure better than the first one did.
	settles = 2 * time.Second
)

// Processes and errors that the log of a phone names.
const (
	cloudBackup = "backupd" // computer backups are made by another process
	backupError = "MBErrorDomain"
)

// Watch implements evidence.Watcher: it reads the phone when it comes and when the date of its last backup moves, and follows its
// log for errors of iCloud Backup. A phone that goes away, sleeps or is locked is waited for.
func (s *Source) Watch(ctx context.Context, about evidence.About, report func(evidence.Report)) {
	w := &watch{source: s, about: about, report: report, client: &Client{Address: s.Address, patient: s.patient}}
	w.errors = make(chan failure, 16)
	var log evidence.Crew
	log.Go(func() { w.follow(ctx) })
	for ctx.Err() == nil {
		w.ask(ctx)
		w.wait(ctx)
	}
	log.Wait()
}

// watch is one watch of the phone that is meant.
type watch struct {
	source *Source
	about  evidence.About
	report func(evidence.Report)
	client *Client
	errors chan failure // of iCloud Backup, from the log

	told     bool      // something was reported
	wireless bool      // the phone that answered last is on the Wi-Fi
	kind     Kind      // of the fault that was reported last; empty when the phone answered
	backup   time.Time // the date of the last backup that was reported
	failed   time.Time // when the failure that was reported last was noticed
}

// failure is an error of iCloud Backup in the log of a phone.
type failure struct {
	LogLine
	identity string // of the phone
}

// ask asks for the last backup, and reports all that the phone tells when that date moved or the phone is there again.
func (w *watch) ask(ctx context.Context) {
	a, err := w.client.one(ctx)
	var backup time.Time
	if err == nil {
		w.wireless = a.Wireless
		backup, err = w.client.LastBackup(ctx, a)
	}
	if ctx.Err() != nil || w.told && KindOf(err) == w.kind && backup.Equal(w.backup) {
		return
	}
	w.tell(ctx)
	w.told, w.kind, w.backup = true, KindOf(err), backup
}

// tell reports what a look reads now.
func (w *watch) tell(ctx context.Context) {
	if r := w.source.Look(ctx, w.about); ctx.Err() == nil {
		w.report(r)
	}
}

// wait waits for the next question, and reports failures meanwhile.
func (w *watch) wait(ctx context.Context) {
	rest := pace(time.Now())
	if w.wireless {
		rest = everyWireless
	}
	next := time.After(cmp.Or(w.source.every, rest))
	for {
		select {
		case <-ctx.Done():
			return
		case <-next:
			return
		case f := <-w.errors:
			w.fail(ctx, f)
		}
	}
}

// pace is how long to wait between two questions at a time of day.
func pace(now time.Time) time.Duration {
	if h := now.Hour(); h >= sleepFrom || h < sleepUntil {
		return askAtNight
	}
	return askEvery
}

// fail reports the failure that a line of the log tells, unless it was reported already. A number that gives no reason gives way
// to a better one that follows at once.
func (w *watch) fail(ctx context.Context, f failure) {
	now := time.Now()
	if now.Sub(w.failed) < sameFailure {
		return
	}
	w.failed = now
	better := time.After(settles)
	for f.Code <= severalErrors {
		select {
		case <-ctx.Done():
			return
		case f = <-w.errors:
			continue
		case <-better:
		}
		break
	}
	w.report(evidence.Report{
		State: evidence.Found, Trouble: true, Brief: words.Say("evidence.phone.brief.failed"),
		What: words.Say("evidence.phone.failed", "Code", f.Code, "Time", evidence.Moment(now)),
		Reading: casefile.Reading{
			Source: casefile.FromPhone, Time: now, Identity: f.identity,
			Facts: []casefile.Observed{{Fact: casefile.FactFailure, Value: strconv.Itoa(f.Code), At: now.UTC()}},
		},
	})
}

// follow reads the log of the phone for as long as ctx lives, also of one that goes and comes back.
func (w *watch) follow(ctx context.Context) {
	last := "" // a log that is read again may begin with it
	for ; ctx.Err() == nil; pause(ctx, cmp.Or(w.source.every, pace(time.Now()))) {
		a, err := w.client.one(ctx)
		if err != nil || a.Wireless { // by Wi-Fi a phone may refuse its log, and it runs on its battery
			continue
		}
		// Ignore the error: the question for the last backup meets it, too, and reports it.
		_ = w.client.Follow(ctx, a, func(line []byte) {
			l, ok := ParseLog(line)
			if !ok || l.Process != cloudBackup || l.Domain != backupError || string(line) == last {
				return
			}
			last = string(line)
			select {
			case w.errors <- failure{l, a.Identity}:
			default: // a burst about the same failure
			}
		})
	}
}
