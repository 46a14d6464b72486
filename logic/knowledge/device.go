package knowledge

import (
	"fmt"
	"strconv"
	"strings"
)

// The two kinds of device.
const (
	IPhone = "iphone"
	IPad   = "ipad"
)

// Device is what texts and routes depend on: the kind of device, its system version and its language. The zero Version means
// unknown; texts and routes are then those of the newest known version.
type Device struct {
	Kind     string // IPhone or IPad
	Version  Version
	Language string // id of a Language; empty means American English
}

// Name is the product name as texts use it.
func (d Device) Name() string {
	if d.Kind == IPad {
		return "iPad"
	}
	return "iPhone"
}

// System is the name of the operating system.
func (d Device) System() string {
	if d.Kind == IPad {
		return "iPadOS"
	}
	return "iOS"
}

// Version is an iOS or iPadOS version such as 18.4; minor versions beyond the second number do not change any screen.
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

// ParseVersion reads "18", "18.4", "18.4.1" or "iOS 18.4". Empty text is the unknown version. Numbers from 1 to 99 are accepted.
func ParseVersion(text string) (Version, error) {
	rest := strings.TrimSpace(text)
	for _, prefix := range []string{"ios", "ipados"} {
		if len(rest) >= len(prefix) && strings.EqualFold(rest[:len(prefix)], prefix) {
			rest = strings.TrimSpace(rest[len(prefix):])
			break
		}
	}
	if rest == "" {
		return Version{}, nil
	}
	parts := strings.Split(rest, ".")
	if len(parts) > 4 {
		return Version{}, fmt.Errorf("%q is not a system version such as 18.4", text)
	}
	var numbers [4]int
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || n > 99 || (i == 0 && n == 0) {
			return Version{}, fmt.Errorf("%q is not a system version such as 18.4", text)
		}
		numbers[i] = n
	}
	return Version{numbers[0], numbers[1]}, nil
}

// Holds reports whether w includes the device. An unknown version counts as newer than all.
func (w When) Holds(d Device) bool {
	if w.Device != "" && w.Device != d.Kind {
		return false
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
