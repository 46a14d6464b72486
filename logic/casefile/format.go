package casefile

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Format writes a case so that Parse reads the same case again. Equal cases give equal bytes. It writes what it is given
// and checks nothing; File only ever formats cases that Parse accepts.
func Format(c Case) []byte {
	w := &writer{}
	fmt.Fprintf(w, "format = %d\n\n[case]\n", edition)
	w.text("name", c.Name)
	w.text("device", c.Device)
	w.text("model", c.Model)
	w.text("version", c.Version)
	w.text("country", c.Country)
	w.text("language", c.Language)
	w.time("created", c.Created, time.Time{})
	last := c.Created
	for i := range c.Events {
		w.event(&c.Events[i], last)
		last = c.Events[i].Time
	}
	w.WriteString("\n[end]\n")
	return []byte(w.String())
}

// writer writes TOML.
type writer struct{ strings.Builder }

func (w *writer) event(e *Event, last time.Time) {
	w.WriteString("\n[[event]]\n")
	w.time("time", e.Time, last)
	w.text("source", string(e.Source))
	w.text("kind", string(e.Kind))
	w.text("check", e.Check)
	w.text("answer", e.Answer)
	w.text("fix", e.Fix)
	w.text("outcome", string(e.Outcome))
	w.text("message", e.Message)
	w.text("text", e.Text)
	w.text("gate", e.Gate)
	if e.Kind == KindStorage {
		w.size("plan", e.Storage.Plan)
		w.size("used", e.Storage.Used)
		w.size("next", e.Storage.Next)
		w.lines("content", e.Storage.Content)
	}
}

func (w *writer) text(key, text string) {
	if text != "" {
		fmt.Fprintf(w, "%s = %s\n", key, quote(text))
	}
}

// time leaves out the zero time where Parse would fill it in.
func (w *writer) time(key string, t, missing time.Time) {
	if !t.IsZero() || !missing.IsZero() {
		fmt.Fprintf(w, "%s = %s\n", key, t.UTC().Format(time.RFC3339Nano))
	}
}

func (w *writer) size(key string, bytes int64) {
	if bytes < 0 {
		return
	}
	digits := strconv.FormatInt(bytes, 10)
	var grouped strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			grouped.WriteByte('_')
		}
		grouped.WriteRune(digit)
	}
	fmt.Fprintf(w, "%s = %s\n", key, grouped.String())
}

// lines writes a list of texts, one for each line.
func (w *writer) lines(key, text string) {
	if text == "" {
		return
	}
	fmt.Fprintf(w, "%s = [\n", key)
	for line := range strings.SplitSeq(text, "\n") {
		fmt.Fprintf(w, "  %s,\n", quote(line))
	}
	w.WriteString("]\n")
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
