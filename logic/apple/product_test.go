package apple

import (
	"strings"
	"testing"
)

// A device that gives its product type gets the screens of its model: kind, button and lock follow from the
// name.
func TestProductTypesHaveNames(t *testing.T) {
	for product, want := range map[string]string{
		"iPhone13,2": "iPhone 12", "iPhone12,8": "iPhone SE (2nd generation)", "iPhone18,4": "iPhone Air",
		"iPad12,1": "iPad (9th generation)", "iPad7,3": "iPad Pro (10.5-inch)", "iPhone99,1": "", "": "",
	} {
		if got := Model(product); got != want {
			t.Errorf("%s is %q, want %q", product, got, want)
		}
	}
	for name, want := range map[string]bool{
		"iPhone 13": true, "ipad AIR (5th generation)": true, "iPhone": false, "my iPhone 13": false, "": false,
	} {
		if IsModel(name) != want {
			t.Errorf("%q is a model: %v", name, !want)
		}
	}
	seen := map[string]int{}
	for line := range strings.Lines(products) {
		_, types, _ := strings.Cut(line, ":")
		for product := range strings.FieldsSeq(types) {
			seen[product]++
			if kind, name := strings.Split(product, ",")[0], Model(product); !strings.HasPrefix(kind, name[:6]) &&
				!strings.HasPrefix(kind, name[:4]) {
				t.Errorf("%s is called %s", product, name)
			}
		}
	}
	for product, n := range seen {
		if n > 1 {
			t.Errorf("%s has %d names", product, n)
		}
	}
	for product, home := range map[string]bool{
		"iPhone12,8": true, "iPhone10,3": false, "iPhone10,1": true, "iPad12,1": true, "iPad13,18": false,
		"iPad7,2": true, "iPad8,5": false,
		"iPad15,7": false, "iPad11,1": true, "iPad14,1": false,
	} {
		kind := IPhone
		if strings.HasPrefix(product, "iPad") {
			kind = IPad
		}
		if got := HasHomeButton(kind, Model(product)); got != home {
			t.Errorf("%s (%s) has a Home button: %v, want %v", product, Model(product), got, home)
		}
	}
}
