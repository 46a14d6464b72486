// Package report writes a case as a page to hand to Apple Support or to keep: the messages of the phone,
// findings, fixes, likely causes and next steps. The page is a Document, derived from nothing but a view, a
// time and a few options; Markdown, plain text, the web page and PDF are all written from the Document. Names
// and accounts stay out unless an option puts them in.
package report

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/redaction"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
	"backupdoctor/logic/session/phrase"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

const (
	mostCauses   = 5
	leastBelief  = 0.01 // probability of a cause, below which the page leaves the cause out
	mostSteps    = 5
	mostRecords  = 150 // findings, and as many acts; the latest ones
	mostMessages = 20  // the latest ones
)

// Audience is the reader of a report.
type Audience int

// The audiences. Apple Support reads the facts first and in short, the owner the next step and how to take
// it.
const (
	ForSupport Audience = iota
	ForOwner
)

// Options are what a person may choose about a report. The zero value is for Apple Support, without names and
// accounts.
type Options struct {
	For      Audience
	Names    bool       // put in the names of people, devices and networks
	Accounts bool       // put in accounts, addresses, telephone and serial numbers, file paths and links
	Open     guide.Step // the step that the person looks at; the zero Step follows the recommendation
	// Plan are the next steps, in their order; nil for those that the guide would take.
	Plan []diagnosis.Option
}

// New derives the document of a view. Times are in the time zone of now. The same library, view, now and
// options give the same document.
func New(lib *session.Library, v *session.View, now time.Time, o Options) *Document {
	p := newPage(lib, v, now, o)
	p.addHead()
	p.addResult()
	if o.For == ForOwner {
		p.addNextStep()
		p.addNextSteps()
		p.addStorage()
		p.addCauses()
		p.addMessages()
		p.addFindings()
		p.addActs()
	} else {
		p.addMessages()
		p.addFindings()
		p.addActs()
		p.addCauses()
		p.addNextSteps()
		p.addStorage()
	}
	p.doc.LeftOut = p.leftOut()
	p.addFoot()
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
	redact *redaction.Redactor
	doc    *Document

	cleaning storage.CleanUp // how to make room without paying
}

func newPage(lib *session.Library, v *session.View, now time.Time, o Options) *page {
	p := &page{
		base: lib.Base, words: lib.Words, phrase: lib.Phrase, guide: guide.New(lib), view: v, now: now, o: o,
		cleaning: v.Plan.CleanUp(v.ComputerBackup()),
	}
	if p.o.Plan == nil {
		p.o.Plan = p.guide.Plan(v)
	}
	p.redact = p.redactor(&v.Case)
	p.doc = &Document{Lang: "en", Written: now, Letter: usesLetter(v.Case.Country, lib.Words.Locale()), words: p.word}
	if tag, err := language.Parse(p.word("report.lang")); err == nil {
		p.doc.Lang = tag.String()
	}
	return p
}

// word returns a sentence of the program. Values that are no sentences of the program must be inert.
func (p *page) word(key string, values ...any) string { return p.words.Text(key, values...) }

// text returns a sentence of the program with its bold words.
func (p *page) text(key string, values ...any) Text { return rich(p.word(key, values...)) }

// labeled is text with the labels of the device in it.
func (p *page) labeled(key string, values ...any) Text {
	return rich(p.base.Fill(p.word(key, values...), p.view.Device))
}

// fill returns a text of the knowledge base for the device, as a part of a sentence. The bold marks are
// dropped, since bold in such a sentence is for the answer.
func (p *page) fill(text string) string { return unbold(p.base.Fill(text, p.view.Device)) }

// unbold returns a text of the knowledge base as a part of a sentence, without its bold marks.
func unbold(text string) string { return inert(strings.ReplaceAll(text, "**", "")) }

// free returns a text of a person as a part of a sentence, redacted.
func (p *page) free(text string) string { return inert(p.redact.Text(text)) }

func (p *page) add(b Block) { p.doc.Blocks = append(p.doc.Blocks, b) }

func (p *page) addHeading(key string) { p.add(&Heading{2, p.word(key)}) }

func (p *page) addParagraph(t Text) { p.add(&Paragraph{t}) }

func (p *page) addHead() {
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
	model := inert(p.redact.Model(c.Model))
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
	fact("report.written", p.timeText(p.now))
	if slices.ContainsFunc(c.Events, func(e casefile.Event) bool { return e.Source == casefile.FromPerson }) {
		fact("report.said", p.word("report.said.person"))
	}
	p.add(facts)
	if p.view.Newer {
		p.addParagraph(p.text("report.newer"))
	}
	if p.view.Wordless != session.WordsShown {
		p.addParagraph(p.text("report.wordless"))
	}
}

// caseName returns the name of the case, redacted unless the program itself gave the name.
func (p *page) caseName() string {
	name := p.view.Case.Name
	if name == p.word("case.first") || name == p.word("case.first.ipad") {
		return name
	}
	return p.redact.Name(oneLine(name))
}

func (p *page) addResult() {
	p.addHeading("report.result")
	switch p.view.State.Stage {
	case session.StageSolved:
		p.addSolved()
	case session.StageNothingWrong:
		p.addParagraph(p.text("report.nothing-wrong", "Device", p.view.Device.Name()))
	case session.StageProving, session.StageWaiting:
		p.addWaiting()
		if fix := p.view.State.Fix; fix != nil {
			p.addParagraph(p.text("report.waiting.fix", "Fix", p.fill(fix.Title)))
		}
	default:
		p.addParagraph(p.text("verdict." + string(p.view.Verdict)))
		if p.view.Exhausted {
			p.addParagraph(p.text("report.exhausted"))
		}
	}
	for _, text := range p.guide.Discounted(p.view) {
		p.addParagraph(rich(inert(text)))
	}
}

// addWaiting says what is waited for, and since when.
func (p *page) addWaiting() {
	s := &p.view.State
	if !s.ByHand {
		p.addParagraph(p.text("report.waiting", "State", p.stateText(), "Since", p.timeText(s.Since)))
		return
	}
	origin := p.word("report.source." + string(s.SeenBy))
	if !s.BackupAt.IsZero() {
		origin = p.word("report.origin", "Time", p.phrase.Backup(s.BackupAt, p.now.Location()), "Source", origin)
	}
	p.addParagraph(p.text("report.waiting.night", "Device", p.view.Device.Name(), "Origin", origin,
		"Since", p.timeText(s.Since)))
}

// stateText names the state of the case; whether an answer is due does not matter to a reader.
func (p *page) stateText() string {
	s := p.view.State
	s.Due = false
	return p.guide.StateText(s)
}

// addSolved says which finished backup was seen, by whom and when.
func (p *page) addSolved() {
	s := &p.view.State
	origin := p.word("report.origin", "Time", p.timeText(s.Since), "Source", p.word("report.source."+string(s.SeenBy)))
	switch {
	case s.SeenBy != casefile.FromPerson:
		p.addParagraph(p.text("report.solved.machine", "Device", p.view.Device.Name(), "Origin", origin))
	case p.o.For == ForOwner:
		p.addParagraph(p.labeled("report.solved.owner", "Time", p.timeText(s.Since)))
	default:
		p.addParagraph(p.labeled("report.solved.person", "Origin", origin))
	}
	if !s.BackupAt.IsZero() {
		p.addParagraph(p.text("report.solved.of", "Time", p.phrase.Backup(s.BackupAt, p.now.Location())))
	}
	if s.Fix != nil {
		p.addParagraph(p.text("report.solved.by", "Fix", p.fill(s.Fix.Title)))
	}
	for _, problem := range p.view.SecondProblems {
		p.addParagraph(p.text("report.second", "Problem", p.fill(problem.Cause.Title)))
	}
}

func (p *page) timeText(t time.Time) string {
	if t.IsZero() {
		return p.words.Time(t)
	}
	return p.words.Time(t.In(p.now.Location()))
}

// sourceText returns the source of an event in words. It is empty for a person: the head says so once.
func (p *page) sourceText(e *casefile.Event) string {
	if e.Source == casefile.FromPerson {
		return ""
	}
	return p.word("report.source." + string(e.Source))
}

// originText returns the time and the source of an event in words, for a person the time alone.
func (p *page) originText(e *casefile.Event) string {
	at, source := p.timeText(knownAt(e)), p.sourceText(e)
	if source == "" {
		return at
	}
	return p.word("report.origin", "Time", at, "Source", source)
}
