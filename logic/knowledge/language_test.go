package knowledge

import (
	"strings"
	"testing"
	"testing/fstest"
)

// reading is the small base with two languages; broken replaces text in the file of the first.
func reading(t testing.TB, replace ...string) fstest.MapFS {
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
date = "{day}.{month}.{year}"
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
	base, err := Load(reading(t), "kb")
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
			t.Errorf("%s in %q: %s says %q (%v), want %q", c.device, c.language, c.ref, label.Words(), err,
				c.want)
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

func TestShippedWordsOfALanguage(t *testing.T) {
	base := realBase(t)
	cases := []struct{ device, language, ref, want string }{
		{"iphone 17.5", "de", "wifi-network.low-data-mode", "Datensparmodus"},
		{"iphone 16", "de", "reset-sheet.network-settings", "Netzwerkeinstellungen zurücksetzen"},
		{"iphone 18", "de", "reset-sheet.network-settings", "Netzwerkeinstellungen"},
		{"iphone 18", "de", "backup.back-up-now", "Backup jetzt erstellen"},
		{"iphone 18", "de", "backup.switch", "“Back Up This iPhone” (“Dieses iPhone sichern”?)"},
		{"iphone 18", "de", "backup.cellular", "Backup über mobile Daten"},
		{"iphone 18", "de", "device-backup.delete", "“Delete & Turn Off Backup”"},
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
			t.Errorf("%s in %s: %s says %q (%v), want %q", c.device, c.language, c.ref, label.Words(), err,
				c.want)
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

func TestForeignWordsStandApartInEnglishSentences(t *testing.T) {
	base := realBase(t)
	for _, c := range []struct{ language, text, want string }{
		{"de", "Is {row:wifi-network.low-data-mode} on?", "Is “Datensparmodus” on?"},
		{
			"de", "Tap **{row:backup.back-up-now}**, then see {row:backup.back-up-now}.",
			"Tap **Backup jetzt erstellen**, then see “Backup jetzt erstellen”.",
		},
		{"de", "{row:wifi-network.low-data-mode}", "Datensparmodus"},
		{"de", "{row:account.icloud} is open", "iCloud is open"},
		{"", "Is {row:wifi-network.low-data-mode} on?", "Is Low Data Mode on?"},
	} {
		d := device(t, "iphone 18")
		d.Language = c.language
		if got := base.Fill(c.text, d); got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.text, c.language, got, c.want)
		}
	}
}
