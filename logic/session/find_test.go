package session_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge/match"
	"backupdoctor/logic/session"
)

// What people type, and what must be found: the first match, or one of those that are offered to choose from.
func TestOrdinaryWordsAreUnderstood(t *testing.T) {
	lib := library(t)
	for _, c := range []struct{ text, want string }{
		// The sentences of which seven found nothing, and one the wrong thing.
		{"backup stuck", "slow-or-stuck"},
		{"my backup is very slow", "slow-or-stuck"},
		{"my company manages it", "managed-by-others"},
		{"seit 5 wochen kein backup", "not-in-weeks"},
		{"icloud voll", "storage-full"},
		{"button is gray", "button-gray"},
		{"nothing happens", "slow-or-stuck"},
		{"iCloud Backup is disabled by your organization", "managed-by-others"},
		// Neighbours in English.
		{"it has been stuck for hours", "slow-or-stuck"},
		{"my phone hasn't backed up since october", "not-in-weeks"},
		{"the back up button is greyed out and I can't press it", "button-gray"},
		{"it's a work phone", "managed-by-others"},
		{"i just got a new iphone yesterday", "new-device"},
		{"my cloud is full again", "storage-full"},
		{"it takes forever", "slow-or-stuck"},
		{"there's always an error message", "fails-with-message"},
		// German.
		{"das Backup hängt seit gestern", "slow-or-stuck"},
		{"mein Diensthandy sichert nicht", "managed-by-others"},
		{"der Knopf ist ausgegraut", "button-gray"},
		{"Backup dauert ewig", "slow-or-stuck"},
		{"der Speicher ist schon wieder voll", "storage-full"},
		{"habe ein neues Handy", "new-device"},
		// Spanish.
		{"mi iphone no hace copia de seguridad desde hace un mes", "not-in-weeks"},
		{"va muy lento", "slow-or-stuck"},
		{"el botón sale en gris", "button-gray"},
		{"es el móvil de la empresa", "managed-by-others"},
		{"tengo el icloud lleno", "storage-full"},
		// French.
		{"la sauvegarde est bloquée", "slow-or-stuck"},
		{"mon iphone ne se sauvegarde plus depuis septembre", "not-in-weeks"},
		{"le bouton est gris", "button-gray"},
		{"c'est le téléphone de mon entreprise", "managed-by-others"},
		{"mon icloud est plein", "storage-full"},
		// Portuguese.
		{"o backup está travado", "slow-or-stuck"},
		{"faz um mês que não faz backup", "not-in-weeks"},
		{"o botão está cinza", "button-gray"},
		{"é o celular da empresa", "managed-by-others"},
		{"meu icloud está cheio", "storage-full"},
		// Japanese.
		{"バックアップが途中で止まってしまう", "slow-or-stuck"},
		{"一ヶ月バックアップされていない", "not-in-weeks"},
		{"ボタンがグレーで押せません", "button-gray"},
		{"会社のiPhoneです", "managed-by-others"},
		{"容量がいっぱいです", "storage-full"},
		// Chinese.
		{"备份一直卡住", "slow-or-stuck"},
		{"已经一个月没有备份了", "not-in-weeks"},
		{"按钮是灰色的点不了", "button-gray"},
		{"这是公司的手机", "managed-by-others"},
		{"iCloud空间已经满了", "storage-full"},
		// Written after a look at the first results, some with slips of the finger.
		{"it just sits there at estimating and never finishes", "slow-or-stuck"},
		{"my mums ipad did not back up for months", "not-in-weeks"},
		{"they say my storage is full but i dont want to pay", "storage-full"},
		{"cant turn on icloud backup", "button-gray"},
		{"phone from my employer", "managed-by-others"},
		{"backup is slwo", "slow-or-stuck"},
		{"last backup was in september", "not-in-weeks"},
		{"Backup bleibt seit Stunden bei 10 Minuten stehen", "slow-or-stuck"},
		{"Omas iPad wurde ewig nicht gesichert", "not-in-weeks"},
		{"ich kann das Backup nicht einschalten", "button-gray"},
		{"kein Speicherplatz in der Cloud", "storage-full"},
		{"la copia se queda parada", "slow-or-stuck"},
		{"no me deja activar la copia de seguridad", "button-gray"},
		{"lleva tres meses sin hacer copia", "not-in-weeks"},
		{"ça prend des heures", "slow-or-stuck"},
		{"je n'arrive pas à activer la sauvegarde", "button-gray"},
		{"plus assez de place dans icloud", "storage-full"},
		{"não consigo ligar o backup", "button-gray"},
		{"demora demais", "slow-or-stuck"},
		{"acabou o espaço do icloud", "storage-full"},
		{"バックアップにすごく時間がかかります", "slow-or-stuck"},
		{"iCloudの容量が足りません", "storage-full"},
		{"バックアップをオンにできません", "button-gray"},
		{"备份特别慢", "slow-or-stuck"},
		{"备份开关打不开", "button-gray"},
		{"iCloud储存空间不够用", "storage-full"},
	} {
		found := lib.Find(c.text)
		if len(found.Matches) == 0 {
			t.Errorf("%q finds nothing, want %s", c.text, c.want)
			continue
		}
		sure := found.Certainty == session.FoundSure
		if sure && found.Matches[0].ID() != c.want || !slices.Contains(ids(found), c.want) {
			t.Errorf("%q: %s, want %s", c.text, show(found), c.want)
		}
	}
}

// What an organization forbids is never taken for a switch that is off.
func TestAnOrganizationIsNoSwitchThatIsOff(t *testing.T) {
	lib := library(t)
	for _, text := range []string{
		"iCloud Backup is disabled by your organization", "iCloud backup disabled by organization",
		"Backup is turned off by my company's MDM",
	} {
		found := lib.Find(text)
		if len(found.Matches) == 0 || found.Matches[0].ID() != "managed-by-others" {
			t.Errorf("%q: %s", text, show(found))
		}
	}
}

// Who bought room and is still told that it is full may mean either room, so the person chooses.
func TestFullMayMeanEitherRoom(t *testing.T) {
	lib := library(t)
	for _, text := range []string{
		"I bought 50 GB of iCloud storage but my iPhone still says storage full", "paid for 200GB and it still says the storage is full",
	} {
		found := lib.Find(text)
		offers := func(id string) bool {
			return slices.ContainsFunc(found.Matches, func(m match.Match) bool { return m.ID() == id })
		}
		if found.Certainty != session.FoundChoose || !offers("device-storage-full") || !offers("icloud-storage-full") {
			t.Errorf("%q: %d, %v", text, found.Certainty, found.Matches)
		}
	}
}

// What is not about iCloud Backup comes first, so that it is said before anything else.
func TestOtherKindsAreToldAsSuch(t *testing.T) {
	lib := library(t)
	for _, c := range []struct{ text, want string }{
		{"We’ve blocked your account! Your photos and videos will be deleted on 14 April", "fraud-mail"},
		{"Your iCloud storage is full. Your photos will be deleted on Friday. Update your payment details now.", "fraud-mail"},
		{"Your payment method has expired. Click here to keep your iCloud photos.", "fraud-mail"},
		{"Ihr Konto wurde gesperrt. Ihre Fotos werden gelöscht am 3. Mai", "fraud-mail"},
		{"Hemos bloqueado su cuenta, sus fotos serán eliminadas el 14 de abril", "fraud-mail"},
		{"Votre moyen de paiement a expiré, cliquez ici", "fraud-mail"},
		{"Can’t complete backup. Make sure your phone has an Internet connection and that you have enough free space in iCloud.", "app-backup"},
		{"my whatsapp backup is stuck", "app-backup"},
		{"WhatsApp Backup funktioniert nicht", "app-backup"},
		{"ErrorCode 105: Insufficient free disk space on drive to back up (MBErrorDomain/105)", "computer-backup-failed"},
		{"iTunes could not back up the iPhone because not enough free space is available on this computer.", "computer-backup-failed"},
		{"not enough space on my Mac for the backup", "computer-backup-failed"},
		{"my samsung phone", "other-device"},
		{"my mac does not back up", "other-device"},
		{"Time Machine backup stuck", "other-device"},
	} {
		found := lib.Find(c.text)
		if len(found.Matches) == 0 || found.Matches[0].ID() != c.want {
			t.Errorf("%q: %s, want %s", c.text, show(found), c.want)
		}
	}
}

// A link to a stranger beside talk of storage, money or the account is called a fraud for sure where it bears
// Apple's name, and offered as one where somebody may only say what was read. Apple's own links change nothing.
func TestAStrangersLinkIsAFraud(t *testing.T) {
	lib := library(t)
	for text, want := range map[string]struct {
		first     string
		certainty session.Certainty
	}{
		"Apple: see https://apple-billing.support/a about your storage":            {"fraud-mail", session.FoundSure},
		"Your account needs attention: www.icloud-verify.com":                      {"fraud-mail", session.FoundSure},
		"see https://apple.com@evil.example/ to verify your Apple ID":              {"fraud-mail", session.FoundSure},
		"Your storage is almost full, renew at http://cloud-renew.xyz/pay":         {"fraud-mail", session.FoundChoose},
		"Ihr Konto braucht Aufmerksamkeit: bit.ly/3abc":                            {"fraud-mail", session.FoundChoose},
		"my iCloud storage is full, I read https://www.reddit.com/r/iphone":        {"fraud-mail", session.FoundChoose},
		"Your iCloud storage is full. https://support.apple.com/HT201":             {"icloud-storage-full", session.FoundSure},
		"The last backup could not be completed. https://example.com/help":         {"last-backup-not-completed", session.FoundSure},
		"The last backup could not be completed. com.apple.accountsd/account/full": {"last-backup-not-completed", session.FoundSure},
	} {
		found := lib.Find(text)
		if len(found.Matches) == 0 || found.Matches[0].ID() != want.first || found.Certainty != want.certainty {
			t.Errorf("%q: %s, want %s", text, show(found), want.first)
		}
	}
}

// Another device that stands beside an iPhone is not what the person asks about.
func TestAnotherDeviceBesideAnIPhoneIsNotMeant(t *testing.T) {
	lib := library(t)
	for _, text := range []string{
		"I moved from a Samsung phone and now my iPhone does not back up", "my iphone does not back up to my mac",
		"мой айфон не делает резервную копию",
	} {
		if found := lib.Find(text); found.Certainty == session.FoundSure && found.Matches[0].ID() == "other-device" {
			t.Errorf("%q: %s", text, show(found))
		}
	}
}

// Whoever says such a thing is told so first, and nothing about the device follows from it.
func TestWhatIsElsewhereMovesNothing(t *testing.T) {
	lib := library(t)
	for text, want := range map[string]struct {
		id    string
		fraud bool
	}{
		"ErrorCode 105: Insufficient free disk space on drive to back up (MBErrorDomain/105)":                                   {"computer-backup-failed", false},
		"Can’t complete backup. Make sure your phone has an Internet connection and that you have enough free space in iCloud.": {"app-backup", false},
		"We’ve blocked your account! Your photos and videos will be deleted on 14 April":                                        {"fraud-mail", true},
	} {
		s, _ := open(t, lib)
		before := s.View()
		must(t, s.Say(text))
		v := s.View()
		said := v.Messages[0].Elsewhere
		if said == nil || said.ID != want.id || said.Fraud != want.fraud || len(said.Do) == 0 {
			t.Errorf("%q is taken for %+v", text, said)
			continue
		}
		for _, do := range said.Do {
			if strings.Contains(do, "http") || strings.Contains(do, "www.") {
				t.Errorf("%s leads to a link: %q", want.id, do)
			}
		}
		if v.EvidenceCount != 0 || v.Likely[0].Cause != before.Likely[0].Cause || v.Likely[0].P != before.Likely[0].P ||
			v.Options[0].ID != before.Options[0].ID {
			t.Errorf("%s moves the diagnosis to %s, and the guide to %s", want.id, v.Likely[0].Cause.ID, v.Options[0].ID)
		}
		if v.Finding.Head != s.Library().Words.Text("finding.early") {
			t.Errorf("%s: it says %q", want.id, v.Finding)
		}
	}
}

// The program takes what the phone shows word for word, and asks about everything that reads like two things.
func TestOnlySureThingsAreTakenWithoutAsking(t *testing.T) {
	lib := library(t)
	for text, want := range map[string]string{
		"iphone: LAST backup couldn't be completed":                "last-backup-not-completed",
		"The last backup could not be completed.":                  "last-backup-not-completed",
		"iCloud Storage Full":                                      "icloud-storage-full",
		"Estimating time remaining…":                               "estimating",
		"Das letzte Backup konnte nicht abgeschlossen werden":      "last-backup-not-completed",
		"There was a problem enabling iCloud Backup.":              "problem-enabling",
		"This iPhone hasn't been backed up in 3 weeks":             "not-backed-up-in-weeks",
		"You must accept the new iCloud Terms and Conditions":      "new-terms",
		"my backup is very slow":                                   "slow-or-stuck",
		"Not Enough iCloud Storage":                                "not-enough-icloud-storage",
		"It’s a company or school iPhone":                          "managed-by-others",
		"Here it says: The last backup could not be completed. :(": "last-backup-not-completed",
	} {
		found := lib.Find(text)
		if found.Certainty != session.FoundSure || found.Matches[0].ID() != want {
			t.Errorf("%q: %s, want %s for sure", text, show(found), want)
		}
	}
	for _, text := range []string{"backup", "iCloud", "company phone is slow", "stuck and the storage is full", "failed"} {
		if found := lib.Find(text); found.Certainty == session.FoundSure {
			t.Errorf("%q is taken for %s without asking", text, found.Matches[0].ID())
		}
	}
	for _, text := range []string{
		"", "hello", "the weather in Lisbon stays warm until Sunday", "Please bring milk, bread and some apples from the market",
		"My printer has no paper and the printer driver crashed again", "Lorem ipsum dolor sit amet, consectetur adipiscing elit",
		"Morgen scheint in Lissabon die Sonne", "¿Dónde está la biblioteca?", "Le soleil brille sur la plage", "Vamos à praia amanhã",
		"明日の天気は晴れです", "我喜欢吃苹果", "1234", "???",
	} {
		if found := lib.Find(text); found.Certainty != session.FoundNone {
			t.Errorf("%q: %s", text, show(found))
		}
	}
}

// Every complaint is found by each of its own words in every language.
func TestEveryWordOfAComplaintFindsIt(t *testing.T) {
	lib := library(t)
	for i := range lib.Base.Complaints {
		c := &lib.Base.Complaints[i]
		for language, list := range c.Words {
			for _, text := range list {
				if found := lib.Find(text); !slices.Contains(ids(found), c.ID) {
					t.Errorf("%s %q: %s, want %s among them", language, text, show(found), c.ID)
				}
			}
		}
	}
}

func ids(f session.Finding) []string {
	var list []string
	for _, m := range f.Matches {
		list = append(list, m.ID())
	}
	return list
}

func show(f session.Finding) string {
	list := []string{[]string{"nothing", "to choose", "sure"}[f.Certainty]}
	for _, m := range f.Matches {
		list = append(list, fmt.Sprintf("%s %.2f (%s)", m.ID(), m.Score, m.Form))
	}
	return strings.Join(list, "; ")
}

// No wording of the phone, in any language, is called a fraud or somebody else's message.
func TestNothingThatThePhoneSaysIsCalledAFraud(t *testing.T) {
	lib := library(t)
	for i := range lib.Base.Messages {
		for _, text := range match.Wordings(&lib.Base.Messages[i]) {
			text = strings.ReplaceAll(text, "{device}", "iPhone")
			if found := lib.Find(text); found.Matches[0].Elsewhere != nil {
				t.Errorf("%q: %s", text, show(found))
			}
		}
	}
}

// A text alone in a case's file is what it surely means, unless the person says that it is nothing known.
func TestATextAloneIsRecognized(t *testing.T) {
	lib := library(t)
	said := func(what casefile.Said) *session.View {
		return lib.Derive(casefile.Case{Events: []casefile.Event{{Source: casefile.FromPerson, What: what}}}, time.Now())
	}
	const text = "The last backup could not be completed."
	v := said(casefile.Said{Text: text})
	if m := v.Messages[0].Message; m == nil || m.ID != "last-backup-not-completed" || len(v.Evidence) != 1 {
		t.Errorf("it is taken for %v", m)
	}
	for name, what := range map[string]casefile.Said{
		"nothing known": {Text: text, Unknown: true}, "no message at all": {Text: "The cat sat on it."},
	} {
		isSaid := func(e diagnosis.Evidence) bool { return e.Kind == diagnosis.Noticed }
		if v := said(what); v.Messages[0].Message != nil || slices.ContainsFunc(v.Evidence, isSaid) {
			t.Errorf("%s is recognized", name)
		}
	}
	s, _ := open(t, lib)
	must(t, s.SayAs("", text))
	if m := s.View().Messages[0]; m.Message != nil || m.Text != text {
		t.Errorf("what the person calls unknown is taken for %v", m.Message)
	}
}

// Whether the device shows a message is asked only while nobody knows: not after a message, not after a complaint
// that tells of one, and not after words that fit nothing, which may be one. "No message" speaks for what stops a
// backup before it begins.
func TestNoMessageIsAnAnswer(t *testing.T) {
	lib := library(t)
	check := lib.Base.MessageCheck()
	for name, test := range map[string]struct {
		say  func(s *session.Session) error
		asks bool
	}{
		"nothing said":            {func(*session.Session) error { return nil }, true},
		"an old date":             {func(s *session.Session) error { return s.Complain("not-in-weeks") }, true},
		"a message":               {func(s *session.Session) error { return s.SayAs("backup-failed", "") }, false},
		"it fails with a message": {func(s *session.Session) error { return s.Complain("fails-with-message") }, false},
		"words that fit nothing":  {func(s *session.Session) error { return s.SayAs("", "Frobnication required") }, false},
	} {
		s, _ := open(t, lib)
		must(t, test.say(s))
		asks := slices.ContainsFunc(s.View().Options, func(o diagnosis.Option) bool { return o.ID == check.ID })
		if asks != test.asks {
			t.Errorf("%s: it is asked whether there is a message: %v", name, asks)
		}
	}
	s, _ := open(t, lib)
	power, full := chance(s, "no-power"), chance(s, "icloud-full")
	must(t, s.Answer(check.ID, "none"))
	if chance(s, "no-power") <= power || chance(s, "icloud-full") >= full {
		t.Errorf("no message moves no power from %.3f to %.3f, a full iCloud from %.3f to %.3f",
			power, chance(s, "no-power"), full, chance(s, "icloud-full"))
	}
	must(t, s.SayAs("icloud-storage-full", ""))
	alone, _ := open(t, lib)
	must(t, alone.SayAs("icloud-storage-full", ""))
	if got, want := chance(s, "icloud-full"), chance(alone, "icloud-full"); got < want-1e-9 || got > want+1e-9 {
		t.Errorf("a message after no message leaves %.4f, alone %.4f", got, want)
	}
}
