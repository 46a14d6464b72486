package redaction

import (
	"testing"
)

func bare(k Kind) string { return "[" + string(k) + "]" }

// known is a redactor that knows some names.
func known(keep Keep) *Redactor {
	return New([]string{"Grandma Brünhild's old iPhone", "Theodor-iPad", "O'Brien", "田中", "林"}, keep, bare)
}

func TestWhatTellsWhoSomebodyIsIsLeftOut(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// names that the case tells of, in any writing
		{"Brünhild is not backed up", "[name] is not backed up"},
		{"BRUNHILD is not backed up", "[name] is not backed up"},
		{"Bru\u0308nhild", "[name]"},
		{"Brün\u00adhild", "[name]"},
		{"Theodor-iPad of O’Brien", "[name]-iPad of [name]"},
		{"田中のiPhoneをバックアップできません", "[name]のiPhoneをバックアップできません"},
		{"田中さんが使います", "[name]さんが使います"},
		{"林さん", "[name]さん"},
		{"the user brunhildmeier", "the user [account]"},
		// names by what stands beside them
		{"“Zoe’s iPhone” could not be backed up.", "“[name]’s iPhone” could not be backed up."},
		{"ANNA'S IPHONE; anna's ipad", "[name]'S IPHONE; [name]'s ipad"},
		{"Network: Zoe’s-iPhone, Zoes-iPad.local", "Network: [name]’s-iPhone, [name]-iPad.local"},
		{"SSID: SmithHome", "SSID: [name]"},
		{"Annas iPhone har inte säkerhetskopierats", "[name] iPhone har inte säkerhetskopierats"},
		{"无法备份。王小明的iPhone", "无法备份。[name]的iPhone"},
		{"佐藤さんの iPhone をバックアップできません", "[name]の iPhone をバックアップできません"},
		{"Das iPhone von Hans Müller wurde nicht gesichert", "Das iPhone von [name] wurde nicht gesichert"},
		{"Hello Anna,\nyour iPhone was not backed up.", "Hello [name],\nyour iPhone was not backed up."},
		{"Join the network “Smith Family 5G” first", "Join the network “[name]” first"},
		{"From: Jane Doe", "From: [name]"},
		{"Hello J.R.R. Tolkien, your iPhone", "Hello [name], your iPhone"},
		{"Hello J.Smith, your iPhone", "Hello [name], your iPhone"},
		{"iPhone von Anna-M. Huber", "iPhone von [name]"},
		// accounts
		{"Sign in as anna.smith+x@example.co.uk again", "Sign in as [mail] again"},
		{"anna (at) example.com", "[mail]"},
		{"write to @annasmith", "write to [account]"},
		{"Apple ID: anna smith", "Apple ID: [account]"},
		// numbers
		{"Serial F2LXK0AAABC1", "Serial [number]"},
		{"Serial number: F2LX K0AA ABC1", "Serial number: [number]"},
		{"IMEI 35 209900 176148 1", "IMEI [number]"},
		{"Recovery key K7QP-2M4X-9TRD-ZL8W-HB3N-VF6C-JY5G", "Recovery key [number]"},
		{"for apps: abcd-efgh-ijkl-mnop", "for apps: [number]"},
		{"call +49 (0)170 123-4567 now", "call [number] now"},
		{"call 555.123.4567", "call [number]"},
		{"00008030-001A2D3C4E5F6071", "[number]"},
		{"F0E1D2C3-0000-1111-2222-333344445555", "[number]"},
		{"at a4:83:e7:00:11:22", "at [number]"},
		{"from 192.168.178.21", "from [number]"},
		{"Telefon: 0170-12", "Telefon: [number]"},
		{"QWRTPSDFGH", "[number]"},
		// file paths
		{"in /Users/hans müller/Library/x.log it says", "in [path] it says"},
		{`C:\Users\hans\backup.txt`, "[path]"},
		{"~/Library/Logs", "[path]"},
		{"shared at https://www.icloud.com/photos/#0AbcDef_Zoe (new)", "shared at [link] (new)"},
		{"open www.example.com/u/zoe.", "open [link]."},
		{"https://apple.com.example.net/zoe", "[link]"},
		{"see file:///Users/hans/x.log", "see [path]"},
	} {
		r := known(Keep{})
		if got := r.Text(test.text); got != test.want {
			t.Errorf("%q becomes %q, want %q", test.text, got, test.want)
		}
		if len(r.Left()) == 0 {
			t.Errorf("%q: nothing is counted as left out", test.text)
		}
	}
}

func TestWhatTellsNothingStays(t *testing.T) {
	for _, text := range []string{
		"The last backup could not be completed.",
		"Last successful backup: 23.11.2026 10:41",
		"2026-11-23 10:41 MBErrorDomain 205, NSURLErrorDomain-1009",
		"Your iPhone hasn't been backed up in 3 weeks. It's 4.8 GB of 5 GB.",
		"This iPad's storage is full (iPadOS 18.4.1, iPhone14,5)",
		"Wi-Fi and/or cellular, see https://support.apple.com/108770",
		"Das letzte Backup konnte nicht abgeschlossen werden.",
		"[number] of backups",
		"无法备份您的iPhone。",
		"あなたのiPhoneをバックアップできません",
		"お使いのiPhoneをバックアップできません",
		"This iPhone is full. Settings, iPhone, iCloud.",
		"Serial number: unknown. Phone: not backed up.",
	} {
		r := known(Keep{})
		if got := r.Text(text); got != text || len(r.Left()) > 0 {
			t.Errorf("%q becomes %q, with %+v left out", text, got, r.Left())
		}
	}
}

func TestWhatIsAskedForIsPutIn(t *testing.T) {
	const text = "Brünhild’s account is b@example.com, serial F2LXK0AAABC1"
	for _, test := range []struct {
		names, accounts bool
		want            string
	}{
		{true, true, text},
		{true, false, "Brünhild’s account is [mail], serial [number]"},
		{false, true, "[name]’s account is b@example.com, serial F2LXK0AAABC1"},
	} {
		if got := known(Keep{test.names, test.accounts}).Text(text); got != test.want {
			t.Errorf("names %v, accounts %v: %q", test.names, test.accounts, got)
		}
	}
}

func TestANameInsideOfAnAddressIsLeftOutByItself(t *testing.T) {
	if got := known(Keep{Accounts: true}).Text("brunhild@example.com"); got != "[name]@example.com" {
		t.Errorf("with accounts and without names it reads %q", got)
	}
}

func TestOnlyTheNameOfAModelStays(t *testing.T) {
	for text, want := range map[string]string{
		"iPhone 13 Pro Max":                         "iPhone 13 Pro Max",
		"iPad Pro 12.9-inch (4th generation)":       "iPad Pro 12.9-inch (4th generation)",
		"iPhone SE (2nd generation), 64 GB":         "iPhone SE (2nd generation), 64 GB",
		"iPhone14,5 A2633":                          "iPhone14,5 A2633",
		"iPad Air M2 11-inch Wi-Fi":                 "iPad Air M2 11-inch Wi-Fi",
		"iPod touch (7th gen) 32GB":                 "iPod touch (7th gen) 32GB",
		"iPad mini 8.3in Cellular, 2TB":             "iPad mini 8.3in Cellular, 2TB",
		"iPad Air 13\" Wi-Fi + Cellular 1 TB":       "iPad Air 13\" Wi-Fi + Cellular 1 TB",
		"iPhone XS Max":                             "iPhone XS Max",
		"iPhone XR, X, 12 mini, 14 Plus":            "iPhone XR, X, 12 mini, 14 Plus",
		"iPad16,3 (3rd) (1st), iPhone 16e":          "iPad16,3 (3rd) (1st), iPhone 16e",
		"iPhone A26334 A123":                        "iPhone [name]",
		"Zoe's iPhone 13":                           "[name] iPhone 13",
		"iPhone 13 of Hans Müller":                  "iPhone 13 [name]",
		"iPhone 13 F2LXK0AAABC1":                    "iPhone 13 [number]",
		"[Zoe] (iPhone 13)":                         "[name] (iPhone 13)",
		"iPhone 12 hans@example.com 0170 123 45 67": "iPhone 12 [mail] [number]",
	} {
		if got := known(Keep{}).Model(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
