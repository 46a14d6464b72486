package knowledge

import "slices"

// together checks the causes that come in pairs.
func (l *linter) together() {
	for i := range l.b.Together {
		t := &l.b.Together[i]
		if len(t.Causes) < 2 {
			l.say(t.at, "", "causes", "at least two causes", "%d causes come together", len(t.Causes))
		}
		l.refer(t.at, "", "causes", "[[cause]] that can be believed", t.Causes, l.believed)
		if !(t.Share > 0 && t.Share <= 0.3) {
			l.say(t.at, "", "share", "a number above 0 and at most 0.3", "share is %g", t.Share)
		}
		l.why(t.at, "", "why", t.Why)
	}
}

// patients checks that the cases name what exists. Whether the base handles them well is for the laboratory to say.
func (l *linter) patients() {
	seen := map[string]bool{}
	for i := range l.b.Patients {
		p := &l.b.Patients[i]
		if !idForm.MatchString(p.ID) || seen[p.ID] {
			l.say(p.at, p.ID, "id", "lower-case words joined by -, not used before", "the id of the case is %q", p.ID)
		}
		seen[p.ID] = true
		if p.Why == "" {
			l.say(p.at, p.ID, "why", "what the case shows", "why is missing")
		}
		if !slices.Contains([]string{"", IPhone, IPad}, p.Device) {
			l.say(p.at, p.ID, "device", "iphone or ipad", "device is %q", p.Device)
		}
		if _, err := ParseVersion(p.Version); p.Version != "" && err != nil {
			l.say(p.at, p.ID, "version", "a version such as 18.4", "version is %q", p.Version)
		}
		if p.Message != "" && l.b.Message(p.Message) == nil {
			l.say(p.at, p.ID, "message", "the id of a [[message]]", "message %q does not exist", p.Message)
		}
		l.patientAnswers(p)
		l.refer(p.at, p.ID, "done", "[[fix]]", p.Done, func(id string) bool { return l.b.Fix(id) != nil })
		l.refer(p.at, p.ID, "confirmed", "[[gate]]", p.Confirmed, func(id string) bool { return l.b.Gate(id) != nil })
		l.refer(p.at, p.ID, "expect_top", "[[cause]] that can be believed", p.ExpectTop, l.believed)
		step := func(id string) bool { return l.b.Check(id) != nil || l.b.Fix(id) != nil || l.b.Gate(id) != nil }
		l.refer(p.at, p.ID, "expect_next", "check, fix or gate", p.ExpectNext, step)
		l.refer(p.at, p.ID, "forbid_next", "check, fix or gate", p.ForbidNext, step)
		if len(p.ExpectTop)+len(p.ExpectNext)+len(p.ForbidNext) == 0 {
			l.say(p.at, p.ID, "", "expect_top, expect_next or forbid_next", "the case expects nothing")
		}
	}
}

func (l *linter) patientAnswers(p *Patient) {
	for _, id := range sortedKeys(p.Answers) {
		key := join("answers", id)
		switch check := l.b.Check(id); {
		case check == nil:
			l.say(p.at, p.ID, key, "the id of a [[check]]", "check %q does not exist", id)
		case p.Answers[id] != "cant-tell" && check.Answer(p.Answers[id]) == nil:
			l.say(p.at, p.ID, key, "an answer of the check", "check %s has no answer %q", id, p.Answers[id])
		}
	}
}

// believed reports whether the id is a cause that can be believed.
func (l *linter) believed(id string) bool {
	c := l.b.Cause(id)
	return c != nil && !c.NotTheReason
}

// refer checks that ids exist.
func (l *linter) refer(at place, id, key, want string, ids []string, exists func(string) bool) {
	for j, other := range ids {
		if !exists(other) {
			l.say(at, id, element(key, j), "the id of a "+want, "%s names %q, which does not exist", key, other)
		}
	}
}
