// Package reminder writes a calendar file (RFC 5545) with one entry, which any calendar opens. It knows
// nothing of cases: callers hand it the words.
package reminder

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode/utf8"
)

// Extension is how the name of a calendar file ends.
const Extension = ".ics"

// Entry is one event of a calendar, with an alarm when it begins.
type Entry struct {
	Title string
	Text  string    // what to do; may be empty
	At    time.Time // when it begins; its clock counts wherever the calendar is, without a time zone
	Made  time.Time // when the entry was made
}

const (
	minutes   = "PT15M" // how long the entry lasts
	lineBytes = 75      // longest line of a calendar file, in bytes
)

// Calendar writes the entry as a calendar file. The same entry gives the same bytes.
func (e Entry) Calendar() []byte {
	var w strings.Builder
	at := e.At.Format("20060102T150405")
	id := sha256.Sum256([]byte(at + e.Title + e.Text))
	for _, line := range []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:backup-doctor",
		"BEGIN:VEVENT",
		"UID:" + hex.EncodeToString(id[:16]) + "@backup-doctor",
		"DTSTAMP:" + e.Made.UTC().Format("20060102T150405Z"),
		"DTSTART:" + at,
		"DURATION:" + minutes,
		"SUMMARY:" + escape(e.Title),
		"DESCRIPTION:" + escape(e.Text),
		"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", "DESCRIPTION:" + escape(e.Title), "END:VALARM",
		"END:VEVENT", "END:VCALENDAR",
	} {
		fold(&w, line)
	}
	return []byte(w.String())
}

// escape writes a text as the value of a property.
func escape(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}

// fold writes a line, broken where it is too long and never inside a character.
func fold(w *strings.Builder, line string) {
	for most := lineBytes; len(line) > most; most = lineBytes - 1 { // a space begins each further line
		cut := most
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		w.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
	}
	w.WriteString(line + "\r\n")
}
