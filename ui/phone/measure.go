package phone

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
)

// label returns the words of a row on the picture. When the words are not sure in the phone's language, the
// marked row shows the English words in quotation marks; another row shows the guess, if there is one.
func (l *list) label(stop screens.Stop, marked bool) string {
	switch {
	case stop.Label == "[name]":
		return l.name
	case stop.Guess != "" && !marked:
		return screens.Filled(stop.Guess)
	case stop.Doubt != screens.Sure:
		return screens.Filled(stop.Quoted())
	}
	return labelText(stop.Label)
}

// measure breaks the label into lines and sets height and insets of a box.
func (l *list) measure(b *box) {
	m, row := l.metrics, b.stop.Row
	marked := b.index == l.mark
	words, inner := l.label(b.stop, marked), l.width-2*l.edge()-2*m.pad()
	b.inset, b.size = m.pad(), m.font
	b.doubt = b.stop.Doubt != screens.Sure && !marked
	switch {
	case l.strip:
		b.at.h = m.tile() + m.font*0.9
	case b.bare && row.Kind == screens.RowCard:
		b.lines = wrap(words, m.font*1.25, true, inner, 2)
		b.at.h = m.font*4.6 + float32(len(b.lines))*lineHeight(m.font*1.25)
	case b.bare:
		b.lines = wrap(words, m.small, row.Kind == screens.RowHead, inner, 6)
		b.at.h = float32(len(b.lines)) * lineHeight(m.small)
	case row.ID == "bar":
		b.value = elide(b.stop.Value, m.font, false, inner)
		if b.stop.Value == "" || b.stop.Screen.ID == "device-storage" {
			b.lines = wrap(words, m.font, true, inner, 1)
		}
		b.at.h = m.font*3.1 + float32(len(b.lines))*lineHeight(m.font)
	case row.Kind == screens.RowCard && row.ID != "account" && row.ID != "sign-in":
		b.banner = true
		b.lines = wrap(words, m.font*1.1, true, inner, 2)
		b.at.h = m.font*4.3 + float32(len(b.lines))*lineHeight(m.font*1.1)
	case row.Kind == screens.RowCard:
		b.inset += l.faceRadius()*2 + m.font*0.7
		b.labelWidth = inner - l.faceRadius()*2 - m.font*0.7
		if !l.compact {
			b.labelWidth -= m.font
		}
		b.size = m.font * 1.15
		if l.compact { // little width: a smaller name, and nothing below the name
			b.size, l.subline = m.font, ""
		}
		b.lines = wrap(words, b.size, false, b.labelWidth, max(l.maxLines(b), 2))
		b.at.h = m.font*2.2 + float32(len(b.lines))*lineHeight(b.size)
		if l.subline != "" {
			b.at.h += lineHeight(m.small) * 0.7
		}
	default:
		l.measureRow(b, words, inner-l.tail(b))
	}
}

// maxLines returns how many lines the label of a row may have. The marked row is written in full.
func (l *list) maxLines(b *box) int {
	switch {
	case b.index == l.mark:
		return 5
	case l.compact:
		return 1
	}
	return 3
}

// measureRow divides the width between sign, label and value. A word that is too long makes the label
// smaller, as far as the label can be read; then the sign is left out. The value goes below the label when
// the label would need more lines beside it.
func (l *list) measureRow(b *box, words string, space float32) {
	m, row := l.metrics, b.stop.Row
	whole, widest := textWidth(words, m.font, false), float32(0)
	breaks := func(space, size float32) bool { // reports whether a word would break; widths follow the size
		if whole <= space {
			return false
		}
		if widest == 0 {
			widest = widestWord(words, m.font)
		}
		return widest*size > space*m.font
	}
	shrunk := func(space float32) float32 {
		if !breaks(space, m.font) {
			return m.font
		}
		return max(m.floor, m.font*space/widest)
	}
	if _, has := l.tile(b); has {
		sign := m.tile() + m.font*0.7
		if b.plain = !l.compact && breaks(space-sign, m.floor); !b.plain {
			b.inset += sign
			space -= sign
		}
	}
	if !l.compact {
		b.size = shrunk(space)
	}
	b.labelWidth = space
	b.lines = wrap(words, b.size, false, space, l.maxLines(b))
	if b.stop.Value != "" && row.Kind != screens.RowSwitch && !l.compact {
		b.value = elide(b.stop.Value, m.font, false, space)
		beside := space - textWidth(b.value, m.font, false) - m.font*0.6
		b.below = breaks(beside, b.size) || len(wrap(words, b.size, false, beside, 9)) > max(2, len(b.lines))
		if !b.below {
			b.labelWidth, b.lines = beside, wrap(words, b.size, false, beside, l.maxLines(b))
		}
	}
	if b.index == l.mark {
		b.hint = wrap(b.stop.Guess, m.font, false, b.labelWidth, 3)
	}
	b.at.h = max(m.row(), m.font*1.3+b.textHeight(m))
}

// textHeight returns the height of label, hint and a value below them.
func (b *box) textHeight(m metrics) float32 {
	h := float32(len(b.lines))*lineHeight(b.size) + float32(len(b.hint))*lineHeight(m.font)
	if b.below {
		h += lineHeight(m.font)
	}
	return h
}

// tail returns the width at the right end of a row that neither label nor value may use.
func (l *list) tail(b *box) float32 {
	m := l.metrics
	if l.compact {
		return 0
	}
	w := float32(0)
	switch b.stop.Row.Kind {
	case screens.RowSwitch:
		w = m.font*2.6 + m.font*0.6
	case screens.RowLink, screens.RowValue:
		w = m.font * 0.95
	case screens.RowOption:
		w = m.font * 1.4
	case screens.RowText:
		if l.hidesValue(b) {
			w = m.font * 4.2
		}
	}
	if b.info {
		w += m.font * 2.1
	}
	return w
}

// hidesValue reports whether a gray bar stands in place of a value that only the person's phone knows.
func (l *list) hidesValue(b *box) bool {
	row := b.stop.Row
	return row.Kind == screens.RowText && row.Value == "" && row.State == "" &&
		!screens.IsOwnText(b.stop.Label) && !strings.HasSuffix(b.stop.Label, ".") && !l.shot.Sheet
}

// labelText returns a label as it is drawn. A label that stands for the person's own text loses its brackets
// and gets a capital; inside a sentence "…" stands for it.
func labelText(label string) string {
	if !screens.IsOwnText(label) {
		return screens.Filled(label)
	}
	words := label[1 : len(label)-1]
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// switchOn reports whether a switch is drawn on: as the step wants it in the row that the step is about, else
// as in the knowledge base.
func switchOn(row *screens.Row, goal knowledge.Act) bool {
	switch goal {
	case knowledge.ActOn:
		return true
	case knowledge.ActOff:
		return false
	}
	return strings.EqualFold(row.Value, "on")
}
