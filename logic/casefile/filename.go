package casefile

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"backupdoctor/logic/casefile/filename"
)

// maxStem bounds a file name without its endings, in bytes. File systems allow 255 for all of it.
const maxStem = 120

// reserved are names that Windows keeps for devices, whatever ending follows.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$`)

// fileStem makes a file name, without ending, of a case's name. Letters and digits of all scripts stay; what
// some file system can't keep, or what would lead to another folder or hide the file, becomes a hyphen.
func fileStem(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(tidy(name)) {
		kept := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune(" _-'’()", r)
		if !kept || r == '\ufffd' {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		if b.Len()+len(string(r)) > maxStem {
			break
		}
		b.WriteRune(r)
	}
	result := strings.Trim(b.String(), " -")
	switch {
	case result == "":
		return "case"
	case reserved.MatchString(result):
		return result + "-case"
	}
	return result
}

// numbered is the nth name for a stem: "Anna", "Anna 2", "Anna 3".
func numbered(stem string, n int) string {
	if n == 1 {
		return stem
	}
	return fmt.Sprintf("%s %d", stem, n)
}

// damagedName matches the names that moveAside gives.
var damagedName = regexp.MustCompile(`\.damaged-[0-9]{8}T[0-9]{6}Z(-[0-9]+)?\.(backupcase|toml)$`)

// belongs returns the name of the case's file that a file in the shelf belongs to, empty for none.
func belongs(file string) string {
	if at := damagedName.FindStringIndex(file); at != nil {
		return file[:at[0]] + filepath.Ext(file)
	}
	for _, suffix := range []string{"", goodSuffix, newSuffix, goodSuffix + newSuffix, lockSuffix} {
		if of, ok := strings.CutSuffix(file, suffix); ok && filename.IsCase(of) {
			return of
		}
	}
	return ""
}
