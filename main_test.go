package main

import (
	"bytes"
	"image/png"
	"testing"
)

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
