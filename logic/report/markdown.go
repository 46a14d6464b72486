package report

import (
	"strconv"
	"strings"
)

// hardBreak at the end of a line keeps the next one from joining it.
const hardBreak = "\\"

// Markdown writes the document as CommonMark. Pictures are left out, since the lines beside them say the
// same.
func (d *Document) Markdown() string {
	w := &markdown{}
	w.paragraph("# " + escape(d.Title))
	for _, b := range d.Blocks {
		w.block(b, "")
	}
	return strings.TrimRight(w.out.String(), "\n") + "\n"
}

// Text writes the page of Markdown without any marks, for a terminal or a mail.
func (d *Document) Text() string { return withoutMarks(d.Markdown()) }

type markdown struct{ out strings.Builder }

// paragraph writes a paragraph of one line.
func (w *markdown) paragraph(text string) { w.out.WriteString(text + "\n\n") }

func (w *markdown) block(b Block, indent string) {
	switch b := b.(type) {
	case *Heading:
		w.paragraph(strings.Repeat("#", b.Level) + " " + escape(b.Words))
	case *Paragraph:
		w.paragraph(indent + b.Text.markdown())
	case *Facts:
		for _, f := range b.Rows {
			w.out.WriteString("- **" + escape(f.Name) + ":** " + f.Value.markdown() + "\n")
		}
		w.out.WriteString("\n")
	case *List:
		w.list(b)
	case *Quote:
		for i, line := range b.Lines {
			if i > 0 {
				w.out.WriteString(hardBreak + "\n")
			}
			w.out.WriteString(indent + "> " + escapeStart(escape(line)))
		}
		w.out.WriteString("\n\n")
	case *Records:
		for _, r := range b.Rows {
			w.out.WriteString("- " + escapeStart(r.line.markdown()) + "\n")
		}
		w.out.WriteString("\n")
	case *Note:
		w.paragraph("> " + b.Text.markdown())
	case *Foot:
		w.paragraph("---")
		for _, t := range b.Lines {
			w.paragraph(t.markdown())
		}
	}
}

func (w *markdown) list(l *List) {
	for i, item := range l.Items {
		mark := "- "
		if l.Numbered {
			mark = strconv.Itoa(i+1) + ". "
		}
		w.out.WriteString(mark + escapeStart(item.Text.markdown()) + "\n")
		if len(item.Under) == 0 {
			continue
		}
		w.out.WriteString("\n")
		for _, b := range item.Under {
			w.block(b, strings.Repeat(" ", len(mark)))
		}
	}
	if n := len(l.Items); n == 0 || len(l.Items[n-1].Under) == 0 {
		w.out.WriteString("\n")
	}
}

// markdown returns the text with its marks.
func (t Text) markdown() string {
	var b strings.Builder
	for _, s := range t {
		if s.Bold {
			b.WriteString("**" + escape(s.Words) + "**")
		} else {
			b.WriteString(escape(s.Words))
		}
	}
	return b.String()
}
