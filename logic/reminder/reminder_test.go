package reminder

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// read is what a calendar makes of a file: the lines unfolded, by name, of the event and of its alarm.
func read(t *rapid.T, file string) (event, alarm map[string]string) {
	if !strings.HasSuffix(file, "\r\n") || strings.Contains(strings.ReplaceAll(file, "\r\n", ""), "\n") {
		t.Fatalf("a line does not end as it must:\n%q", file)
	}
	for line := range strings.SplitSeq(file, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Fatalf("a line of %d bytes: %q", len(line), line)
		}
	}
	event, alarm = map[string]string{}, map[string]string{}
	var open []string
	for line := range strings.SplitSeq(strings.ReplaceAll(strings.TrimSuffix(file, "\r\n"), "\r\n ", ""), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("%q is no property", line)
		}
		switch name {
		case "BEGIN":
			open = append(open, value)
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("%s ends inside %v", value, open)
			}
			open = open[:len(open)-1]
		default:
			switch strings.Join(open, "/") {
			case "VCALENDAR/VEVENT":
				event[name] = unescape(value)
			case "VCALENDAR/VEVENT/VALARM":
				alarm[name] = unescape(value)
			}
		}
	}
	if len(open) > 0 {
		t.Fatalf("%v does not end", open)
	}
	return event, alarm
}

func unescape(value string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(value)
}

func TestACalendarReadsBackWhatWasWritten(t *testing.T) {
	zone := time.FixedZone("far", 9*3600)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab ,;\\\näöü日本語🙂:\"")))
		e := Entry{
			Title: text.Draw(t, "title"), Text: text.Draw(t, "text"),
			At:   time.Date(2026, 11, 28, 8, 0, 0, 0, rapid.SampledFrom([]*time.Location{time.UTC, zone}).Draw(t, "zone")),
			Made: time.Date(2026, 11, 27, 18, 52, 0, 0, time.UTC),
		}
		event, alarm := read(t, string(e.Calendar()))
		if event["SUMMARY"] != e.Title || event["DESCRIPTION"] != e.Text || alarm["DESCRIPTION"] != e.Title {
			t.Fatalf("read back: %q", event)
		}
		// Eight o'clock wherever the person is: no zone, no Z.
		if event["DTSTART"] != "20261128T080000" || event["DTSTAMP"] != "20261127T185200Z" {
			t.Fatalf("it begins %s and was made %s", event["DTSTART"], event["DTSTAMP"])
		}
		if alarm["ACTION"] != "DISPLAY" || alarm["TRIGGER"] != "PT0S" || event["UID"] == "" {
			t.Fatalf("the alarm is %q, the event %q", alarm, event)
		}
	})
}
