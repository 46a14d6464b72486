package phone

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
)

// The checks that a phone answers, and the answers.
const (
	switchCheck  = "back-up-switch"
	lastCheck    = "last-success"
	spaceCheck   = "device-space"
	managedCheck = "managed-device"
	clockCheck   = "set-automatically"
	systemCheck  = "system-version"

	switchOn      = "on"
	switchOff     = "off"
	lastNever     = "never"
	spaceEnough   = "enough"
	spaceLittle   = "little"
	profileListed = "profile"
	managedByOrg  = "managed"
	clockWrong    = "wrong"
	systemBeta    = "beta"
	systemTooOld  = "too-old"
)

const (
	littleSpace = 1e9             // bytes: the limit of the check, which is cautious
	clockOff    = 5 * time.Minute // certificates bear a few minutes; clocks of computers are as wrong
	oldSystem   = 8               // iCloud Backup needs version 9
)

// betaBuild is the form of builds of test versions, such as 23C5027f. Ones with more digits are quick
// security updates.
var betaBuild = regexp.MustCompile(`^\d+[A-Z]5\d{3}[a-z]$`)

// facts are what the values mean for the checks and for the header of a case. What a value does not prove is
// left out: a phone that is not supervised may be managed, and a clock that agrees may be set by hand.
func (d *Device) facts() []casefile.Observed {
	var all []casefile.Observed
	add := func(check, answer, value string) {
		all = append(all, casefile.Observed{Check: check, Answer: answer, Value: value})
	}
	name := func(fact, value string) {
		if value != "" {
			all = append(all, casefile.Observed{Fact: fact, Value: value})
		}
	}
	name(casefile.FactModel, apple.Model(d.Product))
	version, err := apple.ParseVersion(d.Version)
	if err == nil && !version.IsZero() {
		name(casefile.FactVersion, d.Version)
		switch {
		case version.Major <= oldSystem:
			add(systemCheck, systemTooOld, d.Version)
		case betaBuild.MatchString(d.Build):
			add(systemCheck, systemBeta, d.Build)
		}
	}
	name(casefile.FactLanguage, d.caseLanguage())
	name(casefile.FactCountry, strings.ToLower(d.Region))
	if d.BackupOn != nil {
		answer := map[bool]string{true: switchOn, false: switchOff}[*d.BackupOn]
		add(switchCheck, answer, strconv.FormatBool(*d.BackupOn))
	}
	switch {
	case !d.LastBackup.IsZero():
		add(lastCheck, "", d.LastBackup.Format(time.RFC3339))
	case d.NoBackup && d.BackupOn != nil && *d.BackupOn: // while it is off, a missing date says nothing
		add(lastCheck, lastNever, "")
	}
	if d.Free != nil {
		answer := map[bool]string{true: spaceLittle, false: spaceEnough}[*d.Free < littleSpace]
		add(spaceCheck, answer, "") // the number is another one each time, and would be news each time
	}
	switch {
	case d.Chaperone != nil && *d.Chaperone:
		add(managedCheck, managedByOrg, "")
	case d.Profiles != nil && *d.Profiles > 0:
		add(managedCheck, profileListed, strconv.Itoa(*d.Profiles))
	}
	if d.Skew != nil && d.Skew.Abs() > clockOff {
		add(clockCheck, clockWrong, "")
	}
	return all
}
