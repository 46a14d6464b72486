package knowledge

import (
	"path"
	"slices"
	"strings"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// languagesFolder is the folder inside a knowledge base with one file of words for each language, named by
// its id. They are read when they are first needed: most people need none.
const languagesFolder = "languages"

// dictionary finds the words of a language.
type dictionary struct {
	like   *dictionary // nil when the words end here
	plain  bool        // American English holds where there is no word
	words  screens.Words
	byText map[string][]*screens.Word

	alphabet string // all characters of the words, those of like included
}

func newDictionary(w screens.Words) *dictionary {
	d := &dictionary{words: w, byText: make(map[string][]*screens.Word, len(w.Words))}
	for i := range d.words.Words {
		word := &d.words.Words[i]
		d.byText[word.Of] = append(d.byText[word.Of], word)
	}
	return d
}

// find gives the word for a label at a place; nil when the language has none. A word for that very place goes
// before one for all places.
func (d *dictionary) find(of, at string, device apple.Device) *screens.Word {
	var general *screens.Word
	for _, word := range d.byText[of] {
		switch {
		case !word.IsFor(device):
		case len(word.At) == 0:
			general = word
		case slices.Contains(word.At, at):
			return word
		}
	}
	if general == nil && d.like != nil {
		return d.like.find(of, at, device)
	}
	return general
}

// hasEnglish reports whether American English holds where there is no word.
func (d *dictionary) hasEnglish() bool { return d.plain || d.like != nil && d.like.hasEnglish() }

// amount writes an example such as "4.8 GB of 5 GB used" as the language does; false when the text is no
// amount.
func (d *dictionary) amount(text string) (string, bool) {
	if !strings.HasSuffix(strings.TrimSuffix(text, " used"), " GB") {
		return "", false
	}
	for own := d; own != nil; own = own.like {
		if w := &own.words; w.Gigabyte != "" {
			local := func(s string) string {
				return strings.ReplaceAll(strings.Replace(s, ".", w.Decimal, 1), "GB", w.Gigabyte)
			}
			used, total, of := strings.Cut(strings.TrimSuffix(text, " used"), " of ")
			if !of {
				return local(text), true
			}
			return strings.NewReplacer("{used}", local(used), "{total}", local(total)).Replace(w.Used), true
		}
	}
	return text, true
}

// americanDate is the short date of American English, the language of the base.
const americanDate = "{month}/{day}/{year}"

// ShortDate writes the day of t in figures, as a device does in its language.
func (b *Base) ShortDate(t time.Time, d apple.Device) string {
	pattern := americanDate
	if own, err := b.dictionary(d.Language); err == nil && d.Language != "" {
		for ; own != nil; own = own.like {
			if own.words.Date != "" {
				pattern = own.words.Date
				break
			}
		}
	}
	return strings.NewReplacer("{day}", t.Format("2"), "{month}", t.Format("1"), "{year}", t.Format("06")).Replace(pattern)
}

// Language finds a language by id, whatever its case; nil when there is none. American English, the language
// of the base, is not among them.
func (b *Base) Language(id string) *screens.Language {
	return b.indexed().languages[strings.ToLower(id)]
}

// Alphabet returns the characters of the words of a language, each once. The error tells why the words can't be used.
func (b *Base) Alphabet(id string) (string, error) {
	d, err := b.dictionary(id)
	if err != nil {
		return "", err
	}
	return d.alphabet, nil
}

// collectAlphabet collects the alphabet.
func (d *dictionary) collectAlphabet() {
	var all []rune
	for own := d; own != nil; own = own.like {
		for i := range own.words.Words {
			all = append(all, []rune(own.words.Words[i].Text)...)
		}
	}
	slices.Sort(all)
	d.alphabet = string(slices.Compact(all))
}

// dictionary returns the words of a language. The first call for a language reads its file.
func (b *Base) dictionary(id string) (*dictionary, error) {
	language := b.Language(id)
	if language == nil {
		return nil, words.Fail("knowledge.no-language", "Language", id)
	}
	b.reading.Lock()
	defer b.reading.Unlock()
	return b.readDictionary(language, 0)
}

// readDictionary reads the words of a language and of the languages it is like. The caller holds the lock.
func (b *Base) readDictionary(language *screens.Language, depth int) (*dictionary, error) {
	if d := b.dictionaries[language.ID]; d != nil {
		return d, nil
	}
	own, err := b.ReadWords(language.ID)
	if err != nil {
		return nil, err
	}
	d := newDictionary(own)
	if language.Like == b.Meta.Language {
		d.plain = true
	} else if like := b.Language(language.Like); like != nil && depth < maxLike {
		if d.like, err = b.readDictionary(like, depth+1); err != nil {
			return nil, err
		}
	}
	d.collectAlphabet()
	if b.dictionaries == nil {
		b.dictionaries = map[string]*dictionary{}
	}
	b.dictionaries[language.ID] = d
	return d, nil
}

// maxLike bounds a chain of languages, which a mistake could close to a ring.
const maxLike = 3

// ReadWords reads the file of a language. With an error of the type tomlfile.Problems the words are those
// that could be read; when the file does not exist, errors.Is finds fs.ErrNotExist.
func (b *Base) ReadWords(id string) (screens.Words, error) {
	if b.source == nil {
		return screens.Words{}, words.Fail("knowledge.no-words", "Language", id)
	}
	top, err := tomlfile.Read(b.source, path.Join(b.dir, languagesFolder, id+".toml"), fileLimits)
	if err != nil {
		return screens.Words{}, err
	}
	var file struct {
		Words screens.Words `toml:"words"`
	}
	file.Words.At = top.Place // for a file without [words]
	top.Bind(&file)
	return file.Words, top.Err()
}
