package session_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/size"
	"backupdoctor/logic/storage"
)

// TestAnEditElsewhereLeavesTheAnswerAlone holds what a person says about the space in iCloud against the
// numbers, which answer the same check: only a number of that space, typed later, overrules the person.
func TestAnEditElsewhereLeavesTheAnswerAlone(t *testing.T) {
	lib := library(t)
	rapid.Check(t, func(rt *rapid.T) {
		c := casefile.Case{Device: "iphone"}
		at := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
		var in storage.Inputs
		want, since := "", time.Time{}
		for range rapid.IntRange(1, 12).Draw(rt, "acts") {
			at = at.Add(time.Minute)
			e := casefile.Event{Time: at, Source: casefile.FromStorage}
			switch rapid.SampledFrom([]string{"answer", "used", "upload", "growth", "person", "move"}).Draw(rt, "act") {
			case "answer":
				answer := rapid.SampledFrom([]string{"plenty", "little", "full"}).Draw(rt, "answer")
				e.Source, e.What = casefile.FromPerson, casefile.Answered{Check: "icloud-space", Answer: answer}
				c.Events = append(c.Events, e)
				want, since = answer, at
				continue
			case "used":
				before := in
				in = in.Clone()
				in.Plan = size.Of(5*size.GB, size.Phone)
				in.Used = size.Of(rapid.SampledFrom([]int64{1, 2, 49, 50}).Draw(rt, "used")*size.GB/10, size.Phone)
				if in.Used != before.Used {
					want, since = "plenty", at
					if in.Used.Likely > 45*size.GB/10 {
						want = map[int64]string{49: "little", 50: "full"}[in.Used.Likely*10/size.GB]
					}
				}
			case "upload":
				in = in.Clone()
				in.Upload = rapid.Float64Range(1, 100).Draw(rt, "upload")
			case "growth":
				in = in.Clone()
				in.Growth[storage.Photos] = size.Of(rapid.Int64Range(0, size.GB).Draw(rt, "growth"), size.Typed)
			case "person":
				in = in.Clone()
				in.People = append(in.People, storage.Person{Apart: true, Used: size.Of(size.GB, size.Typed)})
			case "move":
				in = in.Clone()
				in.NewDevice = rapid.SampledFrom([]storage.Switch{storage.On, storage.Off}).Draw(rt, "move")
			}
			e.What = casefile.Counted{Inputs: in}
			c.Events = append(c.Events, e)
		}
		given := lib.Derive(c, at.Add(time.Hour)).Checks["icloud-space"]
		if given.Answer != want || want != "" && !given.Time.Equal(since) {
			rt.Fatalf("the space is %q of %v, want %q of %v", given.Answer, given.Time, want, since)
		}
	})
}
