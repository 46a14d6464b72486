package lint

import (
	"strings"
	"testing"

	"backupdoctor/logic/knowledge"
)

func TestCasesAndPairsAreProven(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(b *knowledge.Base)
		id    string // of the entry that the defect names
		what  string
	}{
		{
			"pair of one", func(b *knowledge.Base) { b.Together[0].Causes = b.Together[0].Causes[:1] }, "",
			"1 causes come together",
		},
		{
			"pair of nothing", func(b *knowledge.Base) { b.Together[0].Causes[0] = "ghost" }, "",
			`names "ghost"`,
		},
		{"share", func(b *knowledge.Base) { b.Together[0].Share = 0 }, "", "share is 0"},
		{
			"share without a reason", func(b *knowledge.Base) { b.Together[0].Why = "just so" }, "",
			"does not start with a grade",
		},
		{
			"a fact against nothing", func(b *knowledge.Base) { b.Contradictions[0].Answers = b.Contradictions[0].Answers[:1] },
			"", "1 facts contradict each other",
		},
		{
			"a fact that does not exist", func(b *knowledge.Base) { b.Contradictions[0].Answers[1].Answers = []string{"maybe"} },
			"", `no answer "maybe"`,
		},
		{
			"a contradiction without a reason", func(b *knowledge.Base) { b.Contradictions[0].Why = "" }, "",
			"why is missing",
		},
		{"a code twice", func(b *knowledge.Base) { b.Codes[1].Number = 303 }, "303", "stands here twice"},
		{"a code without a message", func(b *knowledge.Base) { b.Codes[1].NoFault = false }, "202", "no message lists code 202"},
		{
			"a code that says nothing known", func(b *knowledge.Base) { b.Codes[0].Says = map[string]string{"mood": "good"} }, "303",
			`check "mood" does not exist`,
		},
		{
			"id twice", func(b *knowledge.Base) { b.SampleCases[1].ID = b.SampleCases[0].ID }, "one",
			`the id of the case is "one"`,
		},
		{"no reason", func(b *knowledge.Base) { b.SampleCases[0].Why = "" }, "one", "why is missing"},
		{"device", func(b *knowledge.Base) { b.SampleCases[0].Device = "watch" }, "one", `device is "watch"`},
		{"version", func(b *knowledge.Base) { b.SampleCases[0].Version = "new" }, "one", `version is "new"`},
		{
			"message", func(b *knowledge.Base) { b.SampleCases[0].Message = "hello" }, "one",
			`message "hello" does not exist`,
		},
		{
			"complaint", func(b *knowledge.Base) { b.SampleCases[0].Complaint = "grumble" }, "one",
			`complaint "grumble" does not exist`,
		},
		{
			"check", func(b *knowledge.Base) { b.SampleCases[0].Answers = map[string]string{"mood": "good"} },
			"one", `check "mood" does not exist`,
		},
		{
			"answer",
			func(b *knowledge.Base) { b.SampleCases[0].Answers = map[string]string{"low-power": "maybe"} }, "one", `no answer "maybe"`,
		},
		{
			"fix", func(b *knowledge.Base) { b.SampleCases[0].Done = []string{"dance"} }, "one",
			`done names "dance"`,
		},
		{
			"gate", func(b *knowledge.Base) { b.SampleCases[0].Confirmed = []string{"door"} }, "one",
			`confirmed names "door"`,
		},
		{
			"what nobody believes",
			func(b *knowledge.Base) { b.SampleCases[0].ExpectTop = []string{"advanced-data-protection"} }, "one", "expect_top names",
		},
		{
			"step", func(b *knowledge.Base) { b.SampleCases[0].ForbidNext = []string{"fly"} }, "one",
			`forbid_next names "fly"`,
		},
		{
			"nothing expected", func(b *knowledge.Base) { b.SampleCases[0].ExpectTop = nil }, "one",
			"expects nothing",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			loaded, err := shipped()
			if err != nil {
				t.Fatal(err)
			}
			base := &knowledge.Base{
				Meta: loaded.Meta, Groups: loaded.Groups, Causes: loaded.Causes, Checks: loaded.Checks, Fixes: loaded.Fixes, Gates: loaded.Gates,
				Messages: loaded.Messages, Screens: loaded.Screens, Routes: loaded.Routes, Sources: loaded.Sources,
				Together: []knowledge.Together{{
					Causes: []string{"no-power", "not-locked"}, Share: 0.1,
					Why: "E: a guess",
				}},
				Codes: []knowledge.Code{{Number: 303, Means: "Full."}, {Number: 202, Means: "Canceled.", NoFault: true}},
				Contradictions: []knowledge.Contradiction{{
					Answers: []knowledge.Condition{
						{Check: "low-power", Answers: []string{"on"}}, {Check: "terms", Answers: []string{"no"}},
					},
					Why: "E: a guess",
				}},
				SampleCases: []knowledge.SampleCase{
					{
						ID: "one", Why: "x", Answers: map[string]string{"low-power": "cant-tell"},
						ExpectTop: []string{"no-power"},
					},
					{ID: "two", Why: "x", ExpectNext: []string{"computer-backup"}},
				},
			}
			if _, defects := judge(base, true); len(defects) > 0 {
				t.Fatalf("the sound base has defects: %v", defects)
			}
			test.spoil(base)
			_, defects := judge(base, true)
			if len(defects) != 1 || defects[0].Where != test.id || !strings.Contains(defects[0].What.String(),
				test.what) || defects[0].Want.IsZero() {
				t.Errorf("the defects are %v, want one of %q with %q", defects, test.id, test.what)
			}
		})
	}
}
