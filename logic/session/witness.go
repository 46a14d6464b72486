package session

import (
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
)

// witness is what the device itself told of its backups so far. The zero value has heard nothing.
type witness struct {
	since time.Time // when the date of its last backup was first read
	last  time.Time // that date, as read last
}

// hear takes a fact that the device tells. A date of the last backup that is later than the first look at it is a
// backup that finished meanwhile: it needs no change before it. The first date that is read shows only changes from
// before it. A backup that failed speaks against the changes before it.
func (p *progress) hear(event int, at time.Time, o *casefile.Observed, base *knowledge.Base) {
	if o.Fact == casefile.FactFailure {
		if code := failure(base, o); p.solved == nil && (code == nil || !code.NoFault) {
			p.running, p.older, p.failure = time.Time{}, time.Time{}, o
			p.stop(event, o.At.In(at.Location()))
		}
		return
	}
	backup, ok := o.Moment()
	if check := base.Check(o.Check); !ok || check == nil || check.AnswerByAge(0) == "" {
		return
	}
	moved := !p.phone.since.IsZero() && backup.After(p.phone.since) && backup.After(p.phone.last)
	if p.phone.last = backup; p.phone.since.IsZero() {
		p.phone.since = at
	}
	if p.solved == nil && (moved || len(p.shownBy(backup)) > 0) {
		p.prove(event, at, casefile.FromPhone, casefile.Proved{Seen: casefile.SeenFinished, Backup: backup})
	}
}

// failure is the error of a backup that failed; nil for one that is not known.
func failure(base *knowledge.Base, o *casefile.Observed) *knowledge.Code {
	number, ok := o.Failure()
	if !ok {
		return nil
	}
	return base.Code(number)
}

// LastFailure is the backup that the device's log last told to have failed, with its error; ok is false when there is
// none, or when a backup finished since.
func (v *View) LastFailure() (o casefile.Observed, ok bool) {
	if v.failure == nil {
		return o, false
	}
	return *v.failure, true
}

// LastBackup is the date of the last backup as the device told it last, and when that was.
func (l *Library) LastBackup(v *View) (backup, read time.Time, ok bool) {
	for _, e := range v.Case.Events {
		o, is := e.What.(casefile.Observed)
		if !is || e.Source != casefile.FromPhone || !o.Read.After(read) {
			continue
		}
		if at, isMoment := o.Moment(); isMoment && l.Base.Check(o.Check) != nil {
			backup, read, ok = at, o.Read, true
		}
	}
	return backup, read, ok
}

// read is what a fact says to the diagnosis.
func (l *Library) read(v *View, piece casefile.Piece, o *casefile.Observed) (diagnosis.Evidence, bool) {
	if piece.Check == "" {
		return l.logged(v, o)
	}
	return diagnosis.Evidence{
		Kind: diagnosis.Answered, Subject: piece.Check, Answer: piece.Answer, Reader: string(piece.Reader),
	}, true
}

// logged is what a failed backup says to the diagnosis beside the answers that follow from its error: as much as the
// message that the device shows for it, unless the person has told that message.
func (l *Library) logged(v *View, o *casefile.Observed) (diagnosis.Evidence, bool) {
	number, ok := o.Failure()
	latest, _ := v.LastFailure()
	if !ok || !o.At.Equal(latest.At) {
		return diagnosis.Evidence{}, false
	}
	if code := l.Base.Code(number); code != nil && code.NoFault {
		return diagnosis.Evidence{}, false
	}
	m := l.Base.Shown(number)
	if m == nil {
		return diagnosis.Evidence{}, false
	}
	for _, e := range v.Case.Events {
		if said, is := e.What.(casefile.Said); is && said.Message == m.ID {
			return diagnosis.Evidence{}, false
		}
	}
	return diagnosis.Evidence{Kind: diagnosis.Noticed, Subject: m.ID}, true
}
