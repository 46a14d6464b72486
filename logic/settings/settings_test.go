package settings_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"backupdoctor/logic/settings"
)

func TestWhatIsSavedComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", settings.FileName)
	s := settings.Default()
	s.Appearance, s.TextPercent, s.HighContrast = settings.AlwaysDark, 150, true
	s.Window = settings.Window{Width: 900, Height: 600}
	s.Place = settings.Place{Tab: "storage", Kind: "check", ID: "vpn-filter"}
	s.Network.Hosts = []string{"localhost:1"}
	if err := s.Save(path); err != nil {
		t.Fatal(err)
	}
	got, err := settings.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if got.Appearance != s.Appearance || got.TextPercent != 150 || got.Window != s.Window || got.Place != s.Place || len(got.Network.Hosts) != 1 {
		t.Errorf("saved %+v, read %+v", s, got)
	}
}

func TestAFirstStartHasDefaults(t *testing.T) {
	got, err := settings.Load(filepath.Join(t.TempDir(), settings.FileName))
	if err != nil || got.Appearance != settings.FollowSystem || got.TextPercent != 100 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestABrokenFileNamesThePlaceAndIsKept(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"appearance = \"sepia\"", `:1: appearance is "sepia", it must be system, light or dark`},
		{"\ntext_percent = 900", ":2: text_percent is 900, but must be from 100 to 200"},
		{"interface_percent = 79", ":1: interface_percent is 79, but must be from 80 to 200"},
		{"colour = 1", `:1: unknown key "colour"`},
		{"appearance = ", ":1: not TOML"},
		{"text_percent = \"big\"", ":1: text_percent is a string; want a whole number"},
		{"[window]\nwidth = -5", ":2: window.width is -5, but must be from 0 to 20000"},
		{"[window]\nwidth = nan", ":2: window.width is the number NaN; want a finite number"},
		{"language = \"?\"", `:1: language is "?", which is no language such as en`},
		{"x = " + strings.Repeat("{a = ", 10_000), ":1: arrays and tables are nested more than 32 deep"},
	} {
		path := filepath.Join(t.TempDir(), settings.FileName)
		if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := settings.Load(path)
		if err == nil || !strings.HasPrefix(err.Error(), path+test.want) {
			t.Errorf("%.60q gives the error %v, want %q", test.text, err, path+test.want)
		}
		if s.Appearance != settings.FollowSystem || s.TextPercent != 100 {
			t.Errorf("%.60q gives %+v, want the default", test.text, s)
		}
		if err := s.Save(path); err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(strings.TrimSuffix(path, ".toml") + ".damaged.toml")
		if err != nil || string(kept) != test.text {
			t.Errorf("the damaged file is kept as %q, %v", kept, err)
		}
	}
}

// Each damaged file is kept, the first of them too.
func TestNoDamagedFileTakesThePlaceOfAnother(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, settings.FileName)
	kept := map[string]bool{}
	for _, text := range []string{"a = ", "b = ", "c = "} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := settings.Default().Save(path); err != nil {
			t.Fatal(err)
		}
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.damaged*.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		kept[string(text)] = true
	}
	if len(kept) != 3 {
		t.Errorf("of three damaged files %v are kept in %v", kept, names)
	}
}

// Who keeps the settings elsewhere and links to them finds them there.
func TestALinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	path, target := filepath.Join(dir, settings.FileName), filepath.Join(dir, "mine.toml")
	if err := settings.Default().Save(target); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, path); err != nil {
		t.Skip(err)
	}
	s := settings.Default()
	s.TextPercent = 150
	if err := s.Save(path); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(path)
	got, _ := settings.Load(target)
	if err != nil || info.Mode()&os.ModeSymlink == 0 || got.TextPercent != 150 {
		t.Errorf("the link is %v, behind it stands %d", info.Mode(), got.TextPercent)
	}
}

// A link may also lead to a file that is not there yet, or whose folder is named from the link on.
func TestALinkToAFileThatIsNotThereYetStaysALink(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, settings.FileName)
	for _, target := range []string{filepath.Join(dir, "absolute.toml"), filepath.Join("kept", "relative.toml")} {
		_ = os.Remove(path)
		if err := os.Symlink(target, path); err != nil {
			t.Skip(err)
		}
		s := settings.Default()
		s.TextPercent = 150
		if err := s.Save(path); err != nil {
			t.Fatal(err)
		}
		info, err := os.Lstat(path)
		got, _ := settings.Load(path)
		if err != nil || info.Mode()&os.ModeSymlink == 0 || got.TextPercent != 150 {
			t.Errorf("%s: %v with %d %%, %v", target, info.Mode(), got.TextPercent, err)
		}
	}
}

// Who lets others read the settings goes on letting them.
func TestSavingKeepsTheRights(t *testing.T) {
	path := filepath.Join(t.TempDir(), settings.FileName)
	for _, mode := range []os.FileMode{0o600, 0o644} {
		if err := settings.Default().Save(path); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := settings.Default().Save(path); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != mode {
			t.Errorf("%v became %v, %v", mode, info.Mode(), err)
		}
	}
}
