package casefile

import (
	"bytes"
	"fmt"
	"strings"
	"time"
)

// Format writes a case so that Parse reads the same case again. Equal cases give equal bytes. Format checks
// nothing; File only formats cases that Parse accepts.
func Format(c Case) []byte {
	w := &writer{}
	w.head(&c)
	last := c.Created
	for i := range c.Events {
		w.event(&c.Events[i], last)
		last = c.Events[i].Time
	}
	w.WriteString(formatEnd)
	return w.Bytes()
}

// formatEnd is what every case ends with.
const formatEnd = "\n[end]\n"

// writer writes TOML.
type writer struct{ bytes.Buffer }

// head writes what stands before the events.
func (w *writer) head(c *Case) {
	fmt.Fprintf(w, "format = %d\n\n[case]\n", edition)
	w.text("name", c.Name)
	w.text("device", c.Device)
	w.text("model", c.Model)
	w.text("version", c.Version)
	w.text("country", c.Country)
	w.text("language", c.Language)
	w.text("device-id", c.DeviceID)
	w.time("created", c.Created, time.Time{})
}

func (w *writer) event(e *Event, last time.Time) {
	w.WriteString("\n[[event]]\n")
	w.time("time", e.Time, last)
	w.text("source", string(e.Source))
	w.text("kind", string(e.What.kind()))
	switch what := e.What.(type) {
	case Answered:
		w.text("check", what.Check)
		w.text("answer", what.Answer)
	case Tried:
		w.text("fix", what.Fix)
		w.text("outcome", string(what.Outcome))
	case Said:
		w.text("message", what.Message)
		w.text("complaint", what.Complaint)
		w.text("elsewhere", what.Elsewhere)
		w.text("text", what.Text)
		if what.Unknown {
			w.line("unknown", "true")
		}
	case Confirmed:
		w.text("gate", what.Gate)
	case Counted:
		w.counted(what.Inputs)
	case Observed:
		w.observed(&what, e.Time)
	case Proved:
		w.text("seen", string(what.Seen))
		w.time("backup", what.Backup, time.Time{})
	}
}

func (w *writer) observed(o *Observed, first time.Time) {
	w.text("check", o.Check)
	w.text("fact", o.Fact)
	w.text("answer", o.Answer)
	w.text("value", o.Value)
	w.time("at", o.At, time.Time{})
	if !o.Read.Equal(first) {
		w.time("read", o.Read, first)
	}
	w.text("how", string(o.How))
}

func (w *writer) line(key, value string) { fmt.Fprintf(w, "%s = %s\n", key, value) }

func (w *writer) text(key, text string) {
	if text != "" {
		w.line(key, quote(text))
	}
}

// time leaves out the zero time where Parse would fill it in.
func (w *writer) time(key string, t, missing time.Time) {
	if !t.IsZero() || !missing.IsZero() {
		w.line(key, t.UTC().Format(time.RFC3339Nano))
	}
}

// quote writes a TOML basic string.
func quote(text string) string {
	var q strings.Builder
	q.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			q.WriteByte('\\')
			q.WriteRune(r)
		case r == '\n':
			q.WriteString(`\n`)
		case r == '\t':
			q.WriteString(`\t`)
		case r == '\r':
			q.WriteString(`\r`)
		case r < ' ' || r == 0x7f || r == '\ufeff':
			fmt.Fprintf(&q, `\u%04X`, r)
		default:
			q.WriteRune(r)
		}
	}
	q.WriteByte('"')
	return q.String()
}
