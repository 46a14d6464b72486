package screens

import "testing"

func TestWordingsInRunningText(t *testing.T) {
	for _, test := range []struct {
		wording             Wording
		quoted, hint, words string
	}{
		{Wording{Label: "WLAN"}, "WLAN", "", "WLAN"},
		{
			Wording{Label: "Back Up", Guess: "Sichern", Doubt: Guessed}, "“Back Up”", " (“Sichern”?)", "“Back Up” (“Sichern”?)",
		},
		{Wording{Label: "Back Up", Doubt: Unknown}, "“Back Up”", "", "“Back Up”"},
	} {
		w := test.wording
		if w.Quoted() != test.quoted || w.Hint() != test.hint || w.Words() != test.words {
			t.Errorf("%+v reads %q, %q and %q", w, w.Quoted(), w.Hint(), w.Words())
		}
	}
	for label, want := range map[string]bool{"[name]": true, "[]": false, "name": false, "[this iPhone]": true, "[a] b": false} {
		if IsOwnText(label) != want {
			t.Errorf("%q is a text of the person's own: %v", label, !want)
		}
	}
}
