package main

import (
	"bytes"
	"image/png"
	"os"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/assets"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/release"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/outside"
	"backupdoctor/logic/settings"
)

// TestNoTextBecomesAnOrder holds texts back from the script by which the toolkit notifies on Windows.
func TestNoTextBecomesAnOrder(t *testing.T) {
	const said = "The backup failed: $(calc)"
	told, sent := make(chan string, 1), make(chan string, 1)
	send := func(n *fyne.Notification) { sent <- n.Content }
	notifier(func(_, text string) { told <- text }, send)("Backup Doctor", said)
	if got := <-told; got != said || len(sent) > 0 {
		t.Errorf("our own notification says %q, and the toolkit gets %d", got, len(sent))
	}
	notifier(nil, send)("Backup Doctor", said)
	if got := <-sent; got != said {
		t.Errorf("without one of our own the toolkit gets %q", got)
	}
	tell, end := outside.Notifier()
	defer end()
	if isOwn := tell != nil; isOwn != (runtime.GOOS == "windows") {
		t.Errorf("on %s there is a notification of our own: %t", runtime.GOOS, isOwn)
	}
}

func TestTheProgramKnowsItsNameAndVersion(t *testing.T) {
	a := about()
	if a.Name != "Backup Doctor" || a.ID == "" || a.Version == "" || a.Build < 1 {
		t.Errorf("FyneApp.toml says %+v", a)
	}
	icon, err := png.Decode(bytes.NewReader(a.Icon.Content()))
	if err != nil || icon.Bounds().Dx() < 256 || icon.Bounds().Dx() != icon.Bounds().Dy() {
		t.Errorf("the icon is no square picture of a size that systems want: %v", err)
	}
}

// published is the program as .github/workflows/release.yml builds it, which adds addresses to FyneApp.toml.
func published(t *testing.T) fyne.AppMetadata {
	t.Helper()
	workflow, err := os.ReadFile(".github/workflows/release.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, added, _ := strings.Cut(string(workflow), ">>FyneApp.toml <<END\n")
	added, _, ok := strings.Cut(added, "          END\n")
	if !ok {
		t.Fatal("the workflow adds nothing to FyneApp.toml")
	}
	added = os.Expand(added, func(name string) string {
		return map[string]string{
			"GITHUB_SERVER_URL": "https://github.com", "GITHUB_API_URL": "https://api.github.com",
			"GITHUB_REPOSITORY": "somebody/backupdoctor", "GITHUB_SHA": "0123abc",
		}[name]
	})
	return aboutIn(append(bytes.Clone(metadata), added...))
}

// A newer version is looked for where somebody named whom to ask, and not otherwise.
func TestWhoKnowsTheNewestVersion(t *testing.T) {
	const gitHub, own = "https://api.github.com/repos/somebody/backupdoctor/releases/latest", "https://releases.example/newest.json"
	for _, c := range []struct {
		about   fyne.AppMetadata
		release settings.Release
		want    string
	}{
		{about(), settings.Release{}, ""},
		{about(), settings.Release{Address: own}, own},
		{published(t), settings.Release{}, gitHub},
		{published(t), settings.Release{Address: own}, own},
		{published(t), settings.Release{Off: true}, ""},
		{published(t), settings.Release{Off: true, Address: own}, ""},
	} {
		got := ""
		if source, ok := releases(c.about, settings.Settings{Release: c.release}).(*release.Source); ok {
			got = source.Address
			if source.Version != about().Version {
				t.Errorf("%+v compares with %s", c.release, source.Version)
			}
		}
		if got != c.want {
			t.Errorf("%+v asks %q, want %q", c.release, got, c.want)
		}
	}
}

// The README says of each source what it asks of whom, in the words that the window shows.
func TestThePrivacyOfEachSourceIsTold(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	told := strings.Join(strings.Fields(string(readme)), " ")
	every := append(sources(t.TempDir(), settings.Default()), releases(published(t), settings.Default()))
	for _, source := range every {
		discloser, ok := source.(evidence.Discloser)
		if !ok {
			t.Errorf("%s does not say what it asks of whom", source.ID())
			continue
		}
		sentences := []string{discloser.Discloses().String()}
		if costly, ok := source.(evidence.Costly); ok {
			sentences = append(sentences, costly.Cost().String())
		}
		for _, sentence := range sentences {
			if !strings.Contains(told, sentence) {
				t.Errorf("README.md does not say of %s: %s", source.ID(), sentence)
			}
		}
	}
}

// Each source that a step leads to is there.
func TestStepsLeadToSourcesThatExist(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, source := range sources(t.TempDir(), settings.Default()) {
		known[source.ID()] = true
	}
	led := 0
	for _, k := range base.Checks {
		for _, target := range k.Opens {
			if source, ok := strings.CutPrefix(target, knowledge.OpensSource); ok {
				led++
				if !known[source] {
					t.Errorf("%s leads to %s, which is no source", k.ID, source)
				}
			}
		}
	}
	if led == 0 {
		t.Error("no step leads to a source")
	}
}
