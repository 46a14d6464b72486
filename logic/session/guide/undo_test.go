package guide_test

import (
	"testing"

	"backupdoctor/logic/casefile"
)

// A case that was undone to its beginning begins anew, and asks for no proof of a change that was not made.
func TestACaseThatWasUndoneBeginsAnew(t *testing.T) {
	w := begin(t, library(t))
	must(t, w.Try("restart", casefile.Done))
	asked := w.shown()
	if asked != proof("restart") || !exists(w, asked) {
		t.Fatalf("after a change stands %v", asked)
	}
	w.Open(check("vpn-filter"))
	if _, err := w.Undo(); err != nil || w.HasMoved() || w.CanGoBack() {
		t.Errorf("after all was undone the guide stands at %v, Back leads on: %v, %v", w.shown(), w.CanGoBack(), err)
	}
	w.Restore(asked)
	if exists(w, asked) || w.shown() == asked {
		t.Error("there is something to prove although nothing was changed")
	}
}

// What a person did before stays, and so does the way back to it.
func TestBackLeadsToNoProofOfAnUndoneChange(t *testing.T) {
	w := begin(t, library(t))
	must(t, w.Answer("vpn-filter", casefile.CantTell))
	must(t, w.Try("restart", casefile.Done))
	w.Open(w.shown()) // the page of the proof is opened, not only recommended
	if _, err := w.Undo(); err != nil {
		t.Fatal(err)
	}
	if !w.HasMoved() || w.shown() != w.recommended() {
		t.Errorf("after the change was undone stands %v, want %v", w.shown(), w.recommended())
	}
	for w.Back() {
		if w.shown() == proof("restart") {
			t.Error("Back leads to the proof of what was undone")
		}
	}
	if got := w.g.Page(w.s.View(), proof("restart")); len(got.Answers) > 0 {
		t.Error("a proof of nothing can be answered")
	}
}

// An event that is taken out by its number counts like one that is undone.
func TestACaseFromWhichAllWasTakenBeginsAnew(t *testing.T) {
	w := begin(t, library(t))
	must(t, w.Answer("vpn-filter", casefile.CantTell))
	must(t, w.Remove(w.s.File().Entries()[0].Seq))
	if w.HasMoved() || w.CanGoBack() {
		t.Errorf("the guide stands at %v", w.shown())
	}
}
