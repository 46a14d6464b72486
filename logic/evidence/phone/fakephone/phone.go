package fakephone

import (
	"maps"
	"slices"
	"sync"
	"time"
)

// Fault is something that goes wrong with a phone.
type Fault string

// The faults. Those of one answer happen at the answer that Phone.Be names.
const (
	Fine         Fault = ""
	Locked       Fault = "locked"
	Untrusted    Fault = "untrusted" // no pair record
	TrustAsked   Fault = "trust-asked"
	TrustDenied  Fault = "trust-denied"
	TrustRemoved Fault = "trust-removed"
	Impostor     Fault = "impostor" // shows another certificate
	TLSReset     Fault = "tls-reset"
	TLSNoise     Fault = "tls-noise"
	NoService    Fault = "no-service"
	Slow         Fault = "slow" // each answer takes half a second

	Hang       Fault = "hang"  // of one answer: never comes
	Half       Fault = "half"  // its second half never comes, and the connection ends
	Stuck      Fault = "stuck" // its second half never comes
	LengthZero Fault = "length-0"
	LengthNone Fault = "length-minus-1"
	LengthHuge Fault = "length-4g"
	Noise      Fault = "noise" // no property list
	Other      Fault = "other" // the answer to another question
	Odd        Fault = "odd"   // a value of another type
	Gone       Fault = "gone"  // the phone is pulled out
)

// Faults are all of them.
var Faults = []Fault{
	Fine, Locked, Untrusted, TrustAsked, TrustDenied, TrustRemoved, Impostor, TLSReset, TLSNoise,
	NoService, Slow, Hang, Half, Stuck, LengthZero, LengthNone, LengthHuge, Noise, Other, Odd, Gone,
}

// Phone is an iPhone.
type Phone struct {
	UDID string

	mu        sync.Mutex
	values    map[string]map[string]any
	profiles  []string
	fault     Fault
	at        int // the answer at which it happens, from 0 on
	answers   int
	log       []string
	followers map[chan struct{}]bool
	open      bool // its services speak without TLS
}

// The values that a phone gives to everybody.
var forAll = []string{
	"BuildVersion", "DeviceClass", "DeviceName", "ProductType", "ProductVersion", "UniqueDeviceID",
	"ProductName", "HardwareModel", "CPUArchitecture", "ActivationState",
}

// NewPhone returns an iPhone 12 that trusts this computer and backed up to iCloud an hour ago.
func NewPhone(udid string) *Phone {
	p := &Phone{UDID: udid, followers: map[chan struct{}]bool{}, values: map[string]map[string]any{
		"": {
			"ActivationState": "Activated", "BuildVersion": "22E252", "CPUArchitecture": "arm64e",
			"DeviceClass": "iPhone", "DeviceName": "Test iPhone", "HardwareModel": "D53gAP", "ProductName": "iPhone OS",
			"ProductType": "iPhone13,2", "ProductVersion": "18.4.1", "UniqueDeviceID": udid, "PasswordProtected": false,
			"TimeZone": "Europe/Berlin", "RegionInfo": "LL/A",
		},
		"com.apple.mobile.backup": {
			"CloudBackupEnabled": true, "LastCloudBackupTZ": "GMT+1", "WillEncrypt": false,
			"RequiresEncryption": 0, "Version": "2.0",
		},
		"com.apple.disk_usage": {
			"AmountDataAvailable": uint64(40063803392), "TotalDataAvailable": uint64(160951455744),
			"TotalDataCapacity": uint64(247531839488),
		},
		"com.apple.mobile.chaperone": {"DeviceIsChaperoned": false},
		"com.apple.international":    {"Language": "en", "Locale": "en_US", "Keyboard": "en_US"},
		"com.apple.fmip":             {"IsAssociated": true},
	}}
	p.BackedUp(time.Now().Add(-time.Hour))
	return p
}

// Set gives a value; nil takes it away.
func (p *Phone) Set(domain, key string, value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.values[domain] == nil {
		p.values[domain] = map[string]any{}
	}
	if value == nil {
		delete(p.values[domain], key)
		return
	}
	p.values[domain][key] = value
}

// BackedUp moves the date of the last iCloud backup.
func (p *Phone) BackedUp(at time.Time) {
	p.Set("com.apple.mobile.backup", "LastCloudBackupDate", at.Unix()-978307200) // seconds from 2001 on
}

// Install installs profiles.
func (p *Phone) Install(profiles ...string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.profiles = profiles
}

// ServeInTheOpen lets the services speak without TLS from now on, as lockdownd may tell a computer to.
func (p *Phone) ServeInTheOpen() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open = true
}

func (p *Phone) isOpen() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.open
}

// Be lets something go wrong from now on: a fault of one answer at the answer with the number at, counted
// from now.
func (p *Phone) Be(f Fault, at int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault, p.at, p.answers = f, at, 0
}

// Log writes a line into the log of the phone; all who follow it get it, also those who come later.
func (p *Phone) Log(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.log = append(p.log, line)
	for f := range p.followers {
		select {
		case f <- struct{}{}:
		default:
		}
	}
}

func (p *Phone) is(f Fault) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.fault == f
}

// answering is the fault of the next answer, Fine for none.
func (p *Phone) answering() Fault {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := p.answers
	p.answers++
	if p.fault == Slow || slices.Index(Faults, p.fault) > slices.Index(Faults, Slow) && n == p.at {
		return p.fault
	}
	return Fine
}

// value is what a phone answers to a question: a value or the name of an error.
func (p *Phone) value(domain, key string, trusted bool) (any, string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	all, has := p.values[domain]
	open := map[string]any{}
	if domain == "" {
		for _, k := range forAll {
			if v, ok := all[k]; ok {
				open[k] = v
			}
		}
		now := maps.Clone(all)
		if _, set := now["TimeIntervalSince1970"]; !set {
			now["TimeIntervalSince1970"] = float64(time.Now().UnixNano()) / 1e9
		}
		all = now
	}
	switch {
	case key == "" && trusted && has:
		return maps.Clone(all), ""
	case key == "" && domain == "":
		return open, ""
	case key == "" && has:
		return nil, "GetProhibited"
	case !has:
		return nil, "MissingValue"
	}
	if v, ok := open[key]; ok {
		return v, ""
	}
	if !trusted {
		return nil, "GetProhibited"
	}
	if v, ok := all[key]; ok {
		return v, ""
	}
	return nil, "MissingValue"
}
