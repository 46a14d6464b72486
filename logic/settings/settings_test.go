package settings_test

import (
	"os"
	"path/filepath"
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
		{"appearance = \"sepia\"", "appearance"},
		{"text_percent = 900", "text_percent"},
		{"colour = 1", "colour"},
		{"appearance = ", "line 1"},
		{"text_percent = \"big\"", "text_percent"},
		{"[window]\nwidth = -5", "window"},
	} {
		path := filepath.Join(t.TempDir(), settings.FileName)
		if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := settings.Load(path)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), settings.FileName) {
			t.Errorf("%q gives the error %v, want one with the file and %q", test.text, err, test.want)
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
