package casefile

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"backupdoctor/logic/words"
)

// maxFile bounds a case's file, in bytes.
const maxFile = 4 << 20

// edition is the format that this program writes. A file that names it ends with an empty [end] table, so that a file
// cut short by a crash is never taken for a whole one. People who write a case by hand leave out both.
const edition = 1

// keysOf are the keys of an event beside time, source and kind.
var keysOf = map[Kind][]string{
	KindAnswer:  {"check", "answer"},
	KindFix:     {"fix", "outcome"},
	KindMessage: {"message", "ref", "text"},
	KindConfirm: {"gate"},
	KindStorage: {"plan", "used", "next", "content"},
}

// Parse reads a case. The name is the file's, for messages. All problems come back at once, as a *FileError with file and
// line; then the case is empty. Times without a zone are UTC. With a nil known, ids are taken as they are.
func Parse(name string, data []byte, known Known) (Case, error) {
	c, problems := read(name, data, known)
	if problems != nil {
		return Case{}, problems
	}
	return c, nil
}

// read is Parse, but returns the case with its problems. If they are only about ids that are not known, it is complete.
func read(name string, data []byte, known Known) (Case, *FileError) {
	r := &reader{known: known}
	r.read(data)
	return r.result, fileError(name, r.problems)
}

// reader turns a file into a case.
type reader struct {
	known    Known
	outline  *outline
	result   Case
	problems []Problem
}

func (r *reader) problem(c class, line int, what, want words.Sentence) {
	r.problems = append(r.problems, Problem{Line: max(line, 1), What: what, Want: want, class: c})
}

func (r *reader) read(data []byte) {
	if len(data) > maxFile {
		r.problem(damaged, 1, words.Say("case-file.too-large", "Most", maxFile>>20), words.Say("case-file.want.case"))
		return
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(text) {
		r.problem(damaged, 1+strings.Count(text[:validPrefix(text)], "\n"), words.Say("case-file.no-utf8"), words.Sentence{})
		return
	}
	r.outline = survey(text)
	if !r.outline.broken.IsZero() {
		r.problem(damaged, r.outline.line, r.outline.broken, words.Sentence{})
		return
	}
	tree, err := decode(text)
	if err != nil {
		line, what := 1, err.Error()
		if parse, ok := errors.AsType[toml.ParseError](err); ok {
			line, what = parse.Position.Line, parse.Message
		}
		r.problem(damaged, line, words.Say("case-file.no-toml", "What", what), words.Sentence{})
		return
	}
	r.tree(tree)
}

// validPrefix is the length of the text before the first byte that is not UTF-8.
func validPrefix(text string) int {
	for i, c := range text {
		if c == utf8.RuneError && !strings.HasPrefix(text[i:], "\ufffd") {
			return i
		}
	}
	return len(text)
}

// decode parses TOML into a tree. The library panics on what it takes for its own bugs; no file may end the program.
func decode(text string) (tree map[string]any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = words.Fail("case-file.unparsable", "Trouble", p)
		}
	}()
	_, err = toml.Decode(text, &tree)
	return tree, err
}

func (r *reader) tree(tree map[string]any) {
	top := r.fields(tree, &r.outline.top)
	format := top.integer("format")
	if format > edition {
		r.problem(newer, top.place.at("format"), words.Say("case-file.newer", "Format", format), words.Say("case-file.want.newer"))
		return
	}
	end, ended := top.take("end")
	if table, ok := end.(map[string]any); ended && (!ok || len(table) > 0) {
		r.problem(wrong, top.place.at("end"), words.Say("case-file.full-end"), words.Say("case-file.want.empty-end"))
	}
	if format == edition && !ended {
		r.problem(damaged, strings.Count(r.outline.text, "\n")+1, words.Say("case-file.short"), words.Say("case-file.want.end"))
	}
	switch head, ok := top.take("case"); table := head.(type) {
	case map[string]any:
		r.head(table)
	default:
		if ok {
			r.problem(wrong, top.place.at("case"), words.Say("case-file.no-table"), words.Quote("[case]"))
		} else {
			r.problem(damaged, 1, words.Say("case-file.no-case"), words.Say("case-file.want.head"))
		}
	}
	if list, ok := top.take("event"); ok {
		r.events(list)
	}
	top.rest("case", "event")
}

func (r *reader) head(table map[string]any) {
	f := r.fields(table, &r.outline.head)
	h := Header{
		Name: f.text("name"), Device: f.text("device"), Model: f.text("model"), Version: f.version(), Country: f.text("country"),
		Language: f.text("language"),
	}
	r.result.Created = f.time("created", time.Time{})
	f.report(h.judge(r.known))
	r.result.setHeader(h)
	f.rest("name", "device", "model", "version", "country", "language", "created")
}

func (r *reader) events(list any) {
	var tables []map[string]any
	switch list := list.(type) {
	case []map[string]any:
		tables = list
	case []any:
		for _, item := range list {
			table, ok := item.(map[string]any)
			if !ok {
				r.problem(wrong, r.outline.top.at("event"), words.Say("case-file.no-events"), words.Quote("[[event]]"))
				return
			}
			tables = append(tables, table)
		}
	default:
		r.problem(wrong, r.outline.top.at("event"), words.Say("case-file.no-events"), words.Quote("[[event]]"))
		return
	}
	last := r.result.Created
	for i, table := range tables {
		where := place{line: r.outline.top.at("event")}
		if i < len(r.outline.events) {
			where = r.outline.events[i]
		}
		e := r.event(r.fields(table, &where), last)
		last = e.Time
		r.result.Events = append(r.result.Events, e)
	}
}

func (r *reader) event(f *fields, last time.Time) Event {
	e := Event{Time: f.time("time", last), Source: Source(f.text("source")), Kind: f.kind()}
	switch e.Kind {
	case KindAnswer:
		e.Check, e.Answer = f.text("check"), f.text("answer")
	case KindFix:
		e.Fix, e.Outcome = f.text("fix"), Outcome(f.text("outcome"))
	case KindMessage:
		e.Message, e.Text = f.text("message"), f.text("text")
		if ref := f.text("ref"); e.Message == "" {
			e.Message = ref
		} else if ref != "" {
			r.problem(wrong, f.place.at("ref"), words.Say("case-file.both"), words.Say("case-file.want.one"))
		}
	case KindConfirm:
		e.Gate = f.text("gate")
	case KindStorage:
		e.Storage = Storage{Plan: f.size("plan"), Used: f.size("used"), Next: f.size("next"), Content: f.lines("content")}
	}
	f.report(e.judge(r.known))
	if keys, ok := keysOf[e.Kind]; ok { // of an unknown kind no key can be judged
		f.rest(append([]string{"time", "source", "kind"}, keys...)...)
	}
	return e
}
