package applestatus

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
	for _, answer := range []string{allFine, backupEvent, accountEvent} {
		if k.Answer(answer) == nil {
			t.Errorf("the check %s has no answer %s", check, answer)
		}
	}
}

// The names that are looked for are those of the phone's pages in each language.
func TestTheNamesAreThoseOfThePhone(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range base.Languages {
		dictionary, err := base.ReadWords(l.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range dictionary.Words {
			want, asked := map[string]part{"iCloud Backup": backups, "Apple Account": accounts}[word.Of]
			if got, ok := partOf[fold(word.Text)]; asked && (!ok || got != want) {
				t.Errorf("%s: %s is not recognized", l.ID, word.Text)
			}
		}
	}
}
