package terminal_test

import (
	"regexp"
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
)

// An answer may be typed in its own words, as far as they name one answer alone.
func TestAnAnswerMayBeTypedInWords(t *testing.T) {
	for typed, want := range map[string]string{
		"It is on": "on", "it is OFF": "off", "it is": "cant-tell", "it": "cant-tell", "on": "cant-tell", "2": "off",
	} {
		path := write(t, "case.toml", head+"[[event]]\ncheck = \"Q05\"\nanswer = \"cant-tell\"\n")
		number := regexp.MustCompile(`(\d+)\. iCloud Backup:`).FindStringSubmatch(talk(t, path, "c", "q").out)
		if number == nil {
			t.Fatal("the switch has no row")
		}
		talk(t, path, "c", number[1], typed, "q")
		got := ""
		for _, e := range read(t, path).Events {
			if a, ok := e.What.(casefile.Answered); ok {
				got = a.Answer
			}
		}
		if got != want {
			t.Errorf("%q is taken for %q, want %q", typed, got, want)
		}
	}
}

// A backup is recorded with the day and the time that the device shows, and not at all
// when what was typed could not be read.
func TestABackupIsToldWithItsTime(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string // after the answer
		want  string   // day and time of the backup; empty when not told
	}{
		{"yesterday", []string{"2", "11:41 PM"}, "11 23:41"},
		{"today", []string{"1", "8:41"}, "12 08:41"},
		{"today, without a time", []string{"1", ""}, ""},
		{"after a slip", []string{"1", "soon", "8:41"}, "12 08:41"},
		{"as the phone shows it", []string{"Yesterday at 11:41\u202fPM"}, "11 23:41"},
		{"a date with its time", []string{"10/11/26, 11:41 PM"}, "11 23:41"},
		{"a date, then its time", []string{"Oct 11", "23:41"}, "11 23:41"},
		{"a weekday", []string{"sunday", "23:41"}, "11 23:41"},
		{"the day with the time", []string{"1", "yesterday at 11:41 PM"}, "11 23:41"},
		{"a day after a slip", []string{"Oct 3", "11 Oct 2026", "23:41"}, "11 23:41"},
		{"the end of the input", nil, ""},
		{"no day", []string{""}, "nothing"},
		{"a day that is not read", []string{"Oct 3, 11:41 PM", "", "q"}, "nothing"},
		{"a day that is not read, and the end", []string{"Oct 3"}, "nothing"},
		{"a time that is not read", []string{"1", "Oct 3 at 11:41 PM", "", "q"}, "nothing"},
		{"leaving at the day", []string{"q"}, "nothing"},
		{"leaving at the time", []string{"1", "quit"}, "nothing"},
		{"a command at the day", []string{"h", "2", "11:41 PM"}, "11 23:41"},
		{"another day than it has", []string{"Oct 1", "", "q"}, "nothing"},
	} {
		path := write(t, "case.toml", head+
			"[[event]]\ntime = 2026-10-11T18:00:00Z\nfix = \"turn-on-backup\"\noutcome = \"done\"\n")
		o := talk(t, path, append([]string{"1"}, test.lines...)...)
		c := read(t, path)
		proof, isProof := c.Events[len(c.Events)-1].What.(casefile.Proved)
		if test.want == "nothing" {
			if isProof || !strings.Contains(o.out, "No backup was recorded.") {
				t.Errorf("%s: %+v is recorded:\n%s", test.name, proof, o.out)
			}
			continue
		}
		got := ""
		if !proof.Backup.IsZero() {
			got = proof.Backup.Format("2 15:04")
		}
		if proof.Seen != casefile.SeenFinished || got != test.want {
			t.Errorf("%s: %s at %q, want %q:\n%s", test.name, proof.Seen, got, test.want, o.out)
		}
	}
}
