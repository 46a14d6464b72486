package size

import "testing"

func TestPlainNumbersAreReadAsPeopleWriteThem(t *testing.T) {
	const fine = ""
	decimals := NumberRule{Most: 1e7, Decimals: 3, Units: []string{"mbit/s", "mbps"}}
	whole := NumberRule{Most: 1e7}
	for _, c := range []struct {
		rule    NumberRule
		text    string
		want    float64
		problem string // the end of its key
	}{
		{decimals, "6", 6, fine},
		{decimals, " 6,5 ", 6.5, fine},
		{decimals, "6.5 Mbit/s", 6.5, fine},
		{decimals, "40Mbps", 40, fine},
		{decimals, "6.", 6, fine}, // is being typed
		{decimals, "12 345", 12345, fine},
		{decimals, "12\u00a0345", 12345, fine},
		{decimals, "12’345", 12345, fine},
		{decimals, "1,234,567", 1234567, fine},
		{decimals, "1.234.567,5", 1234567.5, fine},
		{decimals, "1,234.5", 1234.5, fine},
		{decimals, "0,125", 0.125, fine},
		{decimals, "١٢٫٥", 12.5, fine},
		{decimals, "1,234", 0, "two-ways"},
		{decimals, "-3", 0, "negative"},
		{decimals, "0", 0, "negative"},
		{decimals, "90000000", 0, "most"},
		{decimals, "six", 0, "none"},
		{decimals, "6..5.", 0, "none"},
		{decimals, "1e9", 0, "none"},
		{decimals, "NaN", 0, "none"},
		{decimals, "6-5", 0, "none"},
		{decimals, "mbps", 0, "none"},
		{whole, "1,234", 1234, fine},
		{whole, "1.234", 1234, fine},
		{whole, "0", 0, fine},
		{whole, "6,5", 0, "whole"},
		{whole, "-3", 0, "negative"},
		{whole, "6 GB", 0, "none"},
	} {
		got, problem := c.rule.Parse(c.text)
		want := c.problem
		if want != fine {
			want = "storage-pane.number." + want
		}
		if got != c.want || problem.Key != want {
			t.Errorf("%q is read as %v, %q", c.text, got, problem.Key)
		}
	}
}
