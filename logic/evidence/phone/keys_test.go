package phone

import (
	"strings"
	"testing"

	"backupdoctor/logic/evidence/phone/fakephone"
)

// A person with a phone can report which keys it has, and nothing of what stands in them.
func TestKeysWithoutValues(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	p.Set("com.apple.mobile.backup", "SomethingNew", "a secret")
	var text strings.Builder
	for _, e := range quick(hub(t, p)).Describe(t.Context()) {
		text.WriteString(e.Asked + ": " + e.Answered + "\n")
	}
	for _, want := range []string{
		"open ProductVersion: string\n", "open com.apple.mobile.backup: prohibited\n",
		"trusted PasswordProtected: boolean\n",
		"trusted com.apple.mobile.backup SomethingNew: string\n",
		"trusted com.apple.mobile.backup LastCloudBackupDate: integer\n",
		"trusted com.apple.disk_usage TotalDataCapacity: integer\n",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is missing in\n%s", want, text.String())
		}
	}
	for _, secret := range []string{"secret", oneUDID, "Test iPhone", "18.4.1", "40063803392", "en_US"} {
		if strings.Contains(text.String(), secret) {
			t.Errorf("it tells %q", secret)
		}
	}
	for _, fault := range fakephone.Faults {
		p.Be(fault, 3)
		quick(hub(t, p)).Describe(t.Context())
	}
}
