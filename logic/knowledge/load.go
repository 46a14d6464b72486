package knowledge

import (
	"errors"
	"io/fs"
	"path"

	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// Bounds of a knowledge base on disk.
const maxFiles = 200

var fileLimits = tomlfile.Limits{Bytes: 2 << 20}

// contents lists the sections of the files. Any file may hold any section. The section language only names
// the languages; the words of each language are in a file of their own.
type contents struct {
	Meta       *Meta            `toml:"meta"`
	Groups     []Group          `toml:"group"`
	Causes     []Cause          `toml:"cause"`
	Checks     []Check          `toml:"check"`
	Fixes      []Fix            `toml:"fix"`
	Gates      []Gate           `toml:"gate"`
	Messages   []Message        `toml:"message"`
	Complaints []Complaint      `toml:"complaint"`
	Elsewheres []Elsewhere      `toml:"elsewhere"`
	Screens    []screens.Screen `toml:"screen"`
	Routes     []screens.Route  `toml:"route"`
	Sources    []Source         `toml:"source"`
	Together   []Together       `toml:"together"`
	Contradict []Contradiction  `toml:"contradiction"`
	Codes      []Code           `toml:"code"`
	Cases      []SampleCase     `toml:"case"`
	Measured   *Measured        `toml:"measured"`

	Languages []screens.Language `toml:"language"`
}

// Load reads all .toml files of the folder dir of fsys in the order of their names and joins them. Load does
// not judge the entries; lint.Load does. With an error of the type tomlfile.Problems the base holds the
// readable entries; with any other error, such as for a missing folder, there is no base.
func Load(fsys fs.FS, dir string) (*Base, error) { return load(fsys, dir, dir) }

// LoadWithCases is Load with the invented patients of the folder cases in dir, which only tests of the base need.
func LoadWithCases(fsys fs.FS, dir string) (*Base, error) {
	cases := path.Join(dir, "cases")
	if _, err := fs.Stat(fsys, cases); errors.Is(err, fs.ErrNotExist) {
		return load(fsys, dir, dir)
	}
	return load(fsys, dir, dir, cases)
}

// load joins the files of folders to the base of dir.
func load(fsys fs.FS, dir string, folders ...string) (*Base, error) {
	b := &Base{source: fsys, dir: dir}
	var all tomlfile.Problems
	for _, folder := range folders {
		entries, err := fs.ReadDir(fsys, folder)
		if err != nil {
			return nil, words.Wrap(err, "knowledge.unreadable")
		}
		for _, entry := range entries {
			if entry.IsDir() || path.Ext(entry.Name()) != ".toml" {
				continue
			}
			if b.Files++; b.Files > maxFiles {
				return nil, words.Fail("knowledge.many-files", "Most", maxFiles, "Folder", dir)
			}
			err := b.add(path.Join(folder, entry.Name()))
			problems, ok := errors.AsType[tomlfile.Problems](err)
			if err != nil && !ok {
				return nil, words.Wrap(err, "knowledge.unreadable")
			}
			all = append(all, problems...)
		}
	}
	if b.Files == 0 {
		return nil, words.Fail("knowledge.no-files", "Folder", dir)
	}
	if len(all) > 0 {
		return b, all.Sorted()
	}
	b.countMessages()
	return b, nil
}

// add reads one file and adds its entries.
func (b *Base) add(name string) error {
	top, err := tomlfile.Read(b.source, name, fileLimits)
	if err != nil {
		return err
	}
	var c contents
	top.Bind(&c)
	b.Groups = append(b.Groups, c.Groups...)
	b.Causes = append(b.Causes, c.Causes...)
	b.Checks = append(b.Checks, c.Checks...)
	b.Fixes = append(b.Fixes, c.Fixes...)
	b.Gates = append(b.Gates, c.Gates...)
	b.Messages = append(b.Messages, c.Messages...)
	b.Complaints = append(b.Complaints, c.Complaints...)
	b.Elsewheres = append(b.Elsewheres, c.Elsewheres...)
	b.Screens = append(b.Screens, c.Screens...)
	b.Routes = append(b.Routes, c.Routes...)
	b.Sources = append(b.Sources, c.Sources...)
	b.Together = append(b.Together, c.Together...)
	b.Contradictions = append(b.Contradictions, c.Contradict...)
	b.Codes = append(b.Codes, c.Codes...)
	b.SampleCases = append(b.SampleCases, c.Cases...)
	b.Languages = append(b.Languages, c.Languages...)
	if c.Measured != nil {
		b.Measured = *c.Measured
	}
	switch {
	case c.Meta == nil:
	case b.Meta.At == (tomlfile.Place{}):
		b.Meta = *c.Meta
	default:
		c.Meta.At.Wrong("", words.Say("knowledge.second-meta"), words.Say("knowledge.want.one-meta"))
	}
	return top.Err()
}
