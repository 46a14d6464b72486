package outside

import (
	"runtime"
	"strings"
	"testing"
	"time"
	"unsafe"
)

// TestANotificationIsLaidOutAsWindowsReadsIt holds the fields to shellapi.h of a Windows of 64 bits.
func TestANotificationIsLaidOutAsWindowsReadsIt(t *testing.T) {
	if unsafe.Sizeof(uintptr(0)) != 8 {
		t.Skip("addresses have fewer bits here")
	}
	var n notification
	for name, at := range map[string][2]uintptr{
		"cbSize": {unsafe.Offsetof(n.size), 0}, "hWnd": {unsafe.Offsetof(n.window), 8},
		"uFlags": {unsafe.Offsetof(n.flags), 20}, "hIcon": {unsafe.Offsetof(n.icon), 32},
		"szTip": {unsafe.Offsetof(n.tip), 40}, "dwState": {unsafe.Offsetof(n.state), 296},
		"szInfo": {unsafe.Offsetof(n.info), 304}, "uVersion": {unsafe.Offsetof(n.version), 816},
		"szInfoTitle": {unsafe.Offsetof(n.title), 820}, "dwInfoFlags": {unsafe.Offsetof(n.infoFlags), 948},
		"guidItem": {unsafe.Offsetof(n.guid), 952}, "hBalloonIcon": {unsafe.Offsetof(n.balloonIcon), 968},
		"the end": {unsafe.Sizeof(n), 976},
	} {
		if at[0] != at[1] {
			t.Errorf("%s is at %d, want %d", name, at[0], at[1])
		}
	}
}

func TestWindowsTakesANotificationAndRemovesIt(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	n := newNotification("Backup Doctor", strings.Repeat("The backup failed: $(calc) ", 20))
	defer func() { _, _, _ = destroyWindow.Call(n.window) }()
	if n.window == 0 || n.icon == 0 || n.info[len(n.info)-1] != 0 || n.title[len(n.title)-1] != 0 {
		t.Fatalf("window %x, icon %x, or a text without an end", n.window, n.icon)
	}
	if !n.hand(add) || n.hand(add) {
		t.Error("it is not added once")
	}
	if !n.hand(remove) || n.hand(remove) {
		t.Error("it is not removed once")
	}
}

func TestTheEndTakesANotificationAway(t *testing.T) {
	tell, end := Notifier()
	began := time.Now()
	tell("Backup Doctor", "The backup failed")
	tell("Backup Doctor", "The backup is complete") // in place of the first
	if told := time.Since(began); told > time.Second/10 {
		t.Errorf("telling takes %s", told)
	}
	time.Sleep(time.Second)
	end()
	if took := time.Since(began); took > stay/2 {
		t.Errorf("the end takes %s", took)
	}
}
