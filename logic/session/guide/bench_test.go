package guide_test

import (
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
)

// busy opens a case in which every third check is answered.
func busy(b *testing.B) (*session.Library, *session.Session) {
	lib := library(b)
	s := open(b, lib)
	must(b, s.SetHeader(casefile.Header{Name: "x", Device: "iphone", Version: "18", Country: "us"}))
	for i := range lib.Base.Checks {
		if k := &lib.Base.Checks[i]; i%3 == 0 {
			must(b, s.Answer(k.ID, k.Answers[0].ID))
		}
	}
	return lib, s
}

func BenchmarkDerive(b *testing.B) {
	lib, s := busy(b)
	c := s.View().Case
	for b.Loop() {
		lib.Derive(c, time.Now())
	}
}

func BenchmarkPage(b *testing.B) {
	lib, s := busy(b)
	g := guide.New(lib)
	for b.Loop() {
		g.Page(s.View(), fix("reset-all-settings"))
	}
}
