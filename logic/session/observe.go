package session

import (
	"time"

	"backupdoctor/logic/casefile"
)

// renewAfter is how old the ages of facts in a view may be while sources go on reading the same.
const renewAfter = time.Minute

// Observe records what a source read and returns how many facts are news; the rules are those of
// casefile.File.Observe. Listeners are called when something is new, and about once a minute while the same
// is read again, so that ages and answers that go by age are right. A case that is open for reading only
// shows facts without keeping them.
//
// A source works in a goroutine of its own and hands its readings to the goroutine of the front end, which
// calls guide.Navigator.Observe: that keeps the page which is being read and calls this method.
// ErrOtherDevice of casefile is for the front end to ask about.
func (s *Session) Observe(r casefile.Reading) (news int, err error) {
	news, err = s.file.Observe(r)
	if news == 0 && (err != nil || s.now().Sub(s.view.At) < renewAfter) {
		return 0, err
	}
	return news, s.changedBy(ByMachine, err)
}

// SetHeader changes what the person says about the case and its device. A field that shows a fact which a
// machine read stays empty in the case while the person leaves it as it is, so that the fact goes on being
// renewed.
func (s *Session) SetHeader(h casefile.Header) error {
	s.numbersAt = time.Time{}
	c := s.file.Case()
	said, shown := c.Header(), s.view.Case.Header()
	for _, field := range []struct {
		now         *string
		said, shown string
	}{
		{&h.Model, said.Model, shown.Model},
		{&h.Version, said.Version, shown.Version},
		{&h.Country, said.Country, shown.Country},
		{&h.Language, said.Language, shown.Language},
	} {
		if field.said == "" && *field.now == field.shown {
			*field.now = ""
		}
	}
	return s.changed(s.file.SetHeader(h))
}
