package words

import (
	"errors"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"backupdoctor/assets"
)

// Sentence is a sentence by its key in the translation files, with the values in it in pairs as for Catalog.Text. A value that
// is a Teller or an error is put into words with it. Packages that find something to say hand sentences on; whoever has a catalog puts
// them into words.
type Sentence struct {
	Key    string
	Values []any
}

// Say makes a sentence.
func Say(key string, values ...any) Sentence { return Sentence{key, values} }

// Quote is a sentence that is the same in every language, such as a piece of a file.
func Quote(text string) Sentence { return Sentence{"case-file.quote", []any{"Text", text}} }

// Teller is something that can be put into words.
type Teller interface {
	Tell(c *Catalog) string
}

// IsZero reports whether there is nothing to say.
func (s Sentence) IsZero() bool { return s.Key == "" }

// Tell puts the sentence into words; the zero sentence is empty.
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

// String is the sentence in English, for logs.
func (s Sentence) String() string { return s.Tell(english()) }

// English puts something into English, for logs.
func English(t Teller) string { return t.Tell(english()) }

// Trouble is an error that a person may meet. Err is what lies behind it; it may be nil.
type Trouble struct {
	Sentence
	Err error
}

// Fail makes a trouble.
func Fail(key string, values ...any) *Trouble { return &Trouble{Sentence: Say(key, values...)} }

// Wrap makes a trouble of an error, which {{.Error}} in the sentence stands for.
func Wrap(err error, key string, values ...any) *Trouble {
	return &Trouble{Say(key, append(values, "Error", err)...), err}
}

// Error is the trouble in English.
func (t *Trouble) Error() string { return t.String() }

// Unwrap is what lies behind it.
func (t *Trouble) Unwrap() error { return t.Err }

// Sentence puts an error into words: one that has its words in the translation files is told in the catalog's language, any
// other, such as one of the operating system, as it says itself.
func (c *Catalog) Sentence(err error) string {
	if joined, ok := err.(interface{ Unwrap() []error }); ok { // what is inside comes below
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
	return err.Error()
}

// english are the shipped texts, for errors that are printed where no catalog is at hand.
var english = sync.OnceValue(func() *Catalog {
	c, err := Load(assets.Files, assets.Translations, language.English)
	if err != nil {
		return &Catalog{} // a test reads the shipped texts; then keys are better than nothing
	}
	return c
})
