package lint

import "testing"

func TestSentences(t *testing.T) {
	cases := []struct {
		text string
		want int
	}{
		{"", 0},
		{"Tap **Wi-Fi**", 1},
		{"Tap **Wi-Fi**.", 1},
		{"Tap **Wi-Fi.** It opens.", 2},
		{"Tap **Other…** and type the name.", 1},
		{"Update to iOS 18.4 or later.", 1},
		{"Wait, e.g. over night. Then look again! Is it done?", 3},
		{"Look here. {device} is ready.", 2},
		{"Look here. **Done** shows.", 2},
		{"It costs 0.99. 5 GB are free.", 2},
		{"One.  Two.\nThree", 3},
	}
	for _, c := range cases {
		if got := sentences(c.text); got != c.want {
			t.Errorf("%q has %d sentences, want %d", c.text, got, c.want)
		}
	}
}

func TestUnprintable(t *testing.T) {
	for _, text := range []string{"Don’t – “wait” … › 5 € ñ Ω Ж", "a b"} {
		if r := unprintable(text); r != 0 {
			t.Errorf("%q: %U is taken as missing in the font", text, r)
		}
	}
	for text, want := range map[string]rune{"a → b": '→', "😀": '😀', "バ": 'バ', "a\tb": '\t'} {
		if r := unprintable(text); r != want {
			t.Errorf("%q: found %U, want %U", text, r, want)
		}
	}
}

func TestOddWords(t *testing.T) {
	for text, want := range map[string]string{
		"A tick beside a time.": "tick", "Whoever did it.": "Whoever", "Empty the bin.": "bin",
		"A ticket in a cabin, ticking.": "", "See {row:app.tick}.": "", "Whatever you like.": "",
	} {
		if got := oddWord(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestRepeatedWords(t *testing.T) {
	for text, want := range map[string]string{
		"There is no other device device.": "device", "Tap the The row.": "The",
		"It is so. So it ends.": "", "2 2 GB – – {device} the {device}": "", "No. No.": "",
	} {
		if got := repeatedWord(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
