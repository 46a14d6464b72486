package report

import (
	"strings"
	"time"
)

// Document is a report before it is written. New makes it; Markdown, Text, HTML and PDF write it, so they say
// the same. A new format is one more such method:
//   - Its switch covers the nine kinds of blocks. Figures may be left out, as in Markdown.
//   - All texts of blocks lack already the names and accounts that Options leave out. A Figure's Subject is for
//     the Artist alone: it has the model as the person typed it, so no format writes it.
//   - The function everything of the tests lists all formats, so that the tests of privacy read them.
type Document struct {
	Title  string
	Lang   string // BCP 47
	Letter bool   // printed on US Letter instead of A4
	Blocks []Block

	Written time.Time
	LeftOut string // what redaction left out, counted in words; empty when it left out nothing

	words lexicon // words of the written files, such as page numbers
}

// lexicon returns the sentence of a key, with values for its placeholders.
type lexicon func(key string, values ...any) string

// Block is a part of a document: *Heading, *Paragraph, *Facts, *List, *Quote, *Records, *Note, *Figures or
// *Foot.
type Block interface{ block() }

// Heading opens a section. Level 2 is directly below the title.
type Heading struct {
	Level int // 2 or 3
	Words string
}

// Paragraph is running text.
type Paragraph struct{ Text Text }

// Facts are names with their values.
type Facts struct{ Rows []Fact }

// Fact is a name with its value.
type Fact struct {
	Name  string
	Value Text
}

// List is a list, numbered or with bullets.
type List struct {
	Numbered bool
	Items    []Item
}

// Item is an entry of a list.
type Item struct {
	Text  Text
	Under []Block // *Paragraph and *Quote below the text
}

// Quote is the text of a person or of a screen, line by line.
type Quote struct{ Lines []string }

// Records are events with their source and time.
type Records struct {
	What, Source, Time string // headings of the columns; Source is empty when no row has one
	Rows               []Record
}

// Record is one event.
type Record struct {
	What         Text
	Source, Time string // Source is empty when a person said it
	Origin       string // source and time in words
	Note         string // may be empty
	line         Text   // all of the above in one sentence, for Markdown and Text
}

// Note is a remark or a caution, set apart from the text around it.
type Note struct {
	Caution bool
	Text    Text
}

// Figures are pictures side by side. A picture that was never drawn is left out.
type Figures struct{ Pictures []*Figure }

// Foot is the small print at the end.
type Foot struct{ Lines []Text }

func (*Heading) block()   {}
func (*Paragraph) block() {}
func (*Facts) block()     {}
func (*List) block()      {}
func (*Quote) block()     {}
func (*Records) block()   {}
func (*Note) block()      {}
func (*Figures) block()   {}
func (*Foot) block()      {}

// Text is a line of words. Some of the words may be bold.
type Text []Span

// Span is a part of a text in one weight.
type Span struct {
	Words string
	Bold  bool
}

// String returns the text without its weights.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Words)
	}
	return b.String()
}

// star stands for an asterisk that is a character and no bold mark. The character is of the private use area,
// where no text of a person has a meaning; inert removes it from texts of people.
const star = "\uE000"

// inert makes words of any origin safe as a part of a sentence: on one line, and without bold marks.
func inert(words string) string {
	return strings.ReplaceAll(strings.ReplaceAll(oneLine(words), star, "\ufffd"), "*", star)
}

// literal returns inert words with their asterisks.
func literal(words string) string { return strings.ReplaceAll(words, star, "*") }

// rich splits a sentence at its bold marks.
func rich(sentence string) Text {
	var t Text
	for i, part := range strings.Split(sentence, "**") {
		if part != "" {
			t = append(t, Span{literal(part), i%2 == 1})
		}
	}
	return t
}

// plainText returns words as a text in one weight.
func plainText(words string) Text { return Text{{Words: words}} }
