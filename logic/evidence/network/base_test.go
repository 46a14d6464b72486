package network

import (
	"testing"

	"backupdoctor/assets"
	"backupdoctor/logic/knowledge"
)

// What the source says is in the knowledge base.
func TestTheAnswersAreThoseOfTheCheck(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	k := base.Check(check)
	if k == nil {
		t.Fatalf("there is no check %s", check)
	}
	for _, answer := range []string{reached, watched, refused, signPage} {
		if k.Answer(answer) == nil {
			t.Errorf("the check %s has no answer %s", check, answer)
		}
	}
}
