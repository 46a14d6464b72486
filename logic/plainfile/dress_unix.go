//go:build unix

package plainfile

import (
	"os"
	"syscall"
)

// keepOwner gives a file the owner and the group of another one where the system allows it, and reports whether it
// has the group now.
func keepOwner(path string, like os.FileInfo) bool {
	theirs, ok := like.Sys().(*syscall.Stat_t)
	if !ok {
		return false
	}
	if os.Chown(path, int(theirs.Uid), int(theirs.Gid)) == nil {
		return true
	}
	return os.Chown(path, -1, int(theirs.Gid)) == nil
}
