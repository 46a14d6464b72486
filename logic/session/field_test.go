package session_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge/match"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// soonSteps is how many steps ahead a kind of trouble is followed when every step goes its likeliest way.
const soonSteps = 8

// fromTheField is a kind of trouble that people report, told in words of our own.
type fromTheField struct {
	name           string
	device, system string
	message, text  string
	answers        []string // check and answer by turns
	numbers        *storage.Inputs
	leads          []string // one of them leads
	three          []string // all are among the three most likely
	doubted        []string // none leads
	soon           []string // one of them is proposed soon
	before         [2]string
	never          []string // none is proposed soon
}

// What people report leads to what it was, or at least to no harm.
func TestKindsOfTroubleFromTheField(t *testing.T) {
	lib := library(t)
	small, school, roomy := read(5e9, 2.4e9, 3.9e9), read(200e9, 198.8e9, 11e9), read(50e9, 5.2e9, 2.8e9)
	gone := read(50e9, 48.7e9, 2.9e9)
	gone.Devices = append(gone.Devices, storage.Device{Name: "Old phone", Gone: true, Last: size.Of(7e9, size.Phone)})
	risky := []string{"sign-out-sign-in", "reset-all-settings", "replace-backup"}
	for _, c := range []fromTheField{
		{
			name: "the switch is gray since an update, and there never was a backup", system: "15.7",
			message: "last-backup-never", answers: []string{"back-up-switch", "grey", "what-changed", "update"},
			leads: []string{"profile-restriction", "terms-not-accepted", "account-problem"}, doubted: []string{"icloud-full"},
			soon: []string{"managed-device", "account-notice"}, never: risky,
		},
		{
			name: "a beta whose backups break off", system: "18.5",
			message: "last-backup-not-completed", answers: []string{"system-version", "beta", "what-changed", "update", "manual-backup", "fails"},
			leads: []string{"beta-system"}, soon: []string{"update-system"}, never: risky,
		},
		{
			name: "a snapshot that exists already, which a restart ends", system: "15.2",
			message: "last-backup-not-completed", answers: []string{"restarted-lately", "no"},
			leads: []string{"process-stuck"}, soon: []string{"restart"}, never: risky,
		},
		{
			name: "the account of a school is full", device: "ipad", system: "18.5",
			message: "icloud-storage-full", answers: []string{"managed-device", "managed", "back-up-switch", "on", "plan-paid", "managed"},
			numbers: &school, leads: []string{"icloud-full"},
			soon: []string{"ask-for-storage"}, never: append([]string{"buy-more-storage", "restore-plan", "temporary-storage"}, risky...),
		},
		{
			name: "the same, and nobody has said whose plan it is", device: "ipad", system: "18.5",
			message: "icloud-storage-full", answers: []string{"managed-device", "managed"},
			numbers: &school, leads: []string{"icloud-full"},
			soon: []string{"plan-paid"}, before: [2]string{"plan-paid", "buy-more-storage"}, never: risky,
		},
		{
			name: "a filter at home keeps all devices from signing in", system: "18.5",
			message: "verification-failed",
			answers: []string{"vpn-filter", "on-router", "other-device-works", "fails-too", "account-notice", "password"},
			leads:   []string{"vpn-or-filter"}, soon: []string{"unblock-router"},
			before: [2]string{"unblock-router", "update-account-settings"}, never: risky,
		},
		{
			name: "the router drops what goes to Apple, and elsewhere all is well", system: "18.5",
			message: "verification-failed",
			answers: []string{
				"wifi-connected", "works", "other-networks", "works-elsewhere", "vpn-filter", "none",
				"other-device-works", "fails-too", "apple-status", "all-fine",
			},
			leads: []string{"network-blocks", "vpn-or-filter", "slow-wifi"}, soon: []string{"try-other-network"},
			never: append([]string{"wait-for-apple"}, risky...),
		},
		{
			name: "the downloads of one app fill the free plan", system: "18.0",
			message: "backup-failed-space", answers: []string{"app-sizes", "huge", "photos-messages-sync", "both-on", "plan-paid", "free"},
			numbers: &small, leads: []string{"icloud-full"}, three: []string{"app-stuck"},
			soon: []string{"leave-out-large-app"}, before: [2]string{"leave-out-large-app", "buy-more-storage"}, never: risky,
		},
		{
			name: "iCloud space was bought, and it is the iPhone that is full", system: "18.5",
			message: "device-storage-full", numbers: &roomy,
			leads: []string{"device-full"}, doubted: []string{"icloud-full"},
			soon: []string{"device-space"}, never: append([]string{"buy-more-storage", "empty-bins", "restore-plan"}, risky...),
		},
		{
			name: "the free space is gone, told in Korean", system: "18.5",
			message: "not-enough-icloud-storage", text: "iCloud 저장 공간이 부족하여 백업을 완료할 수 없습니다",
			leads: []string{"icloud-full"}, soon: []string{"plan-paid", "empty-bins"}, before: [2]string{"empty-bins", "buy-more-storage"}, never: risky,
		},
		{
			name: "a new device whose apps do not move", system: "15.0",
			answers: []string{"restoring", "restoring", "downloads", "stuck", "new-device", "soon"},
			leads:   []string{"restore-running"}, soon: []string{"wait-for-restore"},
			never: append([]string{"reload-stuck-app"}, risky...),
		},
		{
			name: "the line of an organization at the top of Settings, and a gray switch", system: "18.5",
			text:    "This iPhone is supervised and managed by Springfield School District.",
			answers: []string{"back-up-switch", "grey"},
			leads:   []string{"profile-restriction"}, soon: []string{"ask-device-admin"},
			never: append([]string{"remove-profile"}, risky...),
		},
		{
			name: "an unknown error without any notice", system: "17.2",
			message: "problem-enabling", answers: []string{"account-notice", "none", "back-up-now-state", "absent"},
			leads: []string{"two-factor-missing"}, soon: []string{"two-factor", "turn-on-two-factor"}, never: risky,
		},
		{
			name: "a plan that was bought with another account", system: "26.1",
			message: "icloud-storage-full", answers: []string{"plan-paid", "missing", "next-backup-fits", "does-not-fit"},
			leads: []string{"plan-shrank"}, soon: []string{"signed-in", "restore-plan"},
			never: append([]string{"buy-more-storage"}, risky...),
		},
		{
			name: "a phone set to a language that the program does not know", system: "18.4",
			text:    "Backup di iPad non riuscito. Non hai abbastanza spazio in iCloud per il backup di questo iPad.",
			answers: []string{"plan-paid", "free"}, leads: []string{"icloud-full"}, soon: []string{"empty-bins"},
			before: [2]string{"empty-bins", "buy-more-storage"}, never: risky,
		},
		{
			name: "a German phone whose iCloud is full", system: "18.5", text: "iCloud-Speicher ist voll",
			leads: []string{"icloud-full"}, soon: []string{"icloud-space", "plan-paid"},
			before: [2]string{"empty-bins", "delete-old-device-backups"}, never: risky,
		},
		{
			name: "the delay that Stolen Device Protection demands", system: "17.5", text: "Security Delay Required",
			answers: []string{"back-up-switch", "off"}, leads: []string{"backup-off"}, soon: []string{"turn-on-backup"}, never: risky,
		},
		{
			name: "Advanced Data Protection in the United Kingdom, and a notice in Settings", system: "18.5",
			text:    "Apple can no longer offer Advanced Data Protection in the United Kingdom",
			answers: []string{"account-notice", "other", "back-up-switch", "on"},
			leads:   []string{"account-problem", "icloud-full"}, three: []string{"account-problem"},
			soon: []string{"update-account-settings"}, never: risky,
		},
		{
			name: "back on an older system than that of the backup", device: "ipad", system: "18.6",
			text:    "No iCloud backups are compatible with the version of iPadOS on this iPad.",
			answers: []string{"system-version", "update-waiting"}, leads: []string{"system-outdated"},
			soon: []string{"update-system"}, never: append([]string{"replace-backup"}, risky...),
		},
		{
			name: "a plan was bought, the device has room, and iCloud is full", system: "18.2",
			message: "device-storage-full", answers: []string{"device-space", "enough", "icloud-space", "full"},
			leads: []string{"icloud-full"}, three: []string{"plan-shrank"}, soon: []string{"plan-paid", "signed-in"},
			before: [2]string{"plan-paid", "buy-more-storage"}, never: append([]string{"free-device-space"}, risky...),
		},
		{
			name: "the backup of a device that is gone is what does not fit", system: "18.5",
			numbers: &gone, answers: []string{"plan-paid", "shown", "new-device", "no"}, leads: []string{"icloud-full"},
			soon: []string{"delete-old-device-backups"}, before: [2]string{"empty-bins", "delete-old-device-backups"},
			never: append([]string{"buy-more-storage"}, risky...),
		},
	} {
		t.Run(c.name, func(t *testing.T) { c.follow(t, lib) })
	}
}

// Where a message lets hope for too much or too little, what the program says of it holds.
func TestMessagesFromTheFieldAreExplained(t *testing.T) {
	lib := library(t)
	for text, want := range map[string]struct{ id, says string }{
		"Security Delay Required": {"security-delay", "Location Services"}, // it comes at home, too
		"Apple can no longer offer Advanced Data Protection (ADP) in the United Kingdom":             {"data-protection-uk", "turn it off when Apple asks"},
		"No iCloud backups are compatible with the version of iOS on this iPhone.":                   {"cannot-restore-backup", "is updated"},
		"Error Domain=NSCocoaErrorDomain Code=4097 \"connection to service named com.apple.cloudd\"": {"last-backup-not-completed", "did not finish"},
		"iPhone Storage Full": {"device-storage-full", "Buying iCloud storage does not help"},
	} {
		found := lib.Find(text)
		if len(found.Matches) == 0 || found.Matches[0].ID() != want.id || !strings.Contains(found.Matches[0].Message.Means, want.says) {
			t.Errorf("%q: %s, want %s, which says %q", text, show(found), want.id, want.says)
		}
	}
	if s := lib.Base.Cause("advanced-data-protection").Summary; !strings.Contains(s, "unless Apple asks") {
		t.Errorf("who must turn off Advanced Data Protection reads %q", s)
	}
}

// Who has bought storage and reads that it is full is asked which storage it is: that of the device or iCloud's.
func TestStorageThatIsFullAlthoughItWasBoughtMayBeEither(t *testing.T) {
	lib := library(t)
	for _, text := range []string{
		"I upgraded to 200GB but it still says my storage is full", "Bought 2 TB of iCloud space and the phone still says storage full",
		"Habe 200 GB gekauft, trotzdem Speicher voll", "comprei 200 GB e ainda diz armazenamento cheio",
		"compré 200 GB y sigue diciendo almacenamiento lleno", "j’ai payé 200 Go et il dit encore stockage plein",
	} {
		found := lib.Find(text)
		says := func(id string) bool { return slices.Contains(ids(found), id) }
		if found.Certainty != session.FoundChoose || !says("device-storage-full") || !says("storage-full") && !says("icloud-storage-full") {
			t.Errorf("%q: %s", text, show(found))
		}
	}
}

func (c *fromTheField) follow(t *testing.T, lib *session.Library) {
	device := "iphone"
	if c.device != "" {
		device = c.device
	}
	events := []casefile.Event{did(day(26, 10), casefile.Said{Message: c.message, Text: c.text})}
	if c.message+c.text == "" {
		events = nil
	}
	for i := 0; i < len(c.answers); i += 2 {
		events = append(events, did(day(26, 11), casefile.Answered{Check: c.answers[i], Answer: c.answers[i+1]}))
	}
	if c.numbers != nil {
		events = append(events, did(day(26, 12), casefile.Counted{Inputs: *c.numbers}))
	}
	v := lib.Derive(casefile.Case{Device: device, Version: c.system, Country: "us", Events: events}, day(26, 13))
	rank := func(cause string) int {
		return slices.IndexFunc(v.Likely, func(l session.Likely) bool { return l.Cause.ID == cause })
	}
	first := v.Likely[0].Cause.ID
	if !slices.Contains(c.leads, first) || slices.Contains(c.doubted, first) {
		t.Errorf("%s leads with %.2f, want one of %v", first, v.Likely[0].P, c.leads)
	}
	for _, cause := range c.three {
		if at := rank(cause); at < 0 || at > 2 {
			t.Errorf("%s is only the %d. cause", cause, at+1)
		}
	}
	var plan []string
	for _, o := range lib.Core(v.Device).Plan(v.Evidence, soonSteps) {
		id := o.ID
		if fix, ok := diagnosis.LossFix(id); ok {
			id = fix
		}
		plan = append(plan, id)
	}
	has := func(id string) bool { return slices.Contains(plan, id) }
	if !slices.ContainsFunc(c.soon, has) || slices.ContainsFunc(c.never, has) {
		t.Errorf("the way is %v, want one of %v and none of %v", plan, c.soon, c.never)
	}
	if b := slices.Index(plan, c.before[1]); c.before[1] != "" && b >= 0 && slices.Index(plan[:b], c.before[0]) < 0 {
		t.Errorf("the way is %v, and %s does not come before %s", plan, c.before[0], c.before[1])
	}
}

// A text beside a message in a file tells more than what it was taken for, where it belongs to something else; what
// the person takes it for all the same stands, and is kept so in the file.
func TestATextOfSomethingElseIsNoMessage(t *testing.T) {
	lib := library(t)
	for text, want := range map[string]struct{ taken, is string }{
		"ErrorCode 105: not enough free disk space on the drive to back up":        {"device-storage-full", "computer-backup-failed"},
		"Couldn’t complete the chat backup. Check that iCloud has free space":      {"backup-failed-space", "app-backup"},
		"We have blocked your account. Your photos will be deleted on 3 December.": {"icloud-storage-full", "fraud-mail"},
	} {
		events := []casefile.Event{{Source: casefile.FromPerson, What: casefile.Said{Message: want.taken, Text: text}}}
		v := lib.Derive(casefile.Case{Events: events}, time.Now())
		if e := v.Messages[0].Elsewhere; e == nil || e.ID != want.is || v.EvidenceCount != 0 {
			t.Errorf("%q beside %s is taken for %v, with %d pieces of evidence", text, want.taken, e, v.EvidenceCount)
		}
		s, _ := open(t, lib)
		must(t, s.SayMatch(match.Match{Message: lib.Base.Message(want.taken)}, text))
		again, err := casefile.Parse("case.toml", casefile.Format(s.View().Case), lib.Known())
		must(t, err)
		for _, v := range []*session.View{s.View(), lib.Derive(again, time.Now())} {
			if m := v.Messages[0].Message; m == nil || m.ID != want.taken {
				t.Errorf("%q, which the person takes for %s, is taken for %+v", text, want.taken, v.Messages[0])
			}
		}
	}
}
