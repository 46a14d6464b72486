package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/prices"
	"backupdoctor/logic/storage"
	"backupdoctor/logic/words"
)

// OwnPlans is the name of a person's own price list in the data folder; its markets replace the shipped ones.
const OwnPlans = "plans.toml"

// LoadLibrary loads the knowledge base, the prices and the words from the shipped files, laid out as in assets, and then the
// person's own price list from the data folder home, if there is one. Home may be empty. When the own list can't be used,
// the library has the shipped prices and a Warning. With an error there is no library.
//
// The meaning of the shipped knowledge base is not judged again at every start: the tests and the linter do that. A part that
// can't be read is an error here too.
func LoadLibrary(files fs.FS, locale language.Tag, home string) (*Library, error) {
	base, err := knowledge.Load(files, assets.Knowledge)
	if err != nil {
		return nil, err
	}
	return LoadAround(base, files, locale, home)
}

// LoadAround is LoadLibrary with another knowledge base than the shipped one.
func LoadAround(base *knowledge.Base, files fs.FS, locale language.Tag, home string) (*Library, error) {
	w, err := words.Load(files, assets.Translations, locale)
	if err != nil {
		return nil, err
	}
	plans, err := prices.Load(files, assets.Plans)
	if err != nil {
		return nil, err
	}
	var warning error
	if home != "" {
		own, err := plans.Overlay(os.DirFS(home), OwnPlans)
		switch {
		case err == nil:
			plans = own
		case !errors.Is(err, fs.ErrNotExist):
			warning = words.Wrap(err, "trouble.own-prices", "File", filepath.Join(home, OwnPlans))
		}
	}
	data, err := storage.LoadData(files, assets.Sizes, assets.CleanUp, plans)
	if err != nil {
		return nil, err
	}
	if w.Translates() {
		base = base.Translated(w.Content)
		translate(data, w)
	}
	lib, err := NewLibrary(base, data, w)
	if err != nil {
		return nil, err
	}
	lib.Warning = warning
	return lib, nil
}

// translate puts the texts of the storage planner's files into the program's language.
func translate(data *storage.Data, w *words.Catalog) {
	for i := range data.Actions {
		a := &data.Actions[i]
		key := "cleanup." + a.ID + "."
		a.Title, a.How, a.Loses = w.Content(key+"title", a.Title), w.Content(key+"how", a.How), w.Content(key+"loses", a.Loses)
	}
	for i := range data.Prices.Markets {
		m := &data.Prices.Markets[i]
		m.Name, m.Note = w.Content("market."+m.ID+".name", m.Name), w.Content("market."+m.ID+".note", m.Note)
	}
}

// LocaleFromEnv is the locale that LC_ALL, LC_MESSAGES or LANG ask for, the first that is set, as POSIX
// orders them. Without one, and for C and POSIX, it is American English.
func LocaleFromEnv(getenv func(string) string) language.Tag {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := getenv(name)
		if value == "" {
			continue
		}
		code, _, _ := strings.Cut(value, ".")
		code, _, _ = strings.Cut(code, "@")
		if tag, err := language.Parse(strings.ReplaceAll(code, "_", "-")); err == nil {
			return tag
		}
		break
	}
	return language.AmericanEnglish
}
