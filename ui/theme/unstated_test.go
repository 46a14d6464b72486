package theme

import (
	"os"
	"testing"

	"fyne.io/fyne/v2/app"
	fynetheme "fyne.io/fyne/v2/theme"
)

func TestTheProgramOpensLightWhereNothingIsPreferred(t *testing.T) {
	for _, tt := range []struct {
		system, before, want string
	}{
		{"linux", "", "light"},
		{"freebsd", "", "light"},
		{"linux", "dark", "dark"},
		{"darwin", "", ""},
		{"windows", "", ""},
	} {
		t.Setenv(variantVariable, tt.before) // restored after the test
		if tt.before == "" {
			if err := os.Unsetenv(variantVariable); err != nil {
				t.Fatal(err)
			}
		}
		if err := OpenLight(tt.system); err != nil {
			t.Fatal(err)
		}
		if got := os.Getenv(variantVariable); got != tt.want {
			t.Errorf("on %s with %q the variable is %q, want %q", tt.system, tt.before, got, tt.want)
		}
	}
}

// The toolkit still reads the variable.
func TestTheToolkitReadsTheVariable(t *testing.T) {
	t.Setenv(variantVariable, "light")
	if got := app.New().Settings().ThemeVariant(); got != fynetheme.VariantLight {
		t.Errorf("the variant is %v", got)
	}
}
