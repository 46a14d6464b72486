package main

import "testing"

func TestTheProgramKnowsItsNameAndVersion(t *testing.T) {
	a := about()
	if a.Name != "Backup Doctor" || a.ID == "" || a.Version == "" || a.Build < 1 {
		t.Errorf("FyneApp.toml says %+v", a)
	}
}
