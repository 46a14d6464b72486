// Package report writes a case as a page to hand to Apple Support or to keep: what the phone says, what was found and tried,
// what is likely and what is left. The page is a Document, derived from a view, a time and a few choices alone; Markdown,
// plain text, a web page and PDF are all written from it. What tells who somebody is stays out unless it is asked for.
package report

import (
	"strings"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

const (
	// mostCauses is how many likely causes the page names.
	mostCauses = 5
	// leastBelief is the probability below which a cause is left out.
	leastBelief = 0.01
	// mostSteps is how many next steps the page names.
	mostSteps = 5
	// mostRecords is how many things found, and how many tried, the page lists, the latest ones; and mostMessages how many
	// messages it quotes.
	mostRecords  = 150
	mostMessages = 20
)

// Audience is whom a report is for.
type Audience int

// The audiences. Apple Support gets the facts first and in short, the owner what to do next and how.
const (
	ForSupport Audience = iota
	ForOwner
)

// Options are what a person may choose about a report. The zero value is for Apple Support, without names and accounts.
type Options struct {
	For      Audience
	Names    bool       // put in the names of people, devices and networks
	Accounts bool       // put in accounts, addresses, telephone and serial numbers, file paths and links
	Open     guide.Step // the step that the person looks at; empty follows the recommendation
}

// New derives the document of a view. Times are in the time zone of now. The same library, view, now and options give the
// same document.
func New(lib *session.Library, v *session.View, now time.Time, o Options) *Document {
	p := newPage(lib, v, now, o)
	p.head()
	p.result()
	if o.For == ForOwner {
		p.addNextStep()
		p.left()
		p.storage()
		p.likely()
		p.says()
		p.found()
		p.tried()
	} else {
		p.says()
		p.found()
		p.tried()
		p.likely()
		p.left()
		p.storage()
	}
	p.foot()
	p.doc.Left = p.redact.left
	return p.doc
}

// page builds a document.
type page struct {
	base   *knowledge.Base
	words  *words.Catalog
	phrase *phrase.Book
	guide  *guide.Guide
	view   *session.View
	now    time.Time
	o      Options
	redact *redactor
	doc    *Document

	cleaning storage.CleanUp // how to make room without paying
}

func newPage(lib *session.Library, v *session.View, now time.Time, o Options) *page {
	p := &page{
		base: lib.Base, words: lib.Words, phrase: lib.Phrase, guide: guide.New(lib), view: v, now: now, o: o,
		cleaning: v.Plan.CleanUp(v.ComputerBackup()),
	}
	p.redact = newRedactor(&v.Case, o.Names, o.Accounts, p.word)
	p.doc = &Document{Lang: "en", Written: now, Letter: letter(v.Case.Country, lib.Words.Locale()), words: p.word}
	if tag, err := language.Parse(p.word("report.lang")); err == nil {
		p.doc.Lang = tag.String()
	}
	return p
}

// word is a sentence of the program. Values that are no sentences of the program must be inert.
func (p *page) word(key string, values ...any) string { return p.words.Text(key, values...) }

// text is a sentence with its bold words.
func (p *page) text(key string, values ...any) Text { return rich(p.word(key, values...)) }

// fill is a text of the knowledge base for the device, as a part of a sentence. Its bold marks are dropped: there bold is for
// what was answered.
func (p *page) fill(text string) string { return unbold(p.base.Fill(text, p.view.Device)) }

// unbold is a text with the bold marks of the knowledge base as a part of a sentence, without them.
func unbold(text string) string { return inert(strings.ReplaceAll(text, "**", "")) }

// free is text of a person as a part of a sentence, less what tells who they are.
func (p *page) free(text string) string { return inert(p.redact.free(text)) }

func (p *page) add(b Block) { p.doc.Blocks = append(p.doc.Blocks, b) }

func (p *page) heading(key string) { p.add(&Heading{2, p.word(key)}) }

func (p *page) paragraph(t Text) { p.add(&Paragraph{t}) }

func (p *page) head() {
	c, d := &p.view.Case, p.view.Device
	p.doc.Title = p.word("report.title")
	if name := p.caseName(); name != "" {
		p.doc.Title = literal(p.word("report.title.named", "Name", inert(name)))
	}
	facts := &Facts{}
	fact := func(key, value string) {
		if value != "" {
			facts.Rows = append(facts.Rows, Fact{p.word(key), rich(value)})
		}
	}
	model := inert(p.redact.model(c.Model))
	if model == "" {
		model = d.Name()
	}
	fact("report.device", model)
	version := p.word("report.version.unknown")
	if !d.Version.IsZero() {
		version = inert(c.Version)
		if !strings.HasPrefix(strings.ToLower(version), "i") {
			version = d.System() + " " + version
		}
	}
	fact("report.version", version)
	if c.Language != "" {
		if language := p.phrase.Language(c.Language); language != "" {
			fact("report.language", inert(language))
		} else {
			fact("report.language", p.free(c.Language))
		}
	}
	if name := p.phrase.CountryName(c.Country); name != "" {
		fact("report.country", inert(name))
	} else {
		fact("report.country", p.free(c.Country))
	}
	fact("report.written", p.time(p.now))
	p.add(facts)
	if p.view.Newer {
		p.paragraph(p.text("report.newer"))
	}
	if p.view.Wordless != session.WordsShown {
		p.paragraph(p.text("report.wordless"))
	}
}

// caseName is the name of the case. The one that the program itself gives is nobody's.
func (p *page) caseName() string {
	name := p.view.Case.Name
	if name == p.word("case.first") || name == p.word("text.case.new") {
		return name
	}
	return p.redact.name(name)
}

func (p *page) result() {
	p.heading("report.result")
	switch {
	case p.view.Solved && p.view.SolvedBy != nil:
		p.paragraph(p.text("report.solved.by", "Fix", p.fill(p.view.SolvedBy.Title)))
	case p.view.Solved:
		p.paragraph(p.text("report.solved"))
	default:
		p.paragraph(p.text("verdict." + string(p.view.Verdict)))
		if p.view.Exhausted {
			p.paragraph(p.text("report.exhausted"))
		}
	}
}

func (p *page) time(t time.Time) string {
	if t.IsZero() {
		return p.words.Time(t)
	}
	return p.words.Time(t.In(p.now.Location()))
}

// source says from whom an event came.
func (p *page) source(e *casefile.Event) string { return p.word("report.source." + string(e.Source)) }

// origin says when and from whom an event came.
func (p *page) origin(e *casefile.Event) string {
	return p.word("report.origin", "Time", p.time(e.Time), "Source", p.source(e))
}
