package phone

import (
	"context"
	"math"
	"strings"
	"time"

	"backupdoctor/logic/apple"
)

// Device is what a phone told at one time. What it did not tell is nil, zero or empty: not known, and neither
// good nor bad.
type Device struct {
	Attached
	Read time.Time // by the clock of this computer

	// What a phone tells everybody.
	Kind    string // apple.IPhone or apple.IPad; empty for anything else
	Product string // such as iPhone13,2
	Version string // such as 18.4.1
	Build   string // such as 22E252

	// What it tells a computer that it trusts. Untrusted says why it did not; nil means that it did.
	Untrusted error

	BackupOn *bool // whether iCloud Backup is on
	// LastBackup is when the last iCloud Backup without an error ended, UTC.
	LastBackup time.Time
	// NoBackup is set when the phone says that it has no such date.
	NoBackup  bool
	Free      *int64         // bytes that are free, as Settings counts
	Skew      *time.Duration // how far the clock of the phone is ahead of that of this computer
	Chaperone *bool          // an organization supervises it
	Profiles  *int           // installed profiles; not by Wi-Fi
	Language  string         // such as pt-BR
	Region    string         // two letters, upper case

	// Unread are the values that the phone did not give, by domain and key, with the reason.
	Unread map[string]error
}

// question is one value that is asked for.
type question struct {
	domain, key string
	slow        bool                            // a full phone counts its storage for long
	take        func(d *Device, value any) bool // false: the value is not what it should be
}

// Domains that are asked for values; the one without a name has what belongs to the whole phone.
const (
	backupDomain = "com.apple.mobile.backup"
	diskDomain   = "com.apple.disk_usage"
	schoolDomain = "com.apple.mobile.chaperone"
	wordsDomain  = "com.apple.international"
)

// lastBackupKey has the seconds from 2001 on.
const lastBackupKey = "LastCloudBackupDate"

// slowness is how many times longer a slow answer may take. Up to a minute was seen, but for more than is
// asked here.
const slowness = 3

// open are the questions that a phone answers to everybody.
var open = []question{
	{"", "DeviceClass", false, func(d *Device, v any) bool {
		class, ok := v.(string)
		d.Kind = map[string]string{"iPhone": apple.IPhone, "iPad": apple.IPad}[class]
		return ok
	}},
	{"", "ProductType", false, func(d *Device, v any) bool { return takeText(&d.Product, v) }},
	{"", "ProductVersion", false, func(d *Device, v any) bool { return takeText(&d.Version, v) }},
	{"", "BuildVersion", false, func(d *Device, v any) bool { return takeText(&d.Build, v) }},
}

// lastBackup is the question that a watch asks again and again.
var lastBackup = question{backupDomain, lastBackupKey, false, func(d *Device, v any) bool {
	seconds, ok := number(v)
	at := appleEpoch.Add(time.Duration(seconds * float64(time.Second))).UTC()
	ok = ok && seconds > 0 && seconds < maxSeconds && at.After(firstBackups) && at.Before(d.Read.Add(maxAhead))
	if ok {
		d.LastBackup = at
	}
	return ok
}}

// confidential are the questions that need trust, the slow one last: after one without an answer nothing more
// can be asked.
var confidential = []question{
	{"", "TimeIntervalSince1970", false, func(d *Device, v any) bool {
		seconds, ok := number(v)
		if ok = ok && seconds > 0 && seconds < maxSeconds; ok {
			skew := time.Until(time.Unix(0, int64(seconds*1e9)))
			d.Skew = &skew
		}
		return ok
	}},
	{backupDomain, "CloudBackupEnabled", false, func(d *Device, v any) bool {
		return takeBool(&d.BackupOn, v)
	}},
	lastBackup,
	{schoolDomain, "DeviceIsChaperoned", false, func(d *Device, v any) bool {
		return takeBool(&d.Chaperone, v)
	}},
	{wordsDomain, "Language", false, func(d *Device, v any) bool { return takeText(&d.Language, v) }},
	{wordsDomain, "Locale", false, func(d *Device, v any) bool {
		d.Region = regionOf(v)
		return d.Region != ""
	}},
	{diskDomain, "AmountDataAvailable", true, func(d *Device, v any) bool {
		bytes, ok := number(v)
		if ok = ok && bytes >= 0 && bytes < maxBytes; ok {
			n := int64(bytes)
			d.Free = &n
		}
		return ok
	}},
}

var (
	appleEpoch   = time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
	firstBackups = time.Date(2011, 10, 1, 0, 0, 0, 0, time.UTC) // iCloud began on 2011-10-12
)

const (
	maxAhead   = 5 * time.Minute // a date that is later than now by more than clocks differ is none
	maxSeconds = 4e9             // far beyond the year 2100
	maxBytes   = 1e15            // no phone has a petabyte
)

// Read asks a phone for everything. Why the phone does not trust this computer is a part of what was read and
// no error. A phone that goes away in the middle is an error, and nothing that it said counts.
func (c *Client) Read(ctx context.Context, a Attached) (Device, error) {
	d := Device{Attached: a, Read: time.Now(), Unread: map[string]error{}}
	l, err := c.openLockdown(ctx, a)
	if err != nil {
		return d, err
	}
	defer func() { l.endSession() }()
	if err := l.take(&d, open); err != nil {
		return d, err
	}
	if err := l.startSession(); err != nil {
		if isLost(err) {
			return d, err
		}
		d.Untrusted = err
		return d, nil
	}
	if err := l.take(&d, confidential); err != nil {
		return d, err
	}
	if l.session != "" && !a.Wireless {
		if err := l.profiles(&d); isLost(err) {
			return d, err
		} else if err != nil {
			d.Unread[profileService] = err
		}
	}
	return d, nil
}

// LastBackup asks a phone that trusts this computer only for its last iCloud backup; zero when the phone has
// no date.
func (c *Client) LastBackup(ctx context.Context, a Attached) (time.Time, error) {
	d := Device{Attached: a, Read: time.Now(), Unread: map[string]error{}}
	l, err := c.openLockdown(ctx, a)
	if err != nil {
		return time.Time{}, err
	}
	defer func() { l.endSession() }()
	if err := l.startSession(); err != nil {
		return time.Time{}, err
	}
	if err := l.take(&d, []question{lastBackup}); err != nil {
		return time.Time{}, err
	}
	if err := d.Unread[backupDomain+" "+lastBackupKey]; err != nil && KindOf(err) != Missing {
		return time.Time{}, err
	}
	return d.LastBackup, nil
}

// take asks questions. A value that the phone keeps for itself is noted; an error means that nothing more can
// be asked.
func (l *lockdown) take(d *Device, questions []question) error {
	for _, q := range questions {
		wait := l.patient
		if q.slow {
			wait *= slowness
		}
		value, err := l.value(q.domain, q.key, wait)
		if err == nil && !q.take(d, value) {
			err = fail(Garbled, "")
		}
		switch kind := KindOf(err); {
		case err == nil:
			continue
		case kind == Missing && q.key == lastBackupKey:
			d.NoBackup = true
		case kind == Silent && q.slow && l.ctx.Err() == nil: // the last one; a full phone counts long
		case isLost(err), kind == Garbled && value == nil, kind == Locked, kind == Ended:
			return err
		}
		name := q.key
		if q.domain != "" {
			name = q.domain + " " + q.key
		}
		d.Unread[name] = err
	}
	return nil
}

// isLost reports whether an error means that the phone can't be asked any more.
func isLost(err error) bool {
	switch KindOf(err) {
	case Gone, Silent, NoService, Impostor:
		return true
	}
	return false
}

// profileReply is an answer of the service of profiles.
type profileReply struct {
	Status             string
	OrderedIdentifiers []string
	CloudConfiguration struct{ IsSupervised bool }
}

// profiles asks for installed profiles and for supervision. The service works on the cable only.
func (l *lockdown) profiles(d *Device) error {
	w, err := l.start(profileService)
	if err != nil {
		return err
	}
	defer w.close()
	list, err := l.askProfiles(w, getProfileList)
	if err != nil {
		return err
	}
	n := len(list.OrderedIdentifiers)
	d.Profiles = &n
	cloud, err := l.askProfiles(w, getCloudConfiguration)
	if err == nil && cloud.CloudConfiguration.IsSupervised {
		d.Chaperone = &cloud.CloudConfiguration.IsSupervised
	}
	return err
}

func (l *lockdown) askProfiles(w *wire, what request) (r profileReply, err error) {
	begin := time.Now()
	defer func() { l.client.journal.note(shortName(profileService)+" "+string(what), outcome(err), begin) }()
	body, err := what.body(nil)
	if err != nil {
		return r, err
	}
	if err = w.sendFrame(body); err != nil {
		return r, err
	}
	answer, err := w.readFrame(l.patient)
	if err == nil {
		err = decode(answer, &r)
	}
	if err == nil && r.Status != "Acknowledged" {
		err = fail(Refused, plain(r.Status))
	}
	return r, err
}

func takeText(into *string, v any) bool {
	text, ok := v.(string)
	*into = plain(text)
	return ok && *into != ""
}

func takeBool(into **bool, v any) bool {
	is, ok := v.(bool)
	if ok {
		*into = &is
	}
	return ok
}

// number is a whole or real number.
func number(v any) (float64, bool) {
	switch n := v.(type) {
	case uint64:
		return float64(n), true
	case int64:
		return float64(n), true
	case float64:
		return n, !math.IsNaN(n) && !math.IsInf(n, 0)
	}
	return 0, false
}

// regionOf is the region of a locale such as en_US, zh-Hans_CN or de_DE@calendar=gregorian.
func regionOf(v any) string {
	text, _ := v.(string)
	text, _, _ = strings.Cut(text, "@")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '_' || r == '-' })
	for _, part := range parts[min(1, len(parts)):] {
		if len(part) == 2 && part == strings.ToUpper(part) {
			return part
		}
	}
	return ""
}
