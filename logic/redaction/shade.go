package redaction

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sheet is a text on which parts are covered. Its shade is what the rules read.
type sheet struct {
	text string
	// shade is the text with digits and letters of full width as ASCII, and so the digits of all scripts; with one
	// form of double quotes, of single ones and apostrophes, of dashes and of spaces. A part that is covered is
	// filled with the mark of its kind, a control character.
	shade []byte
	at    []int // the byte of the text for each byte of the shade, and for its end
	hits  [listCount][]span
	pages []span // links to Apple's pages
	has   [utf8.RuneSelf]bool
}

// span is a part of a shade.
type span struct{ from, to int }

func newSheet(text string) *sheet {
	s := &sheet{text: text, shade: make([]byte, 0, len(text)), at: make([]int, 0, len(text)+1)}
	last := ' '
	for i, r := range text {
		last = shadeOf(r, last)
		if last < utf8.RuneSelf {
			s.has[last] = true
		}
		s.shade = utf8.AppendRune(s.shade, last)
		for range utf8.RuneLen(last) {
			s.at = append(s.at, i)
		}
	}
	s.at = append(s.at, len(text))
	return s
}

// shadeOf returns the character for r after the character last.
func shadeOf(r, last rune) rune {
	switch {
	case r == '\n' || r >= ' ' && r < 0x7F && r != '`' && r != '´':
		return r
	case r < ' ':
		return ' '
	case r >= '！' && r <= '～':
		r -= '！' - '!'
		return r
	case strings.ContainsRune("„“”‟«»「」『』《》〈〉", r):
		return '"'
	case strings.ContainsRune("‚‘’‛‹›′`´", r):
		return '\''
	case strings.ContainsRune("‐‑‒–—―−", r), r == 'ー' && unicode.IsDigit(last):
		return '-'
	case strings.ContainsRune("【〔", r):
		return '['
	case strings.ContainsRune("】〕", r):
		return ']'
	case r == '﹫':
		return '@'
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Nd, r):
		return '0' + digitOf(r)
	}
	return r
}

// digitOf is the value of a digit of any script. The table of digits has them in tens.
func digitOf(r rune) rune {
	for _, block := range unicode.Nd.R16 {
		if first := rune(block.Lo); r >= first && r <= rune(block.Hi) {
			return (r - first) % 10
		}
	}
	for _, block := range unicode.Nd.R32 {
		if first := rune(block.Lo); r >= first && r <= rune(block.Hi) {
			return (r - first) % 10
		}
	}
	return 0
}

// appleLink matches a link to a page of Apple inside of a text.
var appleLink = regexp.MustCompile(`(?i)\b(?:https?://)?(?:[a-z0-9-]+\.)*apple\.com(?:/[^\s"<>]*)?` +
	`(?:[^\p{L}\p{N}.@/]|$)`)

// findPages notes the links to Apple's pages, which anybody may read: the numbers of its pages look like those of
// devices.
func (s *sheet) findPages() {
	if !s.has['.'] {
		return
	}
	for _, m := range appleLink.FindAllIndex(s.shade, -1) {
		s.pages = append(s.pages, span{m[0], m[1]})
	}
}

func (s *sheet) isInPage(from, to int) bool {
	return slices.ContainsFunc(s.pages, func(p span) bool { return p.from <= from && to <= p.to })
}

// markOf is the byte that covers a part of a kind.
func markOf(k Kind) byte { return byte(1 + slices.Index(Kinds, k)) }

func isMark(b byte) bool { return b > 0 && int(b) <= len(Kinds) }

// cover covers a part, and what is covered inside of it stays so.
func (s *sheet) cover(k Kind, from, to int) {
	mark := markOf(k)
	for i := from; i < to; i++ {
		if !isMark(s.shade[i]) {
			s.shade[i] = mark
		}
	}
}

// between matches what may stand between two marks that become one.
var between = regexp.MustCompile(`^(?: |'s )?$`)

// written returns the text with words in place of the covered parts, and counts them. Several of one kind in a row
// are one.
func (s *sheet) written(word func(Kind) string, left Left) string {
	var b strings.Builder
	var last byte // the mark before gap, 0 for none
	gap := 0      // start of what follows the last mark
	for i := 0; i < len(s.shade); i++ {
		mark := s.shade[i]
		if !isMark(mark) {
			continue
		}
		from := i
		for i+1 < len(s.shade) && s.shade[i+1] == mark {
			i++
		}
		if mark != last || !between.Match(s.shade[gap:from]) {
			k := Kinds[mark-1]
			b.WriteString(s.text[s.at[gap]:s.at[from]])
			b.WriteString(word(k))
			left[k]++
		}
		last, gap = mark, i+1
	}
	if gap == 0 {
		return s.text
	}
	return b.String() + s.text[s.at[gap]:]
}
