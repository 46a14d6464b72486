package knowledge

import (
	"testing"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/knowledge/screens"
)

func TestBodiesShowWhatTheyHave(t *testing.T) {
	base := realBase(t)
	cases := []struct{ kind, model, passcode string }{
		{apple.IPhone, "", "Face ID & Passcode"},
		{apple.IPhone, "iPhone 13", "Face ID & Passcode"},
		{apple.IPhone, "iPhone 8 Plus", "Touch ID & Passcode"},
		{apple.IPhone, "iPhone SE (3rd generation)", "Touch ID & Passcode"},
		{apple.IPhone, "iphonese 2", "Touch ID & Passcode"},
		{apple.IPhone, "iPhone 13, secondhand, in a blue case", "Face ID & Passcode"},
		{apple.IPhone, "64 GB iPhone 8", "Touch ID & Passcode"},
		{apple.IPad, "iPad Pro 11-inch, repaired", "Face ID & Passcode"},
		{apple.IPad, "", "Touch ID & Passcode"},
		{apple.IPad, "iPad Air (5th generation)", "Touch ID & Passcode"},
		{apple.IPad, "iPad Pro 11-inch (M4)", "Face ID & Passcode"},
		{apple.IPad, "iPad mini (A17 Pro)", "Touch ID & Passcode"},
		{apple.IPad, "iPad Pro 10.5-inch", "Touch ID & Passcode"},
	}
	for _, version := range []string{"17", "18"} {
		for _, c := range cases {
			d := device(t, c.kind+" "+version)
			d.HomeButton, d.Unlock = apple.HasHomeButton(c.kind, c.model), apple.UnlockOf(c.kind, c.model)
			root, err := base.Page(screens.Root, d)
			if err != nil {
				t.Fatal(err)
			}
			has := map[string]bool{}
			for _, row := range root.Rows {
				has[row.Label] = true
			}
			if other := map[bool]string{
				true:  "Face ID & Passcode",
				false: "Touch ID & Passcode",
			}[c.passcode[0] == 'T']; !has[c.passcode] || has[other] {
				t.Errorf("%s %q with %s: %v, want %q alone", c.kind, c.model, version, has, c.passcode)
			}
			general, err := base.Page("general", d)
			if err != nil {
				t.Fatal(err)
			}
			button := false
			for _, row := range general.Rows {
				button = button || row.Label == "Home Button"
			}
			if button != d.HomeButton {
				t.Errorf("%s %q with %s: a row for the Home button %v, want %v", c.kind, c.model, version,
					button, d.HomeButton)
			}
		}
	}
}
