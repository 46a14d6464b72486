package knowledge

import (
	"strings"
	"sync"
	"testing"

	"backupdoctor/assets"
)

// shipped is the knowledge base that the program ships with, loaded once for all tests.
var shipped = sync.OnceValues(func() (*Base, error) { return Load(assets.Files, assets.Knowledge) })

func realBase(t testing.TB) *Base {
	t.Helper()
	base, err := shipped()
	if err != nil {
		t.Fatalf("the shipped knowledge base has defects:\n%v", err)
	}
	return base
}

// The shipped base has no defects, and every step of it can be walked on every version and device it is for.
func TestShippedBaseIsSound(t *testing.T) {
	base := realBase(t)
	walks, defects := base.Prove()
	if len(defects) > 0 {
		t.Errorf("walks that fail:\n%v", defects)
	}
	routed := 0
	for _, d := range base.Devices() {
		for _, step := range base.steps() {
			if step.Route != "" && step.Holds(d) {
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
		base.eachText(func(text text) {
			if !text.when.Holds(d) || !text.line.Holds(d) {
				return
			}
			if filled := base.Fill(text.text, d); strings.ContainsAny(filled, "{}") {
				t.Errorf("%s %s on %s %s: %s", text.id, text.key, d.Name(), d.Version, filled)
			}
		})
		for i := range base.Screens {
			if screen := &base.Screens[i]; screen.Holds(d) {
				page, err := base.Page(screen.ID, d)
				if err != nil || strings.ContainsAny(page.Title, "{}") {
					t.Errorf("screen %s on %s %s: title %q, %v", screen.ID, d.Name(), d.Version, page.Title, err)
				}
				for _, row := range page.Rows {
					if row.Label == "" || strings.ContainsAny(row.Label, "{}") {
						t.Errorf("row %s.%s on %s %s: %q", screen.ID, row.Row.ID, d.Name(), d.Version, row.Label)
					}
				}
			}
		}
	}
}

// The walk to the switch of iCloud Backup is the one that people find on their phones.
func TestShippedWalkToTheSwitch(t *testing.T) {
	base := realBase(t)
	for version, want := range map[string]string{
		"16":   "iCloud › iCloud Backup",
		"18.4": "iCloud › iCloud Backup",
	} {
		stops, err := base.Walk("backup-switch", device(t, "iphone "+version))
		if err != nil {
			t.Fatal(err)
		}
		var labels []string
		for _, stop := range stops {
			labels = append(labels, stop.Label)
		}
		path := strings.Join(labels, " › ")
		if !strings.Contains(path, want) || !strings.HasSuffix(path, "Back Up This iPhone") {
			t.Errorf("on version %s the walk is %s", version, path)
		}
	}
}
