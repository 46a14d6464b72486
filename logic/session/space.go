package session

import (
	"backupdoctor/logic/apple"
	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/storage"
)

// inputs are what the latest Counted holds.
func (v *View) inputs() storage.Inputs {
	if i := v.Case.LatestCounted(v.At); i >= 0 {
		return v.Case.Events[i].What.(casefile.Counted).Inputs
	}
	return storage.Inputs{}
}

// Plan works out the storage plan of other inputs than those of the view, for trying things out.
func (l *Library) Plan(v *View, in storage.Inputs) *storage.Plan {
	room := min(apple.Room(v.Device.Kind, v.Case.Model), storage.MostOfDevice)
	plan := storage.MakeWithin(in, v.Market, v.Device.Version, room, l.Planner)
	plan.CountMeasured(v.speed)
	return plan
}

// uploadSpeed is the check whose value is a speed when it was measured.
const uploadSpeed = "upload-speed"

// measured is the speed of the upload in Mbit/s that a machine measured, 0 without one that holds.
func (v *View) measured() float64 {
	given, ok := v.Checks[uploadSpeed]
	if !ok || !given.IsRead || given.Outdated {
		return 0
	}
	read, _ := v.Case.Events[given.Event].What.(casefile.Observed)
	speed, problem := storage.SpeedRule.Parse(read.Value)
	if !problem.IsZero() {
		return 0
	}
	return speed
}

// statements tells what a storage event of a view says to the diagnosis.
func (l *Library) statements(v *View) func(event int) map[string]storage.Statement {
	latest := v.Case.LatestCounted(v.At)
	return func(event int) map[string]storage.Statement {
		if event == latest {
			return v.Plan.Evidence()
		}
		return l.Plan(v, v.Case.Events[event].What.(casefile.Counted).Inputs).Evidence()
	}
}

// leaveOut declines the fixes that can't make enough room, as far as the numbers tell, so that nobody is sent to
// them. It changes nothing that anybody has said, and goes with the numbers.
func (l *Library) leaveOut(v *View) {
	at := v.Case.LatestCounted(v.At)
	if verdict := &v.Plan.Verdict; at < 0 || verdict.Answer != storage.AnswerShort || !verdict.Sure {
		return
	}
	found := v.Plan.CleanUp(false)
	left := map[string]bool{}
	for _, a := range l.Planner.Actions {
		if gain, ok := found.ByFix(a.Fix); ok && gain.Hopeless && !left[a.Fix] {
			left[a.Fix] = true
			v.Evidence = append(v.Evidence, diagnosis.Evidence{
				Kind: diagnosis.Tried, Subject: a.Fix, Outcome: diagnosis.Declined,
			})
			v.events = append(v.events, at)
		}
	}
}

// space derives the storage plan from the latest storage event, the only one that counts.
func (l *Library) space(v *View) {
	v.Market = l.Plans.MarketOfCase(v.Case.Country)
	v.Plan = l.Plan(v, v.inputs())
}
