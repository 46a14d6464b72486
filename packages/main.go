// Command packages fills a folder with all that packages for Linux, Windows and macOS need beside the
// program: entries of menus, descriptions for stores, icons in all sizes, the manual page and the recipes of
// the packages themselves. What they say about the program comes from FyneApp.toml, its icons and its help.
package main

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/tomlfile"
)

//go:embed templates
var templates embed.FS

// Product is what the templates know.
type Product struct {
	Name, ID, Version               string
	Build                           int
	GenericName, Comment            string
	Categories, Keywords            []string
	Day, Maintainer                 string
	Address, Files                  string    // of the project's page, and above its files; empty when not known
	Date                            time.Time // of the release; files in packages have it too
	Commands                        []command
	Introduction, Window, ExitCodes string // of the help
	Root, System, Processor         string // as the caller names them
	MediaType, Suffix, CaseName     string
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "packages:", err)
		os.Exit(1)
	}
}

// run fills the folder that is named, for a system and a processor as Go names them.
func run(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("usage: packages FOLDER SYSTEM PROCESSOR, such as build/packages/linux-amd64 linux amd64")
	}
	p, err := product(".")
	if err != nil {
		return err
	}
	p.Root, p.System, p.Processor = filepath.ToSlash(args[0]), args[1], args[2]
	files, err := p.texts(".")
	if err != nil {
		return err
	}
	if err := p.addIcons(".", files); err != nil {
		return err
	}
	for name, content := range files {
		path := filepath.Join(args[0], filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil { //nolint:gosec // names of our own, in the folder that was asked for
			return err
		}
		if err := plainfile.Write(path, content); err != nil {
			return err
		}
		if err := os.Chtimes(path, p.Date, p.Date); err != nil {
			return err
		}
	}
	return nil
}

// product reads what FyneApp.toml and the help say.
func product(root string) (Product, error) {
	p := Product{MediaType: "application/x-backupdoctor-case", Suffix: "backupcase", CaseName: "Backup Doctor case"}
	content, err := plainfile.Read(filepath.Join(root, "FyneApp.toml"), 1<<16)
	if err != nil {
		return p, err
	}
	file, err := tomlfile.Parse("FyneApp.toml", content, tomlfile.Limits{})
	if err != nil {
		return p, err
	}
	var details, linux, release *tomlfile.Table
	if file.Need("Details", &details) && file.Need("LinuxAndBSD", &linux) && file.Need("Release", &release) {
		details.Need("Name", &p.Name)
		details.Need("ID", &p.ID)
		details.Need("Version", &p.Version)
		details.Need("Build", &p.Build)
		linux.Need("GenericName", &p.GenericName)
		linux.Need("Comment", &p.Comment)
		linux.Need("Categories", &p.Categories)
		linux.Need("Keywords", &p.Keywords)
		release.Need("Date", &p.Day)
		release.Need("Maintainer", &p.Maintainer)
		release.Take("Address", &p.Address)
		release.Take("Files", &p.Files)
	}
	if err := file.Err(); err != nil {
		return p, err
	}
	if p.Date, err = time.Parse(time.DateOnly, p.Day); err != nil {
		return p, fmt.Errorf("FyneApp.toml: the date of the release: %w", err)
	}
	return p, p.readHelp(filepath.Join(root, "assets/translations/en.json"))
}

// texts are the filled templates, licenses and the manual by their place in the folder. ID in the name of a
// template becomes that of the program.
func (p Product) texts(root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(templates, "templates", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates, path)
		if err != nil {
			return err
		}
		name := strings.ReplaceAll(strings.TrimPrefix(path, "templates/"), "ID", p.ID)
		files[name], err = p.fill(path, string(text))
		return err
	})
	if err != nil {
		return nil, err
	}
	return files, p.addTexts(root, files)
}

func (p Product) fill(path, text string) ([]byte, error) {
	t, err := template.New(path).Option("missingkey=error").Funcs(template.FuncMap{
		"join": strings.Join, "roff": roff,
	}).Parse(text)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, p)
	return out.Bytes(), err
}

// addIcons adds both icons, the program's and that of a case, in all sizes.
func (p Product) addIcons(root string, files map[string][]byte) error {
	for name, as := range map[string]string{
		"backupdoctor": "apps/" + p.ID, "case": "mimetypes/" + strings.ReplaceAll(p.MediaType, "/", "-"),
	} {
		svg, err := plainfile.Read(filepath.Join(root, "assets/icons", name+".svg"), 1<<16)
		if err != nil {
			return err
		}
		const theme = "linux/usr/share/icons/hicolor/"
		files[theme+"scalable/"+as+".svg"] = svg
		drawing, err := draw(svg)
		if err != nil {
			return err
		}
		pictures := map[int][]byte{}
		for _, side := range sizes {
			if pictures[side], err = picture(drawing, side); err != nil {
				return err
			}
			files[fmt.Sprintf("%s%dx%d/%s.png", theme, side, side, as)] = pictures[side]
			files[fmt.Sprintf("windows/%s-%d.png", name, side)] = pictures[side]
		}
		files["macos/"+name+".icns"] = icns(pictures)
		files["windows/"+name+".ico"] = ico(pictures)
	}
	return nil
}

// addTexts adds the license, what the program is made of, and for Linux the change log and the manual page as
// compressed files.
func (p Product) addTexts(root string, files map[string][]byte) error {
	texts := map[string][]byte{}
	for _, name := range []string{"LICENSE", "NOTICE", "assets/licenses.txt"} {
		text, err := plainfile.Read(filepath.Join(root, name), 1<<20)
		if err != nil {
			return err
		}
		texts[name] = text
	}
	const doc = "linux/usr/share/doc/backupdoctor/"
	files[doc+"copyright"] = slices.Concat(texts["LICENSE"], []byte("\n"), texts["NOTICE"], files["common-licenses"])
	for place, text := range map[string][]byte{
		doc + "third-party.txt.gz":                   texts["assets/licenses.txt"],
		doc + "changelog.gz":                         files["changelog"],
		"linux/usr/share/man/man1/backupdoctor.1.gz": files["backupdoctor.1"],
	} {
		var out bytes.Buffer
		pressed, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
		if err != nil {
			return err
		}
		if _, err := pressed.Write(text); err != nil {
			return err
		}
		if err := pressed.Close(); err != nil {
			return err
		}
		files[place] = out.Bytes()
	}
	return nil
}
