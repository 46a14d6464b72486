package report_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/report"
	"backupdoctor/logic/session"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

func told(t *testing.T, o report.Options, after time.Duration, said ...casefile.What) string {
	t.Helper()
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	c := casefile.Case{Name: "x", Device: apple.IPhone, Version: "17.5", Created: start}
	for i, what := range said {
		at := start.Add(time.Duration(i) * time.Minute)
		c.Events = append(c.Events, casefile.Event{Time: at, Source: casefile.FromPerson, What: what})
	}
	v := lib.Derive(c, start.Add(after))
	return report.New(lib, v, v.At, o).Text()
}

// Only what the owner typed stands there as the owner's words.
func TestAChoiceFromTheListIsNoOwnWords(t *testing.T) {
	o := report.Options{Names: true}
	picked := told(t, o, time.Hour, casefile.Said{Complaint: "button-gray"})
	typed := told(t, o, time.Hour, casefile.Said{Complaint: "button-gray", Text: "the thing is gray"})
	if !strings.Contains(picked, "chosen from a list: Back Up Now is gray") || strings.Contains(picked, "own words") {
		t.Errorf("a choice reads\n%s", picked)
	}
	if !strings.Contains(typed, "own words mean: Back Up Now is gray") || !strings.Contains(typed, "the thing is gray") {
		t.Errorf("typed words read\n%s", typed)
	}
}

// One finished backup shows no more than itself: the page says when to look again, and a page that is printed later says to
// look now.
func TestOneBackupIsLookedAtAgain(t *testing.T) {
	for _, who := range []report.Options{{For: report.ForOwner}, {}} {
		for after, want := range map[time.Duration]string{
			time.Hour: "Look again on ", 96 * time.Hour: "Look at the date of the last backup",
		} {
			text := told(t, who, after, casefile.Proved{Seen: casefile.SeenFinished})
			if !strings.Contains(text, want) || strings.Contains(text, "trouble is over") {
				t.Errorf("after %v the page does not tell %q:\n%s", after, want, text)
			}
		}
	}
}

// A step that loses something has its own minutes, not those of the page before it.
func TestWhatLosesSomethingHasItsOwnMinutes(t *testing.T) {
	gate := func(fix string) diagnosis.Option {
		return diagnosis.Option{Kind: diagnosis.StepGate, ID: diagnosis.LossGate(fix), For: fix}
	}
	fix := func(id string) diagnosis.Option { return diagnosis.Option{Kind: diagnosis.StepFix, ID: id} }
	plan := []diagnosis.Option{fix("restart"), fix("restart-router"), gate("remove-profile")}
	text := told(t, report.Options{Plan: plan}, time.Hour, casefile.Said{Message: "last-backup-not-completed"})
	rows := strings.Split(text, "\n")
	at := func(words string) int {
		return slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, words) })
	}
	if at("2. Restart the router") < 0 || at("3. ") < 0 || strings.Contains(rows[max(at("3. "), 0)], "(1 minute)") {
		t.Errorf("the steps read\n%s", text)
	}
}

// Numbers that changed again and again are listed by what changed, and a name that changed is no number.
func TestLaterNumbersSayWhatChanged(t *testing.T) {
	in := numbers(50e9, 40e9, 4e9).Inputs.Clone()
	in.Devices = append(in.Devices, storage.Device{Name: "Zoe", Gone: true, Last: size.Of(1e9, size.Phone)})
	renamed := in.Clone()
	renamed.Devices[1].Name = "Zoe's old one"
	more := renamed.Clone()
	more.Used = size.Of(41e9, size.Phone)
	page := told(t, report.Options{}, time.Hour, casefile.Counted{Inputs: in}, casefile.Counted{Inputs: renamed}, casefile.Counted{Inputs: more})
	for _, want := range []string{"- Storage: 40 GB of 50 GB used, next backup 4 GB (", "- Storage: Other devices (", "- Storage: 41 GB used ("} {
		if strings.Count(page, want) != 1 {
			t.Errorf("%q is listed %d times:\n%s", want, strings.Count(page, want), page)
		}
	}
}

// Numbers that a person typed are entered and not worked out, and stand beside a message that says more than they do.
func TestNumbersStandThereAsTheyWereGiven(t *testing.T) {
	const message = "icloud-storage-full"
	page := told(t, report.Options{}, time.Hour, casefile.Said{Message: message},
		casefile.Counted{Inputs: numbers(5e9, 48e8, 3e9).Inputs.Clone()})
	page = strings.Join(strings.Fields(page), " ")
	for _, want := range []string{
		"full or nearly full", "By your numbers, it is nearly full: 200 MB of 5 GB is free.", "The strongest sign of it is “",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	for _, not := range []string{"worked out", "whole plan is used up", "sign of it: "} {
		if strings.Contains(page, not) {
			t.Errorf("the page says %q:\n%s", not, page)
		}
	}
	alone := told(t, report.Options{}, time.Hour, casefile.Said{Message: message})
	if strings.Contains(alone, "By your numbers") {
		t.Errorf("without numbers:\n%s", alone)
	}
}

// What was put off is no finding and was not tried, and a language is called by its name.
func TestOnlyFindingsAreFound(t *testing.T) {
	page := told(t, report.Options{}, time.Hour,
		casefile.Answered{Check: "icloud-space", Answer: casefile.NotNow},
		casefile.Tried{Fix: "restart", Outcome: casefile.Declined},
		casefile.Observed{Fact: casefile.FactLanguage, Value: "en", Read: start},
		casefile.Observed{Fact: casefile.FactCountry, Value: "us", Read: start})
	_, found, _ := strings.Cut(page, "What was found")
	found, _, _ = strings.Cut(found, "Likely causes")
	for _, want := range []string{"Language: English (", "Country: United States (", "Nothing has been tried yet."} {
		if !strings.Contains(found, want) {
			t.Errorf("the findings lack %q:\n%s", want, found)
		}
	}
	if strings.Contains(found, "Not now") || strings.Contains(found, "put off") {
		t.Errorf("what was put off is told as found or tried:\n%s", found)
	}
}

// The name of a part of the content has no colon of its own, since one stands behind it.
func TestWhatTakesUpSpaceIsNamedWithOneColon(t *testing.T) {
	in := numbers(200e9, 40e9, 4e9).Inputs.Clone()
	in.Cloud[storage.Photos], in.Cloud[storage.Apps] = size.Of(20e9, size.Phone), size.Of(2e9, size.Phone)
	in.Devices = append(in.Devices, storage.Device{Name: "Zoe", Gone: true, Last: size.Of(1e9, size.Phone)})
	in.People = []storage.Person{{Name: "Kim", Used: size.Of(5e9, size.Typed)}}
	page := told(t, report.Options{Names: true}, time.Hour, casefile.Counted{Inputs: in})
	_, content, _ := strings.Cut(page, "What takes up space")
	parts := 0
	for line := range strings.Lines(content) {
		if !strings.HasPrefix(line, "- ") {
			continue
		}
		if parts++; strings.Count(line, ": ") != 1 {
			t.Errorf("a part reads %q", line)
		}
	}
	if parts < 5 {
		t.Errorf("%d parts are told:\n%s", parts, content)
	}
}
