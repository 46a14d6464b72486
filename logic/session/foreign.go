package session

import "backupdoctor/logic/casefile"

// Absorb takes in what somebody else wrote into the case's file, as casefile.File.Absorb does, and derives the view anew when
// something came. Front ends call it when File.Watch tells of a change.
func (s *Session) Absorb() (casefile.Foreign, error) {
	out, err := s.file.Absorb()
	if out.Events == 0 && !out.Header && !out.Renewed {
		return out, err
	}
	return out, s.changedBy(ByMachine, err)
}

// Watch calls changed in some goroutine when the case's file may have changed from outside; see casefile.File.Watch.
func (s *Session) Watch(changed func()) (stop func()) { return s.file.Watch(changed) }
