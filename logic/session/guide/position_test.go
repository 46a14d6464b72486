package guide

import (
	"testing"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/knowledge/screens"
)

func TestPositionTellsARowByItsNeighbours(t *testing.T) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		t.Fatal(err)
	}
	d := apple.Device{Kind: apple.IPhone, Version: apple.Version{Major: 18}}
	d.Language = "de"
	for _, c := range []struct {
		route string
		want  position
	}{
		{"backup-over-cellular", position{kind: screens.RowSwitch, number: 3, above: "iCloud-Backup", below: 2}},
		{"delete-this-backup", position{kind: screens.RowRed, number: 9, above: "Alle Apps anzeigen", below: 1}},
		{"date-automatic", position{kind: screens.RowSwitch, number: 2, above: "24-Stunden", below: 1}},
	} {
		walk, err := base.Walk(c.route, d)
		if err != nil {
			t.Fatal(err)
		}
		if got := positionOf(base, walk[len(walk)-1], d); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.route, got, c.want)
		}
	}
}
