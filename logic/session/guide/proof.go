package guide

import (
	"slices"
	"time"

	"backupdoctor/logic/casefile"
	"backupdoctor/logic/diagnosis"
	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/session"
)

// The answers of proof and wait pages beside those of casefile.Seen.
const (
	AnswerLater   = "later"   // a backup can't be tried now: the next night shows the result
	AnswerLook    = "look"    // show the proof page although there is nothing to see yet
	answerGoOn    = "go-on"   // look for other reasons meanwhile
	answerRefused = "refused" // the one who is waited for says no
)

// The routes of the proof page.
const (
	backUpNow  = "back-up-now"
	lastBackup = "last-backup"
)

// proofPage asks what stands below Back Up Now: after a backup by hand, or when the time of waiting is over.
// There is none while nothing was changed and no backup was looked at.
func (g *Guide) proofPage(v *session.View, step Step) Page {
	s := &v.State
	if s.Stage == session.StageSolved || !hasSomethingToProve(v) {
		return Page{Step: step}
	}
	kind, route, act := "now", backUpNow, knowledge.ActTap
	if s.Stage == session.StageWaiting && s.Due {
		kind, route, act = string(s.For), lastBackup, knowledge.ActLook
	}
	page := g.statePage(v, step, "proof."+kind)
	path, lines := g.Path(route, act, v.Device)
	page.Path, page.Act = path, act
	page.Stops, _ = g.base.Walk(route, v.Device) // the linter proves that it can be walked
	page.Lines = lines                           // the first ones belong to the pictures of the path
	if kind == "now" {
		// the line to read has a picture of its own
		if line, err := g.base.Walk(lastBackup, v.Device); err == nil {
			page.Stops, page.Act = append(page.Stops, line[len(line)-1]), knowledge.ActLook
		}
		page.Lines = append(page.Lines,
			Line{len(page.Lines) + 1, knowledge.StepLine, g.stateText(v, "proof.now.read")},
			Line{0, knowledge.NoteLine, g.stateText(v, "proof.now.error")})
	} else if len(page.Lines) > 0 { // the line's own label has a date, which nobody reads aloud
		page.Lines[len(page.Lines)-1].Text = g.stateText(v, "proof.look.read")
	}
	page.Clock, page.Date = g.clockOnDevice(v, v.At), g.newDate(v, s.Due && s.For == session.ForTomorrow)
	page.Glimpses = g.glimpses(v, page.Date)
	page.Question = g.stateText(v, "proof.question")
	for _, seen := range []casefile.Seen{
		casefile.SeenFinished, casefile.SeenRunning, casefile.SeenError, casefile.SeenOldDate,
	} {
		page.Answers = append(page.Answers, g.stateAnswer(v, "proof.answer.", string(seen)))
	}
	if s.Due && s.For == session.ForOrganization {
		page.Answers = append(page.Answers, g.stateAnswer(v, "proof.answer.", answerRefused))
	}
	if s.Stage == session.StageProving {
		page.Answers = append(page.Answers, g.stateAnswer(v, "proof.answer.", AnswerLater))
	}
	return page
}

// hasSomethingToProve reports whether a fix was tried or a backup was looked at.
func hasSomethingToProve(v *session.View) bool {
	return slices.ContainsFunc(v.Case.Events, func(e casefile.Event) bool {
		switch what := e.What.(type) {
		case casefile.Tried:
			return what.Outcome != casefile.Declined
		case casefile.Proved:
			return true
		}
		return false
	})
}

// waitPage says what is waited for and what to do meanwhile.
func (g *Guide) waitPage(v *session.View, step Step) Page {
	s := &v.State
	if s.Stage != session.StageWaiting {
		return Page{Step: step}
	}
	kind := string(s.For)
	if s.ByHand {
		kind = "night"
	}
	page := g.statePage(v, step, "wait."+kind)
	page.Moments = g.moments(v)
	switch s.For {
	case session.ForTomorrow:
		page.Picture = knowledge.ThingNight
	case session.ForDownload, session.ForRestore, session.ForBackup:
		page.Picture = knowledge.ThingResting
	}
	if s.Fix != nil && s.For != session.ForBackup {
		page.Lines = g.appendLines(page.Lines, s.Fix.Meanwhile, v.Device)
	}
	if s.For == session.ForTomorrow {
		if next := g.afterWaiting(v); next != "" {
			page.Lines = append(page.Lines,
				Line{0, knowledge.NoteLine, g.words.Text("wait.tomorrow.else", "Step", next)})
		}
	}
	answers := []string{string(casefile.SeenFinished), AnswerLook, answerGoOn}
	switch s.For {
	case session.ForBackup:
		answers = []string{string(casefile.SeenFinished), string(casefile.SeenError), answerGoOn}
	case session.ForOrganization:
		answers = append(answers, answerRefused)
	}
	for _, answer := range answers {
		page.Answers = append(page.Answers, g.stateAnswer(v, "wait.answer.", answer))
	}
	if s.For == session.ForBackup {
		page.Answers[len(page.Answers)-1].Label = g.stateText(v, "wait.answer.stands-still")
	}
	return page
}

// statePage begins a page of a state whose texts have a common prefix.
func (g *Guide) statePage(v *session.View, step Step, prefix string) Page {
	return Page{
		Step: step, Title: g.stateText(v, prefix+".title"), Purpose: g.stateText(v, prefix+".why"),
		Minutes: [2]float64{0.5, 2}, Risk: knowledge.RiskNone, Exists: true,
	}
}

// stateText is a text about the state of a case: what was changed, since when, and until when it waits.
func (g *Guide) stateText(v *session.View, key string) string {
	s, fix := &v.State, ""
	if s.Fix != nil {
		fix = g.base.Fill(s.Fix.Title, v.Device)
	}
	return g.base.Fill(g.words.Text(key, "Device", v.Device.Name(), "Fix", fix, "Since", g.words.Time(s.Since),
		"Until", g.words.Time(s.Until), "Day", g.words.Day(s.Until)), v.Device)
}

func (g *Guide) stateAnswer(v *session.View, prefix, id string) knowledge.Answer {
	return knowledge.Answer{ID: id, Label: g.stateText(v, prefix+id)}
}

// Choose does what an answer of a proof or wait page stands for. Asks is set when the message of the device
// should be asked next.
func (n *Navigator) Choose(answer string) (asks bool, err error) {
	s := n.session.View().State
	switch answer {
	case AnswerLook:
		current, _ := n.Current()
		n.Open(Step{Kind: diagnosis.StepProof, ID: current.ID})
		return false, nil
	case answerGoOn:
		n.OpenRecommended()
		n.skipped = s
		return false, nil
	case AnswerLater, answerRefused:
		if s.Fix == nil {
			return false, nil
		}
		outcome := casefile.Unsure
		if answer == answerRefused {
			outcome = casefile.Failed
		}
		before := *n
		n.OpenRecommended()
		return false, n.unlessLost(n.session.Try(s.Fix.ID, outcome), before)
	}
	return answer == string(casefile.SeenError), n.Prove(casefile.Seen(answer), time.Time{})
}

// Prove records what stands below Back Up Now and goes on to what follows from it. Backup is when the backup
// that was seen finished, zero when that is not known.
func (n *Navigator) Prove(seen casefile.Seen, backup time.Time) error {
	before := *n
	n.OpenRecommended()
	return n.unlessLost(n.session.Prove(seen, backup), before)
}
