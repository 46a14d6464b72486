package guide_test

import (
	"strings"
	"testing"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/session/guide"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// planted is a case in which one answer is wrong. Answers are written check=answer.
type planted struct {
	name  string
	says  string // id of a message; empty for none
	right string
	wrong string // the planted one
}

func plantedAnswers() []planted {
	return []planted{
		{
			"nothing is free, and it fits", "backup-failed-space",
			"icloud-space=full charging-symbol=shows", "next-backup-fits=fits",
		},
		{
			"the family's space is full, and there is plenty", "",
			"family-pool=shared-full next-backup-fits=does-not-fit", "icloud-space=plenty",
		},
		{
			"a payment failed, nothing is free, and it fits", "",
			"plan-changed=payment-failed icloud-space=full", "next-backup-fits=fits",
		},
		{
			"two messages of no space, and it fits", "cannot-back-up-space",
			"icloud-space=full family-pool=shared-full", "next-backup-fits=fits",
		},
		{
			"it is too large, and finishes", "",
			"photos-messages-sync=photos-off icloud-space=little next-backup-fits=does-not-fit", "manual-backup=finishes",
		},
		{
			"finishes by hand, and is too large", "",
			"manual-backup=finishes low-data-mode=on", "next-backup-fits=does-not-fit",
		},
		{
			"off, and a backup by hand finishes", "",
			"back-up-switch=off back-up-now-state=absent", "manual-backup=finishes",
		},
		{
			"off, and the button is blue", "",
			"back-up-switch=off last-success=never", "back-up-now-state=can-tap",
		},
		{
			"a backup moves on, and the switch is off", "backing-up",
			"slow-backup=moves back-up-now-state=running", "back-up-switch=off",
		},
		{
			"a backup stands still, and the switch is off", "estimating",
			"slow-backup=stands-still stops-same-point=same", "back-up-switch=off",
		},
		{
			"a backup runs, and there is no button", "backing-up",
			"slow-backup=moves upload-speed=medium", "back-up-now-state=absent",
		},
		{
			"finishes by hand, and there is no button", "",
			"charging-symbol=unplugged manual-backup=finishes last-success=weeks", "back-up-now-state=absent",
		},
		{
			"the computer is chosen, no button, and it starts", "",
			"backup-target=computer back-up-switch=off back-up-now-state=absent", "manual-backup=fails",
		},
		{"never, and today", "last-backup-never", "back-up-switch=on", "last-success=today"},
		{
			"being restored, and not", "currently-restoring",
			"back-up-now-state=stop-restoring downloads=loading", "restoring=no",
		},
		{
			"being restored, and the button is blue", "restoring-items",
			"restoring=restoring downloads=loading", "back-up-now-state=can-tap",
		},
		{
			"being restored, and a backup finishes", "restoring-items",
			"restoring=restoring back-up-now-state=stop-restoring", "manual-backup=finishes",
		},
		{
			"no Wi-Fi, and its upload is fast", "",
			"wifi-connected=not-connected back-up-now-state=grey manual-backup=cannot-start", "upload-speed=fast",
		},
		{
			"slow Wi-Fi, and none", "last-backup-not-completed",
			"upload-speed=slow slow-backup=stands-still other-networks=works-elsewhere", "wifi-connected=not-connected",
		},
		{
			"a sign-in page, and it finishes", "",
			"wifi-connected=login-page back-up-switch=on", "manual-backup=finishes",
		},
		{
			"no page opens, and the upload is fast", "last-backup-not-completed",
			"wifi-connected=no-pages manual-backup=fails", "upload-speed=fast",
		},
		{
			"only elsewhere, and here as well", "",
			"other-networks=works-elsewhere vpn-filter=on-router other-device-works=fails-too", "manual-backup=finishes",
		},
		{
			"nobody is signed in, and the switch is on", "",
			"signed-in=signed-out manual-backup=cannot-start", "back-up-switch=on",
		},
		{
			"all is well, and nobody is signed in", "",
			"back-up-switch=on manual-backup=fails slow-backup=stands-still", "signed-in=signed-out",
		},
		{
			"a dead cable, and it charges", "",
			"outlet-and-cable=cable-dead manual-backup=finishes", "charging-symbol=shows",
		},
		{
			"new terms, and none", "",
			"account-notice=terms back-up-switch=grey switch-stays-on=error", "terms=no",
		},
		{
			"it never starts, and fails after its start", "",
			"stops-same-point=not-started back-up-now-state=grey wifi-connected=no-pages", "manual-backup=fails",
		},
		{
			"a computer is chosen, and there is none", "",
			"backup-target=computer back-up-switch=off", "computer-backup-works=no-computer",
		},
		{
			"version 8, and a backup finishes", "",
			"system-version=too-old last-success=never", "manual-backup=finishes",
		},
	}
}

// tell opens a case with the answers.
func tell(t *testing.T, says, answers string) (*guide.Guide, guide.Doubt, bool) {
	t.Helper()
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	if says != "" {
		must(t, s.Say(lib.Base.Message(says).Text))
	}
	for a := range strings.FieldsSeq(answers) {
		check, answer, _ := strings.Cut(a, "=")
		must(t, s.Answer(check, answer))
	}
	d, ok := g.Doubt(s.View())
	return g, d, ok
}

// Nine of ten wrong answers are noticed: named, or told as what the named one does not go with.
func TestPlantedContradictionsAreFound(t *testing.T) {
	lib := library(t)
	all := plantedAnswers()
	found, named := 0, 0
	for _, p := range all {
		_, d, ok := tell(t, p.says, p.right+" "+p.wrong)
		check, answer, _ := strings.Cut(p.wrong, "=")
		k := lib.Base.Check(check)
		if k == nil || k.Answer(answer) == nil {
			t.Fatalf("%s: there is no %s", p.name, p.wrong)
		}
		switch {
		case !ok:
			t.Logf("not found: %s", p.name)
		case d.Step.ID == check:
			named++
			found++
		case strings.Contains(d.Text, k.Short):
			found++
			t.Logf("named beside: %s: %s", p.name, d.Text)
		default:
			t.Errorf("%s: another answer is in doubt: %s", p.name, d.Text)
		}
	}
	t.Logf("found %d of %d, named %d", found, len(all), named)
	if found*10 < len(all)*9 || named*10 < len(all)*8 {
		t.Errorf("found %d of %d contradictions, and the planted answer named in %d", found, len(all), named)
	}
}

// Two problems at once are no contradiction, and a rare answer that decides the case is no slip.
func TestTrueAnswersAreNotDoubted(t *testing.T) {
	for _, test := range []struct{ says, answers string }{
		{"", "charging-symbol=unplugged manual-backup=fails"},
		{"", "manual-backup=finishes charging-symbol=unplugged auto-lock-set=locks"},
		{"", "system-version=too-old"},
		{"", "wifi-connected=works next-backup-fits=fits system-version=too-old"},
		{"", "wifi-connected=works next-backup-fits=fits back-up-switch=on charging-symbol=shows auto-lock-set=locks system-version=too-old"},
		{"", "back-up-now-state=grey back-up-switch=grey managed-device=managed"},
		{"", "low-data-mode=on next-backup-fits=does-not-fit"},
		{"", "low-power=on manual-backup=fails"},
		{"", "auto-lock-set=never manual-backup=fails icloud-space=full"},
		{"backup-failed-space", "icloud-space=full charging-symbol=unplugged"},
		{"not-backed-up-in-weeks", "next-backup-fits=does-not-fit charging-symbol=unplugged"},
		{"not-backed-up-in-weeks", "last-success=today"}, // the message may be old
		{"last-backup-not-completed", "system-version=update-waiting wifi-connected=no-pages next-backup-fits=does-not-fit"},
		{"", "device-space=little icloud-space=full manual-backup=fails"},
		{"", "account-notice=password next-backup-fits=does-not-fit"},
		{"", "last-success=never manual-backup=finishes"}, // the one before the other
	} {
		if _, d, ok := tell(t, test.says, test.answers); ok {
			t.Errorf("%s %s: %s", test.says, test.answers, d.Text)
		}
	}
}

// Only of what no phone shows together is said that it can hardly be; the rest is told as seldom.
func TestWhatIsSeldomIsNotCalledImpossible(t *testing.T) {
	_, seldom, ok := tell(t, "cannot-back-up-space", "icloud-space=little family-pool=shared-full next-backup-fits=fits")
	if ok && strings.Contains(seldom.Text, "both are right") {
		t.Errorf("little space and a small backup: %s", seldom.Text)
	}
	_, never, ok := tell(t, "", "back-up-switch=off back-up-now-state=can-tap")
	if !ok || !strings.Contains(never.Text, "unlikely that both are right") {
		t.Errorf("no backup and a blue button: %v %s", ok, never.Text)
	}
}

// Who looks again and sees the same is believed: the other answer is asked about, and then nothing more, until one of
// the two changes.
func TestASecondLookSettlesADoubt(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	in := func(step string) {
		t.Helper()
		if d, ok := g.Doubt(s.View()); d.Step.ID != step || ok != (step != "") {
			t.Errorf("in doubt is %q, want %q", d.Step.ID, step)
		}
	}
	must(t, s.Answer("back-up-switch", "off"))
	must(t, s.Answer("back-up-now-state", "can-tap"))
	in("back-up-now-state")
	must(t, s.Answer("back-up-now-state", "can-tap"))
	in("back-up-switch")
	must(t, s.Answer("back-up-switch", "off"))
	in("")
	must(t, s.Answer("wifi-connected", "works"))
	in("")
	must(t, s.Answer("back-up-now-state", "running"))
	in("back-up-now-state")
}

// What was settled by a fix is no contradiction any more.
func TestAFixEndsADoubt(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	must(t, s.Answer("back-up-switch", "off"))
	must(t, s.Answer("back-up-now-state", "can-tap"))
	if _, ok := g.Doubt(s.View()); !ok {
		t.Fatal("no doubt at the start")
	}
	must(t, s.Try("turn-on-backup", "unsure"))
	if d, ok := g.Doubt(s.View()); ok {
		t.Errorf("after the switch was turned on: %s", d.Text)
	}
}

// sizes are plan, used and next backup in GB; negative ones are not known.
func sizes(plan, used, next float64) storage.Inputs {
	known := func(gb float64) size.Amount {
		if gb < 0 {
			return size.Amount{}
		}
		return size.Of(int64(gb*1e9), size.Phone)
	}
	in := storage.Inputs{Plan: known(plan), Used: known(used)}
	return in.SetFirst(storage.Device{Next: known(next)})
}

// Numbers that can hardly be right are asked about, with where to look, and move no cause.
func TestDoubtfulNumbersMoveNoCause(t *testing.T) {
	lib := library(t)
	for _, test := range []struct {
		name string
		in   storage.Inputs
		asks string
	}{
		{"a zero is missing", sizes(20, 150, 3), "Apple doesn’t sell a 20 GB plan. Is it 200 GB or 2 TB?"},
		{"the phone's own size", sizes(128, 90, 40), "Apple doesn’t sell a 128 GB plan. Is it 50 GB or 200 GB?"},
		{"above the plan", sizes(5, 48, 3), "48 GB is used, and the plan has 5 GB."},
		{"the backup is larger than the phone", sizes(2000, 100, 700), "larger than the iPhone itself"},
		{"above everything", sizes(5, 90_000, 1), "more than any account can have"},
		{"a free plan beside a bundle", func() storage.Inputs {
			in := sizes(5, 4.9, 3)
			in.Bundle = "premier"
			return in
		}(), "5 GB does not go with an Apple One bundle of 2 TB. Is it 2 TB in all?"},
		{"a family larger than all", func() storage.Inputs {
			in := sizes(200, 100, 120)
			in.People = []storage.Person{{Used: size.Of(170e9, size.Typed)}}
			return in
		}(), "Together the family uses 170 GB, but there are only 100 GB."},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, g := open(t, lib), guide.New(lib)
			must(t, s.SetHeader(casefile.Header{Device: "iphone", Model: "iPhone 13", Country: "us"}))
			before := s.View().Likely
			must(t, s.Count(test.in, nil))
			v := s.View()
			asked := g.NumberQuestions(v)
			if len(asked) != 1 || !strings.Contains(asked[0].Text, test.asks) || !strings.Contains(asked[0].Where, "Settings") {
				t.Fatalf("asks %+v, want %q", asked, test.asks)
			}
			for i, c := range v.Likely {
				if c.Cause.ID != before[i].Cause.ID || c.P != before[i].P {
					t.Errorf("%s is %.3f, before the numbers %s was %.3f", c.Cause.ID, c.P, before[i].Cause.ID, before[i].P)
					break
				}
			}
			if !asked[0].Settles {
				return
			}
			must(t, s.Count(asked[0].Pick(v.Plan.Inputs, len(asked[0].Choices)-1), nil))
			if again := g.NumberQuestions(s.View()); len(again) > 0 {
				t.Errorf("after it was said to be so: %+v", again)
			}
			must(t, s.Say("iCloud Storage Full"))
			if again := g.NumberQuestions(s.View()); len(again) > 0 {
				t.Errorf("something else brings it back: %+v", again)
			}
		})
	}
}

// An answer that later numbers contradict is asked again; a second look settles it.
func TestAnAnswerAgainstNumbersIsAskedAgain(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	must(t, s.Answer("icloud-space", "full"))
	must(t, s.Count(sizes(200, 40, -1), nil))
	d, ok := g.Doubt(s.View())
	if !ok || d.Step.ID != "icloud-space" || !strings.Contains(d.Text, "the numbers say") {
		t.Fatalf("doubt %v %+v", ok, d)
	}
	must(t, s.Answer("icloud-space", "full"))
	if d, ok := g.Doubt(s.View()); ok {
		t.Errorf("after a second look: %+v", d)
	}
	s, g = open(t, lib), guide.New(lib)
	must(t, s.Answer("icloud-space", "full"))
	must(t, s.Try("clear-icloud-content", "unsure"))
	must(t, s.Count(sizes(200, 40, -1), nil))
	if d, ok := g.Doubt(s.View()); ok {
		t.Errorf("after room was made: %+v", d)
	}
}

// Sizes that nobody was asked for, because they follow from a description or from what is used, contradict no answer.
func TestOnlyNumbersThatWereGivenAreHeldAgainstAnAnswer(t *testing.T) {
	lib := library(t)
	given := sizes(5, 4, 30)
	described := sizes(5, 4, -1)
	described.EditDevice(0, func(d *storage.Device) { d.Says.Photos = 20_000 })
	for _, c := range []struct {
		name  string
		in    storage.Inputs
		asked bool
	}{{"a next backup of 30 GB", given, true}, {"20,000 photos", described, false}} {
		s, g := open(t, lib), guide.New(lib)
		must(t, s.Answer("next-backup-fits", "fits"))
		must(t, s.Count(c.in, nil))
		if got := s.View().Plan.Evidence()["next-backup-fits"].Answer; got != "far-too-large" {
			t.Fatalf("%s: the numbers say %q", c.name, got)
		}
		if d, ok := g.Doubt(s.View()); ok != c.asked {
			t.Errorf("%s: asked %v: %s", c.name, ok, d.Text)
		}
	}
}
