package match

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// The forms in which logs of the backup process write its codes: (MBErrorDomain/205), MBErrorDomain:100,
// "Domain=MBErrorDomain Code=303", MBErrorDomain(303), |MBErrorDomain|209|; "ErrorCode 105: …" is that of a computer.
var logCode = regexp.MustCompile(`(?i)\bMBErrorDomain\W{1,4}(?:code\W{1,3})?(\d{1,4})\b|\bErrorCode (\d{1,4})\b`)

// wrapping codes say only that something failed or that several things did; a code beside them tells more.
var wrapping = []int{0, 1, 2, 202}

// code is a code in a log.
type code struct {
	number     int
	ofComputer bool // written as programs on a computer write it
}

// logCodes are the codes of MBErrorDomain in a text, each once, in the order of their first mention but with
// those last that only wrap others. At most 64 KiB are read.
func logCodes(text string) []code {
	var codes, wrappers []code
	for _, found := range logCode.FindAllStringSubmatch(clip(text, maxBytes), -1) {
		number, err := strconv.Atoi(found[1] + found[2])
		known := func(c code) bool { return c.number == number }
		if err != nil || slices.ContainsFunc(codes, known) || slices.ContainsFunc(wrappers, known) {
			continue
		}
		c := code{number, found[2] != ""}
		if slices.Contains(wrapping, number) {
			wrappers = append(wrappers, c)
		} else {
			codes = append(codes, c)
		}
	}
	return append(codes, wrappers...)
}

func codeName(code int) string { return fmt.Sprintf("MBErrorDomain %d", code) }
