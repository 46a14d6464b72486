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
