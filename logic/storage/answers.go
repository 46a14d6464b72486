package storage

import "backupdoctor/logic/prices"

// The check that asks for a new device, and its answers.
const (
	checkNewDevice = "new-device"
	answerSoon     = "soon"
	answerNot      = "no"
)

// Answers are what the inputs say to the diagnosis: answer ids by check id, as Evidence. Only what holds wherever
// in their ranges the sizes lie is said, and nothing that rests on a typical size. What is used counts as a whole only
// when it is a number of its own: parts that somebody listed may not be all, so only shortage follows from them.
func Answers(in Inputs, data *Data) map[string]string {
	in = in.bounded().settled(data.Prices)
	answers := map[string]string{}
	if answer := map[Switch]string{On: answerSoon, Off: answerNot}[in.NewDevice]; answer != "" {
		answers[checkNewDevice] = answer
	}
	if !in.Plan.Known() {
		return answers
	}
	s := sum(&in, data.Sizes)
	said := func(used, next int64) map[string]string {
		numbers := Input{Plan: in.Plan.Likely, Used: used, Next: next}
		return Assess(numbers, prices.Market{}, data.Prices).Evidence()
	}
	next := s.Next.Low
	if s.typical {
		next = s.least
	}
	least := said(s.Used.Low, next)
	if least[CheckNextBackupFits] == AnswerDoesNotFit {
		answers[CheckNextBackupFits] = AnswerDoesNotFit
	}
	if least[CheckICloudSpace] == AnswerFull {
		answers[CheckICloudSpace] = AnswerFull
	}
	if !in.Used.Known() {
		return answers
	}
	most := said(s.Used.High, s.Next.High)
	if !s.typical && most[CheckNextBackupFits] == AnswerFits {
		answers[CheckNextBackupFits] = AnswerFits
	}
	if space := most[CheckICloudSpace]; space == least[CheckICloudSpace] {
		answers[CheckICloudSpace] = space
	}
	return answers
}
