package terminal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/knowledge/lint"
	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/session"
	"backupdoctor/logic/settings"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// maxCase is more than the largest size of a case file, in bytes. Reading stops there; parsing then reports
// the size.
const maxCase = 5 << 20

// stdin is the file name of standard input.
const stdin = "-"

// library loads the shipped files, or another knowledge base from a folder. When the person's own prices
// can't be used, library reports why and loads the shipped prices.
func (p *program) library(folder string) (*session.Library, error) {
	home, err := casefile.Home(p.getenv)
	if err != nil {
		home = "" // without a data folder there are no own prices
	}
	locale := p.words.Locale()
	load := func() (*session.Library, error) { return session.LoadLibrary(assets.Files, locale, home) }
	if folder != "" {
		base, err := lint.Load(os.DirFS(folder), ".")
		if err != nil {
			return nil, inFolder(folder, err)
		}
		load = func() (*session.Library, error) { return session.LoadAround(base, assets.Files, locale, home) }
	}
	lib, err := load()
	if err != nil {
		return nil, err
	}
	if lib.Warning != nil {
		fmt.Fprintln(p.err, "backupdoctor:", clean(p.words.Sentence(lib.Warning)))
	}
	return lib, nil
}

// locale returns the locale of the environment, with the language that was chosen in the window's settings.
func (p *program) locale() language.Tag {
	locale := session.LocaleFromEnv(p.getenv)
	home, err := casefile.Home(p.getenv)
	if err != nil {
		return locale
	}
	// Ignore the error: the window reports it.
	kept, _ := settings.Load(filepath.Join(home, settings.FileName))
	return words.Locale(locale, kept.Language)
}

// inFolder puts the folder before the names of the files that an error is about.
func inFolder(folder string, err error) error {
	problems, ok := errors.AsType[tomlfile.Problems](err)
	if !ok {
		if at, ok := errors.AsType[*fs.PathError](err); ok { // it knows the folder as "."
			return &fs.PathError{Op: at.Op, Path: filepath.Join(folder, at.Path), Err: at.Err}
		}
		return fmt.Errorf("%s: %w", folder, err)
	}
	return place(folder, problems)
}

func place(folder string, problems tomlfile.Problems) tomlfile.Problems {
	placed := slices.Clone(problems)
	for i := range placed {
		placed[i].File = filepath.Join(folder, placed[i].File)
	}
	return placed
}

// read parses a case without opening it: no lock is taken and nothing is written.
func (p *program) read(name string, lib *session.Library) (casefile.Case, error) {
	var data []byte
	var err error
	if name == stdin {
		name = "stdin"
		data, err = io.ReadAll(io.LimitReader(p.in.r, maxCase))
	} else {
		data, err = plainfile.Read(name, maxCase)
	}
	if errors.Is(err, plainfile.ErrNotRegular) {
		return casefile.Case{}, words.Wrap(err, "toml-file.unreadable", "File", name)
	}
	if err != nil {
		return casefile.Case{}, words.Wrap(err, "cases.error.read")
	}
	return casefile.Parse(name, data, lib.Known())
}

// view derives the state of a case in a file.
func (p *program) view(o options) (*session.Library, *session.View, error) {
	lib, err := p.library(o.knowledge)
	if err != nil {
		return nil, nil, err
	}
	c, err := p.read(o.files[0], lib)
	if err != nil {
		return nil, nil, err
	}
	return lib, lib.Derive(c, p.now()), nil
}
