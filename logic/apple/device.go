// Package apple describes iPhones and iPads: kinds, bodies, system versions, and the properties that follow
// from the name of a model. A When limits a text or a step to some of them. A new model with another body
// needs a rule in model.go.
package apple

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"backupdoctor/logic/words"
)

// The two kinds of device.
const (
	IPhone = "iphone"
	IPad   = "ipad"
)

// Device has all properties that texts and routes depend on: kind, body, system version and language. The
// zero Version means unknown; texts and routes are then those of the newest known version.
type Device struct {
	Kind       string // IPhone or IPad
	Version    Version
	Language   string // id of a Language; empty means American English
	HomeButton bool
	Unlock     string // FaceID or TouchID; empty means the usual one of the kind
	Restart    string // ByVolume or ByHome on old iPhones; empty means by the side button

	KnownModel  bool   // the properties are those of a model, not of the usual one
	NoPowerMode bool   // Low Power Mode stands on the battery page itself, also since version 26
	Adaptive    string // AdaptiveOn or AdaptiveOff; empty for models without, or not known
}

// Of returns the device of a kind whose model has this name, on a version that may be unknown.
func Of(kind, model string, version Version, language string) Device {
	return Device{
		Kind: kind, Version: version, Language: language,
		HomeButton: HasHomeButton(kind, model), Unlock: UnlockOf(kind, model),
		Restart: restartOf(kind, model), KnownModel: tellsModel(kind, model),
		NoPowerMode: lacksPowerMode(kind, model), Adaptive: adaptiveOf(kind, model),
	}
}

// unlock returns FaceID or TouchID.
func (d Device) unlock() string {
	switch {
	case d.Unlock != "":
		return d.Unlock
	case d.HomeButton || d.Kind == IPad:
		return TouchID
	}
	return FaceID
}

// Body returns the kind and the properties that screens depend on: "iPhone with Home button".
func (d Device) Body() string {
	switch {
	case d.Restart != "":
		return d.Name() + " restarted by " + d.Restart
	case d.HomeButton:
		return d.Name() + " with Home button"
	case d.Kind == IPad && d.Unlock == FaceID:
		return d.Name() + " with Face ID"
	case d.NoPowerMode:
		return d.Name() + " without Power Mode"
	case d.Adaptive != "":
		return d.Name() + " with Adaptive Power " + d.Adaptive
	}
	return d.Name()
}

// Name returns the product name for texts: "iPhone" or "iPad".
func (d Device) Name() string {
	if d.Kind == IPad {
		return "iPad"
	}
	return "iPhone"
}

// System returns the name of the operating system: "iOS" or "iPadOS".
func (d Device) System() string {
	if d.Kind == IPad {
		return "iPadOS"
	}
	return "iOS"
}

// Version is an iOS or iPadOS version such as 18.4; minor versions beyond the second number do not change any
// screen.
type Version struct{ Major, Minor int }

// IsZero reports whether the version is unknown.
func (v Version) IsZero() bool { return v == Version{} }

// Compare orders versions: negative when v is older than w.
func (v Version) Compare(w Version) int {
	if v.Major != w.Major {
		return v.Major - w.Major
	}
	return v.Minor - w.Minor
}

// String writes the version as people do: "18", "18.4"; the empty string when unknown.
func (v Version) String() string {
	switch {
	case v.IsZero():
		return ""
	case v.Minor == 0:
		return strconv.Itoa(v.Major)
	default:
		return fmt.Sprintf("%d.%d", v.Major, v.Minor)
	}
}

// build is the number behind a version in logs and in About.
var build = regexp.MustCompile(`\s*\((?i:build )?[0-9]{1,3}[A-Z][0-9]{1,5}[a-z]?\)$`)

// ParseVersion reads "18", "18.4", "18.4.1", "iOS 18.4" or "26.2 (23C55)", with the number of the build. Empty text is the
// unknown version. Numbers from 1 to 99 are accepted.
func ParseVersion(text string) (Version, error) {
	if v, ok := plainVersion(text); ok {
		return v, nil
	}
	rest := strings.TrimSpace(text)
	for _, prefix := range []string{"iphone os", "ios", "ipados", "version"} {
		if len(rest) >= len(prefix) && strings.EqualFold(rest[:len(prefix)], prefix) {
			rest = strings.TrimSpace(rest[len(prefix):])
			break
		}
	}
	if rest == "" {
		return Version{}, nil
	}
	if at := build.FindStringIndex(rest); at != nil && at[0] > 0 {
		rest = rest[:at[0]]
	}
	parts := strings.Split(rest, ".")
	if len(parts) > 4 {
		return Version{}, words.Fail("apple.no-version", "Text", strconv.Quote(text))
	}
	var numbers [4]int
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || n > 99 || (i == 0 && n == 0) {
			return Version{}, words.Fail("apple.no-version", "Text", strconv.Quote(text))
		}
		numbers[i] = n
	}
	return Version{numbers[0], numbers[1]}, nil
}

// plainVersion reads "18" and "18.4", the usual forms, without taking the text apart: it is done for every
// row of every walk.
func plainVersion(text string) (Version, bool) {
	var v Version
	number, digits := &v.Major, 0
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9' && digits < 2:
			*number = *number*10 + int(c-'0')
			digits++
		case c == '.' && digits > 0 && number == &v.Major:
			number, digits = &v.Minor, 0
		default:
			return Version{}, false
		}
	}
	return v, digits > 0 && v.Major > 0
}

// When limits something to versions and devices. Empty fields mean no limit. Since and Until are inclusive;
// until = "17" includes 17.7, until = "18.3" does not include 18.4.
type When struct {
	Since  string `toml:"since"`
	Until  string `toml:"until"`
	Device string `toml:"device"` // "iphone" or "ipad"

	HomeButton string `toml:"home_button"` // "yes" or "no": with or without a round button below the screen
	Unlock     string `toml:"unlock"`      // FaceID or TouchID
	Restart    string `toml:"restart"`     // BySide, ByVolume or ByHome

	Model     string `toml:"model"`      // "known" or "unknown": whether the model is known
	PowerMode string `toml:"power_mode"` // "yes" or "no": with or without a page Power Mode since version 26
	Adaptive  string `toml:"adaptive"`   // AdaptiveOn or AdaptiveOff
}

// holdsBody reports whether w includes the kind and the body of the device.
func (w When) holdsBody(d Device) bool {
	return (w.Device == "" || w.Device == d.Kind) && (w.Unlock == "" || w.Unlock == d.unlock()) &&
		(w.HomeButton == "" || (w.HomeButton == "yes") == d.HomeButton) && w.holdsModel(d)
}

// holdsModel reports whether w includes what only some models have.
func (w When) holdsModel(d Device) bool {
	restart := d.Restart
	if restart == "" {
		restart = BySide
	}
	return (w.Restart == "" || w.Restart == restart) && (w.Adaptive == "" || w.Adaptive == d.Adaptive) &&
		(w.Model == "" || (w.Model == "known") == d.KnownModel) &&
		(w.PowerMode == "" || (w.PowerMode == "no") == d.NoPowerMode)
}

// MayBe reports whether w includes the device as far as it is known: an unknown version may be any.
func (w When) MayBe(d Device) bool {
	if d.Version.IsZero() {
		return w.holdsBody(d)
	}
	return w.IsFor(d)
}

// IsFor reports whether w includes the device. An unknown version counts as newer than all.
func (w When) IsFor(d Device) bool {
	if !w.holdsBody(d) {
		return false
	}
	if w.Since == "" && w.Until == "" {
		return true
	}
	v := d.Version
	if v.IsZero() {
		v = Version{99, 99}
	}
	if w.Since != "" {
		since, err := ParseVersion(w.Since)
		if err != nil || v.Compare(since) < 0 {
			return false
		}
	}
	if w.Until != "" {
		until, err := ParseVersion(w.Until)
		if err != nil || v.Major > until.Major {
			return false
		}
		if v.Major == until.Major && strings.Contains(w.Until, ".") && v.Minor > until.Minor {
			return false
		}
	}
	return true
}
