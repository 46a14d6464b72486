package planner

import "backupdoctor/logic/storage"

// Answers are what the inputs say to the diagnosis: answer ids by check id, as storage.Evidence. Only what holds wherever
// in their ranges the sizes lie is said, and nothing that rests on a typical size. What is used counts as a whole only
// when it is a number of its own: parts that somebody listed may not be all.
func Answers(in Inputs, data *Data) map[string]string {
	in = in.bounded()
	if !in.Plan.Known() {
		return nil
	}
	p := sum(&in, data.Sizes)
	low, high := storage.Input{Plan: in.Plan.Likely, Used: -1, Next: -1}, storage.Input{Plan: in.Plan.Likely, Used: -1, Next: -1}
	if in.Used.Known() {
		low.Used, high.Used = in.Used.Low, in.Used.High
	} else if p.Used.Known() {
		low.Used = p.Used.Low
	}
	if p.Next.Known() && p.Next.From != Assumed {
		low.Next, high.Next = p.Next.Low, p.Next.High
	}
	answers := storage.Evidence(storage.Assess(low, storage.Market{}, data.Prices))
	if in.Used.Known() {
		above := storage.Evidence(storage.Assess(high, storage.Market{}, data.Prices))
		for check, answer := range answers {
			if above[check] != answer {
				delete(answers, check)
			}
		}
		return answers
	}
	// Of a part of what is used only shortage follows.
	if answers[storage.CheckNextBackupFits] == storage.AnswerFits {
		delete(answers, storage.CheckNextBackupFits)
	}
	if answers[storage.CheckICloudSpace] != storage.AnswerFull {
		delete(answers, storage.CheckICloudSpace)
	}
	return answers
}
