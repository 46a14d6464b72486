package main

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"backupdoctor/assets"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/settings"
)

// TestNoTextBecomesAnOrder holds texts back from the script by which the toolkit notifies on Windows.
func TestNoTextBecomesAnOrder(t *testing.T) {
	const said = "The backup failed: $(calc)"
	for system, want := range map[string]string{
		"windows": "", "linux": said, "darwin": said,
	} {
		got, sent := "", make(chan string, 1)
		if tell := notifier(system, func(n *fyne.Notification) { sent <- n.Content }); tell != nil {
			tell("Backup Doctor", said)
			got = <-sent
		}
		if got != want {
			t.Errorf("%s gets %q, want %q", system, got, want)
		}
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

// The README says of each source what it asks of whom, in the words that the window shows.
func TestThePrivacyOfEachSourceIsTold(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	told := strings.Join(strings.Fields(string(readme)), " ")
	for _, source := range sources(t.TempDir(), settings.Default()) {
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
