// Package settings keeps a person's choices and place between two runs: looks, window size, the open case and
// the place in it. The settings are a TOML file that may be edited by hand.
package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/language"

	"backupdoctor/logic/plainfile"
	"backupdoctor/logic/tomlfile"
	"backupdoctor/logic/words"
)

// FileName is the name of the file in the data folder.
const FileName = "settings.toml"

// The choices of Appearance.
const (
	FollowSystem = "system"
	AlwaysLight  = "light"
	AlwaysDark   = "dark"
)

// The range of InterfacePercent.
const (
	InterfaceLeast = 80
	InterfaceMost  = 200
)

// Settings is the whole file.
type Settings struct {
	Appearance   string `toml:"appearance"` // FollowSystem, AlwaysLight or AlwaysDark
	HighContrast bool   `toml:"high_contrast"`
	TextPercent  int    `toml:"text_percent" range:"100..200"`
	// InterfacePercent scales everything in the window, text included, on top of the scale of the system: 80
	// to 200.
	InterfacePercent int `toml:"interface_percent" range:"80..200"`
	// Language is the language of the program's texts: a BCP 47 tag or words.Pseudo; empty follows the
	// system.
	Language     string  `toml:"language"`
	ReduceMotion bool    `toml:"reduce_motion"`
	Helper       bool    `toml:"helper"` // shows percentages, minutes and all rows
	Tray         bool    `toml:"tray"`   // a closed window goes on watching a phone, with an icon in the system tray
	Case         string  `toml:"case"`   // path of the case opened last
	Window       Window  `toml:"window"`
	Place        Place   `toml:"place"`
	Status       Status  `toml:"status"`
	Network      Network `toml:"network"`
	Phone        Phone   `toml:"phone"`
	Upload       Upload  `toml:"upload"`
	Release      Release `toml:"release"`
}

// Window is the size of the window in the toolkit's units; 0 before the window was ever open.
type Window struct {
	Width  float32 `toml:"width" range:"0..20000"`
	Height float32 `toml:"height" range:"0..20000"`
}

// Place is the place where the person was: a tab and, in the guide, a step. An empty ID follows the
// recommendation.
type Place struct {
	Tab  string `toml:"tab"`
	Kind string `toml:"kind"`
	ID   string `toml:"id"`
	For  string `toml:"for"`
}

// The sources of facts that the settings switch, by their ids.
const (
	AppleStatus = "apple-status"
	ThisNetwork = "network"
	ThePhone    = "phone"
	UploadSpeed = "upload"
	Releases    = "release"
)

// Off is the switch of a source, true when the person does not want it asked; nil for a source that has none.
func (s *Settings) Off(source string) *bool {
	switch source {
	case AppleStatus:
		return &s.Status.Off
	case ThisNetwork:
		return &s.Network.Off
	case ThePhone:
		return &s.Phone.Off
	case UploadSpeed:
		return &s.Upload.Off
	case Releases:
		return &s.Release.Off
	}
	return nil
}

// Status holds the address of Apple's status feed; empty means Apple's own address.
type Status struct {
	Off     bool   `toml:"off"` // the person does not want it asked
	Address string `toml:"address"`
}

// Network holds the hosts that the reachability check visits; empty means Apple's.
type Network struct {
	Off   bool     `toml:"off"` // the person does not want it tested
	Hosts []string `toml:"hosts"`
}

// Phone holds whether the phone that is connected to this computer is read.
type Phone struct {
	Off bool `toml:"off"` // the person does not want it read
}

// Upload holds the address of the configuration of the upload test; empty means Apple's.
type Upload struct {
	Off     bool   `toml:"off"` // the person does not want it measured
	Address string `toml:"address"`
}

// Release holds the address that tells of the newest version; empty means that of whoever built the program.
type Release struct {
	Off     bool   `toml:"off"` // the person does not want to be offered the question
	Address string `toml:"address"`
}

// Default returns the settings of a first start.
func Default() Settings {
	return Settings{Appearance: FollowSystem, TextPercent: 100, InterfacePercent: 100}
}

// Load reads the file. A missing file gives the default. A broken one gives the default and tomlfile.Problems
// that name the file and the lines; the file is left where it is until Save moves it aside.
func Load(path string) (Settings, error) {
	top, err := tomlfile.ReadFile(path, limits)
	if errors.Is(err, fs.ErrNotExist) {
		return Default(), nil
	}
	if err != nil {
		return Default(), err
	}
	return take(top)
}

// limits bound the file.
var limits = tomlfile.Limits{Bytes: 64 << 10, Values: 1000}

// take reads the settings out of the file's top table.
func take(top *tomlfile.Table) (Settings, error) {
	s := Default()
	top.Bind(&s)
	switch s.Appearance {
	case FollowSystem, AlwaysLight, AlwaysDark:
	default:
		top.Reject("appearance", "settings.appearance", "Value", s.Appearance)
	}
	if _, err := language.Parse(s.Language); s.Language != "" && s.Language != words.Pseudo && err != nil {
		top.Reject("language", "settings.language", "Value", s.Language)
	}
	if err := top.Err(); err != nil {
		return Default(), err
	}
	return s, nil
}

// Save writes the file in one step, so that the file is never half written. A file that Load can't read is
// first renamed to a free name with "damaged"; a link stays a link.
func (s Settings) Save(path string) error {
	path = behind(path)
	if _, err := Load(path); err != nil {
		if err := os.Rename(path, aside(path)); err != nil {
			return err
		}
	}
	text, err := s.text()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp := path + ".new"
	if err := plainfile.Write(temp, text); err != nil {
		return err
	}
	plainfile.Dress(temp, path)
	return os.Rename(temp, path)
}

// behind is the file that a path leads to, also by a link to a file that is not there yet.
func behind(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	target, err := os.Readlink(path)
	switch {
	case err != nil:
		return path
	case filepath.IsAbs(target):
		return target
	}
	return filepath.Join(filepath.Dir(path), target)
}

// text is the content of the file.
func (s Settings) text() ([]byte, error) {
	var text bytes.Buffer
	err := toml.NewEncoder(&text).Encode(s)
	return text.Bytes(), err
}

// aside is a free name for a damaged file, so that none takes the place of another.
func aside(path string) string {
	stem, ext := strings.TrimSuffix(path, filepath.Ext(path))+".damaged", filepath.Ext(path)
	name := stem + ext
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d%s", stem, n, ext)
	}
}
