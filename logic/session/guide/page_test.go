package guide_test

import (
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"backupdoctor/assets"
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
	"backupdoctor/logic/session/guide"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

func library(t testing.TB) *session.Library {
	t.Helper()
	lib, err := session.LoadLibrary(assets.Files, language.AmericanEnglish, "")
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }

// open opens a new case at noon.
func open(t testing.TB, lib *session.Library) *session.Session {
	t.Helper()
	file, notice, err := casefile.Open(filepath.Join(t.TempDir(), "case.toml"), lib.Known(), noon)
	if err != nil || !notice.IsZero() {
		t.Fatal(err, notice.String())
	}
	t.Cleanup(func() { _ = file.Close() })
	return session.Open(lib, file, noon)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Little is missing: what costs nothing comes before a plan, and the plan's page has its price.
func TestMakingRoomComesBeforePaying(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	must(t, s.SetHeader(casefile.Header{Name: "x", Device: "iphone", Country: "us"}))
	must(t, s.Count(read(5e9, 4.8e9, 1e9), nil))
	must(t, s.Answer("new-device", "no"))  // for which Apple would lend space
	must(t, s.Answer("plan-paid", "free")) // a plan that another account has would be the answer
	if next, _ := s.View().Next(); next.ID != "empty-bins" {
		t.Errorf("next is %s %s, want what costs nothing", next.Kind, next.ID)
	}
	page := g.Page(s.View(), guide.Step{Kind: diagnosis.StepFix, ID: "buy-more-storage"})
	if !strings.Contains(page.Loses, "50 GB") || !strings.Contains(page.Loses, "$0.99 a month") || !strings.Contains(page.Loses, "United States") {
		t.Errorf("the page of the plan says %q", page.Loses)
	}
	must(t, s.Count(read(5e9, 4.8e9, 60e9), nil))
	page = g.Page(s.View(), page.Step)
	if !strings.Contains(page.Loses, "200 GB") || !strings.Contains(page.Loses, "$2.99") {
		t.Errorf("for a backup of 60 GB the page says %q", page.Loses)
	}
}

func TestEveryPageOfEveryDeviceIsComplete(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	for _, kind := range []string{apple.IPhone, apple.IPad} {
		for _, version := range append([]string{"", "28"}, lib.Base.Meta.Versions...) {
			must(t, s.SetHeader(casefile.Header{Name: "x", Device: kind, Version: version}))
			for _, step := range steps(lib) {
				page := g.Page(s.View(), step)
				if !page.Exists {
					continue
				}
				if page.Title == "" || page.Purpose == "" || (step.Kind == diagnosis.StepCheck && len(page.Answers) < 2) {
					t.Errorf("%s %s on %s %s has a page without title, reason or answers", step.Kind, step.ID, kind, version)
				}
			}
		}
	}
}

// What the known version makes impossible is no answer, and nothing is expected of it; an unknown version may be any.
func TestImpossibleAnswersAreNotOffered(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	old := guide.Step{Kind: diagnosis.StepCheck, ID: "system-version"}
	for version, want := range map[string]bool{"": true, "8": true, "9": false, "15.8": false, "18.5": false, "27": false} {
		must(t, s.SetHeader(casefile.Header{Name: "x", Device: apple.IPhone, Version: version}))
		isOld := func(a knowledge.Answer) bool { return a.ID == "too-old" }
		if page := g.Page(s.View(), old); slices.ContainsFunc(page.Answers, isOld) != want {
			t.Errorf("version %q: version 8 is offered: %v", version, !want)
		}
		total, expected := 0.0, false
		for _, o := range g.Outlook(s.View(), diagnosis.Option{Kind: diagnosis.StepCheck, ID: "system-version"}) {
			total += o.P
			expected = expected || strings.Contains(o.Result, "8 or older")
		}
		if expected != want || math.Abs(total-1) > 1e-9 {
			t.Errorf("version %q: version 8 is expected: %v, all answers together %v", version, expected, total)
		}
	}
}

func steps(lib *session.Library) []guide.Step {
	var list []guide.Step
	for i := range lib.Base.Checks {
		list = append(list, guide.Step{Kind: diagnosis.StepCheck, ID: lib.Base.Checks[i].ID})
	}
	for i := range lib.Base.Fixes {
		list = append(list, guide.Step{Kind: diagnosis.StepFix, ID: lib.Base.Fixes[i].ID})
	}
	return list
}

func TestAStepThatIsUnknownHasNoPage(t *testing.T) {
	lib := library(t)
	s, g := open(t, lib), guide.New(lib)
	for _, step := range []guide.Step{
		{Kind: diagnosis.StepCheck, ID: "no-such-check"},
		{Kind: diagnosis.StepFix, ID: "no-such-fix"},
		{Kind: diagnosis.StepGate, ID: "no-such-gate"},
		{Kind: diagnosis.StepGate, ID: diagnosis.LossGate("no-such-fix")},
	} {
		if page := g.Page(s.View(), step); page.Exists || page.Step != step {
			t.Errorf("%v has the page %v", step, page.Step)
		}
	}
}

// read makes inputs of the three numbers that the phone shows, in bytes; one below zero is not known.
func read(plan, used, next int64) storage.Inputs {
	known := func(bytes int64) size.Amount {
		if bytes < 0 {
			return size.Amount{}
		}
		return size.Of(bytes, size.Phone)
	}
	in := storage.Inputs{Plan: known(plan), Used: known(used)}
	return in.SetFirst(storage.Device{Next: known(next)})
}

// Who wants to read on gets Apple's pages of today in the language of the texts, not what the knowledge was made from.
func TestPagesNameApplesPagesOfToday(t *testing.T) {
	lib := library(t)
	s := open(t, lib)
	g, named := guide.New(lib), 0
	for _, check := range lib.Base.Checks {
		page := g.Page(s.View(), guide.Step{Kind: diagnosis.StepCheck, ID: check.ID})
		for _, source := range page.Sources {
			named++
			if !strings.HasPrefix(source.Address, "https://support.apple.com/en-") || strings.Contains(source.Address, "/HT") {
				t.Errorf("%s names %s", check.ID, source.Address)
			}
		}
		if n := len(page.Sources); n > 2 {
			t.Errorf("%s names %d pages", check.ID, n)
		}
	}
	if named < 10 {
		t.Errorf("all checks together name %d pages", named)
	}
}

// Whoever typed the size of the plan is not asked for it again, but what of it they pay for.
func TestThePlanThatWasTypedIsNotAskedForAgain(t *testing.T) {
	lib := library(t)
	g := guide.New(lib)
	for _, c := range []struct {
		plan     float64 // GB; 0 for not said
		question string
		answers  []string
	}{
		{0, "Which iCloud plan do you pay for?", []string{"free", "shown", "family", "missing", "managed"}},
		{5, "iCloud shows 5 GB. Which iCloud plan do you pay for?", []string{"free", "missing", "managed"}},
		{200, "iCloud shows 200 GB. Which iCloud plan do you pay for?", []string{"shown", "family", "missing", "managed"}},
		// Apple sells no such plan, and that is asked first.
		{20, "Which iCloud plan do you pay for?", []string{"free", "shown", "family", "missing", "managed"}},
	} {
		s := open(t, lib)
		if c.plan > 0 {
			if err := s.Count(storage.Inputs{Plan: size.Of(int64(c.plan*1e9), size.Phone)}, nil); err != nil {
				t.Fatal(err)
			}
		}
		page := g.Page(s.View(), guide.Step{Kind: diagnosis.StepCheck, ID: "plan-paid"})
		var answers []string
		for _, a := range page.Answers {
			answers = append(answers, a.ID)
		}
		if page.Question != c.question || page.Title != page.Question || !slices.Equal(answers, c.answers) {
			t.Errorf("with %v GB it asks %q, %q", c.plan, page.Question, answers)
		}
	}
}
