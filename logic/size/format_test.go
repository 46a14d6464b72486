package size

import (
	"math"
	"testing"

	"golang.org/x/text/language"
)

func TestFormatExactBytes(t *testing.T) {
	for bytes, want := range map[int64]string{
		1_995 * GB: "1995 GB", 2_055 * GB: "2055 GB", 2_155 * GB: "2.155 TB", 2 * TB: "2 TB", 12_050 * GB: "12.05 TB",
		199_200 * MB: "199.2 GB", 4_960 * MB: "4.96 GB", 4_999 * MB: "4.999 GB", 5 * GB: "5 GB",
		1_995_300 * MB: "1995.3 GB",
		4_823_456_789:  "4.8 GB", // no person types this
		2_195_300 * MB: "2.2 TB", // nor this
		999_500 * MB:   "999.5 GB",
		112 * MB:       "112 MB", 812 * MB: "812 MB", 0: "0 GB", -1_200 * MB: "-1.2 GB",
		812_400_000: "812.4 MB", 999_900_000: "999.9 MB", 812_440_000: "812 MB", // as the phone shows it
		math.MaxInt64:           "9,223,372.04 TB",
		math.MaxInt64 / GB * GB: "9223372.036 TB",
		100*TB + GB + 1:         "100 TB",
		100*TB + GB:             "100.001 TB",
	} {
		if got := FormatExact(bytes, language.English); got != want {
			t.Errorf("%d: %q, want %q", bytes, got, want)
		}
	}
	for _, bytes := range []int64{1_995 * GB, 1_995_300 * MB, 4_960 * MB, 12_050 * GB, 2_155 * GB} {
		for _, locale := range []language.Tag{language.English, language.German, language.French} {
			if r, err := Parse(FormatExact(bytes, locale), Hints{Locale: locale}); err != nil || r.Low != bytes {
				t.Errorf("%d in %v is read back as %+v, %v", bytes, locale, r, err)
			}
		}
	}
	if got := FormatExact(4_960*MB, language.German); got != "4,96 GB" {
		t.Errorf("in German %q", got)
	}
}

func TestFormatBytes(t *testing.T) {
	for _, c := range []struct {
		bytes  int64
		locale string
		want   string
	}{
		{0, "en", "0 GB"},
		{512, "en", "512 B"},
		{1_500, "en", "2 KB"},
		{999_499, "en", "999 KB"},
		{999_500, "en", "1 MB"},
		{512 * MB, "en", "512 MB"},
		{999_500_000, "en", "1 GB"},
		{999_499_999, "en", "999 MB"},
		{4_800 * MB, "en", "4.8 GB"},
		{4_849 * MB, "en", "4.8 GB"},
		{4_850 * MB, "en", "4.9 GB"},
		{5 * GB, "en", "5 GB"},
		{63_940 * MB, "en", "63.9 GB"},
		{99_949 * MB, "en", "99.9 GB"},
		{99_950 * MB, "en", "100 GB"},
		{310_400 * MB, "en", "310 GB"},
		{999_500 * MB, "en", "1 TB"},
		{1_250 * GB, "en", "1.25 TB"},
		{2 * TB, "en", "2 TB"},
		{14 * TB, "en", "14 TB"},
		{4_800 * MB, "de", "4,8 GB"},
		{4_800 * MB, "fr", "4,8 GB"},
		{1_250 * GB, "de", "1,25 TB"},
		{4_800 * MB, "de-CH", "4.8 GB"},
		{-900 * MB, "en", "-900 MB"},
		{-1_200 * MB, "de", "-1,2 GB"},
		{math.MinInt64, "en", "-9,223,372.04 TB"},
	} {
		if got := Format(c.bytes, language.MustParse(c.locale)); got != c.want {
			t.Errorf("%d in %s: %q, want %q", c.bytes, c.locale, got, c.want)
		}
	}
}
