// Package assets embeds the files that the program ships with: the knowledge base and what else stands in this folder.
// It knows no other package.
package assets

import "embed"

// Files holds the embedded files under their names in this folder, such as knowledge/causes.toml.
//
//go:embed knowledge
var Files embed.FS

// Knowledge is the folder of the knowledge base in Files.
const Knowledge = "knowledge"
