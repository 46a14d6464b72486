// Package assets embeds the files that the program ships with: the knowledge base, the data of the storage planner, the
// words and the icons. It knows no other package.
package assets

import "embed"

// Files holds the embedded files under their names in this folder, such as knowledge/causes.toml.
//
//go:embed knowledge translations plans.toml sizes.toml cleanup.toml
var Files embed.FS

// Places in Files.
const (
	Knowledge    = "knowledge"
	Translations = "translations"
	Plans        = "plans.toml"
	Sizes        = "sizes.toml"
	CleanUp      = "cleanup.toml"
)
