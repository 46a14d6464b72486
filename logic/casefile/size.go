package casefile

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"backupdoctor/logic/storage"
)

// parseSize reads "4.8 GB", "4,8 GB" or "512 MB" into bytes, with 1 GB = 10^9 bytes. The unit must be there, since a bare
// number in a case's file is bytes. No locale helps: the file means the same everywhere.
func parseSize(text string) (int64, error) {
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return 0, fmt.Errorf("%s has no unit", clip(text))
	}
	bytes, err := storage.ParseAmount(text, storage.Hints{})
	switch {
	case errors.Is(err, storage.ErrAmbiguous):
		return 0, fmt.Errorf("%s can be read in two ways", clip(text))
	case errors.Is(err, storage.ErrTooLarge):
		return 0, fmt.Errorf("%s is larger than any plan", clip(text))
	case err != nil:
		return 0, fmt.Errorf("%s is not a size", clip(text))
	}
	return bytes, nil
}
