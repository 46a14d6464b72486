package outside

import "unicode/utf16"

// fit returns a text in UTF-16, in at most so many units. An ellipsis stands for what is cut off.
func fit(text string, units int) []uint16 {
	wide := utf16.Encode([]rune(text))
	if len(wide) <= units {
		return wide
	}
	end := units - 1 // the ellipsis needs one
	if wide[end]&0xFC00 == 0xDC00 {
		end-- // the cut would part the two halves of a character
	}
	return append(wide[:end], '…')
}
