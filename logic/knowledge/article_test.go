package knowledge

import "testing"

// The how-to article that the program began with, part by part in our own words, and what in the knowledge
// base covers it. Nothing that the article helps with may get lost.
var article = []struct {
	part                            string
	causes, checks, fixes, messages []string
}{
	{
		part:     "a backup failed and the phone says so",
		causes:   []string{"icloud-full", "something-else"},
		messages: []string{"backup-failed-space", "last-backup-not-completed", "problem-enabling"},
	},
	{
		part:   "iCloud Backup was switched off by accident: find the switch, turn it on",
		causes: []string{"backup-off"}, checks: []string{
			"back-up-switch",
			"switch-stays-on",
		}, fixes: []string{"turn-on-backup"},
		messages: []string{"problem-enabling", "backup-disabled"},
	},
	{
		part:   "start a backup at once",
		checks: []string{"manual-backup", "back-up-now-state"}, fixes: []string{"back-up-now-once"},
	},
	{
		part: "Back Up Now can't be tapped: a network or an administrator forbids it",
		causes: []string{
			"profile-restriction", "network-blocks",
			"restore-running",
		}, checks: []string{"back-up-now-state", "managed-device", "other-networks"},
		fixes: []string{
			"ask-device-admin", "remove-profile", "ask-network-admin",
			"try-other-network",
		}, messages: []string{"back-up-now-grey"},
	},
	{
		part:   "the phone does not charge: symbol, outlet, cable",
		causes: []string{"no-power"}, checks: []string{
			"charging-symbol",
			"outlet-and-cable",
		}, fixes: []string{"plug-in-overnight", "test-outlet-cable"},
	},
	{
		part: "the last backup could not be completed: look at Wi-Fi",
		causes: []string{
			"no-wifi",
			"slow-wifi",
		}, checks: []string{"wifi-connected"}, fixes: []string{"join-wifi", "move-closer-or-other-wifi"},
		messages: []string{"last-backup-not-completed", "wifi-needed"},
	},
	{
		part:   "cellular data alone is not enough",
		causes: []string{"cellular-wait"}, checks: []string{"cellular-data-mode"}, fixes: []string{"allow-cellular-backup"},
	},
	{
		part:   "other devices have no Wi-Fi either: restart the router, ask the provider",
		checks: []string{"other-device-works"}, fixes: []string{"restart-router", "forget-rejoin-wifi"},
	},
	{
		part:   "the screen must be locked; Auto-Lock is set to Never",
		causes: []string{"not-locked"}, checks: []string{"auto-lock-set"}, fixes: []string{
			"set-auto-lock",
			"lock-overnight",
		},
	},
	{
		part:   "Apple's service has an outage",
		causes: []string{"apple-outage"}, checks: []string{"apple-status"}, fixes: []string{"wait-for-apple"},
	},
	{
		part:   "iCloud is full: compare what is used with the plan",
		causes: []string{"icloud-full"}, checks: []string{"icloud-space", "next-backup-fits"},
		messages: []string{"not-enough-icloud-storage", "icloud-storage-full", "cannot-back-up-space"},
	},
	{
		part: "buy a larger plan, delete old backups, remove what takes most room",
		fixes: []string{
			"buy-more-storage", "delete-old-device-backups", "clear-icloud-content",
			"leave-out-large-app",
		},
	},
	{
		part:   "the backup takes very long",
		causes: []string{"just-slow", "slow-wifi"}, checks: []string{
			"upload-speed",
			"slow-backup",
		}, fixes: []string{"leave-overnight-24h"},
		messages: []string{"estimating", "backing-up"},
	},
	{
		part:   "the phone says it is being restored, item by item",
		causes: []string{"restore-running"}, checks: []string{"restoring"}, fixes: []string{"wait-for-restore"},
		messages: []string{"restoring-items", "currently-restoring"},
	},
	{
		part:   "grey apps hang: tap to pause and go on, else delete and load again",
		causes: []string{"app-stuck", "downloads-running"}, checks: []string{"downloads", "stops-same-point"},
		fixes: []string{"resume-stuck-app", "reload-stuck-app", "finish-downloads"},
	},
	{
		part:   "force a restart",
		causes: []string{"process-stuck"}, fixes: []string{
			"restart",
			"force-restart",
		}, messages: []string{"backup-needs-restart"},
	},
	{
		part:   "sign out of the account and in again",
		causes: []string{"account-problem"}, checks: []string{
			"account-notice",
			"signed-in",
		}, fixes: []string{"sign-out-sign-in"},
		messages: []string{"unable-to-access-account", "sign-out-restricted"},
	},
	{part: "reset all settings", fixes: []string{"reset-all-settings", "reset-network-settings"}},
	{
		part:   "how much a backup holds; photos in iCloud are not part of it",
		causes: []string{"photos-in-backup"}, checks: []string{
			"photos-messages-sync",
			"app-sizes",
		}, fixes: []string{"turn-on-icloud-photos"},
	},
	{
		part:   "end-to-end encryption of backups is not what stops them",
		causes: []string{"advanced-data-protection"},
	},
}

func TestEveryPartOfTheArticleIsCovered(t *testing.T) {
	base := realBase(t)
	for _, a := range article {
		if len(a.causes)+len(a.checks)+len(a.fixes)+len(a.messages) == 0 {
			t.Errorf("%s: nothing covers it", a.part)
		}
		for _, id := range a.causes {
			if base.Cause(id) == nil {
				t.Errorf("%s: cause %q is missing", a.part, id)
			}
		}
		for _, id := range a.checks {
			if base.Check(id) == nil {
				t.Errorf("%s: check %q is missing", a.part, id)
			}
		}
		for _, id := range a.fixes {
			if base.Fix(id) == nil {
				t.Errorf("%s: fix %q is missing", a.part, id)
			}
		}
		for _, id := range a.messages {
			if base.Message(id) == nil {
				t.Errorf("%s: message %q is missing", a.part, id)
			}
		}
	}
}

// What the article asks the person to avoid or to accept must be said before it is done.
func TestRiskyAdviceOfTheArticleIsGuarded(t *testing.T) {
	base := realBase(t)
	for id, risk := range map[string]Risk{
		"sign-out-sign-in": RiskData, "reload-stuck-app": RiskData, "clear-icloud-content": RiskContent, "replace-backup": RiskData,
		"reset-all-settings": RiskSettings, "reset-network-settings": RiskSettings, "buy-more-storage": RiskMoney,
	} {
		fix := base.Fix(id)
		if fix.Risk != risk || fix.Loses == "" {
			t.Errorf("fix %q has risk %q and loses %q", id, fix.Risk, fix.Loses)
		}
	}
}
