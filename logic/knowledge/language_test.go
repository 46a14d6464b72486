package knowledge

import (
	"strings"
	"testing"
	"testing/fstest"

	"backupdoctor/assets"
)

// spoken is the small base with two languages; broken replaces text in the file of the first.
func spoken(t testing.TB, replace ...string) fstest.MapFS {
	t.Helper()
	files := soundFiles(t)
	files["kb/languages.toml"] = &fstest.MapFile{Data: []byte(`[[language]]
id = "de"
name = "German"
[[language]]
id = "de-XX"
name = "German elsewhere"
like = "de"
`)}
	files["kb/languages/de.toml"] = &fstest.MapFile{Data: []byte(strings.NewReplacer(replace...).Replace(`[words]
decimal = ","
gigabyte = "GB"
used = "{used} v. {total}"
word = [
  { of = "Settings", text = "Einstellungen", grade = "B" },
  { of = "Wi-Fi", text = "WLAN", grade = "B" },
  { of = "Wi-Fi", text = "Netze", grade = "M", at = ["wifi"] },
  { of = "Wi-Fi Networks", text = "WLAN-Netze", grade = "M" },
  { of = "The network of this {device}", text = "Das Netz dieses {device}", grade = "A'", until = "25" },
]
`))}
	files["kb/languages/de-XX.toml"] = &fstest.MapFile{Data: []byte(`[words]
word = [ { of = "Wi-Fi", text = "Funk", grade = "C", since = "18" } ]
`)}
	return files
}

func TestLabelsSpeakTheLanguageOfThePhone(t *testing.T) {
	base, err := Load(spoken(t), "kb")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct{ device, language, ref, want string }{
		{"iphone 18.3", "", "settings.wifi", "Wi-Fi"},
		{"iphone 18.3", "de", "settings.wifi", "WLAN"},
		{"iphone 18.3", "DE", "settings.wifi", "WLAN"},
		{"iphone 18.3", "tlh", "settings.wifi", "Wi-Fi"}, // unknown: English
		{"iphone 26", "de", "settings.wifi", "“Wi-Fi Networks” (“WLAN-Netze”?)"},
		{"ipad 18", "de", "wifi.network", "Das Netz dieses iPad"},
		{"ipad 26", "de", "wifi.network", "“The network of this iPad”"},
		{"iphone 18", "de", "settings.cellular", "“Cellular”"},
		{"iphone 18.3", "de-XX", "settings.wifi", "Funk"},
		{"iphone 17", "de-XX", "settings.wifi", "WLAN"}, // as in the language it is like
	}
	for _, c := range cases {
		d := device(t, c.device)
		d.Language = c.language
		label, err := base.Label(c.ref, d)
		if err != nil || label.Words() != c.want {
			t.Errorf("%s in %q: %s says %q (%v), want %q", c.device, c.language, c.ref, label.Words(), err, c.want)
		}
	}
	d := device(t, "iphone 18.3")
	d.Language = "de"
	page, err := base.Page("wifi", d)
	if err != nil || page.Title != "“Wi-Fi”" { // a word for this very place goes before the general one, and it is a guess
		t.Errorf("the title is %q, %v", page.Title, err)
	}
	d.Version.Minor = 4
	if got := base.Fill("Tap **{row:settings.wifi}**, then {row:settings.wifi}.", d); got !=
		"Tap **“Wi-Fi Networks”** (“WLAN-Netze”?), then “Wi-Fi Networks” (“WLAN-Netze”?)." {
		t.Errorf("filled: %s", got)
	}
}

func TestWrongWordsAreDefectsAndMissingOnesAreCounted(t *testing.T) {
	_, report, err := Lint(spoken(t), "kb")
	if err != nil || len(report.Defects) > 0 {
		t.Fatalf("the small base with languages: %v, %v", report.Defects, err)
	}
	if len(report.Languages) != 2 {
		t.Fatalf("%d languages proven", len(report.Languages))
	}
	if de := report.Languages[0]; de.Walks != report.Walks || de.Sure != 2 || de.Guessed != 2 || de.Missing != 4 {
		t.Errorf("German: %+v; want every walk, and labels counted", de)
	}
	cases := []struct{ name, old, replaced, what string }{
		{"a label that no screen has", `of = "Settings"`, `of = "Setings"`, `no screen says "Setings"`},
		{"a label that is elsewhere", `at = ["wifi"]`, `at = ["settings"]`, `"settings" does not say "Wi-Fi"`},
		{"no text", `"Einstellungen"`, `""`, "is empty"},
		{"a remark", `"Einstellungen"`, `"(not known)"`, "is a remark"},
		{"a grade that is none", `"Einstellungen", grade = "B"`, `"Einstellungen", grade = "Q"`, `grade of "Settings" is "Q"`},
		{"a placeholder that is none", `Netz dieses {device}`, `Netz dieses {telefon}`, "the placeholder {telefon}"},
		{"a text in brackets too many", `"Einstellungen"`, `"[Einstellungen]"`, "differ in what stands in brackets"},
		{"two words for one place", `of = "Settings", text`, `of = "Wi-Fi", text`, `two words for "Wi-Fi"`},
		{"an unknown key", `decimal = ","`, "decimal = \",\"\ncomma = 1", `unknown key "comma"`},
		{"another section", `[words]`, "[[screen]]\n[words]", `unknown section "screen"`},
		{"an amount without its parts", `{used} v.`, `v.`, "{used} and {total}"},
		{"a version that is none", `until = "25"`, `until = "soon"`, "soon"},
	}
	for _, c := range cases {
		files := spoken(t, c.old, c.replaced)
		_, report, err := Lint(files, "kb")
		if err != nil || !strings.Contains(report.Defects.Error(), c.what) || !strings.Contains(report.Defects.Error(), "kb/languages/de.toml:") {
			t.Errorf("%s: %v, %v; want %q in the file of the language", c.name, report.Defects, err, c.what)
		}
	}
	files := spoken(t, "decimal", "# decimal", "gigabyte", "# gigabyte")
	files["kb/phone.toml"].Data = []byte(strings.Replace(string(files["kb/phone.toml"].Data), `"settings.wifi", "wifi.network"`, `"settings.wifi", "wifi.gone"`, 1))
	if _, report, err := Lint(files, "kb"); err != nil || !strings.Contains(report.Defects.Error(), "wifi.gone") ||
		!strings.Contains(report.Defects.Error(), "decimal is missing") {
		t.Errorf("what is wrong with the base and with a language is not told together: %v, %v", report.Defects, err)
	}
	files = spoken(t)
	files["kb/languages/de.toml"].Data = nil
	if _, report, err := Lint(files, "kb"); err != nil || !strings.Contains(report.Defects.Error(), "kb/languages/de.toml:1: de: decimal is missing") {
		t.Errorf("an empty file of a language: %v, %v", report.Defects, err)
	}
	files = spoken(t)
	delete(files, "kb/languages/de.toml")
	base, report, err := Lint(files, "kb")
	if err != nil || !strings.Contains(report.Defects.Error(), "languages/de.toml") {
		t.Errorf("without the file: %v, %v", report.Defects, err)
	}
	if base.SpeakError("de") == nil || base.SpeakError("tlh") == nil {
		t.Error("a language without words can be spoken")
	}
}

// Every walk can be walked in every language, with labels that leave no placeholder, and most labels are known.
func TestShippedWalksHoldInEveryLanguage(t *testing.T) {
	base, report, err := Lint(assets.Files, assets.Knowledge)
	if err != nil || len(report.Defects) > 0 {
		t.Fatalf("%v\n%v", err, report.Defects)
	}
	if len(report.Languages) != len(base.Languages) || len(base.Languages) < 8 {
		t.Fatalf("%d languages proven of %d", len(report.Languages), len(base.Languages))
	}
	for _, r := range report.Languages {
		if r.Walks != report.Walks {
			t.Errorf("%s: %d walks of %d", r.Language.ID, r.Walks, report.Walks)
		}
		if known := r.Sure + r.Guessed; known < 3*r.Missing {
			t.Errorf("%s: only %d sure and %d guessed, %d missing", r.Language.ID, r.Sure, r.Guessed, r.Missing)
		}
		if err := base.SpeakError(r.Language.ID); err != nil {
			t.Error(err)
		}
	}
}

func TestShippedWordsOfALanguage(t *testing.T) {
	base := realBase(t)
	cases := []struct{ device, language, ref, want string }{
		{"iphone 17.5", "de", "wifi-network.low-data-mode", "Datensparmodus"},
		{"iphone 16", "de", "reset-sheet.network-settings", "Netzwerkeinstellungen zurücksetzen"},
		{"iphone 18", "de", "reset-sheet.network-settings", "Netzwerkeinstellungen"},
		{"iphone 18", "de", "backup.back-up-now", "Backup jetzt erstellen"},
		{"iphone 18", "de", "backup.switch", "“Back Up This iPhone” (“Dieses iPhone sichern”?)"},
		{"iphone 18", "de", "backup.cellular", "“Back Up Over Cellular”"},
		{"ipad 26", "fr", "general.transfer-reset", "Transférer ou réinitialiser l’iPad"},
		{"iphone 17", "es", "account.icloud", "iCloud"},
		{"iphone 26", "es", "icloud.backup", "Copia de seguridad en iCloud"},
		{"ipad 18", "ja", "general.storage", "iPadのストレージ"},
		{"iphone 18", "ja", "general.storage", "iPhoneストレージ"},
		{"iphone 18", "zh-Hans", "settings.screen-time", "屏幕使用时间"},
		{"iphone 26", "zh-Hans", "settings.screen-time", "屏幕时间"},
		{"iphone 18", "zh-Hans", "settings.wifi", "Wi-Fi"},
		{"iphone 18", "zh-Hans-CN", "settings.wifi", "无线局域网"},
		{"iphone 18", "zh-Hans-CN", "settings.general", "通用"},
		{"iphone 16", "pt-BR", "transfer-reset.erase", "Apagar Todo o Conteúdo e Ajustes"},
		{"iphone 16", "en-GB", "settings.cellular", "Mobile Data"},
		{"iphone 18", "en-GB", "settings.cellular", "Mobile Service"},
		{"ipad 18", "en-GB", "settings.cellular", "Mobile Data"},
		{"iphone 18", "en-GB", "settings.general", "General"},
	}
	for _, c := range cases {
		d := device(t, c.device)
		d.Language = c.language
		label, err := base.Label(c.ref, d)
		if err != nil || label.Words() != c.want {
			t.Errorf("%s in %s: %s says %q (%v), want %q", c.device, c.language, c.ref, label.Words(), err, c.want)
		}
	}
	d := device(t, "iphone 18")
	d.Language = "fr"
	walk, err := base.Walk("next-backup-size", d)
	if err != nil {
		t.Fatal(err)
	}
	if got := walk[len(walk)-1].Value; got != "+1,2 Go" {
		t.Errorf("an amount in French is %q", got)
	}
	d.Language = "de"
	if walk, err = base.Walk("storage-bar", d); err != nil {
		t.Fatal(err)
	}
	if got := walk[len(walk)-1].Value; got != "4,8 GB v. 5 GB" {
		t.Errorf("an amount out of another in German is %q", got)
	}
}

func TestPositionTellsARowByItsNeighbours(t *testing.T) {
	base := realBase(t)
	d := device(t, "iphone 18")
	d.Language = "de"
	for _, c := range []struct {
		route string
		want  Position
	}{
		{"backup-over-cellular", Position{Kind: RowSwitch, Number: 3, Above: "iCloud-Backup", Below: 2}},
		{"delete-this-backup", Position{Kind: RowRed, Number: 9}},
		{"date-automatic", Position{Kind: RowSwitch, Number: 2, Above: "24-Stunden", Below: 1}},
	} {
		walk, err := base.Walk(c.route, d)
		if err != nil {
			t.Fatal(err)
		}
		if got := base.Position(walk[len(walk)-1], d); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.route, got, c.want)
		}
	}
}
