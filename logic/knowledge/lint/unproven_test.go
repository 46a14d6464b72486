package lint

import (
	"strings"
	"testing"
)

// People are sent only to rows that they can find: by a text that was seen, or by words of their own.
func TestStepsSendPeopleOnlyToWhatTheyCanFind(t *testing.T) {
	const seek = `, seek = "the row with the checkmark"`
	const text = `{ text = "The network of this {device}", `
	const guessed = text + `grade = "M"` + seek
	for _, c := range []struct {
		name, label, risk string
		want              string // part of the problem; empty for none
	}{
		{"a guess with words of its own", guessed, "none", ""},
		{"a guess alone", strings.TrimSuffix(guessed, seek), "none", `"wifi.network"`},
		{"a text that was seen", text + `grade = "B"`, "none", ""},
		{"a text that an older version had", text + `grade = "B", seen = "18"`, "none", ""},
		{"the same where something is lost", text + `grade = "B", seen = "18"`, "content", "iPhone 26; iPad 26"},
		{"the same with words of its own", text + `grade = "B", seen = "18"` + seek, "content", ""},
		{"no version", text + `grade = "B", seen = "lately"`, "none", `seen is "lately"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := soundFiles(t)
			phone, base := files["kb/phone.toml"], files["kb/base.toml"]
			risk := `risk = "` + c.risk + `"` + "\nloses = \"Something.\""
			phone.Data = []byte(strings.Replace(string(phone.Data), guessed, c.label, 1))
			base.Data = []byte(strings.Replace(string(base.Data), `risk = "none"`, risk, 1))
			_, err := Load(files, "kb")
			switch {
			case c.want == "" && err != nil:
				t.Errorf("not a defect, but:\n%v", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("want %q; found\n%v", c.want, err)
			}
		})
	}
}
