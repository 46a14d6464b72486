package size

import "testing"

func TestPlainNumbersAreReadAsPeopleWriteThem(t *testing.T) {
	units := []string{"mbit/s", "mbps"}
	for _, c := range []struct {
		text          string
		want          float64
		twoWays, fine bool
	}{
		{"6", 6, false, true},
		{" 6,5 ", 6.5, false, true},
		{"6.5 Mbit/s", 6.5, false, true},
		{"40Mbps", 40, false, true},
		{"12 345", 12345, false, true},
		{"1,234,567", 1234567, false, true},
		{"1.234.567,5", 1234567.5, false, true},
		{"1,234.5", 1234.5, false, true},
		{"0,125", 0.125, false, true},
		{"1,234", 1234, true, true},
		{"-3", -3, false, true},
		{"six", 0, false, false},
		{"6..5.", 0, false, false},
		{"1e9", 0, false, false},
		{"NaN", 0, false, false},
		{"6-5", 0, false, false},
	} {
		got, twoWays, ok := plainNumber(c.text, units)
		if ok != c.fine || ok && (got != c.want || twoWays != c.twoWays) {
			t.Errorf("%q is read as %v, %v, %v", c.text, got, twoWays, ok)
		}
	}
}
