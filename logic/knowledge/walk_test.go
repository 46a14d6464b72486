package knowledge

import (
	"slices"
	"strings"
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
)

// device reads "ipad 18.4" for the tables of tests.
func device(t testing.TB, text string) apple.Device {
	t.Helper()
	kind, version, _ := strings.Cut(text, " ")
	v, err := apple.ParseVersion(version)
	if err != nil {
		t.Fatal(err)
	}
	return apple.Device{Kind: kind, Version: v}
}

func TestWalkGivesTheLabelsOfTheVersion(t *testing.T) {
	base := sound(t)
	cases := []struct{ device, want string }{
		{"iphone 18.3", "Wi-Fi › The network of this iPhone"},
		{"ipad 18.4", "Wi-Fi Networks › The network of this iPad"},
		{"iphone", "Wi-Fi Networks › The network of this iPhone"},      // unknown: the newest
		{"iphone 31", "Wi-Fi Networks › The network of this iPhone"},   // newer than all: the newest
		{"iphone 12.5", "Wi-Fi › The network of this iPhone"},          // older than all: the oldest
		{"iphone 26.9", "Wi-Fi Networks › The network of this iPhone"}, // between known ones
	}
	for _, c := range cases {
		stops, err := base.Walk("wifi", device(t, c.device))
		if err != nil {
			t.Fatalf("%s: %v", c.device, err)
		}
		var labels []string
		for _, stop := range stops {
			labels = append(labels, stop.Label)
		}
		if got := strings.Join(labels, " › "); got != c.want {
			t.Errorf("%s: %s, want %s", c.device, got, c.want)
		}
		if stops[0].Screen.ID != screens.Root || stops[1].Row.ID != "network" {
			t.Errorf("%s: stops are %s and %s", c.device, stops[0].Screen.ID, stops[1].Row.ID)
		}
	}
}

func TestWalkFailsWhereARowIsMissing(t *testing.T) {
	base := sound(t)
	broken := &Base{Meta: base.Meta, Screens: base.Screens, Routes: []screens.Route{
		{ID: "data", Walks: []screens.Walk{{Rows: []string{"settings.cellular", "cellular.data"}}}},
	}}
	if _, err := broken.Walk("data", device(t, "iphone 18")); err != nil {
		t.Errorf("on an iPhone: %v", err)
	}
	if _, err := broken.Walk("data", device(t, "ipad 18")); err == nil || !strings.Contains(err.Error(),
		"settings.cellular") {
		t.Errorf("on an iPad the row is not there, but the error is %v", err)
	}
	if _, err := broken.Walk("nowhere", apple.Device{}); err == nil {
		t.Error("a route that does not exist can be walked")
	}
}

func TestPageShowsOnlyTheRowsOfTheDevice(t *testing.T) {
	base := sound(t)
	for text, want := range map[string]string{"iphone 17": "Wi-Fi, Cellular", "ipad 26": "Wi-Fi Networks"} {
		page, err := base.Page("settings", device(t, text))
		if err != nil {
			t.Fatal(err)
		}
		var labels []string
		for _, row := range page.Rows {
			labels = append(labels, row.Label)
		}
		if got := strings.Join(labels, ", "); got != want || page.Title != "Settings" {
			t.Errorf("%s: %q with rows %s, want %s", text, page.Title, got, want)
		}
	}
	if _, err := base.Page("nothing", apple.Device{}); err == nil {
		t.Error("a screen that does not exist has a page")
	}
}

func TestFill(t *testing.T) {
	base := sound(t)
	cases := []struct{ device, text, want string }{
		{"ipad 18", "Your {device} with {system}", "Your iPad with iPadOS"},
		{"iphone 18.3", "Tap **{row:settings.wifi}**", "Tap **Wi-Fi**"},
		{"iphone 18.4", "Tap **{row:settings.wifi}**", "Tap **Wi-Fi Networks**"},
		{"ipad 18", "{row:wifi.network}", "The network of this iPad"},
		{"ipad 18", "{row:wifi.gone} {phone} {device", "{row:wifi.gone} {phone} {device"},
		{"", "{device}", "iPhone"},
		{"ipad 18", "{{device}}", "{iPad}"},
		{"ipad 18", "", ""},
	}
	for _, c := range cases {
		if got := base.Fill(c.text, device(t, c.device)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.device, c.text, got, c.want)
		}
	}
}

func TestLabel(t *testing.T) {
	base := sound(t)
	if got, err := base.Label("settings.wifi",
		device(t, "iphone 18.4")); got.Label != "Wi-Fi Networks" || got.Seek == "" || got.Doubt != screens.Sure || err != nil {
		t.Errorf("label is %v, %v", got, err)
	}
	if _, err := base.Label("settings.gone", apple.Device{}); err == nil {
		t.Error("a row that does not exist has a label")
	}
}

func TestDevicesTakeBothSidesOfEverySplit(t *testing.T) {
	var got []string
	for _, d := range sound(t).Devices() {
		if d.Body() == "iPad" {
			got = append(got, d.Version.String())
		}
	}
	if want := []string{"17", "18", "18.3", "18.4", "26"}; !slices.Equal(got, want) {
		t.Errorf("devices are %v, want %v", got, want)
	}
}

func TestLookUpsTakeIdsAndRefsInAnyCase(t *testing.T) {
	base := sound(t)
	if a, b, c := base.Cause("no-wifi"), base.Cause("C03"), base.Cause("c03"); a == nil || a != b || a != c || a.ID != "no-wifi" {
		t.Errorf("causes are %v, %v, %v", a, b, c)
	}
	if base.Check("q07") != base.Check("wifi-connected") || base.Message("MSG01") != base.Message("last-backup-not-completed") {
		t.Error("a ref does not find what its id finds")
	}
	if base.Fix("join-wifi") == nil || base.Gate("computer-backup") == nil || base.Screen("wifi") == nil || base.Route("wifi") == nil ||
		base.Source("A1") == nil || base.Source("a1") == nil || base.Group("wifi") == nil {
		t.Error("an id is not found")
	}
	if base.Cause("") != nil || base.Check("") != nil || base.Cause("C99") != nil || base.Fix("no-wifi") != nil {
		t.Error("something is found that is not there")
	}
	check := base.Check("wifi-connected")
	if check.Answer("works") == nil || check.Answer("works").Status != Fine || check.Answer("cant-tell") != nil {
		t.Error("answers are not found by their ids")
	}
	made := &Base{Causes: []Cause{{ID: "a", Ref: "C01"}, {ID: "b", Ref: "C02"}}}
	if made.Cause("C02") != &made.Causes[1] {
		t.Error("a base built by code has no index")
	}
}

// versions draws versions as people type them.
