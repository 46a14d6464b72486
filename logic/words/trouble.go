package words

import (
	"errors"
	"io/fs"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"backupdoctor/assets"
)

// Sentence is a sentence that is not yet in any language: its key in the translation files, and its values in
// pairs as for Catalog.Text. Packages without a catalog return sentences; the front ends, which have one, put
// them into words. A value that is a Teller or an error is put into words with the sentence.
type Sentence struct {
	Key    string
	Values []any
}

// Say makes a sentence.
func Say(key string, values ...any) Sentence { return Sentence{key, values} }

// Quote makes a sentence that is the same in every language, such as a piece of a file.
func Quote(text string) Sentence { return Sentence{"words.quoted", []any{"Text", text}} }

// Teller is something that can be put into words.
type Teller interface {
	Tell(c *Catalog) string
}

// IsZero reports whether the sentence is empty.
func (s Sentence) IsZero() bool { return s.Key == "" }

// Tell puts the sentence into the words of a catalog. The zero sentence has no words.
func (s Sentence) Tell(c *Catalog) string {
	if s.IsZero() {
		return ""
	}
	values := make([]any, len(s.Values))
	for i, value := range s.Values {
		switch v := value.(type) {
		case Teller:
			value = v.Tell(c)
		case error:
			value = c.Sentence(v)
		}
		values[i] = value
	}
	return c.Text(s.Key, values...)
}

// String returns the sentence in English, for logs.
func (s Sentence) String() string { return s.Tell(english()) }

// English puts something into English, for logs.
func English(t Teller) string { return t.Tell(english()) }

// Trouble is an error with a sentence for people.
type Trouble struct {
	Sentence
	Err error // the error behind the trouble; may be nil
}

// Fail makes a trouble.
func Fail(key string, values ...any) *Trouble { return &Trouble{Sentence: Say(key, values...)} }

// Wrap makes a trouble of an error, which stands for {{.Error}} in the sentence.
func Wrap(err error, key string, values ...any) *Trouble {
	return &Trouble{Say(key, append(values, "Error", err)...), err}
}

// Error returns the trouble in English.
func (t *Trouble) Error() string { return t.String() }

// Unwrap returns the error behind the trouble.
func (t *Trouble) Unwrap() error { return t.Err }

// Sentence puts an error into words. An error with a sentence is told in the catalog's language, and so are the usual ones
// of the operating system about a file, whose own words are for programmers; any other error has the words of its Error
// method. Joined errors stand below each other.
func (c *Catalog) Sentence(err error) string {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []string
		for _, one := range joined.Unwrap() {
			all = append(all, c.Sentence(one))
		}
		return strings.Join(all, "\n")
	}
	if t, ok := errors.AsType[interface {
		error
		Teller
	}](err); ok {
		return t.Tell(c)
	}
	if file, ok := errors.AsType[*fs.PathError](err); ok {
		switch {
		case errors.Is(file, fs.ErrNotExist):
			return c.Text("words.missing", "Path", file.Path)
		case errors.Is(file, fs.ErrPermission):
			return c.Text("words.forbidden", "Path", file.Path)
		}
	}
	return err.Error()
}

// english returns the shipped English texts, for errors that are printed without a catalog.
var english = sync.OnceValue(func() *Catalog {
	c, err := Load(assets.Files, assets.Translations, language.English)
	if err != nil {
		return &Catalog{} // never happens, since a test reads the shipped texts; an empty catalog prints the keys
	}
	return c
})
