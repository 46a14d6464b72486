package phone

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/evidence"
	"backupdoctor/logic/evidence/phone/fakephone"
)

// answers are the facts of a report: the answer, or else the value, by check or fact.
func answers(r evidence.Report) map[string]string {
	all := map[string]string{}
	for _, o := range r.Reading.Facts {
		all[o.Check+o.Fact] = o.Answer
		if o.Answer == "" {
			all[o.Check+o.Fact] = o.Value
		}
	}
	return all
}

func look(t *testing.T, s *Source) evidence.Report {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), s.Limit())
	defer stop()
	begin := time.Now()
	r := s.Look(ctx, evidence.About{})
	t.Logf("took %v", time.Since(begin))
	return r
}

func TestAPhoneThatIsWell(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	last := time.Now().Add(-26 * time.Hour).Truncate(time.Second).UTC()
	p.BackedUp(last)
	r := look(t, quick(hub(t, p)))
	if r.State != evidence.Found || r.Trouble || !r.Asks.IsZero() {
		t.Errorf("%s, trouble %v, asks %q", r.State.Name(), r.Trouble, r.Asks)
	}
	want := map[string]string{
		"model": "iPhone 12", "version": "18.4.1", "language": "en", "country": "us", "back-up-switch": "on",
		"last-success": last.Format(time.RFC3339), "device-space": "enough",
	}
	got := answers(r)
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s is %q, want %q", k, got[k], v)
		}
	}
	if len(got) != len(want) {
		t.Errorf("facts that nobody proved: %v", got)
	}
	if r.Reading.Source != casefile.FromPhone || r.Reading.Identity != oneUDID || r.Reading.Time.IsZero() {
		t.Errorf("%+v", r.Reading)
	}
}

func TestAPhoneThatIsIll(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	p.Set("com.apple.mobile.backup", "CloudBackupEnabled", false)
	p.Set("com.apple.mobile.backup", "LastCloudBackupDate", nil)
	p.Set("com.apple.disk_usage", "AmountDataAvailable", 5e8)
	p.Set("com.apple.mobile.chaperone", "DeviceIsChaperoned", true)
	p.Set("", "TimeIntervalSince1970", float64(time.Now().Add(3*time.Hour).Unix()))
	p.Set("", "BuildVersion", "23C5027f")
	p.Set("com.apple.international", "Language", "zh-Hans")
	p.Set("com.apple.international", "Locale", "zh-Hans_CN@calendar=gregorian")
	r := look(t, quick(hub(t, p)))
	want := map[string]string{
		"model": "iPhone 12", "version": "18.4.1", "language": "zh-Hans-CN", "country": "cn", "back-up-switch": "off",
		"device-space": "little", "managed-device": "managed", "set-automatically": "wrong", "system-version": "beta",
	}
	got := answers(r)
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s is %q, want %q", k, got[k], v)
		}
	}
	if len(got) != len(want) || !r.Trouble {
		t.Errorf("facts: %v, trouble %v", got, r.Trouble)
	}
	p.Set("com.apple.mobile.backup", "CloudBackupEnabled", true)
	p.Set("com.apple.mobile.chaperone", "DeviceIsChaperoned", nil)
	p.Set("", "BuildVersion", "20E772520a") // a quick security update
	p.Install("com.example.vpn")
	got = answers(look(t, quick(hub(t, p))))
	if got["last-success"] != "never" || got["managed-device"] != "profile" || got["system-version"] != "" {
		t.Errorf("facts: %v", got)
	}
}

// A phone that is read again tells nothing new by what always changes a little.
func TestReadAgainTheSame(t *testing.T) {
	p := fakephone.NewPhone(oneUDID)
	p.Set("", "TimeIntervalSince1970", float64(time.Now().Add(-3*time.Hour).Unix()))
	s := quick(hub(t, p))
	first := look(t, s).Reading.Facts
	p.Set("com.apple.disk_usage", "AmountDataAvailable", uint64(39_999_000_000))
	p.Set("", "TimeIntervalSince1970", float64(time.Now().Add(-3*time.Hour-2*time.Minute).Unix()))
	if second := look(t, s).Reading.Facts; !slices.Equal(first, second) {
		t.Errorf("first %+v, then %+v", first, second)
	}
}

// Each trouble has words of its own that say what to do, and the facts that everybody may know fill the
// header if asked.
func TestWhatIsInTheWay(t *testing.T) {
	for fault, want := range map[fakephone.Fault]string{
		fakephone.Locked: "passcode", fakephone.Untrusted: "tap “Trust”", fakephone.TrustAsked: "asks whether",
		fakephone.TrustDenied: "Don’t Trust", fakephone.TrustRemoved: "no longer trusts",
	} {
		p := fakephone.NewPhone(oneUDID)
		p.Be(fault, 0)
		r := look(t, quick(hub(t, p)))
		if r.State != evidence.Needs || !strings.Contains(r.What.String(), want) ||
			!strings.Contains(r.Brief.String(), "iPhone 12") {
			t.Errorf("%s: %s, %q, %q", fault, r.State.Name(), r.Brief, r.What)
		}
		got := answers(r)
		if got["model"] != "iPhone 12" || got["version"] != "18.4.1" || len(got) != 2 || r.Asks.IsZero() {
			t.Errorf("%s: %v, asks %q", fault, got, r.Asks)
		}
	}
	for fault, want := range map[fakephone.Fault]string{
		fakephone.Impostor: "another device", fakephone.TLSNoise: "no sense", fakephone.TLSReset: "disconnected",
	} {
		p := fakephone.NewPhone(oneUDID)
		p.Be(fault, 0)
		r := look(t, quick(hub(t, p)))
		if !strings.Contains(r.What.String(), want) || answers(r)["back-up-switch"] != "" {
			t.Errorf("%s: %s, %q, %v", fault, r.State.Name(), r.What, answers(r))
		}
	}
}

// An answer that is broken costs this look, ends in time, and is never a fact.
func TestBrokenAnswers(t *testing.T) {
	for _, fault := range []fakephone.Fault{
		fakephone.Hang, fakephone.Half, fakephone.Stuck, fakephone.LengthZero, fakephone.LengthNone,
		fakephone.LengthHuge,
		fakephone.Noise, fakephone.Other, fakephone.Odd, fakephone.Gone,
	} {
		t.Run(string(fault), func(t *testing.T) {
			t.Parallel()
			for at := range 17 {
				p := fakephone.NewPhone(oneUDID)
				p.Be(fault, at)
				s := quick(hub(t, p))
				s.patient /= 4
				begin := time.Now()
				r := look(t, s)
				if took := time.Since(begin); took > 3*time.Second {
					t.Errorf("at answer %d it took %v", at, took)
				}
				if r.What.IsZero() || r.State == evidence.Failed && len(r.Reading.Facts) > 0 {
					t.Errorf("at answer %d: %+v", at, r)
				}
				checkFacts(t, r)
			}
		})
	}
}

// checkFacts compares facts with what a well phone would say.
func checkFacts(t interface{ Errorf(string, ...any) }, r evidence.Report) {
	well := map[string][]string{
		"model": {"iPhone 12"}, "version": {"18.4.1"}, "language": {"en"}, "country": {"us"}, "back-up-switch": {"on"},
		"device-space": {"enough"},
	}
	for k, v := range answers(r) {
		if want, ok := well[k]; ok && slices.Contains(want, v) {
			continue
		}
		at, err := time.Parse(time.RFC3339, v)
		age := time.Since(at)
		if k == "last-success" && err == nil && age < 2*time.Hour && age > 30*time.Minute {
			continue
		}
		t.Errorf("a wrong fact: %s is %q", k, v)
	}
}

func TestWhichPhone(t *testing.T) {
	h := hub(t)
	s := quick(h)
	if r := look(t, s); r.State != evidence.Needs || !strings.Contains(r.What.String(), "with its cable") {
		t.Errorf("without a phone: %q", r.What)
	}
	one, another := fakephone.NewPhone(oneUDID), fakephone.NewPhone(anotherUDID)
	h.Attach(one, true)
	if r := look(t, s); r.State != evidence.Found || r.Reading.Identity != oneUDID ||
		!strings.Contains(r.More[len(r.More)-1].String(), "Wi-Fi") {
		t.Errorf("by Wi-Fi: %q %v", r.What, r.More)
	}
	h.Attach(one, false)
	if r := look(t, s); r.State != evidence.Found || r.Reading.Identity != oneUDID {
		t.Errorf("by both: %q", r.What)
	}
	h.Detach(one)
	h.Attach(one, true)
	h.Attach(another, true)
	if r := look(t, s); r.State != evidence.Needs || !strings.Contains(r.What.String(), "by Wi-Fi. Connect the one") {
		t.Errorf("two on the Wi-Fi: %q", r.What)
	}
	h.Detach(another)
	h.Attach(another, false)
	if r := look(t, s); r.State != evidence.Found || r.Reading.Identity != anotherUDID {
		t.Errorf("the one on the cable is meant: %q", r.What)
	}
	h.Attach(one, false)
	if r := look(t, s); r.State != evidence.Needs || !strings.Contains(r.What.String(), "all but the one") {
		t.Errorf("two on the cable: %q", r.What)
	}
}

func TestWithoutTheService(t *testing.T) {
	for system, want := range map[string]string{
		"windows": "Apple Devices", "linux": "usbmuxd", "darwin": "Restart this Mac", "freebsd": "usbmuxd",
	} {
		s := &Source{Address: "127.0.0.1:1", System: system, patient: 300 * time.Millisecond}
		if r := look(t, s); r.State != evidence.Needs || !strings.Contains(r.What.String(), want) {
			t.Errorf("%s: %s %q", system, r.State.Name(), r.What)
		}
	}
	s := &Source{Address: "UNIX:" + filepath.Join(t.TempDir(), "none"), System: "linux"}
	if r := look(t, s); r.State != evidence.Needs || !strings.Contains(r.Brief.String(), "connected") {
		t.Errorf("%+v", r)
	}
}

// Plugging in is noticed at once, and so is a phone that its owner unlocks.
func TestWhatIsNoticed(t *testing.T) {
	h := hub(t)
	ctx, stop := context.WithCancel(t.Context())
	changed, ended := make(chan time.Time, 100), make(chan bool)
	go func() {
		quick(h).Notice(ctx, func() { changed <- time.Now() })
		close(ended)
	}()
	wait := func(what string) {
		t.Helper()
		begin := time.Now()
		<-changed
		t.Logf("%s: noticed after %v", what, time.Since(begin))
	}
	wait("usbmuxd is there")
	p := fakephone.NewPhone(oneUDID)
	p.Be(fakephone.Locked, 0)
	h.Attach(p, false)
	wait("plugged in")
	time.Sleep(200 * time.Millisecond)
	for unlocked := false; !unlocked; { // the first look may come so late that it sees an unlocked phone: then once more
		for _, is := range []fakephone.Fault{fakephone.Fine, fakephone.Locked} {
			p.Be(is, 0)
			select {
			case <-changed:
				unlocked = is == fakephone.Fine
			case <-time.After(3 * everySo):
			}
			if unlocked {
				break
			}
		}
	}
	if !testing.Short() {
		p.Set("com.apple.mobile.backup", "CloudBackupEnabled", false)
		wait("switched off")
	}
	h.Detach(p)
	wait("pulled out")
	stop()
	select {
	case <-ended:
	case <-time.After(2 * time.Second):
		t.Error("it goes on noticing")
	}
}

// A defect in what is done about a notice is raised where the noticing was begun, which can bear it.
func TestADefectInNoticing(t *testing.T) {
	h := hub(t)
	ctx, stop := context.WithCancel(t.Context())
	defer func() {
		if defect := recover(); defect != "a defect" {
			t.Errorf("it raises %v", defect)
		}
	}()
	quick(h).Notice(ctx, func() {
		stop()
		panic("a defect")
	})
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct{ named, system, kind, place string }{
		{"", "linux", "unix", "/var/run/usbmuxd"},
		{"", "darwin", "unix", "/var/run/usbmuxd"},
		{"", "windows", "tcp", "127.0.0.1:27015"},
		{"UNIX:/tmp/x", "windows", "unix", "/tmp/x"},
		{"localhost:5", "linux", "tcp", "localhost:5"},
		{"[::1]:5", "linux", "tcp", "[::1]:5"},
	} {
		kind, place := network(AddressOf(func(string) string { return test.named }, test.system))
		if kind != test.kind || place != test.place {
			t.Errorf("%q on %s is %s %s", test.named, test.system, kind, place)
		}
	}
}
