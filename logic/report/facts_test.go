package report_test

import (
	"strings"
	"testing"
	"time"

	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
)

// Both sides of a contradiction are in the report, with their ages, and so is nothing that tells the device.
func TestTheReportShowsWhatMachinesReadAndWhatAPersonSays(t *testing.T) {
	lib := small(t)
	read := func(source casefile.Source, o casefile.Observed, first, last int) casefile.Event {
		o.Read = start.Add(time.Duration(last) * time.Minute)
		return casefile.Event{Time: start.Add(time.Duration(first) * time.Minute), Source: source, What: o}
	}
	c := casefile.Case{
		Device: apple.IPhone, DeviceID: "0123456789abcdef.secret", Created: start,
		Events: []casefile.Event{
			read(casefile.FromPhone, casefile.Observed{Check: "backup-switch", Answer: "on", Value: "true"}, 1, 41),
			{
				Time: start.Add(5 * time.Minute), Source: casefile.FromPerson,
				What: casefile.Answered{Check: "backup-switch", Answer: "off"},
			},
			read(casefile.FromPhone, casefile.Observed{Fact: casefile.FactVersion, Value: "18.4"}, 2, 2),
			read(casefile.FromPhone, casefile.Observed{Fact: "owner", Value: "anna@example.com"}, 3, 3),
		},
	}
	v := lib.Derive(c, now)
	page := report.New(lib, v, now, report.Options{}).Text()
	at := func(minute int) string {
		return lib.Words.Time(start.Add(time.Duration(minute) * time.Minute).In(now.Location()))
	}
	for _, want := range []string{
		"It is on", "It is off", "read from the phone, " + at(41), at(5),
		"but you said “It is off” (" + at(5) + ")", "but the iPhone says “It is on” (" + at(41) + ")", "18.4",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the report lacks %q:\n%s", want, page)
		}
	}
	for _, private := range []string{"0123456789abcdef", "secret", "anna@example.com"} {
		if strings.Contains(page, private) {
			t.Errorf("the report tells %q", private)
		}
	}
	if v.Case.Version != "18.4" {
		t.Errorf("the version is %q", v.Case.Version)
	}
}
