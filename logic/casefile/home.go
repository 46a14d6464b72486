package casefile

import (
	"os"
	"path/filepath"

	"backupdoctor/logic/words"
)

// HomeVariable names the environment variable that moves the data folder.
const HomeVariable = "BACKUPDOCTOR_HOME"

// Home is the folder for everything the program keeps: the one that BACKUPDOCTOR_HOME names, or backup-doctor
// in the usual place of the operating system. It is not created here.
func Home(getenv func(string) string) (string, error) {
	if home := getenv(HomeVariable); home != "" {
		path, err := filepath.Abs(home)
		if err != nil {
			return "", words.Wrap(err, "home.folder", "Folder", home)
		}
		return path, nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", words.Wrap(err, "home.unknown", "Variable", HomeVariable)
	}
	return filepath.Join(dir, "backup-doctor"), nil
}

// ShelfDir is the folder of the cases in the data folder.
func ShelfDir(home string) string { return filepath.Join(home, "cases") }
