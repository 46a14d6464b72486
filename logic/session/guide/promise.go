package guide

import (
	"slices"

	"backupdoctor/logic/knowledge"
)

// Promise is what is true of a step before it is done: what it costs, and what comes first. Its words are the
// text "promise.…".
type Promise string

// The promises. A check only looks or loses nothing; a fix says what it can lose.
const (
	OnlyLooking   Promise = "only-looking"
	LosesNothing  Promise = "loses-nothing"
	CostsMoney    Promise = "costs-money"
	LosesSettings Promise = "loses-settings"
	CanLoseData   Promise = "can-lose-data"
	DeletesGood   Promise = "deletes-for-good"
	BackupFirst   Promise = "backup-first"
)

// promisesOf returns the promises of a fix, the one about its risk first.
func promisesOf(f *knowledge.Fix) []Promise {
	list := []Promise{map[knowledge.Risk]Promise{
		knowledge.RiskNone: LosesNothing, knowledge.RiskContent: CanLoseData, knowledge.RiskMoney: CostsMoney,
		knowledge.RiskSettings: LosesSettings, knowledge.RiskData: CanLoseData,
	}[f.Risk]}
	if f.Deletes {
		list[0] = DeletesGood
	}
	if slices.Contains(f.Gates, knowledge.BackupGate) {
		list = append(list, BackupFirst)
	}
	return list
}
