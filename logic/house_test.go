package logic_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	house = "backupdoctor"
	app   = "fyne.io/fyne/v2/app"
)

// room is one package of the house, as "go list" tells it.
type room struct {
	ImportPath string
	Imports    []string // direct, without those of tests
	Deps       []string // direct and indirect
}

// in tells whether a package is the one named or lies below it.
func in(pkg, parent string) bool {
	return pkg == parent || strings.HasPrefix(pkg, parent+"/")
}

// isBasic tells whether a package is one of those that the knowledge base stands on.
func isBasic(pkg string) bool {
	return slices.Contains([]string{"/logic/knowledge/screens", "/logic/apple", "/logic/plainfile", "/logic/tomlfile", "/logic/words", "/assets"}, strings.TrimPrefix(pkg, house))
}

// rule says what the packages that it is for must not import.
type rule struct {
	name   string
	whom   func(pkg string) bool
	direct bool // look at direct imports only
	banned func(pkg, imported string) bool
}

var rules = []rule{
	{
		name:   "logic knows no toolkit and no window",
		whom:   func(pkg string) bool { return in(pkg, house+"/logic") },
		banned: func(_, i string) bool { return in(i, "fyne.io") || in(i, house+"/ui") || i == house },
	},
	{
		name: "diagnosis knows the knowledge base and nothing else of the house",
		whom: func(pkg string) bool { return in(pkg, house+"/logic/diagnosis") },
		banned: func(_, i string) bool {
			return in(i, house) && i != house+"/logic/knowledge" && !isBasic(i) && !in(i, house+"/logic/diagnosis")
		},
	},
	{
		name: "the simulation knows diagnosis and knowledge base, and nothing else of the house",
		whom: func(pkg string) bool { return in(pkg, house+"/logic/simulation") },
		banned: func(pkg, i string) bool {
			return in(i, house) && i != house+"/logic/knowledge" && i != house+"/logic/diagnosis" && !isBasic(i) && !in(i, pkg)
		},
	},
	{
		name:   "the laboratory is not shipped: nobody knows it",
		whom:   func(pkg string) bool { return !in(pkg, house+"/logic/lab") },
		banned: func(_, i string) bool { return in(i, house+"/logic/lab") },
	},
	{
		name:   "diagnosis is pure: no files, no network, no clock, no randomness",
		whom:   func(pkg string) bool { return pkg == house+"/logic/diagnosis" },
		direct: true,
		banned: func(_, i string) bool {
			return in(i, "os") || in(i, "net") || in(i, "math/rand") || in(i, "crypto") || i == "time"
		},
	},
	{
		name:   "what is known depends on no case and no evidence",
		whom:   func(pkg string) bool { return in(pkg, house+"/logic/knowledge") },
		banned: func(_, i string) bool { return in(i, house) && !in(i, house+"/logic/knowledge") && !isBasic(i) },
	},
	{
		name:   "the reader of files and the devices know nothing that a file means",
		whom:   func(pkg string) bool { return pkg == house+"/logic/tomlfile" || pkg == house+"/logic/apple" },
		banned: func(_, i string) bool { return in(i, house) && !isBasic(i) },
	},
	{
		name: "prices and sizes depend on no case",
		whom: func(pkg string) bool {
			return slices.Contains([]string{"/logic/prices", "/logic/size", "/logic/storage"}, strings.TrimPrefix(pkg, house))
		},
		banned: func(pkg, i string) bool {
			known := []string{"/logic/knowledge", "/logic/words", "/logic/plainfile", "/logic/tomlfile", "/logic/apple", "/logic/prices", "/logic/size"}
			return in(i, house+"/logic") && i != pkg && !slices.Contains(known, strings.TrimPrefix(i, house)) ||
				i == house+"/logic/storage" && pkg == house+"/logic/prices"
		},
	},
	{
		name: "phrases are made of values: they know no session, no page and no report",
		whom: func(pkg string) bool { return in(pkg, house+"/logic/session/phrase") },
		banned: func(pkg, i string) bool {
			return in(i, house+"/logic/session") && !in(i, pkg) || in(i, house+"/logic/report")
		},
	},
	{
		name:   "a session knows neither the pages of the guide nor the report",
		whom:   func(pkg string) bool { return pkg == house+"/logic/session" },
		banned: func(_, i string) bool { return in(i, house+"/logic/session/guide") || in(i, house+"/logic/report") },
	},
	{
		name:   "the guide knows no report",
		whom:   func(pkg string) bool { return in(pkg, house+"/logic/session/guide") },
		banned: func(_, i string) bool { return in(i, house+"/logic/report") },
	},
	{
		name:   "a drawing does not know what it shows",
		whom:   func(pkg string) bool { return in(pkg, house+"/logic/drawing") },
		banned: func(pkg, i string) bool { return in(i, house) && !in(i, pkg) },
	},
	{
		name:   "assets know nobody",
		whom:   func(pkg string) bool { return in(pkg, house+"/assets") },
		banned: func(pkg, i string) bool { return in(i, house) && !in(i, pkg) },
	},
	{
		name:   "the harness in a real window stands beside the program: nobody knows it",
		whom:   func(pkg string) bool { return !in(pkg, house+"/e2e") },
		banned: func(_, i string) bool { return in(i, house+"/e2e") },
	},
	{
		name:   "the window runs without an app of its own",
		whom:   func(pkg string) bool { return in(pkg, house+"/ui") },
		banned: func(_, i string) bool { return i == app || i == house },
	},
	{
		name:   "a room of the window knows only the rooms below it",
		whom:   func(pkg string) bool { return in(pkg, house+"/ui") && pkg != house+"/ui" },
		direct: true,
		banned: func(pkg, i string) bool {
			below, isRoom := roomsBelow[strings.TrimPrefix(pkg, house+"/ui/")]
			return in(i, house+"/ui") && !(isRoom && slices.Contains(below, strings.TrimPrefix(i, house+"/ui/")))
		},
	},
	{
		name:   "only main starts the app",
		whom:   func(pkg string) bool { return pkg != house },
		direct: true,
		banned: func(_, i string) bool { return i == app },
	},
	{
		name: "only evidence goes to the network; two starts of the program meet at a socket",
		whom: func(pkg string) bool {
			return !in(pkg, house+"/logic/evidence") && pkg != house+"/logic/instance"
		},
		direct: true,
		banned: func(_, i string) bool { return i == "net" || i == "net/http" },
	},
	{
		name: "one room starts other programs; the laboratory starts the compiler",
		whom: func(pkg string) bool {
			return pkg != house+"/logic/outside" && pkg != house+"/logic/lab/mutate" && !in(pkg, house+"/e2e")
		},
		direct: true,
		banned: func(_, i string) bool { return i == "os/exec" },
	},
	{
		name:   "only tests choose samples and tell what is drawn",
		whom:   func(string) bool { return true },
		direct: true,
		banned: func(_, i string) bool { return i == house+"/logic/sample" || i == house+"/ui/drawn" },
	},
	{
		name:   "only tests play an iPhone",
		whom:   func(pkg string) bool { return !in(pkg, house+"/logic/evidence/phone/fakephone") },
		banned: func(_, i string) bool { return in(i, house+"/logic/evidence/phone/fakephone") },
	},
	{
		name: "TOML is read through one reader; the settings are written",
		whom: func(pkg string) bool {
			return pkg != house+"/logic/tomlfile" && pkg != house+"/logic/settings"
		},
		direct: true,
		banned: func(_, i string) bool { return in(i, "github.com/BurntSushi/toml") },
	},
	{
		name: "a package is named for what it holds",
		whom: func(pkg string) bool {
			name := pkg[strings.LastIndex(pkg, "/")+1:]
			return slices.Contains([]string{"util", "utils", "helper", "helpers", "common", "misc", "manager"}, name)
		},
		banned: func(string, string) bool { return true },
	},
}

// roomsBelow says for each room of ui which other rooms of ui it may import. The window itself knows all of them.
var roomsBelow = map[string][]string{
	"fallback": {},
	"terminal": {},
	"theme":    {},
	"drawn":    {"theme"},
	"flow":     {"theme"},
	"paint":    {"theme", "flow"},
	"place":    {"theme", "flow", "paint"},
	"chart":    {"theme", "flow", "paint"},
	"widgets":  {"theme", "flow", "paint", "place"},
	"phone":    {"theme", "flow"},
	"form":     {"theme", "flow", "paint", "place", "widgets"},
	"voice":    {"theme", "flow", "paint", "place", "widgets", "form", "phone"},
	"desk":     {"theme", "flow", "paint", "place", "widgets", "form"},
	"lists":    {"theme", "flow", "paint", "place", "widgets", "chart", "form", "desk"},
	"guide":    {"theme", "flow", "paint", "place", "widgets", "form", "desk", "phone"},
	"storage":  {"theme", "flow", "paint", "place", "widgets", "chart", "form", "desk"},
	"report":   {"theme", "flow", "paint", "place", "widgets", "form", "desk", "phone"},

	"desk/desktest": {"theme", "place", "widgets", "desk", "phone"},
}

// breaches lists every place where the rooms break a rule.
func breaches(rooms []room) []string {
	var found []string
	for _, r := range rules {
		for _, room := range rooms {
			if !r.whom(room.ImportPath) {
				continue
			}
			imports := room.Deps
			if r.direct {
				imports = room.Imports
			}
			for _, i := range imports {
				if r.banned(room.ImportPath, i) {
					found = append(found, fmt.Sprintf("%s: %s imports %s", r.name, room.ImportPath, i))
				}
			}
		}
	}
	return found
}

func TestImportsKeepToThePlan(t *testing.T) {
	rooms := list(t)
	if !slices.ContainsFunc(rooms, func(r room) bool { return r.ImportPath == house+"/logic/diagnosis" }) {
		t.Fatalf("the diagnosis is not among the %d packages listed", len(rooms))
	}
	for _, breach := range breaches(rooms) {
		t.Error(breach)
	}
}

func TestBreachesAreFound(t *testing.T) {
	tests := []struct {
		pkg, imports string
		want         string // name of the broken rule; empty when the import is fine
	}{
		{"logic/storage", "fyne.io/fyne/v2", "logic knows no toolkit and no window"},
		{"logic/casefile", house + "/ui/guide", "logic knows no toolkit and no window"},
		{"logic/diagnosis", house + "/logic/evidence/phone", "diagnosis knows the knowledge base and nothing else of the house"},
		{"logic/diagnosis", house + "/logic/knowledge", ""},
		{"logic/simulation", house + "/logic/session", "the simulation knows diagnosis and knowledge base, and nothing else of the house"},
		{"logic/simulation", house + "/logic/diagnosis", ""},
		{"logic/diagnosis", house + "/logic/lab", "the laboratory is not shipped: nobody knows it"},
		{"", house + "/logic/lab", "the laboratory is not shipped: nobody knows it"},
		{"logic/lab/bench", house + "/logic/lab", ""},
		{"logic/diagnosis", "time", "diagnosis is pure: no files, no network, no clock, no randomness"},
		{"logic/casefile", "time", ""},
		{"logic/knowledge", house + "/logic/casefile", "what is known depends on no case and no evidence"},
		{"logic/storage", house + "/logic/casefile", "prices and sizes depend on no case"},
		{"logic/prices", house + "/logic/storage", "prices and sizes depend on no case"},
		{"logic/storage", house + "/logic/prices", ""},
		{"logic/session/phrase", house + "/logic/session", "phrases are made of values: they know no session, no page and no report"},
		{"logic/session/phrase", house + "/logic/casefile", ""},
		{"logic/session", house + "/logic/session/guide", "a session knows neither the pages of the guide nor the report"},
		{"logic/session", house + "/logic/session/phrase", ""},
		{"logic/session/guide", house + "/logic/report", "the guide knows no report"},
		{"logic/session/guide", house + "/logic/session", ""},
		{"logic/drawing", house + "/logic/report", "a drawing does not know what it shows"},
		{"assets", house + "/logic/knowledge", "assets know nobody"},
		{"ui", house + "/logic/report", ""},
		{"ui", house + "/e2e", "the harness in a real window stands beside the program: nobody knows it"},
		{"ui/theme", app, "the window runs without an app of its own"},
		{"logic/report", "net/http", "only evidence goes to the network; two starts of the program meet at a socket"},
		{"logic/evidence/network", "net/http", ""},
		{"", house + "/logic/evidence/phone/fakephone", "only tests play an iPhone"},
		{"ui/report", "os/exec", "one room starts other programs; the laboratory starts the compiler"},
		{"logic/outside", "os/exec", ""},
		{"ui/flow", house + "/ui/widgets", "a room of the window knows only the rooms below it"},
		{"ui/attic", house + "/ui/theme", "a room of the window knows only the rooms below it"},
		{"ui/guide", house + "/ui/report", "a room of the window knows only the rooms below it"},
		{"ui/desk", house + "/ui/form", ""},
		{"ui", house + "/ui/desk", ""},
		{"logic/casefile", "github.com/BurntSushi/toml", "TOML is read through one reader; the settings are written"},
		{"logic/settings", "github.com/BurntSushi/toml", ""},
		{"logic/utils", "strings", "a package is named for what it holds"},
	}
	for _, tt := range tests {
		pkg := strings.TrimSuffix(house+"/"+tt.pkg, "/")
		found := strings.Join(breaches([]room{{pkg, []string{tt.imports}, []string{tt.imports}}}), "\n")
		if tt.want == "" && found != "" || !strings.Contains(found, tt.want) {
			t.Errorf("%s imports %s: found %q, want %q", pkg, tt.imports, found, tt.want)
		}
	}
}

// TestThePhoneIsHandedItsPictures looks at the source of the drawn phone: it uses the values of a walk, and neither holds a
// knowledge base nor loads one.
func TestThePhoneIsHandedItsPictures(t *testing.T) {
	files, err := filepath.Glob("../ui/phone/*.go")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	values := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		values += bytes.Count(text, []byte("tour.Tour")) + bytes.Count(text, []byte("tour.Shot"))
		for _, banned := range []string{"knowledge.Base", "knowledge.Load", "tour.New", "backupdoctor/assets"} {
			if bytes.Contains(text, []byte(banned)) {
				t.Errorf("%s uses %s", name, banned)
			}
		}
	}
	if values == 0 {
		t.Error("the phone draws no tour: the guard looks at the wrong place")
	}
}

// list asks the go command for every package of the house, as it is built for the tests without a screen.
// A package that does not build is listed as far as it can be read; the compiler complains about it elsewhere.
func list(t *testing.T) []room {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-tags", "ci", "-json=ImportPath,Imports,Deps", "./...")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var rooms []room
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var r room
		if err := decoder.Decode(&r); errors.Is(err, io.EOF) {
			return rooms
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		rooms = append(rooms, r)
	}
}

// longest is the number of lines that a source file may have; a longer one tells more than one story.
const longest = 400

func TestNoSourceFileIsTooLong(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name != ".." && strings.HasPrefix(name, ".") || name == "bin" || name == "build" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		text, err := os.ReadFile(path)
		if lines := bytes.Count(text, []byte("\n")); lines > longest {
			t.Errorf("%s has %d lines, more than %d", path, lines, longest)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 5 {
		t.Errorf("only %d source files found: the walk starts at the wrong place", files)
	}
}
