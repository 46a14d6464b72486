package knowledge

import (
	"fmt"
	"slices"
	"strings"
)

// bodies are the devices that differ in what their screens show.
var bodies = []Device{
	{Kind: IPhone},
	{Kind: IPhone, HomeButton: true},
	{Kind: IPad},
	{Kind: IPad, HomeButton: true},
	{Kind: IPad, Unlock: FaceID},
}

// Devices are all devices that differ in any text or screen: both kinds, with and without Home button, on every version named
// in the meta data and on both sides of every since and until of the base.
func (b *Base) Devices() []Device {
	var devices []Device
	for _, body := range bodies {
		for _, version := range b.look().versions {
			body.Version = version
			devices = append(devices, body)
		}
	}
	return devices
}

// Prove walks the route of every check and fix on every device it is for, and reads every page, row and text there. It
// returns how many walks it proved and what hinders the others. The same defect on several devices is said once.
func (b *Base) Prove() (walks int, defects Defects) {
	p := &prover{b: b, found: map[provenAt]*onDevices{}}
	b.eachText(func(t text) {
		if strings.Contains(t.text, "{row:") {
			p.naming = append(p.naming, t)
		}
	})
	steps := b.steps()
	for _, device := range b.Devices() {
		for _, step := range steps {
			if step.Holds(device) && step.Route != "" {
				p.route(step, device)
			}
		}
		p.pages(device)
		p.texts(device)
	}
	return p.walks, p.defects()
}

// prover collects defects by place and words, with the devices where they show.
type prover struct {
	b     *Base
	walks int
	found map[provenAt]*onDevices

	naming []text // texts that name rows
}

type provenAt struct {
	file      string
	entry     int
	id        string
	key, what string
}

type onDevices struct {
	at      place
	want    string
	devices []Device
}

func (p *prover) say(at place, id, key, what, want string, d Device) {
	where := provenAt{at.file, at.line, id, key, what}
	found := p.found[where]
	if found == nil {
		found = &onDevices{at: at, want: want}
		p.found[where] = found
	}
	if !slices.Contains(found.devices, d) {
		found.devices = append(found.devices, d)
	}
}

func (p *prover) defects() Defects {
	var all Defects
	for where, found := range p.found {
		all = append(all, Defect{
			File: where.file, Line: found.at.find(where.key), ID: where.id, entry: where.entry, key: where.key,
			What: where.what + " on " + list(found.devices), Want: found.want,
		})
	}
	return all.sort()
}

func (p *prover) route(step *Step, d Device) {
	route := p.b.Route(step.Route)
	if route == nil {
		return // a dangling reference, reported with the step
	}
	stops, flaws := p.b.trace(route, d)
	for _, stop := range stops {
		if text := stop.Words() + stop.Value; strings.ContainsAny(text, "{}") {
			flaws = append(flaws, flaw{key: "walk", what: fmt.Sprintf("%q has a placeholder left", text), want: "{device} and {system} only"})
		}
	}
	for _, flaw := range flaws {
		if flaw.dangling {
			continue // reported once with the route
		}
		p.say(route.at, route.ID, flaw.key, fmt.Sprintf("for step %q %s", step.ID, flaw.what), flaw.want, d)
	}
	if len(flaws) == 0 {
		p.walks++
	}
}

// pages proves that every screen and row that a device has says exactly one thing.
func (p *prover) pages(d Device) {
	for i := range p.b.Screens {
		screen := &p.b.Screens[i]
		if !screen.Holds(d) {
			continue
		}
		if _, err := p.b.only(screen.Titles, screen.ID, false, d); err != nil {
			p.say(screen.at, screen.ID, "title", "the screen has not exactly one title", "one title for each version and device", d)
		}
		for j := range screen.Rows {
			row := &screen.Rows[j]
			if !row.Holds(d) {
				continue
			}
			if _, err := p.b.only(row.Labels, screen.ID+"."+row.ID, row.OwnWords, d); err != nil {
				p.say(screen.at, screen.ID, fmt.Sprintf("row[%d].label", j), fmt.Sprintf("row %q has not exactly one label", row.ID),
					"one label for each version and device", d)
			}
		}
	}
}

// texts proves that every {row:…} has a label wherever the text is shown.
func (p *prover) texts(d Device) {
	for _, t := range p.naming {
		if !t.when.Holds(d) || !t.line.Holds(d) {
			continue
		}
		for _, name := range placeholders(t.text) {
			ref, isRow := strings.CutPrefix(name, "row:")
			row := p.b.look().rows[ref]
			if !isRow || row == nil {
				continue // unknown placeholders are reported with the text
			}
			if _, err := p.b.only(row.Labels, ref, row.OwnWords, d); err != nil {
				p.say(t.at, t.id, t.key, fmt.Sprintf("{row:%s} has not exactly one label", ref),
					"a row that these devices have, or since, until or device on this line", d)
			}
		}
	}
}

// list names devices briefly: "iPhone 15, 16 and 17; iPad 15". Bodies are told apart only where it makes a difference.
func list(devices []Device) string {
	var names []string
	for _, kind := range []string{IPhone, IPad} {
		var each []string // for every body of the kind
		all := map[string]bool{}
		for _, body := range bodies {
			if body.Kind != kind {
				continue
			}
			var versions []string
			for _, d := range devices {
				if d.Body() == body.Body() {
					versions = append(versions, d.Version.String())
				}
			}
			all[strings.Join(versions, ", ")] = true
			if len(versions) > 0 {
				each = append(each, body.Body()+" "+strings.Join(versions, ", "))
			}
		}
		if len(all) == 1 && len(each) > 0 {
			each = each[:1] // the first body has no more than the name of its kind
		}
		names = append(names, each...)
	}
	return strings.Join(names, "; ")
}

// text is a text for people, with where it stands and the limits of what it belongs to.
type text struct {
	at       place
	id       string
	key      string
	text     string
	when     When // of the entry
	line     When // of the line in it
	required bool
}

// eachText visits all texts for people that may hold placeholders.
func (b *Base) eachText(visit func(text)) {
	lines := func(at place, id string, when When, lines []Line) {
		for i := range lines {
			visit(text{at, id, fmt.Sprintf("line[%d].text", i), lines[i].Text, when, lines[i].When, true})
		}
	}
	for i := range b.Groups {
		e := &b.Groups[i]
		visit(text{at: e.at, id: e.ID, key: "title", text: e.Title, required: true})
	}
	for i := range b.Causes {
		e := &b.Causes[i]
		visit(text{at: e.at, id: e.ID, key: "title", text: e.Title, required: true})
		visit(text{at: e.at, id: e.ID, key: "summary", text: e.Summary, required: true})
	}
	for i := range b.Messages {
		e := &b.Messages[i]
		visit(text{at: e.at, id: e.ID, key: "text", text: e.Text, required: true})
		visit(text{at: e.at, id: e.ID, key: "where", text: e.Where, required: true})
		visit(text{at: e.at, id: e.ID, key: "means", text: e.Means, required: true})
	}
	step := func(at place, s *Step) {
		visit(text{at: at, id: s.ID, key: "title", text: s.Title, when: s.When, required: true})
		visit(text{at: at, id: s.ID, key: "why", text: s.Purpose, when: s.When, required: true})
		visit(text{at: at, id: s.ID, key: "expect", text: s.Expect, when: s.When})
		lines(at, s.ID, s.When, s.Lines)
	}
	for i := range b.Checks {
		e := &b.Checks[i]
		step(e.at, &e.Step)
		visit(text{at: e.at, id: e.ID, key: "question", text: e.Question, when: e.When, required: true})
		for j := range e.Answers {
			visit(text{at: e.at, id: e.ID, key: fmt.Sprintf("answer[%d].label", j), text: e.Answers[j].Label, when: e.When, required: true})
			visit(text{at: e.at, id: e.ID, key: fmt.Sprintf("answer[%d].note", j), text: e.Answers[j].Note, when: e.When})
		}
	}
	for i := range b.Fixes {
		e := &b.Fixes[i]
		step(e.at, &e.Step)
		visit(text{at: e.at, id: e.ID, key: "loses", text: e.Loses, when: e.When, required: e.Risk == RiskMoney || e.Risk == RiskSettings || e.Risk == RiskData})
		visit(text{at: e.at, id: e.ID, key: "worked", text: e.Worked, when: e.When})
		for j, need := range e.Needs {
			visit(text{at: e.at, id: e.ID, key: fmt.Sprintf("needs[%d]", j), text: need, when: e.When, required: true})
		}
	}
	for i := range b.Gates {
		e := &b.Gates[i]
		visit(text{at: e.at, id: e.ID, key: "title", text: e.Title, required: true})
		visit(text{at: e.at, id: e.ID, key: "why", text: e.Purpose, required: true})
		visit(text{at: e.at, id: e.ID, key: "confirm", text: e.Confirm, required: true})
		lines(e.at, e.ID, When{}, e.Lines)
	}
}
