package match

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// The forms in which logs of the backup process write its codes: (MBErrorDomain/205), MBErrorDomain:100,
// "Domain=MBErrorDomain Code=303", MBErrorDomain(303), |MBErrorDomain|209|.
var logCode = regexp.MustCompile(`(?i)\bMBErrorDomain\W{1,4}(?:code\W{1,3})?(\d{1,4})\b`)

// wrapping codes say only that something failed or that several things did; a code beside them tells more.
var wrapping = []int{0, 1, 2, 202}

// logCodes are the codes of MBErrorDomain in a text, each once, in the order of their first mention but with
// those last that only wrap others. At most 64 KiB are read.
func logCodes(text string) []int {
	var codes, wrappers []int
	for _, found := range logCode.FindAllStringSubmatch(clip(text, maxBytes), -1) {
		code, err := strconv.Atoi(found[1])
		if err != nil || slices.Contains(codes, code) || slices.Contains(wrappers, code) {
			continue
		}
		if slices.Contains(wrapping, code) {
			wrappers = append(wrappers, code)
		} else {
			codes = append(codes, code)
		}
	}
	return append(codes, wrappers...)
}

func codeName(code int) string { return fmt.Sprintf("MBErrorDomain %d", code) }
