package session_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/session"
	"backupdoctor/logic/tomlfile"
)

func TestLoadLibraryTakesTheShippedFiles(t *testing.T) {
	lib, err := session.LoadLibrary(assets.Files, language.German, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(lib.Base.Causes) < 20 || len(lib.Base.Checks) < 20 {
		t.Errorf("only %d causes and %d checks", len(lib.Base.Causes), len(lib.Base.Checks))
	}
	if m, ok := lib.Plans.Market("us"); !ok || m.Own {
		t.Errorf("market us: %v, own %v", ok, m.Own)
	}
	if got := lib.Words.Number(1.5, 1); got != "1,5" {
		t.Errorf("one and a half reads %q, not as Germans write it", got)
	}
}

const ownMarket = `[meta]
date = 2026-12-01
source = "https://example.org/prices"
[[market]]
id = "us"
name = "United States"
currency = "USD"
tax = "added"
price = { 50gb = "7.77", 200gb = "8.77", 2tb = "9.99", 6tb = "29.99", 12tb = "59.99" }
`

func TestLoadLibraryUsesOwnPricesUnlessTheyAreBroken(t *testing.T) {
	for name, tt := range map[string]struct {
		text    string // of the own file; empty for none
		want    string
		warning string
	}{
		"no file":      {"", "0.99", ""},
		"own price":    {ownMarket, "7.77", ""},
		"not TOML":     {"[meta", "0.99", "plans.toml:1"},
		"wrong amount": {strings.Replace(ownMarket, `"7.77"`, `"cheap"`, 1), "0.99", "plans.toml:"},
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			if tt.text != "" {
				if err := os.WriteFile(filepath.Join(home, session.OwnPlans), []byte(tt.text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, home)
			if err != nil {
				t.Fatal(err)
			}
			warning := lib.Warning
			if (warning != nil) != (tt.warning != "") || warning != nil && !strings.Contains(warning.Error(), tt.warning) {
				t.Errorf("warning %v, want one that names %q", warning, tt.warning)
			}
			market, _ := lib.Plans.Market("us")
			price, _ := market.Price("50gb")
			if got := price.Month.Number(); got != tt.want {
				t.Errorf("50 GB cost %s, want %s", got, tt.want)
			}
		})
	}
}

func TestLoadLibrarySaysWhatIsMissing(t *testing.T) {
	for _, missing := range []string{assets.Knowledge, assets.Translations, assets.Plans} {
		files := fstest.MapFS{}
		err := fs.WalkDir(assets.Files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasPrefix(path, missing) {
				return err
			}
			data, err := fs.ReadFile(assets.Files, path)
			files[path] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if lib, err := session.LoadLibrary(files, language.English, ""); err == nil || lib != nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("without %s: library %v, error %v", missing, lib != nil, err)
		}
	}
	var problems tomlfile.Problems
	if _, err := session.LoadLibrary(fstest.MapFS{}, language.English, ""); err == nil || errors.As(err, &problems) {
		t.Errorf("an empty folder gives %v", err)
	}
}

func TestLocaleFromEnv(t *testing.T) {
	for _, tt := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "en-US"},
		{map[string]string{"LANG": "de_DE.UTF-8"}, "de-DE"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_CH"}, "fr-CH"},
		{map[string]string{"LANG": "de_DE", "LC_MESSAGES": "fr_CH", "LC_ALL": "pt_BR.ISO8859-1@euro"}, "pt-BR"},
		{map[string]string{"LC_ALL": "C", "LANG": "de_DE"}, "en-US"},
		{map[string]string{"LANG": "POSIX"}, "en-US"},
		{map[string]string{"LANG": "C.UTF-8"}, "en-US"},
		{map[string]string{"LANG": "%%%"}, "en-US"},
	} {
		got := session.LocaleFromEnv(func(name string) string { return tt.env[name] })
		if got.String() != tt.want {
			t.Errorf("%v: %s, want %s", tt.env, got, tt.want)
		}
	}
}
