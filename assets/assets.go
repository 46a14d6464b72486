// Package assets embeds the files that the program ships with: the knowledge base, the data of the storage
// planner, the words and the icons. It knows no other package.
package assets

import "embed"

// Files holds the embedded files under their names in this folder, such as knowledge/causes.toml.
//
//go:embed knowledge translations plans.toml sizes.toml cleanup.toml
var Files embed.FS

// Icon is the program's icon as a PNG, drawn from the SVG beside it.
//
//go:embed icons/backupdoctor.png
var Icon []byte

// Places in Files.
const (
	Knowledge    = "knowledge"
	Translations = "translations"
	Plans        = "plans.toml"
	Sizes        = "sizes.toml"
	CleanUp      = "cleanup.toml"
)
