package session_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

func proposed(v *session.View, id string) bool {
	return slices.ContainsFunc(v.Options, func(o diagnosis.Option) bool { return o.ID == id || o.For == id })
}

// Space for a move is offered to those who move, wherever they said so, and no longer when they took it back.
func TestSpaceForANewDeviceIsForThoseWhoMove(t *testing.T) {
	full := storage.Inputs{Plan: size.Of(5e9, size.Phone), Used: size.Of(4.8e9, size.Phone)}
	full = full.SetFirst(storage.Device{Next: size.Of(3e9, size.Phone)})
	s, _ := open(t, library(t))
	must(t, s.Count(full, nil))
	if proposed(s.View(), "temporary-storage") {
		t.Error("space for a new device is proposed to somebody who said nothing of one")
	}
	full.NewDevice = storage.On
	must(t, s.Count(full, nil))
	if next, _ := s.View().Next(); next.ID != "temporary-storage" {
		t.Errorf("next is %s %s for somebody who moves", next.Kind, next.ID)
	}
	must(t, s.Answer("new-device", "no"))
	if proposed(s.View(), "temporary-storage") {
		t.Error("it is proposed although no new device is near")
	}
	must(t, s.Answer("new-device", "soon"))
	must(t, s.Try("temporary-storage", casefile.Done))
	must(t, s.Prove(casefile.SeenFinished, time.Time{}))
	if fix := s.View().SolvedBy; fix == nil || !strings.Contains(fix.Worked, "21 days") {
		t.Errorf("solved by %v, which says nothing of 21 days", fix)
	}
}
