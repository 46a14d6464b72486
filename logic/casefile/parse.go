package casefile

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Bounds of a case's file.
const (
	maxFile   = 4 << 20 // bytes
	maxDepth  = 8       // levels of arrays and inline tables
	maxEvents = 10_000
	maxValues = 100_000 // parts of keys and elements, which take memory; ten thousand events have about 80,000
)

var fileLimits = tomlfile.Limits{Bytes: maxFile, Depth: maxDepth, Values: maxValues}

// edition is the format that this program writes. A file that names it ends with an empty [end] table, so
// that a file cut short by a crash is never taken for a whole one. People who write a case by hand leave out
// both.
const edition = 1

// keysOf are the keys of an event beside time, source and kind.
var keysOf = map[kind][]string{
	kindAnswer:  {"check", "answer"},
	kindFix:     {"fix", "outcome"},
	kindMessage: {"message", "ref", "complaint", "elsewhere", "text", "unknown"},
	kindConfirm: {"gate"},
	kindStorage: {
		"plan", "used", "next", "bundle", "new-device", "upload", "window", "ruled-out", "copies", "settled", "cloud",
		"growth", "device", "person",
	},
	kindObservation: {"check", "fact", "answer", "value", "at", "read", "how"},
	kindProof:       {"seen", "backup"},
}

// Parse reads a case. The name is the file's, for problems. All problems come back at once, as
// tomlfile.Problems; then the case is empty. Times without a zone are UTC. With a nil known, ids are taken as
// they are.
func Parse(name string, data []byte, known Known) (Case, error) {
	c, problems := read(name, data, known)
	if problems != nil {
		return Case{}, problems
	}
	return c, nil
}

// read is Parse, but returns the case with its problems. A case with only problems about unknown ids is
// complete.
func read(name string, data []byte, known Known) (Case, tomlfile.Problems) {
	top, err := tomlfile.Parse(name, data, fileLimits)
	if err != nil {
		problems, _ := errors.AsType[tomlfile.Problems](err)
		return Case{}, problems
	}
	r := &reader{Table: top, known: known, lines: 1 + bytes.Count(data, []byte("\n"))}
	whole := r.read()
	problems, _ := errors.AsType[tomlfile.Problems](top.Err())
	if whole {
		markNewer(problems)
	}
	return r.result, problems
}

// markNewer gives the class Newer to keys and words that are not known, such as another kind of event, in a
// file that is whole: this file is not damaged. Another edition of the program wrote it, or a person changed
// it, and no part of it may be lost.
func markNewer(problems tomlfile.Problems) {
	for i, p := range problems {
		if p.Class == tomlfile.Strange || p.Class == tomlfile.Wrong && p.What.Key == "case-file.unknown-word" {
			problems[i].Class = tomlfile.Newer
		}
	}
}

// isUsable reports whether all events could be read, even if the knowledge base does not know all ids in
// them.
func isUsable(problems tomlfile.Problems) bool {
	return !slices.ContainsFunc(problems, func(p tomlfile.Problem) bool { return p.Class != tomlfile.Unknown })
}

// reader turns the tables of a file into a case.
type reader struct {
	*tomlfile.Table
	known  Known
	lines  int // of the file
	result Case
}

// read reports whether the file names its format and is whole.
func (r *reader) read() (whole bool) {
	var format int64
	r.Take("format", &format)
	if r.Has("format") && format < 1 {
		r.Reject("format", "case-file.no-format", "Format", format)
	}
	if format > edition {
		r.Report(r.Problem(tomlfile.Newer, "format", words.Say("case-file.newer", "Format", format),
			words.Say("case-file.want.newer")))
		return false
	}
	var end any
	ended := r.Take("end", &end)
	if table, ok := end.(map[string]any); ended && (!ok || len(table) > 0) {
		r.Wrong("end", words.Say("case-file.full-end"), words.Say("case-file.want.empty-end"))
	}
	if format == edition && !ended {
		problem := r.Problem(tomlfile.Damaged, "", words.Say("case-file.short"), words.Say("case-file.want.end"))
		problem.Line = r.lines
		r.Report(problem)
	}
	var head *tomlfile.Table
	switch has := r.Has("case"); {
	case r.Take("case", &head):
		r.head(head)
	case !has:
		r.Report(r.Problem(tomlfile.Damaged, "", words.Say("case-file.no-case"), words.Say("case-file.want.head")))
	}
	var events []*tomlfile.Table
	r.Take("event", &events)
	if len(events) > maxEvents {
		r.Report(r.Problem(tomlfile.Damaged, fmt.Sprintf("event[%d]", maxEvents),
			words.Say("case-file.many-events", "Most", maxEvents), words.Sentence{}))
		return false
	}
	last := r.result.Created
	for _, t := range events {
		if t == nil {
			continue // the problem is told already
		}
		e := r.event(t, last)
		last = e.Time
		r.result.Events = append(r.result.Events, e)
	}
	r.Finish("case", "event")
	return format == edition && ended
}

// report passes faults of a table's keys on, unless the value of the key was no fit value at all.
func report(t *tomlfile.Table, faults []fault) {
	for _, f := range faults {
		t.Report(t.Problem(f.class, f.key, f.what, f.want))
	}
}

func (r *reader) head(t *tomlfile.Table) {
	var h Header
	var created moments
	t.Take("name", &h.Name)
	t.Take("device", &h.Device)
	t.Take("model", &h.Model)
	t.Take("version", (*version)(&h.Version))
	t.Take("country", &h.Country)
	t.Take("language", &h.Language)
	t.Take("device-id", &r.result.DeviceID)
	t.Take("created", &created)
	r.result.Created = time.Time(created)
	r.result.DeviceID = tidy(r.result.DeviceID)
	faults := h.judge(r.known)
	if len(r.result.DeviceID) > maxLabel {
		faults = append(faults, tooLong("device-id"))
	}
	report(t, faults)
	r.result.setHeader(h)
	t.Finish()
}

func (r *reader) event(t *tomlfile.Table, last time.Time) Event {
	e := Event{Time: last}
	t.Take("time", (*moments)(&e.Time))
	t.Take("source", (*string)(&e.Source))
	kind := kindOf(t)
	e.What = whatOf(t, kind)
	faults := e.judge(r.known)
	if e.What != nil {
		report(t, faults)
		t.Finish(append([]string{"time", "source", "kind"}, keysOf[kind]...)...)
		return e
	}
	if kind != "" { // the other keys can't be judged
		faults = slices.DeleteFunc(faults, func(f fault) bool { return f.key == "kind" })
		faults = append(faults, fault{
			key: "kind", what: words.Say("case-file.unknown-word", "Key", "kind", "Word", clip(string(kind))),
			want: oneOfThese(names(kinds)),
		})
	}
	report(t, faults)
	return e
}

// kindOf is the kind that the table names, or else the only one that its keys fit. An observation must name
// it.
func kindOf(t *tomlfile.Table) kind {
	var word string
	t.Take("kind", &word)
	if word = strings.ToLower(tidy(word)); word != "" || t.HasProblem("kind") {
		return kind(word)
	}
	var fits []kind
	for _, kind := range kinds {
		if kind != kindObservation && slices.ContainsFunc(keysOf[kind], t.Has) {
			fits = append(fits, kind)
		}
	}
	if len(fits) == 1 {
		return fits[0]
	}
	return ""
}

// whatOf reads the keys of a kind; nil for a kind that is not known.
func whatOf(t *tomlfile.Table, kind kind) What {
	switch kind {
	case kindAnswer:
		var a Answered
		t.Take("check", &a.Check)
		t.Take("answer", &a.Answer)
		return a
	case kindFix:
		var f Tried
		t.Take("fix", &f.Fix)
		t.Take("outcome", (*string)(&f.Outcome))
		return f
	case kindMessage:
		var s Said
		var ref string
		t.Take("message", &s.Message)
		t.Take("complaint", &s.Complaint)
		t.Take("elsewhere", &s.Elsewhere)
		t.Take("text", &s.Text)
		t.Take("unknown", &s.Unknown)
		t.Take("ref", &ref)
		if s.Message == "" {
			s.Message = ref
		} else if ref != "" {
			t.Wrong("ref", words.Say("case-file.both"), words.Say("case-file.want.one"))
		}
		return s
	case kindConfirm:
		var c Confirmed
		t.Take("gate", &c.Gate)
		return c
	case kindStorage:
		return counted(t)
	case kindObservation:
		var o Observed
		t.Take("check", &o.Check)
		t.Take("fact", &o.Fact)
		t.Take("answer", &o.Answer)
		t.Take("value", &o.Value)
		t.Take("at", (*moments)(&o.At))
		t.Take("read", (*moments)(&o.Read))
		t.Take("how", (*string)(&o.How))
		return o
	case kindProof:
		var p Proved
		t.Take("seen", (*string)(&p.Seen))
		t.Take("backup", (*moments)(&p.Backup))
		return p
	}
	return nil
}

// version takes 18 for "18". A number such as 18.10 is refused: it means 18.1.
type version string

// DecodeTOML implements tomlfile.Decoder.
func (v *version) DecodeTOML(value any) error {
	switch text := value.(type) {
	case string:
		*v = version(text)
		return nil
	case int64:
		*v = version(strconv.FormatInt(text, 10))
		return nil
	}
	return problem(words.Say("case-file.no-text"), words.Say("case-file.want.quotes"))
}

// moments are times, written as TOML's own or as a text.
type moments time.Time

// timeLayouts are the ways to write a time as a text; those without a zone are UTC.
var timeLayouts = []string{
	time.RFC3339Nano, "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly,
}

// DecodeTOML implements tomlfile.Decoder.
func (m *moments) DecodeTOML(value any) error {
	t, ok := readTime(value)
	if !ok || !inRange(t) {
		return problem(words.Say("case-file.no-time"), words.Say("case-file.want.time"))
	}
	*m = moments(moment(t))
	return nil
}

func readTime(value any) (time.Time, bool) {
	switch t := value.(type) {
	case time.Time:
		return tomlfile.Moment(t)
	case string:
		for _, layout := range timeLayouts {
			if parsed, err := time.Parse(layout, strings.TrimSpace(t)); err == nil {
				return parsed, true
			}
		}
	}
	return time.Time{}, false
}

// clipValue quotes any value of a file for a problem.
func clipValue(value any) string {
	if text, ok := value.(string); ok {
		return clip(text)
	}
	return clip(fmt.Sprint(value))
}
