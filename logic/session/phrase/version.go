package phrase

import (
	"slices"
	"strconv"

	"backupdoctor/logic/apple"
)

const (
	// oldestBackup is the major release of the oldest system whose backups iCloud takes, as in the check "system-version".
	oldestBackup = 9
	// firstIPadOS is the major release of the first iPadOS; iPads had iOS before.
	firstIPadOS = 13
)

// VersionRemark returns a remark on a system version whose screens nobody has seen. Other versions, and a text
// that is no version, have no remark.
func (b *Book) VersionRemark(kind, text string) string {
	version, err := apple.ParseVersion(text)
	known := b.base.Meta.Versions
	if err != nil || version.IsZero() || len(known) == 0 {
		return ""
	}
	system := apple.Device{Kind: kind}.System()
	if version.Major < firstIPadOS {
		system = apple.Device{Kind: apple.IPhone}.System()
	}
	oldest, err := apple.ParseVersion(known[0])
	switch {
	case b.base.IsNewer(version):
		return b.words.Text("different.newer", "System", system, "Version", version.String(), "Known", known[len(known)-1])
	case version.Major < oldestBackup:
		return b.words.Text("details.version.too-old", "System", system, "Version", version.String(), "Oldest", oldestBackup)
	case err == nil && version.Major < oldest.Major:
		return b.words.Text("details.version.older", "System", system, "Version", version.String(), "Known", known[0])
	}
	at := slices.Index(known, strconv.Itoa(version.Major))
	if at > 0 && slices.Contains(b.base.Meta.Unseen, known[at]) {
		return b.words.Text("details.version.unseen", "System", system, "Version", known[at],
			"Taken", known[at-1])
	}
	return ""
}
