package assets

import (
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// renew writes licenses.txt and NOTICE instead of comparing them: make licenses.
var renew = flag.Bool("renew", false, "write licenses.txt and NOTICE anew")

// module is a module that the program is built from on one of the systems.
type module struct{ path, version, folder string }

// modules are those of all systems, ordered by path.
func modules(t *testing.T) []module {
	t.Helper()
	found := map[string]module{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f",
			"{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "..")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1", "GOFLAGS=")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			if part := strings.Split(strings.TrimSpace(line), "\t"); len(part) == 3 {
				found[part[0]] = module{part[0], part[1], part[2]}
			}
		}
	}
	var all []module
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return all
}

var licenseFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice)([._-].*)?$`)

// textsIn returns all texts of licenses in a folder and below it, each once.
func textsIn(t *testing.T, folder string) string {
	t.Helper()
	var texts []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !licenseFile.MatchString(d.Name()) || filepath.Ext(path) == ".go" ||
			strings.Contains(path, "testdata") {
			return err
		}
		data, err := os.ReadFile(path)
		if text := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n")); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) == 0 {
		t.Errorf("%s has no license", folder)
	}
	return strings.Join(texts, "\n\n")
}

// TestTheLicensesAreThoseOfWhatIsBuilt gathers the licenses anew and compares.
func TestTheLicensesAreThoseOfWhatIsBuilt(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("one system is enough")
	}
	goLicense, err := os.ReadFile(filepath.Join(strings.TrimSpace(goRoot(t)), "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	want := []License{{Work: "Go", Text: strings.TrimSpace(string(goLicense))}}
	for _, m := range modules(t) {
		want = append(want, License{m.path, m.version, textsIn(t, m.folder)})
	}
	if len(want) < 20 {
		t.Fatalf("only %d modules are found", len(want))
	}
	if *renew {
		var out strings.Builder
		for _, l := range want {
			out.WriteString(licenseMark + strings.TrimSpace(l.Work+" "+l.Version) + "\n" + l.Text + "\n\n")
		}
		if err := os.WriteFile("licenses.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(noticeFile, []byte(notice(t, want)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got := Licenses(); !slices.Equal(got, want) {
		for i := range want {
			if i >= len(got) || got[i] != want[i] {
				t.Fatalf("licenses.txt has not the license of %s %s; make licenses writes it", want[i].Work, want[i].Version)
			}
		}
		t.Fatalf("licenses.txt has %d licenses, want %d; make licenses writes it", len(got), len(want))
	}
	kept, err := os.ReadFile(noticeFile)
	if err != nil || string(kept) != notice(t, want) {
		t.Fatalf("NOTICE does not list what is built (%v); make licenses writes it", err)
	}
}

const noticeFile = "../NOTICE"

// kinds tells a license by words that only its text has; the names are those of SPDX.
var kinds = []struct{ name, words string }{
	{"Apache-2.0", "Apache License Version 2.0"},
	{"BSD-2-Clause", "other materials provided with the distribution. THIS SOFTWARE"},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from this software"},
	{"Bitstream-Vera", "Bitstream Vera"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
	{"MPL-2.0", "Mozilla Public License"},
	{"OFL-1.1", "SIL OPEN FONT LICENSE"},
	{"Unlicense", "This is free and unencumbered software released into the public domain"},
	{"Zlib", "This software is provided 'as-is', without any express or implied warranty"},
}

// notice lists what the program is built from, with the kinds of licenses.
func notice(t *testing.T, list []License) string {
	t.Helper()
	var out strings.Builder
	out.WriteString("Backup Doctor\nCopyright (c) 2026 The Backup Doctor authors\n\n" +
		"Backup Doctor is under the MIT license in the file LICENSE. The program also contains the works below.\n" +
		"Fonts and C libraries are part of the module that brings them. assets/licenses.txt has all texts;\n" +
		"the program shows them under About.\n\n")
	for _, l := range list {
		text := strings.Join(strings.Fields(l.Text), " ")
		var names []string
		for _, k := range kinds {
			if strings.Contains(text, k.words) {
				names = append(names, k.name)
			}
		}
		if len(names) == 0 {
			t.Errorf("the kind of the license of %s is not known", l.Work)
		}
		out.WriteString(strings.TrimSpace(l.Work+" "+l.Version) + ": " + strings.Join(names, ", ") + "\n")
	}
	return out.String()
}

func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
