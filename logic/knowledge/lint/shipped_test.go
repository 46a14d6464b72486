package lint

import (
	"slices"
	"strings"
	"testing"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
)

// The shipped base has no defects, and every step of it can be walked on every version and device it is for.
func TestShippedBaseIsSound(t *testing.T) {
	base := realBase(t)
	walks, defects := proveWalks(base)
	if len(defects) > 0 {
		t.Errorf("walks that fail:\n%v", defects)
	}
	routed := 0
	for _, d := range base.Devices() {
		for _, step := range base.Steps() {
			if step.Route != "" && step.IsFor(d) {
				routed++
				if _, err := base.Walk(step.Route, d); err != nil {
					t.Errorf("step %q: %v", step.ID, err)
				}
			}
		}
	}
	if walks != routed || walks < 1000 {
		t.Errorf("%d walks proven of %d", walks, routed)
	}
}

// On every device every text a person reads is free of braces.
func TestShippedTextsAreFilledOnEveryDevice(t *testing.T) {
	base := realBase(t)
	for _, d := range base.Devices() {
		eachText(base, func(text text) {
			if !text.when.IsFor(d) || !text.line.IsFor(d) {
				return
			}
			if filled := base.Fill(text.text, d); strings.ContainsAny(filled, "{}") {
				t.Errorf("%s %s on %s %s: %s", text.id, text.key, d.Name(), d.Version, filled)
			}
		})
		for i := range base.Screens {
			if screen := &base.Screens[i]; screen.IsFor(d) {
				page, err := base.Page(screen.ID, d)
				if err != nil || strings.ContainsAny(page.Title, "{}") {
					t.Errorf("screen %s on %s %s: title %q, %v", screen.ID, d.Name(), d.Version, page.Title,
						err)
				}
				for _, row := range page.Rows {
					if row.Label == "" || strings.ContainsAny(row.Label, "{}") {
						t.Errorf("row %s.%s on %s %s: %q", screen.ID, row.Row.ID, d.Name(), d.Version,
							row.Label)
					}
				}
			}
		}
	}
}

func TestWrongWordsAreDefectsAndMissingOnesAreCounted(t *testing.T) {
	_, report, err := Lint(spoken(t), "kb")
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("the small base with languages: %v, %v", report.Problems, err)
	}
	if len(report.Languages) != 2 {
		t.Fatalf("%d languages proven", len(report.Languages))
	}
	if de := report.Languages[0]; de.Walks != report.Walks || de.Sure != 2 || de.Guessed != 2 || de.Missing != 4 {
		t.Errorf("German: %+v; want every walk, and labels counted", de)
	}
	cases := []struct{ name, old, replaced, what string }{
		{"a label that no screen has", `of = "Settings"`, `of = "Setings"`, `no screen says "Setings"`},
		{
			"a label that is elsewhere", `at = ["wifi"]`, `at = ["settings"]`,
			`"settings" does not say "Wi-Fi"`,
		},
		{"no text", `"Einstellungen"`, `""`, "is empty"},
		{"a remark", `"Einstellungen"`, `"(not known)"`, "is a remark"},
		{
			"a grade that is none", `"Einstellungen", grade = "B"`, `"Einstellungen", grade = "Q"`,
			`grade of "Settings" is "Q"`,
		},
		{
			"a placeholder that is none", `Netz dieses {device}`, `Netz dieses {telefon}`,
			"the placeholder {telefon}",
		},
		{
			"a text in brackets too many", `"Einstellungen"`, `"[Einstellungen]"`,
			"differ in what stands in brackets",
		},
		{"two words for one place", `of = "Settings", text`, `of = "Wi-Fi", text`, `two words for "Wi-Fi"`},
		{"an unknown key", `decimal = ","`, "decimal = \",\"\ncomma = 1", `unknown key "comma"`},
		{"another section", `[words]`, "[[screen]]\n[words]", `unknown section "screen"`},
		{"an amount without its parts", `{used} v.`, `v.`, "{used} and {total}"},
		{"a version that is none", `until = "25"`, `until = "soon"`, "soon"},
	}
	for _, c := range cases {
		files := spoken(t, c.old, c.replaced)
		_, report, err := Lint(files, "kb")
		if err != nil || !strings.Contains(report.Problems.Error(),
			c.what) || !strings.Contains(report.Problems.Error(), "kb/languages/de.toml:") {
			t.Errorf("%s: %v, %v; want %q in the file of the language", c.name, report.Problems, err, c.what)
		}
	}
	files := spoken(t, "decimal", "# decimal", "gigabyte", "# gigabyte")
	files["kb/phone.toml"].Data = []byte(strings.Replace(string(files["kb/phone.toml"].Data),
		`"settings.wifi", "wifi.network"`, `"settings.wifi", "wifi.gone"`, 1))
	if _, report, err := Lint(files, "kb"); err != nil || !strings.Contains(report.Problems.Error(), "wifi.gone") ||
		!strings.Contains(report.Problems.Error(), "decimal is missing") {
		t.Errorf("what is wrong with the base and with a language is not told together: %v, %v",
			report.Problems, err)
	}
	files = spoken(t)
	files["kb/languages/de.toml"].Data = nil
	if _, report, err := Lint(files, "kb"); err != nil || !strings.Contains(report.Problems.Error(),
		"kb/languages/de.toml:1: de: decimal is missing") {
		t.Errorf("an empty file of a language: %v, %v", report.Problems, err)
	}
	files = spoken(t)
	delete(files, "kb/languages/de.toml")
	base, report, err := Lint(files, "kb")
	if err != nil || !strings.Contains(report.Problems.Error(), "languages/de.toml") {
		t.Errorf("without the file: %v, %v", report.Problems, err)
	}
	for _, id := range []string{"de", "tlh"} {
		if _, err := base.Alphabet(id); err == nil {
			t.Errorf("%s has no words, and letters all the same", id)
		}
	}
}

// Every walk can be walked in every language, with labels that leave no placeholder, and most labels are
// known.
func TestShippedWalksHoldInEveryLanguage(t *testing.T) {
	base, report, err := Lint(assets.Files, assets.Knowledge)
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("%v\n%v", err, report.Problems)
	}
	if len(report.Languages) != len(base.Languages) || len(base.Languages) < 8 {
		t.Fatalf("%d languages proven of %d", len(report.Languages), len(base.Languages))
	}
	for _, r := range report.Languages {
		if r.Walks != report.Walks {
			t.Errorf("%s: %d walks of %d", r.Language.ID, r.Walks, report.Walks)
		}
		if known := r.Sure + r.Guessed; known < 3*r.Missing {
			t.Errorf("%s: only %d sure and %d guessed, %d missing", r.Language.ID, r.Sure, r.Guessed,
				r.Missing)
		}
		if _, err := base.Alphabet(r.Language.ID); err != nil {
			t.Error(err)
		}
	}
}

func TestProveCountsTheWalksOfAllSteps(t *testing.T) {
	walks, defects := proveWalks(sound(t))
	// two steps with a route, five versions, iPhones with and without Home button, and three bodies of iPad; on the
	// newest version also three bodies of iPhone with and without Power Mode
	if walks != 56 || len(defects) != 0 {
		t.Errorf("%d walks proven, want 56; defects:\n%v", walks, defects)
	}
}

func TestProveNamesTextsWithRowsThatADeviceLacks(t *testing.T) {
	base := sound(t)
	pages := slices.Clone(base.Screens)
	pages[2].Rows = []screens.Row{{
		ID:     "data",
		Labels: []screens.Label{{Text: "Cellular Data", When: apple.When{Device: apple.IPhone}}},
	}}
	broken := &knowledge.Base{Meta: base.Meta, Screens: pages, Gates: []knowledge.Gate{
		{ID: "oath", Lines: []knowledge.Line{
			{Kind: knowledge.StepLine, Text: "Tap {row:cellular.data}"},
			{Text: "{row:cellular.data}", When: apple.When{Device: apple.IPhone}},
		}},
	}}
	_, defects := proveWalks(broken)
	if len(defects) != 1 || defects[0].Where != "oath" || !strings.HasSuffix(defects[0].What.String(),
		"on iPad 17, 18, 18.3, 18.4, 26") {
		t.Errorf("defects:\n%v", defects)
	}
}
