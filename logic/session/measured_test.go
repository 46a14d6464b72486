package session_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// A measured speed makes the nights that a backup takes, until the person says another one or a fix may have changed it.
func TestAMeasuredSpeedMakesNights(t *testing.T) {
	lib := library(t)
	noon := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	count := func(upload float64) casefile.Event {
		in := storage.Inputs{Upload: upload, Used: size.Of(size.GB, size.Phone)}
		in.EditDevice(0, func(d *storage.Device) { d.Next = size.Of(20*size.GB, size.Phone) })
		return casefile.Event{Time: noon, Source: casefile.FromStorage, What: casefile.Counted{Inputs: in}}
	}
	measured := func(value string) casefile.Event {
		return casefile.Event{Time: noon, Source: casefile.FromNetwork, What: casefile.Observed{
			Check: "upload-speed", Answer: "medium", Value: value, Read: noon, How: casefile.HowMeasured,
		}}
	}
	said := casefile.Event{
		Time: noon.Add(time.Minute), Source: casefile.FromPerson, What: casefile.Answered{Check: "upload-speed", Answer: "slow"},
	}
	moved := casefile.Event{
		Time: noon.Add(time.Hour), Source: casefile.FromPerson,
		What: casefile.Tried{Fix: "move-closer-or-other-wifi", Outcome: casefile.Done},
	}
	for name, test := range map[string]struct {
		events   []casefile.Event
		speed    float64
		measured bool
	}{
		"nothing is known":        {[]casefile.Event{count(0)}, 0, false},
		"measured":                {[]casefile.Event{count(0), measured("7.50 Mbit/s")}, 7.5, true},
		"measured, no numbers":    {[]casefile.Event{measured("7.50 Mbit/s")}, 7.5, true},
		"measured and typed":      {[]casefile.Event{count(20), measured("7.50 Mbit/s")}, 20, false},
		"the person says slow":    {[]casefile.Event{count(0), measured("7.50 Mbit/s"), said}, 0, false},
		"another Wi-Fi since":     {[]casefile.Event{count(0), measured("7.50 Mbit/s"), moved}, 0, false},
		"a value that is nothing": {[]casefile.Event{count(0), measured("fast")}, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			v := lib.Derive(casefile.Case{Device: "iphone", Events: test.events}, noon.Add(2*time.Hour))
			if p := v.Plan; p.Transfer.Speed != test.speed || p.Transfer.Measured != test.measured || p.HasTransfer != (test.speed > 0) {
				t.Errorf("counts with %+v", p.Transfer)
			}
			if again := lib.Plan(v, v.Plan.Inputs); again.Transfer != v.Plan.Transfer {
				t.Errorf("trying the same inputs gives %+v", again.Transfer)
			}
			if v.Plan.Inputs.Upload != 0 && test.measured {
				t.Error("what was measured stands among what was said")
			}
		})
	}
	e := measured("7.50 Mbit/s")
	if text := lib.Phrase.Describe(&e, lib.Derive(casefile.Case{}, noon).Device); !strings.Contains(text, "7.50 Mbit/s") {
		t.Errorf("the history says %q", text)
	}
}
