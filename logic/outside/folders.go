package outside

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"backupdoctor/logic/plainfile"
)

// Folders returns the folders in which people keep files, the likeliest first and the home folder last; those
// that don't exist are left out. It is empty only when there is no home folder.
func (c Computer) Folders() []string {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	var list []string
	for _, name := range []string{"Documents", "Desktop", "Downloads"} {
		list = append(list, filepath.Join(home, name))
	}
	if system := c.os(); system != "darwin" && system != "windows" {
		config := os.Getenv("XDG_CONFIG_HOME")
		if config == "" {
			config = filepath.Join(home, ".config")
		}
		// Ignore the error: most computers without a desktop have no such file.
		if text, err := plainfile.Read(filepath.Join(config, "user-dirs.dirs"), most); err == nil {
			list = append(userFolders(string(text), home), list...)
		}
	}
	var out []string
	for _, folder := range append(list, home) {
		if !slices.Contains(out, folder) && isFolder(folder) {
			out = append(out, folder)
		}
	}
	return out
}

// userFolders reads the names that a desktop gave the folders, in a person's language.
func userFolders(text, home string) []string {
	var list []string
	for _, key := range []string{"XDG_DOCUMENTS_DIR", "XDG_DESKTOP_DIR", "XDG_DOWNLOAD_DIR"} {
		for line := range strings.Lines(text) {
			value, found := strings.CutPrefix(strings.TrimSpace(line), key+"=")
			if !found {
				continue
			}
			value = strings.Trim(value, `"`)
			if rest, inHome := strings.CutPrefix(value, "$HOME"); inHome {
				value = filepath.Join(home, rest)
			}
			if filepath.IsAbs(value) && value != home { // home stands for "none"
				list = append(list, filepath.Clean(value))
			}
		}
	}
	return list
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// most is more than such a file ever needs, in bytes.
const most = 64 << 10
