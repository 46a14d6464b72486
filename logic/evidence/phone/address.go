package phone

import "strings"

// The usual places of usbmuxd.
const (
	usualSocket = "/var/run/usbmuxd"
	usualPort   = "127.0.0.1:27015" // on Windows, where Apple Devices and iTunes bring it
)

// AddressOf is where usbmuxd listens: what USBMUXD_SOCKET_ADDRESS says, in the spelling of libusbmuxd
// (UNIX:/path, host:port or [address]:port), or else the usual place of the system.
func AddressOf(getenv func(string) string, goos string) string {
	if named := getenv("USBMUXD_SOCKET_ADDRESS"); named != "" {
		return named
	}
	if goos == "windows" {
		return usualPort
	}
	return unixPrefix + usualSocket
}

const unixPrefix = "UNIX:"

// network splits an address into what package net takes.
func network(address string) (kind, place string) {
	if path, ok := strings.CutPrefix(address, unixPrefix); ok {
		return "unix", path
	}
	return "tcp", address
}
