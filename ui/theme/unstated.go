package theme

import "os"

// variantVariable is the toolkit's own: it names the variant until the desktop states one.
const variantVariable = "FYNE_THEME"

// OpenLight lets a program open light until the desktop states what it prefers; by itself the toolkit opens
// dark. Call it before the app is made. On macOS and Windows the system always states a preference, which the
// variable would overrule, so nothing is done there.
func OpenLight(system string) error {
	if _, chosen := os.LookupEnv(variantVariable); chosen || system == "darwin" || system == "windows" {
		return nil
	}
	return os.Setenv(variantVariable, "light")
}
