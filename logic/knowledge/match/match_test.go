package match

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"backupdoctor/assets"
	"backupdoctor/logic/knowledge"
)

// load makes the matcher of the knowledge base that the program ships with, once for all tests.
var load = sync.OnceValues(func() (*Matcher, error) {
	base, err := knowledge.Load(assets.Files, assets.Knowledge)
	if err != nil {
		return nil, err
	}
	return New(base), nil
})

func shipped(t testing.TB) *Matcher {
	t.Helper()
	matcher, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return matcher
}

// What people type and paste, and the message that must come before all others. A complaint that tells the same may stand above it.
func TestMatchFindsWhatPeopleTypeAndPaste(t *testing.T) {
	matcher := shipped(t)
	cases := []struct{ text, want string }{
		{"The last backup could not be completed.", "last-backup-not-completed"},
		{"the last backup couldn’t be completed", "last-backup-not-completed"},
		{"last backup couldnt be completed", "last-backup-not-completed"},
		{"THE LAST BACK-UP COULD NOT BE COMPLETED!!!", "last-backup-not-completed"},
		{"last backup could not be\ncompleted", "last-backup-not-completed"},
		{"the last bakcup could not be compleeted", "last-backup-not-completed"},
		{"Hello, my daughter's phone says: “The last backup could not be completed.” What can we do? We use it every day.", "last-backup-not-completed"},
		{"Das letzte Backup konnte nicht abgeschlossen werden", "last-backup-not-completed"},
		{"das letzte backup konnte nicht abgeschloßen werden", "last-backup-not-completed"},
		{"La derniere sauvegarde n'a pas pu etre effectuee", "last-backup-not-completed"},
		{"最後に行ったバックアップを\n完了できませんでした", "last-backup-not-completed"},
		{"手机显示：无法完成上次备份。怎么办", "last-backup-not-completed"},
		{"back up fai", "backup-failed"},
		{"iPad Backup Failed", "backup-failed"},
		{"iPhoneバックアップに失敗", "backup-failed"},
		{"iPhone バックアップに失敗しました", "backup-failed"},
		{"zzz backup failed", "backup-failed"}, // nothing that was typed speaks of space
		{"my backup failed again", "backup-failed"},
		{"Backup fehlgeschlagen", "backup-failed"},
		{"La sauvegarde a échoué", "backup-failed"},
		{"la copia de seguridad ha fallado", "backup-failed"},
		{"O backup falhou", "backup-failed"},
		{"备份失败", "backup-failed"},
		{
			"iPhone Backup Failed. You do not have enough space in iCloud to back up this iPhone.",
			"backup-failed-space",
		},
		{"backup failed not enough space in icloud", "backup-failed-space"},
		{"Dieses iPhone wurde seit 3 Wochen nicht gesichert", "not-backed-up-in-weeks"},
		{"dieses ipad wurde seit 11 wochen nicht gesichert", "not-backed-up-in-weeks"},
		{"Cet iPad n'a pas été sauvegardé depuis 5 semaines", "not-backed-up-in-weeks"},
		{"このiPhoneは6週間バックアップされていません", "not-backed-up-in-weeks"},
		{"此iPhone已有2周未备份", "not-backed-up-in-weeks"},
		{"not backed up in 3 weeks", "not-backed-up-in-weeks"},
		{"you don't have enough space in icloud to back up this ipad", "backup-failed-space"},
		{"icloud storage is full", "icloud-storage-full"},
		{"icloud storage almost f", "icloud-storage-full"},
		{"There was a problem enabling iCloud Backup", "problem-enabling"},
		{"back up now is greyed out", "back-up-now-grey"},
		{"Back Up Now grayed", "back-up-now-grey"},
		{"estimating time rem", "estimating"},
		{"This iPhone hasn't been backed up in 14 weeks. Backups happen when this iPhone is plugged in, locked, and connected to Wi\u2011Fi.", "not-backed-up-in-weeks"},
		{"Restoring 12 of 3400 items", "restoring-items"},
		{"Verification\u00a0Failed", "verification-failed"},
		{"Prüfung fehlgeschlagen", "verification-failed"},
		{"sign out is not avail", "sign-out-restricted"},
		{"turn off and delete", "turn-off-and-delete"},
		{"Make sure you are connected to WLAN while backing up.", "wifi-needed"},
		{"last backup never", "last-backup-never"},
		{"Error Domain=MBErrorDomain Code=303 \"<private>\"", "cannot-back-up-space"},
		{"backupd: =failed= (MBErrorDomain/305)", "unable-to-access-account"},
		{"<NSError:0x1(MBErrorDomain:105) no space>", "device-storage-full"},
		{"|MBErrorDomain|209|", "files-unavailable"},
		{"MBErrorDomain(202) underlying MBErrorDomain(300)", "network-problem"},
	}
	for _, c := range cases {
		matches := matcher.Find(c.text)
		first := slices.IndexFunc(matches, func(m Match) bool { return m.Message != nil })
		if first < 0 || matches[first].ID() != c.want {
			t.Errorf("%q: %s, want %s first", c.text, show(matches), c.want)
		}
	}
}

func TestMatchFindsNothingInOtherTexts(t *testing.T) {
	matcher := shipped(t)
	for _, text := range []string{
		"", " \n\t", "…", "the", "is not", "a", "hello", "1234",
		"The weather in Lisbon stays warm until Sunday.",
		"Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor",
		"Please bring milk, bread and some apples from the market",
		"My printer has no paper and the printer driver crashed again",
		"明日の天気は晴れです", "我喜欢吃苹果", "\xff\xfe\x00", "{device}",
	} {
		if matches := matcher.Find(text); len(matches) > 0 {
			t.Errorf("%q: %s", text, show(matches))
		}
	}
}

func show(matches []Match) string {
	var out []string
	for _, m := range matches[:min(len(matches), 4)] {
		out = append(out, m.ID()+" "+strconv.FormatFloat(m.Score, 'f', -1, 64)+" ("+m.Form+")")
	}
	return "[" + strings.Join(out, "; ") + "]"
}

// The whole message alone is certain, and what is typed gains with every word.
func TestMatchScores(t *testing.T) {
	matcher := shipped(t)
	whole := matcher.Find("The last backup could not be completed.")
	if whole[0].Score != 1 || whole[0].Form == "" {
		t.Errorf("the whole message has score %v, form %q", whole[0].Score, whole[0].Form)
	}
	last := 0.0
	for _, typed := range []string{
		"last ba", "last backup cou", "last backup could not be comp",
		"last backup could not be completed",
	} {
		for _, m := range matcher.Find(typed) {
			if m.Score < leastScore || m.Score > 1 {
				t.Errorf("%q: score %v of %s", typed, m.Score, m.ID())
			}
			if m.ID() == "last-backup-not-completed" {
				if m.Score < last {
					t.Errorf("%q has score %v, less than before (%v)", typed, m.Score, last)
				}
				last = m.Score
			}
		}
	}
	if last != 1 {
		t.Errorf("the typed form ends with score %v", last)
	}
}

// Every wording is found first however it is written and whatever stands around it.
func TestMatchKnowsEveryWordingInAnyGuise(t *testing.T) {
	matcher := shipped(t)
	around := []string{
		"zebra", "quilt", "umbrella", "Tuesday", "grandma", "violin", "???", "–", "\n",
		"orchard", "hi!",
	}
	rapid.Check(t, func(t *rapid.T) {
		message := rapid.SampledFrom(matcher.subjects).Filter(isMessage).Draw(t, "message").Message
		form := rapid.SampledFrom(Wordings(message)).Draw(t, "form")
		text := strings.Map(func(r rune) rune {
			switch {
			case r == '\'' || r == '’':
				return rapid.SampledFrom([]rune("'’‘ʼ`")).Draw(t, "apostrophe")
			case r == ' ':
				return rapid.SampledFrom([]rune(" \n\u00a0\u202f\t")).Draw(t, "space")
			case r == '-':
				return rapid.SampledFrom([]rune("-\u2011\u2010")).Draw(t, "hyphen")
			case r < 0x80 && unicode.IsLetter(r) && rapid.Bool().Draw(t, "upper"):
				return unicode.ToUpper(r)
			}
			return r
		}, form)
		device := rapid.SampledFrom([]string{"iPhone", "iPad", "IPHONE"}).Draw(t, "device")
		text = strings.NewReplacer("{DEVICE}", device, "{device}", device).Replace(text)
		noise := rapid.SliceOfN(rapid.SampledFrom(around), 0, 8)
		text = strings.Join(slices.Concat(noise.Draw(t, "before"), []string{text}, noise.Draw(t, "after")),
			" ")

		matches := matcher.Find(text)
		first := slices.IndexFunc(matches, func(m Match) bool { return m.Message != nil })
		if first < 0 || matches[first].Message.ID != message.ID {
			t.Fatalf("%q is a wording of %s, found %s", text, message.ID, show(matches))
		}
	})
}

func isMessage(s subject) bool { return s.Message != nil }

// Texts of words that no message has never match.
func TestMatchIgnoresUnrelatedWords(t *testing.T) {
	matcher := shipped(t)
	known := matcher.terms
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z]{4,12}`).Filter(func(word string) bool {
			return !slices.ContainsFunc(known, func(k term) bool {
				return distance([]rune(word), k.runes, 2) <= 2 || strings.HasPrefix(k.word, word)
			})
		})
		common := rapid.SampledFrom([]string{"the", "is", "not", "my", "this", "be", "in", "of", "why"})
		text := strings.Join(rapid.SliceOfN(rapid.OneOf(word, common), 1, 30).Draw(t, "words"), " ")
		if matches := matcher.Find(text); len(matches) > 0 {
			t.Fatalf("%q: %s", text, show(matches))
		}
	})
}

func TestMatchReadsOnlyTheBeginningOfALongText(t *testing.T) {
	matcher := shipped(t)
	filling := strings.Repeat("Zebras cross the river in summer. ", maxBytes/34+1)
	if matches := matcher.Find(filling + "The last backup could not be completed."); len(matches) > 0 {
		t.Errorf("read beyond the bound: %s", show(matches))
	}
	if matches := matcher.Find("The last backup could not be completed. " + filling); len(matches) == 0 {
		t.Error("did not find what stands at the beginning")
	}
	pasted := strings.Repeat(filling, 10<<20/len(filling))
	if matches := matcher.Find(pasted + "MBErrorDomain:303"); len(matches) > 0 {
		t.Errorf("read a paste of %d MB to its end: %s", len(pasted)>>20, show(matches))
	}
}

// BenchmarkPaste reads a whole log; what lies behind the bound must cost nothing.
func BenchmarkPaste(b *testing.B) {
	matcher := shipped(b)
	log := strings.Repeat("backupd: Failed to back up file (MBErrorDomain/304) because the last upload was not completed\n", 10<<20/95)
	for b.Loop() {
		matcher.Find(log)
	}
}

// BenchmarkMatch is to stay below 2 ms for a text of 100 characters, so that a list can follow the typing.
func BenchmarkMatch(b *testing.B) {
	matcher := shipped(b)
	for b.Loop() {
		matcher.Find("my iphone says that the last backup culd not be completd since we chnged the router last week, hel")
	}
}

func TestLogCodes(t *testing.T) {
	cases := []struct {
		text string
		want []int
	}{
		{"(MBErrorDomain/205)", []int{205}},
		{"Error Domain=MBErrorDomain Code=303 \"x\"", []int{303}},
		{"MBErrorDomain, code: 17", []int{17}},
		{"MBErrorDomain(1) then mberrordomain:209 and MBErrorDomain:209", []int{209, 1}},
		{"|MBErrorDomain|300|CKErrorDomain|3|", []int{300}},
		{"MBErrorDomain", nil},
		{"XMBErrorDomain:3", nil},
		{"MBErrorDomain:123456", nil},
		{"ErrorCode 209: (MBErrorDomain/209), ErrorCode 13", []int{209, 13}},
	}
	for _, c := range cases {
		var got []int
		for _, code := range logCodes(c.text) {
			got = append(got, code.number)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q has codes %v, want %v", c.text, got, c.want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	matcher := shipped(f)
	for _, seed := range []string{
		"The last backup could not be completed", "无法完成上次备份", "can't 't n't 's",
		"MBErrorDomain:303", "ErrorCode 105:", "iCloud 저장 공간이 부족", "無法完成上次備份", "whatsapp backup", "back u", "wi f", "ﬁ ½ ｱﾊﾞ \u0345\u3099",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		seen := map[string]bool{}
		last := 1.0
		for _, m := range matcher.Find(text) {
			if m.Score < leastScore || m.Score > last || m.Form == "" || seen[m.ID()] {
				t.Errorf("%q: %+v after score %v", text, m, last)
			}
			last = m.Score
			seen[m.ID()] = true
		}
		folded, _ := cut(text)
		again, _ := cut(strings.ToUpper(strings.ToLower(text)))
		if isASCII(text) && !slices.Equal(folded, again) {
			t.Errorf("%q folds to %q, in capitals to %q", text, folded, again)
		}
	})
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 })
}

// What is near is a guess: below every match, of complaints and other kinds only, and nothing in words that nobody uses here.
func TestNearIsAGuess(t *testing.T) {
	matcher := shipped(t)
	for _, text := range []string{"last backup was in september", "kein Speicherplatz in der Cloud", "não consigo ligar o backup"} {
		near := matcher.Near(text)
		if len(near) == 0 {
			t.Errorf("%q: nothing is near", text)
		}
		for _, m := range near {
			if m.Message != nil || m.Score <= 0 || m.Score >= leastScore {
				t.Errorf("%q: %s", text, show(near))
			}
		}
	}
	letter := strings.Repeat("my backup is stuck and slow ", 10)
	if near := matcher.Near(letter); len(near) > 0 {
		t.Errorf("a letter is near %s", show(near))
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[xqz]{6,9}`)
		text := strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), " ")
		if near := matcher.Near(text); len(near) > 0 {
			t.Fatalf("%q is near %s", text, show(near))
		}
	})
}

// What a computer's program and what the phone's own log mean by a code is told apart by how it is written and by the
// words around it.
func TestACodeIsReadWithTheWordsAroundIt(t *testing.T) {
	matcher := shipped(t)
	for _, c := range []struct {
		text  string
		want  string
		alone bool
	}{
		{"ErrorCode 209: (MBErrorDomain/209)", "computer-backup-failed", true},
		{"ErrorCode 105: Insufficient free disk space on drive to back up (MBErrorDomain/105)", "computer-backup-failed", true},
		{"iTunes backup (MBErrorDomain/13)", "computer-backup-failed", true},
		{"MBErrorDomain/13", "computer-backup-failed", false},
		{"MBErrorDomain/303", "cannot-back-up-space", true},
		{"MBErrorDomain/208 device locked", "last-backup-not-completed", false},
	} {
		matches := matcher.Find(c.text)
		has := slices.ContainsFunc(matches, func(m Match) bool { return m.ID() == c.want })
		if !has || c.alone != (len(matches) == 1) {
			t.Errorf("%q: %s, want %s, alone %v", c.text, show(matches), c.want, c.alone)
		}
	}
}

// Of two sentences the reason is meant, in whichever order they stand, and a fraud goes before what it imitates.
func TestAReasonGoesBeforeItsHeading(t *testing.T) {
	matcher := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		heading := rapid.SampledFrom(matcher.subjects).Filter(func(s subject) bool { return s.isHeading() }).Draw(t, "heading").Message
		reason := rapid.SampledFrom([]string{
			"This iPhone cannot back up to iCloud without a verified email address.",
			"iCloud Backup cannot begin because another device is currently restoring from this backup.",
			"Some files were unavailable during the last backup.",
		}).Draw(t, "reason")
		parts := []string{rapid.SampledFrom(Wordings(heading)).Draw(t, "form"), reason}
		if rapid.Bool().Draw(t, "turned") {
			slices.Reverse(parts)
		}
		for _, m := range matcher.Find(strings.Join(parts, ". ")) {
			if m.Message != nil && m.Message.ID == heading.ID {
				t.Fatalf("%q is taken for its heading", parts)
			}
		}
	})
	for _, text := range []string{
		"Your iCloud storage is full. Your photos will be deleted on May 3",
		"iCloud-Speicher ist voll. Ihre Fotos werden gelöscht",
	} {
		if matches := matcher.Find(text); len(matches) == 0 || matches[0].Elsewhere == nil || !matches[0].Elsewhere.Fraud {
			t.Errorf("%q: %s, want a fraud first", text, show(matches))
		}
	}
}
