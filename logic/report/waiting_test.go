package report_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
)

// The owner's report of a case that waits tells the evening, the night and the morning, with the picture of the night.
func TestTheReportOfAWaitingCaseTellsTheNight(t *testing.T) {
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	c := casefile.Case{Name: "x", Device: apple.IPhone, Version: "17.5", Created: start, Events: []casefile.Event{
		{Time: start, Source: casefile.FromPerson, What: casefile.Tried{Fix: "plug-in-overnight", Outcome: casefile.Done}},
	}}
	v := lib.Derive(c, start.Add(time.Hour))
	text := report.New(lib, v, v.At, report.Options{For: report.ForOwner}).Markdown()
	for _, want := range []string{"This evening", "While you sleep", "Tomorrow morning", "iCloud Backup"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not tell %q:\n%s", want, text)
		}
	}
}
