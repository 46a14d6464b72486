package casefile

import (
	"errors"
	"strings"
	"unicode"

	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

// parseSize reads "4.8 GB", "4,8 GB" or "512 MB" into bytes, with 1 GB = 10^9 bytes. The unit must be there, since a bare
// number in a case's file is bytes. No locale helps: the file means the same everywhere.
func parseSize(text string) (int64, *words.Trouble) {
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return 0, words.Fail("case-file.no-unit", "Size", clip(text))
	}
	bytes, err := storage.ParseAmount(text, storage.Hints{})
	switch {
	case errors.Is(err, storage.ErrAmbiguous):
		return 0, words.Fail("case-file.two-ways", "Size", clip(text))
	case errors.Is(err, storage.ErrTooLarge):
		return 0, words.Fail("case-file.over-plan", "Size", clip(text))
	case err != nil:
		return 0, words.Fail("case-file.no-size", "Size", clip(text))
	}
	return bytes, nil
}
