package storage

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"backupdoctor/logic/storage"
	"backupdoctor/ui/desk/desktest"
)

func TestANewDeviceOpensTheFreeWayOut(t *testing.T) {
	w, p := openSpaced(t)
	o := p.wayOut
	if !o.callout.Hidden {
		t.Error("the way out shows before anybody speaks of a new device")
	}
	test.Tap(o.tick)
	if w.Desk.View().Plan.Inputs.NewDevice != storage.On || o.callout.Hidden {
		t.Fatal("a tick does not open it")
	}
	if got := o.callout.AccessibilityLabel(); !strings.Contains(got, "21 days") || !strings.Contains(got, "same Apple Account") || strings.Contains(got, "[") {
		t.Errorf("it says %q", got)
	}
	desktest.Count(w.Desk, desktest.Numbers{Plan: 50e9, Used: 1.8e9, Next: 4.1e9})
	if got := o.callout.AccessibilityLabel(); !strings.Contains(got, "doesn’t apply") || !strings.Contains(got, "larger than the free space") {
		t.Errorf("with room for the backup it says %q", got)
	}
	test.Tap(o.tick)
	if !o.callout.Hidden || w.Desk.View().Plan.Inputs.NewDevice != storage.NotKnown {
		t.Error("without the tick it stays")
	}
}
