package guide_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session/guide"
)

// Where the model is known, people read what is so on it and nothing about others.
func TestStepsAreThoseOfTheModel(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	const (
		press = "until the Apple logo appears"
		page  = "Settings › Battery › Power Mode › Low Power Mode"
		below = "Settings › Battery › Low Power Mode"
	)
	for _, c := range []struct {
		device, model, version string
		restart                string // how it is forced
		lowPower               string // the way to Low Power Mode
		other                  bool   // whether other models are spoken of
	}{
		{"iphone", "", "26", "Volume Up", page, true},
		{"iphone", "iPhone 14", "26", "Volume Up", below, false},
		{"iphone", "iPhone SE (3rd generation)", "27", "Volume Up", below, false},
		{"iphone", "iPhone 15 Pro", "26", "Volume Up", page, false},
		{"iphone", "iPhone 17", "26.1", "Volume Up", page, false},
		{"iphone", "iPhone 14", "18", "Volume Up", below, false},
		{"iphone", "", "15", "Volume Up", below, true},
		{"iphone", "iPhone 7 Plus", "15", "Volume Down and the side button", below, false},
		{"iphone", "iPhone 6s", "15", "Home and the side", below, false},
		{"ipad", "iPad (9th generation)", "17", "Home and the top", below, false},
		{"ipad", "iPad Air (5th generation)", "17", "nearest the top", below, false},
		{"ipad", "", "17", "nearest the top", below, true},
	} {
		v := lib.Derive(casefile.Case{Device: c.device, Model: c.model, Version: c.version}, time.Now())
		steps, rest := 0, ""
		for _, line := range g.FixPage(v, "force-restart").Lines {
			switch {
			case line.Number > 0 && strings.Contains(line.Text, press):
				if steps++; !strings.Contains(line.Text, c.restart) {
					t.Errorf("%s %q is forced to restart by %q", c.device, c.model, line.Text)
				}
			default:
				rest += line.Text + "\n"
			}
		}
		if steps != 1 {
			t.Errorf("%s %q reads %d ways to force a restart", c.device, c.model, steps)
		}
		power := g.FixPage(v, "turn-off-low-power")
		if got := strings.Join(power.Path, " › "); got != c.lowPower {
			t.Errorf("%s %q on %s: Low Power Mode is at %q, want %q", c.device, c.model, c.version, got, c.lowPower)
		}
		for _, line := range power.Lines {
			rest += line.Text + "\n"
		}
		other := strings.Contains(rest, "iPhone 14 and earlier") || strings.Contains(rest, "iPhone 7") ||
			strings.Contains(rest, "have a Home button?")
		if other != c.other {
			t.Errorf("%s %q on %s: other models are spoken of %v:\n%s", c.device, c.model, c.version, other, rest)
		}
		has := v.Device.Adaptive != "" && c.version >= "26"
		if adaptive := strings.Contains(rest, "Adaptive Power"); adaptive != has {
			t.Errorf("%s %q on %s: Adaptive Power is spoken of %v", c.device, c.model, c.version, adaptive)
		}
	}
}
