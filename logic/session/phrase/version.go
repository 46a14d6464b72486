package phrase

import "backupdoctor/logic/knowledge"

const (
	oldestBackup = 9  // the first system whose backups iCloud still takes; see the check of the version
	firstIPadOS  = 13 // before, iPads had iOS
)

// VersionRemark says what a version means that Backup Doctor knows no screens of; empty for all others and for text that is no
// version.
func (b *Book) VersionRemark(kind, text string) string {
	version, err := knowledge.ParseVersion(text)
	known := b.base.Meta.Versions
	if err != nil || version.IsZero() || len(known) == 0 {
		return ""
	}
	system := knowledge.Device{Kind: kind}.System()
	if version.Major < firstIPadOS {
		system = knowledge.Device{Kind: knowledge.IPhone}.System()
	}
	oldest, err := knowledge.ParseVersion(known[0])
	switch {
	case b.base.IsNewer(version):
		return b.words.Text("different.newer", "System", system, "Version", version.String(), "Known", known[len(known)-1])
	case version.Major < oldestBackup:
		return b.words.Text("details.version.too-old", "System", system, "Version", version.String(), "Oldest", oldestBackup)
	case err == nil && version.Major < oldest.Major:
		return b.words.Text("details.version.older", "System", system, "Version", version.String(), "Known", known[0])
	}
	return ""
}
