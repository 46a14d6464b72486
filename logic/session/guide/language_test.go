package guide_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
)

func TestPathsSpeakTheLanguageOfThePhone(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for _, c := range []struct{ language, kind, id, path, line string }{
		{"", "check", "low-data-mode", "Settings › Wi-Fi › (i) next to your network › Low Data Mode", "Look at **Low Data Mode**."},
		{"de", "check", "low-data-mode", "Einstellungen › WLAN › (i) next to your network › Datensparmodus", "Look at **Datensparmodus**."},
		{"ja", "check", "low-data-mode", "設定 › Wi‑Fi › (i) next to your network › 省データモード", "Look at **省データモード**."},
		{
			"de", "check", "back-up-switch", "Einstellungen › your name › iCloud › iCloud-Backup › “Back Up This iPhone” (“Dieses iPhone sichern”?)",
			"Look at **“Back Up This iPhone”**. In German it may say “Dieses iPhone sichern”.",
		},
		{
			"de", "check", "two-factor", "Einstellungen › your name › Anmeldung & Sicherheit › “Two-Factor Authentication”",
			"Look at **“Two-Factor Authentication”**. It is the row, number 2 from the top of the page. " +
				"If yours says something else, it’s the row about a second step or a code when you sign in.",
		},
		{"en-GB", "check", "low-data-mode", "Settings › Wi-Fi › (i) next to your network › Low Data Mode", "Look at **Low Data Mode**."},
		{"tlh", "check", "low-data-mode", "Settings › Wi-Fi › (i) next to your network › Low Data Mode", "Look at **Low Data Mode**."},
	} {
		v := lib.Derive(casefile.Case{Device: "iphone", Version: "18", Language: c.language}, time.Now())
		page := g.Page(v, guide.Step{Kind: diagnosis.StepKind(c.kind), ID: c.id})
		if got := strings.Join(page.Path, " › "); got != c.path {
			t.Errorf("%s in %q: the path is %q, want %q", c.id, c.language, got, c.path)
		}
		found := false
		for _, line := range page.Lines {
			found = found || line.Text == c.line
		}
		if !found {
			t.Errorf("%s in %q: no line %q in %v", c.id, c.language, c.line, page.Lines)
		}
		if want := map[bool]session.Wordless{true: session.WordsMissing, false: session.WordsShown}[c.language == "tlh"]; v.Wordless != want {
			t.Errorf("%q: wordless %q, want %q", c.language, v.Wordless, want)
		}
	}
}

// A step that can lose something warns where the words of its path are not sure.
func TestRiskyStepsWarnOfUnsureWords(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for tongue, warned := range map[string]bool{"": false, "de": true, "en-GB": false} {
		v := lib.Derive(casefile.Case{Device: "iphone", Version: "18", Language: tongue}, time.Now())
		for _, id := range []string{"replace-backup", "reset-all-settings"} {
			page := g.FixPage(v, id)
			got := false
			for _, line := range page.Lines {
				got = got || line.Text == lib.Words.Text("way.unsure", "Language", lib.Phrase.Language(tongue))
			}
			if want := warned && id == "replace-backup"; got != want { // the words of the reset are known
				t.Errorf("%s in %q: warned %v, want %v", id, tongue, got, want)
			}
		}
	}
}

// The last row of a way is named by what is to be seen there, in words that stand on the screen.
func TestLooksNameWhatIsSeen(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for _, c := range []struct{ language, id, line string }{
		{"", "last-success", "Look at the date after **Last successful backup**."},
		{"fr", "last-success", "Look at the date after **Dernière sauvegarde réussie**."},
		{"zh-Hans", "last-success", "Look at the date after **上次成功备份**."},
		{"", "auto-lock-set", "See whether **Never** has the checkmark."},
		{"", "family-pool", "Tap **Family**."},
		{"", "wifi-connected", "Tap **Wi-Fi**."},
	} {
		v := lib.Derive(casefile.Case{Device: "iphone", Version: "18", Language: c.language}, time.Now())
		page := g.Page(v, guide.Step{Kind: diagnosis.StepCheck, ID: c.id})
		if !slices.ContainsFunc(page.Lines, func(l guide.Line) bool { return l.Text == c.line }) {
			t.Errorf("%s in %q: no line %q in %v", c.id, c.language, c.line, page.Lines)
		}
	}
}
