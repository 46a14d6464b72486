package fallback

import (
	"os"
	"syscall"
	"unsafe"
)

var (
	kernel        = syscall.NewLazyDLL("kernel32.dll")
	attachConsole = kernel.NewProc("AttachConsole")
	allocConsole  = kernel.NewProc("AllocConsole")
	messageBox    = syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
)

// Names of Windows for the console of who called, and for a message box: yes and no, a warning, in front.
const (
	ofParent   = ^uintptr(0)
	boxKind    = 0x4 | 0x30 | 0x10000
	boxYes     = 6
	consoleIn  = "CONIN$"
	consoleOut = "CONOUT$"
)

// Connect connects input and output to the console that the program was called from. Windows gives a program
// with windows none. What the caller redirected stays.
func Connect() {
	if ok, _, _ := attachConsole.Call(ofParent); ok != 0 {
		useConsole()
	}
}

// hasConsole reports whether a person can read what the program writes.
func hasConsole() bool { return isOpen(os.Stdout) }

// isOpen reports whether a file leads to a console, a pipe or a file.
func isOpen(f *os.File) bool {
	kind, err := syscall.GetFileType(syscall.Handle(f.Fd()))
	return err == nil && kind != syscall.FILE_TYPE_UNKNOWN
}

// useConsole leads to the console what leads nowhere.
func useConsole() {
	for _, one := range []struct {
		file **os.File
		name string
	}{{&os.Stdin, consoleIn}, {&os.Stdout, consoleOut}, {&os.Stderr, consoleOut}} {
		if isOpen(*one.file) {
			continue
		}
		if handle, err := syscall.Open(one.name, syscall.O_RDWR, 0); err == nil {
			*one.file = os.NewFile(uintptr(handle), one.name)
		}
	}
}

// Agrees reports whether the job shall go on as text. Where nobody could read it, a box with the title and the
// text asks, and yes opens a console.
func Agrees(title, text string) bool {
	if hasConsole() {
		return true
	}
	titleW, err := syscall.UTF16PtrFromString(title)
	if err != nil {
		return false
	}
	textW, err := syscall.UTF16PtrFromString(text)
	if err != nil {
		return false
	}
	answer, _, _ := messageBox.Call(0, uintptr(unsafe.Pointer(textW)), uintptr(unsafe.Pointer(titleW)), boxKind)
	if answer != boxYes {
		return false
	}
	allocConsole.Call()
	useConsole()
	return hasConsole()
}
