package lint

import (
	"strings"
	"testing"
)

// What people stumble over is a defect, with the line where it stands.
func TestWhatPeopleStumbleOverIsFound(t *testing.T) {
	const (
		question = `question = "Is the {device} on Wi-Fi?"`
		asked    = `question = "Did the {device} ask for the password?"`
		why      = `why = "No backup runs without it."`
		looks    = "Look at **{row:wifi.network}**."
		sourced  = "stale_after = [\"join-wifi\"]\nsources = [\"A1\"]"
	)
	for _, c := range []struct{ name, old, replaced, what string }{
		{"a state in the place of a question", question, `question = "Wi-Fi works"`, "question is"},
		{"a title that asks", `title = "Wi-Fi is connected"`, `title = "Is Wi-Fi connected?"`, "which asks"},
		{"nothing to see", asked, asked + "\nexpect = \"What you remember.\"", "question from memory"},
		{"a look at what opens", "route = \"wifi\"\nline", "route = \"wifi-list\"\nline", `a look at "settings.wifi"`},
		{"a look at a link", looks, "Look at **{row:settings.cellular}**.", `look at "settings.cellular"`},
		{"brackets", why, `why = "Tap [name]."`, "brackets"},
		{"a translated word", why, `why = "Tick it."`, "sounds translated"},
		{"a claim without a source", sourced, `stale_after = ["join-wifi"]`, "no source"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := soundFiles(t)
			base, phone := files["kb/base.toml"], files["kb/phone.toml"]
			if strings.Count(string(base.Data), c.old) != 1 {
				t.Fatalf("%q does not stand once in the base", c.old)
			}
			base.Data = []byte(strings.Replace(string(base.Data), c.old, c.replaced, 1))
			more := "\n[[route]]\nid = \"wifi-list\"\nwalk = [{ rows = [\"settings.wifi\"] }]\n"
			phone.Data = append(phone.Data, more...)
			if _, err := Load(files, "kb"); err == nil || !strings.Contains(err.Error(), c.what) {
				t.Errorf("want %q; found\n%v", c.what, err)
			}
		})
	}
}
