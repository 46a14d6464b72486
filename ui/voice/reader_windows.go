package voice

import (
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// The notification event of UI Automation, which Windows 10 has since its version 1709.
var (
	automation   = windows.NewLazySystemDLL("uiautomationcore.dll")
	areListening = automation.NewProc("UiaClientsAreListening")
	hostProvider = automation.NewProc("UiaHostProviderFromHwnd")
	raise        = automation.NewProc("UiaRaiseNotificationEvent")
	strings16    = windows.NewLazySystemDLL("oleaut32.dll")
	allocString  = strings16.NewProc("SysAllocString")
	freeString   = strings16.NewProc("SysFreeString")
)

// Names of Windows for a notification of any kind that replaces those before it, and the place of Release in
// the table of a COM object.
const (
	kindOther           = 4
	importantMostRecent = 1
	release             = 2
)

// reader speaks through the screen reader that listens to the window.
type reader struct{ window fyne.Window }

// Of returns the screen reader of a window; nil where Windows is too old for it.
func Of(w fyne.Window) Reader {
	for _, needed := range []*windows.LazyProc{areListening, hostProvider, raise, allocString, freeString} {
		if needed.Find() != nil {
			return nil
		}
	}
	return reader{w}
}

// Listens implements Reader.
func (reader) Listens() bool {
	yes, _, _ := areListening.Call()
	return yes != 0
}

// provider is a COM object: its first word leads to the table of its methods.
type provider struct{ methods *[3]uintptr }

// Tell implements Reader.
func (r reader) Tell(text string) {
	native, ok := r.window.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		c, ok := context.(driver.WindowsWindowContext)
		if !ok {
			return
		}
		var p *provider
		if failed, _, _ := hostProvider.Call(c.HWND, uintptr(unsafe.Pointer(&p))); int32(failed) < 0 || p == nil {
			return
		}
		defer func() { _, _, _ = syscall.SyscallN(p.methods[release], uintptr(unsafe.Pointer(p))) }()
		words, activity := newString(text), newString("backupdoctor")
		defer freeString.Call(words)
		defer freeString.Call(activity)
		// Nobody can do more where it fails.
		_, _, _ = raise.Call(uintptr(unsafe.Pointer(p)), kindOther, importantMostRecent, words, activity)
	})
}

// newString makes a text of COM; 0, which COM takes for an empty one, where it can't be written in UTF-16.
func newString(text string) uintptr {
	wide, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return 0
	}
	made, _, _ := allocString.Call(uintptr(unsafe.Pointer(wide)))
	return made
}
