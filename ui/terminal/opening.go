package terminal

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session"
)

// mostCases is the number of cases that are offered to choose from.
const mostCases = 9

// open opens the named case, or lets the person pick a case of the data folder or begin a new one. When the
// input ends before that, open returns no file. isNew is set when nothing is known about the device yet.
func (p *program) open(lib *session.Library, files []string) (file *casefile.File, isNew bool, err error) {
	var path string
	switch {
	case len(files) == 0:
		if path, err = p.pick(lib); err != nil || path == "" {
			return nil, false, err
		}
	case files[0] == stdin:
		return nil, false, &usageError{p.text("cli.files.text")}
	default:
		if path, err = filepath.Abs(files[0]); err != nil {
			return nil, false, err
		}
	}
	_, missing := os.Stat(path)
	file, notice, err := casefile.Open(path, lib.Known(), p.now)
	if err != nil {
		return nil, false, err
	}
	if !notice.IsZero() {
		p.out.block(notice.Tell(lib.Words))
	}
	if missing != nil && notice.IsZero() {
		p.out.block(p.text("notice.no-file", "File", filepath.Base(path)))
	}
	c := file.Case()
	isNew = len(c.Events) == 0 && c.Version == "" && !file.ReadOnly()
	if isNew && c.Name == "" {
		h := c.Header()
		h.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		if err := file.SetHeader(h); err != nil {
			return nil, false, closeAfter(file, err)
		}
	}
	return file, isNew, nil
}

// closeAfter closes a case after an error and returns the error.
func closeAfter(file *casefile.File, err error) error {
	if trouble := file.Close(); err == nil {
		return trouble
	}
	return err
}

// pick offers the cases of the data folder and returns the path of the chosen case, or an empty path when the
// input ends.
func (p *program) pick(lib *session.Library) (string, error) {
	home, err := casefile.Home(p.getenv)
	if err != nil {
		return "", err
	}
	shelf, err := casefile.OpenShelf(casefile.ShelfDir(home), p.now)
	if err != nil {
		return "", err
	}
	items, err := shelf.List()
	if err != nil {
		return "", err
	}
	p.shelf = shelf
	if len(items) == 0 {
		return p.create(lib)
	}
	items = items[:min(len(items), mostCases)]
	p.out.line(p.text("text.cases"))
	for i, item := range items {
		name := item.Name
		if name == "" {
			name = item.File
		}
		p.out.item("  "+strconv.Itoa(i+1)+". ", p.text("text.cases.item", "Name", name,
			"State", lib.StateText(lib.State(item.Case, p.now())),
			"Time", p.words.Time(item.Changed.In(p.now().Location()))))
	}
	for {
		line, ok := p.ask(p.text("text.cases.which"))
		if !ok || strings.EqualFold(line, "q") {
			return "", nil
		}
		if strings.EqualFold(line, "n") {
			return p.create(lib)
		}
		n, err := strconv.Atoi(line)
		if line == "" {
			n, err = 1, nil
		}
		if err == nil && n >= 1 && n <= len(items) {
			return shelf.Path(items[n-1].File)
		}
		p.out.line(p.text("text.number.wrong", "Most", len(items)))
	}
}

// create makes a new case in the country of the locale and returns its path.
func (p *program) create(lib *session.Library) (string, error) {
	h := casefile.Header{Name: lib.Phrase.FreeName(apple.IPhone, p.taken("")), Device: apple.IPhone}
	if region, sure := p.words.Locale().Region(); region.IsCountry() && sure > 0 {
		h.Country = lib.Plans.CountryOf(region)
	}
	name, err := p.shelf.Create(h)
	if err != nil {
		return "", err
	}
	return p.shelf.Path(name)
}

// taken are the names of the cases of the data folder, but for the one in the file at path.
func (p *program) taken(path string) []string {
	// Ignore the error: picking a case tells it, and two cases may have one name.
	items, _ := p.shelf.List()
	var names []string
	for _, item := range items {
		if item.File != filepath.Base(path) {
			names = append(names, item.Name)
		}
	}
	return names
}
