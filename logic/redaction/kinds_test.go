package redaction

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestEachFormIsLeftOut has one text for each form that is known without a word beside it, and one that only looks like it.
func TestEachFormIsLeftOut(t *testing.T) {
	for _, test := range []struct{ text, secret string }{
		{"It stands near SW1A 1AA since then", "SW1A 1AA"},
		{"Bring it to 1 Infinite Loop, Cupertino, CA 95014 by noon", "Infinite Loop"},
		{"shipped to Springfield, IL 62704-1234 before", "Springfield"},
		{"Apt 4, 77 Elm, Austin, TX 73301", "Austin"},
		{"Ул. Ленина 5, Москва", "Ленина"},
		{"vive en calle Mayor 12 ahora", "Mayor"},
		{"G-482913 is your Google verification code", "482913"},
		{"482913 ist dein Bestätigungscode", "482913"},
		{"482 913 est votre code de vérification", "482 913"},
		{"482913 is your code. Don't share it.", "482913"},
		{"4829 es tu código de verificación", "4829"},
		{"Use 482-913 to sign in", "482-913"},
		{"Gib 482913 ein", "482913"},
		{"bei 〒100-0001 東京都千代田区 steht es", "東京都千代田区"},
		{"paid from DE89 3704 0044 0532 0130 00 before", "3704 0044"},
		{"card •••• 4242 was refused", "4242"},
		{"card ***4242 was refused", "4242"},
		{"from fe80::1ff:fe23:4567:890a%en0 on", "fe23"},
		{"from 2001:db8::1 on", "db8"},
		{"from 2001:db8::1: refused", "db8"},
		{"from 2001:db8::. Later", "db8"},
		{"code QWRTPSDFGH was shown", "QWRTPSDFGH"},
		{"Das steht Am Hof 3, 1010 Wien so", "Am Hof"},
		{"اتصل على ٠٥٥١٢٣٤٥٦٧ الآن", "٠٥٥١٢٣٤٥٦٧"},
		{"अब ९८७६५४३२१० पर", "९८७६५४३२१०"},
		{"𝟗𝟖𝟕𝟔𝟓𝟒𝟑𝟐𝟏 was called", "𝟗𝟖𝟕𝟔"},
	} {
		if got := known(Keep{}).Text(test.text); strings.Contains(got, test.secret) {
			t.Errorf("%q becomes %q", test.text, got)
		}
	}
	for _, text := range []string{
		"Sicherung vom Mai 3, 2026 Uhr 12:00", "Sicherung vom Mai 3, 1999 Uhr 12:00", "It says QWRTPSDF there", "NOTIFICATIONSANDMORE are off",
		"see https://support.apple.com/HT204136 first", "it took 12:30 and then 1:05", "iPhone 15 is on iOS 18.4.1",
		"Last backup 2026-3-15", "Last backup 2026/11/5", "Last backup 15.3.2026", "Last backup 5-12-2026", "Last backup 1.2.2026 9",
		"Last backup 12/31/1999 12", "آخر نسخة ٢٠٢٦/١١/٢٧", "पिछला बैकअप २७/११/२०२६", "𝟐𝟕/𝟏𝟏/𝟐𝟎𝟐𝟔 was the last",
		"آخر نسخة ١٩٩٩/١١/٢٧", "𝟷𝟿𝟿𝟿/11/27 was the last", "see https://support.apple.com/de-de/102341567 first",
		"on iPhone14Pro, ipadmini6, iPadOS183, icloud2026, mobilebackup2, idevicebackup2, HT204136",
		"Use 2000 photos to test it", "Enter 50 GB as size", "1009 is the number of the error", "It is 3 photos, and 2 more",
		"the log says v2code 123456 there", // a word is none inside of another one
	} {
		if got := known(Keep{}).Text(text); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// A name of any length is left out, also where only its first letters are compared.
func TestALongNameIsLeftOut(t *testing.T) {
	for _, times := range []int{1, 4, 8, 40} {
		name := strings.Repeat("Brunhild", times)
		r := New([]string{name}, Keep{}, bare)
		if got := r.Text("It is " + name + " who asks"); strings.Contains(got, "Brunhild") {
			t.Errorf("a name of %d letters is told: %q", len(name), got)
		}
		if len(name) <= longestName {
			continue
		}
		if got := r.Text("It is " + name[:longestName] + "sche who asks"); strings.Contains(got, "Brunhild") {
			t.Errorf("the beginning of a name of %d letters is told: %q", len(name), got)
		}
	}
}

// Where a text of letters of several bytes is cut to be looked at, no letter is cut in half.
func TestNoLetterIsCutInHalf(t *testing.T) {
	for _, beside := range []string{" (at) ", "'s iPhone ", " SSID: ", " Dear ", "的iPhone"} {
		for n := range 200 {
			for _, text := range []string{
				"é" + strings.Repeat("x", n) + beside + "anna", "é" + strings.Repeat("x", n) + beside + strings.Repeat("é", 100),
				strings.Repeat("é", n) + beside + strings.Repeat("y", n) + strings.Repeat("字", 60),
			} {
				if got := known(Keep{}).Text(text); !utf8.ValidString(got) {
					t.Fatalf("%q becomes %q", text, got)
				}
			}
		}
	}
}

// A field of a name is told only on demand, counted when it is not, and one that is empty stays so.
func TestAFieldOfAName(t *testing.T) {
	for _, test := range []struct {
		keep bool
		text string
		want string
		left int
	}{{false, "Anna", "[name]", 1}, {true, "Anna", "Anna", 0}, {false, "", "", 0}, {true, "", "", 0}} {
		r := known(Keep{Names: test.keep})
		if got := r.Name(test.text); got != test.want || r.Left()[Names] != test.left {
			t.Errorf("keep %v: %q becomes %q, and %v is counted", test.keep, test.text, got, r.Left())
		}
	}
}

// What belongs to nobody by name stays.
func TestYoursIsNobodysName(t *testing.T) {
	for form, owners := range map[string]string{
		"%s的iPhone无法备份":     "你 您 我 他 她 它 谁 你们 我们 大同",
		"这是%s的iPhone":       "你 您 我 他 她 它 谁 你们 我们",
		"%sのiPhoneを使う":      "私 あなた わたし 自分 お使い お客 皆",
		"これは%sのiPhone":      "私 あなた わたし 自分 お使い お客 皆",
		"%s의 iPhone을 백업합니다": "선생 고객 사용자 당신 귀하 나 내 저 이 본인",
	} {
		for owner := range strings.FieldsSeq(owners) {
			text := strings.Replace(form, "%s", owner, 1)
			if got := New(nil, Keep{}, bare).Text(text); got != text {
				t.Errorf("%q becomes %q", text, got)
			}
		}
	}
}

// A name that the case knows is found with and without the s of its owner, and its short rest is no name.
func TestTheNameOfAnOwner(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"Anas iPhone", "It is Ana who asks", "It is [name] who asks"},
		{"Anas iPhone", "It is ANAS who asks", "It is [name] who asks"},
		{"Als iPhone", "It went to al and back", "It went to al and back"},
		{"Als iPhone", "It is Als, and Al", "It is [name], and Al"},
		{"X iPhone", "It is X who asks", "It is X who asks"}, // any letter would be a name
		{"林 iPhone", "林 asks", "[name] asks"},
		{"Mai-Linh", "Linh and Mai ask", "[name] and [name] ask"},
	} {
		if got := New([]string{test.name}, Keep{}, bare).Text(test.text); got != test.want {
			t.Errorf("the case knows %q: %q becomes %q, want %q", test.name, test.text, got, test.want)
		}
	}
}

// A name ends with its sentence, but not with what is abbreviated in it.
func TestANameEndsWithItsSentence(t *testing.T) {
	for text, want := range map[string]string{
		"iPhone von Hans. Gestern lief das Backup":      "iPhone von [name] Gestern lief das Backup",
		"iPhone von Hans. Vorgestern lief das Backup":   "iPhone von [name] Vorgestern lief das Backup",
		"iPhone von Hans J. Müller. Das Backup ist alt": "iPhone von [name] Das Backup ist alt",
		"The iPhone of J. R. Smith is not backed up":    "The iPhone of [name] is not backed up",
		"iPhone von Dr. Müller ist nicht gesichert":     "iPhone von [name] ist nicht gesichert",
		"iPhone von Ludwig van der Bergh ist alt":       "iPhone von [name] ist alt",
		"iPhone von Ludwig und der iCloud":              "iPhone von [name] und der iCloud",
		"iPhone of Anna and Ben is full":                "iPhone of [name] is full",
		"Anna & Ben's iPhone is full":                   "[name]'s iPhone is full",
		"iPhone di Anna e Marco":                        "iPhone di [name]",
		"iPhone of Anna E. is full":                     "iPhone of [name] is full",
		"IPHONE OF ANNA AND BEN":                        "IPHONE OF [name]",
		"my name is Anna and nothing else works":        "my name is [name] and nothing else works",
		"me llamo Ana y nada funciona":                  "me llamo [name] y nada funciona",
		"Message from Anna Schmidt: call me":            "Message from [name]: call me",
		"Сообщение от Анны Ивановой":                    "Сообщение от [name]",
		"Message from Apple: your iCloud is full":       "Message from Apple: your iCloud is full",
		"my name is D'Angelo, and it fails":             "my name is [name], and it fails",
		"iPhone of O'Neill is not backed up":            "iPhone of [name] is not backed up",
		"iPhone of L'Apple ID is not":                   "iPhone of L'Apple ID is not",
	} {
		if got := New(nil, Keep{}, bare).Text(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestWordsAreComparedWhateverTheirOrder(t *testing.T) {
	for _, test := range []struct {
		text, other string
		want        bool
	}{
		{"Zoe iPhone", "iPhone of ZOÉ", true},
		{"", "Anna", true},
		{"Anna", "", false},
		{"Anna Anna", "Anna", true},
		{"Anna and Zoe", "Zoe, Anna", false},
		{"iPhone (Zoe)", "Zoe’s iPhone", true},
		{"one two three", "one two", false},
	} {
		if got := HasWordsOf(test.text, test.other); got != test.want {
			t.Errorf("%q has no other words than %q: %v", test.text, test.other, got)
		}
	}
}

// A postcode that looks like a year is taken out with its address, and the day of a backup stays.
func TestAYearIsOneOnlyInADate(t *testing.T) {
	for text, want := range map[string]string{
		"I live at Bellevue 12, 2000 Neuchatel":        "place",
		"Kirchplatz 4, 1984 Dorf":                      "place",
		"An der Au 7, 2015 Sion":                       "place",
		"Backup vom 3, 2026 Um":                        "",
		"The last backup was November 3, 2026 At":      "",
		"Última copia: Noviembre 3, 2026 Madrid":       "",
		"it works on my iPad 9, 2021 Model":            "",
		"My passcode is 1984":                          "number",
		"the PIN is 1984":                              "number",
		"The code is 1984, if you need it":             "number",
		"Mein Code lautet 50721":                       "number",
		"it says the error code is 1009":               "",
		"The code came in 2026":                        "",
		"The last one finished in 1984":                "",
		"It was made Oct 12, 2026 Somebody stopped it": "",
	} {
		r := New(nil, Keep{}, func(k Kind) string { return "[" + string(k) + "]" })
		got := r.Text(text)
		if want == "" && got != text || want != "" && !strings.Contains(got, "["+want+"]") {
			t.Errorf("%q became %q", text, got)
		}
	}
}
