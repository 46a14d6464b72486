package outside

import (
	"context"
	"runtime"
	"sync"
	"time"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

// What the notification area needs, by the names of shellapi.h and winuser.h. Every Windows has it.
var (
	notifyIcon    = windows.NewLazySystemDLL("shell32.dll").NewProc("Shell_NotifyIconW")
	desktop       = windows.NewLazySystemDLL("user32.dll")
	createWindow  = desktop.NewProc("CreateWindowExW")
	destroyWindow = desktop.NewProc("DestroyWindow")
	loadIcon      = desktop.NewProc("LoadIconW")
	getLastInput  = desktop.NewProc("GetLastInputInfo")
)

const (
	add, remove           = 0, 2         // NIM_ADD, NIM_DELETE
	withIconTipAndInfo    = 2 | 4 | 0x10 // NIF_ICON, NIF_TIP, NIF_INFO
	informationUnlessBusy = 1 | 0x80     // NIIF_INFO, NIIF_RESPECT_QUIET_TIME
	messageOnly           = ^uintptr(2)  // HWND_MESSAGE, which is -3
	anyApplication        = 32512        // IDI_APPLICATION
)

// stay is how long a notification stays once the person uses the computer. Windows shows none for longer than
// that, and keeps it for a person who is away.
const stay = 30 * time.Second

// notification is NOTIFYICONDATAW.
type notification struct {
	size                uint32
	window              uintptr
	id, flags, callback uint32
	icon                uintptr
	tip                 [128]uint16
	state, stateMask    uint32
	info                [256]uint16
	version             uint32
	title               [64]uint16
	infoFlags           uint32
	guid                windows.GUID
	balloonIcon         uintptr
}

// Notifier returns what shows a notification, in place of one that is still shown, and what takes it away at the
// end. Both are for one goroutine; tell returns at once. A notification that Windows refuses is left out.
func Notifier() (tell func(title, text string), end func()) {
	var shown sync.WaitGroup
	dismiss := func() {}
	tell = func(title, text string) {
		dismiss()
		dismissed, stop := context.WithCancel(context.Background())
		dismiss = stop
		shown.Go(func() { show(dismissed, title, text) })
	}
	return tell, func() { dismiss(); shown.Wait() }
}

// show shows a notification until it is dismissed or a person has had time to see it.
func show(dismissed context.Context, title, text string) {
	runtime.LockOSThread() // only the thread that makes a window can destroy it
	defer runtime.UnlockOSThread()
	n, before := newNotification(title, text), lastInput()
	defer func() { _, _, _ = destroyWindow.Call(n.window) }()
	if !n.hand(add) {
		return
	}
	defer n.hand(remove)
	for seen := false; !seen && dismissed.Err() == nil; {
		seen = lastInput() != before
		select {
		case <-dismissed.Done():
		case <-time.After(stay):
		}
	}
}

// newNotification makes a notification and the window that Windows wants as its owner, which nobody sees.
func newNotification(title, text string) *notification {
	n := &notification{
		size: uint32(unsafe.Sizeof(notification{})), flags: withIconTipAndInfo, infoFlags: informationUnlessBusy,
	}
	class, name := utf16.Encode([]rune("STATIC\x00")), utf16.Encode([]rune("APP\x00")) // of Windows; in winres.json
	n.window, _, _ = createWindow.Call(0, uintptr(unsafe.Pointer(&class[0])), 0, 0, 0, 0, 0, 0, messageOnly, 0, 0, 0)
	var program windows.Handle
	if windows.GetModuleHandleEx(windows.GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, nil, &program) == nil {
		n.icon, _, _ = loadIcon.Call(uintptr(program), uintptr(unsafe.Pointer(&name[0])))
	}
	if n.icon == 0 {
		n.icon, _, _ = loadIcon.Call(0, anyApplication)
	}
	copy(n.tip[:], fit(title, len(n.tip)-1))
	copy(n.title[:], fit(title, len(n.title)-1))
	copy(n.info[:], fit(text, len(n.info)-1))
	return n
}

// hand tells Windows to add or remove n, and whether that was done.
func (n *notification) hand(what uintptr) bool {
	done, _, _ := notifyIcon.Call(what, uintptr(unsafe.Pointer(n)))
	return done != 0
}

// lastInput tells one use of keys or mouse from another, by its time; it is 0 where that is unknown.
func lastInput() uint32 {
	used := struct{ size, at uint32 }{size: 8} // LASTINPUTINFO
	_, _, _ = getLastInput.Call(uintptr(unsafe.Pointer(&used)))
	return used.at
}
